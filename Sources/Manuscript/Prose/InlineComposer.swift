import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults
import SurveyStatistics

/// Turns the inlines of a spec into those of a document: figures filled in, bound words checked.
struct InlineComposer {
  let resolver: QueryResolver
  let words: BoundWords
  let claims: Claims
  /// Every printed figure so far; `Origin.figure` points into it.
  var figures: [PrintedFigure] = []
  /// The footnotes of the chapter at hand, by label, in the order of their marks.
  var footnoteMarks: [String] = []
  /// The labels that the chapter defines.
  var footnotes: Set<String> = []
  /// Waves without data that a claim was held against since this was last emptied.
  var untestedWaves: [String] = []

  var wording: any Wording { resolver.wording }

  /// The inlines.
  mutating func compose(
    _ inlines: [SpecInline], in scope: Scope, _ emphasis: Emphasis = [], link: LinkTarget? = nil,
    into log: inout DiagnosticLog
  ) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline.content {
      case .text(let text), .code(let text):
        result.append(Inline(text, emphasis, link: link, range: inline.range))
      case .lineBreak: result.append(Inline("\n", emphasis, link: link, range: inline.range))
      case .emphasis(let children):
        result += compose(
          children, in: scope, emphasis.union(.emphasis), link: link, into: &log)
      case .strong(let children):
        result += compose(children, in: scope, emphasis.union(.strong), link: link, into: &log)
      case .link(let children, let target):
        let link: LinkTarget =
          target.hasPrefix("#") ? .anchor(String(target.dropFirst())) : .address(target)
        result += compose(children, in: scope, emphasis, link: link, into: &log)
      case .footnoteMark(let label):
        result += footnoteMark(label, at: inline.range, into: &log)
      case .fill(let query):
        if let text = fill(query, in: scope, into: &log) {
          var text = text
          text.emphasis = emphasis
          text.link = link
          result.append(text)
        }
      case .bound(let children, let query):
        result += bound(
          children, query, in: scope, emphasis, link: link, at: inline.range, into: &log)
      }
    }
    return result
  }

  private mutating func footnoteMark(
    _ label: String, at range: SourceRange, into log: inout DiagnosticLog
  ) -> [Inline] {
    guard footnotes.contains(label) else {
      log.report(.unknownFootnote(label, at: range))
      return []
    }
    if !footnoteMarks.contains(label) { footnoteMarks.append(label) }
    let number = (footnoteMarks.firstIndex(of: label) ?? 0) + 1
    return [Inline(String(number), .superscript, origin: .structural, range: range)]
  }

  /// The answer to a query, filled in; nil after a fault that was reported.
  mutating func fill(
    _ source: SpecQuery, in scope: Scope, into log: inout DiagnosticLog
  ) -> Inline? {
    let query: Query
    do throws(QueryFault) {
      query = try QueryParser.fill(source.text)
    } catch {
      report(error, at: source, into: &log)
      return nil
    }
    guard let resolved = resolver.resolve(query, in: scope, at: source, into: &log) else {
      return nil
    }
    if case .share(let figure, _) = resolved.answer,
      !words.isPrintable(figure, canonical: resolved.canonical, at: source.range, into: &log)
    {
      return nil
    }
    guard let text = wording.text(of: resolved.answer) else { return nil }
    if case .words = resolved.answer {
      return Inline(text, origin: .label, range: source.range)
    }
    let index = record(resolved, printed: text, at: source.range)
    return Inline(text, origin: .figure(index), range: source.range)
  }

  private mutating func bound(
    _ children: [SpecInline], _ source: SpecQuery, in scope: Scope, _ emphasis: Emphasis,
    link: LinkTarget?, at range: SourceRange, into log: inout DiagnosticLog
  ) -> [Inline] {
    var inlines = compose(children, in: scope, emphasis, link: link, into: &log)
    let text = inlines.plainText
    let place = children.first.map { first in
      SourceRange(
        file: range.file, start: first.range.start, end: children.last?.range.end)
    }
    let parsed: BoundQuery
    do throws(QueryFault) {
      parsed = try QueryParser.bound(source.text)
    } catch {
      report(error, at: source, into: &log)
      return inlines
    }
    guard let left = resolver.resolve(parsed.query, in: scope, at: source, into: &log) else {
      return inlines
    }
    if let comparison = parsed.comparison {
      compare(text, parsed.query, left, comparison, in: scope, at: source, range, into: &log)
    } else {
      words.check(text, against: left, at: range, words: place ?? range, into: &log)
    }
    let index = record(left, printed: text, at: range)
    for position in inlines.indices { inlines[position].origin = .bound(index) }
    return inlines
  }

  private mutating func compare(
    _ text: String, _ query: Query, _ left: Resolved,
    _ comparison: (relation: BoundQuery.Relation, other: Query), in scope: Scope,
    at source: SpecQuery, _ range: SourceRange, into log: inout DiagnosticLog
  ) {
    var other = comparison.other
    other.subject = other.subject ?? query.subject
    other.wave = other.wave ?? query.wave
    other.isOfAll = other.isOfAll || query.isOfAll
    guard
      let mine = resolver.segment(of: query, in: scope, at: source, other: nil, into: &log),
      let right = resolver.resolve(other, in: scope, at: source, other: mine, into: &log)
    else { return }
    let verdict = claims.check(text, left, comparison.relation, right, at: range, into: &log)
    if case .observed(let wave) = verdict, !untestedWaves.contains(wave) {
      untestedWaves.append(wave)
    }
  }

  /// Adds an entry to the printed figures and returns its index.
  mutating func record(
    _ resolved: Resolved, printed: String, at range: SourceRange?
  ) -> Int {
    var entry = PrintedFigure(
      query: resolved.canonical, printed: printed, count: nil, base: nil, quality: "sound",
      range: range)
    if case .share(let figure, _) = resolved.answer {
      switch figure.outcome {
      case .counted(let proportion, let quality):
        entry.count = proportion.count
        entry.base = proportion.base
        entry.quality = quality.rawValue
      case .published(let fact):
        entry.base = fact.base
        entry.quality = "published"
      case .withheld, .unknown: break
      }
    }
    figures.append(entry)
    return figures.count - 1
  }

  private func report(
    _ fault: QueryFault, at source: SpecQuery, into log: inout DiagnosticLog
  ) {
    log.report(
      .malformedQuery(
        fault.found, expected: fault.expected, at: source.range(ofUTF8: fault.bytes)))
  }
}
