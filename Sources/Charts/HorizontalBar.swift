import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// Where a bar from a common zero lies.
struct BarPlace {
  var row: Int
  var series: Int
  /// The level of its middle.
  var middle: Length
  var scale: BarScale

  /// The right end of the bar and of its whisker.
  func end(of value: Chart.Value) -> Length {
    scale.left + scale.length(of: max(value.share, value.interval?.upperBound ?? 0))
  }
}

extension ChartSetter {
  /// The height of the strokes at the ends of a whisker.
  private static let whiskerCap: Length = 4.5

  /// A bar with its whisker.
  func barParts(_ value: Chart.Value, of series: Chart.Series, at place: BarPlace) -> [ChartPart] {
    let bar = Rect(
      x: place.scale.left,
      y: place.middle - style.chart.barHeight / 2,
      width: place.scale.length(of: value.share),
      height: style.chart.barHeight
    )
    let fill = fill(of: series, isIndicative: value.isIndicative)
    var parts = [
      ChartPart(
        .bar(row: place.row, series: place.series), marks: fill.marks(bar), bounds: bar)
    ]
    if let interval = value.interval {
      let low = place.scale.left + place.scale.length(of: interval.lowerBound)
      let high = place.scale.left + place.scale.length(of: interval.upperBound)
      parts.append(
        whisker(
          .whisker(row: place.row, series: place.series),
          from: Point(x: low, y: place.middle), to: Point(x: high, y: place.middle)))
    }
    return parts
  }

  /// A whisker between two points: a line with a stroke across each end, in ink on a halo of paper.
  func whisker(_ element: ChartPart.Element, from start: Point, to end: Point) -> ChartPart {
    let half = Self.whiskerCap / 2
    let isUpright = start.x == end.x
    func cap(_ point: Point) -> [Path.Element] {
      isUpright
        ? [.move(point.moved(x: -half)), .line(point.moved(x: half))]
        : [.move(point.moved(y: -half)), .line(point.moved(y: half))]
    }
    let path = Path([.move(start), .line(end)] + cap(start) + cap(end))
    let corner = Point(x: min(start.x, end.x), y: min(start.y, end.y))
    let width = abs((end.x - start.x).points)
    let height = abs((end.y - start.y).points)
    let bounds = Rect(
      x: corner.x - (isUpright ? half : 0), y: corner.y - (isUpright ? 0 : half),
      width: Length(width) + (isUpright ? half * 2 : 0),
      height: Length(height) + (isUpright ? 0 : half * 2))
    return ChartPart(
      element,
      marks: [
        .path(PathMark(path, stroke: Stroke(colour: style.colour("paper"), width: 1.9))),
        .path(PathMark(path, stroke: Stroke(colour: style.colour("ink"), width: 0.7))),
      ], bounds: bounds)
  }
}
