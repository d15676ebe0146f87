import Drawing

/// Places the glyphs of lines.
struct LineBuilder {
  private var pen = LinePen()

  /// Sets a stretch of a paragraph into one line.
  mutating func line(
    of stretch: ShapedParagraph.Stretch, in paragraph: borrowing ShapedParagraph,
    shaper: some TextShaper, measure: Length, alignment: ParagraphOptions.Alignment
  ) throws(TypesettingError) -> TextLine {
    let end = stretch.items.upperBound
    let extent = BreakPlaces.Extent(
      start: BreakPlaces.Start(item: stretch.items.lowerBound),
      end: BreakPlaces.Place(
        inkEnd: stretch.inkEnd, spacesEnd: end, next: BreakPlaces.Start(item: end)))
    return try line(
      extent, in: paragraph, shaper: shaper, measure: measure, alignment: alignment)
  }

  /// Sets a line between two places of a paragraph.
  mutating func line(
    _ extent: BreakPlaces.Extent, in paragraph: borrowing ShapedParagraph,
    shaper: some TextShaper, measure: Length, alignment: ParagraphOptions.Alignment
  ) throws(TypesettingError) -> TextLine {
    let (start, end) = (extent.start, extent.end)
    pen.begin()
    for index in start.item..<max(end.inkEnd, start.item) {
      guard let glyphs = paragraph.glyphs[index] else { continue }
      if paragraph.items[index].kind == .space {
        pen.addSpace(glyphs, span: paragraph.items[index].span, of: paragraph.text)
      } else if index == start.item, start.offset > 0 {
        let bytes = start.offset..<glyphs.text.count
        try add(bytes, of: index, in: paragraph, shaper: shaper, endsInHyphen: false)
      } else {
        pen.add(glyphs, of: index, in: paragraph)
      }
    }
    if end.offset > 0 {
      let bytes = (end.inkEnd == start.item ? start.offset : 0)..<end.offset
      try add(
        bytes, of: end.inkEnd, in: paragraph, shaper: shaper, endsInHyphen: end.insertsHyphen)
    }
    if alignment == .justified { pen.stretchSpaces(to: measure) }
    let width = pen.x
    for index in max(end.inkEnd, start.item)..<max(end.spacesEnd, end.inkEnd, start.item) {
      if let glyphs = paragraph.glyphs[index], paragraph.items[index].kind == .space {
        pen.addSpace(glyphs, span: paragraph.items[index].span, of: paragraph.text)
      }
    }
    let extents = extents(at: start, of: paragraph)
    return TextLine(
      runs: pen.placedRuns(
        of: paragraph.text, movedBy: alignment.shift(of: measure - width)),
      width: width, ascent: extents.ascent, descent: extents.descent,
      endsInHyphen: end.insertsHyphen)
  }

  /// Adds the part of a word between two of its breaks, shaped for itself.
  private mutating func add(
    _ bytes: Range<Int>, of item: Int, in paragraph: borrowing ShapedParagraph,
    shaper: some TextShaper, endsInHyphen: Bool
  ) throws(TypesettingError) {
    guard let word = paragraph.glyphs[item] else { return }
    let text = word.text
    let piece = try shaper.piece(
      text.span.extracting(bytes), look: paragraph.looks[paragraph.items[item].span],
      endsInHyphen: endsInHyphen)
    pen.add(piece, of: item, in: paragraph, from: bytes.lowerBound)
  }

  /// The largest extents of the looks on the line; those of the text around it if it is empty.
  private func extents(
    at start: BreakPlaces.Start, of paragraph: borrowing ShapedParagraph
  ) -> (ascent: Length, descent: Length) {
    guard !pen.spans.isEmpty else {
      return Self.spanOfEmptyLine(at: start, of: paragraph)
        .map { paragraph.extents(of: $0) } ?? (0, 0)
    }
    var result = paragraph.extents(of: pen.spans[0])
    for index in 1..<max(pen.spans.count, 1) {
      let own = paragraph.extents(of: pen.spans[index])
      result = (max(result.ascent, own.ascent), max(result.descent, own.descent))
    }
    return result
  }

  private static func spanOfEmptyLine(
    at start: BreakPlaces.Start, of paragraph: borrowing ShapedParagraph
  ) -> Int? {
    if start.item < paragraph.items.count, paragraph.items[start.item].kind == .forcedBreak {
      return paragraph.items[start.item].span
    }
    return paragraph.text.spans.indices.last
  }
}
