import Diagnostics
import Foundation
import SurveyResults
import SurveyStatistics
import Testing

/// Rankings, open answers, numbers, crossings and quotes: counted, written, read back, asked for.
@Suite struct KindsTests {
  /// The results as they come back from a file.
  private func results(_ survey: SmallSurvey = .kinds) throws -> ResultsModel {
    let (found, diagnostics) = try survey.imported()
    #expect(!diagnostics.contains { $0.severity == .error }, "\(diagnostics)")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kinds-\(UUID().uuidString).sqlite"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ResultsFile.write(try #require(found), to: path)
    return try ResultsFile.read(path: path)
  }

  private func count(
    _ results: ResultsModel, _ question: String, _ answer: String, _ places: Places? = nil,
    _ segment: String = "total"
  ) throws -> [Int]? {
    let figure = try results.figure(
      FigureRequest(
        question: question, answer: answer, segment: try results.segment(named: segment),
        places: places))
    guard case .counted(let proportion, _) = figure.outcome else { return nil }
    return [proportion.count, proportion.base]
  }

  // Of the 57 who count, 15 give the first ranking, and 14 each of the others.
  @Test func rankingFromPlaces() throws {
    let results = try results()
    #expect(try count(results, "first", "speed") == [15, 43], "the top 1 is meant")
    #expect(try count(results, "first", "speed", .place(1)) == [15, 43])
    #expect(try count(results, "first", "speed", .place(2)) == [14, 43])
    #expect(try count(results, "first", "speed", .top(2)) == [29, 43])
    #expect(try count(results, "first", "trust", .top(2)) == [29, 43])
    #expect(try count(results, "first", "partial") == [14, 43])
    #expect(results.question("first")?.nets.map(\.id) == ["partial"], "one column has no ties")
  }

  @Test func rankingFromRanks() throws {
    let results = try results()
    // The third ranking puts speed and trust first, and cost after them.
    #expect(try count(results, "ranked", "speed") == [29, 43])
    #expect(try count(results, "ranked", "trust") == [28, 43])
    #expect(try count(results, "ranked", "trust", .place(2)) == [15, 43])
    #expect(try count(results, "ranked", "trust", .top(2)) == [43, 43])
    #expect(
      try count(results, "ranked", "cost", .top(2)) == [14, 43], "a third place is not counted")
    #expect(try count(results, "ranked", "tied") == [14, 43])
    #expect(try count(results, "ranked", "partial") == [14, 43])
  }

  @Test func placesThatARankingHasNot() throws {
    let results = try results()
    for (question, answer, places, most) in [
      ("first", "speed", Places.top(3), 2), ("ideas", "advice", .place(1), 0),
      ("first", "partial", .top(1), 0),
    ] {
      #expect(throws: FigureRefusal.unknownPlaces(places, of: question, most: most)) {
        try count(results, question, answer, places)
      }
    }
  }

  @Test func openAnswersFromColumns() throws {
    let results = try results()
    // Every fifth was not asked; the fourth of five gave no answer and is in the base.
    #expect(try count(results, "ideas", "advice") == [23, 46])
    #expect(try count(results, "ideas", "money") == [23, 46])
    #expect(try count(results, "ideas", "answered") == [35, 46])
    #expect(results.question("ideas")?.coder == "human")
  }

  @Test func openAnswersFromAFileOfCodes() throws {
    let results = try results()
    #expect(try count(results, "words", "kind") == [30, 57])
    #expect(try count(results, "words", "fast") == [12, 57])
    #expect(try count(results, "words", "answered") == [30, 57])
    #expect(results.question("words")?.coder == "a model")
    #expect(results.inputs.map(\.path).contains("data/codes.csv"))
  }

  @Test func meanAndStandardDeviation() throws {
    let results = try results()
    let numbers = (0..<57).filter { $0 % 10 != 9 }.map(Double.init)
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let spread = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count - 1)
    let figure = try results.mean(of: "hours")
    #expect(figure.moments?.count == 52)
    #expect(abs((figure.mean ?? 0) - mean) < 1e-9)
    #expect(abs((figure.standardDeviation ?? 0) - spread.squareRoot()) < 1e-9)
    #expect(throws: FigureRefusal.notNumeric("ideas")) { try results.mean(of: "ideas") }
    let small = try results.mean(of: "hours", segment: results.segment(named: "commissioner"))
    #expect(small.outcome == .withheld(.smallGroup))
  }

  @Test func crossingInEitherOrder() throws {
    let results = try results()
    let key = try results.segment(named: "north and role:mayor")
    #expect(try results.segment(named: "mayor and town:north") == key)
    #expect(key.description == "role:mayor and town:north", "in the order of the breakdowns")
    // Of the 29 even numbers below 57, those of rest 0 or 1 modulo 3 are northern.
    #expect(results.participation(of: key, in: "1")?.responded == 19)
    #expect(try count(results, "words", "kind", nil, "mayor and north") == [10, 19])
    #expect(throws: FigureRefusal.notInPlan(question: "words", breakdown: "town")) {
      try count(results, "words", "kind", nil, "north")
    }
    #expect(throws: FigureRefusal.crossedWithItself("role")) {
      try results.segment(named: "mayor and alderman")
    }
  }

  @Test func onlyApprovedQuotesEnter() throws {
    let (_, diagnostics) = try SmallSurvey.kinds.imported()
    let warning = try #require(diagnostics.first { $0.id == "unapproved-quotes" })
    #expect(warning.severity == .warning && warning.summary.hasPrefix("1 quotes"))
    let results = try results()
    let quotes = try results.quotes(of: "ideas")
    #expect(quotes.map(\.quote.text) == ["More advice, please.", "We are few."])
    #expect(quotes.map(\.quote.isSelection) == [false, true])
    #expect(quotes.map(\.quote.redactions) == [nil, "the province"])
    let mayor = try results.segment(named: "mayor")
    #expect(quotes.map(\.segment) == [mayor, nil], "three commissioners are too few")
    #expect(try results.quotes(of: "ideas", answer: "advice").count == 1)
  }

  @Test func quoteSaysWhoseItIsWhereTheBaseMayBeShown() throws {
    var survey = SmallSurvey.kinds
    let north = try results(survey).segment(named: "mayor and north")
    #expect(try results(survey).quotes(of: "words", for: north).count == 1)
    #expect(try results(survey).quotes(of: "words", for: role("mayor")).isEmpty)
    // 19 northern mayors are too few now.
    try survey.replace("publish:\n", "policy: { group: 20 }\npublish:\n", in: SmallSurvey.codebook)
    #expect(try results(survey).quotes(of: "words", for: north).isEmpty)
    #expect(try results(survey).quotes(of: "words").map(\.segment) == [nil])
  }

  @Test func quoteOfAWithheldAnswerDoesNotSayWhoseItIs() throws {
    var survey = SmallSurvey.kinds
    // Of the 29 mayors 12 gave "money", of 28 aldermen 11: below a cell of 13 both are withheld.
    try survey.replace("coder: human", "coder: human\n    sensitive: yes", in: SmallSurvey.codebook)
    try survey.replace("publish:\n", "policy: { cell: 13 }\npublish:\n", in: SmallSurvey.codebook)
    #expect(try results(survey).quotes(of: "ideas").map(\.segment) == [nil, nil])
  }

  private func role(_ id: String) -> SegmentKey { .segment(breakdown: "role", id: id) }

  @Test func whoIsNotAskedIsMissing() throws {
    let survey = try #require(try SmallSurvey.kinds.imported().results)
    let base = try survey.base(of: "first")
    #expect(base == .counted(43))
  }
}
