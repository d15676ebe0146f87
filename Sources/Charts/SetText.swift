import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// The words of a chart, by the paragraph style that they are set in.
enum ChartText: String, CaseIterable {
  case legend = "chart-legend"
  case label = "chart-label"
  case detail = "chart-detail"
  case value = "chart-value"
}

/// The paragraph styles of the words of charts, looked up once.
final class ChartLooks {
  private let styles: [ParagraphStyle]

  init(_ style: StyleSheet) { styles = ChartText.allCases.map { style.paragraph($0.rawValue) } }

  subscript(_ text: ChartText) -> ParagraphStyle {
    switch text {
    case .legend: styles[0]
    case .label: styles[1]
    case .detail: styles[2]
    case .value: styles[3]
    }
  }
}

/// Words to be set in one style.
struct TextPiece {
  /// The words.
  var inlines: [Inline]
  /// What they are.
  var style: ChartText
  /// Ink instead of the style's own; nil for the style's.
  var ink: Colour?
  /// A size instead of the style's own; nil for the style's.
  var size: Length?

  init(_ inlines: [Inline], _ style: ChartText, ink: Colour? = nil, size: Length? = nil) {
    self.inlines = inlines
    self.style = style
    self.ink = ink
    self.size = size
  }
}

/// Words set into lines, not yet placed.
struct SetText {
  /// The lines, at least one.
  let lines: [TextLine]
  /// The words; a run's tag is an index of it.
  let inlines: [Inline]
  /// The distance from baseline to baseline.
  let leading: Length
  /// The width of the widest line.
  let width: Length
  /// The height of the first line, from ascender to descender.
  let firstLineHeight: Length
  /// The height from the first ascender to the last descender.
  let height: Length
  /// Ink instead of that of the words' look; nil for that.
  var ink: Colour?

  init(lines: [TextLine], inlines: [Inline], leading: Length) {
    self.lines = lines
    self.inlines = inlines
    self.leading = leading
    var width: Length = 0
    for line in lines { width = max(width, line.width) }
    self.width = width
    let first = lines.first
    firstLineHeight = first.map { $0.ascent + $0.descent } ?? 0
    height =
      (first?.ascent ?? 0) + leading * Double(max(lines.count, 1) - 1)
      + (lines.last?.descent ?? 0)
  }

  /// The same words in an ink.
  func inked(_ ink: Colour) -> SetText {
    var text = self
    text.ink = ink
    return text
  }

  /// The words placed with their top-left corner at a point: one part per line and origin.
  ///
  /// - Parameters:
  ///   - corner: the top-left corner.
  ///   - element: what the words are.
  ///   - right: the width in which the lines stand at the right; nil for lines at the left.
  ///   - centre: the width in which the lines are centred; nil likewise.
  func parts(
    at corner: Point, as element: ChartPart.Element, flushRightIn right: Length? = nil,
    centredIn centre: Length? = nil
  ) -> [ChartPart] {
    var parts: [ChartPart] = []
    for (number, line) in lines.enumerated() {
      let ascent = lines.first?.ascent ?? 0
      let baseline = corner.y + ascent + leading * Double(number)
      var previous: Int?
      for placed in line.runs {
        let inset =
          right.map { $0 - line.width } ?? centre.map { ($0 - line.width) / 2 } ?? 0
        let left = corner.x + placed.x + inset
        let end = max(left, corner.x + inset + min(placed.x + placed.run.width, line.width))
        let bounds = Rect(
          x: left,
          y: baseline - line.ascent,
          width: end - left,
          height: line.ascent + line.descent
        )
        let mark = Mark.glyphs(
          GlyphMark(
            placed.run,
            at: Point(x: left, y: baseline - placed.rise),
            colour: ink ?? placed.colour
          )
        )
        if previous == placed.tag, var part = parts.popLast() {
          part.marks.append(mark)
          part.bounds = part.bounds.union(bounds)
          parts.append(part)
        } else {
          let inline = inlines.indices.contains(placed.tag) ? inlines[placed.tag] : Inline("")
          parts.append(
            ChartPart(
              element,
              marks: [mark],
              origin: inline.origin,
              bounds: bounds,
              range: inline.range
            )
          )
        }
        previous = placed.tag
      }
    }
    return parts
  }
}

extension ChartSetter {
  /// Sets words into lines that are never wider than `measure`, as long as a character fits: a word
  /// that is too long for a line is hyphenated, or else cut.
  func set(_ pieces: [TextPiece], measure: Length) throws(TypesettingError) -> SetText {
    var text = styled(pieces)
    let leading = pieces.map { looks[$0.style].leading }.max() ?? 0
    let inlines = pieces.flatMap(\.inlines)
    let isHyphenated = pieces.contains { looks[$0.style].isHyphenated }
    var lines: [TextLine] = []
    for attempt in 0..<3 {
      if attempt == 2 { text = try cuttingWords(of: text, measure: measure) }
      lines = try typesetter.lines(
        of: text,
        measure: measure,
        options: ParagraphOptions(isHyphenated: isHyphenated || attempt > 0)
      )
      if lines.allSatisfy({ $0.width <= measure + 0.01 }) { break }
    }
    let height = lines.map { $0.ascent + $0.descent }.max() ?? 0
    return SetText(lines: lines, inlines: inlines, leading: max(leading, height))
  }

  /// The width of the widest line of words that are hyphenated but never cut.
  func widestLine(
    of pieces: [TextPiece],
    at measure: Length
  ) throws(TypesettingError) -> Length {
    let lines = try typesetter.lines(
      of: styled(pieces),
      measure: measure,
      options: ParagraphOptions(isHyphenated: true)
    )
    return lines.map(\.width).max() ?? 0
  }

  /// Sets words into one line, whatever its width.
  func setLine(_ pieces: [TextPiece]) throws(TypesettingError) -> SetText {
    let line = try typesetter.line(of: styled(pieces))
    return SetText(lines: [line], inlines: pieces.flatMap(\.inlines), leading: 0)
  }

  /// Sets the value of each cell into a line, by row and series; nil for a cell without one.
  func valueWords(of chart: Chart) throws(TypesettingError) -> [[SetText?]] {
    var words: [[SetText?]] = []
    for cells in chart.cells {
      var row: [SetText?] = []
      for cell in cells {
        row.append(nil)
        guard let value = cell.value else { continue }
        row[row.count - 1] = try setLine([TextPiece([value.label], .value)])
      }
      words.append(row)
    }
    return words
  }

  private func styled(_ pieces: [TextPiece]) -> StyledText {
    var spans: [StyledText.Span] = []
    for piece in pieces {
      var look = looks[piece.style].text
      look.size = max(piece.size ?? look.size, Self.smallestSize)
      if let ink = piece.ink { look.colour = ink }
      for inline in piece.inlines {
        spans.append(
          StyledText.Span(
            inline.text,
            style: look.emphasised(inline.emphasis),
            tag: spans.count
          )
        )
      }
    }
    if spans.isEmpty, let piece = pieces.first {
      spans.append(StyledText.Span("", style: looks[piece.style].text))
    }
    return StyledText(spans, language: language)
  }

  /// The text with a forced break inside each word that is wider than the measure.
  private func cuttingWords(
    of text: StyledText,
    measure: Length
  ) throws(TypesettingError) -> StyledText {
    var result = text
    for (index, span) in text.spans.enumerated() {
      var pieces: [String] = []
      for word in span.text.split(separator: " ", omittingEmptySubsequences: false) {
        var cut = ""
        var rest = ""
        for character in word {
          let longer = StyledText(
            [StyledText.Span(rest + String(character), style: span.style)],
            language: text.language
          )
          if !rest.isEmpty, try typesetter.line(of: longer).width > measure {
            cut += rest + "\n"
            rest = ""
          }
          rest.append(character)
        }
        pieces.append(cut + rest)
      }
      result.spans[index].text = pieces.joined(separator: " ")
    }
    return result
  }
}

extension TextStyle {
  /// The look with emphasis added; raised characters stay legible.
  fileprivate func emphasised(_ emphasis: Emphasis) -> TextStyle {
    var look = self
    if emphasis.contains(.emphasis) { look.isItalic = true }
    if emphasis.contains(.strong) { look.weight = max(look.weight, 700) }
    if emphasis.contains(.superscript) {
      look.rise += look.size * 0.3
      look.size = max(look.size * 0.7, ChartSetter.smallestSize)
    }
    return look
  }
}
