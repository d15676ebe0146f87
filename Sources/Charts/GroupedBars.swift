import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// The scale of grouped bars: shares to lengths.
struct BarScale {
  /// The share at the right end.
  var maximum: Double
  /// The place of 0.
  var left: Length
  /// The length of the largest share.
  var width: Length

  /// The length of a bar.
  func length(of share: Double) -> Length { width * (share.clampedToShare / maximum) }

  /// The least of 25, 50, 75 and 100 % that holds every share.
  static func maximum(for shares: [Double]) -> Double {
    let largest = shares.map(\.clampedToShare).max() ?? 0
    return [0.25, 0.5, 0.75].first { $0 >= largest } ?? 1
  }
}

extension Double {
  /// The nearest number from 0 to 1; 0 for what is no number.
  var clampedToShare: Double { isNaN ? 0 : min(max(self, 0), 1) }
}

/// The place of one bar in a row of grouped bars.
private struct Slot {
  var series: Int
  var cell: Chart.Cell
  /// The value or the reason, set.
  var words: SetText
  /// From the top of the row's first slot.
  var top: Length
  var height: Length
}

/// A row of grouped bars, set and not yet placed.
private struct GroupedRow {
  var slots: [Slot]

  var height: Length { slots.last.map { $0.top + $0.height } ?? 0 }
}

extension ChartSetter {
  /// The space between a bar and its value.
  private static let valueGap: Length = 4
  /// The largest share of the bars' column that values may take.
  private static let widestValues = 0.45

  /// Sets grouped bars at the bottom of a drawing.
  func setGroupedBars(
    _ chart: Chart,
    into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    let measure = drawing.size.width
    let labels = try rowLabels(of: chart, measure: measure)
    let left = labels.width > 0 ? labels.width + style.chart.labelGap : 0
    let column = measure - left
    var rows: [GroupedRow] = []
    for row in chart.rows.indices {
      rows.append(try groupedRow(row, of: chart, column: column))
    }
    var shares: [Double] = []
    var valueWidth: Length = 0
    for slot in rows.flatMap(\.slots) {
      guard case .value(let share, _, _) = slot.cell else { continue }
      shares.append(share)
      valueWidth = max(valueWidth, slot.words.width)
    }
    let scale = BarScale(
      maximum: BarScale.maximum(for: shares),
      left: left,
      width: max(column - valueWidth - Self.valueGap, 0)
    )
    let top = drawing.size.height
    var y = top
    for (index, row) in rows.enumerated() {
      let gap = gap(above: index, of: chart)
      if index > 0, !chart.hasGroups || chart.rows[index].opensGroup {
        drawing.parts.append(separator(above: index, y: y + gap / 2, width: measure))
      }
      y += gap
      y += place(
        row,
        number: index,
        of: chart,
        label: labels.labels[index],
        at: y,
        on: scale,
        in: &drawing
      )
    }
    if !rows.isEmpty {
      drawing.parts.append(zeroLine(x: left, from: top, to: y))
      drawing.size.height = y
    }
  }

  private func groupedRow(
    _ row: Int,
    of chart: Chart,
    column: Length
  ) throws(TypesettingError) -> GroupedRow {
    var cells = Array(chart.cells[row].enumerated())
    var namesSeries = chart.isLegendAmbiguous
    if let common = chart.commonReason(row: row) {
      cells = [cells[common.series]]
      namesSeries = false
    }
    var slots: [Slot] = []
    var top: Length = 0
    for (series, cell) in cells {
      let name = namesSeries ? chart.series[series].label : []
      let words: SetText
      switch cell {
      case .absent: continue
      case .noBar(let reason):
        let piece = TextPiece([reason], "chart-detail", ink: style.colour("muted"))
        words = try set(naming(name, behind: piece), measure: max(column - Self.valueGap, 1))
      case .value(_, let label, _):
        let piece = TextPiece([label], "chart-value")
        words = try set(naming(name, behind: piece), measure: max(column * Self.widestValues, 1))
      }
      let height = max(style.chart.barHeight, words.height)
      slots.append(Slot(series: series, cell: cell, words: words, top: top, height: height))
      top += height + style.chart.barGap
    }
    return GroupedRow(slots: slots)
  }

  private func naming(_ series: [Inline], behind piece: TextPiece) -> [TextPiece] {
    guard !series.isEmpty else { return [piece] }
    return [piece, TextPiece([Inline("  ", origin: .label)] + series, "chart-detail")]
  }

  /// Places a row and returns its height; the label's first line stands beside the first bar.
  private func place(
    _ row: GroupedRow,
    number: Int,
    of chart: Chart,
    label: RowLabels.Label,
    at top: Length,
    on scale: BarScale,
    in drawing: inout ChartDrawing
  ) -> Length {
    let firstSlot = row.slots.first?.height ?? 0
    let centre = max(firstSlot, label.name.firstLineHeight) / 2
    let labelTop = centre - label.name.firstLineHeight / 2
    let barsTop = centre - firstSlot / 2
    drawing.parts += label.parts(at: Point(x: 0, y: top + labelTop), row: number)
    for slot in row.slots {
      let middle = top + barsTop + slot.top + slot.height / 2
      let wordsTop = middle - slot.words.height / 2
      switch slot.cell {
      case .absent: continue
      case .noBar:
        drawing.parts += slot.words.parts(
          at: Point(x: scale.left + Self.valueGap, y: wordsTop),
          as: .reason(row: number, series: slot.series)
        )
      case .value(let share, _, let isIndicative):
        let bar = Rect(
          x: scale.left,
          y: middle - style.chart.barHeight / 2,
          width: scale.length(of: share),
          height: style.chart.barHeight
        )
        let fill = fill(of: chart.series[slot.series], isIndicative: isIndicative)
        drawing.parts.append(
          ChartPart(
            .bar(row: number, series: slot.series),
            marks: fill.marks(bar),
            bounds: bar
          )
        )
        drawing.parts += slot.words.parts(
          at: Point(x: bar.right + Self.valueGap, y: wordsTop),
          as: .value(row: number, series: slot.series)
        )
      }
    }
    return max(barsTop + row.height, labelTop + label.height)
  }

  private func separator(above row: Int, y: Length, width: Length) -> ChartPart {
    line(
      .separator(row: row),
      from: Point(x: 0, y: y),
      to: Point(x: width, y: y),
      stroke: Stroke(colour: style.colour("rule"), width: 0.5)
    )
  }

  private func zeroLine(x: Length, from top: Length, to bottom: Length) -> ChartPart {
    line(
      .zeroLine,
      from: Point(x: x, y: top),
      to: Point(x: x, y: bottom),
      stroke: Stroke(colour: style.colour("muted"), width: 0.75)
    )
  }

  /// A line as a part; its bounds are those of its middle.
  func line(
    _ element: ChartPart.Element,
    from start: Point,
    to end: Point,
    stroke: Stroke
  ) -> ChartPart {
    let corner = Point(x: min(start.x, end.x), y: min(start.y, end.y))
    let opposite = Point(x: max(start.x, end.x), y: max(start.y, end.y))
    return ChartPart(
      element,
      marks: [.path(PathMark(.line(from: start, to: end), stroke: stroke))],
      bounds: Rect(
        x: corner.x,
        y: corner.y,
        width: opposite.x - corner.x,
        height: opposite.y - corner.y
      )
    )
  }
}
