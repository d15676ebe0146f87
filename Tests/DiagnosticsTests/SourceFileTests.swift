import Diagnostics
import TestSupport
import Testing

@Suite struct SourceFileTests {
  /// Each offset, counted scalar by scalar from the start of the text.
  @Test func positionsAreThoseOfThePlainWay() {
    let parts = ["a", "é", "\n", "\r\n", "😀", "–", "e\u{301}", "ab cd", "\t"]
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? ""
      }.joined()
      let file = SourceFile(path: "f.md", text: text)
      var position = SourcePosition(line: 1, column: 1)
      var offset = 0
      for scalar in text.unicodeScalars {
        #expect(file.position(ofByte: offset) == position, "\(text.debugDescription) \(offset)")
        offset += UTF8.width(scalar)
        position.column += 1
        if scalar == "\n" { position = SourcePosition(line: position.line + 1, column: 1) }
      }
      #expect(file.position(ofByte: offset) == position, "\(text.debugDescription)")
      #expect(file.lineCount == position.line)
    }
  }
}
