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

/// Grouped bars with their words set.
struct GroupedForm {
  /// One bar of a row: its value or the reason why it has none.
  struct Slot {
    var series: Int
    var words: SetText
  }

  var frame: RowFrame
  /// The bars of each row, from the top.
  var rows: [[Slot]]
  var scale: BarScale
}

extension ChartSetter {
  /// The space between a bar and its value.
  static let valueGap: Length = 4
  /// The largest share of the bars' column that values may take.
  private static let widestValues = 0.45

  /// Sets the words of grouped bars.
  func groupedForm(of chart: Chart, measure: Length) throws(TypesettingError) -> GroupedForm {
    let frame = try rowFrame(of: chart, measure: measure)
    let namesSeries = chart.isLegendAmbiguous
    var rows: [[GroupedForm.Slot]] = []
    for row in chart.rows.indices {
      rows.append(
        try slots(of: row, of: chart, namingSeries: namesSeries, column: frame.plot))
    }
    return GroupedForm(
      frame: frame, rows: rows, scale: barScale(of: chart, for: rows, column: frame.plot))
  }

  /// Draws grouped bars at the bottom of a drawing.
  func draw(_ form: GroupedForm, of chart: Chart, into drawing: inout ChartDrawing) {
    let contents = form.rows.enumerated().map {
      content($1, row: $0, of: chart, on: form.scale)
    }
    let stacking = RowStacking(isAlignedOnFirstLine: true, hasSeparators: true)
    let areas = stack(consume contents, of: chart, in: form.frame, as: stacking, into: &drawing)
    drawing.parts += zeroLines(at: form.frame.left, along: areas)
  }

  /// The scale on which the longest bar, its whisker and the widest value find room.
  private func barScale(
    of chart: Chart, for rows: [[GroupedForm.Slot]], column: Length
  ) -> BarScale {
    var shares: [Double] = []
    var valueWidth: Length = 0
    for (row, slots) in rows.enumerated() {
      for slot in slots {
        guard let value = chart.cells[row][slot.series].value else { continue }
        shares += [value.share, value.interval?.upperBound ?? 0]
        let mark = value.significance == nil ? 0 : SignificanceMark.width
        valueWidth = max(valueWidth, slot.words.width + mark)
      }
    }
    return BarScale(
      maximum: BarScale.maximum(for: shares),
      width: max(column - valueWidth - Self.valueGap, 0)
    )
  }

  private func slots(
    of row: Int, of chart: Chart, namingSeries: Bool, column: Length
  ) throws(TypesettingError) -> [GroupedForm.Slot] {
    var shown = chart.series.indices
    var namesSeries = namingSeries
    if let common = chart.commonReason(row: row) {
      shown = common.series..<common.series + 1
      namesSeries = false
    }
    var slots: [GroupedForm.Slot] = []
    for series in shown {
      let name = namesSeries ? chart.series[series].label : []
      let words: SetText
      switch chart.cells[row][series] {
      case .absent: continue
      case .noBar(let reason):
        let piece = TextPiece([reason], .detail, ink: style.colour("muted"))
        words = try set(naming(name, behind: piece), measure: max(column - Self.valueGap, 1))
      case .value(let value):
        let piece = TextPiece([value.label], .value)
        words = try set(naming(name, behind: piece), measure: max(column * Self.widestValues, 1))
      }
      slots.append(GroupedForm.Slot(series: series, words: words))
    }
    return slots
  }

  private func naming(_ series: [Inline], behind piece: TextPiece) -> [TextPiece] {
    guard !series.isEmpty else { return [piece] }
    return [piece, TextPiece([Inline("  ", origin: .label)] + series, .detail)]
  }

  /// The bars and values of a row; its axis is the middle of the first bar.
  private func content(
    _ slots: [GroupedForm.Slot], row: Int, of chart: Chart, on scale: BarScale
  ) -> RowContent {
    var content = RowContent()
    // The middle and the height of the bar above.
    var last: (middle: Length, height: Length)?
    for slot in slots {
      let height = max(style.chart.barHeight, slot.words.height)
      let middle = last.map { $0.middle + ($0.height + height) / 2 + style.chart.barGap } ?? 0
      if last == nil { content.above = height / 2 }
      last = (middle, height)
      let wordsTop = middle - slot.words.height / 2
      content.below = middle + height / 2
      guard draws else { continue }
      guard let value = chart.cells[row][slot.series].value else {
        content.parts += slot.words.parts(
          at: Point(x: Self.valueGap, y: wordsTop),
          as: .reason(row: row, series: slot.series)
        )
        continue
      }
      let bar = BarPlace(row: row, series: slot.series, middle: middle, scale: scale)
      content.parts += barParts(value, of: chart.series[slot.series], at: bar)
      let x = bar.end(of: value) + Self.valueGap
      content.parts += slot.words.parts(
        at: Point(x: x, y: wordsTop), as: .value(row: row, series: slot.series))
      if let significance = value.significance {
        content.parts.append(
          SignificanceMark(significance).part(
            .significance(row: row, series: slot.series),
            leftX: x + slot.words.width + SignificanceMark.gap, axis: middle,
            ink: style.colour("ink")))
      }
    }
    return content
  }
}
