/// A word of a text with its place, without the punctuation around it.
struct ProseToken: Hashable {
  /// The word: "60%", "raadsleden".
  var text: String
  /// In lower case, the accent of "één" gone.
  var folded: String
  /// Where it stands, in UTF-8 offsets.
  var bytes: Range<Int>
  /// Whether no punctuation stands between it and the blank behind it.
  var isOpen: Bool
  /// Whether a sentence ends behind it.
  var endsSentence: Bool
  /// Whether it is the first word of a sentence or of a quotation.
  var isCapitalised: Bool { text.first?.isUppercase ?? false }
  var hasDigit: Bool { text.utf8.contains { (0x30...0x39).contains($0) } }

  /// The words of a text; blanks and line ends part them.
  static func tokens(of text: String) -> [ProseToken] {
    var tokens: [ProseToken] = []
    var marks = ProseMarks(text)
    while let piece = marks.nextPiece() {
      guard let word = piece.word else {
        if piece.endsSentence, !tokens.isEmpty { tokens[tokens.count - 1].endsSentence = true }
        continue
      }
      let start = text.utf8.index(text.startIndex, offsetBy: word.lowerBound)
      let written = String(text[start..<text.utf8.index(start, offsetBy: word.count)])
      tokens.append(
        ProseToken(
          text: written, folded: AcceptedWords.folded(written), bytes: word,
          isOpen: word.upperBound == piece.end, endsSentence: piece.endsSentence))
    }
    return tokens
  }
}

/// Cuts a text at its blanks, and takes the punctuation around each word off.
private struct ProseMarks: ~Copyable {
  /// What stands between two blanks.
  struct Piece {
    /// The word in it; nil for punctuation alone.
    var word: Range<Int>?
    /// Where the piece ends.
    var end: Int
    /// Whether a full stop, or a mark like it, is among the punctuation behind the word; of punctuation
    /// alone, whether it is the last.
    var endsSentence = false
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next piece; nil at the end of the text.
  mutating func nextPiece() -> Piece? {
    while offset < bytes.count, isBlank(offset) { offset += length(offset) }
    guard offset < bytes.count else { return nil }
    while offset < bytes.count, !isBlank(offset), opens(offset) { offset += length(offset) }
    let start = offset
    var wordEnd = start
    var last: UInt8 = start > 0 ? bytes[start - 1] : 0
    var piece = Piece(end: start)
    while offset < bytes.count, !isBlank(offset) {
      let byte = bytes[offset]
      let isClosing = closes(offset)
      offset += length(offset)
      last = byte
      if isClosing {
        piece.endsSentence = piece.endsSentence || Self.endsSentence(byte)
      } else {
        wordEnd = offset
        piece.endsSentence = false
      }
    }
    piece.end = offset
    if wordEnd > start {
      piece.word = start..<wordEnd
    } else {
      piece.endsSentence = Self.endsSentence(last)
    }
    return piece
  }

  /// The number of bytes of the character at an offset.
  private func length(_ offset: Int) -> Int {
    switch bytes[offset] {
    case 0..<0xC0: 1
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Whether white space stands at an offset, as Unicode has it.
  private func isBlank(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case 0x09...0x0D, 0x20: true
    case 0xC2: byte(offset + 1) == 0x85 || byte(offset + 1) == 0xA0
    case 0xE1: byte(offset + 1) == 0x9A && byte(offset + 2) == 0x80
    case 0xE2:
      switch (byte(offset + 1), byte(offset + 2)) {
      case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): true
      default: false
      }
    case 0xE3: byte(offset + 1) == 0x80 && byte(offset + 2) == 0x80
    default: false
    }
  }

  /// Whether a mark stands at an offset that may stand before a word: ( [ ' " „ “ ” ‘ ’ « » * ‹.
  private func opens(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "("), UInt8(ascii: "["): true
    case 0xE2 where byte(offset + 1) == 0x80:
      byte(offset + 2) == 0x9E || byte(offset + 2) == 0xB9 || isQuote(offset)
    default: isQuote(offset)
    }
  }

  /// Whether a mark stands at an offset that may stand behind a word: ) ] ' " “ ” ‘ ’ , . ; : ! ? … « » *.
  private func closes(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "."),
      UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      true
    case 0xE2 where byte(offset + 1) == 0x80: byte(offset + 2) == 0xA6 || isQuote(offset)
    default: isQuote(offset)
    }
  }

  /// Whether a mark stands at an offset that may stand on either side: ' " “ ” ‘ ’ « » *.
  private func isQuote(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "*"): true
    case 0xC2: byte(offset + 1) == 0xAB || byte(offset + 1) == 0xBB
    case 0xE2 where byte(offset + 1) == 0x80:
      switch byte(offset + 2) {
      case 0x98, 0x99, 0x9C, 0x9D: true
      default: false
      }
    default: false
    }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }
}
