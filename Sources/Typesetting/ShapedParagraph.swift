import Drawing

/// A paragraph in glyphs, with every place where a line may end.
struct ShapedParagraph {
  /// A word or space in glyphs, or a forced break.
  enum Item {
    case word(ShapedWord, segments: [ParagraphSplitter.Segment])
    case space([GlyphRun], span: Int)
    case forcedBreak(span: Int)
  }

  /// Where a line begins: at an item, or inside that item behind one of its breaks.
  struct Start {
    var item: Int
    var wordBreak: Int?
  }

  /// Where a line may end.
  struct Place {
    /// The widths of the break.
    var candidate: LineBreaker.Candidate
    /// The first item that is not on the line as a whole.
    var inkEnd: Int
    /// The break of item `inkEnd` at which the line ends; nil if it ends before that item.
    var wordBreak: Int?
    /// The first item behind the spaces at the line's end.
    var spacesEnd: Int
    /// Where the next line begins.
    var next: Start
  }

  /// Text between two forced breaks.
  struct Stretch {
    /// Where its first line begins.
    var start: Start
    /// The places where a line may end; the last is the end of the stretch.
    var places: [Place]
  }

  let text: StyledText
  let styles: [ShapingStyle]
  private(set) var items: [Item] = []
  private(set) var stretches: [Stretch] = []

  init(
    _ text: StyledText,
    shaper: some TextShaper,
    isHyphenated: Bool
  ) throws(TypesettingError) {
    self.text = text
    styles = text.spans.map { ShapingStyle($0.style, language: text.language) }
    let opportunities = try shaper.breakOpportunities(in: text.text, language: text.language)
    let splitter = ParagraphSplitter(text, opportunities: opportunities)
    try shape(splitter.items, shaper: shaper, isHyphenated: isHyphenated)
    collectPlaces(splitter.mayBreakBehind)
  }

  /// The mean width of the spaces of a stretch, in points.
  func meanSpace(of stretch: Stretch) -> Double {
    var (total, count) = (0.0, 0)
    for item in items[stretch.start.item..<(stretch.places.last?.inkEnd ?? stretch.start.item)] {
      if case .space = item {
        total += width(of: item)
        count += 1
      }
    }
    return count > 0 ? total / Double(count) : 0
  }

  // MARK: Shaping

  private mutating func shape(
    _ drafts: [ParagraphSplitter.Item],
    shaper: some TextShaper,
    isHyphenated: Bool
  ) throws(TypesettingError) {
    items.reserveCapacity(drafts.count)
    for draft in drafts {
      switch draft {
      case .word(let word, let segments, let isWhole):
        let style = styles[segments[0].span]
        do throws(TypesettingError) {
          let shaped = try shaper.word(word, style: style, isHyphenated: isHyphenated && isWhole)
          items.append(.word(shaped, segments: segments))
        } catch {
          throw tagged(error, segments: segments)
        }
      case .space(_, let span): items.append(.space([], span: span))
      case .forcedBreak(let span): items.append(.forcedBreak(span: span))
      }
    }
    // Spaces come second: they are kerned with the words around them.
    for (index, draft) in drafts.enumerated() {
      guard case .space(let spaces, let span) = draft else { continue }
      let left = character(at: index - 1, lookOf: span, atEnd: true)
      let right = character(at: index + 1, lookOf: span, atEnd: false)
      items[index] = .space(
        try shaper.space(spaces, after: left, before: right, style: styles[span]),
        span: span
      )
    }
  }

  private func character(at index: Int, lookOf span: Int, atEnd: Bool) -> Character? {
    guard items.indices.contains(index), case .word(let word, let segments) = items[index],
      let neighbour = (atEnd ? segments.last : segments.first)?.span,
      neighbour == span
        || ParagraphSplitter.shapeAlike(text.spans[neighbour].style, text.spans[span].style)
    else { return nil }
    return atEnd ? word.text.last : word.text.first
  }

  /// Puts the tag of the span that holds a missing character into the error.
  private func tagged(
    _ error: TypesettingError,
    segments: [ParagraphSplitter.Segment]
  ) -> TypesettingError {
    guard case .missingGlyph(let scalar, let families, _) = error else { return error }
    let span = segments.first {
      text.spans[$0.span].text.unicodeScalars.contains(scalar)
    }
    return .missingGlyph(
      scalar,
      families: families,
      tag: span.map { text.spans[$0.span].tag } ?? 0
    )
  }

  // MARK: Places

  private func width(of item: Item) -> Double {
    switch item {
    case .word(let word, let segments):
      word.width.points * size(of: segments)
    case .space(let runs, let span):
      runs.reduce(0) { $0 + $1.width.points } * text.spans[span].style.size.points
    case .forcedBreak: 0
    }
  }

  private func size(of segments: [ParagraphSplitter.Segment]) -> Double {
    segments.first.map { text.spans[$0.span].style.size.points } ?? 0
  }

  private mutating func collectPlaces(_ mayBreakBehind: [Bool]) {
    var stretch = Stretch(start: Start(item: 0), places: [])
    // Width and number of spaces so far, and the same up to the last ink.
    var (pen, spaces) = (0.0, 0)
    var (ink, inkSpaces, inkEnd) = (0.0, 0, 0)
    func place(before item: Int, next: Int) -> Place {
      Place(
        candidate: LineBreaker.Candidate(
          end: ink,
          nextStart: pen,
          spacesBefore: inkSpaces,
          spacesBeforeNext: spaces,
          isHyphen: false
        ),
        inkEnd: inkEnd,
        spacesEnd: item,
        next: Start(item: next)
      )
    }
    for (index, item) in items.enumerated() {
      switch item {
      case .forcedBreak:
        stretch.places.append(place(before: index, next: index + 1))
        stretches.append(stretch)
        stretch = Stretch(start: Start(item: index + 1), places: [])
        (pen, spaces) = (0, 0)
        (ink, inkSpaces, inkEnd) = (0, 0, index + 1)
        continue
      case .space:
        pen += width(of: item)
        spaces += 1
      case .word(let word, let segments):
        let size = size(of: segments)
        for (number, wordBreak) in word.breaks.enumerated() {
          stretch.places.append(
            Place(
              candidate: LineBreaker.Candidate(
                end: pen + wordBreak.widthBefore.points * size,
                nextStart: pen + (word.width - wordBreak.widthBehind).points * size,
                spacesBefore: spaces,
                spacesBeforeNext: spaces,
                isHyphen: wordBreak.insertsHyphen
              ),
              inkEnd: index,
              wordBreak: number,
              spacesEnd: index,
              next: Start(item: index, wordBreak: number)
            )
          )
        }
        pen += width(of: item)
        (ink, inkSpaces, inkEnd) = (pen, spaces, index + 1)
      }
      let next = index + 1
      guard next < items.count, mayBreakBehind[index], inkEnd > stretch.start.item else { continue }
      switch items[next] {
      case .word: stretch.places.append(place(before: next, next: next))
      case .space, .forcedBreak: break
      }
    }
    stretch.places.append(place(before: items.count, next: items.count))
    stretches.append(stretch)
  }
}
