import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults

extension BlockComposer {
  /// A chart, or what stands in its place if its condition fails.
  mutating func chart(
    _ spec: ChartSpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    guard let selection = select(spec.selection, at: range, in: scope, into: &log) else {
      return []
    }
    let isStacked = spec.kind.map { $0.value == .stackedBars } ?? selection.question.isScale
    if isStacked, selection.question.kind == .multiple {
      log.report(
        .wrongChart(
          "stacked-bars", question: selection.question.id, at: spec.kind?.range ?? range))
      return []
    }
    var cells = ChartCells(results: results, inlines: inlines)
    var chart =
      isStacked
      ? stackedBars(selection, cells: &cells)
      : groupedBars(selection, order: spec.order?.value, cells: &cells)
    if spec.condition.when?.value == .reportable, !cells.isReportable {
      guard let otherwise = spec.condition.otherwise else { return [] }
      return [
        Block(
          .paragraph(inlines.compose(otherwise, in: scope, into: &log)), range: range)
      ]
    }
    inlines = cells.inlines
    if chart.rows.isEmpty || chart.series.isEmpty {
      log.report(.nothingToShow(at: range))
      return []
    }
    chart.title =
      spec.title.map { inlines.compose($0, in: scope, into: &log) }
      ?? [Inline(selection.question.label, origin: .label)]
    chart.subtitle =
      spec.subtitle.map { inlines.compose($0, in: scope, into: &log) }
      ?? subtitle(of: selection.question)
    chart.notes.append([Inline(wording.base(selection.question.universe), origin: .label)])
    if let note = spec.note { chart.notes.append(inlines.compose(note, in: scope, into: &log)) }
    if selection.question.kind == .multiple {
      chart.notes.append([Inline(wording.severalAnswers, origin: .label)])
    }
    chart.notes += cells.notes
    if isStacked, chart.sumsDiffer {
      chart.notes.append([Inline(wording.roundingNote, origin: .label)])
    }
    chart.notes = [chart.notes.joinedWithSpaces]
    chart.alternativeText = ChartSentence(wording: wording).text(of: chart)
    return [Block(.chart(chart), range: range)]
  }

  /// The wording of a question; empty if the codebook has none.
  func subtitle(of question: Question) -> [Inline] {
    question.text.isEmpty ? [] : [Inline(question.text, origin: .label)]
  }

  private mutating func groupedBars(
    _ selection: ChartSelection, order: ChartSpec.Order?, cells: inout ChartCells
  ) -> Chart {
    let question = selection.question
    var series: [Chart.Series] = []
    for (segment, wave) in selection.cohorts {
      series.append(
        Chart.Series(
          label: [Inline(cohortName(segment, wave, in: selection), origin: .label)],
          detail: cells.detail(
            question, item: selection.items[0], segment: segment, wave: wave),
          colour: colour(of: segment)))
    }
    let answers = ordered(selection, order: order, cells: cells)
    var rows: [Chart.Row] = []
    var values: [[Chart.Cell]] = []
    for item in selection.items {
      for (position, answer) in answers.enumerated() {
        let name = label(of: answer, in: question)
        let label = question.items.first { $0.id == item }?.label
        let isLone = answers.count == 1
        rows.append(
          Chart.Row(
            label: [
              Inline(label.map { isLone ? $0 : "\($0): \(name)" } ?? name, origin: .label)
            ], opensGroup: position == 0 && !isLone && !rows.isEmpty))
        var row: [Chart.Cell] = []
        for (segment, wave) in selection.cohorts {
          let figure = cells.figure(
            question.id, item: item, answer: answer, segment: segment, wave: wave)
          row.append(
            cells.cell(figure, canonical: canonical(question.id, item, answer, segment, wave)))
        }
        values.append(row)
      }
    }
    return Chart(
      kind: .groupedBars, title: [], rows: rows, series: series, cells: values,
      alternativeText: "")
  }

  /// A segment's name, with the wave where there are several.
  func cohortName(
    _ segment: SegmentKey, _ wave: String, in selection: ChartSelection
  ) -> String {
    let name = label(of: segment)
    return selection.waves.count > 1 ? "\(name), \(results.wave(wave)?.label ?? wave)" : name
  }

  /// A figure's query with all its defaults.
  func canonical(
    _ question: String, _ item: String?, _ answer: String, _ segment: SegmentKey, _ wave: String
  ) -> String {
    "\(question)\(item.map { ".\($0)" } ?? "").\(answer) for \(segment) in \(wave)"
  }

  /// The rows of grouped bars: by size for answers without a scale, "none" and "don't know" last.
  private func ordered(
    _ selection: ChartSelection, order: ChartSpec.Order?, cells: ChartCells
  ) -> [String] {
    let question = selection.question
    let order = order ?? (question.isScale ? .given : .descending)
    if order == .given { return selection.answers }
    func size(_ answer: String) -> Double {
      selection.cohorts.compactMap { segment, wave in
        cells.figure(
          question.id, item: selection.items[0], answer: answer, segment: segment, wave: wave)?
          .exactPercent
      }.max() ?? 0
    }
    func isLast(_ answer: String) -> Bool {
      question.categories.contains { $0.id == answer && ($0.isNone || $0.isDontKnow) }
    }
    let sized = selection.answers.enumerated().map { ($0.offset, $0.element, size($0.element)) }
    return sized.sorted { left, right in
      if isLast(left.1) != isLast(right.1) { return isLast(right.1) }
      if left.2 != right.2 { return order == .descending ? left.2 > right.2 : left.2 < right.2 }
      return left.0 < right.0
    }.map(\.1)
  }

  private mutating func stackedBars(
    _ selection: ChartSelection, cells: inout ChartCells
  ) -> Chart {
    let question = selection.question
    let colours = Self.scaleColours(for: selection.answers, of: question)
    let series = selection.answers.map { answer in
      Chart.Series(
        label: [Inline(label(of: answer, in: question), origin: .label)],
        colour: colours[answer] ?? "neutral",
        isSetApart: question.categories.contains { $0.id == answer && $0.isDontKnow })
    }
    var rows: [Chart.Row] = []
    var values: [[Chart.Cell]] = []
    for item in selection.items {
      for (position, segment) in selection.segments.enumerated() {
        for wave in selection.waves {
          let recorded = cells.inlines.figures.count
          let row = selection.answers.map { answer in
            cells.cell(
              cells.figure(
                question.id, item: item, answer: answer, segment: segment, wave: wave),
              canonical: canonical(question.id, item, answer, segment, wave))
          }
          // A wave that is known in part only cannot be stacked to 100%.
          if row.contains(.absent) {
            cells.forget(from: recorded)
            if results.wave(wave)?.publication != nil { cells.incomplete(wave) }
            continue
          }
          let merged = Self.merged(row)
          // What is not printed is in no list of printed figures either.
          if merged != row { cells.forget(from: recorded) }
          values.append(merged)
          let name = rowName(item, segment, wave, in: selection)
          rows.append(
            Chart.Row(
              label: [Inline(name, origin: .label)],
              detail: cells.detail(question, item: item, segment: segment, wave: wave),
              opensGroup: position == 0 && selection.segments.count > 1 && !rows.isEmpty))
        }
      }
    }
    return Chart(
      kind: .stackedBars, title: [], rows: rows, series: series, cells: values,
      alternativeText: "")
  }

  /// A row without bars says why once.
  private static func merged(_ row: [Chart.Cell]) -> [Chart.Cell] {
    let reason = row.first { if case .noBar = $0 { true } else { false } }
    guard let reason else { return row }
    // A part of 100% that is not shown would follow from the others: the whole row goes.
    return row.map { _ in reason }
  }

  private func rowName(
    _ item: String?, _ segment: SegmentKey, _ wave: String, in selection: ChartSelection
  ) -> String {
    var parts: [String] = []
    if let item, let named = selection.question.items.first(where: { $0.id == item }) {
      parts.append(named.label)
    }
    if selection.segments.count > 1 || parts.isEmpty { parts.append(label(of: segment)) }
    if selection.waves.count > 1 { parts.append(results.wave(wave)?.label ?? wave) }
    return parts.joined(separator: ", ")
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

extension Chart {
  /// Whether the printed percentages of a row do not add up to 100.
  var sumsDiffer: Bool {
    cells.contains { row in
      var sum = 0
      for cell in row {
        guard let label = cell.value?.label, let percent = Int(label.text.dropLast()) else {
          return false
        }
        sum += percent
      }
      return sum != 100
    }
  }
}

extension [[Inline]] {
  /// Several notes as one paragraph.
  var joinedWithSpaces: [Inline] {
    var result: [Inline] = []
    for note in self {
      if !result.isEmpty { result.append(Inline(" ", origin: .label)) }
      result += note
    }
    return result
  }
}
