import Diagnostics
import DocumentTree
import Testing

/// Claims: what the data bear out, and what they do not.
@Suite struct ClaimTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var query: String
    /// The id of the fault; nil for a claim that holds.
    var fault: String?
    var testDescription: String { query }

    init(_ query: String, _ fault: String? = nil) { (self.query, self.fault) = (query, fault) }
  }

  static let cases: [Case] = [
    // One other figure.
    .init("agressie.any for burgemeester > for wethouder"),
    .init("agressie.any for wethouder < for burgemeester"),
    .init("agressie.any for burgemeester < for wethouder", "failed-claim"),
    .init("agressie.any for raadslid = for statenlid"),
    .init("agressie.any for raadslid similar for statenlid"),
    .init("agressie.any for burgemeester similar for raadslid", "failed-claim"),
    // A test is asked for.
    .init("agressie.any for burgemeester > for wethouder significant"),
    .init("bekendheid.bekend for raadslid > in 2021"),
    .init("bekendheid.bekend for raadslid > in 2021 significant", "failed-claim"),
    .init("agressie.verbaal for raadslid > agressie.bedreiging significant", "failed-claim"),
    // Several others: every comparison has to hold.
    .init("hyp_reactie.aangifte for burgemeester > all of wethouder, raadslid, statenlid"),
    .init("hyp_reactie.aangifte for burgemeester > all of role"),
    .init("hyp_ondersteuning.hulp for burgemeester > all of wethouder, raadslid"),
    .init("hyp_ondersteuning.hulp for burgemeester > all of role", "failed-claim"),
    .init("hyp_ondersteuning.hulp for burgemeester > all of rol", "unknown-segment"),
    .init("hyp_reactie.aangifte for burgemeester > all of cdk", "withheld-figure"),
    // A pair that a single test would pass, and the family of six pairs does not: W–S, p = .008.
    .init("hyp_ondersteuning.hulp for statenlid > for wethouder"),
    // The place of an answer.
    .init("agressie.verbaal most for burgemeester"),
    .init("agressie.verbaal for burgemeester most"),
    .init("agressie.bedreiging second for burgemeester"),
    .init("agressie.bedreiging most for burgemeester", "failed-claim"),
    .init("agressie.fysiek least for raadslid"),
    .init("agressie.verbaal shared most for burgemeester", "failed-claim"),
    .init("agressie.any most for burgemeester", "answer-without-place"),
    .init("agressie.geen most for burgemeester", "answer-without-place"),
    .init("agressie.verbaal most for cdk", "withheld-figure"),
    .init("ondersteuning_vorm.advies most for burgemeester", "insufficient-base"),
    // Answers of one choice exclude each other and are tested; several answers cannot be.
    .init("bekendheid.onbekend most for raadslid significant"),
    .init("agressie.verbaal most for raadslid significant", "failed-claim"),
    .init("n most for burgemeester", "claim-without-share"),
  ]

  @Test(arguments: cases) func claimsPrintNothingAndAreHeld(_ given: Case) throws {
    let outcome = try SmallReport.compose("Zo is het.{{ claim \(given.query) }}")
    #expect(outcome.log.sorted.map(\.id) == (given.fault.map { [$0] } ?? []))
    #expect(outcome.text == "Zo is het.")
    #expect(outcome.document.figures.isEmpty)
  }

  static let bound: [(String, String, String?)] = [
    ("het vaakst", "agressie.verbaal most for burgemeester", nil),
    ("op de tweede plaats", "agressie.bedreiging second for burgemeester", nil),
    ("op de derde plaats", "agressie.bedreiging second for burgemeester", "words-against-claim"),
    ("veruit het vaakst", "bekendheid.onbekend most for raadslid", nil),
    ("veruit het vaakst", "agressie.verbaal most for raadslid", "failed-claim"),
    ("even vaak", "agressie.any for burgemeester > for wethouder", "words-against-claim"),
    ("vaker", "agressie.any for raadslid = for statenlid", "words-against-claim"),
    (
      "opvallend vaak",
      "hyp_reactie.aangifte for burgemeester > all of wethouder, raadslid, statenlid",
      nil
    ),
    ("fors hoger", "agressie.any for burgemeester > for wethouder", nil),
    ("beduidend vaker", "hyp_ondersteuning.hulp for raadslid > for wethouder", "failed-claim"),
    // Numbers among the words of a claim are its own, or faults.
    ("15 procentpunt hoger", "agressie.any for burgemeester > for wethouder", nil),
    ("25 procentpunt hoger", "agressie.any for burgemeester > for wethouder", "wrong-figure"),
    ("hoger, met 60% tegen 45%", "agressie.any for burgemeester > for wethouder", nil),
    ("hoger, met 61% tegen 45%", "agressie.any for burgemeester > for wethouder", "wrong-figure"),
    ("vaker dan in 2021", "agressie.any for wethouder > in 2021", nil),
    ("vaker dan in 2019", "agressie.any for wethouder > in 2021", "wrong-figure"),
  ]

  @Test(arguments: bound) func boundWordsAreHeldToo(
    words: String, query: String, fault: String?
  ) throws {
    let outcome = try SmallReport.compose("Dat is [\(words)]{\(query)}.")
    #expect(outcome.log.sorted.map(\.id) == (fault.map { [$0] } ?? []))
    #expect(outcome.text.replacing("\u{a0}", with: " ") == "Dat is \(words).")
  }

  /// A claim that fails shows both figures, bases, test, p, and p among all pairs.
  @Test func aFailedClaimShowsItsFamily() throws {
    let outcome = try SmallReport.compose(
      "{{ claim hyp_ondersteuning.hulp for burgemeester > all of wethouder, raadslid, statenlid }}")
    let notes = try #require(outcome.log.diagnostics.first).notes.map(\.text)
    #expect(
      notes == [
        "hyp_ondersteuning.hulp for role:burgemeester in 2024: 52 of 113 against "
          + "hyp_ondersteuning.hulp for role:statenlid in 2024: 43 of 114",
        "difference 8,3 points, z = 1.267, p = 0.205, 0.283 by Holm over the 6 pairs of 'role'",
      ])
  }

  @Test func aFailedOrderShowsTheOrder() throws {
    let outcome = try SmallReport.compose("{{ claim agressie.bedreiging most for burgemeester }}")
    let notes = try #require(outcome.log.diagnostics.first).notes.map(\.text)
    #expect(notes.first == "place 1: agressie.verbaal for role:burgemeester in 2024: 55 of 113")
    #expect(notes.dropFirst().first?.hasPrefix("place 2: agressie.bedreiging") == true)
  }

  @Test func aParagraphOfClaimsIsNone() throws {
    let outcome = try SmallReport.compose(
      """
      Tekst.

      {{ claim agressie.any for burgemeester > for wethouder }}
      {{ claim agressie.any for burgemeester > for raadslid }}
      """)
    #expect(outcome.faults == [])
    #expect(outcome.blocks.count == 1)
  }

  @Test func anUntestedClaimIsNotedOnThePage() throws {
    let outcome = try SmallReport.compose("Ja.{{ claim bekendheid.bekend for raadslid > in 2021 }}")
    #expect(outcome.blocks.map { $0.style ?? "" } == ["", "chart-note"])
  }
}
