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
  /// The footnotes of the chapter at hand.
  var notes = ChapterNotes()
  /// Where words come from: the author, or a respondent who is quoted.
  var proseOrigin = Origin.prose
  /// What a reader must know of the claims since this was last emptied.
  var caveats: [Claims.Caveat] = []
  /// What the chapter at hand was told already.
  var toldCaveats: Set<Claims.Caveat> = []

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
      case .pageReference(let children, let anchor):
        let link = LinkTarget.anchor(anchor.text)
        result += compose(children, in: scope, emphasis, link: link, into: &log)
        result.append(Inline("\u{A0}", emphasis, link: link, range: inline.range))
        result.append(
          Inline(
            "", emphasis, origin: .reference, link: link, late: .page(of: anchor.text),
            range: inline.range))
      case .footnoteMark(let label):
        result += footnoteMark(label, at: inline.range, in: scope, into: &log)
      case .fill(let query):
        for var text in fill(query, in: scope, into: &log) ?? [] {
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
    _ label: String, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Inline] {
    guard let note = notes.index(of: label, in: scope) else {
      log.report(.unknownFootnote(label, at: range))
      return []
    }
    return [
      Inline("", .superscript, origin: .structural, late: .noteMark(note), range: range)
    ]
  }

  /// What a query comes to, filled in; nil after a fault that was reported, empty for a claim.
  mutating func fill(
    _ source: SpecQuery, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Inline]? {
    guard let statement = parse(source, into: &log) else { return nil }
    switch statement.purpose {
    case .claim:
      let claim = claim(
        nil, statement, in: scope, at: source, source.range, into: &log)
      return claim == nil ? nil : []
    case .sentence:
      return sentence(statement, in: scope, at: source, into: &log)
        .map { inlines(of: $0, at: source.range) }
    case .figure:
      return phrase(statement, in: scope, at: source, source.range, into: &log)
        .map { inlines(of: $0, at: source.range) }
    }
  }

  private func parse(_ source: SpecQuery, into log: inout DiagnosticLog) -> QueryStatement? {
    do throws(QueryFault) {
      return try QueryParser.parse(source.text)
    } catch {
      log.report(.malformedQuery(error, at: source.range(ofUTF8: error.bytes)))
      return nil
    }
  }

  /// The pieces of a phrase, its figures recorded.
  private mutating func inlines(of phrase: Phrase, at range: SourceRange) -> [Inline] {
    phrase.pieces.map { piece in
      switch piece {
      case .words(let words): return Inline(words, origin: .label, range: range)
      case .figure(let stated):
        let index = record(stated.resolved, printed: stated.printed, at: range)
        return Inline(stated.printed, origin: .figure(index), range: range)
      case .printed(let inline): return inline
      }
    }
  }

  private mutating func bound(
    _ children: [SpecInline], _ source: SpecQuery, in scope: Scope, _ emphasis: Emphasis,
    link: LinkTarget?, at range: SourceRange, into log: inout DiagnosticLog
  ) -> [Inline] {
    var inlines = compose(children, in: scope, emphasis, link: link, into: &log)
    let place = children.first.map { first in
      SourceRange(
        file: range.file, start: first.range.start, end: children.last?.range.end)
    }
    guard let statement = parse(source, into: &log) else { return inlines }
    let text = inlines.plainText
    let bound = Binding(words: text, range: range, place: place ?? range)
    if let vouched = vouched(bound, statement, in: scope, at: source, into: &log) {
      let index = record(vouched, printed: text, at: range)
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
    if let figure = resolved.answer.figure {
      entry.value = figure.exactPercent
      entry.isWeighted = figure.weightedShare != nil
      entry.wave = figure.request.wave
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
    switch resolved.answer {
    case .rate(let rate):
      (entry.count, entry.base, entry.value) = (rate.count, rate.base, 100 * rate.share)
    case .count(let count): entry.value = Double(count)
    case .margin(let points): entry.value = points
    case .mean(let mean):
      entry.value = mean.mean
      guard case .counted(let moments, let quality) = mean.outcome else { break }
      (entry.base, entry.quality) = (moments.count, quality.rawValue)
    default: break
    }
    entry.wave = entry.wave ?? resolved.wave
    figures.append(entry)
    return figures.count - 1
  }
}
