public import Drawing

/// Sets text into lines: what layout and charts see of typesetting.
///
/// A typesetter belongs to one worker; it is not `Sendable`, because shapers hold C objects.
public protocol Typesetter: AnyObject {
  /// Sets a paragraph into lines of at most `measure`.
  ///
  /// - Parameters:
  ///   - text: the text with its looks.
  ///   - measure: the width of the lines.
  ///   - options: alignment and hyphenation.
  /// - Returns: at least one line, even for empty text. A word that is wider than the measure stands
  ///   on a line of its own and reaches out of it: `TextLine.width` tells.
  func lines(
    of text: StyledText,
    measure: Length,
    options: ParagraphOptions
  ) throws(TypesettingError) -> [TextLine]

  /// Sets text into one line, whatever its width; forced breaks become spaces.
  func line(of text: StyledText) throws(TypesettingError) -> TextLine

  /// The ascent and descent of a look's first font, both positive.
  func extents(of style: TextStyle) throws(TypesettingError) -> (ascent: Length, descent: Length)
}

/// How a paragraph is broken.
public struct ParagraphOptions: Sendable, Hashable {
  /// Where the lines stand within the measure.
  public enum Alignment: Sendable, Hashable {
    case left
    case right
    case centre
    case justified
  }

  /// Where the lines stand.
  public var alignment: Alignment
  /// Whether words may be hyphenated.
  public var isHyphenated: Bool

  /// Creates options.
  public init(alignment: Alignment = .left, isHyphenated: Bool = false) {
    self.alignment = alignment
    self.isHyphenated = isHyphenated
  }
}

/// What can go wrong in typesetting.
public enum TypesettingError: Error, Sendable, Hashable {
  /// No listed font of the style has a character: the character and the span's tag.
  case missingGlyph(Unicode.Scalar, families: [String], tag: Int)
  /// A style names a family that `fonts.yaml` does not list.
  case unknownFamily(String)
  /// A C library failed; its own words.
  case library(String)
}
