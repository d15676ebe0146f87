import DocumentTree
import ReportSpec
import SurveyResults

// MARK: - Bars that are divided into the answers of a scale

extension BlockComposer {
  /// Stacked and diverging bars: a row for each item, segment and wave.
  mutating func dividedBars(_ request: ChartRequest, cells: inout ChartCells) -> Chart {
    let selection = request.selection
    let question = selection.question
    let isDiverging = request.kind == .divergingBars
    let answers = isDiverging ? selection.levels : selection.answers
    let colours = Self.scaleColours(for: answers, of: question)
    let series = answers.map { answer in
      Chart.Series(
        label: [Inline(label(of: answer, in: question), origin: .label)],
        colour: colours[answer] ?? "neutral",
        isSetApart: question.categories.contains { $0.id == answer && $0.isDontKnow })
    }
    let net = request.net ?? (isDiverging ? selection.dontKnow : nil)
    var rows: [Chart.Row] = []
    var values: [[Chart.Cell]] = []
    for line in dividedLines(request, cells: cells) {
      let recorded = cells.inlines.figures.count
      let keys = answers.map { line.key.joined(with: ChartKey(answer: $0)) }
      let row = cells.row(keys, question: question.id)
      // A wave that is known in part only cannot be stacked to 100%.
      if row.contains(.absent) {
        cells.forget(from: recorded)
        continue
      }
      let merged = Self.merged(row)
      // What is not printed is in no list of printed figures either.
      if merged != row { cells.forget(from: recorded) }
      values.append(merged)
      var printed = Chart.Row(
        heading: line.heading, label: [Inline(line.label, origin: .label)],
        detail: cells.detail(of: line.key, question: question), opensGroup: line.opensGroup)
      if let net, merged == row {
        printed.summary = summary(net, of: line.key, question: question, cells: &cells)
      }
      rows.append(printed)
    }
    var chart = Chart(
      kind: request.kind, title: [], rows: rows, series: series, cells: values,
      alternativeText: [])
    if let net, rows.contains(where: { $0.summary != nil }) {
      chart.summaryHeading = [Inline(label(of: net, in: question), origin: .label)]
    }
    return chart
  }

  /// The rows before they are filled: items head groups of segments, segments groups of waves.
  private func dividedLines(_ request: ChartRequest, cells: ChartCells) -> [ChartLine] {
    let selection = request.selection
    var lines: [ChartLine] = []
    for item in orderedItems(of: request, cells: cells) {
      for (position, segment) in selection.segments.enumerated() {
        for (number, wave) in selection.waves.enumerated() {
          let isFirst = position == 0 && number == 0
          let name = item.map { itemName($0, of: selection.question) }
          let isAlone = selection.segments.count == 1 && selection.waves.count == 1
          let cohort =
            selection.segments.count > 1 || name == nil
            ? cohortName(segment, wave, in: selection) : waveName(wave)
          lines.append(
            ChartLine(
              label: isAlone ? name ?? cohort : cohort,
              heading: isFirst && !isAlone ? name.map(Self.heading) ?? [] : [],
              opensGroup: opensGroup(
                item: name != nil && !isAlone && isFirst,
                segment: number == 0 && selection.waves.count > 1) && !lines.isEmpty,
              key: ChartKey(item: item, segment: segment, wave: wave)))
        }
      }
    }
    return lines
  }

  private func opensGroup(item: Bool, segment: Bool) -> Bool { item || segment }

  /// The share of a net at the right of a row; nil where it may not be shown.
  private func summary(
    _ answer: String, of key: ChartKey, question: Question, cells: inout ChartCells
  ) -> Chart.Summary? {
    let keys = [key.joined(with: ChartKey(answer: answer))]
    let value = cells.row(keys, question: question.id)[0].value
    return value.map { Chart.Summary([$0.label]) }
  }

  /// A row without bars says why once.
  static func merged(_ row: [Chart.Cell]) -> [Chart.Cell] {
    let reason = row.first { if case .noBar = $0 { true } else { false } }
    guard let reason else { return row }
    // A part of 100% that is not shown would follow from the others: the whole row goes.
    return row.map { _ in reason }
  }

  /// A colour for each answer: from one end of the scale to the other, the middle neutral.
  static func scaleColours(for answers: [String], of question: Question) -> [String: String] {
    let ranked = answers.filter { answer in
      !question.categories.contains { $0.id == answer && $0.isDontKnow }
    }
    let scales: [[String]] = [
      [], ["scale-1"], ["scale-1", "scale-5"], ["scale-1", "neutral", "scale-5"],
      ["scale-1", "scale-2", "scale-4", "scale-5"],
      ["scale-1", "scale-2", "neutral", "scale-4", "scale-5"],
      ["scale-1", "scale-1+scale-2", "scale-2", "scale-4", "scale-4+scale-5", "scale-5"],
      [
        "scale-1", "scale-1+scale-2", "scale-2", "neutral", "scale-4", "scale-4+scale-5",
        "scale-5",
      ],
    ]
    var colours: [String: String] = [:]
    for (position, answer) in ranked.enumerated() {
      let scale =
        ranked.count < scales.count
        ? scales[ranked.count] : scales[7] + Array(repeating: "neutral", count: ranked.count)
      colours[answer] = scale[position]
    }
    for answer in answers where colours[answer] == nil { colours[answer] = "dont-know" }
    return colours
  }
}

extension ChartSelection {
  /// The answer "don't know" if it is among those that are shown.
  fileprivate var dontKnow: String? {
    answers.first { answer in question.categories.contains { $0.id == answer && $0.isDontKnow } }
  }
}
