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
    tracking = Self.tracking(of: style)
    self.language = language
  }

  /// Whether a look in a language has this shaping style.
  public func isThat(of style: TextStyle, language: String) -> Bool {
    weight == style.weight && isItalic == style.isItalic && tracking == Self.tracking(of: style)
      && families == style.families && features == style.features && self.language == language
  }

  private static func tracking(of style: TextStyle) -> Double {
    style.size > .zero ? style.tracking.ratio(to: style.size) : 0
  }
}

/// A shaping style as its shaper knows it.
public struct ShapingLook: Sendable, Hashable {
  /// The shaper's number of the style.
  public var number: Int
  /// How far the first font reaches above the baseline, at an em of one point.
  public var ascent: Length
  /// How far the first font reaches below the baseline, at an em of one point; positive.
  public var descent: Length

  /// Creates a look.
  public init(number: Int, ascent: Length, descent: Length) {
    self.number = number
    self.ascent = ascent
    self.descent = descent
  }
}

/// Turns words into glyphs.
///
/// All text is UTF-8, and all results are for an em of one point; whoever places them multiplies by
/// the size. A shaper belongs to one worker; errors carry the tag 0, since a shaper knows no spans.
public protocol TextShaper: AnyObject {
  /// The look that a style has in a language, for the calls below.
  func look(of style: TextStyle, language: String) throws(TypesettingError) -> ShapingLook

  /// Tells for each UTF-8 offset of a text, its end included, whether a line may begin there.
  func breakOpportunities(
    in text: Span<UInt8>, language: String
  ) throws(TypesettingError) -> [Bool]

  /// Shapes a word or a part of it; the text of an added hyphen is U+00AD.
  ///
  /// - Parameters:
  ///   - text: text without spaces and without marks.
  ///   - look: the look.
  ///   - endsInHyphen: whether a hyphen is added.
  func piece(
    _ text: Span<UInt8>, look: ShapingLook, endsInHyphen: Bool
  ) throws(TypesettingError) -> ShapedText

  /// Finds where a line may end inside a word.
  ///
  /// - Parameters:
  ///   - text: a word without spaces. U+00AD and U+200B in it mark where a line may end, with a
  ///     hyphen and without one; they are not shown.
  ///   - word: the word as it is shown, in glyphs.
  ///   - look: the look.
  ///   - isHyphenated: whether to look for more breaks in the dictionary of the language.
  func breaks(
    in text: Span<UInt8>, of word: ShapedText, look: ShapingLook, isHyphenated: Bool
  ) throws(TypesettingError) -> WordBreaks

  /// Shapes a space so that word, space and word are as wide together as if shaped in one.
  ///
  /// - Parameters:
  ///   - text: spaces, also non-breaking ones.
  ///   - left: the word before it in the same look; nil if there is none.
  ///   - right: the word behind it in the same look; nil if there is none.
  ///   - look: the look.
  func space(
    _ text: Span<UInt8>, after left: ShapedText?, before right: ShapedText?, look: ShapingLook
  ) throws(TypesettingError) -> ShapedText
}

extension TextShaper {
  /// Shapes a word whose marks are not shown.
  func word(
    _ text: Span<UInt8>, look: ShapingLook
  ) throws(TypesettingError) -> ShapedText {
    guard MarkedWord.mayHaveMarks(text) else {
      return try piece(text, look: look, endsInHyphen: false)
    }
    let word = MarkedWord(text)
    return try piece(word.shown.span, look: look, endsInHyphen: false)
  }
}
