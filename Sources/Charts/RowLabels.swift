import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// The names of a chart's rows, set in a column at the left.
struct RowLabels {
  /// One row's name.
  struct Label {
    /// The name, with what stands behind it.
    var name: SetText
    /// What stands below it; nil for nothing.
    var detail: SetText?

    /// The height of both.
    var height: Length { name.height + (detail?.height ?? 0) }

    /// Both, with the top-left corner at a point.
    func parts(at corner: Point, row: Int) -> [ChartPart] {
      name.parts(at: corner, as: .label(row: row))
        + (detail?.parts(at: corner.moved(y: name.height), as: .detail(row: row)) ?? [])
    }
  }

  /// The width of the column.
  var width: Length
  /// One label per row.
  var labels: [Label]
}

extension ChartSetter {
  /// The largest share of the measure that a label column may take for the sake of a long word.
  private static let widestShare = 0.5

  /// Sets the names of the rows.
  ///
  /// The column is as wide as the widest name, but at most `ChartStyle.labelShare` of the measure
  /// unless a word needs more. Details stand behind the names if that fits in every row, else below.
  func rowLabels(of chart: Chart, measure: Length) throws(TypesettingError) -> RowLabels {
    let limit = measure * min(max(style.chart.labelShare, 0.1), Self.widestShare)
    var natural: Length = 0
    var together: Length = 0
    for row in chart.rows {
      natural = max(natural, try setLine([TextPiece(row.label, "chart-label")]).width)
      together = max(together, try setLine(Self.nameAndDetail(of: row)).width)
    }
    let isBehind = together <= limit
    var width = min(isBehind ? together : natural, limit)
    if !isBehind {
      for row in chart.rows {
        width = max(width, try widestLine(of: row, at: limit))
      }
      width = min(width, measure * Self.widestShare)
    }
    var labels: [RowLabels.Label] = []
    for row in chart.rows {
      if isBehind {
        labels.append(.init(name: try set(Self.nameAndDetail(of: row), measure: width)))
      } else {
        let detail =
          row.detail.isEmpty
          ? nil : try set([TextPiece(row.detail, "chart-detail")], measure: width)
        labels.append(
          .init(
            name: try set([TextPiece(row.label, "chart-label")], measure: width),
            detail: detail
          )
        )
      }
    }
    return RowLabels(width: width, labels: labels)
  }

  private static func nameAndDetail(of row: Chart.Row) -> [TextPiece] {
    let name = TextPiece(row.label, "chart-label")
    guard !row.detail.isEmpty else { return [name] }
    return [name, TextPiece([Inline(" ", origin: .label)] + row.detail, "chart-detail")]
  }

  /// The width of the widest line of a row's words at a measure, with hyphenation: more than the
  /// measure if a word has no place to be divided.
  private func widestLine(of row: Chart.Row, at measure: Length) throws(TypesettingError) -> Length
  {
    var widest: Length = 0
    for piece in [TextPiece(row.label, "chart-label"), TextPiece(row.detail, "chart-detail")] {
      widest = max(widest, try widestLine(of: [piece], at: measure))
    }
    return widest
  }
}
