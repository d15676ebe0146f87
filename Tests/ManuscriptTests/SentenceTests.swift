import Diagnostics
import DocumentTree
import Testing

@testable import Manuscript

/// Sentences that Katern writes.
@Suite struct SentenceTests {
  private func sentence(_ query: String) throws -> String {
    let outcome = try SmallReport.compose("{{ sentence \(query) }}")
    #expect(outcome.faults == [], "\(query)")
    return outcome.text.replacing("\u{a0}", with: " ")
  }

  @Test func statesTheSharesOfSegments() throws {
    let sentence = try sentence("agressie.any by role saying \"kreeg te maken met agressie\"")
    #expect(
      [
        "Van de burgemeesters kreeg 60% te maken met agressie, van de wethouders 45%, van de "
          + "raadsleden 33% en van de statenleden 34%.",
        "Bij de burgemeesters kreeg 60% te maken met agressie; bij de wethouders is dat 45%, bij de "
          + "raadsleden 33% en bij de statenleden 34%.",
      ].contains(sentence), "\(sentence)")
  }

  @Test func statesTheSharesOfAnAnswerInAnyVariant() throws {
    let nl = DutchWording()
    func share(_ people: String, _ printed: String, _ isIndicative: Bool = false) -> GroupShare {
      GroupShare(
        people: people,
        figure: StatedFigure(
          resolved: Resolved(answer: .count(0), canonical: ""), printed: printed),
        isIndicative: isIndicative)
    }
    let shares = SharesSentence(
      predicate: .answer("Wel"),
      shares: [share("wethouders", "45%"), share("raadsleden", "<1%", true)],
      omitted: ["statenleden"], isFiltered: true)
    let end =
      " Alleen wie deze vraag kreeg, telt mee. Voor de statenleden tonen we geen percentage."
    #expect(
      (0..<3).map { nl.shares(shares, variant: $0).text } == [
        "Van de wethouders geeft 45% het antwoord ‘Wel’ en van de raadsleden <1% (indicatief)."
          + end,
        "Bij de wethouders geeft 45% het antwoord ‘Wel’; bij de raadsleden is dat <1% (indicatief)."
          + end,
        "Het antwoord ‘Wel’ komt van 45% van de wethouders en <1% (indicatief) van de raadsleden."
          + end,
      ])
    #expect(
      (0..<3).map { EnglishWording().shares(shares, variant: $0).text } == [
        "Of the wethouders, 45% gave the answer ‘Wel’ and of the raadsleden <1% (indicative). Only "
          + "those who were asked count. No percentage is shown for the statenleden.",
        "Among the wethouders, 45% gave the answer ‘Wel’; among the raadsleden it was <1% "
          + "(indicative). Only those who were asked count. No percentage is shown for the "
          + "statenleden.",
        "The answer ‘Wel’ came from 45% of the wethouders and <1% (indicative) of the raadsleden. "
          + "Only those who were asked count. No percentage is shown for the statenleden.",
      ])
  }

  /// A group that is too small is named without a number, and is in no figure.
  @Test func smallBasesAreNamedWithoutNumbers() throws {
    let outcome = try SmallReport.compose("{{ sentence ondersteuning_vorm.advies by role }}")
    #expect(outcome.faults == [])
    #expect(outcome.text.contains("burgemeesters") && outcome.text.contains("geen percentage"))
    #expect(outcome.document.figures.map(\.query).allSatisfy { $0.contains("role:raadslid") })
    let alone = try SmallReport.compose("{{ sentence agressie.any for cdk }}")
    #expect(alone.text == "Voor de commissarissen van de Koning tonen we hier geen percentage.")
    #expect(alone.document.figures.isEmpty)
  }

  @Test func statesAChange() throws {
    let sentence = try sentence("bekendheid.bekend for raadslid vs in 2021")
    #expect(
      [
        "Bij de raadsleden komt het antwoord ‘Ten minste van naam bekend’ vaker voor dan in 2021: 47% "
          + "tegen 26% (+21 procentpunt, niet getoetst).",
        "Het antwoord ‘Ten minste van naam bekend’ komt bij de raadsleden vaker voor dan in 2021: 47% "
          + "tegen 26% (+21 procentpunt, niet getoetst).",
      ].contains(sentence), "\(sentence)")
    let direction = try self.sentence(
      "agressie.any for wethouder vs in 2021 saying \"kreeg te maken met agressie\"")
    #expect(
      direction
        == "Van de wethouders kreeg 45% te maken met agressie, meer dan in 2021 (niet getoetst).")
    let groups = try self.sentence("hyp_ondersteuning.hulp for burgemeester vs for statenlid")
    #expect(groups.contains("niet aantoonbaar vaker of minder vaak voor dan bij de statenleden"))
    #expect(groups.contains("46% tegen 38% (+8 procentpunt, verschil niet significant)"))
    let small = try self.sentence("reactie.any for burgemeester vs for statenlid")
    #expect(small.contains("94% tegen 51% (indicatief) (+"), "\(small)")
    let others = try self.sentence("hyp_reactie.aangifte for burgemeester vs for others")
    #expect(others.contains("vaker voor dan bij de overige deelnemers: 41% tegen 17%"))
  }

  @Test func statesARanking() throws {
    let sentence = try sentence("top 2 of agressie for burgemeester")
    #expect(
      [
        "Het vaakst noemen de burgemeesters verbale agressie (49%), daarna bedreiging of intimidatie "
          + "(42%).",
        "De burgemeesters noemen het vaakst verbale agressie (49%), gevolgd door bedreiging of "
          + "intimidatie (42%).",
      ].contains { sentence.hasPrefix($0) }, "\(sentence)")
  }

  @Test(arguments: [0, 1]) func answersOfOnePlaceStandTogether(language: Int) {
    let wording = WordingTests.languages[language]
    func stated(_ printed: String) -> StatedFigure {
      StatedFigure(resolved: Resolved(answer: .count(0), canonical: ""), printed: printed)
    }
    let ranking = RankingSentence(
      people: "statenleden", act: .putAmong(first: 3),
      places: [[("Snel", stated("25%")), ("NGB", stated("25%"))], [("Een oor", stated("20%"))]],
      isFiltered: false)
    let expected = [
      [
        "Het vaakst zetten de statenleden snel (25%) en NGB (25%), even vaak in hun top drie, daarna "
          + "een oor (20%).",
        "De statenleden zetten het vaakst snel (25%) en NGB (25%), even vaak in hun top drie, gevolgd "
          + "door een oor (20%).",
      ],
      [
        "Most often, the statenleden put snel (25%) and NGB (25%), equally often in their top three, "
          + "then een oor (20%).",
        "The statenleden most often put snel (25%) and NGB (25%), equally often in their top three, "
          + "followed by een oor (20%).",
      ],
    ]
    #expect((0..<2).map { wording.ranking(ranking, variant: $0).text } == expected[language])
  }

  /// The same query gives the same sentence, and other queries give other variants.
  @Test func variesWithoutChance() throws {
    let choices = (0..<200).map { Variation.choice(of: 3, for: "agressie.any for role:\($0)") }
    #expect(
      choices == (0..<200).map { Variation.choice(of: 3, for: "agressie.any for role:\($0)") })
    for variant in 0..<3 { #expect(choices.count { $0 == variant } > 40) }
    #expect(Variation.choice(of: 1, for: "x") == 0)
    #expect(Variation.choice(of: 7, for: "agressie.any for role:burgemeester in 2024") == 3)
  }

  /// No sentence begins with a digit, and each ends with a full stop.
  @Test func sentencesBeginWithALetter() throws {
    let queries = [
      "agressie.any by role", "agressie.verbaal for raadslid", "bekendheid.onbekend by role",
      "reactie.any by role", "oordeel.snel.wel by role", "top 3 of hyp_ondersteuning for wethouder",
      "top 5 of hyp_reactie", "bekendheid.bekend for burgemeester vs in 2021",
      "aandacht_voldoende.eens for wethouder vs in 2021",
      "agressie.any for wethouder > for raadslid",
    ]
    for query in queries {
      let text = try sentence(query)
      #expect(text.first?.isUppercase == true, "\(text)")
      #expect(text.hasSuffix("."), "\(text)")
      #expect(!text.contains("  ") && !text.contains("..") && !text.contains(" ,"), "\(text)")
    }
  }

  static let faults: [(String, String)] = [
    ("agressie.any by ambt", "unknown-breakdown"),
    ("agressie.any as words", "no-sentence"),
    ("top 3 of agressie by role", "no-sentence"),
    ("n for raadslid", "no-sentence"),
    ("agressie.any by role saying \"kreeg 3 keer\"", "no-sentence"),
    ("agressie.any by role saying \" \"", "no-sentence"),
    ("agressie.any for burgemeester < for wethouder", "failed-claim"),
    ("agressie.any for burgemeester vs bekendheid.bekend in 2021", "no-sentence"),
    ("top 2 of oordeel.wel for raadslid", "no-sentence"),
    ("bekendheid.bekend for cdk vs in 2021", "withheld-figure"),
  ]

  @Test(arguments: faults) func refusesWhatMakesNoSentence(query: String, fault: String) throws {
    let outcome = try SmallReport.compose("{{ sentence \(query) }}")
    #expect(outcome.log.sorted.map(\.id) == [fault])
  }

  @Test func aSentenceIsNotBound() throws {
    let outcome = try SmallReport.compose("[Wat]{sentence agressie.any by role}")
    #expect(outcome.log.sorted.map(\.id) == ["bound-sentence"])
  }
}
