import ContentHash
import Diagnostics
import PDFOutput
import PageModel
import PangoTypesetting
import ReportSpec
import SurveyResults

extension Press {
  /// Prints an edition once for each segment, one after the other, and writes `manifest.json`.
  ///
  /// A document with an error is left out and the rest goes on; what the policy withholds gets no
  /// document, and the manifest says why.
  ///
  /// - Parameters:
  ///   - folder: the report folder.
  ///   - name: the edition.
  ///   - output: the folder to write to; nil for the edition's name in the current folder.
  ///   - house: where layouts and fonts are.
  /// - Throws: `HostError` if the machine refuses something.
  public static func batch(
    _ folder: String, edition name: String, output: String?, house: House
  ) throws -> Outcome<Manifest> {
    var log = DiagnosticLog()
    var library = SourceLibrary(folder: folder)
    func outcome(_ manifest: Manifest?) -> Outcome<Manifest> {
      Outcome(value: manifest, log: log, sources: library.files)
    }
    guard
      let report = OpenReport.open(
        house: house, editions: [name], checksFonts: true, library: &library, into: &log),
      let edition = report.edition(name, into: &log)
    else { return outcome(nil) }
    guard edition.each != nil else {
      log.report(.editionOfOne(name, at: edition.name.range))
      return outcome(nil)
    }
    let plan = SheetPlan(edition, in: report.results, into: &log)
    if log.hasErrors { return outcome(nil) }
    let printer = try Printer(report: report, cache: WordCache(fonts: report.fonts))
    let target = output ?? name
    var manifest = Manifest(
      report: report.results.study.id, edition: name, inputs: report.inputHashes, entries: [])
    for sheet in plan.sheets {
      var own = DiagnosticLog()
      manifest.entries.append(
        try print(sheet, of: edition, to: target, with: printer, into: &own))
      log.append(own)
    }
    try HostFiles.write(try manifest.json(), to: target + "/manifest.json")
    return outcome(manifest)
  }

  private static func print(
    _ sheet: SheetPlan.Sheet, of edition: Edition, to folder: String, with printer: Printer,
    into log: inout DiagnosticLog
  ) throws -> Manifest.Entry {
    var entry = Manifest.Entry(
      segment: sheet.segment.description, status: .withheld, warnings: [])
    if let reason = sheet.withheld {
      entry.reason = reason
      return entry
    }
    let pages = printer.pages(of: edition, for: sheet.segment, into: &log)
    entry.warnings = log.sorted.filter { $0.severity == .warning }.map(summary)
    guard let pages, !log.hasErrors else {
      entry.status = .failed
      entry.reason = log.sorted.first { $0.severity == .error }.map(summary)
      return entry
    }
    let bytes = try printer.writer.write(pages)
    try FinishedFileCheck(pages).check(bytes)
    let file = fileName(of: edition, for: sheet.segment)
    try HostFiles.write(bytes, to: "\(folder)/\(file)")
    entry.status = .printed
    entry.file = file
    entry.sha256 = ContentHash(of: bytes).hexadecimal
    entry.pages = pages.pages.count
    entry.bytes = bytes.count
    return entry
  }

  private static func summary(_ diagnostic: Diagnostic) -> String {
    guard let range = diagnostic.range else { return diagnostic.summary }
    return "\(range.file):\(range.start.line):\(range.start.column): \(diagnostic.summary)"
  }

  /// The name of a sheet's file: `{segment}` and `{edition}` filled in, no folders.
  private static func fileName(of edition: Edition, for segment: SegmentKey) -> String {
    var id = segment.description
    if case .segment(_, let name) = segment { id = name }
    let name = edition.file.text
      .split(separator: "{segment}", omittingEmptySubsequences: false).joined(separator: id)
      .split(separator: "{edition}", omittingEmptySubsequences: false)
      .joined(separator: edition.name.text)
    return String(name.map { $0 == "/" || $0 == "\0" ? "-" : $0 })
  }
}
