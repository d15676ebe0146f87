import Diagnostics
import DocumentTree
import Testing

/// Rankings, numbers and crossings, asked for, claimed and told.
@Suite struct RankingQueryTests {
  private func compose(_ text: String) throws -> SmallReport.Outcome {
    try SmallReport.compose(text, results: RankedStudy.results)
  }

  static let printed: [(String, String)] = [
    // Of a ranking the first place is meant, unless others are named.
    ("belang.maatwerk for burgemeester", "50%"),
    ("belang.maatwerk top 1 for burgemeester", "50%"),
    ("belang.maatwerk place 1 for burgemeester", "50%"),
    ("belang.maatwerk place 2 for burgemeester", "50%"),
    ("belang.maatwerk top 3 for burgemeester", "100%"),
    ("belang.stappenplan place 3 for wethouder", "100%"),
    ("belang.vertrouwen top 2 for wethouder as count", "80"),
    ("belang.maatwerk for wethouder as ordinal", "gedeeld eerste"),
    ("belang.vertrouwen for burgemeester as ordinal", "derde"),
    (
      "top 2 of belang for burgemeester as list", "maatwerk (50%) en snelheid (33%)"
    ),
    // Those that share the last place are all named, and what nobody put there is not.
    ("top 1 of belang for wethouder as names", "maatwerk en snelheid"),
    ("top 9 of belang for wethouder as names", "maatwerk, snelheid en vertrouwen"),
    ("top 1 of belang place 3 for wethouder", "een stappenplan (100%)"),
    ("mean of leeftijd for burgemeester", "49,5"),
    ("mean of leeftijd for noord and burgemeester", "49,0"),
    ("hulp.ja for role:burgemeester and town:noord", "75%"),
    ("hulp.ja for noord and burgemeester", "75%"),
    ("n for zuid and burgemeester", "60"),
    (
      "hulp.ja for noord and burgemeester as phrase",
      "ongeveer drie kwart van de burgemeesters (Noord)"
    ),
    ("hulp.ja for noord and burgemeester vs for zuid and burgemeester as points", "50 procentpunt"),
  ]

  @Test(arguments: printed) func printsRankings(query: String, printed: String) throws {
    let outcome = try compose("Dat is {{ \(query) }}.")
    #expect(outcome.faults == [])
    #expect(outcome.text.replacing("\u{a0}", with: " ") == "Dat is \(printed).")
  }

  static let claims: [(String, String?)] = [
    ("belang.maatwerk most for burgemeester", nil),
    // Tested against each of the other first places: z = 2.03, p = 0.042 at the least.
    ("belang.maatwerk most for burgemeester significant", nil),
    ("belang.maatwerk most for wethouder", "failed-claim"),
    ("belang.maatwerk shared most for wethouder", nil),
    ("belang.vertrouwen third for wethouder", nil),
    // Objects among the first three can both be there: no test.
    ("belang.maatwerk top 3 most for burgemeester significant", "failed-claim"),
    ("belang.maatwerk top 2 most for burgemeester", nil),
    ("belang.maatwerk top 2 for burgemeester > top 1", nil),
    ("hulp.ja for noord and burgemeester > for zuid and burgemeester", nil),
    ("hulp.ja for noord and burgemeester > for burgemeester", "failed-claim"),
    ("belang.maatwerk top 4 most for burgemeester", "unknown-place"),
    ("hulp.ja top 1 most for burgemeester", "unknown-place"),
    ("hulp.ja for noord and zuid > for burgemeester", "crossed-with-itself"),
  ]

  @Test(arguments: claims) func holdsClaimsOfPlaces(query: String, fault: String?) throws {
    let outcome = try compose("Ja.{{ claim \(query) }}")
    #expect(outcome.log.sorted.map(\.id) == (fault.map { [$0] } ?? []))
  }

  @Test func tellsRankings() throws {
    let first = try compose("{{ sentence top 2 of belang for burgemeester }}")
    #expect(first.faults == [])
    #expect(
      [
        "Het vaakst zetten de burgemeesters maatwerk (50%) op de eerste plaats, daarna snelheid (33%).",
        "De burgemeesters zetten het vaakst maatwerk (50%) op de eerste plaats, gevolgd door snelheid "
          + "(33%).",
      ].contains(first.text), "\(first.text)")
    let shared = try compose("{{ sentence top 1 of belang for wethouder }}")
    #expect(shared.text.contains("maatwerk (38%) en snelheid (38%), even vaak op de eerste plaats"))
    let three = try compose("{{ sentence top 1 of belang top 3 for burgemeester }}")
    #expect(three.text.contains("in hun top drie"), "\(three.text)")
  }

  @Test func pointsAtThePlaces() throws {
    let outcome = try compose("Dat is {{ belang.maatwerk top 4 for burgemeester }}.")
    #expect(outcome.faults == ["1:27 unknown-place"])
  }

  @Test func aMeanIsRecordedWithItsBase() throws {
    let outcome = try compose("Gemiddeld {{ mean of leeftijd for burgemeester }} jaar.")
    let entry = try #require(outcome.document.figures.first)
    #expect(entry.query == "mean of leeftijd for role:burgemeester in 2024")
    #expect(entry.base == 120)
    #expect(try compose("Gemiddeld [49,5]{mean of leeftijd for burgemeester} jaar.").faults == [])
    #expect(
      try compose("Gemiddeld [50,5]{mean of leeftijd for burgemeester} jaar.").faults
        == ["1:11 wrong-figure"])
  }
}
