import TestSupport
import Testing

@testable import Manuscript

/// Words are cut by bytes; here they are by Unicode's own properties, scalar by scalar.
@Suite struct ProseTokenTests {
  private let opening = Set("([\'\"„“”‘’«»*‹".unicodeScalars)
  private let closing = Set(")]\'\"“”‘’,.;:!?…«»*".unicodeScalars)
  private let endings = Set(".!?".unicodeScalars)

  private func plainly(_ text: String) -> [ProseToken] {
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
      let folded = String(word.lowercased().map { $0 == "é" ? "e" : $0 })
      let first = text.utf8.distance(from: text.startIndex, to: core.startIndex)
      tokens.append(
        ProseToken(
          text: word, folded: folded.split(whereSeparator: \.isWhitespace).joined(separator: " "),
          bytes: first..<first + word.utf8.count, isOpen: end == piece.endIndex,
          endsSentence: core[end...].contains(where: endings.contains)))
    }
    return tokens
  }

  @Test func cutsAsThePlainWayDoes() {
    let parts = [
      "a", "É", "é", "e\u{301}", "60%", "1.081", ".", ",", "!", "…", "(", ")", "[", "]", "'", "\"",
      "“", "”", "„",
      "‘", "’", "«", "»", "‹", "›", "*", " ", " ", " ", "\n", "\t", "\u{85}", "\u{A0}", "\u{1680}",
      "\u{2007}",
      "\u{2028}", "\u{202F}", "\u{205F}", "\u{3000}", "–", "€", "😀", "ß", "\u{200D}", "İ", "Ǆ", "ﬁ",
    ]
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? ""
      }.joined()
      #expect(ProseToken.tokens(of: text) == plainly(text), "\(text.debugDescription)")
    }
  }
}
