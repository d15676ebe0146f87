import Drawing

/// Cuts a paragraph into words, spaces and forced breaks.
struct ParagraphCutter {
  /// A piece of the paragraph.
  struct Item {
    enum Kind {
      /// Text between two spaces or changes of look.
      case word
      /// Spaces of one span.
      case space
      /// A forced line break.
      case forcedBreak
    }

    var kind: Kind
    /// The span; of a word that of its beginning.
    var span: Int
    /// Where it stands in the paragraph, in UTF-8.
    var bytes: Range<Int>
    /// Of a word: which of its bytes are whose span's, in the cutter's segments.
    var segments = 0..<0
    /// Of a word: whether no letter of another look touches its letters.
    var isWhole = true
  }

  /// So many bytes of a word as it is shown belong to a span.
  struct Segment {
    var span: Int
    var bytes: Int
  }

  /// The items in order.
  private(set) var items: [Item] = []
  /// The segments of all words.
  private(set) var segments: [Segment] = []

  /// Where the word begins that is being read, and its first segment; nil between words.
  private var word: (start: Int, segment: Int)?

  /// Cuts a paragraph.
  ///
  /// - Parameters:
  ///   - text: the paragraph.
  ///   - bytes: the text of all its spans, in UTF-8.
  ///   - hasForcedBreaks: whether forced breaks are breaks; else they are spaces.
  mutating func cut(_ text: StyledText, bytes: Span<UInt8>, hasForcedBreaks: Bool) {
    items.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    var place = 0
    for index in text.spans.indices {
      let end = place + text.spans[index].text.utf8.count
      while place < end {
        let step = Step(at: place, in: bytes, upTo: end)
        let next = place + step.bytes
        switch step.kind {
        case .forcedBreak where hasForcedBreaks:
          finishWord(at: place, isWhole: true)
          items.append(Item(kind: .forcedBreak, span: index, bytes: place..<next))
        case .space, .forcedBreak:
          finishWord(at: place, isWhole: true)
          addSpace(place..<next, of: index)
        case .letters, .mark:
          if word != nil, segments[segments.count - 1].span != index {
            changeSpan(at: place, to: index, of: text, bytes: bytes)
          }
          addToWord(from: place, shown: step.kind == .mark ? 0 : step.bytes, of: index)
        }
        place = next
      }
    }
    finishWord(at: place, isWhole: true)
  }

  /// Whether a line ends within a text although it is not full.
  static func hasForcedBreak(in text: Span<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      let step = Step(at: place, in: text, upTo: text.count)
      if step.kind == .forcedBreak { return true }
      place += step.bytes
    }
    return false
  }

  /// Whether two looks may share a word: all that moves glyphs is the same.
  static func shapeAlike(_ left: TextStyle, _ right: TextStyle) -> Bool {
    left.size == right.size && left.weight == right.weight && left.isItalic == right.isItalic
      && left.rise == right.rise && left.tracking == right.tracking
      && left.families == right.families && left.features == right.features
  }

  private mutating func addSpace(_ bytes: Range<Int>, of span: Int) {
    guard let last = items.last else { return }
    switch last.kind {
    case .space where last.span == span:
      items[items.count - 1].bytes = last.bytes.lowerBound..<bytes.upperBound
    case .forcedBreak:
      // A line does not begin with a space.
      break
    case .space, .word:
      items.append(Item(kind: .space, span: span, bytes: bytes))
    }
  }

  /// Ends a word whose glyphs do not go on in the next span.
  private mutating func changeSpan(
    at place: Int, to span: Int, of text: StyledText, bytes: Span<UInt8>
  ) {
    let last = segments[segments.count - 1].span
    guard !Self.shapeAlike(text.spans[last].style, text.spans[span].style) else { return }
    let isDivided =
      bytes.scalar(endingAt: place).properties.isAlphabetic
      && bytes.scalar(at: place).properties.isAlphabetic
    finishWord(at: place, isWhole: !isDivided)
  }

  private mutating func addToWord(from place: Int, shown: Int, of span: Int) {
    if word == nil {
      word = (place, segments.count)
    } else if segments[segments.count - 1].span == span {
      segments[segments.count - 1].bytes += shown
      return
    }
    segments.append(Segment(span: span, bytes: shown))
  }

  private mutating func finishWord(at end: Int, isWhole: Bool) {
    guard let (start, segment) = word else { return }
    word = nil
    let continues = items.last.map { $0.kind == .word && !$0.isWhole } ?? false
    items.append(
      Item(
        kind: .word, span: segments[segment].span, bytes: start..<end,
        segments: segment..<segments.count, isWhole: isWhole && !continues))
  }
}

/// What stands at a place of a text: as many letters as come in a row, or one scalar that is none.
private struct Step {
  enum Kind {
    case letters
    /// A soft hyphen or a zero-width space: it only marks where a line may end.
    case mark
    case space
    case forcedBreak
  }

  var kind: Kind
  var bytes: Int

  init(at place: Int, in text: Span<UInt8>, upTo limit: Int) {
    let byte = text[place]
    switch byte {
    case 0x20, 0x09, 0x0D: (kind, bytes) = (.space, 1)
    case 0x0A, 0x0B, 0x0C: (kind, bytes) = (.forcedBreak, 1)
    case 0xC2:
      switch text[place + 1] {
      case 0xA0: kind = .space
      case 0x85: kind = .forcedBreak
      case 0xAD: kind = .mark
      default: kind = .letters
      }
      bytes = 2
    case 0xE2:
      switch (text[place + 1], text[place + 2]) {
      case (0x80, 0xA8), (0x80, 0xA9): kind = .forcedBreak
      case (0x80, 0x8B): kind = .mark
      default: kind = .letters
      }
      bytes = 3
    default:
      var end = place + 1
      while end < limit, text[end] > 0x20, text[end] != 0xC2, text[end] != 0xE2 { end += 1 }
      (kind, bytes) = (.letters, end - place)
    }
  }
}
