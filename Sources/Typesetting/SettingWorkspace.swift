import Drawing

/// What a setter uses from text to text: arrays that have grown to the size that texts need.
struct SettingWorkspace {
  private var paragraph = ShapedParagraph()
  private var builder = LineBuilder()

  /// Sets a paragraph into lines of at most `measure`.
  mutating func lines(
    of text: StyledText, measure: Length, options: ParagraphOptions, shaper: some TextShaper
  ) throws(TypesettingError) -> [TextLine] {
    try paragraph.shape(text, with: shaper, hasForcedBreaks: true)
    // Found when they are needed first.
    var opportunities: [Bool] = []
    var lines: [TextLine] = []
    lines.reserveCapacity(paragraph.stretches.count)
    for stretch in paragraph.stretches {
      if stretch.width <= measure.points + LineBreaker.tolerance {
        lines.append(
          try builder.line(
            of: stretch, in: paragraph, shaper: shaper, measure: measure,
            alignment: options.alignment.ofLastLine))
        continue
      }
      if opportunities.isEmpty {
        opportunities = try shaper.breakOpportunities(
          in: paragraph.bytes.span, language: text.language)
      }
      let places = try BreakPlaces(
        stretch, of: paragraph, opportunities: opportunities, shaper: shaper,
        isHyphenated: options.isHyphenated)
      let extents = places.lines(
        chosenBy: breaker(of: stretch, measure: measure, alignment: options.alignment))
      for (number, extent) in extents.enumerated() {
        let isLast = number == extents.count - 1
        lines.append(
          try builder.line(
            extent, in: paragraph, shaper: shaper, measure: measure,
            alignment: isLast ? options.alignment.ofLastLine : options.alignment))
      }
    }
    return lines
  }

  /// Sets text into one line; forced breaks become spaces.
  mutating func line(
    of text: StyledText, shaper: some TextShaper
  ) throws(TypesettingError) -> TextLine {
    try paragraph.shape(text, with: shaper, hasForcedBreaks: false)
    return try builder.line(
      of: paragraph.stretches[0], in: paragraph, shaper: shaper, measure: 0, alignment: .left)
  }

  private func breaker(
    of stretch: ShapedParagraph.Stretch, measure: Length, alignment: ParagraphOptions.Alignment
  ) -> LineBreaker {
    LineBreaker(
      measure: measure.points,
      stretchPerSpace: alignment == .justified ? paragraph.meanSpace(of: stretch) * 0.5 : nil)
  }
}

extension ParagraphOptions.Alignment {
  /// The last line is not stretched.
  fileprivate var ofLastLine: Self { self == .justified ? .left : self }
}
