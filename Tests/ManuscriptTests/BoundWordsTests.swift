import Diagnostics
import DocumentTree
import Testing

@Suite struct BoundWordsTests {
  @Test func aTrueFigureStandsAndIsRecorded() throws {
    let outcome = try SmallReport.compose("Het is [60%]{agressie.any for burgemeester}.")
    #expect(outcome.faults == [])
    let entry = try #require(outcome.document.figures.first)
    #expect(entry.query == "agressie.any for role:burgemeester in 2024")
    #expect(entry.printed == "60%")
    #expect(entry.count == 68)
    #expect(entry.base == 113)
    #expect(entry.quality == "sound")
    guard case .paragraph(let text)? = outcome.blocks.first?.content else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.map(\.origin) == [.prose, .bound(0), .prose])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var words: String
    var query: String
    /// The id of the fault; nil for words that may stand.
    var fault: String?
    var testDescription: String { "[\(words)]{\(query)}" }

    init(_ words: String, _ query: String, _ fault: String? = nil) {
      (self.words, self.query, self.fault) = (words, query, fault)
    }
  }

  static let cases: [Case] = [
    // Percentages.
    .init("60%", "agressie.any for burgemeester"),
    .init("60 procent", "agressie.any for burgemeester"),
    .init("60 %", "agressie.any for burgemeester"),
    .init("61%", "agressie.any for burgemeester", "wrong-figure"),
    .init("60,2%", "agressie.any for burgemeester", "wrong-figure"),
    .init("60 burgemeesters", "agressie.any for burgemeester", "unknown-words"),
    // Words, alone and with their figure: both are held.
    .init("ongeveer zes op de tien", "agressie.any for burgemeester"),
    .init("een ruime meerderheid", "agressie.any for burgemeester"),
    .init("ongeveer zes op de tien (60%)", "agressie.any for burgemeester"),
    .init("ongeveer een kwart (60%)", "agressie.any for burgemeester", "wrong-words"),
    .init("ongeveer zes op de tien (61%)", "agressie.any for burgemeester", "wrong-figure"),
    .init("een derde", "agressie.any for raadslid"),
    .init("heel veel", "agressie.any for burgemeester", "unknown-words"),
    // The guard of the majority.
    .init("ruim de helft", "bekendheid.onbekend for raadslid"),
    .init("ruim de helft", "bekendheid.onbekend for wethouder", "unproven-majority"),
    .init("ongeveer de helft", "bekendheid.onbekend for wethouder"),
    .init("bijna twee derde", "bekendheid.onbekend for wethouder in 2021"),
    .init("een meerderheid", "bekendheid.onbekend for raadslid in 2021"),
    // A small base carries no nuance.
    .init("ongeveer de helft", "reactie.any for statenlid"),
    .init("ruim een kwart", "reactie.melden for statenlid", "wrong-words"),
    // Counts.
    .init("1.081", "n for raadslid"),
    .init("1081", "n for raadslid", "wrong-figure"),
    .init("1,081", "n for raadslid", "wrong-figure"),
    .init("vier", "n for cdk"),
    .init("vijf", "n for cdk", "wrong-figure"),
    .init("68", "agressie.any for burgemeester as count"),
    .init("113", "agressie.any for burgemeester as n"),
    .init("n = 113", "agressie.any for burgemeester as n"),
    .init("342", "population for burgemeester"),
    .init("338", "invited for burgemeester"),
    .init("33%", "response-rate for burgemeester"),
    .init("7,6 procentpunt", "margin for burgemeester"),
    .init("7,6", "margin for burgemeester"),
    .init("7,5", "margin for burgemeester", "wrong-figure"),
    .init("voldoende", "reliability for burgemeester"),
    .init("ruim voldoende", "reliability for burgemeester", "wrong-figure"),
    .init("burgemeesters", "plural for burgemeester"),
    // What may not be said.
    .init("50%", "agressie.any for cdk", "withheld-figure"),
    .init("50%", "agressie.any for burgemeester in 2021", "unknown-figure"),
    .init("50%", "agressie.verbaal for burgemeester in 2021", "unknown-figure"),
    // Claims.
    .init("vaker", "agressie.bedreiging for burgemeester > for others"),
    .init(
      "minder vaak", "agressie.bedreiging for burgemeester > for others", "words-against-claim"),
    .init("minder vaak", "agressie.bedreiging for burgemeester < for others", "failed-claim"),
    .init("vaker", "hyp_ondersteuning.hulp for burgemeester > for statenlid", "failed-claim"),
    .init("vaker", "hyp_reactie.aangifte for burgemeester > for wethouder"),
    .init("opvallend vaak", "hyp_reactie.aangifte for burgemeester > for wethouder"),
    .init("even vaak", "agressie.any for raadslid = for statenlid"),
    .init("even vaak", "agressie.any for burgemeester = for wethouder", "failed-claim"),
    .init("even vaak", "hyp_ondersteuning.hulp for burgemeester = for statenlid", "failed-claim"),
    .init("vaker dan in 2021", "agressie.any for wethouder > in 2021"),
    .init("minder dan nu", "agressie.any for wethouder in 2021 < in 2024"),
    .init("vaker dan in 2021", "agressie.any for burgemeester > in 2021", "failed-claim"),
    .init("vaker", "bekendheid.bekend for raadslid > in 2021"),
    .init("significant vaker", "bekendheid.bekend for raadslid > in 2021", "failed-claim"),
    .init("vaker", "hyp_reactie.melden for raadslid > in 2021", "unknown-figure"),
    .init("vaker", "agressie.verbaal for burgemeester > in 2021", "unknown-figure"),
    .init("vaker", "agressie.verbaal for burgemeester > agressie.any in 2021", "failed-claim"),
    // A segment is held against the rest, not against the total that it is part of.
    .init("vaker", "hyp_reactie.aangifte for burgemeester > for total"),
    .init("minder vaak", "hyp_reactie.aangifte for total < for burgemeester"),
    // Answers of the same people: a single choice is tested, several answers cannot be.
    .init("vaker", "bekendheid.onbekend for raadslid > bekendheid.goed"),
    .init("vaker", "bekendheid.bekend for wethouder > bekendheid.onbekend", "failed-claim"),
    .init("vaker", "agressie.verbaal for raadslid > agressie.bedreiging"),
    .init("vaker", "agressie.bedreiging for raadslid > agressie.verbaal", "failed-claim"),
    .init("veel vaker", "agressie.verbaal for raadslid > agressie.bedreiging", "failed-claim"),
    .init("meer", "n for raadslid > n for wethouder", "claim-without-share"),
    // Differences.
    .init("15 procentpunt", "agressie.any for burgemeester > for wethouder as points"),
    .init(
      "16 procentpunt", "agressie.any for burgemeester > for wethouder as points",
      "wrong-figure"),
    .init(
      "15 procentpunt", "agressie.any for burgemeester as points",
      "points-without-comparison"),
  ]

  @Test(arguments: cases) func wordsAreHeldAgainstTheResults(_ given: Case) throws {
    let outcome = try SmallReport.compose("Dat is [\(given.words)]{\(given.query)}.")
    #expect(outcome.log.sorted.map(\.id) == (given.fault.map { [$0] } ?? []))
    #expect(outcome.document.figures.isEmpty == (given.fault != nil))
    // A number and its unit are kept on one line.
    let printed = outcome.text.replacing("\u{a0}", with: " ")
    #expect(printed == "Dat is \(given.words).")
  }

  @Test func aFailedClaimShowsBothFiguresAndTheTest() throws {
    let outcome = try SmallReport.compose(
      "Zij willen [vaker]{hyp_ondersteuning.hulp for burgemeester > for statenlid} hulp.")
    let fault = try #require(outcome.log.diagnostics.first)
    let notes = fault.notes.map(\.text).joined(separator: "\n")
    #expect(notes.contains("hyp_ondersteuning.hulp for role:burgemeester in 2024: 52 of 113"))
    #expect(notes.contains("hyp_ondersteuning.hulp for role:statenlid in 2024: 43 of 114"))
    #expect(notes.contains("z = 1.267, p = 0.205"), "\(notes)")
  }

  @Test func aWrongFigureComesWithTheRightOne() throws {
    let outcome = try SmallReport.compose("Het is [61%]{agressie.any for burgemeester}.")
    let fault = try #require(outcome.log.diagnostics.first)
    #expect(fault.fixes.first?.replacement == "60%")
    #expect(fault.fixes.first?.range?.start.column == 9)
    #expect(fault.fixes.first?.range?.end.column == 12)
    #expect(fault.notes.map(\.text) == ["agressie.any for role:burgemeester in 2024: 68 of 113"])
  }

  @Test func untestedClaimsGetOneNoteAChapter() throws {
    let outcome = try SmallReport.compose(
      """
      - Het is [vaker]{agressie.any for wethouder > in 2021} geworden.
      - Ook hier [vaker]{agressie.any for raadslid > in 2021}.

      En [minder vaak]{agressie.any for burgemeester < in 2021}.
      """)
    #expect(outcome.faults == [])
    let notes = outcome.blocks.filter { $0.style == "chart-note" }
    #expect(notes.count == 1)
    // The note stands behind the list, not inside it.
    #expect(outcome.blocks.map { $0.style ?? "" } == ["", "chart-note", ""])
  }
}
