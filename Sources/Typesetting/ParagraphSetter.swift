public import Drawing

/// Sets paragraphs into lines with any shaper: cuts, shapes, breaks and places.
///
/// Most of a report's texts are shorter than their measure: where one line may end is only asked of
/// those that are not.
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
    let paragraph = try ShapedParagraph(text, shaper: shaper, hasForcedBreaks: true)
    let builder = LineBuilder(paragraph: paragraph, shaper: shaper)
    let isJustified = options.alignment == .justified
    // The last line is not stretched.
    let lastAlignment = isJustified ? .left : options.alignment
    // Found when they are needed first.
    var opportunities: [Bool] = []
    var lines: [TextLine] = []
    for stretch in paragraph.stretches {
      if stretch.width <= measure.points + LineBreaker.tolerance {
        lines.append(try builder.line(of: stretch, measure: measure, alignment: lastAlignment))
        continue
      }
      if opportunities.isEmpty {
        opportunities = try shaper.breakOpportunities(
          in: paragraph.bytes.span, language: text.language)
      }
      let breaks = try BreakPlaces(
        stretch, of: paragraph, opportunities: opportunities, shaper: shaper,
        isHyphenated: options.isHyphenated)
      let breaker = LineBreaker(
        measure: measure.points,
        stretchPerSpace: isJustified ? paragraph.meanSpace(of: stretch) * 0.5 : nil)
      var start = BreakPlaces.Start(item: stretch.items.lowerBound)
      let chosen = breaker.chooseBreaks(breaks.candidates)
      for (number, index) in chosen.enumerated() {
        let isLast = number == chosen.count - 1
        lines.append(
          try builder.line(
            from: start, to: breaks.places[index], measure: measure,
            alignment: isLast ? lastAlignment : options.alignment))
        start = breaks.places[index].next
      }
    }
    return lines
  }

  /// Sets text into one line; forced breaks become spaces.
  public func line(of text: StyledText) throws(TypesettingError) -> TextLine {
    let paragraph = try ShapedParagraph(text, shaper: shaper, hasForcedBreaks: false)
    let builder = LineBuilder(paragraph: paragraph, shaper: shaper)
    guard let stretch = paragraph.stretches.first else {
      return TextLine(runs: [], width: 0, ascent: 0, descent: 0)
    }
    return try builder.line(of: stretch, measure: 0, alignment: .left)
  }

  /// The ascent and descent of a look's first font, both positive.
  public func extents(
    of style: TextStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    let look = try shaper.look(of: style, language: "")
    return (look.ascent * style.size.points, look.descent * style.size.points)
  }
}
