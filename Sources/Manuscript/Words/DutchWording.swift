import SurveyResults

/// Dutch.
struct DutchWording: Wording {
  let thousandsMark = "."
  let decimalMark = ","
  let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]
  let units = ["procentpunt"]
  let indicative = "indicatief"
  let others = "overige deelnemers"
  let everybody = "alle deelnemers"
  let severalAnswers = "Meerdere antwoorden mogelijk."
  let roundingNote = "Door afronding tellen de percentages niet overal op tot 100."
  func quotesNote(isSelection: Bool, isRedacted: Bool) -> String {
    let choice =
      isSelection
      ? "Een selectie uit de antwoorden, in de woorden van de deelnemers."
      : "Alle antwoorden, in de woorden van de deelnemers."
    return isRedacted ? choice + " Wat een persoon herkenbaar maakt, is weggelaten." : choice
  }
  let rungs = ["Het vaakst", "Daarna", "Vervolgens", "Ook genoemd"]
  let shared = "gedeeld"
  let noOrder = "te weinig antwoorden voor een volgorde"
  let source = "Bron: "
  let continued = "(vervolg)"
  let seeTable = "Alle cijfers in een tabel."
  let seeChart = "Naar de figuur."
  let contents = "Inhoud"
  let inputs = "Bron van de cijfers"
  let backToContents = "Terug naar inhoudsopgave"
  let and = "en"
  let none = "geen enkele"

  /// The partition of the shares, no gaps and no overlaps.
  let shares: [ShareWords] = [
    ShareWords("geen enkele", 0, 0, includesHigh: true),
    ShareWords("vrijwel geen enkele", 0, 2), ShareWords("een zeer kleine minderheid", 2, 5),
    ShareWords("een kleine minderheid", 5, 8.5), ShareWords("ongeveer één op de tien", 8.5, 11.5),
    ShareWords("ruim één op de tien", 11.5, 14.5), ShareWords("ongeveer één op de zes", 14.5, 18.5),
    ShareWords("ongeveer één op de vijf", 18.5, 21.5),
    ShareWords("ruim één op de vijf", 21.5, 23.5),
    ShareWords("ongeveer een kwart", 23.5, 26.5), ShareWords("ruim een kwart", 26.5, 29),
    ShareWords("ongeveer drie op de tien", 29, 31), ShareWords("bijna een derde", 31, 32.5),
    ShareWords("ongeveer één op de drie", 32.5, 34.5), ShareWords("ruim een derde", 34.5, 38),
    ShareWords("ongeveer vier op de tien", 38, 42), ShareWords("ruim vier op de tien", 42, 46),
    ShareWords("bijna de helft", 46, 49.5, .below), ShareWords("de helft", 49.5, 50.5),
    ShareWords("ruim de helft", 50.5, 55, .above), ShareWords("een meerderheid", 55, 58, .above),
    ShareWords("ongeveer zes op de tien", 58, 62), ShareWords("ruim zes op de tien", 62, 64.5),
    ShareWords("bijna twee derde", 64.5, 66), ShareWords("ongeveer twee derde", 66, 68),
    ShareWords("ruim twee derde", 68, 69), ShareWords("ongeveer zeven op de tien", 69, 71),
    ShareWords("bijna drie kwart", 71, 73.5), ShareWords("ongeveer drie kwart", 73.5, 76.5),
    ShareWords("ruim drie kwart", 76.5, 79), ShareWords("ongeveer vier vijfde", 79, 81.5),
    ShareWords("ruim vier vijfde", 81.5, 88.5),
    ShareWords("ongeveer negen op de tien", 88.5, 91.5), ShareWords("bijna alle", 91.5, 98),
    ShareWords("vrijwel alle", 98, 100), ShareWords("alle", 100, 100, includesHigh: true),
  ]

  let aboutHalf = "ongeveer de helft"
  let numerals = [
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf",
  ]
  let percentWords = [["procent"]]
  let untestedAnswersNote =
    "Verschillen tussen antwoorden van dezelfde deelnemers zijn niet getoetst."
  let baseUnknown = "n\u{00A0}onbekend"

  var accepted = Self.lexicon

  /// What authors may say for a share.
  private static let lexicon = AcceptedWords(
    anchors: [
      .init(10, ["één op de tien", "een tiende"], about: 3, over: 5, under: 4),
      .init(50.0 / 3, ["één op de zes", "een zesde"], about: 3.7, over: 4, under: 4),
      .init(20, ["één op de vijf", "een vijfde"], about: 3.5, over: 4.5, under: 4),
      .init(25, ["een kwart", "één op de vier"], about: 4, over: 5, under: 4),
      .init(30, ["drie op de tien"], about: 3.5, over: 4, under: 4),
      .init(100.0 / 3, ["één op de drie", "een derde"], about: 5.4, over: 6, under: 5),
      .init(40, ["vier op de tien", "twee vijfde"], about: 4, over: 7, under: 5),
      .init(50, ["de helft"], about: 5, over: 10, under: 6),
      .init(60, ["zes op de tien", "drie vijfde"], about: 5, over: 6, under: 6),
      .init(200.0 / 3, ["twee derde", "twee op de drie"], about: 5.4, over: 5, under: 7),
      .init(70, ["zeven op de tien"], about: 4, over: 5, under: 5),
      .init(75, ["drie kwart", "driekwart", "drie op de vier"], about: 5, over: 6, under: 6),
      .init(
        80, ["vier vijfde", "vier op de vijf", "acht op de tien"], about: 5, over: 8.5, under: 6),
      .init(90, ["negen op de tien"], about: 4, over: 6, under: 5),
    ],
    leans: [
      ("iets meer dan", .over), ("iets minder dan", .under), ("meer dan", .over),
      ("minder dan", .under), ("ruim", .over), ("bijna", .under), ("krap", .under),
      ("ongeveer", .about), ("circa", .about), ("rond", .about), ("zo'n", .about),
      ("zo’n", .about), ("grofweg", .roughly),
    ],
    phrases: [
      ("geen enkele", .init(low: 0, high: 0)), ("geen", .init(low: 0, high: 0)),
      ("niemand", .init(low: 0, high: 0)),
      ("vrijwel geen enkele", .init(low: 0, high: 3)), ("vrijwel geen", .init(low: 0, high: 3)),
      ("bijna geen", .init(low: 0, high: 5)),
      ("zeer kleine minderheid", .init(low: 0, high: 10)),
      ("kleine minderheid", .init(low: 0, high: 20)),
      ("minderheid", .init(low: 15, high: 50, isOpenAbove: true, takesSide: true)),
      ("minder dan de helft", .init(low: 0, high: 50, isOpenAbove: true, takesSide: true)),
      ("meer dan de helft", .init(low: 50, high: 100, isOpenBelow: true, takesSide: true)),
      ("meerderheid", .init(low: 50, high: 75, isOpenBelow: true, takesSide: true)),
      ("ruime meerderheid", .init(low: 60, high: 90, takesSide: true)),
      ("grote meerderheid", .init(low: 75, high: 95, takesSide: true)),
      ("merendeel", .init(low: 50, high: 90, isOpenBelow: true, takesSide: true)),
      ("meeste", .init(low: 50, high: 99, isOpenBelow: true, takesSide: true)),
      ("meestal", .init(low: 51, high: 99, takesSide: true)),
      ("overwegend", .init(low: 60, high: 95, takesSide: true)),
      ("bijna alle", .init(low: 90, high: 99)), ("bijna iedereen", .init(low: 90, high: 99)),
      ("vrijwel alle", .init(low: 95, high: 100, isOpenAbove: true)),
      ("vrijwel iedereen", .init(low: 95, high: 100, isOpenAbove: true)),
      ("alle", .init(low: 100, high: 100)), ("iedereen", .init(low: 100, high: 100)),
    ],
    articles: ["een", "de", "het"], hedge: "ongeveer")

  let claimWords = ClaimWords(
    more: [
      "vaker", "meer", "hoger", "groter", "bekender", "toegenomen", "gestegen", "steeg", "stijgt",
      "toename", "stijging",
    ],
    less: [
      "minder", "lager", "kleiner", "zeldener", "afgenomen", "gedaald", "daalde", "daalt", "afname",
      "daling",
    ],
    negations: ["niet", "geen"],
    strong: [
      "opvallend", "beduidend", "veruit", "veel", "fors", "forse", "aanzienlijk", "aanzienlijke",
      "duidelijk", "duidelijke", "sterk", "sterke", "verreweg", "flink",
    ],
    tested: ["significant", "significante"],
    equal: ["even", "evenveel", "evenzeer", "gelijk", "hetzelfde", "dezelfde", "vergelijkbaar"],
    places: [
      "vaakst": 1, "meest": 1, "meeste": 1, "belangrijkste": 1, "eerste": 1, "tweede": 2,
      "derde": 3,
      "vierde": 4, "vijfde": 5,
    ],
    shared: ["gedeeld", "gedeelde", "evenveel", "even"])

  func points(_ number: String) -> String { number + "\u{00A0}procentpunt" }

  func base(_ universe: String?) -> String { "Basis: \(universe ?? everybody)." }

  func indicativeNote(below bound: Int) -> String {
    "Gearceerd: minder dan \(bound) deelnemers. De uitkomst is indicatief."
  }

  func indicativeColumnNote(below bound: Int) -> String {
    "Indicatief: minder dan \(bound) deelnemers."
  }

  func insufficientNote(below bound: Int) -> String {
    "\(nBelow(bound)): te weinig deelnemers voor een percentage."
  }

  func untestedNote(wave: String) -> String {
    "Verschillen met \(wave) zijn niet getoetst: hoeveel mensen toen meededen, is niet bekend."
  }

  func incompleteNote(wave: String) -> String {
    "Van \(wave) zijn niet alle antwoorden gepubliceerd."
  }

  func withholding(_ reason: Withholding, policy: Policy) -> String {
    switch reason {
    case .smallGroup: "de groep heeft minder dan \(policy.group) deelnemers"
    case .smallCell: "het gaat om minder dan \(policy.cell) mensen"
    case .dominance: "in een kleine groep gaf vrijwel iedereen dit antwoord"
    case .secondary: "een ander afgeschermd getal zou eruit volgen"
    }
  }

  func withheldNote(_ reasons: [String]) -> String {
    "Niet getoond (·): \(list(reasons))."
  }

  func accuracy(_ letter: String) -> String {
    switch letter {
    case "A": "ruim voldoende"
    case "B": "voldoende"
    case "C": "indicatief"
    case "D": "onvoldoende"
    default: "ruim onvoldoende"
    }
  }

  func column(_ column: TableColumn) -> String {
    switch column {
    case .segment: "Groep"
    case .population: "Doelgroep"
    case .invited: "Uitgenodigd"
    case .responded: "Deelnemers"
    case .rate: "Respons"
    case .margin: "Foutmarge"
    case .accuracy: "Nauwkeurigheid"
    }
  }

  func marginExplained(_ selection: Study.Selection) -> String {
    let bias = "De marge zegt niets over vertekening door non-respons."
    if selection == .selfSelected {
      return "Deelnemers hebben zichzelf aangemeld; een foutmarge is dan niet te berekenen."
    }
    return "De foutmarge geldt als de deelnemers een aselecte steekproef uit de doelgroep vormen. "
      + "Bij herhaling zou de zo berekende marge in 95 van de 100 gevallen de werkelijke waarde in "
      + "de doelgroep bevatten. \(bias)"
  }

  func rules(_ policy: Policy) -> [String] {
    [
      "De foutmarge geldt bij een uitkomst van 50% en een betrouwbaarheidsniveau van 95%, met "
        + "correctie voor de omvang van de doelgroep waar die bekend is. Nauwkeurigheid: ruim "
        + "voldoende tot en met 5 procentpunt, voldoende tot en met 10, indicatief tot en met 14, "
        + "onvoldoende tot en met 18, daarboven ruim onvoldoende. Met minder dan 50 deelnemers is "
        + "een groep ten hoogste indicatief, met minder dan 30 altijd ruim onvoldoende.",
      "Uitkomsten op minder dan \(policy.indicative) antwoorden zijn als indicatief gemarkeerd; op "
        + "minder dan \(policy.insufficient) tonen we geen percentage. Van groepen met minder dan "
        + "\(policy.group) deelnemers tonen we alleen dat zij meededen. Bij gevoelige vragen laten "
        + "we antwoorden weg die minder dan \(policy.cell) mensen gaven of juist niet gaven, en "
        + "getallen waaruit die zouden volgen.",
      "Een verschil noemen we alleen als het getoetst is (tweezijdig, 5%), tenzij er staat dat "
        + "toetsen niet kan. Percentages zijn berekend uit aantallen en afgerond op hele getallen; "
        + "een half wordt naar boven afgerond.",
    ]
  }

  func publishedBy(_ organisation: String) -> String { "Uitgave: \(organisation)." }
  func writtenBy(_ authors: String) -> String { "Tekst: \(authors)." }
  func dated(_ date: String) -> String { "Datum: \(date)." }
}
