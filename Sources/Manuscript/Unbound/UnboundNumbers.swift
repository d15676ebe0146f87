public import Diagnostics
public import ReportSpec
public import SurveyResults

/// Finds the numbers of a report's prose that nothing vouches for.
///
/// It walks the chapters and templates as they are written, so a loop or a batch says each thing once.
/// Quotations are their speakers' own; what stands below `::: unbound "reason"` is the author's.
public struct UnboundNumbers: Sendable {
  private let report: ReportSource
  private let results: ResultsModel
  private let files: [String: SourceFile]
  private let finder: NumberFinder
  private let proposals: QueryProposal

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - results: its results, for the names of its people and for the queries it proposes.
  ///   - files: the chapters by path, to point at characters.
  public init(report: ReportSource, results: ResultsModel, files: [String: SourceFile]) {
    self.report = report
    self.results = results
    self.files = files
    let language = report.language.value.rawValue
    finder = NumberFinder(language: language, people: results.namesOfPeople)
    proposals = QueryProposal(
      results: results, wording: wording(of: language),
      currentWave: report.currentWave?.text ?? results.currentWave.id)
  }

  /// Reports each number that nothing vouches for, and margins that are misread.
  public func check(into log: inout DiagnosticLog) {
    var findings = Findings(lint: ProseLint(language: report.language.value.rawValue))
    for chapter in report.chapters + report.editions.compactMap(\.template) {
      check(chapter.lead, in: Surroundings(), into: &findings)
      check(chapter.blocks, in: Surroundings(), into: &findings)
      for note in chapter.footnotes { check(note.blocks, in: Surroundings(), into: &findings) }
    }
    for entry in report.texts.entries {
      let scope = Surroundings(
        question: entry.question.text,
        segment: try? results.segment(named: entry.segment.text))
      if let text = entry.text { check(text, in: scope, into: &findings) }
    }
    log.append(findings.log)
  }

  private struct Findings {
    var log = DiagnosticLog()
    let lint: ProseLint
  }
}

/// What stands around a number and tells what it may be about.
struct Surroundings {
  /// The question of the heading, or of the loop.
  var question: String?
  /// The segment of the heading.
  var segment: SegmentKey?
}

extension ResultsModel {
  /// What the people of the segments are called, one and many.
  public var namesOfPeople: [String] {
    breakdowns.flatMap(\.segments).flatMap { [$0.singular, $0.plural] }
  }
}

// MARK: - The walk

extension UnboundNumbers {
  private func check(
    _ blocks: [SpecBlock], in outer: Surroundings, into findings: inout Findings
  ) {
    // A heading's defaults end where the next heading of its level or above begins.
    var scopes = [(level: 0, scope: outer)]
    for block in blocks {
      if case .heading(let level, let text, let attributes) = block.content {
        while scopes.count > 1, scopes[scopes.count - 1].level >= level { scopes.removeLast() }
        var scope = scopes[scopes.count - 1].scope
        if let question = attributes.question { scope.question = question.text }
        if let segment = attributes.segment {
          scope.segment = try? results.segment(named: segment.text)
        }
        scopes.append((level, scope))
        // The numbers of a heading structure the text, unless they are shares.
        check(text, in: scope, onlyShares: true, into: &findings)
        continue
      }
      check(block, in: scopes[scopes.count - 1].scope, into: &findings)
    }
  }

  private func check(
    _ block: SpecBlock, in scope: Surroundings, into findings: inout Findings
  ) {
    switch block.content {
    case .list(let list):
      for item in list.items { check(item.blocks, in: scope, into: &findings) }
    case .container(.unbound, _), .quote: break
    case .container(.eachItem(let question), let blocks):
      var scope = scope
      scope.question = question.text
      check(blocks, in: scope, into: &findings)
    case .container(_, let blocks): check(blocks, in: scope, into: &findings)
    default:
      for text in block.content.texts { check(text, in: scope, into: &findings) }
    }
  }

  private func check(
    _ inlines: [SpecInline], in scope: Surroundings, onlyShares: Bool = false,
    into findings: inout Findings
  ) {
    let prose = PlainProse(inlines)
    let words = ProseToken.tokens(of: prose.text)
    if let range = inlines.first?.range {
      findings.lint.check(words, at: range, into: &findings.log)
    }
    for number in finder.numbers(in: words, of: prose.text, vouched: prose.vouched)
    where number.kind.needsVoucher && !(onlyShares && number.kind == .count) {
      guard let range = prose.range(of: number, in: files) else { continue }
      let query = proposals.query(for: number, in: words, scope)
      findings.log.report(.unbound(number, query: query, at: range))
    }
  }
}

extension SpecBlock.Content {
  /// The texts of a block that an author wrote, without those of blocks inside it.
  fileprivate var texts: [[SpecInline]] {
    switch self {
    case .paragraph(let text): [text]
    case .table(let table): table.header + table.rows.flatMap { $0 }
    case .chart(let spec):
      [spec.title, spec.subtitle, spec.note, spec.condition.otherwise].compactMap { $0 }
    case .keyFigures(let spec): spec.figures.map(\.label)
    case .response(let spec): [spec.title, spec.note].compactMap { $0 }
    case .methodology(let spec): [spec.title, spec.note].compactMap { $0 }
    case .resultTable(let spec):
      [spec.title, spec.note, spec.condition.otherwise].compactMap { $0 }
    case .image(let spec): [spec.caption, spec.source].compactMap { $0 }
    case .quotes(let spec): [spec.title].compactMap { $0 }
    case .topList(let spec): [spec.title].compactMap { $0 }
    case .keywords(let spec): [spec.title].compactMap { $0 }
    case .themes(let spec): [spec.lead].compactMap { $0 } + spec.themes.map(\.text)
    case .colophon(let spec): spec.text
    case .heading, .list, .quote, .straightCounts, .address, .signOff, .container: []
    }
  }
}
