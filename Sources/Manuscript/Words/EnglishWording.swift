import SurveyResults

/// British English.
struct EnglishWording: Wording {
  let thousandsMark = ","
  let decimalMark = "."
  let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  let units = ["percentage", "points"]
  let indicative = "indicative"
  let others = "other respondents"
  let everybody = "all respondents"
  let severalAnswers = "Several answers were possible."
  let roundingNote = "Because of rounding, percentages do not everywhere add up to 100."
  func quotesNote(isSelection: Bool, isRedacted: Bool) -> String {
    let choice =
      isSelection
      ? "A selection of the answers, in the words of respondents."
      : "All answers, in the words of respondents."
    return isRedacted ? choice + " What would identify a person was left out." : choice
  }
  let rungs = ["Most often", "Then", "Next", "Also named"]
  let shared = "shared"
  let noOrder = "too few answers for an order"
  let source = "Source: "
  let continued = "(continued)"
  let seeTable = "All figures in a table."
  let seeChart = "To the chart."
  let contents = "Contents"
  let inputs = "Source of the figures"
  let backToContents = "Back to contents"
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

  let aboutHalf = "about half"
  let numerals = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
  ]
  let percentWords = [["percent"], ["per", "cent"]]
  let untestedAnswersNote = "Differences between answers of the same people are not tested."
  let baseUnknown = "n\u{00A0}unknown"

  var accepted = Self.lexicon

  /// What authors may say for a share.
  private static let lexicon = AcceptedWords(
    anchors: [
      .init(10, ["one in ten", "a tenth"], about: 3, over: 5, under: 4),
      .init(50.0 / 3, ["one in six", "a sixth"], about: 3.7, over: 4, under: 4),
      .init(20, ["one in five", "a fifth", "one fifth"], about: 3.5, over: 4.5, under: 4),
      .init(25, ["a quarter", "one quarter", "one in four"], about: 4, over: 5, under: 4),
      .init(30, ["three in ten"], about: 3.5, over: 4, under: 4),
      .init(100.0 / 3, ["one in three", "a third", "one third"], about: 5.4, over: 6, under: 5),
      .init(40, ["four in ten", "two fifths"], about: 4, over: 7, under: 5),
      .init(50, ["half", "one half"], about: 5, over: 10, under: 6),
      .init(60, ["six in ten", "three fifths"], about: 5, over: 6, under: 6),
      .init(200.0 / 3, ["two thirds", "two in three"], about: 5.4, over: 5, under: 7),
      .init(70, ["seven in ten"], about: 4, over: 5, under: 5),
      .init(75, ["three quarters", "three in four"], about: 5, over: 6, under: 6),
      .init(80, ["four fifths", "four in five", "eight in ten"], about: 5, over: 8.5, under: 6),
      .init(90, ["nine in ten"], about: 4, over: 6, under: 5),
    ],
    leans: [
      ("slightly more than", .over), ("slightly less than", .under), ("more than", .over),
      ("less than", .under), ("fewer than", .under), ("just over", .over), ("just under", .under),
      ("over", .over), ("under", .under), ("nearly", .under), ("almost", .under),
      ("about", .about), ("around", .about), ("approximately", .about), ("roughly", .roughly),
    ],
    phrases: [
      ("none", .init(low: 0, high: 0)), ("no", .init(low: 0, high: 0)),
      ("nobody", .init(low: 0, high: 0)), ("hardly any", .init(low: 0, high: 3)),
      ("almost none", .init(low: 0, high: 5)),
      ("very small minority", .init(low: 0, high: 10)),
      ("small minority", .init(low: 0, high: 20)),
      ("minority", .init(low: 15, high: 50, isOpenAbove: true, takesSide: true)),
      ("less than half", .init(low: 0, high: 50, isOpenAbove: true, takesSide: true)),
      ("fewer than half", .init(low: 0, high: 50, isOpenAbove: true, takesSide: true)),
      ("more than half", .init(low: 50, high: 100, isOpenBelow: true, takesSide: true)),
      ("majority", .init(low: 50, high: 75, isOpenBelow: true, takesSide: true)),
      ("large majority", .init(low: 75, high: 95, takesSide: true)),
      ("most", .init(low: 50, high: 99, isOpenBelow: true, takesSide: true)),
      ("mostly", .init(low: 51, high: 99, takesSide: true)),
      ("predominantly", .init(low: 60, high: 95, takesSide: true)),
      ("almost all", .init(low: 90, high: 99)), ("nearly all", .init(low: 90, high: 99)),
      ("virtually all", .init(low: 95, high: 100, isOpenAbove: true)),
      ("all", .init(low: 100, high: 100)), ("everybody", .init(low: 100, high: 100)),
    ],
    articles: ["a", "an", "the"], hedge: "about")

  let claimWords = ClaimWords(
    more: [
      "more", "higher", "larger", "greater", "increased", "risen", "rose", "grew", "increase",
      "rise",
    ],
    less: [
      "less", "fewer", "lower", "smaller", "decreased", "fallen", "fell", "decrease", "decline",
    ],
    negations: ["not", "no"],
    strong: [
      "strikingly", "considerably", "far", "much", "substantially", "clearly", "markedly",
      "sharply",
      "sharp", "substantial", "considerable", "striking", "strongly",
    ],
    tested: ["significant", "significantly"],
    equal: ["same", "equal", "equally", "similar", "alike"],
    places: ["most": 1, "first": 1, "top": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5],
    shared: ["shared", "joint", "jointly", "equally"])

  func points(_ number: String) -> String {
    number + (number == "1" ? "\u{00A0}percentage point" : "\u{00A0}percentage points")
  }

  func base(_ universe: String?) -> String { "Base: \(universe ?? everybody)." }

  func indicativeNote(below bound: Int) -> String {
    "Hatched: fewer than \(bound) respondents. The result is indicative."
  }

  func indicativeColumnNote(below bound: Int) -> String {
    "Indicative: fewer than \(bound) respondents."
  }

  func insufficientNote(below bound: Int) -> String {
    "\(nBelow(bound)): too few respondents for a percentage."
  }

  func untestedNote(wave: String) -> String {
    "Differences from \(wave) are not tested: how many took part then is not known."
  }

  func incompleteNote(wave: String) -> String {
    "Not all answers of \(wave) were published."
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

  func marginExplained(_ selection: Study.Selection) -> String {
    if selection == .selfSelected {
      return "Respondents took part of their own accord; a margin cannot be given."
    }
    return "The margin holds if the respondents are a random sample of the population. Over "
      + "repeated samples, margins found in this way would contain the true value of the "
      + "population 95 times out of 100. The margin says nothing about bias through non-response."
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
}
