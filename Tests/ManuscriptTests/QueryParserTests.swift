import TestSupport
import Testing

@testable import Manuscript

@Suite struct QueryParserTests {
  private func parse(_ text: String) throws -> QueryStatement { try QueryParser.parse(text) }

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
    #expect(query.segment == .named([.init(text: "role:burgemeester", bytes: 32..<49)]))
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

  @Test func readsThePlacesOfARanking() throws {
    let top = try parse("belang.maatwerk top 3 for burgemeester").query
    #expect(names(top) == ["belang", "maatwerk"])
    #expect(top.places == .top(3))
    #expect(top.placesBytes == 16..<21)
    #expect(try parse("belang.maatwerk place 2").query.places == .place(2))
    #expect(try parse("belang.maatwerk top 1 > top 3").comparison?.other.places == .top(3))
  }

  @Test func readsMeansIntervalsAndLists() throws {
    guard case .top(3, let asked) = try parse("top 3 of belang for wethouder as list").query.subject
    else {
      Issue.record("no list")
      return
    }
    #expect(asked.map(\.text) == ["belang"])
    #expect(try parse("top 2").query.subject == .top(2, of: []))
    #expect(try parse("top 2 of all").query.isOfAll)
    #expect(try parse("mean for raadslid").query.subject == .mean(of: []))
    guard case .mean(let question) = try parse("mean of leeftijd").query.subject,
      case .interval(let path) = try parse("interval of agressie.any").query.subject
    else {
      Issue.record("no mean or no interval")
      return
    }
    #expect(question.map(\.text) == ["leeftijd"])
    #expect(path.map(\.text) == ["agressie", "any"])
    // Without "of" the word is an answer.
    #expect(self.names(try parse("interval for raadslid").query) == ["interval"])
  }

  @Test func readsCrossings() throws {
    let query = try parse("any for municipality:utrecht and role:raadslid in 2021").query
    guard case .named(let names) = query.segment else {
      Issue.record("no names")
      return
    }
    #expect(names.map(\.text) == ["municipality:utrecht", "role:raadslid"])
    #expect(query.segmentBytes == 8..<46)
    #expect(query.wave?.text == "2021")
  }

  @Test func readsVerbsOfOneWordOrMore() throws {
    #expect(
      try parse("any verb geeft|geven for raadslid").query.verb
        == .init(singular: "geeft", plural: "geven"))
    #expect(
      try parse("any for raadslid as words verb heeft gekozen|hebben gekozen").query.verb
        == .init(singular: "heeft gekozen", plural: "hebben gekozen"))
  }

  @Test func readsClaims() throws {
    let claim = try parse("claim any for burgemeester > all of wethouder, raadslid significant")
    #expect(claim.purpose == .claim)
    #expect(claim.isTested)
    guard case .comparison(.greater, .all(let others)) = claim.assertion else {
      Issue.record("no comparison: \(claim)")
      return
    }
    #expect(others.map(\.text) == ["wethouder", "raadslid"])
    #expect(try parse("claim verbaal most").assertion == .rank(.init(place: 1)))
    #expect(
      try parse("verbaal shared second for raadslid").assertion
        == .rank(.init(place: 2, isShared: true)))
    #expect(try parse("claim verbaal least in 2021").assertion == .rank(.init(place: nil)))
    #expect(try parse("claim any similar for raadslid").comparison?.relation == .equal)
    #expect(try parse("any vs in 2021 as change").format == .change)
    // The word alone is an answer.
    #expect(names(try parse("claim").query) == ["claim"])
    #expect(names(try parse("claim for raadslid").query) == ["claim"])
    #expect(names(try parse("most.any").query) == ["most", "any"])
  }

  private func names(_ statement: QueryStatement) -> [String] { names(statement.query) }

  @Test func readsSentences() throws {
    let shares = try parse("sentence any by role saying \"kreeg te maken met agressie\"")
    #expect(shares.purpose == .sentence)
    #expect(shares.breakdown?.text == "role")
    #expect(shares.predicate == "kreeg te maken met agressie")
    let ranking = try parse("sentence top 3 of belang for raadslid")
    #expect(ranking.purpose == .sentence)
    #expect(ranking.query.subject != nil)
  }

  @Test func aQueryHasABoundedLength() throws {
    let long = String(repeating: "a", count: 1000)
    #expect(names(try parse(long).query) == [long])
    #expect {
      _ = try parse(long + "é")
    } throws: { error in
      (error as? QueryFault)?.bytes == 1000..<1002
    }
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
    .init("any top", 7..<7, "the end of the query", "a number"),
    .init("any top 0", 8..<9, "'0'", "a number"),
    .init("any place 100", 10..<13, "'100'", "a number"),
    .init("any top 1 place 2", 10..<15, "'place'", "each of 'for', 'in', 'of all' and 'as' once"),
    .init("any for a and", 13..<13, "the end of the query", "a segment"),
    .init("any > all of", 12..<12, "the end of the query", "a segment"),
    .init("any > all of a,", 15..<15, "the end of the query", "a segment"),
    .init("any > in 2021 < in 2022", 14..<15, "'<'", "one comparison"),
    .init("any most > in 2021", 9..<10, "'>'", "one comparison"),
    .init("any shared for a", 11..<14, "'for'", "most"),
    .init("any verb geeft", 14..<14, "the end of the query", "singular|plural"),
    .init("any verb geeft|", 15..<15, "the end of the query", "the plural"),
    .init("any verb |geven", 9..<10, "'|'", "singular|plural"),
    .init("claim any", 9..<9, "the end of the query", "most"),
    .init("any by role", 4..<6, "'by'", "for"),
    .init("sentence any by", 15..<15, "the end of the query", "a breakdown"),
    .init("sentence any saying kreeg", 20..<25, "'kreeg'", "\"words\""),
    .init("sentence any saying \"kreeg", 20..<21, "'\"'", "\"words\""),
    .init("any simliar for a", 4..<11, "'simliar'", "similar"),
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
      "é", "🇳🇱", "\u{301}", "\n", "2021", "this", "others", "points", "\0", "%", "claim", "sentence",
      "top", "3", "most", "shared", "verb", "|", ",", "\"", "and", "vs", "saying", "by",
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

extension QueryStatement {
  /// The comparison with one other figure.
  fileprivate var comparison: (relation: Relation, other: Query)? {
    if case .comparison(let relation, .query(let other)) = assertion {
      (relation, other)
    } else {
      nil
    }
  }
}
