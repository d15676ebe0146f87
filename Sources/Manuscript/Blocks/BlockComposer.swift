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
  /// What authors wrote of coded answers.
  let texts: AnswerTexts
  /// The anchors in use.
  var anchors: Set<String> = []
  /// The names that authors give to headings.
  var reservedAnchors: Set<String> = []
  /// What the document has straight counts of, by question.
  var counted: [String: CountedCohorts] = [:]
  /// The segment by which charts are ordered and with which their tests compare, if they show it.
  var reference: SegmentKey?
  /// Where the data of charts stand of which the document has no straight counts.
  var tables: ChartTables = .behind
  /// The place of the first chart of a question, by question.
  var chartAnchors: [String: String] = [:]
  /// The level of the last heading; levels never skip.
  var headingLevel = 1
  /// How deep headings of a chapter stand below its own title.
  var headingShift = 0
  /// What was written before, to find what was copied.
  private var copied: CopiedText
  private let segmentNames: SegmentNames
  /// The footnotes of the document; marks point into it.
  var notes: [DocumentNote] = []
  /// How many lists stand around the block at hand; notes wait for the outermost.
  private var listDepth = 0

  var wording: any Wording { inlines.wording }

  init(
    results: ResultsModel, inlines: InlineComposer, imprint: Imprint,
    texts: AnswerTexts = AnswerTexts()
  ) {
    self.texts = texts
    self.results = results
    self.inlines = inlines
    self.imprint = imprint
    copied = CopiedText(results: results)
    segmentNames = SegmentNames(results)
  }

  /// The blocks, and the scope that holds behind them.
  mutating func compose(
    _ blocks: [SpecBlock], in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    // A heading's defaults end where the next heading of its level or above begins.
    var scopes = [(level: 0, scope: scope)]
    var result: [Block] = []
    for block in blocks {
      if case .heading(let level, let text, let attributes) = block.content {
        while scopes.count > 1, scopes[scopes.count - 1].level >= level { scopes.removeLast() }
        let inner = self.scope(attributes, within: scopes[scopes.count - 1].scope, into: &log)
        scopes.append((level, inner))
        result.append(heading(level, text, attributes, of: block, in: inner, into: &log))
        continue
      }
      result += compose(block, in: scopes[scopes.count - 1].scope, into: &log)
      result += caveats(below: block)
    }
    return result
  }

  /// What a reader must know of claims gets a note behind the block that holds them, once a chapter.
  private mutating func caveats(below block: SpecBlock) -> [Block] {
    if case .container = block.content { return [] }
    if listDepth > 0 { return [] }
    let caveats = inlines.caveats
    inlines.caveats = []
    return caveats.map { caveat in
      func label(_ wave: String) -> String { results.wave(wave)?.label ?? wave }
      let note =
        switch caveat {
        case .untestedWave(let wave): wording.untestedNote(wave: label(wave))
        case .roundedWave(let wave): wording.roundedNote(wave: label(wave))
        case .samePeople: wording.untestedAnswersNote
        case .smallBase(let segment):
          wording.smallBaseNote(of: inlines.resolver.people(of: segment))
        }
      return Block(.paragraph([Inline(note, origin: .label)]), style: "chart-note")
    }
  }

  private mutating func compose(
    _ block: SpecBlock, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    switch block.content {
    case .heading: return []
    case .paragraph(let text):
      copied.check(text, at: block.range, in: scope, into: &log)
      let inlines = self.inlines.compose(text, in: scope, into: &log)
      // A claim prints nothing: a paragraph of claims is none.
      let isBlank = inlines.plainText.allSatisfy(\.isWhitespace)
      return isBlank ? [] : [Block(.paragraph(inlines), range: block.range)]
    case .list(let list):
      return [Block(.list(compose(list, in: scope, into: &log)), range: block.range)]
    case .table(let table):
      return [Block(.table(compose(table, in: scope, into: &log)), range: block.range)]
    case .quote(let blocks):
      let outer = inlines.proseOrigin
      inlines.proseOrigin = .quote
      defer { inlines.proseOrigin = outer }
      return [
        Block(.group(.callout, compose(blocks, in: scope, into: &log)), range: block.range)
      ]
    case .chart(let spec):
      return chart(spec, at: block.range, in: scope, into: &log)
    case .image(let spec):
      return picture(spec, in: scope, into: &log).map { [Block(.picture($0), range: block.range)] }
        ?? []
    case .quotes(let spec): return quotes(spec, at: block.range, in: scope, into: &log)
    case .keywords(let spec): return keywords(spec, at: block.range, in: scope, into: &log)
    case .topList(let spec): return topList(spec, at: block.range, in: scope, into: &log)
    case .themes(let spec): return themes(spec, at: block.range, in: scope, into: &log)
    case .straightCounts(let spec):
      return straightCounts(spec, at: block.range, in: scope, into: &log)
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
    case .address(let spec): return address(spec, at: block.range, into: &log)
    case .signOff(let spec): return signOff(spec, at: block.range)
    case .colophon(let spec): return colophon(spec, at: block.range, in: scope, into: &log)
    case .container(let container, let blocks):
      return compose(container, blocks, at: block.range, in: scope, into: &log)
    }
  }

  /// The defaults below a heading; names that the results do not have are reported.
  private func scope(
    _ attributes: HeadingAttributes, within outer: Scope, into log: inout DiagnosticLog
  ) -> Scope {
    var scope = outer
    func refuse(_ refusal: FigureRefusal, _ name: LocatedText) {
      log.report(.refused(refusal, at: name.range))
    }
    if let name = attributes.question {
      scope.question = name
      if results.question(name.text) == nil {
        refuse(.unknownQuestion(name.text, known: results.questions.map(\.id)), name)
      }
    }
    if let name = attributes.wave {
      scope.wave = name
      if results.wave(name.text) == nil {
        refuse(.unknownWave(name.text, known: results.waves.map(\.id)), name)
      }
    }
    if let name = attributes.by {
      scope.by = name
      if results.breakdown(name.text) == nil {
        refuse(.unknownBreakdown(name.text, known: results.breakdowns.map(\.id)), name)
      }
    }
    if let name = attributes.segment {
      do throws(FigureRefusal) {
        scope.segment = try results.segment(named: name.text)
      } catch {
        refuse(error, name)
      }
    }
    return scope
  }

  private mutating func heading(
    _ level: Int, _ text: [SpecInline], _ attributes: HeadingAttributes, of block: SpecBlock,
    in scope: Scope, into log: inout DiagnosticLog
  ) -> Block {
    let printed = min(6, level + headingShift)
    if printed > headingLevel + 1 {
      log.report(
        .skippedHeading(from: headingLevel, to: printed, at: block.range))
    }
    headingLevel = printed
    let inlines = self.inlines.compose(text, in: scope, into: &log)
    let anchor = anchor(attributes.anchor, for: inlines.plainText)
    return Block(.heading(level: printed, inlines), anchor: anchor, range: block.range)
  }

  /// Keeps the names that authors give to headings free, so that no words of a heading take one.
  mutating func reserveAnchors(of blocks: [SpecBlock]) {
    for block in blocks {
      switch block.content {
      case .heading(_, _, let attributes):
        if let anchor = attributes.anchor { reservedAnchors.insert(anchor.text) }
      case .container(_, let blocks), .quote(let blocks): reserveAnchors(of: blocks)
      default: break
      }
    }
  }

  /// The anchor that is given, or one of the heading's words; unique in the document.
  ///
  /// A given name that a loop repeats gets a number; two headings of one name are reported by the
  /// reader of the chapters.
  mutating func anchor(_ given: LocatedText?, for text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return anchor(
      named: given?.text ?? (words.isEmpty ? "section" : words), isGiven: given != nil)
  }

  /// An anchor of a name, or of the name and a number if that is taken.
  mutating func anchor(named name: String, isGiven: Bool = false) -> String {
    var candidate = name
    var number = 2
    while anchors.contains(candidate) || (!isGiven && reservedAnchors.contains(candidate)) {
      candidate = "\(name)-\(number)"
      number += 1
    }
    anchors.insert(candidate)
    return candidate
  }

  private mutating func compose(
    _ list: SpecList, in scope: Scope, into log: inout DiagnosticLog
  ) -> List {
    let items = list.items.map { item -> [Block] in
      var inner = scope
      inner.segment = segment(openedBy: item) ?? scope.segment
      listDepth += 1
      defer { listDepth -= 1 }
      return compose(item.blocks, in: inner, into: &log)
    }
    return List(isOrdered: list.isOrdered, start: list.start, items: items)
  }

  /// The segment whose name opens an item: "Burgemeesters: …".
  private func segment(openedBy item: SpecList.Item) -> SegmentKey? {
    guard case .paragraph(let text)? = item.blocks.first?.content else { return nil }
    return segmentNames.segment(openedBy: text.plainText)
  }

  private mutating func compose(
    _ table: MarkdownTable, in scope: Scope, into log: inout DiagnosticLog
  ) -> Table {
    let header = table.header.map { Table.Cell(inlines.compose($0, in: scope, into: &log)) }
    var rows: [[Table.Cell]] = []
    var groups: [Table.Group] = []
    for (index, row) in table.rows.enumerated() {
      if table.isGroupHead(index) {
        let head = inlines.compose(row[0], in: scope, into: &log)
        groups.append(group(head, firstRow: rows.count))
        continue
      }
      rows.append(
        row.enumerated().map { column, cell in
          Table.Cell(inlines.compose(cell, in: scope, into: &log), isRowHeader: column == 0)
        })
    }
    let columns = table.alignments.map { alignment -> Table.Alignment in
      switch alignment {
      case .right: .end
      case .centre: .centre
      case .left, nil: .start
      }
    }
    return Table(columns: columns, header: [header], rows: rows, groups: groups)
  }

  /// A group of the rows of a table; where it goes on it has no marks of notes, for they were read.
  func group(_ head: [Inline], firstRow: Int) -> Table.Group {
    let again = head.filter { $0.late == nil }
    return Table.Group(
      head: head, continuation: again + [Inline(" " + wording.continued, origin: .label)],
      firstRow: firstRow)
  }

  private mutating func compose(
    _ container: SpecContainer, _ blocks: [SpecBlock], at range: SourceRange, in scope: Scope,
    into log: inout DiagnosticLog
  ) -> [Block] {
    func grouped(_ group: Block.Group) -> [Block] {
      [Block(.group(group, compose(blocks, in: scope, into: &log)), range: range)]
    }
    switch container {
    case .columns(let count): return grouped(.columns(count))
    case .callout: return grouped(.callout)
    case .bubble: return grouped(.bubble)
    case .together: return grouped(.together)
    case .apart: return grouped(.apart)
    case .page: return grouped(.page)
    case .wide: return grouped(.wide)
    case .beside: return grouped(.beside)
    case .unbound:
      let outer = inlines.proseOrigin
      inlines.proseOrigin = .literal
      defer { inlines.proseOrigin = outer }
      return compose(blocks, in: scope, into: &log)
    case .only(let names):
      return only(names, blocks, at: range, in: scope, into: &log)
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
      if question.items.isEmpty { log.report(.noItems(question.id, at: name.range)) }
      return question.items.flatMap { item -> [Block] in
        var inner = scope
        inner.question = name
        inner.item = item.id
        return compose(blocks, in: inner, into: &log)
      }
    }
  }

  /// Blocks for some segments only; the names are checked on every sheet.
  private mutating func only(
    _ names: [LocatedText], _ blocks: [SpecBlock], at range: SourceRange, in scope: Scope,
    into log: inout DiagnosticLog
  ) -> [Block] {
    if scope.this == nil { log.report(.onlyWithoutSegment(at: range)) }
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
