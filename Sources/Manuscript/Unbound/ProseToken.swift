/// A word of a text with its place, without the punctuation around it.
struct ProseToken: Hashable {
  /// The word: "60%", "raadsleden".
  var text: String
  /// In lower case, the accent of "één" gone.
  var folded: String
  /// Where it stands, in UTF-8 offsets.
  var bytes: Range<Int>
  /// Everything between the blanks around it: "(60%),".
  var raw: String
  /// Whether a sentence ends behind it.
  var endsSentence: Bool
  /// Whether it is the first word of a sentence or of a quotation.
  var isCapitalised: Bool { text.first?.isUppercase ?? false }
  var hasDigit: Bool { text.utf8.contains { (0x30...0x39).contains($0) } }

  private static let opening: Set<Character> = [
    "(", "[", "'", "\"", "„", "“", "”", "‘", "’", "«", "»", "*", "‹",
  ]
  private static let closing: Set<Character> = [
    ")", "]", "'", "\"", "“", "”", "‘", "’", ",", ".", ";", ":", "!", "?", "…", "«", "»", "*",
  ]

  /// The words of a text; blanks and line ends part them.
  static func tokens(of text: String) -> [ProseToken] {
    var tokens: [ProseToken] = []
    for piece in text.split(omittingEmptySubsequences: false, whereSeparator: isBlank) {
      let start = text.utf8.distance(from: text.startIndex, to: piece.startIndex)
      let head = piece.prefix(while: opening.contains)
      var core = piece.dropFirst(head.count)
      while let last = core.last, closing.contains(last) { core.removeLast() }
      guard !core.isEmpty else {
        if let last = piece.last, ".!?".contains(last), !tokens.isEmpty {
          tokens[tokens.count - 1].endsSentence = true
        }
        continue
      }
      let first = start + head.utf8.count
      let tail = piece.suffix(piece.count - head.count - core.count)
      tokens.append(
        ProseToken(
          text: String(core), folded: AcceptedWords.folded(String(core)),
          bytes: first..<first + core.utf8.count, raw: String(piece),
          endsSentence: tail.contains { ".!?".contains($0) }))
    }
    return tokens
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || character == "\u{2009}" || character == "\u{202F}"
  }
}
