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
      let breaks = try BreakPlaces(
        stretch, of: paragraph, opportunities: opportunities, shaper: shaper,
        isHyphenated: options.isHyphenated)
      try add(
        stretch, brokenAt: breaks, measure: measure, alignment: options.alignment,
        shaper: shaper, to: &lines)
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

  /// Adds the lines of a stretch that is wider than the measure.
  private mutating func add(
    _ stretch: ShapedParagraph.Stretch, brokenAt breaks: BreakPlaces, measure: Length,
    alignment: ParagraphOptions.Alignment, shaper: some TextShaper, to lines: inout [TextLine]
  ) throws(TypesettingError) {
    let space = alignment == .justified ? paragraph.meanSpace(of: stretch) * 0.5 : nil
    let breaker = LineBreaker(measure: measure.points, stretchPerSpace: space)
    var start = BreakPlaces.Start(item: stretch.items.lowerBound)
    let chosen = breaker.chooseBreaks(breaks.candidates)
    for index in chosen {
      let extent = BreakPlaces.Extent(start: start, end: breaks.places[index])
      lines.append(
        try builder.line(
          extent, in: paragraph, shaper: shaper, measure: measure,
          alignment: index == chosen.last ? alignment.ofLastLine : alignment))
      start = extent.end.next
    }
  }
}

extension ParagraphOptions.Alignment {
  /// The last line is not stretched.
  fileprivate var ofLastLine: Self { self == .justified ? .left : self }
}
