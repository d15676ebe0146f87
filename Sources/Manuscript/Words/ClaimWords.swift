/// The words that say how two figures differ.
struct ClaimWords: Sendable {
  /// They say that the first figure is larger.
  var more: Set<String>
  /// They say that it is smaller.
  var less: Set<String>
  /// They turn the meaning round: with one of them the direction is not judged.
  var negations: Set<String>
  /// They say that the difference is large.
  var strong: Set<String>
  /// They say that it was tested.
  var tested: Set<String>
  /// They say that the figures are about the same.
  var equal: Set<String>
  /// They say at which place an answer stands.
  var places: [String: Int]
  /// They say that the place is shared.
  var shared: Set<String>

  /// Whether words say "more" or "less"; nil for neither, for both, and for a negation.
  func saysMore(_ text: String) -> Bool? {
    let words = Self.words(of: text)
    if words.contains(where: negations.contains) { return nil }
    let isMore = words.contains(where: more.contains)
    let isLess = words.contains(where: less.contains)
    return isMore == isLess ? nil : isMore
  }

  /// Whether words say "the same"; false with a negation.
  func saysEqual(_ text: String) -> Bool {
    let words = Self.words(of: text)
    return words.contains(where: equal.contains) && !words.contains(where: negations.contains)
  }

  /// The place that words name; nil for none, and for several.
  func place(saidBy text: String) -> Int? {
    let said = Set(Self.words(of: text).compactMap { places[$0] })
    return said.count == 1 ? said.first : nil
  }

  func saysShared(_ text: String) -> Bool { Self.words(of: text).contains(where: shared.contains) }

  func isStrong(_ text: String) -> Bool { Self.words(of: text).contains(where: strong.contains) }

  func saysTested(_ text: String) -> Bool { Self.words(of: text).contains(where: tested.contains) }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }
}
