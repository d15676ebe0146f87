import DocumentTree

/// Writes the alternative text of a chart: what it shows, from its own cells.
///
/// The text states the finding first, with its marks, and never repeats the title. Cells that print no
/// number add none. Of a chart with many values each row says its least and its largest; the table
/// behind the chart has them all.
struct ChartSentence {
  let wording: any Wording

  /// The most values that are told one by one.
  private static let mostValues = 48

  func text(of chart: Chart) -> String {
    let opening = wording.chartWords.openings[chart.kind] ?? ""
    let sentences: [String] =
      switch chart.kind {
      case .stackedBars, .divergingBars, .ranking: divided(chart)
      case .dumbbell: changes(chart)
      case .lines: courses(chart)
      case .groupedBars, .smallMultiples, .columns: compared(chart)
      }
    return ([opening] + sentences.map { $0 + "." }).joined(separator: " ")
  }

  /// The row with the largest value first, then the others in order.
  private func compared(_ chart: Chart) -> [String] {
    let sizes = chart.cells.map { cells in cells.compactMap { $0.value?.share }.max() ?? -1 }
    let isLong = chart.cells.joined().count { $0.value != nil } > Self.mostValues
    guard let top = sizes.indices.max(by: { (sizes[$0], -$0) < (sizes[$1], -$1) }), sizes[top] >= 0
    else { return chart.rows.indices.map { compared($0, of: chart, isShort: false) } }
    let order = [top] + chart.rows.indices.filter { $0 != top }
    return order.map { row in
      let text = compared(row, of: chart, isShort: isLong)
      return row == top && chart.rows.count > 1 ? "\(wording.chartWords.mostNamed): \(text)" : text
    }
  }

  private func compared(_ row: Int, of chart: Chart, isShort: Bool) -> String {
    let entries = zip(chart.series, chart.cells[row]).compactMap { series, cell in
      value(cell).map { (name: series.label.plainText, text: $0, share: cell.value?.share) }
    }
    let name = name(of: row, in: chart)
    let shares = entries.filter { $0.share != nil }
    if isShort, shares.count > 2,
      let low = shares.min(by: { ($0.share ?? 0) < ($1.share ?? 0) }),
      let high = shares.max(by: { ($0.share ?? 0) < ($1.share ?? 0) })
    {
      let range = wording.chartWords.range(
        .init(value: low.text, name: low.name), .init(value: high.text, name: high.name))
      return "\(name): \(range)"
    }
    let isNamed = chart.series.count > 1
    let values = entries.map { isNamed ? "\($0.name) \($0.text)" : $0.text }
    return values.isEmpty ? name : "\(name): \(values.joined(separator: ", "))"
  }

  /// For each row the parts of its bar, and what stands at its right.
  private func divided(_ chart: Chart) -> [String] {
    chart.rows.indices.map { row in
      let name = name(of: row, in: chart)
      if let reason = chart.cells[row].first?.reason { return "\(name): \(reason.text)" }
      var parts = zip(chart.series, chart.cells[row]).compactMap { series, cell in
        value(cell).map { "\(series.label.plainText) \($0)" }
      }
      if let summary = chart.rows[row].summary {
        parts.append("\(chart.summaryHeading.plainText) \(summary.text.plainText)")
      }
      return "\(name): \(parts.joined(separator: ", "))"
    }
  }

  /// For each row where it came from and where it went; the largest change first.
  private func changes(_ chart: Chart) -> [String] {
    let sizes = chart.cells.map { cells -> Double in
      guard let first = cells[0].value, let second = cells[1].value else { return -1 }
      return abs(second.share - first.share)
    }
    let order = chart.rows.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    return order.map { row in
      guard let first = value(chart.cells[row][0]), let second = value(chart.cells[row][1]),
        sizes[row] >= 0
      else { return compared(row, of: chart, isShort: false) }
      var text = wording.chartWords.fromTo(
        .init(value: first, name: chart.series[0].label.plainText),
        .init(value: second, name: chart.series[1].label.plainText))
      if let summary = chart.rows[row].summary {
        var marks = ["\(summary.text.plainText) \(wording.chartWords.points)"]
        if let mark = summary.significance { marks.append(wording.chartWords.significance(mark)) }
        text += " (\(marks.joined(separator: ", ")))"
      }
      return "\(name(of: row, in: chart)): \(text)"
    }
  }

  /// For each line its values in order.
  private func courses(_ chart: Chart) -> [String] {
    chart.series.indices.map { series in
      let values = chart.rows.indices.compactMap { row in
        value(chart.cells[row][series]).map { "\(chart.rows[row].label.plainText) \($0)" }
      }
      return "\(chart.series[series].label.plainText): \(values.joined(separator: ", "))"
    }
  }

  /// A row's name, with that of its group.
  private func name(of row: Int, in chart: Chart) -> String {
    let opening = chart.rows[...row].last { !$0.heading.isEmpty || $0.opensGroup }
    let group = opening?.heading.plainText ?? ""
    let name = chart.rows[row].label.plainText
    return group.isEmpty ? name : "\(group), \(name)"
  }

  private func value(_ cell: Chart.Cell) -> String? {
    switch cell {
    case .value(let value):
      let marks = [
        value.isIndicative ? wording.indicative : nil,
        value.significance.map(wording.chartWords.significance),
      ].compactMap { $0 }
      return marks.isEmpty
        ? value.label.text : "\(value.label.text) (\(marks.joined(separator: ", ")))"
    case .noBar(let reason): return reason.text
    case .absent: return nil
    }
  }
}
