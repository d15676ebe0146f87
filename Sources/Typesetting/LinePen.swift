import Drawing

/// Gathers glyphs from left to right into runs of one font, size, tag and ink.
struct LinePen {
  /// The text whose spans are drawn.
  let text: StyledText
  /// Where the next glyph goes.
  private(set) var x: Length = 0
  /// The spans that have glyphs on the line, in order.
  private(set) var spans: [Int] = []

  private var runs: [OpenRun] = []
  /// The last glyph of each space, by run and position in it.
  private var spaces: [(run: Int, glyph: Int)] = []
  /// About how much is still to come.
  private var expected: (bytes: Int, glyphs: Int)

  /// A run that still grows.
  private struct OpenRun {
    var font: FontID
    var span: Int
    var x: Length
    var text: [UInt8] = []
    var clusters: [GlyphCluster] = []
    var glyphs: [Glyph] = []

    /// Adds glyphs at an em of so many points, and tells where the next one goes.
    mutating func append(
      _ part: Part, of shaped: ShapedText, size: Double, at start: Length
    ) -> Length {
      var x = start
      text.append(contentsOf: shaped.text[part.bytes])
      clusters.append(contentsOf: shaped.clusters[part.clusters])
      for index in part.glyphs {
        let glyph = shaped.glyphs[index]
        let advance = glyph.advance * size
        glyphs.append(
          Glyph(
            id: glyph.id, advance: advance,
            offset: Point(x: glyph.offset.x * size, y: glyph.offset.y * size)))
        x += advance
      }
      return x
    }
  }

  /// A part of shaped text.
  private struct Part {
    var bytes: Range<Int>
    var clusters: Range<Int>
    var glyphs: Range<Int>
  }

  /// Creates a pen.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - expected: about how many bytes and glyphs will be drawn.
  init(text: StyledText, expected: (bytes: Int, glyphs: Int)) {
    self.text = text
    self.expected = expected
  }

  /// Ends the line: its runs, moved to the right.
  consuming func placedRuns(movedBy shift: Length) -> [PlacedRun] {
    runs.map { run in
      let style = text.spans[run.span].style
      return PlacedRun(
        run: GlyphRun(
          font: run.font, size: style.size, glyphs: run.glyphs,
          text: String(decoding: run.text, as: UTF8.self), clusters: run.clusters),
        x: shift == .zero ? run.x : run.x + shift, rise: style.rise, colour: style.colour,
        tag: text.spans[run.span].tag)
    }
  }

  /// Adds a word, given at an em of one point.
  ///
  /// - Parameters:
  ///   - word: the glyphs.
  ///   - segments: which bytes of the whole word are whose span's.
  ///   - offset: the number of bytes of the whole word before these.
  mutating func add(
    _ word: ShapedText, segments: ArraySlice<ParagraphCutter.Segment>, from offset: Int = 0
  ) {
    guard let first = segments.first else { return }
    if segments.count == 1 {
      add(word, span: first.span)
    } else {
      addSplit(word, segments: segments, from: offset)
    }
  }

  /// Adds a space, given at an em of one point.
  mutating func addSpace(_ space: ShapedText, span: Int) {
    add(space, span: span)
    if let last = runs.indices.last { spaces.append((last, runs[last].glyphs.count - 1)) }
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
        runs[run].glyphs[spaces[next].glyph].advance += share
        next += 1
      }
    }
    x = measure
  }

  private mutating func add(_ shaped: ShapedText, span: Int) {
    var part = Part(bytes: 0..<0, clusters: 0..<0, glyphs: 0..<0)
    for index in shaped.runs.indices {
      let run = shaped.runs[index]
      part.bytes = part.bytes.upperBound..<part.bytes.upperBound + run.bytes
      part.clusters = part.clusters.upperBound..<part.clusters.upperBound + run.clusters
      part.glyphs = part.glyphs.upperBound..<part.glyphs.upperBound + run.glyphs
      append(part, of: shaped, font: run.font, span: span)
    }
  }

  /// Cuts a word where the span changes: a cluster goes to the span of its first byte.
  private mutating func addSplit(
    _ word: ShapedText, segments: ArraySlice<ParagraphCutter.Segment>, from offset: Int
  ) {
    var (byte, glyph, cluster) = (0, 0, 0)
    for run in word.runs {
      for index in cluster..<cluster + run.clusters {
        let own = word.clusters[index]
        let part = Part(
          bytes: byte..<byte + own.bytes, clusters: index..<index + 1,
          glyphs: glyph..<glyph + own.glyphs)
        append(
          part, of: word, font: run.font, span: Self.span(at: offset + byte, in: segments))
        byte += own.bytes
        glyph += own.glyphs
      }
      cluster += run.clusters
    }
  }

  private static func span(at byte: Int, in segments: ArraySlice<ParagraphCutter.Segment>) -> Int {
    var (end, span) = (0, 0)
    for segment in segments {
      end += segment.bytes
      span = segment.span
      if byte < end { break }
    }
    return span
  }

  private mutating func append(_ part: Part, of shaped: ShapedText, font: FontID, span: Int) {
    if spans.last != span { spans.append(span) }
    if runs.isEmpty || !looksAlike(runs[runs.count - 1], font: font, span: span) {
      var run = OpenRun(font: font, span: span, x: x)
      run.text.reserveCapacity(max(expected.bytes, part.bytes.count))
      run.clusters.reserveCapacity(max(expected.glyphs, part.clusters.count))
      run.glyphs.reserveCapacity(max(expected.glyphs, part.glyphs.count))
      runs.append(run)
    }
    expected.bytes -= part.bytes.count
    expected.glyphs -= part.glyphs.count
    x = runs[runs.count - 1].append(
      part, of: shaped, size: text.spans[span].style.size.points, at: x)
  }

  private func looksAlike(_ run: OpenRun, font: FontID, span: Int) -> Bool {
    guard run.font == font else { return false }
    if run.span == span { return true }
    let (own, other) = (text.spans[run.span], text.spans[span])
    return own.tag == other.tag && own.style.size == other.style.size
      && own.style.colour == other.style.colour && own.style.rise == other.style.rise
  }
}
