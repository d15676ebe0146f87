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

  private static let opening = Set("([\'\"„“”‘’«»*‹".unicodeScalars)
  private static let closing = Set(")]\'\"“”‘’,.;:!?…«»*".unicodeScalars)
  private static let endings = Set(".!?".unicodeScalars)

  /// The words of a text; blanks and line ends part them.
  static func tokens(of text: String) -> [ProseToken] {
    var tokens: [ProseToken] = []
    for piece in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
      let core = piece.drop(while: opening.contains)
      let end = core.lastIndex { !closing.contains($0) }.map(core.index(after:))
      guard let end else {
        if let last = piece.last, endings.contains(last), !tokens.isEmpty {
          tokens[tokens.count - 1].endsSentence = true
        }
        continue
      }
      let word = String(core[..<end])
      let first = text.utf8.distance(from: text.startIndex, to: core.startIndex)
      tokens.append(
        ProseToken(
          text: word, folded: AcceptedWords.folded(word), bytes: first..<first + word.utf8.count,
          raw: String(piece), endsSentence: core[end...].contains(where: endings.contains)))
    }
    return tokens
  }
}
