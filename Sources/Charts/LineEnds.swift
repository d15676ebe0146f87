import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// The words at one end of a line: its value, and at the right end the name of the series.
struct LineEnd {
  var series: Int
  var row: Int
  var share: Double
  var value: SetText
  var name: SetText?

  /// The space between value and name.
  static let gap: Length = 4
  /// The space between two ends.
  static let distance: Length = 2
  /// The height of both.
  var height: Length { max(value.height, name?.height ?? 0) }
  /// The width of both.
  var width: Length { value.width + (name.map { $0.width + Self.gap } ?? 0) }
}

/// The words at one side of a line chart, spread so that none stands on another.
struct LineSide {
  var ends: [LineEnd]
  /// The top of each.
  var tops: [Length]
  /// The width between the outermost dots and the words.
  var room: Length

  private static let plain: Length = 4
  private static let withLeaders: Length = 14

  /// Spreads ends as near to their levels as they can stand.
  init(_ ends: [LineEnd], on grid: LineGrid, rows: ClosedRange<Int>) {
    let order = ends.sorted { ($0.share, $1.series) > ($1.share, $0.series) }
    let wanted = order.map {
      Spread.Wanted(middle: grid.level(of: $0.share), extent: $0.height)
    }
    let tallest = order.map(\.height).max() ?? 0
    self.ends = order
    tops =
      Spread.place(
        wanted, gap: LineEnd.distance, from: grid.top - tallest / 2,
        to: grid.bottom + tallest / 2) ?? wanted.map { $0.middle - $0.extent / 2 }
    room = Self.plain
    for index in ends.indices where needsLeader(index, on: grid, rows: rows) {
      room = Self.withLeaders
    }
  }

  /// The width of words and room.
  var width: Length { (ends.map(\.width).max() ?? 0) + (ends.isEmpty ? 0 : room) }

  /// The height that ends need below one another.
  static func height(of ends: [LineEnd]) -> Length {
    ends.reduce(0) { $0 + $1.height + LineEnd.distance }
  }

  /// Whether words stand so far from their dot that a line must lead to it.
  func needsLeader(_ index: Int, on grid: LineGrid, rows: ClosedRange<Int>) -> Bool {
    let middle = tops[index] + ends[index].height / 2
    let distance = abs((middle - grid.level(of: ends[index].share)).points)
    let isOutermost = ends[index].row == rows.lowerBound || ends[index].row == rows.upperBound
    return distance > 2 || !isOutermost
  }
}

extension ChartSetter {
  /// The largest share of the measure that names at the ends of lines may take.
  private static let widestNames = 0.34

  /// The right ends: the last value of each series, with its name.
  func lineEnds(of chart: Chart, measure: Length) throws(TypesettingError) -> [LineEnd] {
    var result: [LineEnd] = []
    for (index, series) in chart.series.enumerated() {
      guard let row = chart.cells.lastIndex(where: { $0[index].value != nil }),
        let value = chart.cells[row][index].value
      else { continue }
      var pieces = [TextPiece(series.label, .legend)]
      if !series.detail.isEmpty {
        pieces.append(TextPiece([Inline(" ", origin: .label)] + series.detail, .detail))
      }
      result.append(
        LineEnd(
          series: index, row: row, share: value.share,
          value: try setLine([TextPiece([value.label], .value)]),
          name: series.label.isEmpty
            ? nil : try set(pieces, measure: measure * Self.widestNames)))
    }
    return result
  }

  /// The left ends: the values of the first row of series that go on.
  func lineStarts(of chart: Chart) throws(TypesettingError) -> [LineEnd] {
    var result: [LineEnd] = []
    for index in chart.series.indices {
      guard let value = chart.cells.first?[index].value,
        chart.cells.dropFirst().contains(where: { $0[index].value != nil })
      else { continue }
      result.append(
        LineEnd(
          series: index, row: 0, share: value.share,
          value: try setLine([TextPiece([value.label], .value)])))
    }
    return result
  }

  /// The words of a side with their leaders.
  ///
  /// - Parameters:
  ///   - side: the words.
  ///   - edge: where the words begin at the right, or end at the left.
  ///   - isRight: whether it is the right side.
  ///   - grid: the plot.
  ///   - chart: the chart.
  func parts(
    of side: LineSide, at edge: Length, isRight: Bool, on grid: LineGrid, of chart: Chart
  ) -> [ChartPart] {
    var parts: [ChartPart] = []
    let rows = 0...max(chart.rows.count - 1, 0)
    for (index, end) in side.ends.enumerated() {
      let middle = side.tops[index] + end.height / 2
      let left = isRight ? edge : edge - end.value.width
      if side.needsLeader(index, on: grid, rows: rows) {
        let reach = style.chart.dotRadius + 1
        let dot = Point(
          x: grid.xs[end.row] + (isRight ? reach : -reach), y: grid.level(of: end.share))
        let words = Point(x: isRight ? edge - 2 : edge + 2, y: middle)
        parts.append(
          line(
            .leader(row: end.row, series: end.series), from: dot, to: words,
            stroke: Stroke(colour: style.colour("muted"), width: 0.5)))
      }
      parts += end.value.parts(
        at: Point(x: left, y: middle - end.value.height / 2),
        as: .value(row: end.row, series: end.series))
      parts +=
        end.name.map { name in
          name.parts(
            at: Point(x: left + end.value.width + LineEnd.gap, y: middle - name.height / 2),
            as: .name(series: end.series))
        } ?? []
    }
    return parts
  }
}
