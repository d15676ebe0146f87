import DocumentTree
import Testing

/// Where the data of a chart stand as a table.
@Suite struct ChartDataTests {
  private static let chart = "```chart\nquestion: agressie\nby: role\n```\n\n"

  @Test func theWordsOfAChartAreItsTable() throws {
    let outcome = try SmallReport.compose(Self.chart)
    let chart = try #require(outcome.chart)
    let words = try #require(chart.tableWords)
    #expect(words.indicative == "indicatief")
    #expect(words.word(for: .higher) == "significant hoger")
    #expect(outcome.tables.isEmpty)
    let text = chart.alternativeText.plainText
    #expect(text.hasPrefix("Staafdiagram. Het vaakst: "))
    #expect(text.hasSuffix("De tabel hierna heeft alle cijfers."))
    #expect(text.split(separator: ".").count == 3)
  }

  @Test func straightCountsAreTheTable() throws {
    let counts = "## Tellingen\n\n```straight-counts\nquestions: [agressie]\nby: role\n```"
    let chart = try #require(try SmallReport.compose(Self.chart + counts).chart)
    #expect(chart.tableWords == nil)
    #expect(!chart.alternativeText.plainText.contains("De tabel hierna"))
  }

  /// Straight counts of other segments or waves do not have the figures of the chart.
  @Test(arguments: [
    "segments: [burgemeester, raadslid]\nby: role", "by: role\nwaves: [\"2021\"]",
  ])
  func straightCountsOfOthersAreNot(settings: String) throws {
    let counts = "## Tellingen\n\n```straight-counts\nquestions: [agressie]\n\(settings)\n```"
    let chart = try #require(try SmallReport.compose(Self.chart + counts).chart)
    #expect(chart.tableWords != nil)
  }

  @Test func anEditionPrintsThemOrLeavesThemOut() throws {
    func outcome(_ tables: String) throws -> SmallReport.Outcome {
      try SmallReport.compose(Self.chart, for: "role:raadslid", tables: tables)
    }
    let after = try outcome("after")
    #expect(after.tables.count == 1)
    #expect(after.chart?.tableWords == nil)
    let none = try outcome("none")
    #expect(none.tables.isEmpty)
    #expect(none.chart?.tableWords == nil)
    let text = try #require(none.chart?.alternativeText.plainText)
    #expect(text.contains("Wethouders 37%"))
  }

  @Test func aChartDecidesForItself() throws {
    let printed = try SmallReport.compose(
      "```chart\nquestion: agressie\nby: role\ntable: yes\n```")
    #expect(printed.tables.count == 1)
    #expect(printed.chart?.tableWords == nil)
    let plain = try SmallReport.compose("```chart\nquestion: agressie\nby: role\ntable: no\n```")
    #expect(plain.tables.isEmpty && plain.chart?.tableWords == nil)
  }

  /// Each number of an alternative text is the figure that the chart prints.
  @Test func numbersOfAlternativeTextsHaveTheirOrigin() throws {
    let outcome = try SmallReport.compose(
      "```chart\nquestion: aandacht_voldoende\nby: role\nnet: eens\ntable: no\n```")
    let chart = try #require(outcome.chart)
    let printed = Set(
      chart.cells.joined().compactMap { $0.value?.label.origin }
        + chart.rows.compactMap { $0.summary?.text.first?.origin })
    var numbers = 0
    for inline in chart.alternativeText where inline.text.hasSuffix("%") {
      #expect(printed.contains(inline.origin), "\(inline.text)")
      guard case .figure(let index) = inline.origin else { continue }
      #expect(outcome.document.figures[index].printed == inline.text)
      numbers += 1
    }
    #expect(numbers == 28)
    let words = chart.alternativeText.filter { $0.origin == .label }
    #expect(words.allSatisfy { !$0.text.replacing("100%", with: "").contains("%") })
  }

  /// What is withheld is neither in the finding nor a reason to say what is largest.
  @Test func nothingIsMostOftenWhereAGroupIsWithheld() throws {
    let outcome = try SmallReport.compose(
      "```chart\nquestion: agressie\nby: role\nsegments: [cdk]\n```")
    let chart = try #require(outcome.chart)
    #expect(
      chart.alternativeText.plainText == "Staafdiagram. De tabel hierna heeft alle cijfers.")
    #expect(!outcome.document.figures.contains { $0.query.contains("cdk") })
  }
}
