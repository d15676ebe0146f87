import Diagnostics
import Foundation
import ReportSpec
import SurveyImport
import SurveyResults
import Testing

/// Everything that the published report states, held against the sample study: imported, written to its
/// file and read again.
@Suite struct PublishedStatementTests {
  static let judge: Result<StatementJudge, any Error> = Result {
    let folder = SampleImportTests.reports.appendingPathComponent("weerbaar-bestuur-2024")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    var companions = try Dictionary(
      uniqueKeysWithValues: ["codes.csv", "quotes.csv"].map {
        ($0, CompanionFile(try text("data/\($0)")))
      })
    companions["texts.yaml"] = try answerTexts(in: folder.path)
    return StatementJudge(
      results: try stored(SampleImportTests.imported("weerbaar-bestuur-2024")),
      report: try text("report.yaml"), companions: companions)
  }

  /// The texts of coded answers as rows.
  private static func answerTexts(in folder: String) throws -> CompanionFile {
    var library = SourceLibrary(folder: folder)
    var log = DiagnosticLog()
    let report = try #require(ReportReader.read(&library, into: &log))
    return CompanionFile(
      columns: ["question", "segment", "answer", "wording", "text"],
      rows: report.texts.entries.map { entry in
        [
          "question": entry.question.text, "segment": entry.segment.text,
          "answer": entry.answer.text, "wording": entry.wording?.text ?? "",
          "text": entry.text?.plainText ?? "",
        ]
      })
  }

  private static func stored(_ results: ResultsModel) throws -> ResultsModel {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("statements-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ResultsFile.write(results, to: path)
    return try ResultsFile.read(path: path)
  }

  @Test(arguments: PublishedStatement.all)
  func comesOut(_ statement: PublishedStatement) throws {
    let judge = try Self.judge.get()
    #expect(throws: Never.self, "\(statement): \(statement.expected)") {
      try judge.check(statement)
    }
  }

  @Test func noStatementIsLeftOut() {
    func ids(_ letter: Character) -> [String] {
      PublishedStatement.all.map(\.id).filter { $0.first == letter }.sorted()
    }
    func all(_ letter: String, _ count: Int) -> [String] {
      (1...count).map { letter + String(repeating: "0", count: 3 - "\($0)".count) + "\($0)" }
    }
    #expect(ids("F") == all("F", 182))
    #expect(ids("K") == all("K", 112))
    #expect(ids("R") == all("R", 78))
    #expect(Set(ids("D")).count == ids("D").count)
  }

  @Test(
    arguments: [
      ("percent", 90), ("count", 44), ("verbal", 35), ("date", 7), ("margin", 6),
    ])
  func statedFactsAreOfTheseKinds(_ unit: String, _ count: Int) {
    let facts = PublishedStatement.all.filter { $0.id.hasPrefix("F") }
    #expect(facts.count { $0.unit == unit } == count)
  }

  // What becomes of them: a change here is a change of what may be printed.
  @Test(
    arguments: [
      ("F", [178, 1, 1, 2]), ("K", [112, 0, 0, 0]), ("R", [70, 2, 6, 0]), ("D", [45, 0, 0, 0]),
    ])
  func marksAreCounted(_ letter: String, _ counts: [Int]) {
    let statements = PublishedStatement.all.filter { $0.id.hasPrefix(letter) }
    #expect(
      PublishedStatement.Mark.allCases.map { mark in statements.count { $0.mark == mark } }
        == counts)
  }

  @Test func errorsOfThePublicationSayWhatItPrints() {
    for statement in PublishedStatement.all {
      #expect((statement.mark == .errorOfPublication) == !statement.printed.isEmpty)
    }
  }
}
