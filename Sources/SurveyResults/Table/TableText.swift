import SurveyStatistics

extension ResultsTable {
  /// The table for a terminal: aligned columns, marks, and what the marks mean.
  ///
  /// A figure on a small base has a `*`, one on a base that is too small is `n<30`; what is withheld is
  /// `·` with its reason below.
  public var text: String {
    var lines = [heading, question.text]
    if let universe = question.universe { lines.append("Asked of: \(universe)") }
    lines.append("")
    let head = ["", ""] + columns.map(\.label)
    let body = rows.map { row in
      [row.answer, (row.isNet ? "= " : "") + row.label] + row.figures.map(cell)
    }
    let bases = ["n", ""] + columns.map { Self.text(of: $0.base) }
    lines += AlignedText.lines([head] + body + [bases], leading: 2)
    let notes = self.notes
    if !notes.isEmpty { lines += [""] + notes }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let name = item.map { "\(question.id).\($0.id)" } ?? question.id
    let label = item.map { "\(question.label): \($0.label)" } ?? question.label
    return "\(label) (\(name)), \(wave.label)"
  }

  private func cell(_ figure: Figure) -> String {
    switch figure.outcome {
    case .counted(let proportion, let quality):
      if quality == .insufficient { return "n<\(policy.insufficient)" }
      let isPlain = figure.weightedShare == nil
      let percent = isPlain ? proportion.percentText : figure.percent.map { "\($0)%" } ?? "–"
      return percent + (quality == .indicative ? "*" : "")
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
    if figures.contains(where: { $0.outcome.quality == .indicative }) {
      notes.append("* indicative: fewer than \(policy.indicative) answered")
    }
    if figures.contains(where: { $0.outcome.quality == .insufficient }) {
      notes.append("n<\(policy.insufficient) too few answered for a percentage")
    }
    if figures.contains(where: { if case .published = $0.outcome { true } else { false } }) {
      notes.append("† printed by: \(wave.publication ?? "an earlier publication")")
    }
    if figures.contains(where: { $0.weightedShare != nil }) {
      notes.append("percentages are weighted, n is not")
    }
    for (column, index) in zip(columns, columns.indices) {
      for reason in Withholding.allCases {
        let answers = rows.filter { $0.figures[index].outcome == .withheld(reason) }
        if answers.isEmpty { continue }
        let names =
          answers.count == rows.count
          ? "all answers" : answers.map(\.answer).joined(separator: ", ")
        notes.append("· \(column.label), \(names): \(reason.explanation(under: policy))")
      }
    }
    return notes
  }
}

extension Figure.Outcome {
  /// How far the figure can be relied on; nil unless it is counted.
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
