import DocumentTree
import ReportSpec
import SurveyResults
import SurveyStatistics

// MARK: - Two waves

extension BlockComposer {
  /// Bars of two waves, the earlier one lighter.
  mutating func waveBars(_ request: ChartRequest, cells: inout ChartCells) -> Chart {
    let selection = request.selection
    let series = selection.waves.map { ChartLine(label: waveName($0), key: ChartKey(wave: $0)) }
    let rows = waveLines(request, cells: cells)
    var chart = fill(rows, series, of: request, cells: &cells)
    for index in chart.series.indices.dropLast() { chart.series[index].isLight = true }
    setBases(of: rows, in: &chart, selection, cells: &cells)
    return chart
  }

  /// Two waves as dots with the difference of each row.
  mutating func dumbbell(_ request: ChartRequest, cells: inout ChartCells) -> Chart {
    var chart = waveBars(request, cells: &cells)
    let rows = waveLines(request, cells: cells)
    let question = request.selection.question
    let (first, second) = (request.selection.waves[0], request.selection.waves[1])
    for (index, row) in rows.enumerated() {
      guard chart.cells[index].allSatisfy({ $0.value != nil }) else { continue }
      let keys = [first, second].map {
        row.key.joined(with: ChartKey(segment: .total, wave: $0))
      }
      chart.rows[index].summary = cells.difference(keys[1], from: keys[0], question: question.id)
    }
    if chart.rows.contains(where: { $0.summary != nil }) {
      chart.summaryHeading = [Inline(wording.chartWords.difference, origin: .label)]
    }
    if chart.hasSignificance {
      chart.significanceLegend = [
        Inline(wording.chartWords.againstWave(waveName(first)), origin: .label)
      ]
    }
    return chart
  }

  /// A row for each segment of each answer: answers head groups, unless there is one of them.
  private func waveLines(_ request: ChartRequest, cells: ChartCells) -> [ChartLine] {
    let selection = request.selection
    let lines = answerLines(request, cells: cells)
    guard selection.segments.count > 1 else {
      return lines.map { line in
        var line = line
        line.key.segment = selection.segments[0]
        return line
      }
    }
    return lines.enumerated().flatMap { position, line in
      selection.segments.enumerated().map { index, segment in
        var key = line.key
        key.segment = segment
        let isFirst = index == 0 && lines.count > 1
        let item = selection.answers.count > 1 ? line.key.item : nil
        let prefix = item.map { itemName($0, of: selection.question) + ": " } ?? ""
        let name = prefix + line.label
        return ChartLine(
          label: label(of: segment),
          heading: isFirst ? Self.heading(name) : [],
          opensGroup: isFirst && position > 0, key: key)
      }
    }
  }

  /// The bases: behind a wave that has one for all rows, else below each row.
  private func setBases(
    of rows: [ChartLine], in chart: inout Chart, _ selection: ChartSelection,
    cells: inout ChartCells
  ) {
    let question = selection.question
    func key(_ row: ChartLine, _ wave: String) -> ChartKey {
      row.key.joined(with: ChartKey(segment: .total, wave: wave))
    }
    var own: [String] = []
    for (index, wave) in selection.waves.enumerated() {
      let isUnknown = rows.allSatisfy { cells.isUnknown(key($0, wave), question: question) }
      if selection.segments.count == 1 || isUnknown, let row = rows.first {
        chart.series[index].detail = cells.detail(of: key(row, wave), question: question)
      } else {
        own.append(wave)
      }
    }
    for (index, row) in rows.enumerated() {
      // What has no value has no base to tell either.
      let shown = zip(selection.waves, chart.cells[index]).filter { wave, cell in
        cell != .absent && own.contains(wave)
      }
      chart.rows[index].detail = cells.details(
        of: shown.map { key(row, $0.0) }, question: question)
    }
  }
}

extension Wave {
  /// When the wave was, in years: the middle of its fieldwork, else its label if that is a year.
  var year: Double? {
    if let days = fieldwork, let start = Self.year(days.start), let end = Self.year(days.end) {
      return (start + end) / 2
    }
    guard label.count == 4, let year = Int(label) else { return nil }
    return Double(year) + 0.5
  }

  private static func year(_ day: String) -> Double? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return Double(parts[0]) + Double(parts[1] - 1) / 12 + Double(parts[2] - 1) / 365
  }
}
