import DocumentTree
import Drawing
import HouseStyle

/// How a bar is filled: full ink, an outline for what is set apart, hatching for what is indicative.
struct BarFill {
  /// The colour of the ground.
  var ground: Colour
  /// The colour of outline and hatching; nil for a plain bar.
  var line: Colour?
  /// Whether the bar is hatched.
  var isHatched: Bool

  /// The width of outlines.
  static let outline: Length = 0.75
  /// The distance of hatching lines along the bar.
  static let hatchStep: Length = 4.5
  /// The width of hatching lines along the bar.
  static let hatchWidth: Length = 1.5

  /// The marks of a bar.
  func marks(_ rect: Rect) -> [Mark] {
    var marks = [Mark.path(PathMark(.rectangle(rect), fill: ground))]
    guard let line else { return marks }
    if isHatched { marks.append(.path(PathMark(Self.hatching(of: rect), fill: line))) }
    let width = min(Self.outline, rect.width, rect.height)
    let inner = Rect(
      x: rect.left + width / 2,
      y: rect.top + width / 2,
      width: rect.width - width,
      height: rect.height - width
    )
    marks.append(
      .path(PathMark(.rectangle(inner), stroke: Stroke(colour: line, width: width)))
    )
    return marks
  }

  /// Rising diagonal bands, cut off at the edges of a rectangle.
  ///
  /// A band holds the points whose x + y lies within `hatchWidth` of a multiple of `hatchStep`, so
  /// that the hatching of neighbouring bars is in line.
  static func hatching(of rect: Rect) -> Path {
    guard rect.width > 0, rect.height > 0 else { return Path() }
    let first = (rect.left + rect.top).ratio(to: hatchStep).rounded(.down)
    let last = (rect.right + rect.bottom).ratio(to: hatchStep).rounded(.up)
    guard first.isFinite, last.isFinite, last - first < 100_000 else { return Path() }
    let corners = [
      rect.origin, Point(x: rect.right, y: rect.top), Point(x: rect.right, y: rect.bottom),
      Point(x: rect.left, y: rect.bottom),
    ]
    var elements: [Path.Element] = []
    for number in stride(from: first, through: last, by: 1) {
      let low = hatchStep * number
      let band = clip(clip(corners, sumAtLeast: low), sumAtMost: low + hatchWidth)
      guard band.count > 2 else { continue }
      elements.append(.move(band[0]))
      elements += band.dropFirst().map { .line($0) }
      elements.append(.close)
    }
    return Path(elements)
  }

  private static func clip(_ polygon: [Point], sumAtLeast bound: Length) -> [Point] {
    clip(polygon) { $0.x + $0.y - bound }
  }

  private static func clip(_ polygon: [Point], sumAtMost bound: Length) -> [Point] {
    clip(polygon) { bound - $0.x - $0.y }
  }

  /// The part of a convex polygon where a linear function is not negative (Sutherland and Hodgman).
  private static func clip(_ polygon: [Point], inside: (Point) -> Length) -> [Point] {
    var result: [Point] = []
    for (index, end) in polygon.enumerated() {
      let start = polygon[index == 0 ? polygon.count - 1 : index - 1]
      let (from, to) = (inside(start), inside(end))
      if (from < 0) != (to < 0) {
        let share = from.ratio(to: from - to)
        result.append(
          Point(
            x: start.x + (end.x - start.x) * share,
            y: start.y + (end.y - start.y) * share
          )
        )
      }
      if to >= 0 { result.append(end) }
    }
    return result
  }
}

extension ChartSetter {
  /// The fill of the bars of a series.
  func fill(of series: Chart.Series, isIndicative: Bool) -> BarFill {
    let colour = style.colour(series.colour)
    let paper = style.colour("paper")
    if isIndicative {
      return BarFill(ground: colour.mixed(with: paper, 0.8), line: colour, isHatched: true)
    }
    if series.isLight {
      return BarFill(ground: colour.mixed(with: paper, 0.6), line: colour, isHatched: false)
    }
    if series.isSetApart {
      return BarFill(ground: colour.mixed(with: paper, 0.75), line: colour, isHatched: false)
    }
    return BarFill(ground: colour, line: nil, isHatched: false)
  }

  /// The ink for words on a ground: `paper` or `ink`, whichever stands out more; black or white if
  /// neither reaches 4.5 : 1.
  func ink(on ground: Colour) -> Colour {
    func best(_ colours: [Colour]) -> Colour {
      colours.max { $0.contrast(with: ground) < $1.contrast(with: ground) } ?? .black
    }
    let own = best([style.colour("paper"), style.colour("ink")])
    return own.contrast(with: ground) >= 4.5 ? own : best([.white, .black])
  }

  /// The pale ground of a bar of 100 %.
  var trackColour: Colour { style.colour("rule").mixed(with: style.colour("paper"), 0.5) }
}
