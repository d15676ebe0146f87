extension Calibration {
  /// What the own organisation does about aggression (asked of all).
  static let attentionKind = MultipleTarget(
    prefix: "aas",
    label: "Welke aandacht is er in uw organisatie?",
    options: [
      "protocollen": "Protocollen voor agressie en meldingen",
      "momenten": "Vaste momenten om erover te praten",
      "trainingen": "Vaste trainingen in weerbaarheid", "anders": "Iets anders",
    ],
    alone: ["reactief": "Alleen aandacht na een voorval"],
    none: "Weet niet",
    margins: PerRole(
      burgemeester: MultipleMargins(anyone: 93, options: [79, 52, 40, 7], alone: [14]),
      wethouder: MultipleMargins(anyone: 140, options: [108, 60, 39, 12], alone: [63]),
      raadslid: MultipleMargins(anyone: 443, options: [302, 205, 140, 45], alone: [298]),
      statenlid: MultipleMargins(anyone: 60, options: [43, 24, 20, 6], alone: [25]),
      commissaris: MultipleMargins(anyone: 4, options: [3, 3, 1, 0], alone: [0]),
      gedeputeerde: MultipleMargins(anyone: 3, options: [2, 1, 1, 0], alone: [1])
    )
  )

  /// Whether the own organisation pays enough attention to aggression (asked of all).
  static let attention = SingleTarget(
    column: "aandacht",
    label: "In mijn organisatie is voldoende aandacht voor het omgaan met agressie.",
    answers: [
      "Zeer mee eens", "Mee eens", "Neutraal", "Mee oneens", "Zeer mee oneens", "Weet niet",
    ],
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
