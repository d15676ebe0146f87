import Diagnostics
import DocumentTree
import SurveyResults
import Testing

/// The tables behind the charts.
@Suite struct StraightCountsTests {
  private func rows(_ table: Table) -> [[String]] {
    table.rows.map { $0.map { $0.text.plainText.replacing("\u{A0}", with: " ") } }
  }

  private func headings(_ blocks: [Block]) -> [String] {
    blocks.compactMap { block in
      if case .heading(_, let text) = block.content { text.plainText } else { nil }
    }
  }

  @Test func everyPlannedQuestionHasItsTables() throws {
    let results = try #require(SmallReport.offices)
    let outcome = try SmallReport.compose(
      "## Tellingen {#tellingen}\n\n```straight-counts\nby: role\n```")
    let planned = results.questions.filter { results.isPlanned($0.id, by: "role") }
    #expect(headings(outcome.blocks).dropFirst() == planned.map(\.label)[...])
    #expect(outcome.tables.count == planned.count)
    for (table, question) in zip(outcome.tables, planned) {
      #expect(table.groups.map(\.head.plainText) == question.items.map(\.label))
    }
    #expect(outcome.faults == [])
  }

  @Test func rowsOfMarkdownStandInGroups() throws {
    let outcome = try SmallReport.compose(
      """
      | Vorm | Aantal |
      | --- | ---: |
      | vooraf | 1 |
      | **Direct**{{ claim agressie.any for burgemeester > for raadslid }} | |
      | verbaal | 2 |
      | fysiek | 3 |
      | **Online** | |
      | berichten | 4 |
      | leeg | |
      """)
    let table = try #require(outcome.tables.first)
    #expect(
      table.rows.map { $0[0].text.plainText } == [
        "vooraf", "verbaal", "fysiek", "berichten", "leeg",
      ])
    #expect(table.groups.map(\.head.plainText) == ["Direct", "Online"])
    #expect(table.groups.map(\.continuation.plainText) == ["Direct (vervolg)", "Online (vervolg)"])
    #expect(table.groups.map(\.firstRow) == [1, 3])
  }

  @Test func percentagesStandByBases() throws {
    let outcome = try SmallReport.compose(
      "## Tellingen\n\n```straight-counts\nquestions: [agressie]\nby: role\n```")
    let table = try #require(outcome.tables.first)
    #expect(rows(table)[0] == ["Verbale agressie", "49%", "37%", "27%", "27%"])
    #expect(table.header[0][1].text.plainText == "Burgemeesters\nn\u{A0}=\u{A0}113")
    #expect(table.rows.allSatisfy { $0[0].isRowHeader })
  }

  @Test func countsAreWholePeople() throws {
    let outcome = try SmallReport.compose(
      "## Tellingen\n\n```straight-counts\nquestions: [agressie]\nby: role\nshow: counts\n```")
    let table = try #require(outcome.tables.first)
    #expect(rows(table)[0].dropFirst() == ["55", "88", "290", "31"])
    for cell in table.rows[0].dropFirst() {
      guard case .figure(let index)? = cell.text.first?.origin else {
        Issue.record("\(cell) has no figure")
        continue
      }
      #expect(outcome.document.figures[index].printed == cell.text.plainText)
    }
  }

  @Test func chartAndTableLeadToEachOther() throws {
    let outcome = try SmallReport.compose(
      """
      ## Vormen

      ```chart
      question: agressie
      by: role
      ```

      ## Tellingen

      ```straight-counts
      by: role
      ```
      """)
    let chart = try #require(outcome.blocks.first { $0.anchor == "chart-agressie" })
    guard case .chart(let content) = chart.content else {
      Issue.record("\(chart)")
      return
    }
    #expect(content.notes.last?.last?.link == .anchor("table-agressie"))
    #expect(outcome.blocks.contains { $0.anchor == "table-agressie" })
    let table = try #require(outcome.tables.first)
    #expect(table.notes.last?.contains { $0.link == .anchor("chart-agressie") } == true)
  }

  @Test func chartsWithoutTheirTableLeadNowhere() throws {
    let outcome = try SmallReport.compose("```chart\nquestion: agressie\nby: role\n```")
    let chart = try #require(outcome.chart)
    #expect(chart.notes.joined().allSatisfy { $0.link == nil })
  }

  @Test func unknownNamesAreReported() throws {
    let outcome = try SmallReport.compose(
      "```straight-counts\nquestions: [agresie, reactie]\nby: role\n```")
    #expect(outcome.log.sorted.map(\.id) == ["unknown-question"])
    #expect(outcome.log.sorted.first?.range?.start.line == SmallReport.textLine + 2)
  }
}
