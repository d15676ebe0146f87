import DocumentTree
import ReportSpec
import SurveyResults

/// A row or series of a comparison before its cells are there.
struct ChartLine {
  var label: String
  var heading: [Inline] = []
  var opensGroup = false
  var key: ChartKey
}

// MARK: - Bars, columns and lines that compare

extension BlockComposer {
  /// Grouped bars, small multiples, columns and lines.
  mutating func comparison(_ request: ChartRequest, cells: inout ChartCells) -> Chart {
    let selection = request.selection
    let isUpright = request.kind == .columns || request.kind == .lines
    if isUpright, selection.waves.count > 1 { return overWaves(request, cells: &cells) }
    if selection.waves.count > 1 { return waveBars(request, cells: &cells) }
    if request.kind == .columns, selection.answers.count * selection.items.count == 1,
      selection.segments.count > 1
    {
      return columnsOfSegments(request, cells: &cells)
    }
    let series = selection.segments.map {
      ChartLine(label: label(of: $0), key: ChartKey(segment: $0))
    }
    let lines = answerLines(request, cells: cells)
    var chart = fill(lines, series, of: request, cells: &cells)
    for (index, segment) in selection.segments.enumerated() {
      chart.series[index].colour =
        request.kind == .smallMultiples ? "accent" : colour(of: segment)
      chart.series[index].detail = cells.detail(
        of: ChartKey(item: selection.items[0], segment: segment, wave: selection.waves[0]),
        question: selection.question)
    }
    return chart
  }

  /// A row for each answer; of a battery a group for each item, or a row if there is one answer.
  func answerLines(_ request: ChartRequest, cells: ChartCells) -> [ChartLine] {
    let question = request.selection.question
    let answers = orderedAnswers(of: request, cells: cells)
    return orderedItems(of: request, cells: cells).enumerated().flatMap { position, item in
      answers.enumerated().map { index, answer -> ChartLine in
        let key = ChartKey(item: item, answer: answer)
        guard let item else { return ChartLine(label: label(of: answer, in: question), key: key) }
        let name = itemName(item, of: question)
        guard answers.count > 1 else { return ChartLine(label: name, key: key) }
        return ChartLine(
          label: label(of: answer, in: question),
          heading: index == 0 ? Self.heading(name) : [],
          opensGroup: index == 0 && position > 0, key: key)
      }
    }
  }

  /// The heading of a group of rows.
  static func heading(_ name: String) -> [Inline] { [Inline(name, .strong, origin: .label)] }

  /// Columns side by side for the segments of one answer.
  private mutating func columnsOfSegments(
    _ request: ChartRequest, cells: inout ChartCells
  ) -> Chart {
    let selection = request.selection
    let rows = selection.segments.map {
      ChartLine(label: label(of: $0), key: ChartKey(segment: $0))
    }
    let key = ChartKey(item: selection.items[0], answer: selection.answers[0])
    var chart = fill(rows, [ChartLine(label: "", key: key)], of: request, cells: &cells)
    for (index, segment) in selection.segments.enumerated() {
      chart.rows[index].detail = cells.detail(
        of: ChartKey(item: selection.items[0], segment: segment, wave: selection.waves[0]),
        question: selection.question)
    }
    return chart
  }

  /// Columns or lines over waves: a series for each segment, or for each answer of one.
  private mutating func overWaves(_ request: ChartRequest, cells: inout ChartCells) -> Chart {
    let selection = request.selection
    let rows = selection.waves.map { ChartLine(label: waveName($0), key: ChartKey(wave: $0)) }
    let isOfSegments = selection.segments.count > 1
    let series =
      isOfSegments
      ? selection.segments.map {
        ChartLine(
          label: label(of: $0),
          key: ChartKey(item: selection.items[0], answer: selection.answers[0], segment: $0))
      }
      : answerLines(request, cells: cells).map { line in
        var line = line
        line.key.segment = selection.segments[0]
        return line
      }
    var chart = fill(rows, series, of: request, cells: &cells)
    let times = selection.waves.compactMap { results.wave($0)?.year }
    for (index, wave) in selection.waves.enumerated() {
      if times.count == selection.waves.count { chart.rows[index].time = times[index] }
      guard !isOfSegments else { continue }
      let key = series[0].key.joined(with: ChartKey(wave: wave))
      chart.rows[index].detail = cells.detail(of: key, question: selection.question)
    }
    for index in series.indices {
      chart.series[index].colour =
        isOfSegments
        ? colour(of: selection.segments[index])
        : series.count == 1 ? "accent" : "role-\(index % 4 + 1)"
      guard isOfSegments else { continue }
      chart.series[index].detail = cells.range(
        of: selection.waves.map { series[index].key.joined(with: ChartKey(wave: $0)) },
        question: selection.question)
    }
    for wave in selection.waves where results.wave(wave)?.publication != nil {
      let keys = series.map { $0.key.joined(with: ChartKey(segment: .total, wave: wave)) }
      cells.untested(
        wave, isBaseKnown: keys.allSatisfy { !cells.isUnknown($0, question: selection.question) })
    }
    if request.kind == .columns, series.count == 1 { chart.series[0].label = [] }
    return chart
  }

  /// What the marks of significance say.
  private func legend(of test: ChartRequest.Test?) -> String {
    guard case .reference(let segment) = test else { return wording.chartWords.againstOthers }
    return wording.chartWords.againstSegment(
      results.segment(segment)?.plural ?? segment.description)
  }

  /// The chart of rows and series with all its cells.
  mutating func fill(
    _ rows: [ChartLine], _ series: [ChartLine], of request: ChartRequest,
    cells: inout ChartCells
  ) -> Chart {
    let wave = request.selection.waves.last
    let values = rows.map { row in
      let keys = series.map { line -> ChartKey in
        row.key.joined(with: line.key).joined(with: ChartKey(segment: .total, wave: wave))
      }
      return cells.row(
        keys, question: request.selection.question.id, test: request.test)
    }
    var chart = Chart(
      kind: request.kind, title: [],
      rows: rows.map {
        Chart.Row(
          heading: $0.heading, label: [Inline($0.label, origin: .label)],
          opensGroup: $0.opensGroup)
      },
      series: series.map {
        Chart.Series(
          label: $0.label.isEmpty ? [] : [Inline($0.label, origin: .label)], colour: "accent")
      }, cells: values, alternativeText: [])
    if chart.hasSignificance {
      chart.significanceLegend = [Inline(legend(of: request.test), origin: .label)]
    }
    return chart
  }
}
