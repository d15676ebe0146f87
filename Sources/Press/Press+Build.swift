import Diagnostics
import PDFOutput
import PageModel
import PangoTypesetting
import ReportSpec
import SurveyResults

/// What a page can be written as.
public enum PageFormat: String, Sendable, Hashable, CaseIterable {
  case pdf
  case png
  case svg
}

/// What to build, and where to.
public struct BuildOrder: Sendable, Hashable {
  /// The report folder.
  public var folder: String
  /// The edition; nil for the first.
  public var edition: String?
  /// The segment of an edition that is printed for each; nil for an edition that is one document.
  public var segment: String?
  /// The file; nil for the edition's name in the current folder.
  public var output: String?
  /// The format.
  public var format: PageFormat
  /// The resolution of PNG pages in dots per inch.
  public var resolution: Double

  /// Creates an order.
  public init(
    folder: String, edition: String? = nil, segment: String? = nil, output: String? = nil,
    format: PageFormat = .pdf, resolution: Double = 144
  ) {
    self.folder = folder
    self.edition = edition
    self.segment = segment
    self.output = output
    self.format = format
    self.resolution = resolution
  }
}

extension Press {
  /// Prints one document.
  ///
  /// - Returns: the files that were written; none if the report has an error.
  /// - Throws: `HostError` if the machine refuses something.
  public static func build(_ order: BuildOrder, house: House) throws -> Outcome<[String]> {
    var log = DiagnosticLog()
    var library = SourceLibrary(folder: order.folder)
    func outcome(_ files: [String]?) -> Outcome<[String]> {
      Outcome(value: files, log: log, sources: library.files)
    }
    guard
      let report = OpenReport.open(
        house: house, editions: order.edition.map { [$0] }, library: &library,
        into: &log),
      let edition = report.edition(order.edition, into: &log)
    else { return outcome(nil) }
    let segment = segment(order.segment, of: edition, in: report.results, into: &log)
    if log.hasErrors { return outcome(nil) }
    let printer = try Printer(report: report, cache: WordCache(fonts: report.fonts))
    guard let pages = printer.pages(of: edition, for: segment, into: &log), !log.hasErrors
    else { return outcome(nil) }
    return outcome(try write(pages, order, edition: edition, with: printer.writer))
  }

  /// The segment that an order names; nil for an edition that is one document, and after a fault.
  static func segment(
    _ name: String?, of edition: Edition, in results: ResultsModel, into log: inout DiagnosticLog
  ) -> SegmentKey? {
    guard let each = edition.each else { return nil }
    guard let name else {
      log.report(.editionPerSegment(edition.name.text, at: edition.name.range))
      return nil
    }
    do throws(FigureRefusal) {
      let full = name.contains(":") ? name : "\(each.text):\(name)"
      return try results.segment(named: full)
    } catch {
      log.report(.unknownSegment(error, at: nil))
      return nil
    }
  }

  private static func write(
    _ document: PagedDocument, _ order: BuildOrder, edition: Edition, with writer: PDFWriter
  ) throws -> [String] {
    let path = order.output ?? "\(edition.name.text).\(order.format.rawValue)"
    if order.format == .pdf {
      let bytes = try writer.write(document)
      try FinishedFileCheck(document).check(bytes)
      try HostFiles.write(bytes, to: path)
      return [path]
    }
    let digits = String(document.pages.count).count
    return try document.pages.enumerated().map { number, page in
      let file = Self.path(path, page: number + 1, digits: digits)
      let bytes =
        order.format == .png
        ? try writer.png(page, dotsPerInch: order.resolution) : try writer.svg(page)
      try HostFiles.write(bytes, to: file)
      return file
    }
  }

  /// `report-07.png` for page 7 of `report.png`.
  static func path(_ path: String, page: Int, digits: Int) -> String {
    let number = String(page)
    let padded = String(repeating: "0", count: max(0, digits - number.count)) + number
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    guard let dot = path[slash...].lastIndex(of: ".") else { return "\(path)-\(padded)" }
    return "\(path[..<dot])-\(padded)\(path[dot...])"
  }
}
