import Diagnostics
import PageModel
import PangoTypesetting
import ReportSpec
import SurveyResults

/// The joiner: each command is one function from an order to an outcome.
public enum Press {
  /// The results file of a report folder: what report.yaml says, else `results.sqlite`.
  static func resultsPath(in folder: String) -> String {
    var library = SourceLibrary(folder: folder)
    var ignored = DiagnosticLog()
    let report = ReportReader.read(&library, into: &ignored)
    return report?.results.value ?? library.folder + "/results.sqlite"
  }

  /// Says everything that can be said about a report without printing it.
  ///
  /// - Returns: one line that says what was checked.
  /// - Throws: `HostError` if the machine refuses something.
  public static func check(
    _ folder: String, house: House, edition name: String?
  ) throws -> Outcome<String> {
    try check(SourceLibrary(folder: folder), house: house, edition: name)
  }

  /// The same of the files of a library, some of which may stand in it as they could be.
  static func check(
    _ library: SourceLibrary, house: House, edition name: String?
  ) throws -> Outcome<String> {
    var log = DiagnosticLog()
    var library = library
    guard
      let report = OpenReport.open(
        house: house, editions: name.map { [$0] }, checksFonts: true, library: &library,
        into: &log)
    else { return Outcome(value: nil, log: log, sources: library.files) }
    let editions: [Edition]
    if let name {
      editions = report.edition(name, into: &log).map { [$0] } ?? []
    } else {
      editions = report.source.editions
    }
    let printer = try Printer(report: report, cache: WordCache(fonts: report.fonts))
    var documents = 0
    var pages = 0
    for edition in editions {
      for segment in SheetPlan(edition, in: report.results, into: &log).printed {
        documents += 1
        pages += printer.pages(of: edition, for: segment, into: &log)?.pages.count ?? 0
      }
    }
    let summary =
      "checked \(documents) document\(documents == 1 ? "" : "s"), "
      + "\(pages) page\(pages == 1 ? "" : "s")"
    return Outcome(value: summary, log: log, sources: library.files)
  }
}
