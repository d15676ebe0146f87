extension DutchWording {
  var people: String { "deelnemers" }
  var isPercentagePlural: Bool { false }
  var ofThe: String { "van de" }
  var whoWereAsked: String { "die deze vraag kregen" }
  var notTested: String { "niet getoetst" }
  var notSignificant: String { "verschil niet significant" }
  var equallyOften: String { "even vaak" }
  var sharedPlace: String { "gedeeld" }
  var ordinals: [String] {
    [
      "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende",
      "tiende", "elfde", "twaalfde",
    ]
  }

  func ordinal(_ digits: String) -> String { digits + "e" }

  func roundedNote(wave: String) -> String {
    "Verschillen met \(wave) zijn getoetst met percentages die toen zijn afgerond."
  }

  func smallBaseNote(of people: String) -> String {
    "Wat hier over de \(people) staat, is indicatief: het gaat om weinig antwoorden."
  }

  /// A fraction is singular ("een derde geeft"), some of so many plural ("zes op de tien geven").
  func agreement(of words: String) -> Agreement {
    if words.hasSuffix("geen enkele") {
      return Agreement(joint: .instead(String(words.dropLast(7))), isPlural: false)
    }
    if words.hasSuffix("alle") { return Agreement(joint: .direct, isPlural: true) }
    if words.contains(" op de ") {
      return Agreement(joint: .direct, isPlural: !words.contains("één op"))
    }
    return Agreement(joint: .ofThe, isPlural: false)
  }

  func words(for finding: Change.Finding) -> String {
    switch finding {
    case .higher: "hoger"
    case .lower: "lager"
    case .same, .negligible: "vrijwel gelijk"
    case .unproven: "geen significant verschil"
    }
  }

  func shares(_ shares: SharesSentence, variant: Int) -> Phrase {
    guard let first = shares.shares.first else { return omission(shares.omitted, isAlone: true) }
    let rest = shares.shares.dropFirst()
    let isInList = !rest.isEmpty
    var sentence: Phrase
    switch (shares.predicate, variant % 3) {
    case (.answer(let label), 2):
      let parts = shares.shares.map { "\(marked($0)) van de \($0.people)" as Phrase }
      sentence = "Het antwoord \(quoted(label)) komt van \(list(parts))"
    case (_, 1) where isInList:
      let others = rest.enumerated().map { index, share -> Phrase in
        index == 0
          ? "bij de \(share.people) is dat \(marked(share))"
          : "bij de \(share.people) \(marked(share))"
      }
      sentence = "Bij de \(first.people) \(clause(shares.predicate, first)); \(list(others))"
    default:
      let others = rest.map { "van de \($0.people) \(marked($0))" as Phrase }
      let opening: Phrase = "Van de \(first.people) \(clause(shares.predicate, first))"
      sentence = list([opening] + others)
    }
    sentence = "\(sentence)."
    if shares.isFiltered { sentence = "\(sentence) Alleen wie deze vraag kreeg, telt mee." }
    if !shares.omitted.isEmpty {
      sentence = "\(sentence) \(omission(shares.omitted, isAlone: false))"
    }
    return sentence
  }

  private func omission(_ groups: [String], isAlone: Bool) -> Phrase {
    let names: Phrase = "\(list(groups.map { "de \($0)" }))"
    return "Voor \(names) tonen we \(isAlone ? "hier " : "")geen percentage."
  }

  private func clause(_ predicate: Predicate, _ share: GroupShare) -> Phrase {
    switch predicate {
    case .answer(let label): "geeft \(marked(share)) het antwoord \(quoted(label))"
    case .saying(let verb, let rest) where rest.isEmpty: "\(verb) \(marked(share))"
    case .saying(let verb, let rest): "\(verb) \(marked(share)) \(rest)"
    }
  }

  func comparison(_ comparison: ComparisonSentence, variant: Int) -> Phrase {
    let share = comparison.share
    let other: (than: String, against: String) =
      switch comparison.other {
      case .wave(let wave): ("in \(wave)", "in \(wave)")
      case .people(let people): ("bij de \(people)", "van de \(people)")
      }
    let remark = self.remark(comparison.change)
    guard case .answer(let label) = comparison.predicate else {
      let opening: Phrase = "Van de \(share.people) \(clause(comparison.predicate, share))"
      if let against = comparison.otherShare {
        return "\(opening), tegen \(marked(against)) \(other.against) (\(remark))."
      }
      return "\(opening), \(direction(comparison.change)) dan \(other.than) (\(remark))."
    }
    let figures: Phrase =
      comparison.otherShare.map { "\(marked(share)) tegen \(marked($0))" } ?? marked(share)
    let finding: Phrase =
      switch comparison.change.finding {
      case .higher: "vaker voor dan \(other.than): \(figures) (\(remark))"
      case .lower: "minder vaak voor dan \(other.than): \(figures) (\(remark))"
      case .same, .negligible: "ongeveer even vaak voor als \(other.than): \(figures) (\(remark))"
      case .unproven:
        "niet aantoonbaar vaker of minder vaak voor dan \(other.than): \(figures) (\(remark))"
      }
    return variant % 2 == 0
      ? "Bij de \(share.people) komt het antwoord \(quoted(label)) \(finding)."
      : "Het antwoord \(quoted(label)) komt bij de \(share.people) \(finding)."
  }

  private func direction(_ change: Change) -> String {
    change.finding == .lower ? "minder" : change.finding == .higher ? "meer" : "niet anders"
  }

  func ranking(_ ranking: RankingSentence, variant: Int) -> Phrase {
    let groups = places(of: ranking)
    guard let first = groups.first else { return "" }
    let asked = ranking.isFiltered ? " \(whoWereAsked)" : ""
    let people = "de \(ranking.people)\(asked)"
    let (verb, place) = words(for: ranking.act)
    let rest = list(Array(groups.dropFirst()))
    let after = groups.count > 1
    if variant % 2 == 0 {
      let opening: Phrase = "Het vaakst \(verb) \(people) \(first)\(place)"
      return after ? "\(opening), daarna \(rest)." : "\(opening)."
    }
    let opening: Phrase = "\(people.capitalisedFirst) \(verb) het vaakst \(first)\(place)"
    return after ? "\(opening), gevolgd door \(rest)." : "\(opening)."
  }

  private func words(for act: RankingSentence.Act) -> (verb: String, place: String) {
    switch act {
    case .mention: ("noemen", "")
    case .choose: ("kiezen", "")
    case .put(let place): ("zetten", " op de \(ordinal(place, isShared: false)) plaats")
    case .putAmong(let count):
      (
        "zetten",
        " in hun top \(numeral(count))"
      )
    }
  }
}
