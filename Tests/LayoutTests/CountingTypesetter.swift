import Drawing
import TestSupport
import Typesetting

/// A typesetter that counts how often it sets a paragraph.
final class CountingTypesetter: Typesetter {
  private let typesetter = FixedMetricsTypesetter()
  private(set) var calls = 0

  func lines(
    of text: StyledText, measure: Length, options: ParagraphOptions
  ) throws(TypesettingError) -> [TextLine] {
    calls += 1
    return try typesetter.lines(of: text, measure: measure, options: options)
  }

  func line(of text: StyledText) throws(TypesettingError) -> TextLine {
    calls += 1
    return try typesetter.line(of: text)
  }

  func extents(
    of style: TextStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    try typesetter.extents(of: style)
  }
}
