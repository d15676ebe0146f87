/// What generated sentences say, in a language.
///
/// Every sentence has variants that say the same; which one is taken follows from the claim.
protocol SentenceWording: Sendable {
  /// Those who answered, as a noun: "deelnemers".
  var people: String { get }
  /// Whether a percentage of people takes a plural verb.
  var isPercentagePlural: Bool { get }
  /// What follows a noun where only some were asked: "die deze vraag kregen".
  var whoWereAsked: String { get }
  /// Claims about a wave were tested with the percentages that its publication printed.
  func roundedNote(wave: String) -> String
  /// A claim about these people rests on a small base.
  func smallBaseNote(of people: String) -> String
  /// How a figure changed: "hoger".
  func words(for finding: Change.Finding) -> String
  /// "niet getoetst".
  var notTested: String { get }
  /// "verschil niet significant".
  var notSignificant: String { get }
  /// "even vaak", behind answers that share a place.
  var equallyOften: String { get }
  /// The share of each group.
  func shares(_ shares: SharesSentence, variant: Int) -> Phrase
  /// One group compared with another, or with itself in another wave.
  func comparison(_ comparison: ComparisonSentence, variant: Int) -> Phrase
  /// The answers that a group gave most.
  func ranking(_ ranking: RankingSentence, variant: Int) -> Phrase
}

/// How one figure stands to another.
struct Change {
  /// What can be said of it.
  enum Finding: Hashable {
    case higher
    case lower
    /// The figures are near, and no test tells them apart.
    case same
    /// A test tells the figures apart, and they differ by less than one percentage point.
    case negligible
    /// The figures lie apart, and no test bears it out.
    case unproven
  }

  var finding: Finding
  /// The difference as it is printed, with its sign; nil where only the direction is known.
  var points: StatedFigure?
  /// Whether a test was possible.
  var isTested: Bool
}

/// A group with its share.
struct GroupShare {
  /// The group as a noun without article: "burgemeesters".
  var people: String
  var figure: StatedFigure
  /// Whether the base is small.
  var isIndicative: Bool
}

/// What is said of people: that they gave an answer, or words of the author.
enum Predicate: Hashable {
  /// They gave this answer.
  case answer(String)
  /// A verb and what follows it: "kreeg", "te maken met agressie".
  case saying(verb: String, rest: String)
}

/// The shares of groups that gave an answer.
struct SharesSentence {
  var predicate: Predicate
  var shares: [GroupShare]
  /// Groups of which no figure may be said.
  var omitted: [String]
  /// Whether only some were asked.
  var isFiltered: Bool
}

/// A share compared with another.
struct ComparisonSentence {
  /// What the share is compared with.
  enum Other: Hashable {
    /// Another wave.
    case wave(String)
    /// Another group.
    case people(String)
  }

  var predicate: Predicate
  var share: GroupShare
  var other: Other
  /// The other share; nil where only the direction is known.
  var otherShare: GroupShare?
  var change: Change
}

/// The answers that most people gave.
struct RankingSentence {
  /// What people did with the answers.
  enum Act: Hashable {
    /// Any number of answers.
    case mention
    /// One answer.
    case choose
    /// They put it at this place.
    case put(place: Int)
    /// They put it among the first so many.
    case putAmong(first: Int)
  }

  var people: String
  var act: Act
  /// Answers with their shares, those of one place together.
  var places: [[(answer: String, figure: StatedFigure)]]
  var isFiltered: Bool
}

extension Wording {
  /// Segments that are crossed, as a noun: "raadsleden (Utrecht)".
  func crossed(_ names: [String]) -> String {
    guard let first = names.first else { return people }
    return names.count == 1 ? first : "\(first) (\(names.dropFirst().joined(separator: ", ")))"
  }

  /// How a figure changed, with what supports it: "hoger (+14 procentpunt)".
  func change(_ change: Change) -> Phrase {
    let words = words(for: change.finding)
    switch change.finding {
    case .negligible: return "\(words)"
    case .same: return "\(words) (\(change.isTested ? notSignificant : notTested))"
    case .unproven: return change.points.map { "\(words) (\($0))" } ?? "\(words)"
    case .higher, .lower:
      if let points = change.points {
        return change.isTested ? "\(words) (\(points))" : "\(words) (\(points), \(notTested))"
      }
      return change.isTested ? "\(words)" : "\(words) (\(notTested))"
    }
  }

  /// What stands in brackets behind a comparison: the difference, and how far it can be relied on.
  func remark(_ change: Change) -> Phrase {
    let isUndecided = change.finding == .same || change.finding == .unproven
    let status = !change.isTested ? notTested : isUndecided ? notSignificant : ""
    guard let points = change.points else { return "\(status)" }
    return status.isEmpty ? Phrase(points) : "\(points), \(status)"
  }

  /// The answers of each place: "snel (25%) en NGB (25%), even vaak".
  func places(of ranking: RankingSentence) -> [Phrase] {
    ranking.places.map { place in
      let answers = place.map { "\(inSentence($0.answer)) (\($0.figure))" as Phrase }
      return place.count == 1 ? answers[0] : "\(list(answers)), \(equallyOften)"
    }
  }

  /// How many, in words as far as there are any: "drie".
  func numeral(_ number: Int) -> String {
    numerals.indices.contains(number) ? numerals[number] : count(number)
  }

  /// The place of an answer in words: "derde", "gedeeld eerste".
  func ordinal(_ place: Int, isShared: Bool) -> String {
    let word =
      ordinals.indices.contains(place - 1) ? ordinals[place - 1] : ordinal(String(place))
    return isShared ? "\(sharedPlace) \(word)" : word
  }

  /// A label within a sentence: its first letter small, unless the word is an abbreviation.
  func inSentence(_ label: String) -> String {
    let first = label.prefix { !$0.isWhitespace }
    guard first.dropFirst().allSatisfy({ !$0.isUppercase }), first.count > 1 || first == "A"
    else { return label }
    return label.prefix(1).lowercased() + label.dropFirst()
  }

  /// A label between quotation marks.
  func quoted(_ label: String) -> String { "‘\(label)’" }

  /// A difference with its sign: `+14 procentpunt`.
  func signed(points: Int) -> String {
    let sign = points > 0 ? "+" : points < 0 ? "\u{2212}" : ""
    return sign + self.points(count(abs(points)))
  }

  /// A share with a mark if its base is small.
  func marked(_ share: GroupShare) -> Phrase {
    share.isIndicative ? "\(share.figure) (\(indicative))" : Phrase(share.figure)
  }

  /// The words for a share with the people whom they are about.
  func phrase(_ words: String, of people: String) -> String {
    switch agreement(of: words).joint {
    case .ofThe: "\(words) \(ofThe) \(people)"
    case .direct: "\(words) \(people)"
    case .instead(let other): "\(other) \(ofThe) \(people)"
    }
  }
}

/// Chooses among ways of saying the same: never by chance, and the same in every run.
enum Variation {
  /// A number from 0 up to, and without, `count`; it follows from the words of a claim (FNV-1a).
  static func choice(of count: Int, for claim: String) -> Int {
    guard count > 1 else { return 0 }
    let hash = claim.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return Int((hash ^ (hash >> 32)) % UInt64(count))
  }
}
