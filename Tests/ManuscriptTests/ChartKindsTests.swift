import Diagnostics
import DocumentTree
import SurveyResults
import SurveyStatistics
import Testing

/// Dumbbells, diverging bars, small multiples, columns, and what is added to charts.
@Suite struct ChartKindsTests {
  private func chart(_ body: String, results: ResultsModel? = nil) throws -> Chart {
    let outcome = try SmallReport.compose("```chart\n\(body)\n```", results: results)
    #expect(outcome.faults == [])
    return try #require(outcome.chart)
  }

  private func notes(_ chart: Chart) -> String {
    chart.notes.map(\.plainText).joined(separator: " ")
  }

  @Test func twoWavesOfAnAnswerAreADumbbell() throws {
    let chart = try chart(
      """
      question: bekendheid
      by: role
      segments: [burgemeester, raadslid]
      waves: ["2021", "2024"]
      categories: [bekend]
      table: no
      """)
    #expect(chart.kind == .dumbbell)
    #expect(chart.rows.map { $0.label.plainText } == ["Burgemeesters", "Raadsleden"])
    #expect(chart.rows.map { $0.detail.plainText } == ["n\u{A0}=\u{A0}113", "n\u{A0}=\u{A0}1.081"])
    #expect(chart.series.map { $0.detail.plainText } == ["n\u{A0}onbekend", ""])
    let labels = chart.cells.map { $0.map { $0.value?.label.text } }
    #expect(labels == [["80%", "93%"], ["26%", "47%"]])
    #expect(chart.rows.map { $0.summary?.text.plainText } == ["+13", "+21"])
    #expect(chart.summaryHeading.plainText == "Verschil")
    // Nothing of a wave without n can be tested, and the note says so.
    #expect(!chart.hasSignificance)
    #expect(notes(chart).contains("Verschillen met 2021 zijn niet getoetst"))
    #expect(
      chart.alternativeText.plainText
        == "Vergelijking van twee metingen. "
        + "Raadsleden: van 26% in 2021 naar 47% in 2024 (+21 procentpunt). "
        + "Burgemeesters: van 80% in 2021 naar 93% in 2024 (+13 procentpunt).")
  }

  @Test func aDifferenceIsAPrintedFigure() throws {
    let outcome = try SmallReport.compose(
      """
      ```chart
      question: bekendheid
      by: role
      segments: [burgemeester]
      waves: ["2021", "2024"]
      categories: [bekend]
      ```
      """)
    let summary = try #require(outcome.chart?.rows[0].summary?.text.first)
    guard case .figure(let index) = summary.origin else {
      Issue.record("\(summary.origin)")
      return
    }
    let entry = outcome.document.figures[index]
    #expect(entry.printed == "+13")
    #expect(entry.quality == "published")
    #expect(entry.query == "bekendheid.bekend for role:burgemeester in 2024 vs in 2021")
  }

  @Test func severalAnswersOfTwoWavesHeadGroups() throws {
    let chart = try chart(
      """
      question: bekendheid
      type: dumbbell
      by: role
      segments: [burgemeester, raadslid]
      waves: ["2021", "2024"]
      categories: [bekend, onbekend]
      """)
    #expect(chart.rows.map { $0.heading.isEmpty } == [false, true, false, true])
    #expect(chart.rows.map(\.opensGroup) == [false, false, true, false])
    #expect(Set(chart.rows.map { $0.label.plainText }) == ["Burgemeesters", "Raadsleden"])
  }

  /// Each office against the other three, Holm over the row, reckoned here from the counts.
  @Test func significanceIsAgainstTheOthersWithHolm() throws {
    let chart = try chart("question: agressie\nby: role\nsignificance: yes")
    let results = try #require(SmallReport.offices)
    let roles = ["burgemeester", "wethouder", "raadslid", "statenlid"]
    let question = try #require(results.question("agressie"))
    var marked = 0
    for (row, cells) in zip(chart.rows, chart.cells) {
      let answer = try #require(
        question.categories.first { $0.label == row.label.plainText }?.id)
      let tests = try roles.map { role in
        let one = try results.figure(
          FigureRequest(
            question: "agressie", answer: answer,
            segment: .segment(breakdown: "role", id: role)))
        let others = try results.figure(
          FigureRequest(
            question: "agressie", answer: answer, segment: .others(breakdown: "role", id: role)))
        return Comparison.ofGroups(
          try #require(one.proportion), try #require(others.proportion))
      }
      let adjusted = Comparison.holm(tests.map(\.p))
      for (index, cell) in cells.enumerated() {
        let expected: Chart.Significance? =
          adjusted[index] >= 0.05 ? nil : tests[index].points > 0 ? .higher : .lower
        #expect(cell.value?.significance == expected, "\(answer) \(roles[index])")
        if expected != nil { marked += 1 }
      }
    }
    #expect(marked > 2)
    #expect(!chart.significanceLegend.isEmpty)
    #expect(notes(chart).contains("Holm"))
    #expect(chart.alternativeText.plainText.contains("significant hoger"))
  }

  @Test func withoutTheKeyNothingIsTested() throws {
    let chart = try chart("question: agressie\nby: role")
    #expect(!chart.hasSignificance && chart.significanceLegend.isEmpty)
    #expect(!notes(chart).contains("Holm"))
  }

  @Test func whiskersAreTheIntervals() throws {
    let chart = try chart("question: agressie\nby: role\nwhiskers: yes")
    let results = try #require(SmallReport.offices)
    let figure = try results.figure(
      FigureRequest(
        question: "agressie", answer: "verbaal",
        segment: .segment(breakdown: "role", id: "burgemeester")))
    let interval = try #require(figure.interval)
    let drawn = try #require(chart.cells[0][0].value?.interval)
    #expect(drawn.lowerBound == interval.lowerBound / 100)
    #expect(drawn.upperBound == interval.upperBound / 100)
    #expect(notes(chart).contains("betrouwbaarheidsinterval"))
  }

  @Test func divergingBarsLeaveDontKnowOutAndStateTheirZero() throws {
    let chart = try chart("question: aandacht_voldoende\nby: role\ntype: diverging-bars")
    #expect(chart.series.count == 5)
    #expect(chart.series.filter(\.isSetApart).isEmpty)
    #expect(chart.summaryHeading.plainText == "Weet niet")
    #expect(chart.rows.allSatisfy { $0.summary?.text.plainText.hasSuffix("%") == true })
    #expect(notes(chart).contains("De nullijn loopt door het midden van"))
  }

  @Test func aNetStandsAtTheRight() throws {
    let chart = try chart("question: aandacht_voldoende\nby: role\nnet: eens\ntable: no")
    let results = try #require(SmallReport.offices)
    let figure = try results.figure(
      FigureRequest(
        question: "aandacht_voldoende", answer: "eens",
        segment: .segment(breakdown: "role", id: "burgemeester")))
    let percent = try #require(figure.percent)
    #expect(chart.rows[0].summary?.text.plainText == "\(percent)%")
    #expect(
      chart.alternativeText.plainText.contains("\(chart.summaryHeading.plainText) \(percent)%"))
  }

  @Test func aBatteryBySegmentsHasAHeadingPerItem() throws {
    let chart = try chart("question: placement\nby: party", results: SmallReport.voters)
    let headings = chart.rows.compactMap { $0.heading.isEmpty ? nil : $0.heading.plainText }
    #expect(headings == ["Respondents themselves", "Bill Clinton", "Bob Dole"])
    #expect(chart.rows.count == 9)
    #expect(chart.rows.filter(\.opensGroup).count == 2)
  }

  /// The table has every value with its origin; what the chart shows by shape it says in words.
  @Test func theDataStandBehindTheChart() throws {
    let body = "question: reactie\nby: role\nsignificance: yes\ntable: yes"
    let outcome = try SmallReport.compose("```chart\n\(body)\n```")
    let chart = try #require(outcome.chart)
    let table = try #require(outcome.tables.first)
    #expect(table.rows.count == chart.rows.count)
    for (line, cells) in zip(table.rows, chart.cells) {
      for (entry, cell) in zip(line.dropFirst(), cells) {
        let value = try #require(cell.value)
        #expect(entry.text.first == value.label)
        #expect(entry.text.plainText.contains("indicatief") == value.isIndicative)
        #expect(
          entry.text.plainText.contains("significant") == (value.significance != nil))
      }
    }
    #expect(table.header[0][1].text.plainText == "Burgemeesters\nn\u{A0}=\u{A0}68")
  }

  @Test func moreThanFourSegmentsAreSmallMultiples() throws {
    let chart = try chart(
      """
      question: agressie
      by: role
      segments: [burgemeester, wethouder, raadslid, statenlid, cdk]
      """)
    #expect(chart.kind == .smallMultiples)
    #expect(Set(chart.series.map(\.colour)) == ["accent"])
  }

  @Test func oneAnswerOfSegmentsStandsInColumns() throws {
    let chart = try chart("question: agressie\nby: role\ntype: columns\ncategories: [verbaal]")
    #expect(chart.rows.map { $0.label.plainText }.first == "Burgemeesters")
    #expect(chart.rows[0].detail.plainText == "n\u{A0}=\u{A0}113")
    #expect(chart.cells.map { $0.map { $0.value?.label.text } }.first == ["49%"])
    #expect(
      chart.alternativeText.plainText.hasPrefix("Kolomdiagram. Het vaakst: Burgemeesters: 49%."))
  }

  @Test func otherNoneAndDontKnowStandLastWhateverTheirShare() throws {
    let descending = try chart("question: reactie\nby: role")
    #expect(descending.rows.last?.label.plainText.contains("iets") == true)
    let labels = descending.rows.map { $0.label.plainText }
    let other = try #require(labels.firstIndex { $0.hasPrefix("Iets anders") })
    #expect(other == labels.count - 2)
  }

  @Test func rowsGoByTheReference() throws {
    let body = "question: agressie\nby: role\nreference: wethouder"
    let chart = try chart(body)
    let shares = chart.cells.dropLast().compactMap { $0[1].value?.share }
    #expect(shares == shares.sorted(by: >))
  }

  @Test func threeWavesAndMoreAreLines() throws {
    let chart = try chart(
      """
      question: vervoer
      by: huishouden
      segments: [alleen, gezin]
      categories: [fiets]
      waves: ["2014", "2019", "2022", "2024"]
      table: no
      """, results: SmallReport.places)
    #expect(chart.kind == .lines)
    #expect(chart.rows.map { $0.label.plainText } == ["2014", "2019", "2022", "2024"])
    let times = chart.rows.compactMap(\.time)
    #expect(times.count == 4 && times == times.sorted())
    #expect(chart.series.map { $0.label.plainText } == ["Alleenwonenden", "Gezinnen"])
    // Two waves say how many took part; the range is printed, each end a figure.
    #expect(chart.series[0].detail.plainText == "n\u{A0}=\u{A0}301–317")
    #expect(chart.series.map(\.colour) == ["role-1", "role-3"])
    #expect(notes(chart).contains("Verschillen met 2014 en 2019 zijn niet getoetst: hoeveel"))
    #expect(notes(chart).contains("De vraag van 2014 was vergelijkbaar"))
    #expect(
      chart.alternativeText.plainText.contains("Alleenwonenden: 2014 49%, 2019 57%, 2022 58%, 2024")
    )
  }

  @Test func aPublishedBaseIsPrinted() throws {
    let chart = try chart(
      """
      question: vervoer
      by: huishouden
      segments: [alleen, woongroep]
      categories: [fiets]
      waves: ["2022", "2024"]
      """, results: SmallReport.places)
    #expect(
      chart.rows.map { $0.detail.plainText } == [
        "2022:\u{A0}n\u{A0}=\u{A0}301; 2024:\u{A0}n\u{A0}=\u{A0}317",
        "n\u{A0}=\u{A0}40, indicatief",
      ])
    #expect(chart.cells[1][0] == .absent)
    #expect(chart.rows[1].summary == nil)
    #expect(notes(chart).contains("Van 2022 zijn niet alle antwoorden gepubliceerd."))
    #expect(notes(chart).contains("alleen percentages gepubliceerd"))
  }

  @Test func aBatteryIsSortedOnItsNet() throws {
    let chart = try chart(
      "question: voorzieningen\nnet: tevreden-samen", results: SmallReport.places)
    let totals = chart.rows.compactMap { Int($0.summary?.text.plainText.dropLast() ?? "") }
    #expect(totals.count == 10)
    #expect(totals == totals.sorted(by: >))
  }

  @Test func linesTellFourSeriesApart() throws {
    let body = """
      question: vervoer
      categories: [fiets, auto, trein, deelauto, lopen]
      waves: ["2014", "2019", "2022", "2024"]
      """
    let outcome = try SmallReport.compose(
      "```chart\n\(body)\n```", results: SmallReport.places)
    #expect(outcome.log.sorted.map(\.id) == ["wrong-chart"])
  }

  /// Chart, and the diagnostic with what it says and its fix.
  @Test(arguments: [
    ("question: agressie\ntype: stacked-bars", "wrong-chart", "use 'type: grouped-bars'"),
    ("question: agressie\ntype: ranking", "wrong-chart", "use 'type: grouped-bars'"),
    ("question: agressie\ntype: diverging-bars", "wrong-chart", "use 'type: grouped-bars'"),
    ("question: agressie\ntype: dumbbell", "wrong-chart", "use 'type: grouped-bars'"),
    ("question: agressie\ntype: lines", "wrong-chart", "use 'type: grouped-bars'"),
    (
      "question: bekendheid\ntype: lines\nwaves: [\"2021\", \"2024\"]\nby: role",
      "wrong-chart", "use 'type: dumbbell'"
    ),
    (
      "question: bekendheid\ntype: small-multiples\nwaves: [\"2021\", \"2024\"]\nby: role",
      "wrong-chart", "use 'type: dumbbell'"
    ),
    ("question: agressie\nsignificance: yes", "significance-without-segments", "say by"),
    (
      "question: aandacht_voldoende\nby: role\nsignificance: yes", "unsuited-key",
      "leave 'significance' out"
    ),
    ("question: aandacht_voldoende\nwhiskers: yes", "unsuited-key", "leave 'whiskers' out"),
    ("question: agressie\nby: role\nnet: any", "unsuited-key", "leave 'net' out"),
    ("question: aandacht_voldoende\nnet: enns", "unknown-category", "did you mean"),
    (
      "question: agressie\nby: role\nsegments: [raadslid]\nreference: wethouder",
      "reference-not-shown", ""
    ),
    (
      "question: reactie\nby: role\nwaves: [\"2021\", \"2024\"]", "not-comparable", ""
    ),
  ])
  func whatDoesNotSuitComesWithWhatDoes(body: String, id: String, fix: String) throws {
    let outcome = try SmallReport.compose("```chart\n\(body)\n```")
    #expect(outcome.chart == nil)
    let faults = outcome.log.sorted
    #expect(faults.map(\.id) == [id])
    #expect(fix.isEmpty || faults.first?.fixes.first?.text.hasPrefix(fix) == true, "\(faults)")
  }
}

/// Rankings: what was put in order, by place.
@Suite struct RankingTests {
  private func chart(_ body: String) throws -> Chart {
    let outcome = try SmallReport.compose(
      "```chart\nquestion: wensen\n\(body)\n```", results: SmallReport.places)
    #expect(outcome.faults == [])
    return try #require(outcome.chart)
  }

  private func share(_ object: String, _ places: Places, of segment: SegmentKey) throws -> Int? {
    let results = try #require(SmallReport.places)
    return try results.figure(
      FigureRequest(question: "wensen", answer: object, segment: segment, places: places)
    ).percent
  }

  @Test func rowsGoByTheTotalOfThePlaces() throws {
    let chart = try chart("table: no")
    #expect(chart.kind == .ranking)
    #expect(
      chart.series.map { $0.label.plainText } == [
        "Plaats\u{A0}1", "Plaats\u{A0}2", "Plaats\u{A0}3",
      ])
    #expect(chart.summaryHeading.plainText == "Top\u{A0}3")
    let totals = chart.rows.compactMap { Int($0.summary?.text.plainText.dropLast() ?? "") }
    #expect(totals.count == 7 && totals == totals.sorted(by: >))
    #expect(chart.rows[0].label.plainText == "Betaalbare woningen")
    let first = chart.cells[0].map { $0.value?.label.text }
    let expected = try (1...3).map {
      "\(try #require(try share("wonen", .place($0), of: .total)))%"
    }
    #expect(first == expected)
    #expect(totals[0] == (try share("wonen", .top(3), of: .total)))
    #expect(chart.notes[0].plainText.contains("n\u{A0}=\u{A0}824."))
    #expect(chart.alternativeText.plainText.contains("Betaalbare woningen: Plaats\u{A0}1"))
  }

  @Test func segmentsAreGroupsInOneOrder() throws {
    let chart = try chart("by: huishouden\nsegments: [alleen, gezin, anders-wonend]")
    #expect(chart.rows.count == 15)
    let names = chart.rows.map { $0.label.plainText }
    #expect(Array(names[..<7]) == Array(names[7..<14]))
    #expect(chart.rows[7].heading.plainText == "Gezinnen n\u{A0}=\u{A0}184")
    // Too few people: one row that says so, and no number of theirs anywhere.
    #expect(names[14] == "Andere huishoudens")
    #expect(chart.cells[14].allSatisfy { $0.reason?.text == "n\u{A0}<\u{A0}30" })
    #expect(chart.rows[14].summary == nil)
  }

  @Test(arguments: ["grouped-bars", "stacked-bars", "columns", "small-multiples"])
  func otherKindsLeadToTheRanking(kind: String) throws {
    let outcome = try SmallReport.compose(
      "```chart\nquestion: wensen\ntype: \(kind)\n```", results: SmallReport.places)
    let fault = try #require(outcome.log.sorted.first)
    #expect(fault.id == "wrong-chart")
    #expect(fault.summary == "a ranking is drawn with 'type: ranking'")
    #expect(fault.fixes.first?.replacement == "ranking")
  }
}
