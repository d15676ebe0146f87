import Diagnostics
import PageModel
import PangoTypesetting
import ReportSpec
import SurveyResults

/// How a ledger is written.
public enum LedgerFormat: String, Sendable, Hashable, CaseIterable {
  case csv
  case json
}

extension Press {
  /// Every number that a document prints, with what vouches for it.
  ///
  /// The ledger is made also of a report with errors, so that what changed can be seen before it is
  /// mended: words that fail are then numbers that nobody vouches for.
  ///
  /// - Parameters:
  ///   - folder: the report folder.
  ///   - name: the edition; nil for the first.
  ///   - segment: the segment of an edition that is printed for each.
  ///   - house: where layouts and fonts are.
  /// - Throws: `HostError` if the machine refuses something.
  public static func figures(
    _ folder: String, edition name: String?, segment: String?, house: House
  ) throws -> Outcome<Ledger> {
    var log = DiagnosticLog()
    var library = SourceLibrary(folder: folder)
    func outcome(_ ledger: Ledger?) -> Outcome<Ledger> {
      Outcome(value: ledger, log: log, sources: library.files)
    }
    guard
      let report = OpenReport.open(
        house: house, editions: name.map { [$0] }, library: &library, into: &log),
      let edition = report.edition(name, into: &log)
    else { return outcome(nil) }
    let key = self.segment(segment, of: edition, in: report.results, into: &log)
    if edition.each != nil, key == nil { return outcome(nil) }
    let printer = try Printer(report: report, cache: WordCache(fonts: report.fonts))
    guard let pages = printer.pages(of: edition, for: key, into: &log) else { return outcome(nil) }
    return outcome(
      Ledger(
        report: report.results.study.id, edition: edition.name.text, segment: key?.description,
        inputs: report.inputHashes,
        entries: LedgerBuilder(pages, results: report.results).entries()))
  }

  /// What changed since a ledger that was written before.
  ///
  /// - Throws: `HostError` if the file is no ledger.
  public static func difference(
    from path: String, to ledger: Ledger
  ) throws -> LedgerDifference {
    LedgerDifference(from: try Ledger.read(path), to: ledger)
  }

  /// Writes a text to a file, whole or not at all.
  ///
  /// - Throws: `HostError` if the file cannot be written.
  public static func write(_ text: String, to path: String) throws {
    try HostFiles.write(Array(text.utf8), to: path)
  }
}
