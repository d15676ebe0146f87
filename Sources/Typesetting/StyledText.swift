public import Drawing

/// Text with its looks: the input of the shaper.
public struct StyledText: Sendable, Hashable {
  /// A piece of text with one look.
  public struct Span: Sendable, Hashable {
    /// The text; "\n" is a forced line break, U+00A0 a space that never breaks.
    public var text: String
    /// The look.
    public var style: TextStyle
    /// Handed through to the glyph runs; the caller knows what it stands for.
    public var tag: Int

    /// Creates a span.
    public init(_ text: String, style: TextStyle, tag: Int = 0) {
      self.text = text
      self.style = style
      self.tag = tag
    }
  }

  /// The spans in order.
  public var spans: [Span]
  /// The language as BCP 47; it decides hyphenation and shaping.
  public var language: String

  /// Creates styled text.
  public init(_ spans: [Span], language: String) {
    self.spans = spans
    self.language = language
  }

  /// The text of all spans.
  public var text: String { spans.map(\.text).joined() }
}

/// A glyph run on a line.
public struct PlacedRun: Sendable, Hashable {
  /// The run.
  public var run: GlyphRun
  /// Where it starts, from the left edge of the measure.
  public var x: Length
  /// How far its baseline is raised above the line's.
  public var rise: Length
  /// The ink.
  public var colour: Colour
  /// The tag of the span that it comes from.
  public var tag: Int

  /// Creates a placed run.
  public init(run: GlyphRun, x: Length, rise: Length, colour: Colour, tag: Int) {
    self.run = run
    self.x = x
    self.rise = rise
    self.colour = colour
    self.tag = tag
  }
}

/// A line of text.
public struct TextLine: Sendable, Hashable {
  /// The runs from left to right.
  public var runs: [PlacedRun]
  /// The width of the ink, without the space at the line's end.
  public var width: Length
  /// The largest ascent of its fonts, from the baseline up.
  public var ascent: Length
  /// The largest descent of its fonts, from the baseline down; positive.
  public var descent: Length
  /// Whether a word is divided at the line's end.
  public var endsInHyphen: Bool

  /// Creates a line.
  public init(
    runs: [PlacedRun],
    width: Length,
    ascent: Length,
    descent: Length,
    endsInHyphen: Bool = false
  ) {
    self.runs = runs
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.endsInHyphen = endsInHyphen
  }
}
