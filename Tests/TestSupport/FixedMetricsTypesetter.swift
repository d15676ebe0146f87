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

  public func lines(
    of text: StyledText,
    measure: Length,
    options: ParagraphOptions
  ) throws(TypesettingError) -> [TextLine] {
    try setter.lines(of: text, measure: measure, options: options)
  }

  public func line(of text: StyledText) throws(TypesettingError) -> TextLine {
    try setter.line(of: text)
  }

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

  public func word(
    _ text: String,
    style: ShapingStyle,
    isHyphenated: Bool
  ) throws(TypesettingError) -> ShapedWord {
    try composeWord(text, style: style) { _ in [] }
  }

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

  public func space(
    _ text: String,
    after left: Character?,
    before right: Character?,
    style: ShapingStyle
  ) throws(TypesettingError) -> [GlyphRun] {
    try piece(text, style: style, endsInHyphen: false)
  }

  public func extents(
    of style: ShapingStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    (0.8, 0.2)
  }
}
