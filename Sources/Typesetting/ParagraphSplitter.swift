import Drawing

/// A paragraph cut into words, spaces and forced breaks, not yet shaped.
struct ParagraphSplitter {
  /// A piece of the paragraph.
  enum Item {
    /// A word of one look; `segments` tells which bytes of the shown text are whose span's, and
    /// `isWhole` that no letter of another look touches its letters.
    case word(text: String, segments: [Segment], isWhole: Bool)
    /// Spaces of one span.
    case space(text: String, span: Int)
    /// A forced line break of a span.
    case forcedBreak(span: Int)
  }

  /// So many bytes of a word belong to a span.
  struct Segment: Hashable {
    var span: Int
    var bytes: Int
  }

  /// The items in order.
  private(set) var items: [Item] = []
  /// For each item, whether a line may begin behind it.
  private(set) var mayBreakBehind: [Bool] = []

  private let spans: [StyledText.Span]
  private let opportunities: [Bool]
  private var word = String.UnicodeScalarView()
  private var segments: [Segment] = []
  private var offset = 0

  /// Cuts a paragraph.
  ///
  /// - Parameters:
  ///   - text: the paragraph.
  ///   - opportunities: for each UTF-8 offset, whether a line may begin there.
  init(_ text: StyledText, opportunities: [Bool]) {
    self.opportunities = opportunities
    spans = text.spans
    for (index, span) in text.spans.enumerated() {
      for scalar in span.text.unicodeScalars { add(scalar, of: index) }
    }
    finishWord(isWhole: true)
  }

  /// Whether two looks may share a word: all that moves glyphs is the same.
  static func shapeAlike(_ left: TextStyle, _ right: TextStyle) -> Bool {
    left.size == right.size && left.weight == right.weight && left.isItalic == right.isItalic
      && left.rise == right.rise && left.tracking == right.tracking
      && left.families == right.families && left.features == right.features
  }

  private mutating func add(_ scalar: Unicode.Scalar, of index: Int) {
    switch scalar {
    case "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
      finishWord(isWhole: true)
      append(.forcedBreak(span: index), endingAt: offset + UTF8.width(scalar))
    case " ", "\t", "\r", "\u{A0}":
      finishWord(isWhole: true)
      addSpace(scalar == "\u{A0}" ? "\u{A0}" : " ", of: index, bytes: UTF8.width(scalar))
    default:
      addToWord(scalar, of: index)
    }
    offset += UTF8.width(scalar)
  }

  /// Whether a scalar only marks where a line may end: a soft hyphen or a zero-width space.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{AD}" || scalar == "\u{200B}"
  }

  private mutating func addSpace(_ space: String, of index: Int, bytes: Int) {
    switch items.last {
    case .space(let text, let span) where span == index:
      items[items.count - 1] = .space(text: text + space, span: span)
      mayBreakBehind[items.count - 1] = mayBreak(at: offset + bytes)
    case .none, .forcedBreak:
      // A line does not begin with a space.
      break
    case .some:
      append(.space(text: space, span: index), endingAt: offset + bytes)
    }
  }

  private mutating func addToWord(_ scalar: Unicode.Scalar, of index: Int) {
    if let last = segments.last?.span {
      if last != index, !Self.shapeAlike(spans[last].style, spans[index].style) {
        let isLetter = word.last?.properties.isAlphabetic ?? false
        finishWord(isWhole: !(isLetter && scalar.properties.isAlphabetic))
      } else if mayBreak(at: offset), !Self.isMark(scalar), let previous = word.last,
        !Self.isMark(previous)
      {
        word.append("\u{200B}")
      }
    }
    word.append(scalar)
    let bytes = Self.isMark(scalar) ? 0 : UTF8.width(scalar)
    if segments.last?.span == index {
      segments[segments.count - 1].bytes += bytes
    } else {
      segments.append(Segment(span: index, bytes: bytes))
    }
  }

  private mutating func finishWord(isWhole: Bool) {
    guard !segments.isEmpty else { return }
    let continues: Bool
    if case .word(_, _, isWhole: false) = items.last { continues = true } else { continues = false }
    append(
      .word(text: String(word), segments: segments, isWhole: isWhole && !continues),
      endingAt: offset
    )
    word = String.UnicodeScalarView()
    segments = []
  }

  private mutating func append(_ item: Item, endingAt end: Int) {
    items.append(item)
    mayBreakBehind.append(mayBreak(at: end))
  }

  private func mayBreak(at offset: Int) -> Bool {
    offset < opportunities.count && opportunities[offset]
  }
}
