import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults

extension BlockComposer {
  /// The results of many questions: a heading, the wording and a table for each. The items of a battery
  /// are groups of its rows; where their bases differ each has a table of its own.
  mutating func straightCounts(
    _ spec: StraightCountsSpec, at range: SourceRange, in scope: Scope,
    into log: inout DiagnosticLog
  ) -> [Block] {
    let names = spec.questions ?? plannedQuestions(by: spec.by ?? scope.by, at: range)
    var blocks: [Block] = []
    let level = min(6, headingLevel + 1)
    for name in names {
      let selection = ResultSelection(
        question: name, by: spec.by, segments: spec.segments, waves: spec.waves)
      guard let selected = select(selection, at: range, in: scope, into: &log) else { continue }
      blocks += straightCounts(of: selected, show: spec.show?.value, level: level, at: range)
    }
    if blocks.isEmpty, !log.hasErrors { log.report(.nothingToShow(at: range)) }
    return blocks
  }

  /// All questions that the plan has by a breakdown, or for all respondents together.
  private func plannedQuestions(by: LocatedText?, at range: SourceRange) -> [LocatedText] {
    results.questions.filter { results.isPlanned($0.id, by: by?.text ?? "total") }.map {
      LocatedText($0.id, at: range)
    }
  }

  private mutating func straightCounts(
    of selection: ChartSelection, show: StraightCountsSpec.Show?, level: Int, at range: SourceRange
  ) -> [Block] {
    let question = selection.question
    var blocks = [
      Block(
        .heading(level: level, [Inline(question.label, origin: .label)]), style: "heading-3",
        anchor: anchor(named: Self.tableAnchor(of: question.id)), range: range)
    ]
    let wording = subtitle(of: question)
    if !wording.isEmpty {
      blocks.append(Block(.paragraph(wording), style: "chart-subtitle", range: range))
    }
    let parts = hasOneBase(selection) ? [selection.items] : selection.items.map { [$0] }
    for items in parts {
      var part = selection
      part.items = items
      blocks.append(Block(.table(table(of: part, show: show ?? .percent)), range: range))
    }
    return blocks
  }

  /// Whether the bases of a table hold for all items.
  private func hasOneBase(_ selection: ChartSelection) -> Bool {
    var cells = ChartCells(results: results, inlines: inlines)
    let heads = selection.items.map { item in
      AnswerTable.heads(of: item, in: selection, composer: self, cells: &cells)
        .map(\.text.plainText)
    }
    return heads.allSatisfy { $0 == heads[0] }
  }

  private mutating func table(
    of selection: ChartSelection, show: StraightCountsSpec.Show
  ) -> Table {
    let question = selection.question
    var cells = ChartCells(results: results, inlines: inlines)
    let answers = AnswerTable(
      selection, show: show == .counts ? .count : .percent, composer: self, cells: &cells)
    inlines = cells.inlines
    let isOne = selection.items.count == 1
    let item = isOne ? question.items.first { $0.id == selection.items[0] }?.label : nil
    var notes = [[Inline(wording.base(question.universe), origin: .label)]]
    if question.kind == .multiple { notes.append([Inline(wording.severalAnswers, origin: .label)]) }
    if let chart = chartAnchors[question.id] {
      notes.append([
        Inline(wording.seeChart, origin: .label, link: .anchor(chart))
      ])
    }
    return Table(
      title: item.map { [Inline($0, origin: .label)] } ?? [],
      columns: [.start] + answers.heads.dropFirst().map { _ in .end }, header: [answers.heads],
      rows: answers.rows, groups: answers.groups,
      notes: [(notes + cells.notes(isTable: true)).joinedWithSpaces])
  }

  /// The name of the place of a question's straight counts.
  static func tableAnchor(of question: String) -> String { "table-\(question)" }

  /// Leads from a chart to the straight counts that have all its figures, and remembers the way back.
  mutating func linkToCounts(_ chart: Chart, of question: String, at range: SourceRange) -> Block {
    let anchor = anchor(named: "chart-\(question)")
    if chartAnchors[question] == nil { chartAnchors[question] = anchor }
    let link = Inline(
      wording.seeTable, origin: .label, link: .anchor(Self.tableAnchor(of: question)))
    var chart = chart
    chart.notes = [(chart.notes + [[link]]).joinedWithSpaces]
    return Block(.chart(chart), anchor: anchor, range: range)
  }

  /// Looks up of which questions, segments and waves a document has straight counts, so that charts
  /// can lead to them. Faults are left to the blocks themselves.
  mutating func reserveCounts(of chapters: [Chapter], in scope: Scope) {
    for chapter in chapters { reserveCounts(of: chapter.blocks, in: scope) }
  }

  private mutating func reserveCounts(of blocks: [SpecBlock], in scope: Scope) {
    var scope = scope
    for block in blocks {
      switch block.content {
      case .heading(_, _, let attributes):
        scope.by = attributes.by ?? scope.by
        scope.wave = attributes.wave ?? scope.wave
      case .container(_, let blocks): reserveCounts(of: blocks, in: scope)
      case .straightCounts(let spec):
        var unheard = DiagnosticLog()
        let names = spec.questions ?? plannedQuestions(by: spec.by ?? scope.by, at: block.range)
        for name in names {
          let selection = ResultSelection(
            question: name, by: spec.by, segments: spec.segments, waves: spec.waves)
          guard let selected = select(selection, at: block.range, in: scope, into: &unheard)
          else { continue }
          counted[name.text, default: CountedCohorts()].add(selected)
        }
      default: break
      }
    }
  }
}

/// What a document has the straight counts of, of one question.
struct CountedCohorts {
  private var tables: [ChartSelection] = []

  mutating func add(_ selection: ChartSelection) { tables.append(selection) }

  /// Whether one table has all answers of all segments in all waves of a chart.
  func cover(_ request: ChartRequest) -> Bool {
    let selection = request.selection
    return tables.contains { table in
      selection.segments.allSatisfy(table.segments.contains)
        && selection.waves.allSatisfy(table.waves.contains)
        && (selection.answers + [request.net].compactMap(\.self)).allSatisfy(
          table.answers.contains)
    }
  }
}
