import TestSupport
import Testing

@testable import Manuscript

@Suite struct QueryParserTests {
  private func parse(_ text: String) throws -> BoundQuery { try QueryParser.parse(text) }

  private func names(_ query: Query) -> [String] {
    if case .path(let names) = query.subject { names.map(\.text) } else { [] }
  }

  @Test func readsAPathOfOneToThreeNames() throws {
    #expect(names(try parse("any").query) == ["any"])
    #expect(names(try parse("agressie.any").query) == ["agressie", "any"])
    #expect(names(try parse("oordeel.snel.eens").query) == ["oordeel", "snel", "eens"])
  }

  @Test func keepsThePlaceOfEachNameInBytes() throws {
    let query = try parse("  één.twee  for  drie").query
    guard case .path(let names) = query.subject else {
      Issue.record("no path: \(query)")
      return
    }
    #expect(names.map(\.bytes) == [2..<7, 8..<12])
    #expect(query.segmentBytes == 19..<23)
  }

  @Test func readsClausesInAnyOrder() throws {
    let query = try parse("any of all in 2021 as words for role:burgemeester").query
    #expect(query.isOfAll)
    #expect(query.wave?.text == "2021")
    #expect(query.format == .words)
    #expect(query.segment == .named(.init(text: "role:burgemeester", bytes: 32..<49)))
  }

  @Test func readsTheSegmentsWithoutAName() throws {
    #expect(try parse("any for this").query.segment == .this)
    #expect(try parse("any for others").query.segment == .others)
    #expect(try parse("any for total").query.segment == .total)
  }

  @Test(arguments: Query.CohortMeasure.allCases)
  func readsTheMeasuresOfACohort(_ measure: Query.CohortMeasure) throws {
    #expect(try parse("\(measure.rawValue) for raadslid").query.subject == .cohort(measure))
    // With a dot behind it the word is the name of a question.
    #expect(names(try parse("\(measure.rawValue).any").query) == [measure.rawValue, "any"])
  }

  @Test func readsABaseWithAndWithoutItsQuestion() throws {
    #expect(try parse("base for raadslid").query.subject == .base(of: []))
    #expect(try parse("base of all").query.subject == .base(of: []))
    #expect(try parse("base of all").query.isOfAll)
    guard case .base(let names) = try parse("base of placement.dole").query.subject else {
      Issue.record("no base")
      return
    }
    #expect(names.map(\.text) == ["placement", "dole"])
  }

  @Test func readsAComparisonWhoseRightSideIsPartial() throws {
    let segments = try parse("any for burgemeester > for others")
    #expect(segments.comparison?.relation == .greater)
    #expect(segments.comparison?.other.subject == nil)
    #expect(segments.comparison?.other.segment == .others)
    let waves = try parse("any<in 2021")
    #expect(waves.comparison?.relation == .less)
    #expect(waves.comparison?.other.wave?.text == "2021")
    let answers = try parse("vote.clinton = vote.dole")
    #expect(answers.comparison.map { names($0.other) } == ["vote", "dole"])
    #expect(try parse("any > in 2021 as points").comparison?.other.format == .points)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var bytes: Range<Int>
    var found: String
    var expected: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ bytes: Range<Int>, _ found: String, _ expected: String) {
      (self.text, self.bytes, self.found, self.expected) = (text, bytes, found, expected)
    }
  }

  static let faults: [Fault] = [
    .init("", 0..<0, "the end of the query", "an answer"),
    .init("for raadslid", 0..<3, "'for'", "an answer"),
    .init("any for", 7..<7, "the end of the query", "a segment"),
    .init("any in", 6..<6, "the end of the query", "a wave"),
    .init("any of", 6..<6, "the end of the query", "all"),
    .init("any of nobody", 7..<13, "'nobody'", "all"),
    .init("any fro raadslid", 4..<7, "'fro'", "for"),
    .init("any as percentage", 7..<17, "'percentage'", "percent"),
    .init("any for a for b", 10..<13, "'for'", "each of 'for', 'in', 'of all' and 'as' once"),
    .init("a.b.c.d", 5..<6, "'.'", "for"),
    .init("a..b", 2..<3, "'.'", "a name"),
    .init("any >", 5..<5, "the end of the query", "an answer"),
    .init("any > > any", 6..<7, "'>'", "an answer"),
    .init("any + 1", 4..<5, "'+'", "for"),
    .init("één € b", 6..<9, "'€'", "for"),
  ]

  @Test(arguments: faults) func pointsAtWhatDoesNotFit(_ fault: Fault) {
    #expect {
      _ = try parse(fault.text)
    } throws: { error in
      guard let error = error as? QueryFault else { return false }
      #expect(error.bytes == fault.bytes)
      #expect(error.found == fault.found)
      #expect(error.expected.contains(fault.expected), "\(error.expected)")
      return true
    }
  }

  /// Any text is a query or a fault whose place lies in the text.
  @Test func neverTrapsOnRandomText() {
    let pieces = [
      "any", "for", "in", "of", "all", "as", "words", "base", "n", ".", ":", ">", "<", "=", " ",
      "é", "🇳🇱", "\u{301}", "\n", "2021", "this", "others", "points", "\0", "%",
    ]
    var generator = SeededGenerator(seed: 20_241_119)
    for round in 0..<4000 {
      let count = Int.random(in: 0..<12, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      do throws(QueryFault) {
        _ = try QueryParser.parse(text)
      } catch {
        let isInside = error.bytes.lowerBound >= 0 && error.bytes.upperBound <= text.utf8.count
        #expect(isInside, "round \(round): \(text.debugDescription) \(error)")
        #expect(!error.expected.isEmpty)
      }
    }
  }

  /// Blanks between words make no difference to what is asked.
  @Test func blanksDoNotMatter() throws {
    let one = try parse("agressie.any for burgemeester > for others")
    let two = try parse("  agressie . any\n for\tburgemeester>for others ")
    #expect(names(one.query) == names(two.query))
    #expect(one.comparison?.relation == two.comparison?.relation)
    #expect(one.comparison?.other.segment == two.comparison?.other.segment)
  }
}
