/// A single-response question: the wanted number of each answer, coded 1, 2, 3 … in the file.
public struct SingleTarget: Sendable {
  let column: String
  let counts: PerRole<[Int]>
}

/// A multiple-response question: one column per option, coded 1 chosen and 0 not, and a last
/// column for "none of these".
public struct MultipleTarget: Sendable {
  let options: [String]
  let none: String
  let margins: PerRole<MultipleMargins>
}

/// The counts that the sample respondents must meet.
///
/// A count marked with an id in Tests/SampleRespondentsTests/PublishedFigures.swift reproduces a
/// figure of the published report. All the others are filled in by us: they respect the verbal
/// ranges, ranks and relations that the report states and are otherwise an assumption.
///
/// The counts of the two smallest offices (4 and 5 people) are invented throughout. No answer of
/// theirs leaves the import.
public enum Calibration {
  /// Which forms of aggression respondents met with (asked of all).
  static let aggression = MultipleTarget(
    options: ["agr_verbaal", "agr_bedreiging", "agr_discriminatie", "agr_fysiek", "agr_seksueel"],
    none: "agr_geen",
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
    options: ["rea_melden", "rea_gesprek", "rea_ondersteuning", "rea_aangifte", "rea_anders"],
    none: "rea_niets",
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 64, options: [41, 33, 25, 21, 9]),
      wethouder: MultipleMargins(anyone: 80, options: [47, 33, 27, 17, 12]),
      raadslid: MultipleMargins(anyone: 245, options: [128, 96, 52, 40, 41]),
      statenlid: MultipleMargins(anyone: 20, options: [9, 10, 8, 5, 5]),
      commissaris: MultipleMargins(anyone: 2, options: [2, 1, 1, 1, 0]),
      gedeputeerde: MultipleMargins(anyone: 2, options: [1, 1, 1, 0, 0])
    )
  )

  /// What respondents would do if someone threatened them (asked of all).
  static let hypotheticalReaction = MultipleTarget(
    options: ["hre_melden", "hre_gesprek", "hre_ondersteuning", "hre_aangifte"],
    none: "hre_niets",
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
    options: ["hon_advies", "hon_oor", "hon_hulp", "hon_ervaringen", "hon_anders"],
    none: "hon_geen",
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 104, options: [70, 48, 52, 51, 8]),
      wethouder: MultipleMargins(anyone: 219, options: [130, 82, 58, 75, 15]),
      raadslid: MultipleMargins(anyone: 930, options: [512, 368, 335, 259, 76]),
      statenlid: MultipleMargins(anyone: 100, options: [55, 39, 43, 26, 9]),
      commissaris: MultipleMargins(anyone: 4, options: [3, 2, 2, 2, 0]),
      gedeputeerde: MultipleMargins(anyone: 5, options: [3, 2, 1, 2, 0])
    )
  )

  /// How well respondents know the support team: not, by name, a little, well (asked of all).
  static let awareness = SingleTarget(
    column: "bekendheid",
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
    options: ["dee_training", "dee_bijeenkomst"],
    none: "dee_geen",
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 41, options: [21, 31]),
      wethouder: MultipleMargins(anyone: 15, options: [7, 11]),
      raadslid: MultipleMargins(anyone: 43, options: [18, 31]),
      statenlid: MultipleMargins(anyone: 9, options: [5, 6]),
      commissaris: MultipleMargins(anyone: 1, options: [0, 1]),
      gedeputeerde: MultipleMargins(anyone: 0, options: [0, 0])
    )
  )

  /// Whether the own organisation pays enough attention to aggression (asked of all).
  ///
  /// From fully agree to fully disagree, then don't know.
  static let attention = SingleTarget(
    column: "aandacht",
    counts: PerRole(
      burgemeester: [19, 41, 30, 15, 3, 5],
      wethouder: [18, 66, 76, 52, 13, 16],
      raadslid: [66, 269, 310, 235, 76, 125],
      statenlid: [12, 43, 29, 15, 4, 11],
      commissaris: [1, 2, 1, 0, 0, 0],
      gedeputeerde: [0, 2, 2, 1, 0, 0]
    )
  )
}
