import Drawing

/// Gathers glyphs from left to right into runs of one font, size, tag and ink.
struct LinePen {
  /// The text whose spans are drawn.
  let text: StyledText
  /// Where the next glyph goes.
  private(set) var x: Length = 0
  /// The spans that have glyphs on the line, in order.
  private(set) var spans: [Int] = []

  private var runs: [PlacedRun] = []
  /// The last glyph of each space, by run and position in it.
  private var spaces: [(run: Int, glyph: Int)] = []

  init(text: StyledText) { self.text = text }

  /// The runs, moved to the right.
  func placedRuns(movedBy shift: Length) -> [PlacedRun] {
    guard shift != .zero else { return runs }
    return runs.map { run in
      var run = run
      run.x += shift
      return run
    }
  }

  /// Adds runs of a word, given at an em of one point.
  ///
  /// - Parameters:
  ///   - runs: the glyphs.
  ///   - segments: which bytes of the whole word are whose span's.
  ///   - offset: the number of bytes of the word before these runs.
  mutating func add(
    _ unitRuns: [GlyphRun],
    segments: [ParagraphSplitter.Segment],
    from offset: Int
  ) {
    if segments.count == 1 {
      for run in unitRuns { append(run, span: segments[0].span) }
      return
    }
    var byte = offset
    for run in unitRuns { appendSplit(run, segments: segments, byte: &byte) }
  }

  /// Adds a space, given at an em of one point.
  mutating func addSpace(_ unitRuns: [GlyphRun], span: Int) {
    for run in unitRuns { append(run, span: span) }
    if let last = runs.indices.last {
      spaces.append((last, runs[last].run.glyphs.count - 1))
    }
  }

  /// Widens the spaces so far evenly until the line is as wide as the measure; a line that is wide
  /// enough, or has no space, stays as it is.
  mutating func stretchSpaces(to measure: Length) {
    guard x < measure, !spaces.isEmpty else { return }
    let share = (measure - x) / Double(spaces.count)
    var next = 0
    for run in runs.indices {
      runs[run].x += share * Double(next)
      while next < spaces.count, spaces[next].run == run {
        runs[run].run.glyphs[spaces[next].glyph].advance += share
        next += 1
      }
    }
    x = measure
  }

  /// Cuts a run where the span changes: a cluster goes to the span of its first byte.
  private mutating func appendSplit(
    _ run: GlyphRun,
    segments: [ParagraphSplitter.Segment],
    byte: inout Int
  ) {
    var glyph = 0
    var index = run.text.utf8.startIndex
    for cluster in run.clusters {
      let end = run.text.utf8.index(index, offsetBy: cluster.bytes)
      let part = GlyphRun(
        font: run.font,
        size: run.size,
        glyphs: Array(run.glyphs[glyph..<glyph + cluster.glyphs]),
        text: String(run.text[index..<end]),
        clusters: [cluster]
      )
      append(part, span: Self.span(at: byte, in: segments))
      byte += cluster.bytes
      glyph += cluster.glyphs
      index = end
    }
  }

  private static func span(at byte: Int, in segments: [ParagraphSplitter.Segment]) -> Int {
    var end = 0
    for segment in segments {
      end += segment.bytes
      if byte < end { return segment.span }
    }
    return segments[segments.count - 1].span
  }

  private mutating func append(_ unit: GlyphRun, span: Int) {
    let style = text.spans[span].style
    let tag = text.spans[span].tag
    if spans.last != span { spans.append(span) }
    if let last = runs.last, last.run.font == unit.font, last.run.size == style.size,
      last.tag == tag, last.colour == style.colour, last.rise == style.rise
    {
      // Grown in place below.
    } else {
      runs.append(
        PlacedRun(
          run: GlyphRun(font: unit.font, size: style.size, glyphs: [], text: "", clusters: []),
          x: x,
          rise: style.rise,
          colour: style.colour,
          tag: tag
        )
      )
    }
    let place = runs.count - 1
    let size = style.size.points
    runs[place].run.text += unit.text
    runs[place].run.clusters += unit.clusters
    runs[place].run.glyphs += unit.glyphs.lazy.map { glyph in
      Glyph(
        id: glyph.id, advance: glyph.advance * size,
        offset: Point(x: glyph.offset.x * size, y: glyph.offset.y * size))
    }
    for glyph in unit.glyphs { x += glyph.advance * size }
  }
}
