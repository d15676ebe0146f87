import Drawing

/// A paragraph in glyphs, cut into stretches at its forced breaks.
///
/// One is used for text after text, so that its arrays grow once.
struct ShapedParagraph {
  /// Text between two forced breaks.
  struct Stretch {
    /// Its items.
    var items: Range<Int>
    /// The first item behind its last ink.
    var inkEnd: Int
    /// Its width as one line, without the spaces at its end; points.
    var width: Double
  }

  private(set) var text = StyledText([], language: "")
  /// The text of all spans, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The look of each span.
  private(set) var looks: [ShapingLook] = []
  /// The glyphs of each item; nil for forced breaks.
  private(set) var glyphs: [ShapedText?] = []
  private(set) var stretches: [Stretch] = []
  private var cutter = ParagraphCutter()

  /// Words, spaces and forced breaks.
  var items: [ParagraphCutter.Item] { cutter.items }

  /// Takes up a text instead of the one before.
  ///
  /// - Parameter hasForcedBreaks: whether forced breaks are breaks; else they are spaces.
  mutating func shape(
    _ text: StyledText, with shaper: some TextShaper, hasForcedBreaks: Bool
  ) throws(TypesettingError) {
    self.text = text
    bytes.removeAll(keepingCapacity: true)
    looks.removeAll(keepingCapacity: true)
    for index in text.spans.indices {
      bytes.append(contentsOf: text.spans[index].text.utf8)
      looks.append(try shaper.look(of: text.spans[index].style, language: text.language))
    }
    let bytes = bytes
    cutter.cut(text, bytes: bytes.span, hasForcedBreaks: hasForcedBreaks)
    try shapeWords(with: shaper)
    try shapeSpaces(with: shaper)
    measureStretches()
  }

  /// The span of a word's byte, given by its place in the shown word.
  func span(of word: Int, at byte: Int) -> Int {
    var (end, span) = (0, items[word].span)
    for index in items[word].segments {
      end += cutter.segments[index].bytes
      span = cutter.segments[index].span
      if byte < end { break }
    }
    return span
  }

  /// The width of an item, in points.
  func width(of item: Int) -> Double {
    guard let glyphs = glyphs[item] else { return 0 }
    return glyphs.width.points * text.spans[items[item].span].style.size.points
  }

  /// How far the look of a span reaches above and below the line's baseline.
  func extents(of span: Int) -> (ascent: Length, descent: Length) {
    let (size, rise) = (text.spans[span].style.size.points, text.spans[span].style.rise)
    return (looks[span].ascent * size + rise, looks[span].descent * size - rise)
  }

  /// The mean width of the spaces of a stretch, in points.
  func meanSpace(of stretch: Stretch) -> Double {
    var (total, count) = (0.0, 0)
    for item in stretch.items.lowerBound..<stretch.inkEnd where items[item].kind == .space {
      total += width(of: item)
      count += 1
    }
    return count > 0 ? total / Double(count) : 0
  }

  /// Puts the tag of the span that holds a missing character into an error of a word.
  func tagged(_ error: TypesettingError, word: Int) -> TypesettingError {
    guard case .missingGlyph(let scalar, let families, _) = error else { return error }
    for index in items[word].segments {
      let span = cutter.segments[index].span
      guard text.spans[span].text.unicodeScalars.contains(scalar) else { continue }
      return .missingGlyph(scalar, families: families, tag: text.spans[span].tag)
    }
    return .missingGlyph(scalar, families: families, tag: 0)
  }

  // MARK: Shaping

  private mutating func shapeWords(with shaper: some TextShaper) throws(TypesettingError) {
    glyphs.removeAll(keepingCapacity: true)
    for index in items.indices {
      guard items[index].kind == .word else {
        glyphs.append(nil)
        continue
      }
      do throws(TypesettingError) {
        let word = try shaper.word(
          bytes.span.extracting(items[index].bytes), look: looks[items[index].span])
        glyphs.append(word)
      } catch {
        throw tagged(error, word: index)
      }
    }
  }

  /// Spaces come second: they are kerned with the words around them.
  private mutating func shapeSpaces(with shaper: some TextShaper) throws(TypesettingError) {
    let bytes = bytes
    for index in items.indices where items[index].kind == .space {
      let span = items[index].span
      let left = neighbour(index - 1, ofSpaceIn: span, atEnd: true)
      let right = neighbour(index + 1, ofSpaceIn: span, atEnd: false)
      let space = bytes.span.extracting(items[index].bytes)
      let shaped: ShapedText
      if space.count == 1, space[0] == 0x20 {
        shaped = try shaper.space(space, after: left, before: right, look: looks[span])
      } else {
        let plain = Self.plainSpaces(space)
        shaped = try shaper.space(plain.span, after: left, before: right, look: looks[span])
      }
      glyphs[index] = shaped
    }
  }

  /// The word beside a space, if it has the space's look.
  private func neighbour(_ index: Int, ofSpaceIn span: Int, atEnd: Bool) -> ShapedText? {
    guard items.indices.contains(index), items[index].kind == .word else { return nil }
    let own =
      atEnd ? cutter.segments[items[index].segments.upperBound - 1].span : items[index].span
    guard
      own == span
        || ParagraphCutter.shapeAlike(text.spans[own].style, text.spans[span].style)
    else { return nil }
    return glyphs[index]
  }

  /// Spaces of any kind as U+0020, but for U+00A0, which stays.
  private static func plainSpaces(_ text: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < text.count {
      if text[place] == 0xC2, text[place + 1] == 0xA0 {
        result += [0xC2, 0xA0]
      } else {
        result.append(0x20)
      }
      place += text[place] < 0x80 ? 1 : text[place] == 0xC2 ? 2 : 3
    }
    return result
  }

  private mutating func measureStretches() {
    stretches.removeAll(keepingCapacity: true)
    var start = 0
    var (pen, ink, inkEnd) = (0.0, 0.0, 0)
    for index in items.indices {
      switch items[index].kind {
      case .forcedBreak:
        stretches.append(Stretch(items: start..<index, inkEnd: inkEnd, width: ink))
        start = index + 1
        (pen, ink, inkEnd) = (0, 0, start)
      case .space: pen += width(of: index)
      case .word:
        pen += width(of: index)
        (ink, inkEnd) = (pen, index + 1)
      }
    }
    stretches.append(Stretch(items: start..<items.count, inkEnd: inkEnd, width: ink))
  }
}
