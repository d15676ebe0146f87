import Drawing

/// A word and the marks in it that tell where a line may end: U+00AD with a hyphen, U+200B without.
public struct MarkedWord {
  /// A place where a line may end.
  public struct Mark: Sendable, Hashable {
    /// The number of UTF-8 bytes of the shown word before it.
    public var offset: Int
    /// Whether a hyphen is printed when the line ends here.
    public var insertsHyphen: Bool

    /// Creates a mark.
    public init(offset: Int, insertsHyphen: Bool) {
      self.offset = offset
      self.insertsHyphen = insertsHyphen
    }
  }

  /// The word without the marks, in UTF-8.
  public private(set) var shown: [UInt8] = []
  /// The marks in order.
  public private(set) var marks: [Mark] = []

  /// Takes the marks out of a word.
  public init(_ text: Span<UInt8>) {
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

extension TextShaper {
  /// Finds the breaks of a word by shaping what stands before and behind each: what `breaks` of most
  /// shapers does.
  ///
  /// - Parameter hyphenation: gives the UTF-8 offsets in the shown text where it may be hyphenated.
  public func composeBreaks(
    in text: Span<UInt8>, look: ShapingLook, hyphenation: ([UInt8]) -> [Int]
  ) throws(TypesettingError) -> WordBreaks {
    let word = MarkedWord(text)
    var marks = word.marks
    for offset in hyphenation(word.shown) where !marks.contains(where: { $0.offset == offset }) {
      marks.append(MarkedWord.Mark(offset: offset, insertsHyphen: true))
    }
    marks.sort { $0.offset < $1.offset }
    marks.removeAll { $0.offset <= 0 || $0.offset >= word.shown.count }
    guard !marks.isEmpty else { return .none }
    let shown = word.shown.span
    if shown.count > Self.longestWordCutExactly {
      let hyphen = try piece(shown.extracting(first: 0), look: look, endsInHyphen: true)
      let whole = try piece(shown, look: look, endsInHyphen: false)
      return Self.breaks(at: marks, in: whole, hyphen: hyphen.width)
    }
    var places: [WordBreaks.Place] = []
    places.reserveCapacity(marks.count)
    for mark in marks {
      let before = try piece(
        shown.extracting(first: mark.offset), look: look, endsInHyphen: mark.insertsHyphen)
      let behind = try piece(
        shown.extracting(droppingFirst: mark.offset), look: look, endsInHyphen: false)
      places.append(
        WordBreaks.Place(
          offset: mark.offset, insertsHyphen: mark.insertsHyphen, widthBefore: before.width,
          widthBehind: behind.width))
    }
    return WordBreaks(places)
  }

  /// Words of more bytes than this are not shaped anew at each of their breaks: a text without
  /// spaces may be as long as a book, and the time must not grow with the square of its length.
  private static var longestWordCutExactly: Int { 128 }

  /// The breaks of a long word, as wide as its glyphs stand; kerning at the cut is left out.
  private static func breaks(
    at marks: [MarkedWord.Mark], in word: ShapedText, hyphen: Length
  ) -> WordBreaks {
    var places: [WordBreaks.Place] = []
    var (byte, glyph, pen) = (0, 0, Length.zero)
    var next = 0
    for cluster in word.clusters {
      while next < marks.count, marks[next].offset <= byte {
        // A break inside a ligature is none.
        if marks[next].offset == byte {
          places.append(
            WordBreaks.Place(
              offset: byte, insertsHyphen: marks[next].insertsHyphen,
              widthBefore: pen + (marks[next].insertsHyphen ? hyphen : 0),
              widthBehind: word.width - pen))
        }
        next += 1
      }
      for index in glyph..<glyph + cluster.glyphs { pen += word.glyphs[index].advance }
      glyph += cluster.glyphs
      byte += cluster.bytes
    }
    return WordBreaks(places)
  }
}
