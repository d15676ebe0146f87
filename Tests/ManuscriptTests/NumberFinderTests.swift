import Manuscript
import Testing

/// Which numbers of a text something must vouch for, and which are recognised.
@Suite struct NumberFinderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// `kind text` of each number, in order.
    var found: [String]
    var testDescription: String { text }

    init(_ text: String, _ found: String...) {
      self.text = text
      self.found = found
    }
  }

  private func found(_ text: String, _ language: String) -> [String] {
    NumberFinder(
      language: language, people: ["burgemeester", "burgemeesters", "raadsleden", "cooks"]
    )
    .numbers(in: text).map { "\($0.kind.rawValue) \($0.text)" }
  }

  static let dutchCases: [Case] = [
    Case("Van de burgemeesters zag 60% dit.", "percentage 60%"),
    Case("Dat is 60 procent (n = 113).", "percentage 60", "count 113"),
    Case("Het verschil is 14 procentpunt, of 7,6%.", "percentage 14", "percentage 7,6%"),
    Case("Er deden 1.081 raadsleden mee.", "count 1.081"),
    Case("In 2024 en 2021; jaren 1990–1995.", "year 2024", "year 2021", "year 1990–1995"),
    Case("Er zijn 2024 raadsleden.", "count 2024"),
    Case("Van 3 juni tot en met 9 juli 2024.", "date 3", "date 9", "date 2024"),
    Case("Open van 3 tot en met 9 juli, om 14:30.", "date 3", "date 9", "date 14:30"),
    Case("Op 19-11-2024 of 2024-11-19.", "date 19-11-2024", "date 2024-11-19"),
    Case(
      "Bel 06-12345678 of 070 123 45 67.", "contact 06-12345678", "contact 070", "contact 123",
      "contact 45", "contact 67"),
    Case("Bel +31 6 1234.", "contact +31", "contact 6", "contact 1234"),
    Case("Dorpsstraat 12, 2511 AB Den Haag.", "contact 12", "contact 2511"),
    Case("Zie figuur 3 en 4 op pagina 12.", "structural 3", "structural 4", "structural 12"),
    Case(
      "Volgens EN 301 549 op A4, de 2e keer.", "structural 301", "structural 549",
      "structural A4", "structural 2e"),
    Case("Wie 18 jaar is, betaalt € 12 of 15 euro.", "quantity 18", "quantity 12", "quantity 15"),
    Case("Ruim de helft van de raadsleden weet dit niet.", "words Ruim de helft"),
    Case("Van de raadsleden weet één op de drie het.", "words één op de drie"),
    Case("Een kwart minder papier is ook mooi."),
    Case("Alle burgemeesters kregen een brief, geen raadsleden."),
    Case("Vier burgemeesters hadden geen adres.", "words Vier"),
    Case("De drie andere ambten tellen even zwaar."),
    Case("Burgemeesters doen dit opvallend vaak.", "evaluation opvallend"),
    Case("Burgemeesters doen dit veel vaker.", "evaluation veel vaker"),
    Case("Daar is nog veel te winnen."),
    Case("Aan advies is de meeste behoefte bij burgemeesters."),
    Case("De meeste raadsleden weten het.", "words De meeste"),
    Case("Burgemeesters zien het twee keer zo vaak.", "words twee keer zo"),
    Case(
      "Mail info@voorbeeld24.nl of kijk op www.a1.nl.", "contact info@voorbeeld24.nl",
      "contact www.a1.nl"),
  ]

  static let englishCases: [Case] = [
    Case("Of the cooks, 60% agree; 12 per cent do not.", "percentage 60%", "percentage 12"),
    Case("Nearly half of the respondents agree.", "words Nearly half"),
    Case("On 3 June 2024 and June 5.", "date 3", "date 2024", "date 5"),
    Case("See table 3, page 12.", "structural 3", "structural 12"),
    Case("We asked 1,081 cooks in 1996.", "count 1,081", "year 1996"),
    Case("At 12 High Street.", "contact 12"),
    Case("Cooks did so significantly more often.", "evaluation significantly"),
    Case("All cooks took part for two weeks."),
    Case("Cooks were twice as likely.", "words twice as"),
  ]

  @Test(arguments: dutchCases) func dutch(_ example: Case) {
    #expect(found(example.text, "nl-NL") == example.found)
  }

  @Test(arguments: englishCases) func english(_ example: Case) {
    #expect(found(example.text, "en-GB") == example.found)
  }

  @Test func whatIsVouchedForIsContextOnly() {
    let finder = NumberFinder(language: "nl", people: ["raadsleden"])
    let text = "Zie 60% en 40% van de raadsleden."
    let bytes = text.utf8.firstIndex(of: UInt8(ascii: "6")).map {
      text.utf8.distance(from: text.startIndex, to: $0)
    }!
    #expect(
      finder.numbers(in: text, vouched: [bytes..<bytes + 3]).map(\.text) == ["40%"])
  }

  @Test func noTextTraps() {
    let pieces = [
      "60", "%", "n =", "\u{301}", "(", "één op", "3", "juli", "\n", "+", "–", "", "€", "0,",
    ]
    var seed: UInt64 = 7
    let finder = NumberFinder(language: "nl", people: ["raadsleden"])
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<6 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count] + (seed & 0x1_0000 == 0 ? " " : "")
      }
      for number in finder.numbers(in: text) {
        #expect(number.bytes.upperBound <= text.utf8.count)
      }
    }
  }
}
