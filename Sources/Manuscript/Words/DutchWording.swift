import SurveyResults

/// Dutch.
struct DutchWording: Wording {
  let thousandsMark = "."
  let decimalMark = ","
  let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]
  let indicative = "indicatief"
  let others = "overige deelnemers"
  let everybody = "alle deelnemers"
  let severalAnswers = "Meerdere antwoorden mogelijk."
  let roundingNote = "Door afronding tellen de percentages niet overal op tot 100."
  let contents = "Inhoud"
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

  let lexicon: [ShareWords] = [
    ShareWords("zeer kleine minderheid", 0, 10, includesHigh: true),
    ShareWords("een kleine minderheid", 0, 20, includesHigh: true),
    ShareWords("ongeveer een op de tien", 7, 13, includesHigh: true),
    ShareWords("ongeveer een op de zes", 13, 20, includesHigh: true),
    ShareWords("een zesde", 13, 20, includesHigh: true),
    ShareWords("een op de vijf", 17, 23, includesHigh: true),
    ShareWords("ongeveer een vijfde", 17, 23, includesHigh: true),
    ShareWords("een kwart", 22, 28, includesHigh: true),
    ShareWords("ongeveer een op de drie", 28, 38, includesHigh: true),
    ShareWords("ongeveer een derde", 28, 38, includesHigh: true),
    ShareWords("een minderheid", 15, 45, .below), ShareWords("minder dan de helft", 0, 50, .below),
    ShareWords("ongeveer de helft", 45, 55, includesHigh: true),
    ShareWords("grofweg de helft", 40, 60, includesHigh: true),
    ShareWords("iets meer dan de helft", 50, 57, .above, includesHigh: true),
    ShareWords("meer dan de helft", 50, 100, .above),
    ShareWords("ruim de helft", 50, 60, .above, includesHigh: true),
    ShareWords("ongeveer drie vijfde", 55, 65, includesHigh: true),
    ShareWords("bijna twee derde", 60, 67, includesHigh: true),
    ShareWords("ongeveer twee derde", 62, 72, includesHigh: true),
    ShareWords("een ruime meerderheid", 60, 90, .above, includesHigh: true),
    ShareWords("een grote meerderheid", 75, 91.5, .above),
    ShareWords("ongeveer drie kwart", 70, 80, includesHigh: true),
    ShareWords("drie kwart", 72, 78, includesHigh: true),
    ShareWords("ruim vier vijfde", 80, 87, includesHigh: true),
    ShareWords("bijna alle", 90, 99, includesHigh: true),
    ShareWords("bijna iedereen", 90, 99, includesHigh: true),
    ShareWords("de meeste", 50, 100, .above), ShareWords("niemand", 0, 0, includesHigh: true),
    ShareWords("iedereen", 100, 100, includesHigh: true),
  ]

  func points(_ number: String) -> String { number + "\u{00A0}procentpunt" }

  func base(_ universe: String?) -> String { "Basis: \(universe ?? everybody)." }

  func indicativeNote(below bound: Int) -> String {
    "Gearceerd: minder dan \(bound) deelnemers. De uitkomst is indicatief."
  }

  func insufficientNote(below bound: Int) -> String {
    "\(nBelow(bound)): te weinig deelnemers voor een percentage."
  }

  func untestedNote(wave: String) -> String {
    "Verschillen met \(wave) zijn niet getoetst: hoeveel mensen toen meededen, is niet bekend."
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

  func fieldwork(_ start: String, _ end: String) -> String {
    "Het veldwerk duurde van \(date(start)) tot en met \(date(end))."
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

  func chartOpening(isStacked: Bool, title: String) -> String {
    isStacked ? "Gestapelde staven van 100%." : "Staafdiagram."
  }

  func mostNamed(_ answer: String) -> String { "Het vaakst: \(answer)" }
}
