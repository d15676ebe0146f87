import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// The groups of columns: where each bar stands.
struct ColumnGrid {
  /// The width of a group with the space around it.
  var slot: Length
  /// From the left edge of one bar to that of the next.
  var pitch: Length
  /// The width of a bar.
  var bar: Length
  private let seriesCount: Int

  private static let widestBar: Length = 46
  /// The share of a slot that bars take at most.
  private static let fullest = 0.78
  private static let gap: Length = 2

  init(rows: Int, series: Int, width: Length) {
    seriesCount = series
    slot = width / Double(max(rows, 1))
    pitch = min(slot * Self.fullest / Double(max(series, 1)), Self.widestBar + Self.gap)
    bar = max(pitch - Self.gap, 0)
  }

  /// The left edge of a bar.
  func left(row: Int, series: Int) -> Length {
    let group = pitch * Double(seriesCount)
    return slot * Double(row) + (slot - group) / 2 + pitch * Double(series)
      + (pitch - bar) / 2
  }
}

/// Columns with their words set.
struct ColumnForm {
  var grid: ColumnGrid
  var words: [ColumnWords]
  /// The names below the groups.
  var labels: [RowLabels.Label]
}

/// What stands below or above a column.
struct ColumnWords {
  var row: Int
  var series: Int
  var words: SetText
  /// How many bars wide the place is: one, or the whole group for a common reason.
  var isForGroup: Bool
}

extension ChartSetter {
  /// The space between a column and its value.
  private static let columnValueGap: Length = 2.5
  /// The space below the line on which columns stand.
  private static let belowLine: Length = 4

  /// Sets the words of columns; nil if they would be narrower than their values or names.
  func columnForm(of chart: Chart, measure: Length) throws(TypesettingError) -> ColumnForm? {
    let grid = ColumnGrid(
      rows: chart.rows.count, series: chart.series.count, width: measure)
    guard let words = try columnWords(of: chart, on: grid),
      let labels = try columnLabels(of: chart, on: grid)
    else { return nil }
    return ColumnForm(grid: grid, words: words, labels: labels)
  }

  /// Draws columns at the bottom of a drawing; grouped bars if a reason would be too high for them.
  func draw(
    _ form: ColumnForm, of chart: Chart, into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    let (grid, words) = (form.grid, form.words)
    let reasons = words.filter { chart.cells[$0.row][$0.series].value == nil }
    guard reasons.allSatisfy({ $0.words.height <= style.chart.plotHeight / 2 }) else {
      let form = try groupedForm(of: chart, measure: drawing.size.width)
      return draw(form, of: chart, into: &drawing)
    }
    let values = words.compactMap { chart.cells[$0.row][$0.series].value }
    let maximum = BarScale.maximum(
      for: values.flatMap { [$0.share, $0.interval?.upperBound ?? 0] })
    let valueHeight = words.map(\.words.height).max() ?? 0
    let line = drawing.size.height + style.chart.plotHeight
    let scale = BarScale(
      maximum: maximum, width: style.chart.plotHeight - valueHeight - Self.columnValueGap)
    for entry in words {
      drawing.parts += columnParts(entry, of: chart, on: grid, line: line, scale: scale)
    }
    drawing.parts.append(
      self.line(
        .zeroLine, from: Point(x: 0, y: line), to: Point(x: drawing.size.width, y: line),
        stroke: Stroke(colour: style.colour("muted"), width: 0.75)))
    var bottom = line
    for (row, label) in form.labels.enumerated() {
      let corner = Point(x: grid.slot * Double(row), y: line + Self.belowLine)
      drawing.parts += label.name.parts(
        at: corner, as: .label(row: row), centredIn: grid.slot)
      drawing.parts +=
        label.detail?.parts(
          at: corner.moved(y: label.name.height), as: .detail(row: row), centredIn: grid.slot)
        ?? []
      bottom = max(bottom, corner.y + label.height)
    }
    drawing.size.height = bottom
  }

  /// The values and reasons; nil if a column is too narrow for one.
  private func columnWords(
    of chart: Chart, on grid: ColumnGrid
  ) throws(TypesettingError) -> [ColumnWords]? {
    var result: [ColumnWords] = []
    for (row, cells) in chart.cells.enumerated() {
      let common = chart.commonReason(row: row)
      for (series, cell) in cells.enumerated() {
        switch cell {
        case .absent: continue
        case .noBar(let reason):
          if let common, common.series != series { continue }
          let room = common == nil ? grid.pitch : grid.slot - Self.columnValueGap * 2
          let piece = TextPiece([reason], .detail, ink: style.colour("muted"))
          guard try widestLine(of: [piece], at: room) <= room else { return nil }
          let words = try set([piece], measure: room)
          result.append(
            ColumnWords(row: row, series: series, words: words, isForGroup: common != nil))
        case .value(let value):
          let words = try setLine([TextPiece([value.label], .value)])
          let mark = value.significance == nil ? 0 : SignificanceMark.width
          guard words.width + mark + 1 <= grid.pitch else { return nil }
          result.append(
            ColumnWords(row: row, series: series, words: words, isForGroup: false))
        }
      }
    }
    return result
  }

  /// The names below the columns; nil if a word is wider than its place.
  private func columnLabels(
    of chart: Chart, on grid: ColumnGrid
  ) throws(TypesettingError) -> [RowLabels.Label]? {
    let room = grid.slot - 4
    var labels: [RowLabels.Label] = []
    for row in chart.rows {
      let name = TextPiece(row.heading + row.label, .label)
      let detail = TextPiece(row.detail, .detail)
      guard room > 0, try widestLine(of: [name], at: room) <= room,
        try widestLine(of: [detail], at: room) <= room
      else { return nil }
      labels.append(
        .init(
          name: try set([name], measure: room),
          detail: row.detail.isEmpty ? nil : try set([detail], measure: room)))
    }
    return labels
  }

  private func columnParts(
    _ entry: ColumnWords, of chart: Chart, on grid: ColumnGrid, line: Length, scale: BarScale
  ) -> [ChartPart] {
    let left = grid.left(row: entry.row, series: entry.series)
    guard let value = chart.cells[entry.row][entry.series].value else {
      let place =
        entry.isForGroup
        ? (x: grid.slot * Double(entry.row), width: grid.slot) : (x: left, width: grid.bar)
      return entry.words.parts(
        at: Point(x: place.x, y: line - entry.words.height - Self.columnValueGap),
        as: .reason(row: entry.row, series: entry.series), centredIn: place.width)
    }
    let height = scale.length(of: value.share)
    let bar = Rect(x: left, y: line - height, width: grid.bar, height: height)
    let fill = fill(of: chart.series[entry.series], isIndicative: value.isIndicative)
    var parts = [
      ChartPart(
        .bar(row: entry.row, series: entry.series), marks: fill.marks(bar), bounds: bar)
    ]
    var top = bar.top
    if let interval = value.interval {
      let x = left + grid.bar / 2
      let high = line - scale.length(of: interval.upperBound)
      let low = line - scale.length(of: interval.lowerBound)
      parts.append(
        whisker(
          .whisker(row: entry.row, series: entry.series), from: Point(x: x, y: high),
          to: Point(x: x, y: low)))
      top = min(top, high)
    }
    let mark = value.significance == nil ? 0 : SignificanceMark.width
    let wordsLeft = left + (grid.bar - entry.words.width - mark) / 2
    let wordsTop = top - Self.columnValueGap - entry.words.height
    parts += entry.words.parts(
      at: Point(x: wordsLeft, y: wordsTop), as: .value(row: entry.row, series: entry.series))
    if let significance = value.significance {
      parts.append(
        SignificanceMark(significance).part(
          .significance(row: entry.row, series: entry.series),
          leftX: wordsLeft + entry.words.width + SignificanceMark.gap,
          axis: wordsTop + entry.words.height / 2, ink: style.colour("ink")))
    }
    return parts
  }
}
