import Drawing

/// Places the glyphs of a line.
struct LineBuilder<Shaper: TextShaper> {
  let paragraph: ShapedParagraph
  let shaper: Shaper

  /// Sets a stretch of text into one line.
  func line(
    of stretch: ShapedParagraph.Stretch, measure: Length, alignment: ParagraphOptions.Alignment
  ) throws(TypesettingError) -> TextLine {
    let end = stretch.items.upperBound
    return try line(
      from: BreakPlaces.Start(item: stretch.items.lowerBound),
      to: BreakPlaces.Place(
        inkEnd: stretch.inkEnd, spacesEnd: end, next: BreakPlaces.Start(item: end)),
      measure: measure, alignment: alignment)
  }

  /// Sets a line between two places.
  func line(
    from start: BreakPlaces.Start, to end: BreakPlaces.Place, measure: Length,
    alignment: ParagraphOptions.Alignment
  ) throws(TypesettingError) -> TextLine {
    var pen = LinePen(text: paragraph.text, expected: size(from: start, to: end))
    for index in start.item..<max(end.inkEnd, start.item) {
      guard let glyphs = paragraph.glyphs[index] else { continue }
      if paragraph.items[index].kind == .space {
        pen.addSpace(glyphs, span: paragraph.items[index].span)
      } else if index == start.item, start.offset > 0 {
        try addPart(of: index, from: start.offset, to: nil, hyphen: false, with: &pen)
      } else {
        pen.add(glyphs, segments: paragraph.segments[paragraph.items[index].segments])
      }
    }
    if end.offset > 0 {
      let from = end.inkEnd == start.item ? start.offset : 0
      try addPart(
        of: end.inkEnd, from: from, to: end.offset, hyphen: end.insertsHyphen, with: &pen)
    }
    if alignment == .justified { pen.stretchSpaces(to: measure) }
    let width = pen.x
    for index in max(end.inkEnd, start.item)..<max(end.spacesEnd, end.inkEnd, start.item) {
      if let glyphs = paragraph.glyphs[index], paragraph.items[index].kind == .space {
        pen.addSpace(glyphs, span: paragraph.items[index].span)
      }
    }
    let extents = extents(of: pen.spans, at: start)
    return TextLine(
      runs: pen.placedRuns(movedBy: Self.shift(alignment, unused: measure - width)),
      width: width, ascent: extents.ascent, descent: extents.descent,
      endsInHyphen: end.insertsHyphen)
  }

  /// About how many bytes and glyphs a line has.
  private func size(
    from start: BreakPlaces.Start, to end: BreakPlaces.Place
  ) -> (bytes: Int, glyphs: Int) {
    var result = (bytes: 0, glyphs: 0)
    for index in start.item..<max(end.spacesEnd, start.item) {
      result.bytes += paragraph.glyphs[index]?.text.count ?? 0
      result.glyphs += paragraph.glyphs[index]?.glyphs.count ?? 0
    }
    result.bytes += end.offset > 0 ? end.offset + 2 : 0
    result.glyphs += end.offset > 0 ? end.offset + 1 : 0
    return result
  }

  private static func shift(_ alignment: ParagraphOptions.Alignment, unused: Length) -> Length {
    switch alignment {
    case .left, .justified: 0
    case .centre: max(unused / 2, 0)
    case .right: max(unused, 0)
    }
  }

  /// Adds the part of a word between two of its breaks, shaped for itself.
  private func addPart(
    of item: Int, from start: Int, to end: Int?, hyphen: Bool, with pen: inout LinePen
  ) throws(TypesettingError) {
    guard let word = paragraph.glyphs[item] else { return }
    let text = word.text
    let piece = try shaper.piece(
      text.span.extracting(start..<(end ?? text.count)),
      look: paragraph.looks[paragraph.items[item].span], endsInHyphen: hyphen)
    pen.add(piece, segments: paragraph.segments[paragraph.items[item].segments], from: start)
  }

  /// The largest extents of the looks on the line; those of the text around it if it is empty.
  private func extents(
    of spans: [Int], at start: BreakPlaces.Start
  ) -> (ascent: Length, descent: Length) {
    var result: (ascent: Length, descent: Length)?
    for span in spans.isEmpty ? [spanOfEmptyLine(at: start)].compactMap({ $0 }) : spans {
      let style = paragraph.text.spans[span].style
      let look = paragraph.looks[span]
      let ascent = look.ascent * style.size.points + style.rise
      let descent = look.descent * style.size.points - style.rise
      result = (max(result?.ascent ?? ascent, ascent), max(result?.descent ?? descent, descent))
    }
    return result ?? (0, 0)
  }

  private func spanOfEmptyLine(at start: BreakPlaces.Start) -> Int? {
    if paragraph.items.indices.contains(start.item),
      paragraph.items[start.item].kind == .forcedBreak
    {
      return paragraph.items[start.item].span
    }
    return paragraph.text.spans.indices.last
  }
}
