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

/// Small multiples with their words set.
struct PanelForm {
  /// A series of which nothing is shown.
  struct Withheld {
    var series: Int
    var name: SetText
    var reason: SetText
  }

  var frame: RowFrame
  var grid: PanelGrid
  var scale: BarScale
  /// The series that have a panel.
  var shown: [Int]
  /// The value or reason of each cell, by row and series; nil for one without.
  var words: [[SetText?]]
  /// The names above the panels.
  var names: [SetText] = []
  var withheld: [Withheld] = []
}

extension ChartSetter {
  /// The least length of the longest bar of a panel.
  private static let leastBar: Length = 44
  /// The share of the measure that the names of what is withheld may take.
  private static let widestWithheld = 0.5
  /// The space between two lines of panels, in gaps between rows.
  private static let lineOfPanelsGap = 2.5

  /// Sets the words of small multiples: a panel per series, all on one scale.
  func panelForm(of chart: Chart, measure: Length) throws(TypesettingError) -> PanelForm {
    let frame = try rowFrame(of: chart, measure: measure)
    let values = try valueWords(of: chart)
    let valueWidth = widestValue(of: chart, set: values)
    let shown = chart.series.indices.filter { !chart.hasOneReason(series: $0) }
    let grid = PanelGrid(
      count: shown.count, plot: frame.plot,
      least: valueWidth + Self.valueGap + Self.leastBar)
    let scale = BarScale(
      maximum: BarScale.maximum(
        for: chart.cells.joined().compactMap(\.value)
          .flatMap { [$0.share, $0.interval?.upperBound ?? 0] }),
      width: max(grid.width - valueWidth - Self.valueGap, 0))
    var form = PanelForm(frame: frame, grid: grid, scale: scale, shown: shown, words: values)
    for series in shown {
      form.names.append(try set(pieces(ofName: chart.series[series]), measure: grid.width))
      for row in chart.rows.indices {
        guard let reason = chart.cells[row][series].reason else { continue }
        form.words[row][series] = try set(
          [TextPiece([reason], .detail, ink: style.colour("muted"))],
          measure: max(grid.width - Self.valueGap, 1))
      }
    }
    form.withheld = try withheldWords(of: chart, in: frame)
    return form
  }

  /// The width that the widest value needs with its mark.
  private func widestValue(of chart: Chart, set words: [[SetText?]]) -> Length {
    var width: Length = 0
    for (cells, row) in zip(chart.cells, words) {
      for (cell, text) in zip(cells, row) {
        guard let text else { continue }
        let mark = cell.value?.significance == nil ? 0 : SignificanceMark.width
        width = max(width, text.width + mark)
      }
    }
    return width
  }

  /// The series of which nothing is shown, each with its reason.
  private func withheldWords(
    of chart: Chart, in frame: RowFrame
  ) throws(TypesettingError) -> [PanelForm.Withheld] {
    let gap = style.chart.labelGap
    let width = max((frame.measure - gap) * Self.widestWithheld, 1)
    var result: [PanelForm.Withheld] = []
    for series in chart.series.indices where chart.hasOneReason(series: series) {
      guard let reason = chart.cells.first?[series].reason else { continue }
      let name = try set(pieces(ofName: chart.series[series]), measure: width)
      let piece = TextPiece([reason], .detail, ink: style.colour("muted"))
      let words = try set([piece], measure: max(frame.measure - gap - width, 1))
      result.append(PanelForm.Withheld(series: series, name: name, reason: words))
    }
    return result
  }

  /// Draws small multiples at the bottom of a drawing, beside the names of the rows, which each line of
  /// panels has again.
  func draw(_ form: PanelForm, of chart: Chart, into drawing: inout ChartDrawing) {
    let starts = Array(stride(from: 0, to: form.shown.count, by: form.grid.columns))
    for start in starts {
      let panels = start..<min(start + form.grid.columns, form.shown.count)
      if start > 0 {
        drawing.breaks.append(drawing.size.height)
        drawing.size.height += style.chart.rowGap * Self.lineOfPanelsGap
      }
      placeNames(of: panels, in: form, into: &drawing)
      if starts.count == 1 { drawing.headHeight = drawing.size.height }
      let breaks = drawing.breaks
      let first = drawing.parts.count
      drawRows(of: panels, in: form, of: chart, into: &drawing)
      if start > 0 { drawing.repeatNames(from: first) }
      // Rows stay below the names of their panels.
      if starts.count > 1 { drawing.breaks = breaks }
    }
    placeWithheld(form, into: &drawing)
  }

  /// Lists the series of which nothing is shown below the panels.
  private func placeWithheld(_ form: PanelForm, into drawing: inout ChartDrawing) {
    guard !form.withheld.isEmpty else { return }
    let frame = form.frame
    drawing.size.height += style.chart.rowGap * 1.5
    let gap = style.chart.labelGap
    let width = max((frame.measure - gap) * Self.widestWithheld, 1)
    for (series, name, words) in form.withheld.map({ ($0.series, $0.name, $0.reason) }) {
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
    let name = TextPiece(series.label, .legend)
    guard !series.detail.isEmpty else { return [name] }
    return [name, TextPiece([Inline(" ", origin: .label)] + series.detail, .detail)]
  }

  private func placeNames(
    of panels: Range<Int>, in form: PanelForm, into drawing: inout ChartDrawing
  ) {
    let names = form.names[panels]
    let height = names.map(\.height).max() ?? 0
    for (column, name) in names.enumerated() {
      let corner = Point(
        x: form.frame.left + form.grid.left(of: column),
        y: drawing.size.height + height - name.height)
      drawing.parts += name.parts(
        at: corner, as: .name(series: form.shown[panels.lowerBound + column]))
    }
    drawing.size.height += height + style.chart.rowGap * 0.75
  }

  private func drawRows(
    of panels: Range<Int>, in form: PanelForm, of chart: Chart, into drawing: inout ChartDrawing
  ) {
    let contents = chart.rows.indices.map { content(of: panels, row: $0, in: form, of: chart) }
    let stacking = RowStacking(isAlignedOnFirstLine: true, hasSeparators: true)
    let areas = stack(consume contents, of: chart, in: form.frame, as: stacking, into: &drawing)
    for column in 0..<panels.count {
      let x = form.frame.left + form.grid.left(of: column)
      drawing.parts += zeroLines(at: x, along: areas)
    }
  }

  private func content(
    of panels: Range<Int>, row: Int, in form: PanelForm, of chart: Chart
  ) -> RowContent {
    let half = style.chart.barHeight / 2
    var content = RowContent(above: half, below: half)
    for (column, series) in form.shown[panels].enumerated() {
      guard let words = form.words[row][series] else { continue }
      var scale = form.scale
      scale.left = form.grid.left(of: column)
      let value = chart.cells[row][series].value
      if value == nil {
        content.below = max(content.below, words.height - words.firstLineHeight / 2)
      }
      content.above = max(content.above, words.firstLineHeight / 2)
      content.below = max(content.below, words.firstLineHeight / 2)
      guard draws else { continue }
      if let value {
        let bar = BarPlace(row: row, series: series, middle: 0, scale: scale)
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
      } else {
        content.parts += words.parts(
          at: Point(x: scale.left + Self.valueGap, y: -words.firstLineHeight / 2),
          as: .reason(row: row, series: series))
      }
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
