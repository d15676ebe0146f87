/// A word and the marks in it that tell where a line may end: U+00AD with a hyphen, U+200B without.
package struct MarkedWord {
  /// A place where a line may end.
  package struct Mark: Sendable, Hashable {
    /// The number of UTF-8 bytes of the shown word before it.
    package var offset: Int
    /// Whether a hyphen is printed when the line ends here.
    package var insertsHyphen: Bool

    /// Creates a mark.
    package init(offset: Int, insertsHyphen: Bool) {
      self.offset = offset
      self.insertsHyphen = insertsHyphen
    }
  }

  /// The word without the marks, in UTF-8.
  package private(set) var shown: [UInt8] = []
  /// The marks in order.
  package private(set) var marks: [Mark] = []

  /// Takes the marks out of a word.
  package init(_ text: Span<UInt8>) {
    shown.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      let length = Self.markLength(at: place, in: text)
      if length > 0 {
        marks.append(Mark(offset: shown.count, insertsHyphen: length == 2))
        place += length
      } else {
        shown.append(text[place])
        place += 1
      }
    }
  }

  /// Whether there may be marks in a text; never false if there are.
  static func mayHaveMarks(_ text: Span<UInt8>) -> Bool {
    for place in 0..<text.count where text[place] == 0xC2 || text[place] == 0xE2 { return true }
    return false
  }

  /// The number of bytes of the mark that begins at a place: 2 for U+00AD, 3 for U+200B, 0 for none.
  static func markLength(at place: Int, in text: Span<UInt8>) -> Int {
    switch text[place] {
    case 0xC2 where place + 1 < text.count && text[place + 1] == 0xAD: 2
    case 0xE2
    where place + 2 < text.count && text[place + 1] == 0x80 && text[place + 2] == 0x8B: 3
    default: 0
    }
  }
}
