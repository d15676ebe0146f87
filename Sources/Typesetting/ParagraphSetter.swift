public import Drawing

/// Sets paragraphs into lines with any shaper: cuts, shapes, breaks and places.
///
/// Most of a report's texts are shorter than their measure: where one line may end is only asked of
/// those that are not.
public final class ParagraphSetter<Shaper: TextShaper>: Typesetter {
  private let shaper: Shaper
  private var workspace = SettingWorkspace()

  /// Creates a setter over a shaper.
  public init(shaper: Shaper) {
    self.shaper = shaper
  }

  /// Sets a paragraph into lines of at most `measure`.
  public func lines(
    of text: StyledText,
    measure: Length,
    options: ParagraphOptions
  ) throws(TypesettingError) -> [TextLine] {
    try workspace.lines(of: text, measure: measure, options: options, shaper: shaper)
  }

  /// Sets text into one line; forced breaks become spaces.
  public func line(of text: StyledText) throws(TypesettingError) -> TextLine {
    try workspace.line(of: text, shaper: shaper)
  }

  /// The ascent and descent of a look's first font, both positive.
  public func extents(
    of style: TextStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    let look = try shaper.look(of: style, language: "")
    return (look.ascent * style.size.points, look.descent * style.size.points)
  }
}
