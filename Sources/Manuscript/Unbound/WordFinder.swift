/// Finds shares and judgements in words, each beside people.
struct WordFinder: Sendable {
  private let vocabulary: NumberVocabulary
  private let people: Set<String>
  /// The words that a share may begin with.
  private let openings: Set<String>
  private let numerals: Set<String>

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
    openings = vocabulary.wording.accepted.openings.union(vocabulary.ratios.compactMap(\.first))
    // "een" and "one" are articles and pronouns far more often than numbers.
    numerals = Set(vocabulary.wording.numerals.dropFirst(2))
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
    share(at: index, in: tokens, isVouched: isVouched)
      ?? judgement(at: index, in: tokens, isVouched: isVouched)
      ?? numeral(at: index, in: tokens)
  }

  /// The longest share in words from here.
  private func share(at index: Int, in tokens: [ProseToken], isVouched: [Bool]) -> Match? {
    guard openings.contains(tokens[index].folded) else { return nil }
    let words = tokens[index...].prefix(Self.longest)
    for count in stride(from: words.count, to: 0, by: -1) {
      let part = words.prefix(count)
      guard !isVouched[index..<index + count].contains(true),
        !part.dropLast().contains(where: \.endsSentence)
      else { continue }
      let folded = part.map(\.folded).joined(separator: " ")
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

  /// A number in words right before people, or with one word between: "vier burgemeesters".
  private func numeral(at index: Int, in tokens: [ProseToken]) -> Match? {
    guard numerals.contains(tokens[index].folded) else { return nil }
    return Match(kind: .words, count: 1, reach: 1)
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
