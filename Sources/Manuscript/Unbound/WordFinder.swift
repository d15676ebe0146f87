/// Finds shares and judgements in words, each beside people.
struct WordFinder: Sendable {
  private let vocabulary: NumberVocabulary
  private let people: Set<String>
  /// What a word may begin; of words that are not listed, nothing.
  private let roles: [String: Role]

  /// The words that may be second in a share, by the first.
  private let seconds: [String: Set<String>]

  /// What a word may begin.
  private struct Role: OptionSet {
    var rawValue: Int
    /// A share in words.
    static let share = Role(rawValue: 1)
    /// A judgement, alone or before a comparative.
    static let judgement = Role(rawValue: 2)
    /// A number in words.
    static let numeral = Role(rawValue: 4)
  }

  /// How many words lie at most between a share and the people that it is a share of.
  static let reach = 6
  /// The most words that a share has: "één op de tien" with "iets meer dan".
  private static let longest = 7

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - vocabulary: the words of the language.
  ///   - people: what people are called.
  init(vocabulary: NumberVocabulary, people: Set<String>) {
    self.vocabulary = vocabulary
    self.people = people
    var roles: [String: Role] = [:]
    var seconds = vocabulary.wording.accepted.openings
    for words in vocabulary.ratios + vocabulary.universal.map({ [$0] }) {
      guard let first = words.first else { continue }
      seconds[first, default: []].formUnion(words.dropFirst().prefix(1))
    }
    self.seconds = seconds
    for word in seconds.keys { roles[word, default: []].insert(.share) }
    for word in vocabulary.evaluative.union(vocabulary.intensifiers) {
      roles[word, default: []].insert(.judgement)
    }
    // "een" and "one" are articles and pronouns far more often than numbers.
    for word in vocabulary.wording.numerals.dropFirst(2) {
      roles[word, default: []].insert(.numeral)
    }
    self.roles = roles
  }

  /// The shares and judgements of a text in order.
  func numbers(
    in tokens: [ProseToken], text: String, isVouched: [Bool]
  ) -> [StatedNumber] {
    var found: [StatedNumber] = []
    var index = 0
    while index < tokens.count {
      guard !isVouched[index], let match = match(at: index, in: tokens, isVouched: isVouched)
      else {
        index += 1
        continue
      }
      let last = index + match.count - 1
      if hasPeople(beside: index...last, in: tokens, within: match.reach) {
        let bytes = tokens[index].bytes.lowerBound..<tokens[last].bytes.upperBound
        found.append(
          StatedNumber(
            kind: match.kind, text: String(decoding: Array(text.utf8)[bytes], as: UTF8.self),
            bytes: bytes))
      }
      index = last + 1
    }
    return found
  }

  private struct Match {
    var kind: StatedNumber.Kind
    var count: Int
    var reach: Int
  }

  private func match(at index: Int, in tokens: [ProseToken], isVouched: [Bool]) -> Match? {
    guard let role = roles[tokens[index].folded] else { return nil }
    if role.contains(.share), let share = share(at: index, in: tokens, isVouched: isVouched) {
      return share
    }
    if role.contains(.judgement),
      let judgement = judgement(at: index, in: tokens, isVouched: isVouched)
    {
      return judgement
    }
    // "vier burgemeesters", or with one word between.
    return role.contains(.numeral) ? Match(kind: .words, count: 1, reach: 1) : nil
  }

  /// The longest share in words from here.
  private func share(at index: Int, in tokens: [ProseToken], isVouched: [Bool]) -> Match? {
    let words = tokens[index...].prefix(Self.longest)
    // As many as one sentence has, and nothing vouches for.
    var most = 0
    for place in words.indices {
      if isVouched[place] { break }
      most += 1
      if tokens[place].endsSentence { break }
    }
    if most > 1, seconds[tokens[index].folded]?.contains(tokens[index + 1].folded) != true {
      most = 1
    }
    for count in stride(from: most, to: 0, by: -1) {
      let part = words.prefix(count)
      let folded = count == 1 ? part[index].folded : part.map(\.folded).joined(separator: " ")
      if vocabulary.universal.contains(folded) { return nil }
      if vocabulary.wording.accepted.meaning(ofFolded: folded) != nil {
        let isAdjacent = vocabulary.adjacent.contains(folded)
        return Match(kind: .words, count: count, reach: isAdjacent ? 1 : Self.reach)
      }
      if vocabulary.ratios.contains(part.map(\.folded)) {
        return Match(kind: .words, count: count, reach: Self.reach)
      }
    }
    return nil
  }

  private func judgement(at index: Int, in tokens: [ProseToken], isVouched: [Bool]) -> Match? {
    let word = tokens[index].folded
    if vocabulary.evaluative.contains(word) {
      return Match(kind: .evaluation, count: 1, reach: Self.reach)
    }
    guard vocabulary.intensifiers.contains(word), index + 1 < tokens.count, !isVouched[index + 1],
      vocabulary.comparatives.contains(tokens[index + 1].folded)
    else { return nil }
    return Match(kind: .evaluation, count: 2, reach: Self.reach)
  }

  /// Whether people are named beside some words, in the same sentence.
  private func hasPeople(
    beside words: ClosedRange<Int>, in tokens: [ProseToken], within reach: Int
  ) -> Bool {
    var index = words.upperBound
    while index < tokens.count - 1, index - words.upperBound <= reach,
      !tokens[index].endsSentence
    {
      index += 1
      if people.contains(tokens[index].folded) { return true }
    }
    // A number in words counts what stands behind it.
    if reach == 1 { return false }
    index = words.lowerBound - 1
    while index >= 0, words.lowerBound - index <= reach, !tokens[index].endsSentence {
      if people.contains(tokens[index].folded) { return true }
      index -= 1
    }
    return false
  }
}
