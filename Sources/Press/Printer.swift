import Diagnostics
import HouseStyle
import Layout
import Manuscript
import PDFOutput
import PageModel
import PangoTypesetting
import ReportSpec
import SurveyResults
import Typesetting

/// Prints the documents of a report one after the other; owns the C side of one worker.
///
/// Shaper and fonts are kept from document to document; nothing else is, so no document can know
/// another.
final class Printer {
  private let report: OpenReport
  private let manuscript: ManuscriptStage
  private let typesetter: PangoTypesetter
  let writer: PDFWriter

  init(report: OpenReport, cache: WordCache) throws {
    self.report = report
    manuscript = ManuscriptStage(report: report.source, results: report.results)
    typesetter = try PangoTypesetter(cache: cache)
    writer = PDFWriter(fonts: report.fonts)
  }

  /// The pages of an edition; nil if its layout or a font could not be read, which was
  /// reported.
  func pages(
    of edition: Edition, for segment: SegmentKey?, into log: inout DiagnosticLog
  ) -> PagedDocument? {
    let document = manuscript.compose(edition, for: segment, into: &log)
    guard var style = report.styles[edition.layout.text] else { return nil }
    style.print = edition.print
    var own = DiagnosticLog()
    let pages = LayoutStage(style: style, typesetter: typesetter).layOut(document, into: &own)
    if typesetter.hasRefusedFile {
      // What follows from a font that is not there is not said as well.
      report.checkFonts(into: &log)
      return nil
    }
    log.append(own)
    return pages
  }
}
