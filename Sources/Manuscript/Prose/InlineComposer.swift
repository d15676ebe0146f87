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
  /// Where words come from: the author, or a respondent who is quoted.
  var proseOrigin = Origin.prose
  /// The labels that the chapter defines.
  var footnotes: Set<String> = []
  /// Why claims since this was last emptied could not be tested.
  var untested: [Claims.Untested] = []
  /// What the chapter at hand was told already.
  var toldUntested: Set<Claims.Untested> = []

  var wording: any Wording { resolver.wording }

  /// The inlines.
  mutating func compose(
    _ inlines: [SpecInline], in scope: Scope, _ emphasis: Emphasis = [], link: LinkTarget? = nil,
    into log: inout DiagnosticLog
  ) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline.content {
      case .text(let text):
        result.append(
          Inline(wording.tied(text), emphasis, origin: proseOrigin, link: link, range: inline.range)
        )
      case .code(let text):
        result.append(
          Inline(text, emphasis, origin: proseOrigin, link: link, range: inline.range))
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
    guard let parsed = parse(source, into: &log) else { return nil }
    if let comparison = parsed.comparison {
      guard comparison.other.format == .points else {
        log.report(.comparisonFilled(at: source.range))
        return nil
      }
      guard let sides = sides(of: parsed, in: scope, at: source, into: &log) else { return nil }
      return points(parsed, sides, at: source, source.range, into: &log)
    }
    guard let left = resolver.resolve(parsed.query, in: scope, at: source, into: &log) else {
      return nil
    }
    if case .share(let figure, let format) = left.answer {
      guard words.isPrintable(figure, canonical: left.canonical, at: source.range, into: &log)
      else { return nil }
      if format == .points {
        log.report(.pointsWithoutComparison(at: source.range))
        return nil
      }
    }
    guard let text = wording.text(of: left.answer) else {
      log.report(.unknownFigure(left.canonical, at: source.range))
      return nil
    }
    if case .words = left.answer { return Inline(text, origin: .label, range: source.range) }
    let index = record(left, printed: text, at: source.range)
    return Inline(text, origin: .figure(index), range: source.range)
  }

  private func parse(_ source: SpecQuery, into log: inout DiagnosticLog) -> BoundQuery? {
    do throws(QueryFault) {
      return try QueryParser.parse(source.text)
    } catch {
      log.report(.malformedQuery(error, at: source.range(ofUTF8: error.bytes)))
      return nil
    }
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
    guard let parsed = parse(source, into: &log) else { return inlines }
    let index: Int?
    if let comparison = parsed.comparison {
      guard let sides = sides(of: parsed, in: scope, at: source, into: &log) else { return inlines }
      index =
        comparison.other.format == .points
        ? boundPoints(text, parsed, sides, at: source, range, into: &log)
        : claim(text, parsed, sides, at: range, into: &log)
    } else {
      guard let left = resolver.resolve(parsed.query, in: scope, at: source, into: &log) else {
        return inlines
      }
      let isTrue = words.check(text, against: left, at: range, words: place ?? range, into: &log)
      index = isTrue ? record(left, printed: text, at: range) : nil
    }
    if let index {
      for position in inlines.indices { inlines[position].origin = .bound(index) }
    }
    return inlines
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
    if case .rate(let rate) = resolved.answer {
      (entry.count, entry.base) = (rate.count, rate.base)
    }
    figures.append(entry)
    return figures.count - 1
  }
}
