import DocumentTree
import Drawing

/// How shares become lengths along bars that are divided into parts.
///
/// Of stacked bars each is 100 %, less the gap before what is set apart; of a ranking the longest
/// bar takes the whole width; diverging bars share one unit and one zero, on both sides of which the
/// longest halves find room.
struct StackedScale {
  /// The width for the bars.
  var width: Length
  /// Whether the last parts stand behind a gap.
  var hasApart: Bool
  /// The place of the line where diverging bars part; 0 for other charts.
  var zero: Length = 0
  /// The length of a share of 1; nil if each row has its own.
  private var unit: Length?
  /// How much of each series lies left of the zero line: 0, 1, or one half of a middle series.
  private var leftParts: [Double] = []

  init(of chart: Chart, width: Length, apartGap: Length) {
    hasApart = chart.kind == .stackedBars && chart.series.contains { $0.isSetApart }
    self.width = max(width - (hasApart ? apartGap : 0), 0)
    switch chart.kind {
    case .ranking:
      unit = self.width / max(chart.cells.map(Self.sum).max() ?? 0, 0.01)
    case .divergingBars:
      leftParts = Self.leftParts(of: chart.series.count)
      let lefts = chart.cells.map { left(of: $0) }
      let rights = zip(chart.cells, lefts).map { Self.sum($0) - $1 }
      let reach = (lefts.max() ?? 0, rights.max() ?? 0)
      let unit = self.width / max(reach.0 + reach.1, 0.01)
      self.unit = unit
      zero = unit * reach.0
    default: break
    }
  }

  /// Where the bar of a row begins, and the length of a share of 1.
  func placing(_ cells: [Chart.Cell]) -> (start: Length, unit: Length) {
    let unit = unit ?? width / max(Self.sum(cells), 1)
    return (leftParts.isEmpty ? 0 : zero - unit * left(of: cells), unit)
  }

  /// The first half of a scale lies left, and half of its middle if it has one.
  static func leftParts(of count: Int) -> [Double] {
    (0..<count).map { 2 * $0 + 1 < count ? 1 : 2 * $0 + 1 == count ? 0.5 : 0 }
  }

  private func left(of cells: [Chart.Cell]) -> Double {
    zip(leftParts, cells).reduce(0) { $0 + $1.0 * ($1.1.value?.share.clampedToShare ?? 0) }
  }

  private static func sum(_ cells: [Chart.Cell]) -> Double {
    cells.reduce(0) { $0 + ($1.value?.share.clampedToShare ?? 0) }
  }
}
