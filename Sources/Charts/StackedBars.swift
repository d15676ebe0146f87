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

/// The bars of all rows at one width.
struct StackedBars {
  var width: Length
  var scale: StackedScale
  /// The bars, by row.
  var bars: [StackedBar]
}

/// Stacked, diverging or ranking bars with their words set.
struct StackedForm {
  var frame: RowFrame
  /// The bars over the whole column.
  var whole: StackedBars
  /// The bars that leave room behind them for the values of last parts; nil for none that do.
  var narrower: StackedBars?
  /// The value of each cell in its own size, by row and series; nil for a cell without one.
  var labels: [[SetText?]]
  /// The inks for values on the parts of each series.
  var inks: [Colour]
  /// The ink for values on the plates of hatched parts.
  var plateInk: Colour
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

  /// Sets the words of stacked, diverging or ranking bars.
  func stackedForm(of chart: Chart, measure: Length) throws(TypesettingError) -> StackedForm {
    let frame = try rowFrame(of: chart, measure: measure)
    let labels = try valueWords(of: chart)
    let whole = bars(of: chart, width: frame.plot)
    var narrower: StackedBars?
    if let margin = valueMargin(of: chart, on: whole, labels: labels) {
      narrower = bars(of: chart, width: frame.plot - margin)
    }
    return StackedForm(
      frame: frame, whole: whole, narrower: narrower, labels: labels,
      inks: chart.series.map { ink(on: fill(of: $0, isIndicative: false).ground) },
      plateInk: ink(on: style.colour("paper")))
  }

  /// Draws stacked, diverging or ranking bars at the bottom of a drawing.
  func draw(
    _ form: StackedForm, of chart: Chart, into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    let frame = form.frame
    let bars = try bars(of: form, for: chart)
    var contents: [RowContent] = []
    for row in chart.rows.indices {
      let set = try stackedRow(row, of: chart, in: form, on: bars)
      contents.append(content(set, row: row, of: chart, width: bars.width))
    }
    let stacking = RowStacking(isAlignedOnFirstLine: false, hasSeparators: false)
    let first = drawing.parts.count
    let areas = stack(consume contents, of: chart, in: frame, as: stacking, into: &drawing)
    if chart.kind == .divergingBars {
      // Below the bars: the line shows between them and does not cut a value in two.
      let lines = zeroLines(at: frame.left + bars.scale.zero, along: areas)
      drawing.parts.insert(contentsOf: lines, at: first)
    }
  }

  /// The bars at a width.
  private func bars(of chart: Chart, width: Length) -> StackedBars {
    let scale = StackedScale(of: chart, width: width, apartGap: style.chart.setApartGap)
    return StackedBars(
      width: width, scale: scale,
      bars: chart.rows.indices.map { stackedBar($0, of: chart, on: scale) })
  }

  /// The room behind the bars for the values of last parts; nil where it would be too wide, or bars do
  /// not end in line.
  private func valueMargin(
    of chart: Chart, on whole: StackedBars, labels: [[SetText?]]
  ) -> Length? {
    guard chart.kind == .stackedBars else { return nil }
    var widest: Length = 0
    for (row, bar) in whole.bars.enumerated() {
      guard let part = bar.parts.last else { continue }
      widest = max(widest, labels[row][part.series]?.width ?? 0)
    }
    let margin = widest + StackedValues.behindGap
    return margin < whole.width / 4 ? margin : nil
  }

  /// The bars that are drawn: narrower ones if one of their last parts cannot hold its value.
  private func bars(
    of form: StackedForm, for chart: Chart
  ) throws(TypesettingError) -> StackedBars {
    guard let narrower = form.narrower else { return form.whole }
    for (row, bar) in narrower.bars.enumerated() {
      guard let part = bar.parts.last else { continue }
      if try valueInside(part, of: chart.cells[row], labels: form.labels[row]) == nil {
        return narrower
      }
    }
    return form.whole
  }

  private func stackedRow(
    _ row: Int, of chart: Chart, in form: StackedForm, on bars: StackedBars
  ) throws(TypesettingError) -> StackedRow {
    let bar = bars.bars[row]
    var reasons: [(series: Int, words: SetText)] = []
    var printed: [String] = []
    for (series, cell) in chart.cells[row].enumerated() {
      guard case .noBar(let reason) = cell, !printed.contains(reason.text) else { continue }
      printed.append(reason.text)
      let piece = TextPiece([reason], .detail, ink: style.colour("muted"))
      reasons.append(
        (series, try set([piece], measure: max(bars.width - Self.reasonInset * 2, 1)))
      )
    }
    var values = try stackedValues(of: bar, row: row, of: chart, in: form)
    let reasonHeight = reasons.reduce(Length.zero) { $0 + $1.words.height }
    var height = style.chart.stackedBarHeight
    if bar.parts.isEmpty {
      height = max(height, reasonHeight)
    } else {
      values.heightBelow += reasonHeight
    }
    return StackedRow(bar: bar, values: values, reasons: reasons, barHeight: height)
  }

  /// Divides a row into parts.
  private func stackedBar(_ row: Int, of chart: Chart, on scale: StackedScale) -> StackedBar {
    let (start, unit) = scale.placing(chart.cells[row])
    var bar = StackedBar(parts: [], end: start)
    var isApart = false
    for (index, (series, cell)) in zip(chart.series, chart.cells[row]).enumerated() {
      guard let value = cell.value, value.share.clampedToShare > 0 else { continue }
      if scale.hasApart, series.isSetApart, !isApart, bar.end > 0 {
        isApart = true
        bar.end += style.chart.setApartGap
      }
      let extent = unit * value.share.clampedToShare
      bar.parts.append(
        StackedPart(
          series: index,
          left: bar.end,
          width: extent,
          isIndicative: value.isIndicative
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

  /// The bar, values and reasons of a row; its axis is the middle of the bar.
  private func content(
    _ row: StackedRow, row number: Int, of chart: Chart, width: Length
  ) -> RowContent {
    let area = Rect(x: 0, y: -row.barHeight / 2, width: width, height: row.barHeight)
    var content = RowContent(
      above: row.barHeight / 2, overhang: row.values.heightAbove,
      below: row.barHeight / 2 + row.values.heightBelow)
    guard draws else { return content }
    let rest = width - row.bar.end
    if chart.kind == .stackedBars, rest > width * 0.01 + style.chart.setApartGap,
      chart.cells[number].contains(where: { $0 != .absent })
    {
      let track = Rect(x: row.bar.end, y: area.top, width: rest, height: area.height)
      content.parts.append(
        ChartPart(
          .track(row: number),
          marks: [.path(PathMark(.rectangle(track), fill: trackColour))],
          bounds: track
        )
      )
    }
    for part in row.bar.parts {
      let rect = Rect(x: part.left, y: area.top, width: part.width, height: area.height)
      let fill = fill(of: chart.series[part.series], isIndicative: part.isIndicative)
      content.parts.append(
        ChartPart(
          .bar(row: number, series: part.series),
          marks: fill.marks(rect)
            + row.values.plates(of: part, on: area, ground: style.colour("paper")),
          bounds: rect
        )
      )
    }
    content.parts += row.values.parts(row: number, on: area, leader: style.colour("muted"))
    content.parts += reasonParts(row, row: number, on: area)
    return content
  }

  private func reasonParts(_ row: StackedRow, row number: Int, on area: Rect) -> [ChartPart] {
    var y =
      row.bar.parts.isEmpty
      ? area.top + (area.height - row.reasons.reduce(0) { $0 + $1.words.height }) / 2
      : area.bottom + row.values.listHeight
    var parts: [ChartPart] = []
    for reason in row.reasons {
      parts += reason.words.parts(
        at: Point(x: row.bar.parts.isEmpty ? Self.reasonInset : 0, y: y),
        as: .reason(row: number, series: reason.series)
      )
      y += reason.words.height
    }
    return parts
  }
}
