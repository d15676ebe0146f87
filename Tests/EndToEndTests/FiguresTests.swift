import Diagnostics
import Foundation
import Press
import Testing

/// The ledger of a small report, what it says after a change, and bound words that are mended.
@Suite struct FiguresTests {
  private func imported(_ edits: [MiniReport.Edit] = []) throws -> MiniReport {
    let report = try MiniReport(edits)
    #expect(!(try Press.importSurvey(in: report.folder.path)).log.hasErrors)
    return report
  }

  private func ledger(_ report: MiniReport) throws -> Ledger {
    let outcome = try Press.figures(
      report.folder.path, edition: "report", segment: nil, house: house)
    return try #require(outcome.value)
  }

  /// The first cook chooses blue.
  private static let change = MiniReport.Edit(
    "data/answers.csv", "role,colour\n1,1", "role,colour\n1,2")

  @Test func listsEachNumberWithItsCounts() throws {
    let report = try imported()
    defer { report.remove() }
    let ledger = try ledger(report)
    let entries = ledger.entries
    let half = try #require(entries.first { $0.text == "50%" && $0.kind == .bound })
    #expect(half.query == "colour.red for role:cook in 2024")
    #expect((half.k, half.n, half.value) == (30, 60, 50))
    #expect(half.weighted == false && half.wave == "2024" && half.quality == "sound")
    #expect(half.place == "chapters/one.md:7:17")
    #expect(half.block == "list" && half.page == 1)
    #expect(half.context.contains("Of the cooks, 50% choose red"))
    #expect(half.source != nil && half.source == ledger.inputs["data/answers.csv"])
    // The chart says the same figure to those who cannot see it, and prints it on a bar: the words of
    // the drawing are a table.
    let same = entries.filter { $0.query == half.query }.map(\.block)
    #expect(same == ["list", "alternative-text", "table"])
    #expect(entries.contains { $0.kind == .figure && $0.text == "160" })
    #expect(!entries.contains { $0.kind == .unbound })
  }

  @Test func givesTheSameBytesAndReadsThemBack() throws {
    let report = try imported()
    defer { report.remove() }
    let first = try ledger(report)
    let second = try ledger(report)
    #expect(try first.json() == second.json())
    #expect(first.csv == second.csv)
    let lines = first.csv.split(separator: "\n")
    #expect(lines.count == first.entries.count + 1)
    let path = report.path("old.json")
    try Press.write(first.json(), to: path)
    #expect(try Press.difference(from: path, to: second).text == "nothing changed\n")
  }

  @Test func saysWhatOneRespondentChanges() throws {
    let before = try imported()
    defer { before.remove() }
    let path = before.path("old.json")
    try Press.write(try ledger(before).json(), to: path)
    let after = try imported([Self.change])
    defer { after.remove() }
    let difference = try Press.difference(from: path, to: try ledger(after))
    // The bound words fail, so their figure is gone; chart and alternative text have the new one.
    #expect(difference.changes.map(\.old.text).contains("50%"))
    #expect(difference.changes.map(\.new.text).contains("48%"))
    // Half for red and half for blue was a draw, and the alternative text told both.
    #expect(difference.removed.map(\.text) == ["50%", "50%"])
    #expect(difference.text.contains("50% (30 of 60) → 48% (29 of 60)"))
  }

  @Test func mendsBoundWordsAndNothingElse() throws {
    let one = "chapters/one.md"
    let edits = [
      Self.change,
      MiniReport.Edit(
        one, "[50%]{red for cook} choose red;", "[50 percent]{red for cook}  choose red;\t"),
    ]
    let report = try imported(edits)
    defer { report.remove() }
    let before = try Data(contentsOf: URL(fileURLWithPath: report.path(one)))
    let dry = try Press.fix(report.folder.path, house: house, edition: "report", isDryRun: true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: report.path(one))) == before)
    #expect(!dry.log.hasErrors)
    let outcome = try Press.fix(
      report.folder.path, house: house, edition: "report", isDryRun: false)
    #expect(outcome.value?.count == 1)
    #expect(outcome.value?.diff == dry.value?.diff)
    let diff = try #require(outcome.value?.diff)
    #expect(diff.hasPrefix("--- \(one)\n+++ \(one)\n@@ -4,"))
    #expect(diff.contains("\n-- Of the cooks, [50 percent]{red for cook}  choose red;\t"))
    #expect(diff.contains("\n+- Of the cooks, [48 percent]{red for cook}  choose red;\t"))
    let after = try Data(contentsOf: URL(fileURLWithPath: report.path(one)))
    #expect(
      String(decoding: after, as: UTF8.self)
        == String(decoding: before, as: UTF8.self).replacing("[50 percent]", with: "[48 percent]"))
    #expect(!(try Press.check(report.folder.path, house: house, edition: "report")).log.hasErrors)
  }

  @Test func leavesAClaimThatFails() throws {
    let report = try imported([
      .init("chapters/one.md", "[50%]{red for cook}", "[less often]{red for cook < for waiter}")
    ])
    defer { report.remove() }
    let outcome = try Press.fix(
      report.folder.path, house: house, edition: "report", isDryRun: false)
    #expect(outcome.value?.count == 0)
    #expect(outcome.log.sorted.map(\.id) == ["failed-claim"])
  }
}
