extension Calibration {
  /// How well respondents know the support team: not, by name, a little, well (asked of all).
  static let awareness = SingleTarget(
    column: "bekendheid",
    label: "Hoe bekend bent u met het ondersteuningsteam?",
    answers: [
      "Ken ik niet", "Ken ik alleen van naam", "Ik weet een beetje wat ze doen",
      "Ik ben goed bekend met wat ze doen",
    ],
    counts: PerRole(
      burgemeester: [8, 18, 42, 45],
      wethouder: [123, 72, 37, 9],
      raadslid: [573, 356, 127, 25],
      statenlid: [67, 31, 11, 5],
      commissaris: [0, 1, 2, 1],
      gedeputeerde: [2, 2, 1, 0]
    )
  )

  /// Whether respondents took part in what the team organised (asked of all).
  ///
  /// Nobody takes part who does not know the team.
  static let participation = MultipleTarget(
    prefix: "dee",
    label: "Nam u deel aan een training of bijeenkomst?",
    options: ["training": "Training", "bijeenkomst": "Bijeenkomst"],
    none: "Geen van beide",
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 41, options: [21, 31]),
      wethouder: MultipleMargins(anyone: 15, options: [7, 11]),
      raadslid: MultipleMargins(anyone: 43, options: [18, 31]),
      statenlid: MultipleMargins(anyone: 9, options: [5, 6]),
      commissaris: MultipleMargins(anyone: 1, options: [0, 1]),
      gedeputeerde: MultipleMargins(anyone: 0, options: [0, 0])
    )
  )

  /// How the team could become better known (asked of all, an open question that was coded).
  static let suggestions = MultipleTarget(
    prefix: "nmb",
    label: "Hoe kan het ondersteuningsteam bekender worden?",
    options: [
      "mailing": "Mailings en nieuwsbrieven", "gesprek": "Persoonlijk contact",
      "vereniging": "Beroepsvereniging of VNG", "bijeenkomst": "Bijeenkomsten en presentaties",
      "sociale_media": "Sociale media", "griffie": "Griffie",
      "gemeente": "Gemeentelijke organisatie",
      "bestuur": "Burgemeester of college", "bezoek": "Bezoek ter plaatse", "website": "Website",
      "training": "Infosessies en trainingen", "anders": "Iets anders",
    ],
    none: "Geen antwoord",
    margins: PerRole(
      burgemeester: MultipleMargins(
        anyone: 57, options: [22, 18, 15, 13, 5, 3, 2, 0, 4, 4, 6, 5]),
      wethouder: MultipleMargins(
        anyone: 116, options: [35, 9, 41, 18, 24, 8, 21, 7, 5, 9, 8, 10]),
      raadslid: MultipleMargins(
        anyone: 497, options: [71, 21, 96, 48, 52, 158, 117, 83, 17, 33, 39, 36]),
      statenlid: MultipleMargins(
        anyone: 58, options: [20, 4, 3, 6, 5, 17, 0, 2, 13, 11, 9, 4]),
      commissaris: MultipleMargins(
        anyone: 2, options: [1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]),
      gedeputeerde: MultipleMargins(
        anyone: 3, options: [1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0])
    )
  )
}
