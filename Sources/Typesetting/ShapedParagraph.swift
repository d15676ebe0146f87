import Drawing

/// A paragraph in glyphs, cut into stretches at its forced breaks.
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

  let text: StyledText
  /// The text of all spans, in UTF-8.
  let bytes: [UInt8]
  /// The look of each span.
  let looks: [ShapingLook]
  /// Words, spaces and forced breaks.
  let items: [ParagraphCutter.Item]
  /// Which bytes of which word are whose span's.
  let segments: [ParagraphCutter.Segment]
  /// The glyphs of each item; nil for forced breaks.
  private(set) var glyphs: [ShapedText?] = []
  private(set) var stretches: [Stretch] = []

  /// Shapes a paragraph.
  ///
  /// - Parameter hasForcedBreaks: whether forced breaks are breaks; else they are spaces.
  init(
    _ text: StyledText, shaper: some TextShaper, hasForcedBreaks: Bool
  ) throws(TypesettingError) {
    self.text = text
    let bytes = Self.bytes(of: text)
    var looks: [ShapingLook] = []
    looks.reserveCapacity(text.spans.count)
    for index in text.spans.indices {
      looks.append(try shaper.look(of: text.spans[index].style, language: text.language))
    }
    self.looks = looks
    self.bytes = bytes
    let cutter = ParagraphCutter(text, bytes: bytes.span, hasForcedBreaks: hasForcedBreaks)
    items = cutter.items
    segments = cutter.segments
    try shapeWords(with: shaper)
    try shapeSpaces(with: shaper)
    measureStretches()
  }

  /// The width of an item, in points.
  func width(of item: Int) -> Double {
    guard let glyphs = glyphs[item] else { return 0 }
    return glyphs.width.points * text.spans[items[item].span].style.size.points
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
    let span = segments[items[word].segments].first {
      text.spans[$0.span].text.unicodeScalars.contains(scalar)
    }
    return .missingGlyph(
      scalar, families: families, tag: span.map { text.spans[$0.span].tag } ?? 0)
  }

  private static func bytes(of text: StyledText) -> [UInt8] {
    var count = 0
    for index in text.spans.indices { count += text.spans[index].text.utf8.count }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in text.spans.indices { bytes.append(contentsOf: text.spans[index].text.utf8) }
    return bytes
  }

  // MARK: Shaping

  private mutating func shapeWords(with shaper: some TextShaper) throws(TypesettingError) {
    glyphs.reserveCapacity(items.count)
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
    let own = atEnd ? segments[items[index].segments.upperBound - 1].span : items[index].span
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
