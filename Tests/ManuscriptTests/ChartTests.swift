import DocumentTree
import Testing

@Suite struct ChartTests {
  private func details(_ chart: Chart) -> [String] {
    chart.series.map { $0.detail.plainText } + chart.rows.map { $0.detail.plainText }
  }

  private func labels(_ cells: [Chart.Cell]) -> [String] {
    cells.map { cell in
      switch cell {
      case .value(let value): value.label.text + (value.isIndicative ? "*" : "")
      case .noBar(let reason): reason.text
      case .absent: "-"
      }
    }
  }

  private func notes(_ chart: Chart) -> String {
    chart.notes.map(\.plainText).joined(separator: " ")
  }

  @Test func groupedBarsCompareSegmentsPerAnswer() throws {
    let outcome = try SmallReport.compose("```chart\nquestion: agressie\nby: role\n```")
    let chart = try #require(outcome.chart)
    #expect(chart.kind == .groupedBars)
    #expect(
      chart.series.map { $0.label.plainText } == [
        "Burgemeesters", "Wethouders", "Raadsleden", "Statenleden",
      ])
    #expect(chart.series.map(\.colour) == ["role-1", "role-2", "role-3", "role-4"])
    #expect(details(chart).first == "n\u{A0}=\u{A0}113")
    #expect(chart.rows.first?.label.plainText == "Verbale agressie")
    #expect(chart.rows.last?.label.plainText == "Nee, geen van bovenstaande")
    #expect(labels(chart.cells[0]) == ["49%", "37%", "27%", "27%"])
    #expect(notes(chart).contains("Meerdere antwoorden mogelijk."))
    #expect(!notes(chart).contains("indicatief"))
    #expect(chart.title.plainText == "Agressie in de afgelopen periode")
  }

  /// Every number in a chart is in the list of printed figures, its bases too.
  @Test func everyNumberOfAChartIsRecorded() throws {
    let outcome = try SmallReport.compose("```chart\nquestion: reactie\nby: role\n```")
    let chart = try #require(outcome.chart)
    var printed: [String] = []
    for cell in chart.cells.joined() {
      guard let value = cell.value, case .figure(let index) = value.label.origin else { continue }
      let entry = outcome.document.figures[index]
      #expect(entry.printed == value.label.text)
      let (count, base) = (try #require(entry.count), try #require(entry.base))
      #expect(value.share == Double(count) / Double(base))
      printed.append(entry.query)
    }
    #expect(printed.count == 24)
    #expect(Set(printed).count == 24)
    for series in chart.series {
      guard case .figure(let index)? = series.detail.first?.origin else {
        Issue.record("\(series.detail)")
        continue
      }
      #expect(outcome.document.figures[index].printed == series.detail.first?.text)
    }
  }

  @Test func smallBasesAreMarkedAndExplained() throws {
    let outcome = try SmallReport.compose("```chart\nquestion: reactie\nby: role\n```")
    let chart = try #require(outcome.chart)
    #expect(details(chart)[3] == "n\u{A0}=\u{A0}39, indicatief")
    for row in chart.cells {
      #expect(row[3].value?.isIndicative == true)
    }
    #expect(notes(chart).contains("minder dan 50"))
    #expect(chart.alternativeText.plainText.contains("indicatief"))
  }

  @Test func withheldSegmentsHaveReasonsAndNoNumbers() throws {
    let outcome = try SmallReport.compose(
      "```chart\nquestion: agressie\nby: role\nsegments: [burgemeester, cdk]\n```")
    let chart = try #require(outcome.chart)
    #expect(chart.cells.allSatisfy { labels($0)[1] == "·" })
    #expect(notes(chart).contains("de groep heeft minder dan 10 deelnemers"))
    #expect(!outcome.document.figures.contains { $0.query.contains("cdk") })
  }

  @Test func stackedBarsKeepTheScaleAndSetDontKnowApart() throws {
    let outcome = try SmallReport.compose("```chart\nquestion: aandacht_voldoende\nby: role\n```")
    let chart = try #require(outcome.chart)
    #expect(chart.kind == .stackedBars)
    #expect(
      chart.series.map(\.colour) == [
        "scale-1", "scale-2", "neutral", "scale-4", "scale-5", "dont-know",
      ])
    #expect(chart.series.map(\.isSetApart) == [false, false, false, false, false, true])
    #expect(chart.rows.map { $0.label.plainText }.first == "Burgemeesters")
    for row in chart.cells {
      let sum = row.reduce(0.0) { sum, cell in
        sum + (cell.value?.share ?? 0)
      }
      #expect(abs(sum - 1) < 1e-9)
    }
  }

  @Test func aBatteryHasARowPerItem() throws {
    let outcome = try SmallReport.compose(
      "```chart\nquestion: placement\n```", results: SmallReport.voters)
    let chart = try #require(outcome.chart)
    #expect(
      chart.rows.map { $0.label.plainText } == [
        "Respondents themselves", "Bill Clinton", "Bob Dole",
      ])
    #expect(chart.series.count == 7)
    let grouped = try SmallReport.compose(
      "```chart\nquestion: placement\ntype: grouped-bars\ncategories: [left]\nby: party\n```",
      results: SmallReport.voters)
    let bars = try #require(grouped.chart)
    #expect(
      bars.rows.map { $0.label.plainText } == [
        "Respondents themselves", "Bill Clinton", "Bob Dole",
      ])
    #expect(bars.series.count == 3)
  }

  @Test func wavesStandSideBySideAsFarAsTheyAreKnown() throws {
    let outcome = try SmallReport.compose(
      """
      ```chart
      question: bekendheid
      type: grouped-bars
      by: role
      segments: [raadslid]
      waves: ["2021", "2024"]
      categories: [bekend, goed]
      ```
      """)
    let chart = try #require(outcome.chart)
    #expect(chart.series.map { $0.label.plainText } == ["2021", "2024"])
    #expect(chart.series.map(\.isLight) == [true, false])
    #expect(details(chart).prefix(2) == ["n\u{A0}onbekend", "n\u{A0}=\u{A0}1.081"])
    #expect(labels(chart.cells[0]) == ["26%", "47%"])
    #expect(labels(chart.cells[1])[0] == "-")
  }

  @Test func aWaveThatIsKnownInPartIsNotStacked() throws {
    let outcome = try SmallReport.compose(
      """
      ```chart
      question: bekendheid
      by: role
      segments: [raadslid]
      waves: ["2021", "2024"]
      ```
      """)
    let chart = try #require(outcome.chart)
    #expect(chart.rows.map { $0.label.plainText } == ["Raadsleden, 2024"])
    #expect(notes(chart).contains("Van 2021 zijn niet alle antwoorden gepubliceerd."))
    #expect(!outcome.document.figures.contains { $0.query.contains("2021") })
  }

  @Test func roundingIsExplainedOnlyWhereItShows() throws {
    for (question, isOff) in [("aandacht_voldoende", true), ("vote", false)] {
      let results = question == "vote" ? SmallReport.voters : SmallReport.offices
      let breakdown = question == "vote" ? "party" : "role"
      let outcome = try SmallReport.compose(
        "```chart\nquestion: \(question)\ntype: stacked-bars\nby: \(breakdown)\n```",
        results: results)
      let chart = try #require(outcome.chart)
      let sums = chart.cells.map { row in
        labels(row).reduce(0) { $0 + (Int($1.dropLast()) ?? 0) }
      }
      #expect(sums.contains { $0 != 100 } == isOff, "\(question) \(sums)")
      #expect(notes(chart).contains(isOff ? "afronding" : "ounding") == isOff)
    }
  }

  @Test func whatIsNotReportableGivesWay() throws {
    let text = """
      ```chart
      question: agressie
      by: role
      segments: [cdk]
      when: reportable
      else: Te weinig deelnemers.
      ```
      """
    let outcome = try SmallReport.compose(text)
    #expect(outcome.faults == [])
    #expect(outcome.chart == nil)
    #expect(outcome.text == "Te weinig deelnemers.")
    #expect(outcome.document.figures.isEmpty)
  }

  /// In a loop over items a chart is about the item at hand, unless it names its own question.
  @Test func aLoopOverItemsHasAChartForEach() throws {
    let outcome = try SmallReport.compose(
      """
      ::: each item of oordeel

      ```chart
      by: role
      title: "{{ item }}"
      ```

      :::
      """)
    let charts = outcome.blocks.compactMap { block in
      if case .chart(let chart) = block.content { chart } else { nil }
    }
    #expect(charts.count == 5)
    #expect(charts.map(\.rows.count) == [4, 4, 4, 4, 4])
    #expect(charts.first?.title.plainText == "prettig")
  }
}
