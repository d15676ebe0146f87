import Foundation
import SurveyResults
import Testing

/// The tables of `katern results`, made of the imported samples.
@Suite struct ResultsTableTests {
  private func table(
    _ report: String, _ question: String, item: String? = nil, by breakdown: String? = nil,
    wave: String? = nil
  ) throws -> ResultsTable {
    let results = try SampleReports.results(of: report)
    return try ResultsTable(
      question: try #require(results.question(question)), item: item, by: breakdown, wave: wave,
      results: results)
  }

  @Test func textHasAlignedFiguresOfReportedSegmentsAndTotal() throws {
    let text = try table(SampleReportsTests.officeHolders, "reactie", by: "role").text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "Reactie op agressie (reactie), 2024")
    let head = try #require(lines.first { $0.contains("burgemeesters") })
    #expect(head.hasSuffix("  total"))
    #expect(!text.contains("commissaris"))
    let none = try #require(lines.first { $0.hasPrefix("niets") })
    let ends = none.hasSuffix("%")
    #expect(ends)
    #expect(none.count == head.count, "figures end where their heads end")
    #expect(none.contains(" 6%"))
    #expect(none.contains("49%*"), "39 provincial councillors were asked")
    #expect(text.contains("* indicative: fewer than 50 answered"))
    #expect(lines.contains { $0.hasPrefix("any") && $0.contains("= Iets gedaan") })
    let bases = try #require(lines.first { $0.hasPrefix("n ") })
    #expect(bases.contains(" 68 "))
  }

  @Test func textOfAnEarlierWaveHasWhatWasPrinted() throws {
    let text = try table(
      SampleReportsTests.officeHolders, "agressie", by: "role", wave: "2021"
    ).text
    #expect(text.contains("higher†"))
    #expect(text.contains("† printed by: Onderzoeksrapport over de tweede meting"))
  }

  @Test func batteryNeedsAnItem() throws {
    let results = try SampleReports.results(of: SampleReportsTests.electionStudy)
    let question = try #require(results.question("placement"))
    #expect(throws: FigureRefusal.self) { try ResultsTable(question: question, results: results) }
    let table = try ResultsTable(
      question: question, item: "dole", by: "party", results: results)
    #expect(table.columns.map(\.label) == ["Democrats", "independents", "Republicans", "total"])
    #expect(table.rows.map(\.isNet) == Array(repeating: false, count: 7) + [true, true])
    #expect(
      throws: FigureRefusal.unknownItem(
        "perot", of: "placement", known: ["self", "clinton", "dole"])
    ) {
      try ResultsTable(question: question, item: "perot", results: results)
    }
  }

  @Test func questionThatThePlanHasForTheTotalOnly() throws {
    let results = try SampleReports.results(of: SampleReportsTests.electionStudy)
    let question = try #require(results.question("identification"))
    #expect(throws: FigureRefusal.notInPlan(question: "identification", breakdown: "party")) {
      try ResultsTable(question: question, by: "party", results: results)
    }
    #expect(
      try ResultsTable(question: question, results: results).columns.map(\.label) == ["total"])
  }

  @Test func csvHasALineForEachFigure() throws {
    let table = try table(SampleReportsTests.officeHolders, "agressie", by: "role")
    let lines = table.csv.split(separator: "\n").map(String.init)
    #expect(lines.count == 1 + 7 * 5)
    #expect(
      lines[0]
        == "question,item,wave,answer,places,label,kind,segment,percent,low,high,count,base,mean,"
        + "standard_deviation,quality,reason")
    #expect(
      lines.contains(
        "agressie,,2024,any,,Een of meer vormen,net,role:burgemeester,60,52.6,67.3,68,113,,,sound,"
      ))
    #expect(lines.contains { $0.contains("\"Nee, geen van bovenstaande\"") })
  }

  @Test func jsonIsReadByOthersAndAlwaysTheSame() throws {
    let table = try table(SampleReportsTests.officeHolders, "agressie", by: "role")
    #expect(
      try table.json == self.table(SampleReportsTests.officeHolders, "agressie", by: "role").json)
    let value = try JSONSerialization.jsonObject(with: Data(table.json.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["question"] as? String == "agressie")
    let rows = try #require(object["rows"] as? [[String: Any]])
    let any = try #require(rows.last)
    #expect(any["net"] as? Bool == true)
    let cells = try #require(any["cells"] as? [[String: Any]])
    #expect(cells[0]["percent"] as? Int == 60)
    #expect(cells[0]["base"] as? Int == 113)
  }

  @Test func overviewListsQuestionsWavesAndBreakdowns() throws {
    let text = ResultsTable.overview(
      try SampleReports.results(of: SampleReportsTests.officeHolders))
    let lines = text.split(separator: "\n").map(String.init)
    let question = try #require(lines.first { $0.hasPrefix("  bekendheid") })
    for word in ["single", "1549", "total, role", "2024, 2021", "Bekendheid van het"] {
      #expect(question.contains(word), "\(word)")
    }
    #expect(lines.contains { $0.contains("cdk") && $0.contains("(not reported)") })
    #expect(lines.contains { $0.contains("known from: Onderzoeksrapport") })
  }

  // MARK: All kinds

  private func kinds(_ question: String, by breakdown: String? = nil) throws -> ResultsTable {
    let results = try #require(try SmallSurvey.kinds.imported().results)
    return try ResultsTable(
      question: try #require(results.question(question)), by: breakdown, results: results)
  }

  @Test func rankingHasARowForEachPlaceOfEachObject() throws {
    let table = try kinds("first", by: "role")
    #expect(
      table.rows.prefix(3).map(\.places) == [.place(1), .place(2), .top(2)])
    let lines = table.text(hasIntervals: true).split(separator: "\n").map(String.init)
    let line = try #require(lines.first { $0.hasPrefix("speed, top 2") })
    #expect(line.hasSuffix("n<30      n<30  67%* (52.5–79.5)"))
    #expect(lines.contains { $0.hasPrefix("partial") && $0.contains("= Ranked fewer than 2") })
    #expect(
      table.csv.contains(
        "first,,1,speed,top 2,Speed,category,total,67,52.5,79.5,29,43,,,indicative"))
    #expect(table.json.contains("\"first_place\": 1,\n      \"last_place\": 2"))
    #expect(!table.text.contains("52.5"))
  }

  @Test func numericQuestionHasItsMean() throws {
    let table = try kinds("hours")
    let lines = table.text.split(separator: "\n").map(String.init)
    // The numbers 0 to 56 without those that end in 9: Σ = 1451 of 52 people.
    #expect(lines.contains { $0.hasPrefix("mean") && $0.hasSuffix(" 27.90") })
    #expect(table.text(hasIntervals: true).contains("  27.90 (23.33–32.47)\n"))
    #expect(table.csv.contains("hours,,1,,,Hours,mean,total,,23.33,32.47,,52,27.90,16.82,sound,"))
    #expect(
      table.json.contains(
        #""mean": 27.9, "standard_deviation": 16.82, "base": 52, "interval": [23.33, 32.47]"#))
  }

  @Test func crossingHasATableForEachSegmentOfTheFirst() throws {
    let table = try kinds("words", by: "town, role")
    #expect(table.breakdown == "role × town")
    #expect(try kinds("words", by: "role,town") == table)
    let lines = table.text.split(separator: "\n").map(String.init)
    #expect(lines.filter { $0 == "mayors" || $0 == "aldermen" } == ["mayors", "aldermen"])
    #expect(!table.text.contains("commissioner"), "three took part, and their answers are not kept")
    #expect(
      lines.contains(
        "· aldermen, southerners, all answers: withheld, fewer than 10 people"))
    let means = try kinds("hours", by: "role,town").text
    #expect(means.contains("· aldermen, southerners, mean: withheld, fewer than 10 people"))
    #expect(means.contains("n<30 too few answered for a percentage or a mean"))
  }

  @Test func openQuestionHasItsCodesAndQuotes() throws {
    let table = try kinds("ideas", by: "role")
    #expect(table.text.contains("  “More advice, please.” (role:mayor)\n"))
    #expect(table.text.contains("  “We are few.” [a selection]\n"), "whose words is not said")
    #expect(!table.json.contains("Ann"), "nor who allowed it")
  }

  @Test func splitThatCannotBeIsRefused() throws {
    #expect(throws: FigureRefusal.crossedWithItself("role")) { try kinds("words", by: "role,role") }
    #expect(throws: FigureRefusal.unknownBreakdown("rol", known: ["role", "town"])) {
      try kinds("words", by: "rol,town")
    }
    #expect(throws: FigureRefusal.self) { try kinds("words", by: "role,town,role") }
    #expect(throws: FigureRefusal.self) { try kinds("words", by: "") }
    #expect(throws: FigureRefusal.notInPlan(question: "words", breakdown: "town")) {
      try kinds("words", by: "town")
    }
  }

  @Test func overviewSaysWhoTookPartAndHowAccurateThatIs() throws {
    let lines = ResultsTable.overview(
      try SampleReports.results(of: SampleReportsTests.officeHolders)
    ).split(separator: "\n").map(String.init)
    let mayors = try #require(lines.first { $0.hasPrefix("    burgemeester ") })
    #expect(
      mayors.split(separator: " ").map(String.init)
        == ["burgemeester", "burgemeesters", "342", "338", "113", "7.6", "B"])
    #expect(
      lines.contains {
        $0.contains("gedeputeerden (not reported)") && $0.hasSuffix("42.4         E")
      })
    let crossed = ResultsTable.overview(try #require(try SmallSurvey.kinds.imported().results))
    #expect(crossed.contains("total, role, role × town"))
  }
}
