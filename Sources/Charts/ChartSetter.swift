public import DocumentTree
public import Drawing
public import HouseStyle
public import Typesetting

/// Draws charts: data and a house style in, placed marks out.
///
/// Words are set in the styles `chart-legend`, `chart-label`, `chart-detail` and `chart-value`;
/// nothing is set smaller than `ChartSetter.smallestSize`, whatever the style says.
public struct ChartSetter {
  /// The least size of words in a chart.
  public static let smallestSize: Length = 7

  private(set) var style: StyleSheet
  let looks: ChartLooks
  let typesetter: any Typesetter
  let language: String
  /// Whether parts are drawn; if not, only heights are reckoned.
  var draws = true

  /// Creates a setter.
  ///
  /// - Parameters:
  ///   - style: the house style; its colours, `chart` and `chart-*` paragraph styles are used.
  ///   - typesetter: sets the words.
  ///   - language: the language of the words as BCP 47.
  public init(style: StyleSheet, typesetter: any Typesetter, language: String) {
    self.style = style
    looks = ChartLooks(style)
    self.typesetter = typesetter
    self.language = language
  }

  /// Draws a chart at its usual heights.
  ///
  /// - Parameters:
  ///   - chart: the data; shares outside 0 to 1 are drawn as the nearer of the two.
  ///   - measure: the width of the drawing.
  /// - Returns: a drawing as wide as `measure`, with legend, labels, bars and values.
  public func set(
    _ chart: Chart,
    measure: Length
  ) throws(TypesettingError) -> ChartDrawing {
    try form(of: chart, measure: measure).drawing()
  }

  /// A setter that draws higher or lower, or reckons how high.
  func set(to extent: Double, draws: Bool) -> ChartSetter {
    var setter = self
    setter.style.chart = style.chart.set(to: extent)
    setter.draws = draws
    return setter
  }

  /// The space above a row: none above the first; within groups rows move together, and groups
  /// apart.
  func gap(above row: Int, of chart: Chart) -> Length {
    guard row > 0 else { return 0 }
    guard chart.hasGroups else { return style.chart.rowGap }
    return style.chart.rowGap * (chart.rows[row].opensGroup ? 2 : 0.6)
  }
}

extension Chart {
  /// Whether rows stand in groups.
  var hasGroups: Bool { rows.dropFirst().contains { $0.opensGroup } }

  /// The reason that stands for a whole row: every cell that is not absent has it.
  func commonReason(row: Int) -> (series: Int, reason: Inline)? {
    var common: (series: Int, reason: Inline)?
    for (series, cell) in cells[row].enumerated() {
      switch cell {
      case .absent: continue
      case .value: return nil
      case .noBar(let reason):
        if let common, common.reason.text != reason.text { return nil }
        if common == nil { common = (series, reason) }
      }
    }
    return common
  }

  /// Whether all cells of a series have the same reason for having no bar.
  func hasOneReason(series: Int) -> Bool {
    let reasons = cells.map { $0[series].reason?.text }
    return reasons.allSatisfy { $0 != nil && $0 == reasons[0] }
  }

  /// Whether colour and order alone do not tell the series of a bar: two series share a colour, or
  /// a row skips one.
  var isLegendAmbiguous: Bool {
    guard series.count > 1 else { return false }
    let colours = series.map { "\($0.colour) \($0.isLight)" }
    let repeats = colours.indices.contains { colours[..<$0].contains(colours[$0]) }
    return repeats
      || cells.contains { row in
        row.contains(.absent) && row.contains { $0 != .absent }
      }
  }

  /// Whether a series has values and all of them are indicative.
  func isIndicative(series: Int) -> Bool {
    var hasValue = false
    for row in cells {
      guard let isIndicative = row[series].value?.isIndicative else { continue }
      guard isIndicative else { return false }
      hasValue = true
    }
    return hasValue
  }
}
