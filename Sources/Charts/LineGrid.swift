import DocumentTree
import Drawing

/// The plot of a line chart: where the share of a row lies.
struct LineGrid {
  /// The places of the rows, from left to right.
  var xs: [Length] = []
  /// The level of the largest share of the scale.
  var top: Length
  /// The level of 0.
  var bottom: Length
  /// The largest share of the scale.
  var maximum: Double

  /// The level of a share.
  func level(of share: Double) -> Length {
    bottom - (bottom - top) * (share.clampedToShare / maximum)
  }

  /// The least space between two labels below the plot.
  static let labelGap: Length = 3

  /// Whether labels of these widths, centred at their places, find room beside one another.
  func holds(_ widths: [Length], within width: Length) -> Bool {
    var end: Length = -Self.labelGap
    for (x, label) in zip(xs, widths) {
      if x - label / 2 < end + Self.labelGap { return false }
      end = x + label / 2
    }
    return end <= width
  }

  /// The least distance between two neighbours, or that to the edges of a space around them.
  func slot(within width: Length) -> Length {
    let distances = zip(xs, xs.dropFirst()).map { $1 - $0 }
    let edges = [(xs.first ?? 0) * 2, (width - (xs.last ?? 0)) * 2]
    return (distances + edges).min() ?? width
  }

  /// The places of rows between two bounds: by their time if they all have one and it runs on, else
  /// at even distances.
  static func places(of rows: [Chart.Row], from left: Length, to right: Length) -> [Length] {
    guard rows.count > 1 else { return rows.map { _ in left + (right - left) / 2 } }
    let times = rows.compactMap(\.time)
    let runsOn = zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
    if times.count == rows.count, runsOn, let first = times.first, let last = times.last {
      return times.map { left + (right - left) * (($0 - first) / (last - first)) }
    }
    return rows.indices.map {
      left + (right - left) * (Double($0) / Double(rows.count - 1))
    }
  }
}
