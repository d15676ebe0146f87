public import Drawing

/// A typesetter that sets no text twice: what comes up again gets the lines that it had.
///
/// The names, values and heads of a report are asked for again and again: to measure columns, then to
/// fill them; at every row of a chart; on every page. A text that fits on one line is set once for all
/// measures, for a measure that holds it changes nothing but where the line stands; a text that is
/// broken is set once for each measure. Text that is longer than any name is handed through.
public final class RememberingTypesetter: Typesetter {
  private let typesetter: any Typesetter
  private var known: [Text: Memory] = [:]

  /// The longest text that is remembered, in UTF-8 bytes: a name may be as long, a paragraph is longer.
  public static let longestText = 160

  /// Remembers what another typesetter sets.
  public init(_ typesetter: any Typesetter) { self.typesetter = typesetter }

  /// A text as a key: only its words are hashed, for few texts differ in nothing but their look.
  private struct Text: Hashable {
    var text: StyledText

    func hash(into hasher: inout Hasher) {
      for span in text.spans { hasher.combine(span.text) }
    }
  }

  /// What is known of a text.
  private struct Memory {
    /// The whole text on one line, from the left edge.
    var line: TextLine?
    /// The lines at a measure that does not hold it on one.
    var broken: [Broken] = []
  }

  /// A text that was broken.
  private struct Broken {
    var measure: Length
    var options: ParagraphOptions
    var lines: [TextLine]
  }

  /// Sets a paragraph into lines of at most `measure`, or finds them.
  public func lines(
    of text: StyledText, measure: Length, options: ParagraphOptions
  ) throws(TypesettingError) -> [TextLine] {
    guard text.isRememberable else {
      return try typesetter.lines(of: text, measure: measure, options: options)
    }
    let key = Text(text: text)
    let memory = known[key] ?? Memory()
    let hasOneLine = !text.hasForcedBreak
    if hasOneLine, let line = memory.line, line.width <= measure {
      return [line.aligned(options.alignment, in: measure)]
    }
    if let broken = memory.broken.first(where: { $0.measure == measure && $0.options == options }) {
      return broken.lines
    }
    let lines = try typesetter.lines(of: text, measure: measure, options: options)
    if hasOneLine, lines.count == 1, lines[0].width <= measure, options.alignment.isFromLeft {
      known[key, default: Memory()].line = lines[0]
    } else {
      known[key, default: Memory()].broken.append(
        Broken(measure: measure, options: options, lines: lines))
    }
    return lines
  }

  /// Sets text into one line, or finds it.
  public func line(of text: StyledText) throws(TypesettingError) -> TextLine {
    guard text.isRememberable, !text.hasForcedBreak else { return try typesetter.line(of: text) }
    let key = Text(text: text)
    if let line = known[key]?.line { return line }
    let line = try typesetter.line(of: text)
    known[key, default: Memory()].line = line
    return line
  }

  /// The ascent and descent of a look's first font, both positive.
  public func extents(
    of style: TextStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    try typesetter.extents(of: style)
  }
}

extension StyledText {
  fileprivate var isRememberable: Bool {
    var bytes = 0
    for span in spans { bytes += span.text.utf8.count }
    return bytes <= RememberingTypesetter.longestText
  }

  /// Whether a line ends within the text although it is not full.
  fileprivate var hasForcedBreak: Bool {
    spans.contains { ParagraphCutter.hasForcedBreak(in: $0.text.utf8.span) }
  }
}

extension ParagraphOptions.Alignment {
  /// Whether a line that is not full stands at the left edge.
  fileprivate var isFromLeft: Bool { self == .left || self == .justified }

  /// How far a line stands from the left edge if so much of its measure is unused.
  func shift(of unused: Length) -> Length {
    switch self {
    case .left, .justified: 0
    case .centre: max(unused / 2, 0)
    case .right: max(unused, 0)
    }
  }
}

extension TextLine {
  /// A line from the left edge, put where it stands in a measure that holds it.
  public func aligned(
    _ alignment: ParagraphOptions.Alignment, in measure: Length
  ) -> TextLine {
    let shift = alignment.shift(of: measure - width)
    guard shift > 0 else { return self }
    var line = self
    for index in line.runs.indices { line.runs[index].x += shift }
    return line
  }
}
