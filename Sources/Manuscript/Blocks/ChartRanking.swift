import DocumentTree
import ReportSpec
import SurveyResults

// MARK: - What was put in order

extension BlockComposer {
  /// A bar for each object, divided into the places it was given; its total at the right.
  ///
  /// The objects of all segments stand in one order, so that segments can be compared.
  mutating func ranking(_ request: ChartRequest, cells: inout ChartCells) -> Chart {
    let selection = request.selection
    let question = selection.question
    let count = question.places ?? 1
    let words = wording.chartWords
    let series = (1...max(1, count)).map { place in
      Chart.Series(
        label: [Inline(words.place(place), origin: .label)],
        colour: place == 1 ? "scale-1" : "scale-2", isLight: place > 2)
    }
    let objects = orderedAnswers(of: request, cells: cells)
    var rows: [Chart.Row] = []
    var values: [[Chart.Cell]] = []
    for (position, segment) in selection.segments.enumerated() {
      let cohort = ChartKey(segment: segment, wave: selection.waves[0])
      let base = cells.detail(of: cohort, question: question)
      var group: [(row: Chart.Row, cells: [Chart.Cell])] = objects.map { object in
        rankingRow(object, of: cohort, places: count, question: question, cells: &cells)
      }
      let reasons = group.map { $0.cells.first?.reason?.text }
      if let reason = reasons.first ?? nil, reasons.allSatisfy({ $0 == reason }) {
        // Nothing of the segment is shown, and it says so once.
        let name = [Inline(label(of: segment), origin: .label)]
        group = [(Chart.Row(label: name, detail: base), group[0].cells)]
        group[0].row.opensGroup = position > 0
      } else if selection.segments.count > 1 {
        group[0].row.heading =
          Self.heading(label(of: segment)) + [Inline(" ", origin: .label)] + base
        group[0].row.opensGroup = position > 0
      }
      rows += group.map(\.row)
      values += group.map(\.cells)
    }
    var chart = Chart(
      kind: .ranking, title: [], rows: rows, series: series, cells: values, alternativeText: [])
    if selection.segments.count == 1 {
      let cohort = ChartKey(segment: selection.segments[0], wave: selection.waves[0])
      let base = cells.detail(of: cohort, question: question)
      if !base.isEmpty { chart.notes = [base + [Inline(".", origin: .label)]] }
    }
    if rows.contains(where: { $0.summary != nil }) {
      chart.summaryHeading = [Inline(words.top(count), origin: .label)]
    }
    return chart
  }

  private func rankingRow(
    _ object: String, of cohort: ChartKey, places: Int, question: Question,
    cells: inout ChartCells
  ) -> (row: Chart.Row, cells: [Chart.Cell]) {
    let recorded = cells.inlines.figures.count
    let keys = (1...max(1, places)).map { place in
      cohort.joined(with: ChartKey(answer: object, places: .place(place)))
    }
    var row = Chart.Row(label: [Inline(label(of: object, in: question), origin: .label)])
    let values = cells.row(keys, question: question.id)
    let merged = Self.merged(values)
    if merged != values { cells.forget(from: recorded) }
    if merged == values, places > 1 {
      let total = cohort.joined(with: ChartKey(answer: object, places: .top(places)))
      let value = cells.row([total], question: question.id)[0].value
      row.summary = value.map { Chart.Summary([$0.label]) }
    }
    return (row, merged)
  }
}
