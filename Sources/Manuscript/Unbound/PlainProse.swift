import Diagnostics
import ReportSpec

/// The inlines of a paragraph as plain text, with what is vouched for and the way back to the source.
struct PlainProse {
  /// The text; a filled-in figure is one placeholder character.
  private(set) var text = ""
  /// The stretches that are bound, filled in, or set as code, in UTF-8 offsets.
  private(set) var vouched: [Range<Int>] = []
  private var pieces: [Piece] = []

  private struct Piece {
    var start: Int
    var text: String
    var range: SourceRange
  }

  init(_ inlines: [SpecInline]) { append(inlines) }

  private mutating func append(_ inlines: [SpecInline]) {
    for inline in inlines {
      let start = text.utf8.count
      switch inline.content {
      case .text(let words):
        pieces.append(Piece(start: start, text: words, range: inline.range))
        text += words
      case .emphasis(let children), .strong(let children), .link(let children, _),
        .pageReference(let children, _):
        append(children)
      case .code(let words): vouch(for: words, at: start)
      case .lineBreak: text += "\n"
      case .footnoteMark: break
      case .fill: vouch(for: "\u{FFFC}", at: start)
      case .bound(let children, _):
        append(children)
        vouched.append(start..<text.utf8.count)
      }
    }
  }

  private mutating func vouch(for words: String, at start: Int) {
    text += words
    vouched.append(start..<text.utf8.count)
  }

  /// Where the source has a number; the range of its inline if the source writes it in another way.
  func range(of number: StatedNumber, in files: [String: SourceFile]) -> SourceRange? {
    guard let piece = pieces.last(where: { $0.start <= number.bytes.lowerBound }) else {
      return nil
    }
    guard let file = files[piece.range.file] else { return piece.range }
    let source = file.offset(of: piece.range.start)..<file.offset(of: piece.range.end)
    let words = number.text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    guard let first = words.first, let last = words.last else { return piece.range }
    let before = Array(piece.text.utf8.prefix(number.bytes.lowerBound - piece.start + first.count))
    var place = source.lowerBound
    var start = place
    for _ in 0..<max(1, Self.occurrences(of: first, in: before)) {
      guard let found = Self.find(first, in: file.bytes, from: place, to: source.upperBound) else {
        return piece.range
      }
      start = found
      place = found + 1
    }
    var end = start + first.count
    if words.count > 1,
      let found = Self.find(last, in: file.bytes, from: end, to: source.upperBound)
    {
      end = found + last.count
    }
    return file.range(start..<end)
  }

  private static func occurrences(of word: [UInt8], in bytes: [UInt8]) -> Int {
    var count = 0
    var place = 0
    while let found = find(word, in: bytes, from: place, to: bytes.count) {
      count += 1
      place = found + 1
    }
    return count
  }

  private static func find(
    _ word: [UInt8], in bytes: [UInt8], from start: Int, to end: Int
  ) -> Int? {
    guard !word.isEmpty, end - word.count >= start else { return nil }
    return (start...(end - word.count)).first { bytes[$0..<$0 + word.count].elementsEqual(word) }
  }
}
