import Diagnostics
import Drawing
import HouseStyle
import LocatedYAML

/// Reads how charts are drawn: `chart` of a layout.
enum ChartStyleReader {
  /// The least height of a bar that is still read as a bar.
  static let leastBar: Length = 4
  /// The least height of a stacked bar: its values stand in it.
  static let leastStackedBar: Length = 10
  /// The least height of the plot of columns and lines.
  static let leastPlot: Length = 60

  static func read(_ keys: inout MappingReader) -> ChartStyle {
    var chart = ChartStyle()
    _ = keys.mapping("chart") { keys in
      var usual = ChartStyle.Heights(of: chart)
      readHeights(&keys, into: &usual)
      chart.barHeight = usual.barHeight
      chart.stackedBarHeight = usual.stackedBarHeight
      chart.barGap = usual.barGap
      chart.rowGap = usual.rowGap
      chart.plotHeight = usual.plotHeight
      if let value = keys.size("label-gap") { chart.labelGap = value }
      if let value = keys.size("segment-gap") { chart.segmentGap = value }
      if let value = keys.size("set-apart-gap") { chart.setApartGap = value }
      if let value = keys.size("dot-radius") { chart.dotRadius = value }
      if let share = keys.number("label-share") {
        if (0.05...0.8).contains(share.value) {
          chart.labelShare = share.value
        } else {
          keys.report(.outOfBounds("label-share", "from 0.05 to 0.8", at: share.range))
        }
      }
      chart.least = keys.mapping("shrink") { bound(&$0, from: usual, isLeast: true) }
      chart.most = keys.mapping("stretch") { bound(&$0, from: usual, isLeast: false) }
    }
    return chart
  }

  private static func readHeights(
    _ keys: inout MappingReader, into heights: inout ChartStyle.Heights
  ) {
    for (key, path, _) in sizes {
      if let value = keys.size(key) { heights[keyPath: path] = value }
    }
  }

  /// The heights that a layout may give, each with the least to which charts may be set.
  private static var sizes: [(key: String, path: HeightPath, least: Length)] {
    [
      ("bar-height", \.barHeight, leastBar),
      ("stacked-bar-height", \.stackedBarHeight, leastStackedBar),
      ("bar-gap", \.barGap, 0),
      ("row-gap", \.rowGap, 0),
      ("plot-height", \.plotHeight, leastPlot),
    ]
  }

  private typealias HeightPath = WritableKeyPath<ChartStyle.Heights, Length>

  /// The heights down to which charts give way, or up to which they grow: those that are not said
  /// stay as they are.
  private static func bound(
    _ keys: inout MappingReader, from usual: ChartStyle.Heights, isLeast: Bool
  ) -> ChartStyle.Heights {
    var bound = usual
    for (key, path, least) in sizes {
      let place = keys.placeOf(key)
      guard let value = keys.size(key) else { continue }
      let natural = usual[keyPath: path]
      if isLeast, value > natural || value < least {
        let bounds = "from \(points(least)) to the usual \(points(natural))"
        keys.report(.outOfBounds(key, bounds, at: place))
      } else if !isLeast, value < natural {
        keys.report(.outOfBounds(key, "the usual \(points(natural)) or more", at: place))
      } else {
        bound[keyPath: path] = value
      }
    }
    return bound
  }

  private static func points(_ length: Length) -> String {
    let tenths = Int((length.points * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)pt" : "\(tenths / 10).\(tenths % 10)pt"
  }
}
