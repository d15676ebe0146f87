extension Calibration {
  /// What respondents would do if someone threatened them (asked of all).
  static let hypotheticalReaction = MultipleTarget(
    prefix: "hre",
    label: "Wat zou u doen als iemand u bedreigt?",
    options: [
      "melden": "Melden of laten registreren", "gesprek": "Een stopgesprek voeren",
      "ondersteuning": "Ondersteuning zoeken", "aangifte": "Aangifte doen",
    ],
    none: "Niets doen",
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 110, options: [82, 58, 55, 46]),
      wethouder: MultipleMargins(anyone: 231, options: [160, 118, 112, 41]),
      raadslid: MultipleMargins(anyone: 1020, options: [640, 443, 402, 184]),
      statenlid: MultipleMargins(anyone: 106, options: [66, 47, 41, 15]),
      commissaris: MultipleMargins(anyone: 4, options: [4, 2, 2, 2]),
      gedeputeerde: MultipleMargins(anyone: 5, options: [4, 3, 2, 1])
    )
  )

  /// What support respondents would then want (asked of all).
  static let hypotheticalSupport = MultipleTarget(
    prefix: "hon",
    label: "Aan welke ondersteuning zou u dan behoefte hebben?",
    options: [
      "advies": "Advies", "oor": "Een luisterend oor", "hulp": "Hulp bij melding of aangifte",
      "ervaringen": "Ervaringen uitwisselen", "anders": "Andere ondersteuning",
    ],
    none: "Geen ondersteuning",
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 104, options: [70, 48, 52, 51, 8]),
      wethouder: MultipleMargins(anyone: 219, options: [130, 82, 58, 75, 15]),
      raadslid: MultipleMargins(anyone: 930, options: [512, 368, 335, 259, 76]),
      statenlid: MultipleMargins(anyone: 100, options: [55, 39, 43, 26, 9]),
      commissaris: MultipleMargins(anyone: 4, options: [3, 2, 2, 2, 0]),
      gedeputeerde: MultipleMargins(anyone: 5, options: [3, 2, 1, 2, 0])
    )
  )

  /// Where they would look for it (asked of all, an open question that was coded).
  static let hypotheticalSource = MultipleTarget(
    prefix: "hbr",
    label: "Bij wie zou u dan ondersteuning zoeken?",
    options: [
      "burgemeester": "Burgemeester", "secretaris": "Gemeentesecretaris", "griffie": "Griffie",
      "college": "College", "collegas": "Collega's in hetzelfde ambt",
      "fractie": "Eigen fractie", "voorzitter": "Fractievoorzitter",
      "cdk": "Commissaris van de Koning", "politie": "Politie",
      "vertrouwenspersoon": "Vertrouwenspersoon", "team": "Ondersteuningsteam",
      "vereniging": "Beroepsvereniging", "naasten": "Naasten", "anders": "Iemand anders",
    ],
    none: "Geen antwoord",
    margins: PerRole(
      burgemeester: MultipleMargins(
        anyone: 88, options: [0, 44, 16, 5, 22, 0, 0, 12, 33, 6, 15, 18, 9, 7]),
      wethouder: MultipleMargins(
        anyone: 186, options: [104, 38, 12, 43, 61, 8, 5, 0, 25, 31, 11, 9, 22, 14]),
      raadslid: MultipleMargins(
        anyone: 789, options: [402, 28, 268, 41, 142, 201, 69, 0, 118, 127, 35, 24, 88, 52]),
      statenlid: MultipleMargins(
        anyone: 82, options: [0, 0, 47, 0, 10, 21, 13, 28, 12, 8, 3, 2, 11, 5]),
      commissaris: MultipleMargins(
        anyone: 3, options: [0, 0, 0, 0, 2, 0, 0, 0, 2, 0, 1, 0, 0, 0]),
      gedeputeerde: MultipleMargins(
        anyone: 4, options: [0, 0, 0, 2, 1, 0, 0, 2, 1, 0, 0, 0, 0, 0])
    )
  )

  /// Which three aspects of support matter most (asked of all).
  static let importance = RankingTarget(
    prefix: "bel",
    label: "Wat vindt u het belangrijkst aan ondersteuning?",
    objects: [
      "Maatwerk", "Deskundigheid", "Snelheid", "Vindbaarheid",
      "Vertrouwelijkheid en integriteit", "Een stappenplan of andere documentatie",
    ],
    first: PerRole(
      burgemeester: [40, 23, 12, 16, 18, 4],
      wethouder: [50, 48, 35, 58, 42, 8],
      raadslid: [205, 165, 125, 324, 230, 32],
      statenlid: [28, 19, 14, 28, 20, 5],
      commissaris: [1, 1, 1, 0, 1, 0],
      gedeputeerde: [2, 1, 0, 1, 1, 0]
    ),
    topThree: PerRole(
      burgemeester: [74, 73, 62, 50, 56, 24],
      wethouder: [127, 140, 119, 129, 123, 85],
      raadslid: [565, 550, 530, 590, 605, 403],
      statenlid: [65, 63, 62, 68, 64, 20],
      commissaris: [3, 3, 2, 1, 2, 1],
      gedeputeerde: [4, 3, 2, 3, 2, 1]
    )
  )
}
