import DocumentTree

/// Writes the alternative text of a chart: what it shows, from its own cells.
///
/// The text states the finding first, with its marks, and never repeats the title. Cells that print no
/// number add none. Where the data of the chart follow as a table the text is the finding alone;
/// elsewhere it tells every value, and of a chart with many values the least and the largest of each
/// row.
struct ChartSentence {
  let wording: any Wording
  /// Whether the data follow as a table, so that the finding is enough.
  var isBrief = false
  /// Whether values on small bases may be a finding.
  var tellsIndicative = true

  /// The most values that are told one by one.
  private static let mostValues = 48

  /// The text; each number has the origin of the value that it repeats.
  func text(of chart: Chart) -> [Inline] {
    let opening = wording.chartWords.openings[chart.kind] ?? ""
    var sentences: [Phrase] =
      switch chart.kind {
      case .stackedBars, .divergingBars: isBrief ? largest(chart) : divided(chart)
      case .ranking: isBrief ? range(chart) : divided(chart)
      case .dumbbell: changes(chart)
      case .lines: courses(chart)
      case .groupedBars, .smallMultiples, .columns: compared(chart)
      }
    sentences = sentences.map { "\($0)." }
    if isBrief { sentences.append("\(wording.chartWords.tableFollows)") }
    let phrase = sentences.reduce("\(opening)" as Phrase) { "\($0) \($1)" }
    return phrase.inlines
  }

  // MARK: - Bars that compare

  /// The row with the largest value first, then the others in order.
  private func compared(_ chart: Chart) -> [Phrase] {
    let sizes = chart.cells.map { cells in cells.compactMap { told($0)?.share }.max() ?? -1 }
    let isLong = chart.cells.joined().count { $0.value != nil } > Self.mostValues
    guard let top = sizes.indices.max(by: { (sizes[$0], -$0) < (sizes[$1], -$1) }), sizes[top] >= 0
    else {
      return isBrief ? [] : chart.rows.indices.map { compared($0, of: chart, isShort: false) }
    }
    let order = [top] + (isBrief ? [] : chart.rows.indices.filter { $0 != top })
    return order.map { row in
      let text = compared(row, of: chart, isShort: isLong)
      guard row == top, chart.rows.count > 1, isLargest(sizes[top], of: chart) else { return text }
      return "\(wording.chartWords.mostNamed): \(text)"
    }
  }

  /// Whether nothing that is not shown may be larger: the series of the value has one in each row.
  private func isLargest(_ share: Double, of chart: Chart) -> Bool {
    chart.series.indices.contains { series in
      chart.cells.contains { told($0[series])?.share == share }
        && chart.cells.allSatisfy { $0[series].reason == nil }
    }
  }

  private func compared(_ row: Int, of chart: Chart, isShort: Bool) -> Phrase {
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
    return values.isEmpty ? "\(name)" : "\(name): \(values.joined)"
  }

  // MARK: - Bars that are divided

  /// For each row the parts of its bar, and what stands at its right.
  private func divided(_ chart: Chart) -> [Phrase] {
    chart.rows.indices.map { row in
      let name = name(of: row, in: chart)
      if let reason = chart.cells[row].first?.reason { return "\(name): \(reason.text)" }
      var parts = zip(chart.series, chart.cells[row]).compactMap { series, cell in
        value(cell).map { "\(series.label.plainText) \($0)" as Phrase }
      }
      if let summary = chart.rows[row].summary {
        parts.append("\(chart.summaryHeading.plainText) \(Phrase(summary.text))")
      }
      return "\(name): \(parts.joined)"
    }
  }

  /// The most bars of which the largest part is told.
  private static let mostBars = 6

  /// The largest part of each bar; of a chart with many bars the reach of the first answer.
  private func largest(_ chart: Chart) -> [Phrase] {
    guard (2...Self.mostBars).contains(chart.rows.count) else { return range(chart) }
    let bars = chart.rows.indices.compactMap { row -> Phrase? in
      guard let share = chart.cells[row].compactMap({ told($0)?.share }).max() else { return nil }
      let parts = zip(chart.series, chart.cells[row]).compactMap { series, cell -> Phrase? in
        guard told(cell)?.share == share else { return nil }
        return value(cell).map { "\(series.label.plainText) \($0)" }
      }
      return "\(name(of: row, in: chart)) \(wording.list(parts))"
    }
    return bars.isEmpty ? [] : ["\(wording.chartWords.mostNamed): \(bars.joined(with: "; "))"]
  }

  /// The least and the largest share of the first answer; of a chart with one bar all its parts.
  private func range(_ chart: Chart) -> [Phrase] {
    guard chart.rows.count > 1 else { return divided(chart) }
    let shares = chart.rows.indices.compactMap { row in
      told(chart.cells[row][0]).map { (row: row, share: $0.share) }
    }
    guard let low = shares.min(by: { ($0.share, $0.row) < ($1.share, $1.row) }),
      let high = shares.max(by: { ($0.share, -$0.row) < ($1.share, -$1.row) })
    else { return [] }
    func stage(_ row: Int) -> ChartWords.Stage {
      .init(value: value(chart.cells[row][0]) ?? "", name: name(of: row, in: chart))
    }
    let answer = chart.series[0].label.plainText
    guard low.row != high.row else {
      return ["\(stage(low.row).name): \(answer) \(stage(low.row).value)"]
    }
    return ["\(answer): \(wording.chartWords.range(stage(low.row), stage(high.row)))"]
  }

  // MARK: - Waves

  /// For each row where it came from and where it went; the largest change first.
  private func changes(_ chart: Chart) -> [Phrase] {
    let sizes = chart.cells.map { cells -> Double in
      guard let first = told(cells[0]), let second = told(cells[1]) else { return -1 }
      return abs(second.share - first.share)
    }
    var order = chart.rows.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    if isBrief { order = order.prefix(1).filter { sizes[$0] >= 0 } }
    return order.map { row in
      guard let first = value(chart.cells[row][0]), let second = value(chart.cells[row][1]),
        sizes[row] >= 0
      else { return compared(row, of: chart, isShort: false) }
      var text = wording.chartWords.fromTo(
        .init(value: first, name: chart.series[0].label.plainText),
        .init(value: second, name: chart.series[1].label.plainText))
      if let summary = chart.rows[row].summary {
        var marks: [Phrase] = ["\(Phrase(summary.text)) \(wording.chartWords.points)"]
        if let mark = summary.significance {
          marks.append("\(wording.chartWords.significance(mark))")
        }
        text = "\(text) (\(marks.joined))"
      }
      return "\(name(of: row, in: chart)): \(text)"
    }
  }

  /// For each line its values in order; in brief its first and its last.
  private func courses(_ chart: Chart) -> [Phrase] {
    chart.series.indices.compactMap { series in
      let name = chart.series[series].label.plainText
      let told = chart.rows.indices.filter { self.told(chart.cells[$0][series]) != nil }
      if isBrief {
        guard let first = told.first, let last = told.last, first < last else { return nil }
        let ends = [first, last].map { row in
          ChartWords.Stage(
            value: value(chart.cells[row][series]) ?? "", name: chart.rows[row].label.plainText)
        }
        return "\(name): \(wording.chartWords.fromTo(ends[0], ends[1]))"
      }
      let values = chart.rows.indices.compactMap { row in
        value(chart.cells[row][series]).map {
          "\(chart.rows[row].label.plainText) \($0)" as Phrase
        }
      }
      return "\(name): \(values.joined)"
    }
  }

  // MARK: - Words of rows and cells

  /// A row's name, with that of its group.
  private func name(of row: Int, in chart: Chart) -> String {
    let opening = chart.rows[...row].last { !$0.heading.isEmpty || $0.opensGroup }
    let group = opening?.heading.plainText ?? ""
    let name = chart.rows[row].label.plainText
    return group.isEmpty ? name : "\(group), \(name)"
  }

  /// The value of a cell that may be a finding.
  private func told(_ cell: Chart.Cell) -> Chart.Value? {
    guard let value = cell.value, tellsIndicative || !value.isIndicative else { return nil }
    return value
  }

  private func value(_ cell: Chart.Cell) -> Phrase? {
    switch cell {
    case .value(let value):
      if isBrief, told(cell) == nil { return nil }
      let marks = [
        value.isIndicative ? wording.indicative : nil,
        value.significance.map(wording.chartWords.significance),
      ].compactMap { $0 }
      let text = Phrase([value.label])
      return marks.isEmpty ? text : "\(text) (\(marks.joined(separator: ", ")))"
    case .noBar(let reason): return "\(reason.text)"
    case .absent: return nil
    }
  }
}

extension [Phrase] {
  /// The phrases with commas between them.
  fileprivate var joined: Phrase { joined(with: ", ") }

  fileprivate func joined(with separator: String) -> Phrase {
    dropFirst().reduce(first ?? "") { "\($0)\(separator)\($1)" }
  }
}

extension Phrase {
  /// The phrase as text of a chart, its words together; figures must be recorded already.
  fileprivate var inlines: [Inline] {
    var result: [Inline] = []
    for piece in pieces {
      let inline =
        switch piece {
        case .words(let words): Inline(words, origin: .label)
        case .figure(let stated): Inline(stated.printed, origin: .label)
        case .printed(let inline): Inline(inline.text, origin: inline.origin)
        }
      if let last = result.last, last.origin == .label, inline.origin == .label {
        result[result.count - 1].text += inline.text
      } else {
        result.append(inline)
      }
    }
    return result
  }
}
