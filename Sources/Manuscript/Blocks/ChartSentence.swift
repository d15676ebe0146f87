import DocumentTree

/// Writes the alternative text of a chart: what it shows, from its own cells.
///
/// The text states the finding with its marks and never repeats the title. Cells that print no
/// number add none.
struct ChartSentence {
  let wording: any Wording

  func text(of chart: Chart) -> String {
    let opening = wording.chartOpening(
      isStacked: chart.kind == .stackedBars, title: chart.title.plainText)
    let body = chart.kind == .stackedBars ? stacked(chart) : grouped(chart)
    return "\(opening) \(body)"
  }

  /// The row with the largest value, with the value of each series, and the last row.
  private func grouped(_ chart: Chart) -> String {
    let sizes = chart.cells.enumerated().map { row, cells in
      (row, cells.compactMap { $0.value?.share }.max() ?? -1)
    }
    guard let top = sizes.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }), top.1 >= 0 else {
      return chart.rows.map { $0.label.plainText }.joined(separator: ", ") + "."
    }
    let order = [top.0] + chart.rows.indices.filter { $0 != top.0 }
    let sentences = order.map { row -> String in
      let name = chart.rows[row].label.plainText
      let values = zip(chart.series, chart.cells[row]).compactMap { series, cell -> String? in
        value(cell).map { value in
          chart.series.count == 1 ? value : "\(series.label.plainText) \(value)"
        }
      }
      let text = "\(name): \(values.joined(separator: ", "))"
      return row == top.0 ? wording.mostNamed(text) : text
    }
    return sentences.joined(separator: ". ") + "."
  }

  /// For each row the parts of its bar.
  private func stacked(_ chart: Chart) -> String {
    chart.rows.indices.map { row in
      let name = chart.rows[row].label.plainText
      let parts = zip(chart.series, chart.cells[row]).compactMap { series, cell in
        value(cell).map { "\(series.label.plainText) \($0)" }
      }
      if case .noBar(let reason)? = chart.cells[row].first { return "\(name): \(reason.text)" }
      return "\(name): \(parts.joined(separator: ", "))"
    }.joined(separator: ". ") + "."
  }

  private func value(_ cell: Chart.Cell) -> String? {
    switch cell {
    case .value(let value):
      value.isIndicative ? "\(value.label.text) (\(wording.indicative))" : value.label.text
    case .noBar(let reason): reason.text
    case .absent: nil
    }
  }
}
