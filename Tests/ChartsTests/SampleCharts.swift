import Charts
import DocumentTree
import Drawing
import HouseStyle
import TestSupport
import Typesetting

/// Charts and a style for tests: words of 8 points are 4 points wide per character.
enum SampleCharts {
  /// The style: everything 8 points on a leading of 10, details 7 on 9.
  static var style: StyleSheet {
    func words(_ size: Length, _ leading: Length) -> ParagraphStyle {
      ParagraphStyle(text: TextStyle(families: ["Fixed"], size: size), leading: leading)
    }
    return StyleSheet(
      name: "test",
      pageSize: Size(width: 595, height: 842),
      baseline: 14,
      masters: [:],
      partMasters: [:],
      paragraphs: [
        "chart-label": words(8, 10), "chart-value": words(8, 10), "chart-legend": words(8, 10),
        "chart-detail": words(7, 9),
      ],
      colours: [
        "ink": .black, "paper": .white, "muted": grey(0.4), "rule": grey(0.8),
        "role-1": hexadecimal("#12436D"), "role-2": hexadecimal("#28A197"),
        "role-3": hexadecimal("#801650"), "dont-know": grey(0.5),
      ],
      chart: ChartStyle(
        barHeight: 10,
        stackedBarHeight: 16,
        barGap: 2,
        rowGap: 8,
        labelShare: 0.4,
        labelGap: 10,
        segmentGap: 1,
        setApartGap: 6
      ),
      table: TableStyle()
    )
  }

  static func grey(_ part: Double) -> Colour { Colour(red: part, green: part, blue: part) }

  static func hexadecimal(_ text: String) -> Colour { Colour(hexadecimal: text) ?? .black }

  /// Draws a chart; `extent` from -1 to 1 sets it as low or as high as layouts may allow.
  static func draw(_ chart: Chart, measure: Length, extent: Double = 0) throws -> ChartDrawing {
    var style = elastic
    style.chart = style.chart.set(to: extent)
    return try ChartSetter(style: style, typesetter: FixedMetricsTypesetter(), language: "nl")
      .set(chart, measure: measure)
  }

  /// The style with bounds for heights.
  static var elastic: StyleSheet {
    var style = style
    var heights = ChartStyle.Heights(of: style.chart)
    (heights.barHeight, heights.stackedBarHeight, heights.plotHeight) = (4, 10, 60)
    (heights.barGap, heights.rowGap) = (0, 2)
    style.chart.least = heights
    (heights.barHeight, heights.stackedBarHeight, heights.plotHeight) = (18, 36, 320)
    (heights.barGap, heights.rowGap) = (5, 36)
    style.chart.most = heights
    return style
  }

  static func value(_ percent: Int, figure: Int = 0, isIndicative: Bool = false) -> Chart.Cell {
    .value(
      share: Double(percent) / 100,
      label: Inline("\(percent)%", origin: .figure(figure)),
      isIndicative: isIndicative
    )
  }

  static func noBar(_ reason: String) -> Chart.Cell {
    .noBar(reason: Inline(reason, origin: .label))
  }

  static func series(_ label: String, _ colour: String, isSetApart: Bool = false) -> Chart.Series {
    Chart.Series(
      label: label.isEmpty ? [] : [Inline(label, origin: .label)],
      colour: colour,
      isSetApart: isSetApart
    )
  }

  static func row(_ label: String, detail: String = "", opensGroup: Bool = false) -> Chart.Row {
    Chart.Row(
      label: [Inline(label, origin: .label)],
      detail: detail.isEmpty ? [] : [Inline(detail, origin: .figure(99))],
      opensGroup: opensGroup
    )
  }

  static func chart(
    _ kind: Chart.Kind,
    rows: [Chart.Row],
    series: [Chart.Series],
    cells: [[Chart.Cell]]
  ) -> Chart {
    Chart(
      kind: kind,
      title: [Inline("Titel")],
      rows: rows,
      series: series,
      cells: cells,
      alternativeText: [Inline("Wat de grafiek zegt.")]
    )
  }
}

extension ChartDrawing {
  /// The bounds of the parts that show something, in drawing order.
  func bounds(of element: ChartPart.Element) -> [Rect] {
    parts.filter { $0.element == element }.map(\.bounds)
  }

  /// The words of the parts that show something, a string each.
  func words(of element: ChartPart.Element) -> [String] {
    parts.filter { $0.element == element }.map(\.text)
  }

  /// All words, in drawing order.
  var allWords: [String] { parts.filter { !$0.isArtwork }.map(\.text) }
}

/// Whether two rectangles are the same to a thousandth of a point.
func isClose(_ left: Rect, _ right: Rect) -> Bool {
  left.contains(right, tolerance: 0.001) && right.contains(left, tolerance: 0.001)
}
