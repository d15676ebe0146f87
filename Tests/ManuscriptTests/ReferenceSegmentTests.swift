import Diagnostics
import DocumentTree
import SurveyResults
import SurveyStatistics
import Testing

/// The segment by which charts are ordered and against which their tests compare.
@Suite struct ReferenceSegmentTests {
  private let agressie = "```chart\nquestion: agressie\nby: role\n"

  private func chart(_ keys: String = "", reference: String? = "raadslid") throws -> Chart {
    let settings = reference.map { "reference: \($0)\n" } ?? ""
    let outcome = try SmallReport.compose(agressie + keys + "```", settings: settings)
    #expect(outcome.faults == [])
    return try #require(outcome.chart)
  }

  private func figure(_ answer: String, _ role: String) throws -> Proportion {
    let results = try #require(SmallReport.offices)
    let segment = SegmentKey.segment(breakdown: "role", id: role)
    let figure = try results.figure(
      FigureRequest(question: "agressie", answer: answer, segment: segment))
    return try #require(figure.proportion)
  }

  @Test func theReportsReferenceOrdersItsCharts() throws {
    for (keys, reference, series) in [
      ("", "raadslid", 2), ("", "burgemeester", 0), ("reference: wethouder\n", "raadslid", 1),
    ] {
      let shares = try chart(keys, reference: reference).cells.compactMap {
        $0[series].value?.share
      }
      // "None of these" stands last, whatever its share.
      #expect(Array(shares.dropLast()) == shares.dropLast().sorted(by: >), "\(reference) \(keys)")
    }
  }

  @Test func aChartMayDoWithoutIt() throws {
    let without = try chart(reference: nil)
    #expect(try chart("reference: none\n").rows == without.rows)
    #expect(try chart("segments: [burgemeester, wethouder]\n").hasSignificance == false)
  }

  /// Each group is tested against the reference, corrected over the row; the reference has no mark.
  @Test func testsCompareWithTheReference() throws {
    let chart = try chart("significance: yes\n")
    #expect(chart.significanceLegend.plainText == "Significant hoger of lager dan raadsleden")
    let roles = ["burgemeester", "wethouder", "raadslid", "statenlid"]
    let row = try #require(chart.rows.firstIndex { $0.label.plainText == "Verbale agressie" })
    let base = try figure("verbaal", "raadslid")
    let others = roles.filter { $0 != "raadslid" }
    let tests = try others.map { Comparison.ofGroups(try figure("verbaal", $0), base) }
    let adjusted = Comparison.holm(tests.map(\.p))
    var expected: [String: Chart.Significance] = [:]
    for (index, role) in others.enumerated() where adjusted[index] < 0.05 {
      expected[role] = tests[index].points > 0 ? .higher : .lower
    }
    #expect(!expected.isEmpty)
    for (role, cell) in zip(roles, chart.cells[row]) {
      #expect(cell.value?.significance == expected[role], "\(role)")
    }
    #expect(chart.cells.allSatisfy { $0[2].value?.significance == nil })
  }

  @Test func withoutItTestsCompareWithTheOthers() throws {
    let legend = "Significant hoger of lager dan de andere groepen samen"
    let alone = try chart("significance: yes\nreference: none\n")
    #expect(alone.significanceLegend.plainText == legend)
    // A chart that does not show the reference cannot compare with it.
    let few = try chart(
      "significance: yes\nsegments: [burgemeester, wethouder]\n", reference: "raadslid")
    #expect(few.significanceLegend.plainText == legend)
  }

  @Test func anUnknownReferenceIsReported() throws {
    let outcome = try SmallReport.compose("Tekst.", settings: "reference: burgemester\n")
    #expect(outcome.log.sorted.map(\.id) == ["unknown-segment"])
    #expect(outcome.log.sorted.first?.range?.file == "report.yaml")
    #expect(outcome.log.sorted.first?.fixes.first?.text.contains("burgemeester") == true)
  }
}
