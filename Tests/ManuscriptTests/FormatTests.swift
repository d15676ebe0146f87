import Diagnostics
import DocumentTree
import Testing

/// What queries print, in every form.
@Suite struct FormatTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var query: String
    var printed: String
    var testDescription: String { query }

    init(_ query: String, _ printed: String) { (self.query, self.printed) = (query, printed) }
  }

  static let cases: [Case] = [
    .init("agressie.any for burgemeester as percent", "60%"),
    .init("agressie.any for burgemeester as count", "68"),
    .init("agressie.any for burgemeester as n", "n = 113"),
    .init("agressie.any for raadslid as words", "ongeveer één op de drie"),
    .init("agressie.any for raadslid as words-and-percent", "ongeveer één op de drie (33%)"),
    .init("agressie.any for raadslid as phrase", "ongeveer één op de drie raadsleden"),
    .init("agressie.any for burgemeester as phrase", "ongeveer zes op de tien burgemeesters"),
    .init("bekendheid.onbekend for raadslid as phrase", "ruim de helft van de raadsleden"),
    .init("agressie.any as phrase", "ruim een derde van de deelnemers"),
    .init(
      "reactie.any for raadslid as phrase",
      "ruim twee derde van de raadsleden die deze vraag kregen"),
    .init(
      "reactie.any for burgemeester of all as phrase", "ongeveer de helft van de burgemeesters"),
    .init("interval of agressie.any for burgemeester", "53–67%"),
    .init("agressie.any for burgemeester vs for wethouder as points", "15 procentpunt"),
    .init("agressie.any for wethouder vs for burgemeester as points", "15 procentpunt"),
    .init("agressie.any for burgemeester vs for wethouder as change", "hoger (+15 procentpunt)"),
    .init("agressie.any for wethouder vs for burgemeester as change", "lager (−15 procentpunt)"),
    .init(
      "agressie.any for raadslid vs for statenlid as change",
      "vrijwel gelijk (verschil niet significant)"),
    .init(
      "hyp_ondersteuning.hulp for burgemeester vs for statenlid as change",
      "geen significant verschil (+8 procentpunt)"),
    .init(
      "bekendheid.bekend for raadslid vs in 2021 as change",
      "hoger (+21 procentpunt, niet getoetst)"),
    .init("agressie.any for wethouder vs in 2021 as change", "hoger (niet getoetst)"),
    .init("agressie.any for burgemeester vs in 2021 as change", "lager (niet getoetst)"),
    .init("agressie.verbaal for burgemeester as ordinal", "eerste"),
    .init("agressie.bedreiging for burgemeester as ordinal", "tweede"),
    .init(
      "top 2 of agressie for burgemeester as list",
      "verbale agressie (49%) en bedreiging of intimidatie (42%)"),
    .init(
      "top 2 of agressie for burgemeester as names", "verbale agressie en bedreiging of intimidatie"
    ),
    .init("top 1 of agressie for raadslid", "verbale agressie (27%)"),
    .init("agressie.any for burgemeester verb geeft|geven", "geeft"),
    .init("agressie.any for burgemeester as words verb geeft|geven", "geven"),
    .init("agressie.any for raadslid as words verb geeft|geven", "geeft"),
    .init("bekendheid.bekend for burgemeester as words verb kent|kennen", "kennen"),
    .init("n for raadslid verb doet|doen", "doen"),
  ]

  @Test(arguments: cases) func printsEachForm(_ given: Case) throws {
    let outcome = try SmallReport.compose("Dat is {{ \(given.query) }}.")
    #expect(outcome.faults == [])
    #expect(outcome.text.replacing("\u{a0}", with: " ") == "Dat is \(given.printed).")
  }

  /// Bound words are held against the same texts.
  @Test(arguments: cases) func holdsBoundWordsAgainstEachForm(_ given: Case) throws {
    let isTrue = try SmallReport.compose("Dat is [\(given.printed)]{\(given.query)}.")
    #expect(isTrue.faults == [])
    let isFalse = try SmallReport.compose("Dat is [blauw]{\(given.query)}.")
    #expect(!isFalse.faults.isEmpty)
  }

  /// No break parts a number from its unit.
  @Test func keepsNumbersAndUnitsTogether() throws {
    let outcome = try SmallReport.compose(
      "{{ agressie.any for burgemeester as n }}, {{ margin for burgemeester }}, "
        + "{{ agressie.any for burgemeester vs for wethouder as points }}.")
    #expect(outcome.text == "n\u{a0}=\u{a0}113, 7,6\u{a0}procentpunt, 15\u{a0}procentpunt.")
  }

  static let faults: [Case] = [
    .init("agressie.any for burgemeester as change", "points-without-comparison"),
    .init("agressie.any for burgemeester as list", "list-of-one"),
    .init("top 2 of agressie for burgemeester as words", "format-of-list"),
    .init("top 2 of agressie for cdk", "withheld-figure"),
    .init("top 2 of ondersteuning_vorm for burgemeester", "insufficient-base"),
    .init("agressie.any for burgemeester as ordinal", "answer-without-place"),
    .init("agressie.geen for burgemeester as ordinal", "answer-without-place"),
    .init("agressie.any for burgemeester vs in 2021 as points", "unknown-figure"),
    .init("hyp_reactie.melden for raadslid vs in 2021 as change", "unknown-figure"),
    .init("margin for burgemeester verb is|zijn", "verb-without-number"),
    .init("mean of agressie for burgemeester", "not-numeric"),
    .init("agressie.verbaal top 1 for burgemeester", "unknown-place"),
    .init("agressie.any for burgemeester and raadslid", "crossed-with-itself"),
    .init("top 2 of oordeel for raadslid", "missing-item"),
  ]

  @Test(arguments: faults) func refusesWhatCannotBePrinted(_ given: Case) throws {
    let outcome = try SmallReport.compose("Dat is {{ \(given.query) }}.")
    #expect(outcome.log.sorted.map(\.id) == [given.printed])
    #expect(outcome.document.figures.isEmpty)
  }

  @Test func listsTheItemsOfABattery() throws {
    let outcome = try SmallReport.compose("Het vaakst: {{ top 2 of oordeel.wel for raadslid }}.")
    #expect(outcome.faults == [])
    #expect(outcome.document.figures.count == 2)
    let queries = outcome.document.figures.map(\.query)
    #expect(
      queries.allSatisfy { $0.hasPrefix("oordeel.") && $0.contains(".wel for") }, "\(queries)")
  }

  /// Every figure of a list stands in the list of printed figures with a query of its own.
  @Test func recordsEachFigureOfAList() throws {
    let outcome = try SmallReport.compose("Het vaakst: {{ top 2 of agressie for burgemeester }}.")
    #expect(
      outcome.document.figures.map { "\($0.query) \($0.printed) \($0.count ?? 0)" } == [
        "agressie.verbaal for role:burgemeester in 2024 49% 55",
        "agressie.bedreiging for role:burgemeester in 2024 42% 47",
      ])
  }

  @Test func writesEnglish() throws {
    let outcome = try SmallReport.compose(
      """
      {{ placement.clinton.left as phrase }}; {{ placement.dole.right as words-and-percent }};
      {{ placement.dole.left as words verb says|say }}.
      """, results: SmallReport.voters)
    #expect(outcome.faults == [])
    #expect(
      outcome.text
        == "about seven in ten respondents; more than four fifths (82%); says.")
  }
}
