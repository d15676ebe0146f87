import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults
import SurveyStatistics

extension BlockComposer {
  /// How the survey was done: method, margins of each group, comparability, rules of publication.
  mutating func methodology(
    _ spec: MethodologySpec, at range: SourceRange, in scope: Scope,
    into log: inout DiagnosticLog
  ) -> [Block] {
    spec.parts.map(\.value).flatMap { part -> [Block] in
      switch part {
      case .method: paragraphs(method, at: range)
      case .margins: margins(spec, at: range, in: scope, into: &log)
      case .comparability: comparability(at: range)
      case .policy: paragraphs(wording.rules(results.policy) + [tests], at: range)
      }
    }
  }

  private func paragraphs(_ texts: [String], at range: SourceRange) -> [Block] {
    texts.map { Block(.paragraph([Inline($0, origin: .label)]), range: range) }
  }

  private var method: [String] {
    let wave = results.wave(inlines.resolver.currentWave) ?? results.currentWave
    return Methodology(
      study: results.study, wave: wave, isWeighted: results.isWeighted,
      wording: methodologyWording(wording)
    ).paragraphs
  }

  private var tests: String {
    methodologyWording(wording).tests(isWeighted: results.isWeighted).joined(separator: " ")
  }

  private mutating func margins(
    _ spec: MethodologySpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    let by = spec.by ?? scope.by
    guard let segments = participants(nil, by: by, in: scope, into: &log) else { return [] }
    var table = margins(of: segments, by: by, wave: inlines.resolver.currentWave)
    if let title = spec.title { table.title = inlines.compose(title, in: scope, into: &log) }
    if let note = spec.note { table.notes.append(inlines.compose(note, in: scope, into: &log)) }
    return [Block(.table(table), range: range)]
      + paragraphs([wording.marginExplained(results.study.selection)], at: range)
  }

  /// For each question whether earlier waves compare; nothing in a study of one wave.
  private func comparability(at range: SourceRange) -> [Block] {
    let wording = methodologyWording(self.wording)
    let current = inlines.resolver.currentWave
    let waves = results.waves.filter { $0.id != current }
    let questions = results.questions.filter { question in
      waves.contains { question.comparability[$0.id] != nil }
    }
    guard !questions.isEmpty else { return [] }
    func cell(_ text: String, isRowHeader: Bool = false) -> Table.Cell {
      Table.Cell([Inline(text, origin: .label)], isRowHeader: isRowHeader)
    }
    let rows = questions.map { question in
      [cell(question.label, isRowHeader: true)]
        + waves.map { cell(wording.comparability(question.comparability[$0.id])) }
    }
    let unknown = waves.filter { $0.publication != nil }.map(\.label)
    let note = wording.comparabilityNote(unknownBase: unknown)
    let table = Table(
      title: [Inline(wording.comparabilityTitle, origin: .label)],
      columns: [.start] + waves.map { _ in .start },
      header: [wording.comparabilityHead(waves.map(\.label)).map { cell($0) }], rows: rows,
      notes: [[Inline(note, origin: .label)]])
    return [Block(.table(table), range: range)]
  }

  private mutating func margins(
    of segments: [SegmentKey], by: LocatedText?, wave: String
  ) -> Table {
    let rows = segments.map { segment -> [Table.Cell] in
      let counts = results.participation(of: segment, in: wave)
      let margin = counts.flatMap { results.margin(of: $0) }
      let accuracy = margin.map {
        wording.accuracy(
          AccuracyClass(margin: $0, base: counts?.responded ?? 0).rawValue)
      }
      return [
        Table.Cell([Inline(label(of: segment), origin: .label)], isRowHeader: true),
        Table.Cell([participation(.responded, of: segment, counts: counts, wave: wave)]),
        Table.Cell([participation(.margin, of: segment, counts: counts, wave: wave)]),
        Table.Cell([Inline(accuracy ?? "–", origin: .label)]),
      ]
    }
    let name = by.flatMap { results.breakdown($0.text)?.label } ?? wording.column(.segment)
    let heads = [name] + [.responded, .margin, .accuracy].map(wording.column)
    return Table(
      columns: [.start, .end, .end, .start],
      header: [heads.map { Table.Cell([Inline($0, origin: .label)]) }], rows: rows)
  }
}

extension [SpecBlock] {
  /// Whether one of the blocks, at any depth, says how the survey was done.
  var hasMethodology: Bool {
    contains { block in
      switch block.content {
      case .methodology: true
      case .container(_, let blocks), .quote(let blocks): blocks.hasMethodology
      default: false
      }
    }
  }
}
