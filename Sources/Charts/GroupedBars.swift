import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// The scale of grouped bars: shares to lengths.
struct BarScale {
  /// The share at the right end.
  var maximum: Double
  /// The place of 0.
  var left: Length = 0
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
  /// From the middle of the row's first slot to that of this one.
  var middle: Length
  var height: Length
}

extension ChartSetter {
  /// The space between a bar and its value.
  static let valueGap: Length = 4
  /// The largest share of the bars' column that values may take.
  private static let widestValues = 0.45

  /// Sets grouped bars at the bottom of a drawing.
  func setGroupedBars(
    _ chart: Chart,
    into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    let frame = try rowFrame(of: chart, measure: drawing.size.width)
    var rows: [[Slot]] = []
    for row in chart.rows.indices {
      rows.append(try slots(of: row, of: chart, column: frame.plot))
    }
    let scale = barScale(for: rows.joined(), column: frame.plot)
    let contents = rows.enumerated().map { content($1, row: $0, of: chart, on: scale) }
    let stacking = RowStacking(isAlignedOnFirstLine: true, hasSeparators: true)
    let areas = try stack(contents, of: chart, in: frame, as: stacking, into: &drawing)
    drawing.parts += zeroLines(at: frame.left, along: areas)
  }

  /// The scale on which the longest bar, its whisker and the widest value find room.
  private func barScale(for slots: some Sequence<Slot>, column: Length) -> BarScale {
    var shares: [Double] = []
    var valueWidth: Length = 0
    for slot in slots {
      guard let value = slot.cell.value else { continue }
      shares += [value.share, value.interval?.upperBound ?? 0]
      let mark = value.significance == nil ? 0 : SignificanceMark.width
      valueWidth = max(valueWidth, slot.words.width + mark)
    }
    return BarScale(
      maximum: BarScale.maximum(for: shares),
      width: max(column - valueWidth - Self.valueGap, 0)
    )
  }

  private func slots(
    of row: Int,
    of chart: Chart,
    column: Length
  ) throws(TypesettingError) -> [Slot] {
    var cells = Array(chart.cells[row].enumerated())
    var namesSeries = chart.isLegendAmbiguous
    if let common = chart.commonReason(row: row) {
      cells = [cells[common.series]]
      namesSeries = false
    }
    var slots: [Slot] = []
    for (series, cell) in cells {
      let name = namesSeries ? chart.series[series].label : []
      let words: SetText
      switch cell {
      case .absent: continue
      case .noBar(let reason):
        let piece = TextPiece([reason], "chart-detail", ink: style.colour("muted"))
        words = try set(naming(name, behind: piece), measure: max(column - Self.valueGap, 1))
      case .value(let value):
        let piece = TextPiece([value.label], "chart-value")
        words = try set(naming(name, behind: piece), measure: max(column * Self.widestValues, 1))
      }
      let height = max(style.chart.barHeight, words.height)
      let middle =
        slots.last.map { $0.middle + ($0.height + height) / 2 + style.chart.barGap } ?? 0
      slots.append(Slot(series: series, cell: cell, words: words, middle: middle, height: height))
    }
    return slots
  }

  private func naming(_ series: [Inline], behind piece: TextPiece) -> [TextPiece] {
    guard !series.isEmpty else { return [piece] }
    return [piece, TextPiece([Inline("  ", origin: .label)] + series, "chart-detail")]
  }

  /// The bars and values of a row; its axis is the middle of the first bar.
  private func content(
    _ slots: [Slot], row: Int, of chart: Chart, on scale: BarScale
  ) -> RowContent {
    var content = RowContent(above: (slots.first?.height ?? 0) / 2)
    for slot in slots {
      let wordsTop = slot.middle - slot.words.height / 2
      content.below = slot.middle + slot.height / 2
      guard let value = slot.cell.value else {
        content.parts += slot.words.parts(
          at: Point(x: Self.valueGap, y: wordsTop),
          as: .reason(row: row, series: slot.series)
        )
        continue
      }
      let bar = BarPlace(row: row, series: slot.series, middle: slot.middle, scale: scale)
      content.parts += barParts(value, of: chart.series[slot.series], at: bar)
      let x = bar.end(of: value) + Self.valueGap
      content.parts += slot.words.parts(
        at: Point(x: x, y: wordsTop), as: .value(row: row, series: slot.series))
      if let significance = value.significance {
        content.parts.append(
          SignificanceMark(significance).part(
            .significance(row: row, series: slot.series),
            leftX: x + slot.words.width + SignificanceMark.gap, axis: slot.middle,
            ink: style.colour("ink")))
      }
    }
    return content
  }
}
