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
  /// With the gap behind it the column takes `ChartStyle.labelShare` of the measure, so that the bars
  /// of all charts begin at one place; it is wider only if a word needs it, and not there if no row
  /// has a name. Details stand behind the names if that fits in every row, else below.
  func rowLabels(of chart: Chart, measure: Length) throws(TypesettingError) -> RowLabels {
    let share = min(max(style.chart.labelShare, 0), Self.widestShare)
    let usual = max(measure * share - style.chart.labelGap, 1)
    let hasNames = chart.rows.contains { !$0.label.isEmpty || !$0.detail.isEmpty }
    var width: Length = hasNames ? usual : 0
    var isBehind = true
    for row in chart.rows {
      if try setLine(Self.nameAndDetail(of: row)).width > usual { isBehind = false }
    }
    if !isBehind {
      for row in chart.rows {
        width = max(width, try widestLine(of: row, at: usual))
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
          ? nil : try set([TextPiece(row.detail, .detail)], measure: width)
        labels.append(
          .init(
            name: try set([TextPiece(row.label, .label)], measure: width),
            detail: detail
          )
        )
      }
    }
    return RowLabels(width: width, labels: labels)
  }

  private static func nameAndDetail(of row: Chart.Row) -> [TextPiece] {
    let name = TextPiece(row.label, .label)
    guard !row.detail.isEmpty else { return [name] }
    return [name, TextPiece([Inline(" ", origin: .label)] + row.detail, .detail)]
  }

  /// The width of the widest line of a row's words at a measure, with hyphenation: more than the
  /// measure if a word has no place to be divided.
  private func widestLine(of row: Chart.Row, at measure: Length) throws(TypesettingError) -> Length
  {
    var widest: Length = 0
    for piece in [TextPiece(row.label, .label), TextPiece(row.detail, .detail)] {
      widest = max(widest, try widestLine(of: [piece], at: measure))
    }
    return widest
  }
}
