import Typesetting

/// Unicode's line breaking for plain Dutch and English text, read off a table of pairs.
///
/// The rules of UAX #14 come down to pairs for these characters, but for numbers, in which a mark keeps
/// its digits, and for signs beside them. Where a pair does not settle it, Pango is to be asked.
enum LatinBreaks {
  /// The classes of UAX #14 that behave alike beside these characters.
  private enum Class: UInt8 {
    /// EX, SY and CL: `!`, `?`, `/` and `}`.
    case closing
    /// QU.
    case quotation
    /// AL and others that behave like it.
    case letter
    /// PR and PO: signs that belong to a number.
    case sign
    /// OP.
    case opening
    /// CP.
    case parenthesis
    /// IS: `.`, `,`, `:` and `;`.
    case infix
    /// HY.
    case hyphen
    /// NU.
    case digit
    /// BA.
    case breakBehind
    /// B2.
    case emDash
    /// IN.
    case ellipsis
    /// GL.
    case glue
    case space
    /// BK: a line feed.
    case lineFeed
  }

  /// For each class, the classes before which a line may begin behind it, without a space between them.
  private static let breaks: [[Class]] = [
    [.letter, .sign, .opening, .digit, .emDash],
    [],
    [.emDash],
    [.sign, .opening, .emDash],
    [],
    [.sign, .opening, .emDash],
    [.sign, .opening, .digit, .emDash],
    [.letter, .sign, .opening, .emDash, .glue],
    [.emDash],
    [.letter, .sign, .opening, .digit, .emDash, .glue],
    [.letter, .sign, .opening, .digit],
    [.letter, .sign, .opening, .digit, .emDash],
    [],
  ]
  private static let masks: [UInt16] = breaks.map { row in
    row.reduce(0) { $0 | 1 << UInt16($1.rawValue) }
  }

  /// The classes of ASCII; other control characters are nobody's here.
  private static let ascii: [Class?] = (UInt8(0)..<0x80).map { byte in
    switch Unicode.Scalar(byte) {
    case "\n": .lineFeed
    case "\u{0}"..."\u{1F}", "\u{7F}": nil
    case " ": .space
    case "!", "/", "?", "}": .closing
    case "\"", "'": .quotation
    case "$", "%", "+", "\\": .sign
    case "(", "[", "{": .opening
    case ")", "]": .parenthesis
    case ",", ".", ":", ";": .infix
    case "-": .hyphen
    case "0"..."9": .digit
    case "|": .breakBehind
    default: .letter
    }
  }

  /// Tells for each UTF-8 offset of a text, its end included, whether Unicode lets a line begin there;
  /// nil if the text has characters or pairs that are not settled here.
  static func opportunities(in text: Span<UInt8>) -> [Bool]? {
    let (masks, ascii) = (masks, ascii)
    var result = [Bool](repeating: false, count: text.count + 1)
    // The class before, and that of the last character that is no space.
    var (previous, visible): (Class?, Class?) = (nil, nil)
    var place = 0
    while place < text.count {
      let byte = text[place]
      let kind: Class
      var length = 1
      if byte < 0x80 {
        guard let known = ascii[Int(byte)] else { return nil }
        kind = known
      } else {
        guard let known = character(at: place, in: text) else { return nil }
        (kind, length) = known
      }
      switch (previous, kind) {
      case (.lineFeed, _):
        result[place] = true
        visible = nil
      case (_, .space), (_, .lineFeed), (nil, _): break
      case (.space, _): result[place] = mayBegin(kind, behindSpaceAfter: visible)
      case (let before?, _):
        guard !isUnsettled(kind, after: before, endingAt: place, in: text) else { return nil }
        result[place] =
          masks[Int(before.rawValue)] & 1 << UInt16(kind.rawValue) != 0
          && !(kind == .digit && isInNumber(place, in: text))
      }
      if kind != .space { visible = kind }
      previous = kind
      place += length
    }
    return result
  }

  /// The class and length of a character beyond ASCII.
  private static func character(
    at place: Int, in text: Span<UInt8>
  ) -> (Class, length: Int)? {
    let next = text[place + 1]
    switch (text[place], next) {
    // U+00C0 to U+024F.
    case (0xC3...0xC8, _), (0xC9, 0x80...0x8F): return (.letter, 2)
    // Paragraph sign and middle dot; guillemets; degrees; no-break space; soft hyphen.
    case (0xC2, 0xA7), (0xC2, 0xB7): return (.letter, 2)
    case (0xC2, 0xAB), (0xC2, 0xBB): return (.quotation, 2)
    case (0xC2, 0xB0): return (.sign, 2)
    case (0xC2, 0xA0): return (.glue, 2)
    case (0xC2, 0xAD): return (.breakBehind, 2)
    case (0xE2, 0x80):
      switch text[place + 2] {
      case 0x93: return (.breakBehind, 3)
      case 0x94: return (.emDash, 3)
      case 0x98, 0x99, 0x9C, 0x9D: return (.quotation, 3)
      case 0xA2: return (.letter, 3)
      case 0xA6: return (.ellipsis, 3)
      default: return nil
      }
    // The sign of the euro.
    case (0xE2, 0x82) where text[place + 2] == 0xAC: return (.sign, 3)
    default: return nil
    }
  }

  private static func mayBegin(_ kind: Class, behindSpaceAfter visible: Class?) -> Bool {
    switch (visible, kind) {
    case (_, .closing), (_, .parenthesis), (_, .infix), (.opening, _), (.emDash, .emDash),
      (.quotation, .opening):
      false
    default: true
    }
  }

  /// Whether it depends on the number around it if a line may begin at a place.
  private static func isUnsettled(
    _ kind: Class, after previous: Class, endingAt place: Int, in text: Span<UInt8>
  ) -> Bool {
    switch (previous, kind) {
    case (.sign, .opening), (.parenthesis, .sign), (.infix, .sign): true
    case (.closing, .sign):
      text[place - 1] == UInt8(ascii: "/") || text[place - 1] == UInt8(ascii: "}")
    default: false
    }
  }

  /// Whether the digit at a place goes on a number that a mark stands in: 1.549, 7,5, 10:30, 1/2.
  private static func isInNumber(_ place: Int, in text: Span<UInt8>) -> Bool {
    var mark = place - 1
    while mark >= 0, isNumberMark(text[mark]) { mark -= 1 }
    return mark >= 0 && mark < place - 1
      && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[mark])
  }

  private static func isNumberMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
