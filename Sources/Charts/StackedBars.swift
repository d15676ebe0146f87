import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// One part of a stacked bar.
struct StackedPart {
  /// The series.
  var series: Int
  /// From the left edge of the bar to the left edge of the part.
  var left: Length
  /// The visible width, without the white gap behind it.
  var width: Length
  /// Whether the part is hatched.
  var isIndicative: Bool
  /// The printed value.
  var label: Inline

  /// The middle, from the left edge of the bar.
  var middle: Length { left + width / 2 }
}

/// A stacked bar, measured and not yet placed.
struct StackedBar {
  /// Its parts from left to right; parts without a share are not there.
  var parts: [StackedPart]
  /// The right edge of the last part, from the left edge of the bar.
  var end: Length
}

/// The row of a stacked bar: everything set, and the heights above and below the bar's middle.
private struct StackedRow {
  var bar: StackedBar
  var values: StackedValues
  var reasons: [(series: Int, words: SetText)]
  var barHeight: Length
}

extension ChartSetter {
  /// The space between the bar's edge and a reason that stands on its track.
  private static let reasonInset: Length = 6

  /// Sets stacked bars at the bottom of a drawing.
  func setStackedBars(
    _ chart: Chart,
    into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    let measure = drawing.size.width
    let labels = try rowLabels(of: chart, measure: measure)
    let left = labels.width > 0 ? labels.width + style.chart.labelGap : 0
    let column = measure - left
    let margin = try valueMargin(of: chart, column: column)
    var y = drawing.size.height
    var rows: [StackedRow] = []
    for row in chart.rows.indices {
      rows.append(try stackedRow(row, of: chart, width: column - margin, column: column))
    }
    // All rows stand equally far apart: the one whose values stand highest sets the pace.
    let lift = rows.dropFirst().map(\.values.heightAbove).max() ?? 0
    for (row, set) in rows.enumerated() {
      let label = labels.labels[row]
      let below = max(set.barHeight / 2 + set.values.heightBelow, label.height / 2)
      let middle = y + heightAbove(set, lift: lift, label: label, row: row, of: chart)
      drawing.parts += label.parts(at: Point(x: 0, y: middle - label.height / 2), row: row)
      let area = Rect(
        x: left,
        y: middle - set.barHeight / 2,
        width: column - margin,
        height: set.barHeight
      )
      place(set, row: row, of: chart, on: area, in: &drawing)
      y = middle + below
    }
    drawing.size.height = y
  }

  /// From the row above to the middle of a bar; values above the bar may stand in the gap.
  private func heightAbove(
    _ set: StackedRow,
    lift: Length,
    label: RowLabels.Label,
    row: Int,
    of chart: Chart
  ) -> Length {
    let half = set.barHeight / 2
    guard row > 0 else { return max(half + set.values.heightAbove, label.height / 2) }
    let clear = lift > 0 ? half + lift + StackedValues.leaderHeight : 0
    return max(clear, gap(above: row, of: chart) + max(half, label.height / 2))
  }

  /// The room behind the bars for the values of last parts that are too narrow for them; none if
  /// every last part holds its own.
  private func valueMargin(
    of chart: Chart,
    column: Length
  ) throws(TypesettingError) -> Length {
    var widest: Length = 0
    for row in chart.rows.indices {
      guard let part = stackedBar(row, of: chart, width: column).parts.last else { continue }
      widest = max(widest, try setLine([TextPiece([part.label], "chart-value")]).width)
    }
    let margin = widest + StackedValues.behindGap
    guard margin < column / 4 else { return 0 }
    for row in chart.rows.indices {
      guard let part = stackedBar(row, of: chart, width: column - margin).parts.last else {
        continue
      }
      if try valueInside(part, ink: .black) == nil { return margin }
    }
    return 0
  }

  private func stackedRow(
    _ row: Int,
    of chart: Chart,
    width: Length,
    column: Length
  ) throws(TypesettingError) -> StackedRow {
    let bar = stackedBar(row, of: chart, width: width)
    var reasons: [(series: Int, words: SetText)] = []
    var printed: [String] = []
    for (series, cell) in chart.cells[row].enumerated() {
      guard case .noBar(let reason) = cell, !printed.contains(reason.text) else { continue }
      printed.append(reason.text)
      let piece = TextPiece([reason], "chart-detail", ink: style.colour("muted"))
      reasons.append(
        (series, try set([piece], measure: max(width - Self.reasonInset * 2, 1)))
      )
    }
    var values = try stackedValues(of: bar, chart: chart, width: width, column: column)
    let reasonHeight = reasons.reduce(Length.zero) { $0 + $1.words.height }
    var height = style.chart.stackedBarHeight
    if bar.parts.isEmpty {
      height = max(height, reasonHeight)
    } else {
      values.heightBelow += reasonHeight
    }
    return StackedRow(bar: bar, values: values, reasons: reasons, barHeight: height)
  }

  /// Divides a row into parts; the whole width, less the gaps before what is set apart, is 100 %.
  private func stackedBar(_ row: Int, of chart: Chart, width: Length) -> StackedBar {
    let cells = Array(zip(chart.series, chart.cells[row]).enumerated())
    let hasApart = chart.series.contains { $0.isSetApart }
    let whole = max(width - (hasApart ? style.chart.setApartGap : 0), 0)
    let sum = cells.reduce(0.0) { sum, entry in
      guard case .value(let share, _, _) = entry.element.1 else { return sum }
      return sum + share.clampedToShare
    }
    let unit = whole / max(sum, 1)
    var bar = StackedBar(parts: [], end: 0)
    var isApart = false
    for (index, (series, cell)) in cells {
      guard case .value(let share, let label, let isIndicative) = cell,
        share.clampedToShare > 0
      else { continue }
      if series.isSetApart, !isApart, bar.end > 0 {
        isApart = true
        bar.end += style.chart.setApartGap
      }
      let extent = unit * share.clampedToShare
      bar.parts.append(
        StackedPart(
          series: index,
          left: bar.end,
          width: extent,
          isIndicative: isIndicative,
          label: label
        )
      )
      bar.end += extent
    }
    for index in bar.parts.indices.dropLast() {
      let next = bar.parts[index + 1]
      guard next.left <= bar.parts[index].left + bar.parts[index].width else { continue }
      bar.parts[index].width -= min(style.chart.segmentGap, bar.parts[index].width / 2)
    }
    return bar
  }

  private func place(
    _ row: StackedRow,
    row number: Int,
    of chart: Chart,
    on area: Rect,
    in drawing: inout ChartDrawing
  ) {
    if area.width - row.bar.end > area.width * 0.01 + style.chart.setApartGap,
      !isBlank(number, chart)
    {
      let track = Rect(
        x: area.left + row.bar.end,
        y: area.top,
        width: area.width - row.bar.end,
        height: area.height
      )
      drawing.parts.append(
        ChartPart(
          .track(row: number),
          marks: [.path(PathMark(.rectangle(track), fill: trackColour))],
          bounds: track
        )
      )
    }
    for part in row.bar.parts {
      let rect = Rect(
        x: area.left + part.left,
        y: area.top,
        width: part.width,
        height: area.height
      )
      let fill = fill(of: chart.series[part.series], isIndicative: part.isIndicative)
      drawing.parts.append(
        ChartPart(
          .bar(row: number, series: part.series),
          marks: fill.marks(rect)
            + row.values.plates(of: part, on: area, ground: style.colour("paper")),
          bounds: rect
        )
      )
    }
    drawing.parts += row.values.parts(row: number, on: area, leader: style.colour("muted"))
    var y =
      row.bar.parts.isEmpty
      ? area.top + (area.height - row.reasons.reduce(0) { $0 + $1.words.height }) / 2
      : area.bottom + row.values.listHeight
    for reason in row.reasons {
      let x = area.left + (row.bar.parts.isEmpty ? Self.reasonInset : 0)
      drawing.parts += reason.words.parts(
        at: Point(x: x, y: y),
        as: .reason(row: number, series: reason.series)
      )
      y += reason.words.height
    }
  }

  /// Whether nothing at all is printed for a row.
  private func isBlank(_ row: Int, _ chart: Chart) -> Bool {
    chart.cells[row].allSatisfy { $0 == .absent }
  }
}
