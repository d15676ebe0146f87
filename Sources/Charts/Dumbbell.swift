import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// A dumbbell with its words set.
struct DumbbellForm {
  var frame: RowFrame
  var rows: [DumbbellRow]
  var scale: DumbbellScale
  /// The numbers of the scale.
  var ticks: [(tick: Int, words: SetText)]
}

/// One value of a dumbbell: its dot and its words.
struct DumbbellEnd {
  var series: Int
  var share: Double
  var isIndicative: Bool
  var words: SetText
}

/// A row of a dumbbell, set: the values from left to right, and the reasons behind them.
struct DumbbellRow {
  var ends: [DumbbellEnd]
  var reasons: [(series: Int, words: SetText)]

  /// What stands left of the first dot.
  var leftWidth: Length { ends.count > 1 ? ends[0].words.width : 0 }

  /// What stands right of the last dot.
  var rightWidth: Length {
    let reasons = self.reasons.reduce(Length.zero) { $0 + ChartSetter.valueGap + $1.words.width }
    return (ends.last?.words.width ?? 0) + reasons
  }
}

/// How shares lie along the rows of a dumbbell.
struct DumbbellScale {
  var zero: Length
  var width: Length
  var maximum: Double

  func place(of share: Double) -> Length { zero + width * (share.clampedToShare / maximum) }
}

extension ChartSetter {
  /// The space between a dot and its value.
  private static let dotGap: Length = 3.5
  /// The largest share of the plot that reasons may take.
  private static let widestReason = 0.4

  /// Sets the words of a dumbbell.
  func dumbbellForm(of chart: Chart, measure: Length) throws(TypesettingError) -> DumbbellForm {
    let frame = try rowFrame(of: chart, measure: measure)
    var rows: [DumbbellRow] = []
    for row in chart.rows.indices {
      rows.append(try dumbbellRow(row, of: chart, column: frame.plot))
    }
    let reach = style.chart.dotRadius + Self.dotGap
    let left = (rows.map(\.leftWidth).max() ?? 0) + reach
    let right = (rows.map(\.rightWidth).max() ?? 0) + reach
    let scale = DumbbellScale(
      zero: left, width: max(frame.plot - left - right, 1),
      maximum: BarScale.maximum(for: rows.flatMap { $0.ends.map(\.share) }))
    return DumbbellForm(
      frame: frame, rows: rows, scale: scale, ticks: try tickWords(to: scale.maximum))
  }

  /// Draws a dumbbell at the bottom of a drawing: a scale, and for each row the value of the first
  /// series, that of the second, and the line between them.
  func draw(_ form: DumbbellForm, of chart: Chart, into drawing: inout ChartDrawing) {
    let (frame, scale) = (form.frame, form.scale)
    placeTicks(of: form, into: &drawing)
    let first = drawing.parts.count
    let contents = form.rows.enumerated().map { content($1, row: $0, of: chart, on: scale) }
    let stacking = RowStacking(isAlignedOnFirstLine: false, hasSeparators: false)
    let areas = stack(consume contents, of: chart, in: frame, as: stacking, into: &drawing)
    let pale = Stroke(colour: style.colour("rule"), width: 0.5)
    let guides = areas.flatMap { area in
      Self.ticks(to: scale.maximum).map { tick in
        let x = frame.left + scale.place(of: Double(tick) / 100)
        return line(
          .guide(tick: tick), from: Point(x: x, y: area.top), to: Point(x: x, y: area.bottom),
          stroke: pale)
      }
    }
    drawing.parts.insert(contentsOf: guides, at: first)
  }

  /// The numbers of a scale: 0, the end, and quarters of 100 between them.
  static func ticks(to maximum: Double) -> [Int] {
    Array(stride(from: 0, through: Int((maximum * 100).rounded()), by: 25))
  }

  /// The numbers of a scale, set.
  func tickWords(
    to maximum: Double
  ) throws(TypesettingError) -> [(tick: Int, words: SetText)] {
    var result: [(tick: Int, words: SetText)] = []
    for tick in Self.ticks(to: maximum) {
      let label = Inline("\(tick)%", origin: .scale)
      let piece = TextPiece([label], .detail, ink: style.colour("muted"))
      result.append((tick, try setLine([piece])))
    }
    return result
  }

  /// Places the numbers of the scale at the bottom of the head; those that find no room are left out.
  private func placeTicks(of form: DumbbellForm, into drawing: inout ChartDrawing) {
    let (frame, scale) = (form.frame, form.scale)
    var end: Length = 0
    var height: Length = 0
    for (tick, words) in form.ticks {
      let left = frame.left + scale.place(of: Double(tick) / 100) - words.width / 2
      guard left >= end, left + words.width <= frame.left + frame.plot else { continue }
      drawing.parts += words.parts(at: Point(x: left, y: drawing.size.height), as: .tick(tick))
      end = left + words.width + Self.valueGap
      height = max(height, words.height)
    }
    drawing.size.height += height + 3
    drawing.headHeight = drawing.size.height
  }

  private func dumbbellRow(
    _ row: Int, of chart: Chart, column: Length
  ) throws(TypesettingError) -> DumbbellRow {
    var result = DumbbellRow(ends: [], reasons: [])
    if let common = chart.commonReason(row: row) {
      let piece = TextPiece([common.reason], .detail, ink: style.colour("muted"))
      result.reasons = [(common.series, try set([piece], measure: column * Self.widestReason))]
      return result
    }
    for (series, cell) in chart.cells[row].enumerated() {
      switch cell {
      case .absent: continue
      case .value(let value):
        let ink = chart.series[series].isLight ? style.colour("muted") : nil
        let words = try setLine([TextPiece([value.label], .value, ink: ink)])
        result.ends.append(
          DumbbellEnd(
            series: series, share: value.share, isIndicative: value.isIndicative, words: words))
      case .noBar(let reason):
        let name = chart.series[series].label + [Inline(" ", origin: .label)]
        let piece = TextPiece(name + [reason], .detail, ink: style.colour("muted"))
        let share = Self.widestReason / Double(chart.series.count)
        result.reasons.append((series, try set([piece], measure: max(column * share, 1))))
      }
    }
    result.ends.sort { ($0.share, $0.series) < ($1.share, $1.series) }
    return result
  }

  /// The line, dots and words of a row; its axis is the line.
  private func content(
    _ row: DumbbellRow, row number: Int, of chart: Chart, on scale: DumbbellScale
  ) -> RowContent {
    let radius = style.chart.dotRadius
    var content = RowContent(above: radius + 1, below: radius + 1)
    for reason in row.reasons {
      content.above = max(content.above, reason.words.height / 2)
      content.below = max(content.below, reason.words.height / 2)
    }
    guard draws else { return content }
    let places = row.ends.map { scale.place(of: $0.share) }
    var dots: [ChartPart] = []
    for (end, x) in zip(row.ends, places) {
      let centre = Point(x: x, y: 0)
      let dot = ChartPart(
        .dot(row: number, series: end.series),
        marks: dotMarks(chart.series[end.series], isIndicative: end.isIndicative, at: centre),
        bounds: Rect(x: x - radius, y: -radius, width: radius * 2, height: radius * 2))
      // The dot of the later series lies on that of the earlier.
      if chart.series[end.series].isLight { dots.insert(dot, at: 0) } else { dots.append(dot) }
    }
    if let start = places.first, let end = places.last, end > start {
      let colour = style.colour(chart.series[row.ends[0].series].colour)
      content.parts.append(
        line(
          .connector(row: number), from: Point(x: start, y: 0), to: Point(x: end, y: 0),
          stroke: Stroke(colour: colour.mixed(with: style.colour("paper"), 0.4), width: 2)))
    }
    content.parts += dots
    var x = (places.last ?? scale.place(of: 0)) + (places.isEmpty ? 0 : radius + Self.dotGap)
    for (index, end) in row.ends.enumerated() {
      let isLeft = index == 0 && row.ends.count > 1
      let left = isLeft ? places[0] - radius - Self.dotGap - end.words.width : x
      content.parts += onPlate(
        end.words.parts(
          at: Point(x: left, y: -end.words.height / 2),
          as: .value(row: number, series: end.series)))
      if !isLeft { x += end.words.width + Self.valueGap }
    }
    for reason in row.reasons {
      content.parts += reason.words.parts(
        at: Point(x: x, y: -reason.words.height / 2),
        as: .reason(row: number, series: reason.series))
      x += reason.words.width + Self.valueGap
    }
    return content
  }

  /// Words on a ground of paper, so that no line of the scale runs through them.
  private func onPlate(_ parts: [ChartPart]) -> [ChartPart] {
    guard var first = parts.first else { return parts }
    let area = parts.dropFirst().reduce(first.bounds) { $0.union($1.bounds) }
    let plate = Rect(
      x: area.left - 1, y: area.top, width: area.width + 2, height: area.height)
    first.marks.insert(
      .path(PathMark(.rectangle(plate), fill: style.colour("paper"))), at: 0)
    return [first] + parts.dropFirst()
  }

  /// A dot: solid, pale with an outline for an earlier wave, hollow on a small base.
  func dotMarks(
    _ series: Chart.Series, isIndicative: Bool, at centre: Point
  ) -> [Mark] {
    let colour = style.colour(series.colour)
    let paper = style.colour("paper")
    let radius = style.chart.dotRadius
    let isSolid = !isIndicative && !series.isLight
    guard !isSolid else {
      return [.path(PathMark(.circle(centre: centre, radius: radius), fill: colour))]
    }
    let line = radius * 0.34
    return [
      .path(
        PathMark(
          .circle(centre: centre, radius: radius - line / 2),
          fill: isIndicative ? paper : colour.mixed(with: paper, 0.6),
          stroke: Stroke(colour: colour, width: line)))
    ]
  }
}
