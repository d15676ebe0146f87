/// What could be better and what goes well: asked of all; the answers are open and were coded by theme,
/// with one code frame for all offices.
extension Calibration {
  /// Whether respondents name a point for improvement.
  static let improvement = SingleTarget(
    column: "verbeterpunt",
    label: "Wat kan er beter aan de omgang met agressie?",
    answers: ["Noemt een verbeterpunt", "Noemt geen verbeterpunt"],
    counts: PerRole(
      burgemeester: [62, 51], wethouder: [72, 169], raadslid: [346, 735], statenlid: [31, 83],
      commissaris: [2, 2], gedeputeerde: [3, 2])
  )

  /// The themes of these points (of those who name one).
  static let improvementThemes = MultipleTarget(
    prefix: "vbt",
    label: "Thema's van de verbeterpunten",
    options: [
      "voorbereiding": "Vooraf weten wat te doen",
      "preventie": "Voorkomen in plaats van herstellen",
      "nazorg": "Nazorg", "gesprek": "Open gesprek over agressie", "respect": "Gebrek aan respect",
      "aangifte": "Opvolging van aangiften", "loket": "Eén herkenbaar aanspreekpunt",
      "training": "Training en oefening", "beveiliging": "Beveiliging thuis en op het werk",
      "grenzen": "Grenzen stellen en afspraken naleven",
      "sociale_media": "Agressie op sociale media", "omgang": "Onderlinge omgang",
      "erkenning": "Serieus genomen worden", "overig": "Overig",
    ],
    none: nil,
    margins: PerRole(
      burgemeester: MultipleMargins(
        anyone: 62, options: [18, 0, 16, 2, 0, 13, 4, 8, 10, 7, 3, 0, 0, 5]),
      wethouder: MultipleMargins(
        anyone: 72, options: [3, 17, 11, 15, 13, 4, 9, 8, 4, 10, 7, 0, 2, 6]),
      raadslid: MultipleMargins(
        anyone: 346, options: [11, 26, 27, 69, 17, 19, 47, 31, 9, 61, 24, 55, 78, 28]),
      statenlid: MultipleMargins(
        anyone: 31, options: [0, 0, 1, 9, 0, 0, 6, 5, 0, 4, 1, 7, 2, 3]),
      commissaris: MultipleMargins(
        anyone: 2, options: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
      gedeputeerde: MultipleMargins(
        anyone: 3, options: [0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
    )
  )

  /// Whether respondents give a compliment.
  static let compliment = SingleTarget(
    column: "compliment",
    label: "Wat gaat er goed in de omgang met agressie?",
    answers: ["Geeft een compliment", "Geeft geen compliment"],
    counts: PerRole(
      burgemeester: [52, 61], wethouder: [77, 164], raadslid: [292, 789], statenlid: [29, 85],
      commissaris: [2, 2], gedeputeerde: [2, 3])
  )

  /// The themes of these compliments (of those who give one).
  static let complimentThemes = MultipleTarget(
    prefix: "cmt",
    label: "Thema's van de complimenten",
    options: [
      "taboe": "Minder taboe, meer aandacht", "snelle_actie": "Sneller optreden tegen daders",
      "maatregelen": "Gemeenten met maatregelen die werken", "collegas": "Steun van collega's",
      "evaluatie": "Aanpak wordt geregeld bijgesteld",
      "besproken": "Onderwerp komt geregeld aan bod",
      "team": "Ondersteuningsteam",
      "bestuurder": "Steun van burgemeester of commissaris van de Koning",
      "griffie": "Steun van de griffie", "politie": "Samenwerking met politie en justitie",
      "training": "Training", "afspraken": "Duidelijke afspraken", "overig": "Overig",
    ],
    none: nil,
    margins: PerRole(
      burgemeester: MultipleMargins(
        anyone: 52, options: [15, 10, 2, 6, 0, 0, 13, 0, 0, 9, 7, 3, 4]),
      wethouder: MultipleMargins(
        anyone: 77, options: [9, 2, 4, 15, 3, 4, 12, 17, 2, 10, 8, 13, 6]),
      raadslid: MultipleMargins(
        anyone: 292, options: [24, 6, 61, 55, 33, 12, 15, 41, 46, 14, 28, 37, 25]),
      statenlid: MultipleMargins(
        anyone: 29, options: [3, 0, 0, 5, 0, 6, 1, 4, 7, 1, 3, 4, 2]),
      commissaris: MultipleMargins(
        anyone: 2, options: [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
      gedeputeerde: MultipleMargins(
        anyone: 2, options: [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0])
    )
  )
}
