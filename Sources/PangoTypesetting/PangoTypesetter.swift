public import Drawing
public import Typesetting

/// The typesetter of real output: Pango shapes, libhyphen hyphenates, Katern breaks.
public final class PangoTypesetter: Typesetter {
  private let shaper: PangoShaper
  private let setter: ParagraphSetter<PangoShaper>

  /// Creates a typesetter with a word cache of its own.
  ///
  /// - Throws: `TypesettingError.library` if fontconfig or Pango cannot be set up.
  public init(fonts: FontCatalogue) throws(TypesettingError) {
    shaper = try PangoShaper(fonts: fonts)
    setter = ParagraphSetter(shaper: shaper)
  }

  /// Creates a typesetter that shares a word cache with others of the same fonts.
  ///
  /// - Throws: `TypesettingError.library` if fontconfig or Pango cannot be set up.
  public init(cache: WordCache) throws(TypesettingError) {
    shaper = try PangoShaper(cache: cache)
    setter = ParagraphSetter(shaper: shaper)
  }

  /// Whether a listed font or dictionary that text asked for is missing or another than the one that
  /// was listed.
  ///
  /// No glyph and no hyphen comes from such a file. `verify` tells which they are.
  public var hasRefusedFile: Bool { shaper.hasRefusedFile }

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
