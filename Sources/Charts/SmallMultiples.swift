import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// The panels of small multiples: how many stand side by side, and how wide they are.
struct PanelGrid {
  /// The number of panels in a line.
  var columns: Int
  /// The width of a panel.
  var width: Length
  /// The space between two panels.
  static let gap: Length = 14

  /// As many panels side by side as find `least` points each, evenly over as few lines as can be.
  init(count: Int, plot: Length, least: Length) {
    let fit = max(1, Int(((plot + Self.gap).ratio(to: least + Self.gap)).rounded(.down)))
    let lines = (count + fit - 1) / max(fit, 1)
    columns = max(1, (count + lines - 1) / max(lines, 1))
    width = max((plot - Self.gap * Double(columns - 1)) / Double(columns), 1)
  }

  /// The left edge of a panel, from that of the plot.
  func left(of column: Int) -> Length { (width + Self.gap) * Double(column) }
}

extension ChartSetter {
  /// The least length of the longest bar of a panel.
  private static let leastBar: Length = 44
  /// The share of the measure that the names of what is withheld may take.
  private static let widestWithheld = 0.5
  /// The space between two lines of panels, in gaps between rows.
  private static let lineOfPanelsGap = 2.5

  /// Sets small multiples at the bottom of a drawing: a panel per series, all on one scale, beside
  /// the names of the rows, which each line of panels has again.
  func setSmallMultiples(
    _ chart: Chart, into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    let frame = try rowFrame(of: chart, measure: drawing.size.width)
    let values = chart.cells.joined().compactMap(\.value)
    var valueWidth: Length = 0
    for value in values {
      let mark = value.significance == nil ? 0 : SignificanceMark.width
      let words = try setLine([TextPiece([value.label], "chart-value")])
      valueWidth = max(valueWidth, words.width + mark)
    }
    let shown = chart.series.indices.filter { !chart.hasOneReason(series: $0) }
    let grid = PanelGrid(
      count: shown.count, plot: frame.plot,
      least: valueWidth + Self.valueGap + Self.leastBar)
    let scale = BarScale(
      maximum: BarScale.maximum(
        for: values.flatMap { [$0.share, $0.interval?.upperBound ?? 0] }),
      width: max(grid.width - valueWidth - Self.valueGap, 0))
    let starts = Array(stride(from: 0, to: shown.count, by: grid.columns))
    for start in starts {
      let panels = Array(shown[start..<min(start + grid.columns, shown.count)])
      if start > 0 {
        drawing.breaks.append(drawing.size.height)
        drawing.size.height += style.chart.rowGap * Self.lineOfPanelsGap
      }
      try setNames(of: panels, of: chart, in: frame, on: grid, into: &drawing)
      if starts.count == 1 { drawing.headHeight = drawing.size.height }
      let breaks = drawing.breaks
      let place = PanelPlace(panels: panels, grid: grid, scale: scale)
      let first = drawing.parts.count
      try setRows(of: place, of: chart, in: frame, into: &drawing)
      if start > 0 { drawing.repeatNames(from: first) }
      // Rows stay below the names of their panels.
      if starts.count > 1 { drawing.breaks = breaks }
    }
    try setWithheld(of: chart, in: frame, into: &drawing)
  }

  /// Lists the series of which nothing is shown below the panels, each with its reason.
  private func setWithheld(
    of chart: Chart, in frame: RowFrame, into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    let withheld = chart.series.indices.filter { chart.hasOneReason(series: $0) }
    guard !withheld.isEmpty else { return }
    drawing.size.height += style.chart.rowGap * 1.5
    let gap = style.chart.labelGap
    let width = max((frame.measure - gap) * Self.widestWithheld, 1)
    for series in withheld {
      guard let reason = chart.cells.first?[series].reason else { continue }
      let name = try set(pieces(ofName: chart.series[series]), measure: width)
      let piece = TextPiece([reason], "chart-detail", ink: style.colour("muted"))
      let words = try set([piece], measure: max(frame.measure - gap - width, 1))
      let left = max(frame.left, name.width + gap)
      drawing.parts += name.parts(
        at: Point(x: 0, y: drawing.size.height), as: .name(series: series))
      drawing.parts += words.parts(
        at: Point(x: min(left, width + gap), y: drawing.size.height),
        as: .reason(row: 0, series: series))
      drawing.size.height += max(name.height, words.height) + style.chart.rowGap / 2
    }
    drawing.size.height -= style.chart.rowGap / 2
  }

  private func pieces(ofName series: Chart.Series) -> [TextPiece] {
    let name = TextPiece(series.label, "chart-legend")
    guard !series.detail.isEmpty else { return [name] }
    return [name, TextPiece([Inline(" ", origin: .label)] + series.detail, "chart-detail")]
  }

  private func setNames(
    of panels: [Int], of chart: Chart, in frame: RowFrame, on grid: PanelGrid,
    into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    var names: [SetText] = []
    for index in panels {
      names.append(try set(pieces(ofName: chart.series[index]), measure: grid.width))
    }
    let height = names.map(\.height).max() ?? 0
    for (column, name) in names.enumerated() {
      let corner = Point(
        x: frame.left + grid.left(of: column), y: drawing.size.height + height - name.height)
      drawing.parts += name.parts(at: corner, as: .name(series: panels[column]))
    }
    drawing.size.height += height + style.chart.rowGap * 0.75
  }

  private func setRows(
    of place: PanelPlace, of chart: Chart, in frame: RowFrame, into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    var contents: [RowContent] = []
    for row in chart.rows.indices {
      contents.append(try content(of: place, row: row, of: chart))
    }
    let stacking = RowStacking(isAlignedOnFirstLine: true, hasSeparators: true)
    let areas = try stack(contents, of: chart, in: frame, as: stacking, into: &drawing)
    for column in place.panels.indices {
      let x = frame.left + place.grid.left(of: column)
      drawing.parts += zeroLines(at: x, along: areas)
    }
  }

  private func content(
    of place: PanelPlace, row: Int, of chart: Chart
  ) throws(TypesettingError) -> RowContent {
    let half = style.chart.barHeight / 2
    var content = RowContent(above: half, below: half)
    for (column, series) in place.panels.enumerated() {
      var scale = place.scale
      scale.left = place.grid.left(of: column)
      let words: SetText
      switch chart.cells[row][series] {
      case .absent: continue
      case .noBar(let reason):
        let piece = TextPiece([reason], "chart-detail", ink: style.colour("muted"))
        words = try set([piece], measure: max(place.grid.width - Self.valueGap, 1))
        content.parts += words.parts(
          at: Point(x: scale.left + Self.valueGap, y: -words.firstLineHeight / 2),
          as: .reason(row: row, series: series))
        content.below = max(content.below, words.height - words.firstLineHeight / 2)
      case .value(let value):
        let bar = BarPlace(row: row, series: series, middle: 0, scale: scale)
        words = try setLine([TextPiece([value.label], "chart-value")])
        let x = bar.end(of: value) + Self.valueGap
        content.parts += barParts(value, of: chart.series[series], at: bar)
        content.parts += words.parts(
          at: Point(x: x, y: -words.height / 2), as: .value(row: row, series: series))
        if let significance = value.significance {
          content.parts.append(
            SignificanceMark(significance).part(
              .significance(row: row, series: series),
              leftX: x + words.width + SignificanceMark.gap, axis: 0, ink: style.colour("ink")))
        }
      }
      content.above = max(content.above, words.firstLineHeight / 2)
      content.below = max(content.below, words.firstLineHeight / 2)
    }
    return content
  }
}

extension ChartDrawing {
  /// Says of the names of rows from a part on that they stand in the drawing already.
  fileprivate mutating func repeatNames(from first: Int) {
    for index in parts[first...].indices {
      switch parts[index].element {
      case .heading, .label, .detail: parts[index].isRepeated = true
      default: break
      }
    }
  }
}

/// The panels of one line, with their places and their scale.
private struct PanelPlace {
  var panels: [Int]
  var grid: PanelGrid
  var scale: BarScale
}
