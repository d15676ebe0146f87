import Drawing

/// Places the glyphs of a line.
struct LineBuilder<Shaper: TextShaper> {
  let paragraph: ShapedParagraph
  let shaper: Shaper

  func line(
    from start: ShapedParagraph.Start,
    to end: ShapedParagraph.Place,
    measure: Length,
    alignment: ParagraphOptions.Alignment
  ) throws(TypesettingError) -> TextLine {
    var pen = LinePen(text: paragraph.text)
    for index in start.item..<max(end.inkEnd, start.item) {
      switch paragraph.items[index] {
      case .word(let word, let segments):
        let startBreak = index == start.item ? start.wordBreak : nil
        try add(word, segments, from: startBreak, to: nil, with: &pen)
      case .space(let runs, let span):
        pen.addSpace(runs, span: span)
      case .forcedBreak: break
      }
    }
    if let wordBreak = end.wordBreak,
      case .word(let word, let segments) = paragraph.items[end.inkEnd]
    {
      let startBreak = end.inkEnd == start.item ? start.wordBreak : nil
      try add(word, segments, from: startBreak, to: wordBreak, with: &pen)
    }
    if alignment == .justified { pen.stretchSpaces(to: measure) }
    let width = pen.x
    for index in max(end.inkEnd, start.item)..<max(end.spacesEnd, end.inkEnd, start.item) {
      if case .space(let runs, let span) = paragraph.items[index] {
        pen.addSpace(runs, span: span)
      }
    }
    let extents = try extents(of: pen, at: start)
    return TextLine(
      runs: pen.placedRuns(movedBy: Self.shift(alignment, unused: measure - width)),
      width: width,
      ascent: extents.ascent,
      descent: extents.descent,
      endsInHyphen: end.candidate.isHyphen
    )
  }

  private static func shift(_ alignment: ParagraphOptions.Alignment, unused: Length) -> Length {
    switch alignment {
    case .left, .justified: 0
    case .centre: max(unused / 2, 0)
    case .right: max(unused, 0)
    }
  }

  /// Adds a word, or the part of it between two of its breaks.
  private func add(
    _ word: ShapedWord,
    _ segments: [ParagraphSplitter.Segment],
    from start: Int?,
    to end: Int?,
    with pen: inout LinePen
  ) throws(TypesettingError) {
    guard start != nil || end != nil, let first = segments.first else {
      pen.add(word.runs, segments: segments, from: 0)
      return
    }
    let from = start.map { word.breaks[$0].offset } ?? 0
    let to = end.map { word.breaks[$0].offset } ?? word.text.utf8.count
    let utf8 = word.text.utf8
    let text = String(
      word.text[
        utf8.index(utf8.startIndex, offsetBy: from)..<utf8.index(utf8.startIndex, offsetBy: to)
      ]
    )
    let runs = try shaper.piece(
      text,
      style: paragraph.styles[first.span],
      endsInHyphen: end.map { word.breaks[$0].insertsHyphen } ?? false
    )
    pen.add(runs, segments: segments, from: from)
  }

  /// The largest extents of the looks on the line; those of the text around it if it is empty.
  private func extents(
    of pen: LinePen,
    at start: ShapedParagraph.Start
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    var spans = pen.spans
    if spans.isEmpty { spans = [spanOfEmptyLine(at: start)].compactMap { $0 } }
    var result: (ascent: Length, descent: Length)?
    for span in spans {
      let style = paragraph.text.spans[span].style
      let own = try shaper.extents(of: paragraph.styles[span])
      let ascent = own.ascent * style.size.points + style.rise
      let descent = own.descent * style.size.points - style.rise
      result = (max(result?.ascent ?? ascent, ascent), max(result?.descent ?? descent, descent))
    }
    return result ?? (0, 0)
  }

  private func spanOfEmptyLine(at start: ShapedParagraph.Start) -> Int? {
    if paragraph.items.indices.contains(start.item),
      case .forcedBreak(let span) = paragraph.items[start.item]
    {
      return span
    }
    return paragraph.text.spans.indices.last
  }
}
