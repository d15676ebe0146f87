public import Drawing
public import Typesetting

/// A typesetter without fonts: every character is one glyph of half an em, so that line breaks and
/// positions in tests can be reckoned by hand.
///
/// The ascent is 0.8 em and the descent 0.2 em, the font is number 0, a glyph's id is the character's
/// first scalar. Lines break at spaces and after hyphens; the dictionary hyphenates nothing, but soft
/// hyphens count.
public final class FixedMetricsTypesetter: Typesetter {
  private let setter = ParagraphSetter(shaper: FixedMetricsShaper())

  /// Creates a typesetter.
  public init() {}

  /// Sets a paragraph into lines of at most `measure`.
  public func lines(
    of text: StyledText,
    measure: Length,
    options: ParagraphOptions
  ) throws(TypesettingError) -> [TextLine] {
    try setter.lines(of: text, measure: measure, options: options)
  }

  /// Sets text into one line; forced breaks become spaces.
  public func line(of text: StyledText) throws(TypesettingError) -> TextLine {
    try setter.line(of: text)
  }

  /// The ascent and descent of a look's first font, both positive.
  public func extents(
    of style: TextStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    try setter.extents(of: style)
  }
}

/// The shaper of `FixedMetricsTypesetter`.
public final class FixedMetricsShaper: TextShaper {
  /// Creates a shaper.
  public init() {}

  /// The look of a style; its number is its tracking in thousandths of the em.
  public func look(
    of style: TextStyle, language: String
  ) throws(TypesettingError) -> ShapingLook {
    let tracking = ShapingStyle(style, language: language).tracking
    return ShapingLook(number: Int((tracking * 1000).rounded()), ascent: 0.8, descent: 0.2)
  }

  /// Tells for each UTF-8 offset whether a line may begin there.
  public func breakOpportunities(
    in text: Span<UInt8>,
    language: String
  ) throws(TypesettingError) -> [Bool] {
    var result = [Bool](repeating: false, count: text.count + 1)
    var offset = 0
    var previous: Unicode.Scalar = "\n"
    for scalar in Self.string(text).unicodeScalars {
      let isSpace = scalar == " " || scalar == "\u{A0}" || scalar == "\n"
      result[offset] =
        !isSpace && (previous == " " || previous == "-" || previous == "\u{200B}") && offset > 0
      offset += UTF8.width(scalar)
      previous = scalar
    }
    return result
  }

  /// Finds the marks in a word.
  public func breaks(
    in text: Span<UInt8>, of word: ShapedText, look: ShapingLook, isHyphenated: Bool
  ) throws(TypesettingError) -> WordBreaks {
    try measuredBreaks(in: text, of: word, look: look) { _ in [] }
  }

  /// Shapes a word or a part of it, with a hyphen behind it if asked for.
  public func piece(
    _ text: Span<UInt8>,
    look: ShapingLook,
    endsInHyphen: Bool
  ) throws(TypesettingError) -> ShapedText {
    var shown: [UInt8] = []
    var glyphs: [Glyph] = []
    var clusters: [GlyphCluster] = []
    func add(_ character: Character, shownAs scalar: Unicode.Scalar) {
      glyphs.append(
        Glyph(id: scalar.value, advance: Length(0.5 + Double(look.number) / 1000)))
      clusters.append(GlyphCluster(bytes: character.utf8.count, glyphs: 1))
      shown += Array(character.utf8)
    }
    for character in Self.string(text) {
      add(character, shownAs: character.unicodeScalars.first ?? " ")
    }
    if endsInHyphen { add("\u{AD}", shownAs: "-") }
    let run = ShapedText.Run(
      font: FontID(0), bytes: shown.count, clusters: clusters.count, glyphs: glyphs.count)
    return ShapedText(text: shown, runs: [run], clusters: clusters, glyphs: glyphs)
  }

  /// Shapes a space between two words.
  public func space(
    _ text: Span<UInt8>,
    after left: ShapedText?,
    before right: ShapedText?,
    look: ShapingLook
  ) throws(TypesettingError) -> ShapedText {
    try piece(text, look: look, endsInHyphen: false)
  }

  private static func string(_ text: Span<UInt8>) -> String {
    String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self)
  }
}
