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

  /// Tells for each UTF-8 offset whether a line may begin there.
  public func breakOpportunities(
    in text: String,
    language: String
  ) throws(TypesettingError) -> [Bool] {
    var result = [Bool](repeating: false, count: text.utf8.count + 1)
    var offset = 0
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\u{A0}" || scalar == "\n"
      result[offset] =
        !isSpace && (previous == " " || previous == "-" || previous == "\u{200B}") && offset > 0
      offset += UTF8.width(scalar)
      previous = scalar
    }
    return result
  }

  /// Shapes a word and finds its breaks.
  public func word(
    _ text: String,
    style: ShapingStyle,
    isHyphenated: Bool
  ) throws(TypesettingError) -> ShapedWord {
    try composeWord(text, style: style) { _ in [] }
  }

  /// Shapes a part of a word, with a hyphen behind it if asked for.
  public func piece(
    _ text: String,
    style: ShapingStyle,
    endsInHyphen: Bool
  ) throws(TypesettingError) -> [GlyphRun] {
    var run = GlyphRun(font: FontID(0), size: 1, glyphs: [], text: "", clusters: [])
    func add(_ character: Character, shownAs scalar: Unicode.Scalar) {
      run.glyphs.append(Glyph(id: scalar.value, advance: Length(0.5 + style.tracking)))
      run.clusters.append(GlyphCluster(bytes: character.utf8.count, glyphs: 1))
      run.text.append(character)
    }
    for character in text { add(character, shownAs: character.unicodeScalars.first ?? " ") }
    if endsInHyphen { add("\u{AD}", shownAs: "-") }
    return [run]
  }

  /// Shapes a space between two words.
  public func space(
    _ text: String,
    after left: Character?,
    before right: Character?,
    style: ShapingStyle
  ) throws(TypesettingError) -> [GlyphRun] {
    try piece(text, style: style, endsInHyphen: false)
  }

  /// The ascent and descent of a look's first font, both positive.
  public func extents(
    of style: ShapingStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    (0.8, 0.2)
  }
}
