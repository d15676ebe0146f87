import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults

/// Turns the blocks of a chapter into those of a document.
struct BlockComposer {
  let results: ResultsModel
  var inlines: InlineComposer
  /// Who publishes the report, for colophons.
  let imprint: Imprint
  /// The anchors in use, with a count for headings of the same words.
  var anchors: Set<String> = []
  /// The level of the last heading; levels never skip.
  var headingLevel = 1
  /// How deep headings of a chapter stand below its own title.
  var headingShift = 0

  var wording: any Wording { inlines.wording }

  /// The blocks, and the scope that holds behind them.
  mutating func compose(
    _ blocks: [SpecBlock], in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    var scope = scope
    var result: [Block] = []
    for block in blocks {
      result += compose(block, in: &scope, into: &log)
      result += untestedNotes(below: block)
    }
    return result
  }

  /// Claims against a wave without data get one note, behind the block that holds them.
  private mutating func untestedNotes(below block: SpecBlock) -> [Block] {
    if case .container = block.content { return [] }
    let waves = inlines.untestedWaves
    inlines.untestedWaves = []
    return waves.map { wave in
      let label = results.wave(wave)?.label ?? wave
      return Block(
        .paragraph([Inline(wording.untestedNote(wave: label), origin: .label)]),
        style: "chart-note")
    }
  }

  private mutating func compose(
    _ block: SpecBlock, in scope: inout Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    switch block.content {
    case .heading(let level, let text, let attributes):
      return [heading(level, text, attributes, of: block, in: &scope, into: &log)]
    case .paragraph(let text):
      let inlines = self.inlines.compose(text, in: scope, into: &log)
      return [Block(.paragraph(inlines), range: block.range)]
    case .list(let list):
      return [Block(.list(compose(list, in: scope, into: &log)), range: block.range)]
    case .table(let table):
      return [Block(.table(compose(table, in: scope, into: &log)), range: block.range)]
    case .quote(let blocks):
      return [
        Block(.group(.callout, compose(blocks, in: scope, into: &log)), range: block.range)
      ]
    case .chart(let chart): return self.chart(chart, at: block.range, in: scope, into: &log)
    case .keyFigures(let spec):
      let figures = keyFigures(spec, in: scope, into: &log)
      return figures.isEmpty ? [] : [Block(.keyFigures(figures), range: block.range)]
    case .response(let spec):
      return response(spec, in: scope, into: &log).map {
        [Block(.table($0), range: block.range)]
      } ?? []
    case .methodology(let spec): return methodology(spec, at: block.range, in: scope, into: &log)
    case .resultTable(let spec):
      return resultTable(spec, at: block.range, in: scope, into: &log)
    case .colophon(let spec): return colophon(spec, at: block.range, in: scope, into: &log)
    case .container(let container, let blocks):
      return compose(container, blocks, at: block.range, in: scope, into: &log)
    }
  }

  private mutating func heading(
    _ level: Int, _ text: [SpecInline], _ attributes: HeadingAttributes, of block: SpecBlock,
    in scope: inout Scope, into log: inout DiagnosticLog
  ) -> Block {
    // A heading's defaults end where the next heading of its level or above begins.
    if level <= 2 {
      scope.question = nil
      scope.wave = nil
      scope.by = nil
      scope.segment = nil
    }
    scope.question = attributes.question ?? scope.question
    scope.wave = attributes.wave ?? scope.wave
    scope.by = attributes.by ?? scope.by
    if let segment = attributes.segment {
      do throws(FigureRefusal) {
        scope.segment = try results.segment(named: segment.text)
      } catch {
        log.report(.refused(error, at: segment.range))
      }
    }
    if let question = scope.question, results.question(question.text) == nil {
      log.report(
        .refused(
          .unknownQuestion(question.text, known: results.questions.map(\.id)),
          at: question.range))
    }
    let printed = min(6, level + headingShift)
    if printed > headingLevel + 1 {
      log.report(
        .skippedHeading(from: headingLevel, to: printed, at: block.range))
    }
    headingLevel = printed
    let inlines = self.inlines.compose(text, in: scope, into: &log)
    let anchor = anchor(attributes.anchor, for: inlines.plainText, into: &log)
    return Block(.heading(level: printed, inlines), anchor: anchor, range: block.range)
  }

  /// The anchor that is given, or one of the heading's words; unique in the document.
  mutating func anchor(
    _ given: LocatedText?, for text: String, into log: inout DiagnosticLog
  ) -> String {
    if let given {
      if !anchors.insert(given.text).inserted {
        log.report(.duplicateAnchor(given.text, at: given.range))
      }
      return given.text
    }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    var candidate = words.isEmpty ? "section" : words
    var number = 2
    while !anchors.insert(candidate).inserted {
      candidate = "\(words)-\(number)"
      number += 1
    }
    return candidate
  }

  private mutating func compose(
    _ list: SpecList, in scope: Scope, into log: inout DiagnosticLog
  ) -> List {
    let items = list.items.map { item -> [Block] in
      var inner = scope
      inner.segment = segment(openedBy: item) ?? scope.segment
      return item.blocks.flatMap { compose($0, in: &inner, into: &log) }
    }
    return List(isOrdered: list.isOrdered, start: list.start, items: items)
  }

  /// The segment whose name opens an item: "Burgemeesters: …".
  private func segment(openedBy item: SpecList.Item) -> SegmentKey? {
    guard case .paragraph(let text)? = item.blocks.first?.content else { return nil }
    let words = text.plainText.lowercased()
    for breakdown in results.breakdowns {
      for segment in breakdown.segments {
        for label in [segment.plural, segment.singular] where words.hasPrefix(label.lowercased()) {
          let next = words.dropFirst(label.count).first
          if next == nil || next?.isLetter == false {
            return .segment(breakdown: breakdown.id, id: segment.id)
          }
        }
      }
    }
    return nil
  }

  private mutating func compose(
    _ table: MarkdownTable, in scope: Scope, into log: inout DiagnosticLog
  ) -> Table {
    func cells(_ row: [[SpecInline]]) -> [Table.Cell] {
      row.map { Table.Cell(inlines.compose($0, in: scope, into: &log)) }
    }
    let header = cells(table.header)
    let rows = table.rows.map(cells)
    let columns = table.alignments.map { alignment -> Table.Alignment in
      switch alignment {
      case .right: .end
      case .centre: .centre
      case .left, nil: .start
      }
    }
    return Table(columns: columns, header: [header], rows: rows)
  }

  private mutating func compose(
    _ container: SpecContainer, _ blocks: [SpecBlock], at range: SourceRange, in scope: Scope,
    into log: inout DiagnosticLog
  ) -> [Block] {
    switch container {
    case .columns(let count):
      return [
        Block(.group(.columns(count), compose(blocks, in: scope, into: &log)), range: range)
      ]
    case .callout:
      return [Block(.group(.callout, compose(blocks, in: scope, into: &log)), range: range)]
    case .together:
      return [Block(.group(.together, compose(blocks, in: scope, into: &log)), range: range)]
    case .only(let names):
      return only(names, blocks, in: scope, into: &log)
    case .eachSegment(let name):
      guard let breakdown = results.breakdown(name.text) else {
        log.report(
          .refused(
            .unknownBreakdown(name.text, known: results.breakdowns.map(\.id)), at: name.range))
        return []
      }
      return breakdown.segments.filter(\.isReported).flatMap { segment -> [Block] in
        var inner = scope
        inner.this = .segment(breakdown: breakdown.id, id: segment.id)
        return compose(blocks, in: inner, into: &log)
      }
    case .eachItem(let name):
      guard let question = results.question(name.text) else {
        log.report(
          .refused(
            .unknownQuestion(name.text, known: results.questions.map(\.id)), at: name.range))
        return []
      }
      return question.items.flatMap { _ in
        var inner = scope
        inner.question = name
        return compose(blocks, in: inner, into: &log)
      }
    }
  }

  /// Blocks for some segments only; what the other sheets leave out is checked there too.
  private mutating func only(
    _ names: [LocatedText], _ blocks: [SpecBlock], in scope: Scope,
    into log: inout DiagnosticLog
  ) -> [Block] {
    var isMeant = false
    for name in names {
      do throws(FigureRefusal) {
        if try results.segment(named: name.text) == scope.this { isMeant = true }
      } catch {
        log.report(.refused(error, at: name.range))
      }
    }
    return isMeant ? compose(blocks, in: scope, into: &log) : []
  }
}
