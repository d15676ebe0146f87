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
  /// Lays one document out and tells why each of its pages ends where it does.
  ///
  /// - Returns: the break log; nil if the report has an error.
  /// - Throws: `HostError` if the machine refuses something.
  public static func explainBreaks(
    _ order: BuildOrder, house: House
  ) throws -> Outcome<String> {
    var log = DiagnosticLog()
    var library = SourceLibrary(folder: order.folder)
    let laidOut = try layOut(order, house: house, library: &library, into: &log)
    let text = laidOut.map { BreakLog.text(of: $0.pages) }
    if let text, let output = order.output { try HostFiles.write(Array(text.utf8), to: output) }
    return Outcome(value: text, log: log, sources: library.files)
  }

  /// Prints one document.
  ///
  /// - Returns: the files that were written; none if the report has an error.
  /// - Throws: `HostError` if the machine refuses something.
  public static func build(_ order: BuildOrder, house: House) throws -> Outcome<[String]> {
    var log = DiagnosticLog()
    var library = SourceLibrary(folder: order.folder)
    let laidOut = try layOut(order, house: house, library: &library, into: &log)
    let files = try laidOut.map {
      try write($0.pages, order, edition: $0.edition, with: $0.writer)
    }
    return Outcome(value: files, log: log, sources: library.files)
  }

  /// A document that is ready to be written.
  private struct LaidOut {
    var pages: PagedDocument
    var edition: Edition
    var writer: PDFWriter
  }

  /// Lays out the document of an order; nil if the report has an error.
  private static func layOut(
    _ order: BuildOrder, house: House, library: inout SourceLibrary, into log: inout DiagnosticLog
  ) throws -> LaidOut? {
    guard
      let report = OpenReport.open(
        house: house, editions: order.edition.map { [$0] }, library: &library,
        into: &log),
      let edition = report.edition(order.edition, into: &log)
    else { return nil }
    let segment = segment(order.segment, of: edition, in: report.results, into: &log)
    if log.hasErrors { return nil }
    let printer = try Printer(report: report, cache: WordCache(fonts: report.fonts))
    guard let pages = printer.pages(of: edition, for: segment, into: &log), !log.hasErrors
    else { return nil }
    return LaidOut(pages: pages, edition: edition, writer: printer.writer)
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
