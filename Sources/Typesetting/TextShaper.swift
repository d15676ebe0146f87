public import Drawing

/// What of a text's look and language decides its glyphs; sizes do not, for nothing is hinted.
public struct ShapingStyle: Sendable, Hashable {
  /// The font families in order of preference.
  public var families: [String]
  /// The weight, 100 to 900.
  public var weight: Int
  /// Whether the text is italic.
  public var isItalic: Bool
  /// OpenType features that are switched on.
  public var features: [String]
  /// Space added behind each cluster, as a share of the em.
  public var tracking: Double
  /// The language as BCP 47.
  public var language: String

  /// The shaping style of a look in a language.
  public init(_ style: TextStyle, language: String) {
    families = style.families
    weight = style.weight
    isItalic = style.isItalic
    features = style.features
    tracking = style.size > .zero ? style.tracking.ratio(to: style.size) : 0
    self.language = language
  }
}

/// A place inside a word where a line may end.
public struct WordBreak: Sendable, Hashable {
  /// The number of UTF-8 bytes of the word before it.
  public var offset: Int
  /// Whether a hyphen is printed when the line ends here.
  public var insertsHyphen: Bool
  /// The width of what stands before it, with the hyphen if there is one; at an em of one point.
  public var widthBefore: Length
  /// The width of what stands behind it; at an em of one point.
  public var widthBehind: Length

  /// Creates a break.
  public init(offset: Int, insertsHyphen: Bool, widthBefore: Length, widthBehind: Length) {
    self.offset = offset
    self.insertsHyphen = insertsHyphen
    self.widthBefore = widthBefore
    self.widthBehind = widthBehind
  }
}

/// A word in glyphs: text between two spaces or changes of look.
public struct ShapedWord: Sendable, Hashable {
  /// The text as it is shown, without soft hyphens.
  public var text: String
  /// The glyphs at an em of one point; more than one run if the first font lacks a character.
  public var runs: [GlyphRun]
  /// The width at an em of one point.
  public var width: Length
  /// Where a line may end inside the word, in order.
  public var breaks: [WordBreak]

  /// Creates a word.
  public init(text: String, runs: [GlyphRun], breaks: [WordBreak]) {
    self.text = text
    self.runs = runs
    self.width = runs.reduce(.zero) { $0 + $1.width }
    self.breaks = breaks
  }
}

/// Turns words into glyphs.
///
/// All results are for an em of one point; whoever places them multiplies by the size. A shaper
/// belongs to one worker; errors carry the tag 0, since a shaper knows no spans.
public protocol TextShaper: AnyObject {
  /// Tells for each UTF-8 offset of a text, its end included, whether a line may begin there.
  func breakOpportunities(in text: String, language: String) throws(TypesettingError) -> [Bool]

  /// Shapes a word and finds its breaks.
  ///
  /// - Parameters:
  ///   - text: a word without spaces. U+00AD and U+200B in it mark where a line may end, with a
  ///     hyphen and without one; they are not shown.
  ///   - style: the look.
  ///   - isHyphenated: whether to look for more breaks in the dictionary of the language.
  func word(
    _ text: String,
    style: ShapingStyle,
    isHyphenated: Bool
  ) throws(TypesettingError)
    -> ShapedWord

  /// Shapes a part of a word; the text of an added hyphen is U+00AD.
  func piece(
    _ text: String,
    style: ShapingStyle,
    endsInHyphen: Bool
  ) throws(TypesettingError)
    -> [GlyphRun]

  /// Shapes a space so that word, space and word are as wide together as if shaped in one.
  ///
  /// - Parameters:
  ///   - text: spaces, also non-breaking ones.
  ///   - left: the character before it in the same look; nil if there is none.
  ///   - right: the character behind it in the same look; nil if there is none.
  ///   - style: the look.
  func space(
    _ text: String,
    after left: Character?,
    before right: Character?,
    style: ShapingStyle
  )
    throws(TypesettingError) -> [GlyphRun]

  /// The ascent and descent of the style's first font, both positive.
  func extents(
    of style: ShapingStyle
  ) throws(TypesettingError) -> (
    ascent: Length, descent: Length
  )
}

extension TextShaper {
  /// Puts a word together from shaped pieces: what `word` of most shapers does.
  ///
  /// - Parameter hyphenation: gives the UTF-8 offsets in the shown text where it may be hyphenated.
  public func composeWord(
    _ text: String,
    style: ShapingStyle,
    hyphenation: (String) -> [Int]
  ) throws(TypesettingError) -> ShapedWord {
    var shown = text
    var marks: [(offset: Int, insertsHyphen: Bool)] = []
    if text.utf8.contains(where: { $0 >= 0x80 }) {
      (shown, marks) = Self.withoutMarks(text)
    }
    let length = shown.utf8.count
    for offset in hyphenation(shown) where !marks.contains(where: { $0.offset == offset }) {
      marks.append((offset, true))
    }
    marks.sort { $0.offset < $1.offset }
    marks.removeAll { $0.offset <= 0 || $0.offset >= length }
    let runs = try piece(shown, style: style, endsInHyphen: false)
    if length > Self.longestWordCutExactly {
      let hyphen = try piece("", style: style, endsInHyphen: true).reduce(.zero) { $0 + $1.width }
      let breaks = Self.breaks(at: marks, in: runs, hyphen: hyphen)
      return ShapedWord(text: shown, runs: runs, breaks: breaks)
    }
    var breaks: [WordBreak] = []
    for mark in marks {
      let place = shown.utf8.index(shown.startIndex, offsetBy: mark.offset)
      let before = try piece(
        String(shown[..<place]), style: style, endsInHyphen: mark.insertsHyphen)
      let behind = try piece(String(shown[place...]), style: style, endsInHyphen: false)
      breaks.append(
        WordBreak(
          offset: mark.offset, insertsHyphen: mark.insertsHyphen,
          widthBefore: before.reduce(.zero) { $0 + $1.width },
          widthBehind: behind.reduce(.zero) { $0 + $1.width }))
    }
    return ShapedWord(text: shown, runs: runs, breaks: breaks)
  }

  /// Words of more bytes than this are not shaped anew at each of their breaks: a text without
  /// spaces may be as long as a book, and the time must not grow with the square of its length.
  private static var longestWordCutExactly: Int { 128 }

  /// The breaks of a long word, as wide as its glyphs stand; kerning at the cut is left out.
  private static func breaks(
    at marks: [(offset: Int, insertsHyphen: Bool)], in runs: [GlyphRun], hyphen: Length
  ) -> [WordBreak] {
    let total = runs.reduce(Length.zero) { $0 + $1.width }
    var result: [WordBreak] = []
    var (byte, pen) = (0, Length.zero)
    var next = 0
    for run in runs {
      var glyph = 0
      for cluster in run.clusters {
        while next < marks.count, marks[next].offset <= byte {
          // A break inside a ligature is none.
          if marks[next].offset == byte {
            result.append(
              WordBreak(
                offset: byte, insertsHyphen: marks[next].insertsHyphen,
                widthBefore: pen + (marks[next].insertsHyphen ? hyphen : 0),
                widthBehind: total - pen))
          }
          next += 1
        }
        for index in glyph..<glyph + cluster.glyphs { pen += run.glyphs[index].advance }
        glyph += cluster.glyphs
        byte += cluster.bytes
      }
    }
    return result
  }

  private static func withoutMarks(
    _ text: String
  ) -> (String, [(offset: Int, insertsHyphen: Bool)]) {
    var shown = String.UnicodeScalarView()
    var marks: [(offset: Int, insertsHyphen: Bool)] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{AD}": marks.append((offset, true))
      case "\u{200B}": marks.append((offset, false))
      default:
        shown.append(scalar)
        offset += UTF8.width(scalar)
      }
    }
    return (String(shown), marks)
  }
}
