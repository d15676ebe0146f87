import TestSupport
import Testing

@testable import PangoTypesetting

/// The table of pairs says what Pango says, wherever it says anything.
@Suite struct LatinBreaksTests {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCXYZéëïöüÀÿŁſɏ×÷§·•#&*<=>@^_`~")
  private static let marks = Array("!?/}\"'‘’“”«»$%+\\€°([{)],.:;-|–—…\u{A0}\u{AD}")
  private static let digits = Array("0123456789")

  private static func text(_ generator: inout SeededGenerator) -> String {
    String(
      (0..<Int.random(in: 1...14, using: &generator)).compactMap { _ -> Character? in
        switch Int.random(in: 0..<21, using: &generator) {
        case 0..<3: " "
        case 20: "\n"
        case 3..<7: digits.randomElement(using: &generator)
        case 7..<13: marks.randomElement(using: &generator)
        default: letters.randomElement(using: &generator)
        }
      })
  }

  private func check(_ text: String, language: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let own = LatinBreaks.opportunities(in: bytes.span) else { return false }
    let pango = PangoBreaks.unicode(bytes.span, language: language)
    // Nobody asks for the beginning and the end.
    #expect(own.dropFirst().dropLast() == pango.dropFirst().dropLast(), "\(text.debugDescription)")
    return true
  }

  @Test(arguments: UInt64(1)...20, ["nl", "en", "nl-NL", "en-GB"])
  func equalsPangoOnRandomText(seed: UInt64, language: String) {
    var generator = SeededGenerator(seed: seed)
    var settled = 0
    for _ in 0..<500 where check(Self.text(&generator), language: language) { settled += 1 }
    #expect(settled > 400)
  }

  @Test func equalsPangoOnEveryPair() {
    let all = Self.letters + Self.marks + Self.digits
    for left in all {
      for right in all {
        for gap in ["", " ", "  "] {
          for before in ["", "x", "1", "( ", "1."] {
            _ = check(before + String(left) + gap + String(right) + "x", language: "nl")
          }
        }
      }
    }
  }

  @Test func everyLatinLetterIsALetter() {
    for value in UInt32(0xC0)...0x24F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(check("a-\(scalar) \(scalar)\(scalar)1\(scalar)", language: "nl"))
    }
  }

  @Test(arguments: [
    "漢字", "één\r\ntwee", "a\tb", "e\u{301}", "\u{2011}", "a\u{200B}b", "60‰", "1)%", "+(3", "א",
  ])
  func leavesTheRestToPango(text: String) {
    #expect(LatinBreaks.opportunities(in: Array(text.utf8).span) == nil)
  }
}
