import DocumentTree
import Drawing
import HouseStyle
import Typesetting

extension ChartSetter {
  /// The side of a colour sample.
  static let swatchSide: Length = 8
  /// The space between a colour sample and its words.
  static let swatchGap: Length = 4
  /// The space between two entries of a legend.
  static let entryGap: Length = 10

  /// Sets the legend at the bottom of a drawing: entries in order, over as many lines as they need.
  ///
  /// A chart whose series has no name gets none.
  func setLegend(of chart: Chart, into drawing: inout ChartDrawing) throws(TypesettingError) {
    guard chart.series.contains(where: { !$0.label.isEmpty }) else { return }
    var flow = EntryFlow(
      left: 0,
      width: drawing.size.width,
      top: drawing.size.height,
      entryGap: Self.entryGap
    )
    for (index, series) in chart.series.enumerated() {
      var pieces = [TextPiece(series.label, .legend)]
      if !series.detail.isEmpty {
        pieces.append(TextPiece([Inline(" ", origin: .label)] + series.detail, .detail))
      }
      let room = max(drawing.size.width - Self.swatchSide - Self.swatchGap, 1)
      let text = try set(pieces, measure: room)
      drawing.parts += flow.add(
        text,
        sample: { sample(of: index, of: chart, in: $0) },
        swatch: .swatch(series: index),
        words: .legend(series: index)
      )
    }
    drawing.size.height = flow.bottom
  }

  /// The colour sample of a series: a dot where values are dots, else a piece of a bar.
  private func sample(of index: Int, of chart: Chart, in square: Rect) -> [Mark] {
    let series = chart.series[index]
    let isIndicative = chart.isIndicative(series: index)
    guard chart.kind == .dumbbell else {
      return fill(of: series, isIndicative: isIndicative).marks(square)
    }
    let centre = Point(x: square.left + square.width / 2, y: square.top + square.height / 2)
    return dotMarks(series, isIndicative: isIndicative, at: centre)
  }
}

/// Places entries of a colour sample and words one behind the other, over several lines.
struct EntryFlow {
  /// The left edge.
  var left: Length
  /// The width of the lines.
  var width: Length
  /// The space between two entries.
  var entryGap: Length
  /// The top of the line that is being filled.
  private(set) var top: Length
  /// The bottom of the lowest entry.
  private(set) var bottom: Length
  private var used: Length = 0

  /// The space between two lines of entries.
  static let lineGap: Length = 3

  init(left: Length, width: Length, top: Length, entryGap: Length) {
    self.left = left
    self.width = width
    self.top = top
    self.entryGap = entryGap
    bottom = top
  }

  /// Adds an entry, on a new line if it does not fit behind the last.
  mutating func add(
    _ text: SetText,
    sample: (Rect) -> [Mark],
    swatch: ChartPart.Element,
    words: ChartPart.Element
  ) -> [ChartPart] {
    let side = ChartSetter.swatchSide
    let needed = side + ChartSetter.swatchGap + text.width
    if used > 0, used + entryGap + needed > width + 0.01 {
      top = bottom + Self.lineGap
      used = 0
    }
    let x = left + (used > 0 ? used + entryGap : 0)
    let lineHeight = max(text.firstLineHeight, side)
    let square = Rect(x: x, y: top + (lineHeight - side) / 2, width: side, height: side)
    let corner = Point(
      x: x + side + ChartSetter.swatchGap,
      y: top + (lineHeight - text.firstLineHeight) / 2
    )
    used = x - left + needed
    bottom = max(bottom, corner.y + text.height, square.bottom)
    return [ChartPart(swatch, marks: sample(square), bounds: square)]
      + text.parts(at: corner, as: words)
  }
}
