public import Drawing

/// Sets paragraphs into lines with any shaper: cuts, shapes, breaks and places.
public final class ParagraphSetter<Shaper: TextShaper>: Typesetter {
  private let shaper: Shaper

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
    let paragraph = try ShapedParagraph(text, shaper: shaper, isHyphenated: options.isHyphenated)
    let builder = LineBuilder(paragraph: paragraph, shaper: shaper)
    var lines: [TextLine] = []
    for stretch in paragraph.stretches {
      let space =
        options.alignment == .justified ? paragraph.meanSpace(of: stretch) * 0.5 : nil
      let breaker = LineBreaker(measure: measure.points, stretchPerSpace: space)
      var start = stretch.start
      let breaks = breaker.chooseBreaks(stretch.places.map(\.candidate))
      for (number, index) in breaks.enumerated() {
        let place = stretch.places[index]
        let isLast = number == breaks.count - 1
        lines.append(
          try builder.line(
            from: start,
            to: place,
            measure: measure,
            alignment: options.alignment == .justified && isLast ? .left : options.alignment
          )
        )
        start = place.next
      }
    }
    return lines
  }

  /// Sets text into one line; forced breaks become spaces.
  public func line(of text: StyledText) throws(TypesettingError) -> TextLine {
    var text = text
    for index in text.spans.indices {
      text.spans[index].text = Self.withoutForcedBreaks(text.spans[index].text)
    }
    let paragraph = try ShapedParagraph(text, shaper: shaper, isHyphenated: false)
    let builder = LineBuilder(paragraph: paragraph, shaper: shaper)
    guard let stretch = paragraph.stretches.first, let end = stretch.places.last else {
      return TextLine(runs: [], width: 0, ascent: 0, descent: 0)
    }
    return try builder.line(from: stretch.start, to: end, measure: 0, alignment: .left)
  }

  /// The ascent and descent of a look's first font, both positive.
  public func extents(
    of style: TextStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    let extents = try shaper.extents(of: ShapingStyle(style, language: ""))
    return (extents.ascent * style.size.points, extents.descent * style.size.points)
  }

  private static func withoutForcedBreaks(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
