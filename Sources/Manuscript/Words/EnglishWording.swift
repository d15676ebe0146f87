import SurveyResults

/// British English.
struct EnglishWording: Wording {
  let thousandsMark = ","
  let decimalMark = "."
  let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  let indicative = "indicative"
  let others = "other respondents"
  let everybody = "all respondents"
  let severalAnswers = "Several answers were possible."
  let roundingNote = "Because of rounding, percentages do not everywhere add up to 100."
  let contents = "Contents"
  let and = "and"
  let none = "none"

  /// The partition of the shares, no gaps and no overlaps.
  let shares: [ShareWords] = [
    ShareWords("none", 0, 0, includesHigh: true), ShareWords("hardly any", 0, 2),
    ShareWords("a very small minority", 2, 5), ShareWords("a small minority", 5, 8.5),
    ShareWords("about one in ten", 8.5, 11.5), ShareWords("just over one in ten", 11.5, 14.5),
    ShareWords("about one in six", 14.5, 18.5), ShareWords("about one in five", 18.5, 21.5),
    ShareWords("just over one in five", 21.5, 23.5), ShareWords("about a quarter", 23.5, 26.5),
    ShareWords("just over a quarter", 26.5, 29), ShareWords("about three in ten", 29, 31),
    ShareWords("nearly a third", 31, 32.5), ShareWords("about one in three", 32.5, 34.5),
    ShareWords("just over a third", 34.5, 38), ShareWords("about four in ten", 38, 42),
    ShareWords("just over four in ten", 42, 46), ShareWords("nearly half", 46, 49.5, .below),
    ShareWords("half", 49.5, 50.5), ShareWords("just over half", 50.5, 55, .above),
    ShareWords("a majority", 55, 58, .above), ShareWords("about six in ten", 58, 62),
    ShareWords("just over six in ten", 62, 64.5), ShareWords("nearly two thirds", 64.5, 66),
    ShareWords("about two thirds", 66, 68), ShareWords("just over two thirds", 68, 69),
    ShareWords("about seven in ten", 69, 71), ShareWords("nearly three quarters", 71, 73.5),
    ShareWords("about three quarters", 73.5, 76.5),
    ShareWords("just over three quarters", 76.5, 79), ShareWords("about four fifths", 79, 81.5),
    ShareWords("more than four fifths", 81.5, 88.5), ShareWords("about nine in ten", 88.5, 91.5),
    ShareWords("almost all", 91.5, 98), ShareWords("virtually all", 98, 100),
    ShareWords("all", 100, 100, includesHigh: true),
  ]

  let lexicon: [ShareWords] = [
    ShareWords("a small minority", 0, 20, includesHigh: true),
    ShareWords("one in ten", 8, 12, includesHigh: true),
    ShareWords("one in five", 17, 23, includesHigh: true),
    ShareWords("a quarter", 22, 28, includesHigh: true),
    ShareWords("about a third", 28, 38, includesHigh: true),
    ShareWords("a third", 31, 36, includesHigh: true), ShareWords("a minority", 15, 45, .below),
    ShareWords("less than half", 0, 50, .below), ShareWords("fewer than half", 0, 50, .below),
    ShareWords("about half", 45, 55, includesHigh: true),
    ShareWords("more than half", 50, 100, .above), ShareWords("most", 50, 100, .above),
    ShareWords("a large majority", 75, 91.5, .above),
    ShareWords("about two thirds", 62, 72, includesHigh: true),
    ShareWords("two thirds", 64, 69, includesHigh: true),
    ShareWords("three quarters", 72, 78, includesHigh: true),
    ShareWords("nearly all", 90, 99, includesHigh: true),
    ShareWords("nobody", 0, 0, includesHigh: true),
    ShareWords("everybody", 100, 100, includesHigh: true),
  ]

  func points(_ number: String) -> String { number + "\u{00A0}percentage points" }

  func base(_ universe: String?) -> String { "Base: \(universe ?? everybody)." }

  func indicativeNote(below bound: Int) -> String {
    "Hatched: fewer than \(bound) respondents. The result is indicative."
  }

  func insufficientNote(below bound: Int) -> String {
    "\(nBelow(bound)): too few respondents for a percentage."
  }

  func untestedNote(wave: String) -> String {
    "Differences from \(wave) are not tested: how many took part then is not known."
  }

  func withholding(_ reason: Withholding, policy: Policy) -> String {
    switch reason {
    case .smallGroup: "the group has fewer than \(policy.group) respondents"
    case .smallCell: "it concerns fewer than \(policy.cell) people"
    case .dominance: "nearly everybody of a small group gave this answer"
    case .secondary: "another withheld figure would follow from it"
    }
  }

  func withheldNote(_ reasons: [String]) -> String { "Not shown (·): \(list(reasons))." }

  func accuracy(_ letter: String) -> String {
    switch letter {
    case "A": "more than sufficient"
    case "B": "sufficient"
    case "C": "indicative"
    case "D": "insufficient"
    default: "quite insufficient"
    }
  }

  func column(_ column: TableColumn) -> String {
    switch column {
    case .segment: "Group"
    case .population: "Population"
    case .invited: "Invited"
    case .responded: "Respondents"
    case .rate: "Response"
    case .margin: "Margin"
    case .accuracy: "Accuracy"
    }
  }

  func fieldwork(_ start: String, _ end: String) -> String {
    "Fieldwork was from \(date(start)) to \(date(end))."
  }

  func rules(_ policy: Policy) -> [String] {
    [
      "The margin is that of a share of 50% at a confidence level of 95%, corrected for the size of "
        + "the population where that is known. Accuracy: more than sufficient up to 5 percentage "
        + "points, sufficient up to 10, indicative up to 14, insufficient up to 18, quite "
        + "insufficient beyond. A group under 50 is indicative at best, a group under 30 always "
        + "quite insufficient.",
      "Results on fewer than \(policy.indicative) answers are marked as indicative; on fewer than "
        + "\(policy.insufficient) no percentage is shown. Of groups under \(policy.group) only "
        + "participation is shown. For sensitive questions, answers that fewer than "
        + "\(policy.cell) people gave or did not give are left out, and figures that would give "
        + "them away.",
      "A difference is named only if it was tested (two-sided, 5%), unless it says that it cannot "
        + "be. Percentages are reckoned from counts and rounded to whole numbers, halves up.",
    ]
  }

  func publishedBy(_ organisation: String) -> String { "Published by \(organisation)." }
  func writtenBy(_ authors: String) -> String { "Text: \(authors)." }
  func dated(_ date: String) -> String { "Date: \(date)." }

  func chartOpening(isStacked: Bool, title: String) -> String {
    isStacked ? "Stacked bars of 100%." : "Bar chart."
  }

  func mostNamed(_ answer: String) -> String { "Most often: \(answer)" }
}
