import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// A line chart with the words at the ends of its lines and those of its scale set; how much room they
/// leave for those below the plot depends on its height.
struct LinesForm {
  /// The right ends, with the names of the series.
  var ends: [LineEnd]
  /// The left ends.
  var starts: [LineEnd]
  /// The numbers of the scale.
  var ticks: [(tick: Int, words: SetText)]
}

/// What stands below a row of a line chart: its name, its detail, and why values are missing.
private struct WaveLabel {
  var name: SetText
  var details: [(element: ChartPart.Element, words: SetText)]
}

extension ChartSetter {
  /// The least width of the plot; a narrower one is drawn as grouped bars.
  private static let leastPlot: Length = 80
  /// The space between the plot and the names below.
  private static let belowPlot: Length = 8
  /// The space between a dot and a value above or below.
  private static let dotGap: Length = 2

  /// Sets the words of lines.
  func linesForm(of chart: Chart, measure: Length) throws(TypesettingError) -> LinesForm {
    LinesForm(
      ends: try lineEnds(of: chart, measure: measure), starts: try lineStarts(of: chart),
      ticks: try tickWords(to: Self.maximum(of: chart)))
  }

  /// Draws lines at the bottom of a drawing: a scale, a line per series with its name at its end, and
  /// as many values between the ends as find room. Where the plot or the names of the rows would not
  /// fit, grouped bars.
  func draw(
    _ form: LinesForm, of chart: Chart, into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    let measure = drawing.size.width
    let radius = style.chart.dotRadius
    let (ends, starts, ticks) = (form.ends, form.starts, form.ticks)
    let top =
      drawing.size.height + max(ticks.last?.words.height ?? 0, ends.map(\.height).max() ?? 0) / 2
    let needed = max(LineSide.height(of: ends), LineSide.height(of: starts))
    var grid = LineGrid(
      top: top, bottom: top + max(style.chart.plotHeight, needed),
      maximum: Self.maximum(of: chart))
    let rows = 0...max(chart.rows.count - 1, 0)
    let left = LineSide(starts, on: grid, rows: rows)
    let right = LineSide(ends, on: grid, rows: rows)
    let scaleWidth = (ticks.map(\.words.width).max() ?? 0) + Self.valueGap
    let plot = (
      left: scaleWidth + left.width + radius, right: measure - right.width - radius
    )
    grid.xs = LineGrid.places(of: chart.rows, from: plot.left, to: plot.right)
    guard plot.right - plot.left >= Self.leastPlot,
      let labels = try waveLabels(of: chart, on: &grid, measure: measure, plot: plot)
    else {
      try setLegend(of: chart, into: &drawing)
      if drawing.size.height > 0 { drawing.size.height += style.chart.rowGap * 1.25 }
      return draw(
        try groupedForm(of: chart, measure: measure), of: chart, into: &drawing)
    }
    placeScale(ticks, on: grid, from: scaleWidth, to: plot.right + radius, in: &drawing)
    for series in chart.series.indices {
      drawing.parts += curve(of: series, of: chart, on: grid)
    }
    let edge = (left: plot.left - radius - left.room, right: plot.right + radius + right.room)
    drawing.parts += parts(of: left, at: edge.left, isRight: false, on: grid, of: chart)
    drawing.parts += parts(of: right, at: edge.right, isRight: true, on: grid, of: chart)
    try placeValues(
      of: chart, on: grid, except: (left.ends + right.ends).map { [$0.row, $0.series] },
      in: &drawing)
    place(labels, on: grid, in: &drawing)
  }

  private static func maximum(of chart: Chart) -> Double {
    BarScale.maximum(for: chart.cells.joined().compactMap { $0.value?.share })
  }

  /// The lines of the scale with their numbers; that of 0 is darker.
  private func placeScale(
    _ ticks: [(tick: Int, words: SetText)], on grid: LineGrid, from left: Length,
    to right: Length, in drawing: inout ChartDrawing
  ) {
    for (tick, words) in ticks {
      let y = grid.level(of: Double(tick) / 100)
      let colour = style.colour(tick == 0 ? "muted" : "rule")
      drawing.parts.append(
        line(
          .guide(tick: tick), from: Point(x: left, y: y), to: Point(x: right, y: y),
          stroke: Stroke(colour: colour, width: tick == 0 ? 0.75 : 0.5)))
      drawing.parts += words.parts(
        at: Point(x: left - Self.valueGap - words.width, y: y - words.height / 2),
        as: .tick(tick))
    }
  }

  /// The line of a series with its dots; it breaks where a row has no value.
  private func curve(of series: Int, of chart: Chart, on grid: LineGrid) -> [ChartPart] {
    let colour = style.colour(chart.series[series].colour)
    let radius = style.chart.dotRadius * 0.8
    var stretches: [ChartPart] = []
    var dots: [ChartPart] = []
    var previous: (row: Int, place: Point)?
    for (row, cells) in chart.cells.enumerated() {
      guard let value = cells[series].value else {
        previous = nil
        continue
      }
      let place = Point(x: grid.xs[row], y: grid.level(of: value.share))
      if let previous {
        var stretch = line(
          .stretch(series: series, row: previous.row, to: row), from: previous.place, to: place,
          stroke: Stroke(colour: colour, width: 1.75))
        stretch.bounds.origin.y -= 1
        stretch.bounds.size.height += 2
        stretches.append(stretch)
      }
      previous = (row, place)
      dots.append(
        ChartPart(
          .dot(row: row, series: series),
          marks: [
            .path(
              PathMark(
                .circle(centre: place, radius: radius),
                fill: value.isIndicative ? style.colour("paper") : colour,
                stroke: Stroke(
                  colour: value.isIndicative ? colour : style.colour("paper"), width: 1)))
          ],
          bounds: Rect(
            x: place.x - radius, y: place.y - radius, width: radius * 2, height: radius * 2)))
    }
    return stretches + dots
  }

  /// Places the values between the ends above or below their dots, where nothing stands yet.
  private func placeValues(
    of chart: Chart, on grid: LineGrid, except placed: [[Int]], in drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    let reach = style.chart.dotRadius + Self.dotGap
    for (row, cells) in chart.cells.enumerated() {
      for (series, cell) in cells.enumerated() {
        guard let value = cell.value, !placed.contains([row, series]) else { continue }
        let words = try setLine([TextPiece([value.label], .value)])
        let y = grid.level(of: value.share)
        for top in [y - reach - words.height, y + reach]
        where top >= grid.top - reach - words.height && top + words.height <= grid.bottom {
          let parts = words.parts(
            at: Point(x: grid.xs[row] - words.width / 2, y: max(top, 0)),
            as: .value(row: row, series: series))
          let isFree = !parts.contains { part in drawing.parts.contains { $0.collides(with: part) }
          }
          if isFree {
            drawing.parts += parts
            break
          }
        }
      }
    }
  }

  /// The names below the rows; nil if a word is wider than its place even at even distances.
  private func waveLabels(
    of chart: Chart, on grid: inout LineGrid, measure: Length,
    plot: (left: Length, right: Length)
  ) throws(TypesettingError) -> [WaveLabel]? {
    var widths: [Length] = []
    for (number, row) in chart.rows.enumerated() {
      let name = TextPiece(row.heading + row.label, .label)
      let detail = TextPiece(row.detail, .detail)
      var width = max(try setLine([name]).width, try setLine([detail]).width)
      for (_, words) in try missing(number, of: chart, measure: measure) {
        width = max(width, words.width)
      }
      widths.append(width)
    }
    if !grid.holds(widths, within: measure) {
      grid.xs = LineGrid.places(
        of: chart.rows.map { Chart.Row(label: $0.label) }, from: plot.left, to: plot.right)
    }
    let isFree = grid.holds(widths, within: measure)
    let room = isFree ? measure : grid.slot(within: measure) - LineGrid.labelGap
    guard room > 0 else { return nil }
    var labels: [WaveLabel] = []
    for (row, content) in chart.rows.enumerated() {
      let name = TextPiece(content.heading + content.label, .label)
      guard try widestLine(of: [name], at: room) <= room else { return nil }
      var label = WaveLabel(name: try set([name], measure: room), details: [])
      if !content.detail.isEmpty {
        let words = try set([TextPiece(content.detail, .detail)], measure: room)
        label.details.append((.detail(row: row), words))
      }
      label.details += try missing(
        row, of: chart, measure: max(grid.slot(within: measure) - LineGrid.labelGap, 1))
      labels.append(label)
    }
    return labels
  }

  /// Why values of a row are missing, by series.
  private func missing(
    _ row: Int, of chart: Chart, measure: Length
  ) throws(TypesettingError) -> [(element: ChartPart.Element, words: SetText)] {
    var result: [(element: ChartPart.Element, words: SetText)] = []
    let common = chart.commonReason(row: row)
    for (series, cell) in chart.cells[row].enumerated() {
      guard let reason = cell.reason, common == nil || common?.series == series else { continue }
      let isNamed = common == nil && !chart.series[series].label.isEmpty
      let name = isNamed ? chart.series[series].label + [Inline(": ", origin: .label)] : []
      let piece = TextPiece(name + [reason], .detail, ink: style.colour("muted"))
      result.append((.reason(row: row, series: series), try set([piece], measure: measure)))
    }
    return result
  }

  private func place(
    _ labels: [WaveLabel], on grid: LineGrid, in drawing: inout ChartDrawing
  ) {
    let top = grid.bottom + Self.belowPlot
    var bottom = max(top, drawing.parts.map(\.bounds.bottom).max() ?? 0)
    for (row, label) in labels.enumerated() {
      var y = top
      let all = [(element: ChartPart.Element.label(row: row), words: label.name)] + label.details
      for (element, words) in all {
        drawing.parts += words.parts(
          at: Point(x: grid.xs[row], y: y), as: element, centredIn: 0)
        y += words.height
      }
      bottom = max(bottom, y)
    }
    drawing.size.height = bottom
  }
}
