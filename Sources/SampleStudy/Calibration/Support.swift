/// Asked of those who sought support: 25 mayors, 27 aldermen, 52 councillors, 12 members of the
/// provincial councils.
extension Calibration {
  /// From whom they had it.
  static let source = MultipleTarget(
    prefix: "bro",
    label: "Van wie kreeg u ondersteuning?",
    options: [
      "collegas": "Collega-raadsleden, -wethouders of -burgemeesters", "griffie": "Griffie",
      "gezin": "Gezin of familie", "partij": "Politieke partij",
      "bestuurder": "Burgemeester of commissaris van de Koning", "politie": "Politie",
      "vertrouwenspersoon": "Vertrouwenspersoon", "team": "Ondersteuningsteam",
      "anders": "Iemand anders",
    ],
    none: nil,
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 25, options: [14, 6, 12, 5, 7, 16, 5, 9, 5]),
      wethouder: MultipleMargins(anyone: 27, options: [18, 6, 14, 7, 17, 10, 6, 5, 5]),
      raadslid: MultipleMargins(anyone: 52, options: [32, 29, 21, 20, 17, 12, 8, 5, 6]),
      statenlid: MultipleMargins(anyone: 12, options: [6, 7, 5, 5, 0, 5, 0, 0, 0]),
      commissaris: MultipleMargins(anyone: 1, options: [0, 0, 0, 0, 0, 1, 0, 1, 0]),
      gedeputeerde: MultipleMargins(anyone: 1, options: [1, 0, 1, 0, 0, 0, 0, 0, 0])
    )
  )

  /// In which form they had it.
  static let form = MultipleTarget(
    prefix: "vor",
    label: "Op welke manier kreeg u ondersteuning?",
    options: [
      "luisterend_oor": "Een luisterend oor", "advies": "Advies",
      "ervaringen": "Ervaringen uitwisselen", "hulp": "Hulp bij melding of aangifte",
      "maatregelen": "Maatregelen voor de veiligheid", "anders": "In een andere vorm",
    ],
    none: nil,
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 25, options: [17, 19, 13, 11, 8, 2]),
      wethouder: MultipleMargins(anyone: 27, options: [21, 17, 12, 8, 6, 2]),
      raadslid: MultipleMargins(anyone: 52, options: [44, 35, 27, 15, 9, 5]),
      statenlid: MultipleMargins(anyone: 12, options: [10, 7, 6, 2, 1, 1]),
      commissaris: MultipleMargins(anyone: 1, options: [1, 1, 0, 0, 1, 0]),
      gedeputeerde: MultipleMargins(anyone: 1, options: [1, 0, 1, 0, 0, 0])
    )
  )

  /// How useful it was.
  static let usefulness = SingleTarget(
    column: "waardering",
    label: "Hoe nuttig was de ondersteuning die u kreeg?",
    answers: [
      "Ruim voldoende nuttig", "Voldoende nuttig", "Neutraal", "Onvoldoende nuttig",
      "Ruim onvoldoende of niet nuttig", "Weet niet",
    ],
    counts: PerRole(
      burgemeester: [11, 9, 3, 1, 0, 1],
      wethouder: [10, 10, 4, 1, 0, 2],
      raadslid: [16, 20, 6, 6, 2, 2],
      statenlid: [5, 4, 2, 0, 0, 1],
      commissaris: [1, 0, 0, 0, 0, 0],
      gedeputeerde: [0, 1, 0, 0, 0, 0]
    )
  )

  /// Five judgements on one scale, from "entirely" to "not at all".
  static let judgements = [
    judgement(
      "prettig",
      PerRole(
        burgemeester: [10, 9, 4, 2, 0], wethouder: [9, 11, 5, 1, 1],
        raadslid: [18, 21, 9, 3, 1], statenlid: [4, 5, 2, 1, 0],
        commissaris: [1, 0, 0, 0, 0], gedeputeerde: [0, 1, 0, 0, 0])),
    judgement(
      "dienstverlenend",
      PerRole(
        burgemeester: [7, 10, 6, 1, 1], wethouder: [6, 11, 7, 2, 0],
        raadslid: [12, 19, 16, 4, 1], statenlid: [3, 4, 4, 1, 0],
        commissaris: [1, 0, 0, 0, 0], gedeputeerde: [0, 1, 0, 0, 0])),
    judgement(
      "professioneel",
      PerRole(
        burgemeester: [9, 9, 5, 2, 0], wethouder: [7, 10, 6, 3, 0],
        raadslid: [11, 17, 15, 6, 3], statenlid: [3, 5, 3, 0, 0],
        commissaris: [0, 1, 0, 0, 0], gedeputeerde: [0, 0, 1, 0, 0])),
    judgement(
      "vriendelijk",
      PerRole(
        burgemeester: [13, 9, 3, 0, 0], wethouder: [12, 11, 3, 1, 0],
        raadslid: [21, 22, 5, 3, 1], statenlid: [5, 5, 2, 0, 0],
        commissaris: [1, 0, 0, 0, 0], gedeputeerde: [1, 0, 0, 0, 0])),
    judgement(
      "snel",
      PerRole(
        burgemeester: [9, 10, 3, 2, 1], wethouder: [8, 9, 5, 3, 2],
        raadslid: [14, 21, 8, 7, 2], statenlid: [4, 4, 2, 1, 1],
        commissaris: [1, 0, 0, 0, 0], gedeputeerde: [0, 0, 0, 1, 0])),
  ]

  private static func judgement(_ word: String, _ counts: PerRole<[Int]>) -> SingleTarget {
    SingleTarget(
      column: "oor_\(word)", label: "De ondersteuning was \(word)",
      answers: ["Helemaal wel", "Eerder wel", "Ertussenin", "Eerder niet", "Helemaal niet"],
      counts: counts, mayBeLeftOpen: true)
  }

  /// The key words with which they describe it, cluster by cluster; asked and counted over all reported
  /// offices together. One word stands between two clusters and belongs to both.
  static let keywords = KeywordTarget(
    question: "kernwoorden",
    words: [
      // Support and understanding.
      "steun": 22, "begrip": 16, "betrokken": 9, "aandacht": 8, "vertrouwen": 7, "warm": 5,
      "meeleven": 4, "nabij": 3, "geruststelling": 3, "samen": 3, "medeleven": 2, "troost": 2,
      // Listening and talking.
      "luisteren": 21, "gesprek": 12, "luisterend oor": 10, "open": 8, "duidelijk": 7,
      "overleg": 5, "contact": 4, "uitleg": 3, "meedenken": 3,
      // Expert help and advice.
      "advies": 14, "deskundig": 9, "professioneel": 8, "praktisch": 6, "kennis": 4,
      "ervaring": 4, "vakkundig": 3, "doordacht": 2,
      // A good experience.
      "prettig": 9, "goed": 8, "fijn": 7, "nuttig": 5, "vriendelijk": 4,
      // Resolute action; "paraat" is the word that protection shares.
      "snel": 8, "direct": 6, "doortastend": 4, "aanpakken": 3, "slagvaardig": 2, "paraat": 3,
      // Protection.
      "veilig": 5, "bescherming": 4,
      // Disappointment.
      "traag": 5, "afstandelijk": 4, "vaag": 3, "onzeker": 3, "formeel": 2, "alleen": 2,
      "weinig": 2, "machteloos": 2,
    ],
    anyone: 112
  )
}
