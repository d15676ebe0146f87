import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults
import SurveyStatistics

extension BlockComposer {
  /// A row of key figures; those that may not be said are reported, the others stand.
  mutating func keyFigures(
    _ spec: KeyFiguresSpec, in scope: Scope, into log: inout DiagnosticLog
  ) -> [KeyFigure] {
    spec.figures.compactMap { figure in
      let label = inlines.compose(figure.label, in: scope, into: &log)
      guard let value = inlines.fill(figure.value, in: scope, into: &log) else { return nil }
      return KeyFigure(value: value, label: label, colour: figure.colour?.text)
    }
  }

  /// The table of who was invited and who took part; participation may always be said.
  mutating func response(
    _ spec: ResponseSpec, in scope: Scope, into log: inout DiagnosticLog
  ) -> Table? {
    let wave = spec.wave?.text ?? scope.wave?.text ?? inlines.resolver.currentWave
    guard results.wave(wave) != nil else {
      log.report(
        .refused(
          .unknownWave(wave, known: results.waves.map(\.id)),
          at: spec.wave?.range ?? scope.wave?.range
            ?? SourceRange(
              file: "", start: SourcePosition(line: 1, column: 1))))
      return nil
    }
    guard
      let segments = participants(spec.segments, by: spec.by ?? scope.by, in: scope, into: &log)
    else { return nil }
    let columns = spec.columns.map(\.value)
    let rows = segments.map { segment -> [Table.Cell] in
      let counts = results.participation(of: segment, in: wave)
      return [Table.Cell([Inline(label(of: segment), origin: .label)], isRowHeader: true)]
        + columns.map { column in
          Table.Cell([participation(column, of: segment, counts: counts, wave: wave)])
        }
    }
    let by = (spec.by ?? scope.by).flatMap { results.breakdown($0.text)?.label }
    let header =
      [Table.Cell([Inline(by ?? wording.column(.segment), origin: .label)])]
      + columns.map { Table.Cell([Inline(wording.column(Self.column($0)), origin: .label)]) }
    return Table(
      title: spec.title.map { inlines.compose($0, in: scope, into: &log) } ?? [],
      columns: [.start] + columns.map { _ in .end }, header: [header], rows: rows,
      notes: spec.note.map { [inlines.compose($0, in: scope, into: &log)] } ?? [])
  }

  /// The segments of a table of participation: all of a breakdown, those too small for answers too.
  func participants(
    _ names: [LocatedText]?, by: LocatedText?, in scope: Scope, into log: inout DiagnosticLog
  ) -> [SegmentKey]? {
    if names == nil, let by, let breakdown = results.breakdown(by.text) {
      return breakdown.segments.map { .segment(breakdown: breakdown.id, id: $0.id) }
    }
    return segments(names, by: by, of: nil, in: scope, into: &log)
  }

  private static func column(_ column: ResponseSpec.Column) -> TableColumn {
    switch column {
    case .population: .population
    case .invited: .invited
    case .responded: .responded
    case .rate: .rate
    case .margin: .margin
    }
  }

  mutating func participation(
    _ column: ResponseSpec.Column, of segment: SegmentKey, counts: Participation?, wave: String
  ) -> Inline {
    let answer: Answer? =
      switch column {
      case .population: counts?.population.map { .count($0) }
      case .invited: counts?.invited.map { .count($0) }
      case .responded: counts.map { .count($0.responded) }
      case .rate:
        counts.flatMap { counts in
          counts.invited.flatMap { Proportion(count: counts.responded, base: $0) }
        }.map { .rate($0) }
      case .margin:
        counts.flatMap { results.margin(of: $0) }.map { .margin($0) }
      }
    guard let answer, let text = wording.text(of: answer) else {
      return Inline("–", origin: .label)
    }
    let index = inlines.record(
      Resolved(answer: answer, canonical: "\(column.rawValue) for \(segment) in \(wave)"),
      printed: text, at: nil)
    return Inline(text, origin: .figure(index))
  }

  /// A table of results: answers by segments.
  mutating func resultTable(
    _ spec: TableSpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    guard let selection = select(spec.selection, at: range, in: scope, into: &log) else {
      return []
    }
    var cells = ChartCells(results: results, inlines: inlines)
    let question = selection.question
    let answers = AnswerTable(selection, show: .percent, composer: self, cells: &cells)
    if spec.condition.when?.value == .reportable, !cells.isReportable {
      guard let otherwise = spec.condition.otherwise else { return [] }
      let text = inlines.compose(otherwise, in: scope, into: &log)
      return [Block(.paragraph(text), range: range)]
    }
    inlines = cells.inlines
    let title =
      spec.title.map { inlines.compose($0, in: scope, into: &log) }
      ?? [Inline(question.label, origin: .label)]
    var notes = cells.notes(isTable: true)
    if let note = spec.note { notes.append(inlines.compose(note, in: scope, into: &log)) }
    let table = Table(
      title: title, columns: [.start] + answers.heads.dropFirst().map { _ in .end },
      header: [answers.heads], rows: answers.rows, groups: answers.groups, notes: notes)
    return [Block(.table(table), range: range)]
  }

  /// Who made the report, when, and of what.
  mutating func colophon(
    _ spec: ColophonSpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    var paragraphs = spec.text.map { inlines.compose($0, in: scope, into: &log) }
    var lines: [String] = []
    if let note = results.study.note { paragraphs.append([Inline(note, origin: .label)]) }
    if let organisation = imprint.organisation { lines.append(wording.publishedBy(organisation)) }
    if !imprint.authors.isEmpty { lines.append(wording.writtenBy(wording.list(imprint.authors))) }
    if let date = imprint.date { lines.append(wording.dated(wording.date(date))) }
    if !lines.isEmpty {
      paragraphs.append([Inline(lines.joined(separator: " "), origin: .label)])
    }
    var blocks = paragraphs.map { Block(.paragraph($0), range: range) }
    if !results.inputs.isEmpty {
      blocks.append(Block(.group(.together, [Block(.table(inputs), range: range)]), range: range))
    }
    return blocks
  }

  /// The files that the results were made of, each with its hash in groups that can be compared.
  private var inputs: Table {
    func cell(_ text: String, isRowHeader: Bool = false) -> Table.Cell {
      Table.Cell([Inline(text, origin: .label)], isRowHeader: isRowHeader)
    }
    let rows = results.inputs.map { input -> [Table.Cell] in
      let digits = Array(input.sha256)
      let groups = stride(from: 0, to: digits.count, by: 8).map {
        String(digits[$0..<min($0 + 8, digits.count)])
      }
      return [cell(input.path, isRowHeader: true), cell(groups.joined(separator: " "))]
    }
    return Table(
      columns: [.start, .start], header: [[cell(wording.inputs), cell("SHA-256")]], rows: rows)
  }
}

extension ResultsModel {
  /// Whether the study is weighted, as the first share that may be said shows.
  var isWeighted: Bool {
    let segments = breakdowns.flatMap { breakdown in
      breakdown.segments.map { SegmentKey.segment(breakdown: breakdown.id, id: $0.id) }
    }
    for question in questions {
      for segment in [.total] + segments {
        guard let answer = question.answerNames.first,
          let figure = try? figure(
            FigureRequest(
              question: question.id, item: question.items.first?.id, answer: answer,
              segment: segment)),
          figure.proportion != nil
        else { continue }
        return figure.weightedShare != nil
      }
    }
    return false
  }
}
