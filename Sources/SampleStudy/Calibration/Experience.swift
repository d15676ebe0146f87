extension Calibration {
  /// Which forms of aggression respondents met with (asked of all).
  static let aggression = MultipleTarget(
    prefix: "agr",
    label: "Met welke vormen van agressie kreeg u te maken?",
    options: [
      "verbaal": "Verbale agressie", "bedreiging": "Bedreiging of intimidatie",
      "discriminatie": "Discriminatie", "fysiek": "Fysieke agressie",
      "seksueel": "Seksuele intimidatie",
    ],
    none: "Nee, geen van bovenstaande",
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 68, options: [55, 47, 10, 7, 5]),
      wethouder: MultipleMargins(anyone: 109, options: [88, 58, 16, 8, 9]),
      raadslid: MultipleMargins(anyone: 360, options: [290, 195, 86, 22, 38]),
      statenlid: MultipleMargins(anyone: 39, options: [31, 19, 7, 5, 5]),
      commissaris: MultipleMargins(anyone: 2, options: [2, 1, 0, 0, 0]),
      gedeputeerde: MultipleMargins(anyone: 3, options: [3, 1, 0, 0, 0])
    )
  )

  /// What respondents did about it (asked of those who met with at least one form).
  static let reaction = MultipleTarget(
    prefix: "rea",
    label: "Wat hebt u gedaan nadat u met agressie te maken kreeg?",
    options: [
      "melden": "Gemeld of laten registreren", "gesprek": "Een stopgesprek gevoerd",
      "ondersteuning": "Ondersteuning gezocht", "aangifte": "Aangifte gedaan",
      "anders": "Iets anders gedaan",
    ],
    none: "Niets mee gedaan",
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 64, options: [41, 33, 25, 21, 9]),
      wethouder: MultipleMargins(anyone: 80, options: [47, 33, 27, 17, 12]),
      raadslid: MultipleMargins(anyone: 245, options: [128, 96, 52, 40, 41]),
      statenlid: MultipleMargins(anyone: 20, options: [9, 10, 12, 5, 5]),
      commissaris: MultipleMargins(anyone: 2, options: [2, 1, 1, 1, 0]),
      gedeputeerde: MultipleMargins(anyone: 2, options: [1, 1, 1, 0, 0])
    )
  )
}
