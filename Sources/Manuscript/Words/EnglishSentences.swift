extension EnglishWording {
  var people: String { "respondents" }
  var isPercentagePlural: Bool { true }
  var ofThe: String { "of the" }
  var whoWereAsked: String { "who were asked" }
  var notTested: String { "not tested" }
  var notSignificant: String { "difference not significant" }
  var equallyOften: String { "equally often" }
  var sharedPlace: String { "joint" }
  var ordinals: [String] {
    [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
      "tenth", "eleventh", "twelfth",
    ]
  }

  func ordinal(_ digits: String) -> String {
    if digits.hasSuffix("11") || digits.hasSuffix("12") || digits.hasSuffix("13") {
      return digits + "th"
    }
    return switch digits.last {
    case "1": digits + "st"
    case "2": digits + "nd"
    case "3": digits + "rd"
    default: digits + "th"
    }
  }

  func roundedNote(wave: String) -> String {
    "Differences from \(wave) are tested with percentages that were rounded then."
  }

  func smallBaseNote(of people: String) -> String {
    "What is said here of the \(people) is indicative: few of them answered."
  }

  /// A share of people is plural ("a third of the mayors report"); "one in ten" is one.
  func agreement(of words: String) -> Agreement {
    if words.contains("one in ") { return Agreement(joint: .direct, isPlural: false) }
    if words == "none" { return Agreement(joint: .ofThe, isPlural: true) }
    let isDirect =
      words.contains(" in ten") || words == "all" || words.hasSuffix(" all")
      || words == "hardly any"
    return Agreement(joint: isDirect ? .direct : .ofThe, isPlural: true)
  }

  func words(for finding: Change.Finding) -> String {
    switch finding {
    case .higher: "higher"
    case .lower: "lower"
    case .same, .negligible: "about the same"
    case .unproven: "no significant difference"
    }
  }

  func shares(_ shares: SharesSentence, variant: Int) -> Phrase {
    guard let first = shares.shares.first else { return omission(shares.omitted) }
    let rest = shares.shares.dropFirst()
    var sentence: Phrase
    switch (shares.predicate, variant % 3) {
    case (.answer(let label), 2):
      let parts = shares.shares.map { "\(marked($0)) of the \($0.people)" as Phrase }
      sentence = "The answer \(quoted(label)) came from \(list(parts))"
    case (_, 1) where !rest.isEmpty:
      let others = rest.enumerated().map { index, share -> Phrase in
        index == 0
          ? "among the \(share.people) it was \(marked(share))"
          : "among the \(share.people) \(marked(share))"
      }
      sentence = "Among the \(first.people), \(clause(shares.predicate, first)); \(list(others))"
    default:
      let others = rest.map { "of the \($0.people) \(marked($0))" as Phrase }
      let opening: Phrase = "Of the \(first.people), \(clause(shares.predicate, first))"
      sentence = list([opening] + others)
    }
    sentence = "\(sentence)."
    if shares.isFiltered { sentence = "\(sentence) Only those who were asked count." }
    if !shares.omitted.isEmpty { sentence = "\(sentence) \(omission(shares.omitted))" }
    return sentence
  }

  private func omission(_ groups: [String]) -> Phrase {
    "No percentage is shown for \(list(groups.map { "the \($0)" }))."
  }

  private func clause(_ predicate: Predicate, _ share: GroupShare) -> Phrase {
    switch predicate {
    case .answer(let label): "\(marked(share)) gave the answer \(quoted(label))"
    case .saying(let verb, let rest) where rest.isEmpty: "\(marked(share)) \(verb)"
    case .saying(let verb, let rest): "\(marked(share)) \(verb) \(rest)"
    }
  }

  func comparison(_ comparison: ComparisonSentence, variant: Int) -> Phrase {
    let share = comparison.share
    let other: (than: String, against: String) =
      switch comparison.other {
      case .wave(let wave): ("in \(wave)", "in \(wave)")
      case .people(let people): ("among the \(people)", "of the \(people)")
      }
    let remark = self.remark(comparison.change)
    guard case .answer(let label) = comparison.predicate else {
      let opening: Phrase = "Of the \(share.people), \(clause(comparison.predicate, share))"
      if let against = comparison.otherShare {
        return "\(opening), against \(marked(against)) \(other.against) (\(remark))."
      }
      return "\(opening), \(direction(comparison.change)) \(other.than) (\(remark))."
    }
    let figures: Phrase =
      comparison.otherShare.map { "\(marked(share)) against \(marked($0))" } ?? marked(share)
    let finding: Phrase =
      switch comparison.change.finding {
      case .higher: "more often than \(other.than): \(figures) (\(remark))"
      case .lower: "less often than \(other.than): \(figures) (\(remark))"
      case .same, .negligible: "about as often as \(other.than): \(figures) (\(remark))"
      case .unproven:
        "neither provably more nor less often than \(other.than): \(figures) (\(remark))"
      }
    return variant % 2 == 0
      ? "Among the \(share.people), the answer \(quoted(label)) was given \(finding)."
      : "The answer \(quoted(label)) was given among the \(share.people) \(finding)."
  }

  private func direction(_ change: Change) -> String {
    switch change.finding {
    case .higher: "a larger share than"
    case .lower: "a smaller share than"
    case .same, .negligible, .unproven: "no different from"
    }
  }

  func ranking(_ ranking: RankingSentence, variant: Int) -> Phrase {
    let groups = places(of: ranking)
    guard let first = groups.first else { return "" }
    let asked = ranking.isFiltered ? " \(whoWereAsked)" : ""
    let people = "the \(ranking.people)\(asked)"
    let (verb, place) = words(for: ranking.act)
    let rest = list(Array(groups.dropFirst()))
    let opening: Phrase =
      variant % 2 == 0
      ? "Most often, \(people) \(verb) \(first)\(place)"
      : "\(people.capitalisedFirst) most often \(verb) \(first)\(place)"
    if groups.count == 1 { return "\(opening)." }
    return variant % 2 == 0 ? "\(opening), then \(rest)." : "\(opening), followed by \(rest)."
  }

  private func words(for act: RankingSentence.Act) -> (verb: String, place: String) {
    switch act {
    case .mention: ("mentioned", "")
    case .choose: ("chose", "")
    case .put(let place): ("put", " in \(ordinal(place, isShared: false)) place")
    case .putAmong(let count):
      (
        "put",
        " in their top \(numeral(count))"
      )
    }
  }
}
