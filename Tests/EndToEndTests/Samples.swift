import Diagnostics
import Foundation
import HouseStyle
import PDFOutput
import PageModel
import PangoTypesetting
import ReportSpec
import SurveyResults
import Testing

@testable import Press

/// The sample reports, each copied, imported and laid out once for all tests that only look at them.
enum Samples {
  /// An edition of a sample, laid out.
  struct LaidOut: Sendable, CustomStringConvertible {
    var name: String
    var style: StyleSheet
    var pages: PagedDocument

    var description: String { name }
  }

  private static let ambtsdragers = Result { try imported("weerbaar-bestuur-2024") }
  private static let buurten = Result { try imported("gallery") }
  private static let kiezers = Result { try imported("election-study-1996") }

  /// The folder of an imported sample. Nobody writes into it.
  static func folder(_ name: String) throws -> URL {
    switch name {
    case "gallery": try buurten.get()
    case "election-study-1996": try kiezers.get()
    default: try ambtsdragers.get()
    }
  }

  /// The names of all samples.
  static let names = ["weerbaar-bestuur-2024", "election-study-1996", "gallery"]

  /// Every edition of every sample, sheets for each segment included.
  static func editions() throws -> [LaidOut] { try laidOut.get() }

  /// An edition by name: `scherm`, `factsheet role:raadslid`.
  static func edition(_ name: String) throws -> LaidOut {
    try #require(try editions().first { $0.name == name }, "no edition \(name)")
  }

  private static let laidOut = Result { try names.flatMap(layOut) }

  /// A sample in a folder of its own, imported.
  static func imported(_ name: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString)").appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: checkout.appendingPathComponent("Reports/\(name)"), to: folder)
    let imported = try Press.importSurvey(in: folder.path)
    #expect(imported.log.diagnostics.isEmpty)
    return folder
  }

  /// Opens a report folder with all of its editions.
  static func open(_ folder: URL, into log: inout DiagnosticLog) throws -> OpenReport {
    var library = SourceLibrary(folder: folder.path)
    return try #require(
      OpenReport.open(house: house, editions: nil, library: &library, into: &log))
  }

  private static func layOut(_ name: String) throws -> [LaidOut] {
    var log = DiagnosticLog()
    let report = try open(try folder(name), into: &log)
    let printer = try Printer(report: report, cache: WordCache(fonts: report.fonts))
    var result: [LaidOut] = []
    for edition in report.source.editions {
      for segment in SheetPlan(edition, in: report.results, into: &log).printed {
        let pages = try #require(printer.pages(of: edition, for: segment, into: &log))
        let style = try #require(report.styles[edition.layout.text])
        let title = [edition.name.text, segment?.description].compactMap { $0 }
        result.append(
          LaidOut(name: title.joined(separator: " "), style: style, pages: pages))
      }
    }
    #expect(log.diagnostics.isEmpty, "\(name)")
    return result
  }
}
