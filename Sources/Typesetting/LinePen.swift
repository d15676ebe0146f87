import Drawing

/// Gathers glyphs from left to right into runs of one font, size, tag and ink.
///
/// A pen is used for line after line: what it gathers are parts of shaped text, which are written out as
/// glyphs once the line is known, into arrays of just their size.
struct LinePen {
  /// Where the next glyph goes.
  private(set) var x: Length = 0
  /// The spans that have glyphs on the line, in order.
  private(set) var spans: [Int] = []

  private var parts: [Part] = []
  private var runs: [Run] = []
  /// The last glyph of each space, by run and position in it.
  private var spaces: [(run: Int, glyph: Int)] = []
  /// How far each of the spaces before `stretched` is widened.
  private var share: Length = 0
  private var stretched = 0

  /// A part of shaped text.
  private struct Part {
    var shaped: ShapedText
    var bytes: Range<Int>
    var clusters: Range<Int>
    var glyphs: Range<Int>
    /// The size of the em, in points.
    var size: Double
  }

  /// Parts in a row that look alike.
  private struct Run {
    var font: FontID
    var span: Int
    var x: Length
    var parts: Range<Int>
    var bytes = 0
    var clusters = 0
    var glyphs = 0
  }

  /// Begins a line.
  mutating func begin() {
    x = 0
    spans.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    spaces.removeAll(keepingCapacity: true)
    (share, stretched) = (0, 0)
  }

  // MARK: Gathering

  /// Adds a word of a paragraph, or a part of it, given at an em of one point.
  ///
  /// - Parameters:
  ///   - word: the glyphs.
  ///   - item: which word of the paragraph it is.
  ///   - paragraph: the paragraph.
  ///   - offset: the number of bytes of the whole word before these glyphs.
  mutating func add(
    _ word: ShapedText, of item: Int, in paragraph: borrowing ShapedParagraph,
    from offset: Int = 0
  ) {
    if paragraph.items[item].segments.count <= 1 {
      add(word, span: paragraph.items[item].span, of: paragraph.text)
    } else {
      addSplit(word, of: item, in: paragraph, from: offset)
    }
  }

  /// Adds a space, given at an em of one point.
  mutating func addSpace(_ space: ShapedText, span: Int, of text: borrowing StyledText) {
    add(space, span: span, of: text)
    if !runs.isEmpty { spaces.append((runs.count - 1, runs[runs.count - 1].glyphs - 1)) }
  }

  /// Widens the spaces so far evenly until the line is as wide as the measure; a line that is wide
  /// enough, or has no space, stays as it is.
  mutating func stretchSpaces(to measure: Length) {
    guard x < measure, !spaces.isEmpty else { return }
    share = (measure - x) / Double(spaces.count)
    stretched = spaces.count
    var next = 0
    for run in runs.indices {
      runs[run].x += share * Double(next)
      while next < spaces.count, spaces[next].run == run { next += 1 }
    }
    x = measure
  }

  private mutating func add(_ shaped: ShapedText, span: Int, of text: borrowing StyledText) {
    var (bytes, clusters, glyphs) = (0, 0, 0)
    for index in shaped.runs.indices {
      let run = shaped.runs[index]
      let part = Part(
        shaped: shaped, bytes: bytes..<bytes + run.bytes,
        clusters: clusters..<clusters + run.clusters, glyphs: glyphs..<glyphs + run.glyphs,
        size: text.spans[span].style.size.points)
      append(part, font: run.font, span: span, of: text)
      bytes += run.bytes
      clusters += run.clusters
      glyphs += run.glyphs
    }
  }

  /// Cuts a word where the span changes: a cluster goes to the span of its first byte.
  private mutating func addSplit(
    _ word: ShapedText, of item: Int, in paragraph: borrowing ShapedParagraph, from offset: Int
  ) {
    var (byte, glyph, cluster) = (0, 0, 0)
    for run in word.runs {
      for index in cluster..<cluster + run.clusters {
        let own = word.clusters[index]
        let span = paragraph.span(of: item, at: offset + byte)
        let part = Part(
          shaped: word, bytes: byte..<byte + own.bytes, clusters: index..<index + 1,
          glyphs: glyph..<glyph + own.glyphs,
          size: paragraph.text.spans[span].style.size.points)
        append(part, font: run.font, span: span, of: paragraph.text)
        byte += own.bytes
        glyph += own.glyphs
      }
      cluster += run.clusters
    }
  }

  private mutating func append(
    _ part: consuming Part, font: FontID, span: Int, of text: borrowing StyledText
  ) {
    if spans.last != span { spans.append(span) }
    if runs.isEmpty || !Self.looksAlike(runs[runs.count - 1], font: font, span: span, of: text) {
      runs.append(Run(font: font, span: span, x: x, parts: parts.count..<parts.count))
    }
    for index in part.glyphs { x += part.shaped.glyphs[index].advance * part.size }
    let run = runs.count - 1
    runs[run].parts = runs[run].parts.lowerBound..<parts.count + 1
    runs[run].bytes += part.bytes.count
    runs[run].clusters += part.clusters.count
    runs[run].glyphs += part.glyphs.count
    parts.append(part)
  }

  private static func looksAlike(
    _ run: Run, font: FontID, span: Int, of text: borrowing StyledText
  ) -> Bool {
    guard run.font == font else { return false }
    if run.span == span { return true }
    return text.spans[run.span].tag == text.spans[span].tag
      && text.spans[run.span].style.size == text.spans[span].style.size
      && text.spans[run.span].style.colour == text.spans[span].style.colour
      && text.spans[run.span].style.rise == text.spans[span].style.rise
  }

  // MARK: Writing out

  /// The runs of the line, moved to the right.
  func placedRuns(of text: borrowing StyledText, movedBy shift: Length) -> [PlacedRun] {
    var result: [PlacedRun] = []
    result.reserveCapacity(runs.count)
    var space = 0
    for index in runs.indices {
      let run = runs[index]
      var glyphs = glyphs(of: run)
      while space < stretched, spaces[space].run == index {
        glyphs[spaces[space].glyph].advance += share
        space += 1
      }
      result.append(
        PlacedRun(
          run: GlyphRun(
            font: run.font, size: text.spans[run.span].style.size, glyphs: glyphs,
            text: String(decoding: bytes(of: run), as: UTF8.self), clusters: clusters(of: run)),
          x: shift == .zero ? run.x : run.x + shift, rise: text.spans[run.span].style.rise,
          colour: text.spans[run.span].style.colour, tag: text.spans[run.span].tag))
    }
    return result
  }

  private func glyphs(of run: Run) -> [Glyph] {
    [Glyph](capacity: run.glyphs) { result in
      for part in run.parts {
        let size = parts[part].size
        for index in parts[part].glyphs {
          let glyph = parts[part].shaped.glyphs[index]
          result.append(
            Glyph(
              id: glyph.id, advance: glyph.advance * size,
              offset: Point(x: glyph.offset.x * size, y: glyph.offset.y * size)))
        }
      }
    }
  }

  private func clusters(of run: Run) -> [GlyphCluster] {
    [GlyphCluster](capacity: run.clusters) { result in
      for part in run.parts {
        for index in parts[part].clusters { result.append(parts[part].shaped.clusters[index]) }
      }
    }
  }

  private func bytes(of run: Run) -> [UInt8] {
    [UInt8](capacity: run.bytes) { result in
      for part in run.parts {
        for index in parts[part].bytes { result.append(parts[part].shaped.text[index]) }
      }
    }
  }
}
