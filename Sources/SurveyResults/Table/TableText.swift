import SurveyStatistics

extension ResultsTable {
  /// The table for a terminal: aligned columns, marks, and what the marks mean.
  ///
  /// A figure on a small base has a `*`, one on a base that is too small is `n<30`; what is withheld is
  /// `·` with its reason below. Of two breakdowns that are crossed there is a table for each segment of
  /// the first.
  public var text: String { text(hasIntervals: false) }

  /// As `text`, each percentage with its 95 % interval if asked for.
  public func text(hasIntervals: Bool) -> String {
    var lines = [heading, question.text]
    if let universe = question.universe { lines.append("Asked of: \(universe)") }
    var groups: [String?] = []
    for column in columns where !groups.contains(column.group) { groups.append(column.group) }
    for group in groups {
      let indices = columns.indices.filter { columns[$0].group == group }
      lines += [""] + (group.map { [$0] } ?? [])
      lines += block(indices, hasIntervals: hasIntervals)
    }
    let notes = self.notes + (hasIntervals ? ["in brackets: 95 % intervals"] : [])
    if !notes.isEmpty { lines += [""] + notes }
    if !quotes.isEmpty { lines += ["", "Quotes"] + quotes.map(\.line) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let name = item.map { "\(question.id).\($0.id)" } ?? question.id
    let label = item.map { "\(question.label): \($0.label)" } ?? question.label
    return "\(label) (\(name)), \(wave.label)"
  }

  /// The table of some columns.
  private func block(_ indices: [Int], hasIntervals: Bool) -> [String] {
    let head = ["", ""] + indices.map { columns[$0].label }
    let body = rows.map { row in
      [row.name, (row.isNet ? "= " : "") + row.label]
        + indices.map { cell(row.figures[$0], hasIntervals: hasIntervals) }
    }
    let bases = ["n", ""] + indices.map { Self.text(of: columns[$0].base) }
    return AlignedText.lines(
      [head] + body + means(indices, hasIntervals: hasIntervals) + [bases], leading: 2)
  }

  private func means(_ indices: [Int], hasIntervals: Bool) -> [[String]] {
    let figures = indices.compactMap { columns[$0].mean }
    if figures.isEmpty { return [] }
    func line(_ name: String, _ number: (ExportedMean) -> Int?) -> [String] {
      [name, ""] + figures.map { text(of: $0, number, hasInterval: hasIntervals && name == "mean") }
    }
    return [line("mean", \.mean), line("standard deviation", \.deviation)]
  }

  private func text(
    of figure: MeanFigure, _ number: (ExportedMean) -> Int?, hasInterval: Bool
  ) -> String {
    switch figure.outcome {
    case .withheld: return "·"
    case .unknown: return "–"
    case .counted(_, let quality):
      if quality == .insufficient { return "n<\(policy.insufficient)" }
      let mean = ExportedMean(figure)
      guard let units = number(mean) else { return "–" }
      return DecimalText.of(units, decimals: 2) + (quality == .indicative ? "*" : "")
        + (hasInterval ? interval(mean.low, mean.high, decimals: 2) : "")
    }
  }

  private func cell(_ figure: Figure, hasIntervals: Bool) -> String {
    switch figure.outcome {
    case .counted(let proportion, let quality):
      if quality == .insufficient { return "n<\(policy.insufficient)" }
      let printed =
        figure.weightedShare.flatMap { PrintedPercentage(share: $0) }
        ?? PrintedPercentage(proportion)
      let mark = quality == .indicative ? "*" : ""
      let bounds = ExportedCell(figure)
      return printed.text + "%" + mark
        + (hasIntervals ? interval(bounds.low, bounds.high, decimals: 1) : "")
    case .published(let fact):
      switch fact.content {
      case .percent: return figure.percent.map { "\($0)%†" } ?? "–"
      case .rank(let place): return "place \(place)†"
      case .direction(let isLower): return isLower ? "lower†" : "higher†"
      }
    case .withheld: return "·"
    case .unknown: return "–"
    }
  }

  private func interval(_ low: Int?, _ high: Int?, decimals: Int) -> String {
    guard let low, let high else { return "" }
    let bounds = [low, high].map { DecimalText.of($0, decimals: decimals) }
    return " (\(bounds[0])–\(bounds[1]))"
  }

  static func text(of base: BaseFigure) -> String {
    switch base {
    case .counted(let n): "\(n)"
    case .below(let bound): "<\(bound)"
    case .unknown: "–"
    }
  }

  /// What the marks that occur mean.
  private var notes: [String] {
    var notes: [String] = []
    let figures = rows.flatMap(\.figures)
    let qualities = Set(
      figures.compactMap(\.outcome.quality) + columns.compactMap { $0.mean?.outcome.quality })
    if qualities.contains(.indicative) {
      notes.append("* indicative: fewer than \(policy.indicative) answered")
    }
    if qualities.contains(.insufficient) {
      notes.append("n<\(policy.insufficient) too few answered for a percentage or a mean")
    }
    if figures.contains(where: { if case .published = $0.outcome { true } else { false } }) {
      notes.append("† printed by: \(wave.publication ?? "an earlier publication")")
    }
    if figures.contains(where: { $0.weightedShare != nil }) {
      notes.append("percentages are weighted, n is not")
    }
    return notes + columns.indices.flatMap(withheld)
  }

  /// What is withheld in a column, by reason.
  private func withheld(in column: Int) -> [String] {
    Withholding.allCases.compactMap { reason in
      var names = rows.filter { $0.figures[column].outcome == .withheld(reason) }.map(\.name)
      if names.count == rows.count, !rows.isEmpty { names = ["all answers"] }
      if columns[column].mean?.outcome == .withheld(reason) { names.append("mean") }
      if names.isEmpty { return nil }
      let label = [columns[column].group, columns[column].label].compactMap { $0 }
      return "· \(label.joined(separator: ", ")), \(names.joined(separator: ", ")): "
        + reason.explanation(under: policy)
    }
  }
}

extension ResultsTable.Row {
  /// The name in queries, of a ranking with its places.
  fileprivate var name: String { places.map { "\(answer), \($0)" } ?? answer }
}

extension QuoteFigure {
  /// The quote on one line, with whose words they are if that may be said.
  fileprivate var line: String {
    let speaker = segment.map { " (\($0))" } ?? ""
    return "  “\(quote.text)”\(speaker)" + (quote.isSelection ? " [a selection]" : "")
  }
}

extension Figure.Outcome {
  /// How far the figure can be relied on; nil unless it is counted.
  var quality: Figure.Quality? {
    if case .counted(_, let quality) = self { quality } else { nil }
  }
}

extension MeanFigure.Outcome {
  /// How far the mean can be relied on; nil unless it is counted.
  var quality: Figure.Quality? {
    if case .counted(_, let quality) = self { quality } else { nil }
  }
}

extension Withholding {
  /// The reason in words, with the bounds of a policy.
  public func explanation(under policy: Policy) -> String {
    switch self {
    case .smallGroup: "withheld, fewer than \(policy.group) people"
    case .smallCell:
      "withheld, fewer than \(policy.cell) people gave, or did not give, a sensitive answer"
    case .dominance: "withheld, nearly everybody of a small group gave a sensitive answer"
    case .secondary: "withheld, another withheld figure would follow from it"
    }
  }
}

/// Text in aligned columns: the first ones to the left, the others to the right.
enum AlignedText {
  /// The lines of a table; columns stand two spaces apart, without spaces at line ends.
  ///
  /// - Parameters:
  ///   - rows: the cells.
  ///   - leading: how many columns are aligned to the left.
  static func lines(_ rows: [[String]], leading: Int) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let room = String(repeating: " ", count: widths[column] - cell.count)
        line += (column == 0 ? "" : "  ") + (column < leading ? cell + room : room + cell)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
