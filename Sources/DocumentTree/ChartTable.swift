extension Chart {
  /// The words for what a drawing shows by shape.
  public struct TableWords: Sendable, Hashable {
    /// For a value on a small base: "indicatief".
    public var indicative: String
    /// For a value that a test puts above what it was compared with.
    public var higher: String
    /// For a value that a test puts below it.
    public var lower: String

    /// Creates the words.
    public init(indicative: String, higher: String, lower: String) {
      self.indicative = indicative
      self.higher = higher
      self.lower = lower
    }

    /// The word for a mark of significance.
    public func word(for mark: Significance) -> String { mark == .higher ? higher : lower }
  }

  /// The data of the chart as a table: a line per row, a column per series, and the column at the
  /// right.
  ///
  /// Every number keeps its origin, so that table and drawing print one figure. Marks that the drawing
  /// shows by shape stand in words behind the value.
  public func table(with words: TableWords) -> Table {
    let hasDetails = rows.contains { !$0.detail.isEmpty }
    var heads = [Table.Cell([])]
    if hasDetails { heads.append(Table.Cell([])) }
    for series in series { heads.append(Table.Cell(series.label.joined(with: series.detail))) }
    if !summaryHeading.isEmpty { heads.append(Table.Cell(summaryHeading)) }
    var group: [Inline] = []
    var lines: [[Table.Cell]] = []
    for (row, cells) in zip(rows, cells) {
      if row.opensGroup || !row.heading.isEmpty { group = row.heading }
      let name = group.isEmpty ? row.label : group + [Inline(": ", origin: .label)] + row.label
      var line = [Table.Cell(name, isRowHeader: true)]
      if hasDetails { line.append(Table.Cell(row.detail)) }
      for cell in cells {
        let marks = cell.value.map { value in
          [value.isIndicative ? words.indicative : nil, value.significance.map(words.word)]
            .compactMap { $0 }
        }
        line.append(Table.Cell(cell.text.joined(with: marks ?? [])))
      }
      if !summaryHeading.isEmpty {
        let marks = row.summary?.significance.map { [words.word(for: $0)] } ?? []
        line.append(Table.Cell((row.summary?.text ?? []).joined(with: marks)))
      }
      lines.append(line)
    }
    let starts: [Table.Alignment] = hasDetails ? [.start, .start] : [.start]
    return Table(
      title: title,
      columns: starts + Array(repeating: .end, count: heads.count - starts.count),
      header: [heads], rows: lines, notes: notes)
  }
}

extension Chart.Cell {
  /// What the cell prints: the value, the reason, or a dash.
  fileprivate var text: [Inline] {
    switch self {
    case .value(let value): [value.label]
    case .noBar(let reason): [reason]
    case .absent: [Inline("–", origin: .label)]
    }
  }
}

extension [Inline] {
  /// The text with lesser words behind it, in brackets.
  fileprivate func joined(with words: [String]) -> [Inline] {
    words.isEmpty
      ? self : self + [Inline(" (" + words.joined(separator: ", ") + ")", origin: .label)]
  }

  /// The text with a detail below it.
  fileprivate func joined(with detail: [Inline]) -> [Inline] {
    detail.isEmpty ? self : self + [Inline("\n", origin: .label)] + detail
  }
}
