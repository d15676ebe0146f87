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
        == "question,item,wave,answer,label,kind,segment,percent,count,base,quality,reason")
    #expect(
      lines.contains(
        "agressie,,2024,any,Een of meer vormen,net,role:burgemeester,60,68,113,sound,"))
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
}
