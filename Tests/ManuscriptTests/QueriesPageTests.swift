import Diagnostics
import Foundation
import Testing

/// Every row of the examples in Documentation/Queries.md does what it says.
@Suite struct QueriesPageTests {
  /// The first two cells of each row of the tables below a heading line.
  private static func rows(below head: String) throws -> [(written: String, told: String)] {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("Documentation/Queries.md"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == head })
    return lines[(start + 2)...].prefix { $0.hasPrefix("| `") }.map { line in
      // A bar within a cell is escaped.
      let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces).replacing("\u{1}", with: "|")
      }
      return (String(cells[0].dropFirst().dropLast()), cells[1])
    }
  }

  @Test func whatIsWrittenIsWhatIsPrinted() throws {
    let rows = try Self.rows(below: "| you write | you get |")
    #expect(rows.count >= 20)
    for row in rows {
      let outcome = try SmallReport.compose("Dat is \(row.written).")
      #expect(outcome.faults == [], "\(row.written)")
      #expect(
        outcome.text.replacing("\u{a0}", with: " ") == "Dat is \(row.told).", "\(row.written)")
    }
  }

  @Test func sentencesAreWrittenAsThePageSays() throws {
    let rows = try Self.rows(below: "| you write | the sentence |")
    #expect(rows.count >= 4)
    for row in rows {
      let outcome = try SmallReport.compose(row.written)
      #expect(outcome.faults == [], "\(row.written)")
      #expect(outcome.text.replacing("\u{a0}", with: " ") == row.told)
    }
  }

  @Test func whatIsRefusedIsRefused() throws {
    let rows = try Self.rows(below: "| you write | the fault |")
    #expect(rows.count >= 8)
    for row in rows {
      let outcome = try SmallReport.compose("Dat is \(row.written).")
      #expect(outcome.log.sorted.map(\.id) == [row.told], "\(row.written)")
    }
  }
}
