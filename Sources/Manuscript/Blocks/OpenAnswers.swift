import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults

/// Blocks of what respondents said in their own words.
extension BlockComposer {
  /// A list of quotes, each with whose words they are where that may be said, and a note on how they
  /// were chosen.
  mutating func quotes(
    _ spec: QuotesSpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    guard let name = spec.question ?? scope.question else {
      log.report(.noQuestion(at: range))
      return []
    }
    let segment = spec.segment.flatMap {
      segments([$0], by: nil, of: nil, in: scope, into: &log)?.first
    }
    if spec.segment != nil, segment == nil { return [] }
    let wave = spec.wave?.text ?? scope.wave?.text ?? inlines.resolver.currentWave
    var found: [QuoteFigure] = []
    do throws(FigureRefusal) {
      found = try results.quotes(
        of: name.text, answer: spec.answer?.text, for: segment, in: wave)
    } catch {
      log.report(.refused(error, at: spec.answer?.range ?? spec.wave?.range ?? name.range))
      return []
    }
    if found.isEmpty {
      log.report(.noQuotes(name.text, at: range))
      return []
    }
    let printed = found.prefix(spec.limit?.value ?? found.count)
    let items = printed.map { [quote($0, at: range)] }
    let isSelection = printed.count < found.count || found.contains { $0.quote.isSelection }
    let note = wording.quotesNote(
      isSelection: isSelection, isRedacted: printed.contains { $0.quote.redactions != nil })
    var blocks = listTitle(spec.title, at: range, in: scope, into: &log)
    blocks.append(Block(.list(List(items: items)), range: range))
    blocks.append(
      Block(.paragraph([Inline(note, origin: .label)]), style: "chart-note", range: range))
    return blocks
  }

  /// The title above a list of answers; empty if there is none.
  mutating func listTitle(
    _ title: [SpecInline]?, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    guard let title else { return [] }
    let text = inlines.compose(title, in: scope, into: &log)
    return [Block(.paragraph(text), style: "list-title", range: range)]
  }

  private func quote(_ figure: QuoteFigure, at range: SourceRange) -> Block {
    var text = [Inline("“\(figure.quote.text)”", origin: .quote)]
    if let segment = figure.segment, let label = results.segment(segment)?.singular {
      text.append(Inline(" (\(label))", origin: .label))
    }
    return Block(.paragraph(text), style: "quote", range: range)
  }

  /// The themes of an open question for a group, in the order in which the group named them.
  mutating func themes(
    _ spec: ThemesSpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    let selection = ResultSelection(
      question: spec.question, segments: spec.segment.map { [$0] },
      categories: spec.themes.isEmpty ? nil : spec.themes.map(\.answer))
    guard let selected = select(selection, at: range, in: scope, into: &log) else { return [] }
    let question = selected.question
    let segment =
      spec.segment == nil ? scope.this ?? scope.segment ?? .total : selected.segments[0]
    let themes = spec.themes.isEmpty ? texts.themes(of: question.id, for: segment) : spec.themes
    if themes.isEmpty {
      log.report(.noThemes(question.id, segment.description, at: range))
      return []
    }
    if let coder = question.coder, coder != "human", (spec.approvedBy ?? texts.approvedBy) == nil {
      log.report(.unapprovedThemes(question.id, coder: coder, at: range))
    }
    let order = NamingOrder(of: question, for: segment, in: selected.waves[0], results: results)
    var blocks: [Block] = []
    if let lead = spec.lead {
      blocks.append(Block(.paragraph(inlines.compose(lead, in: scope, into: &log)), range: range))
    }
    let items = arranged(themes, by: order, into: &log).map { theme in
      let name = label(of: theme.answer.text, in: question)
      let text = inlines.compose(theme.text, in: scope, into: &log)
      let head = Inline(name + ". ", .strong, origin: .label)
      return [Block(.paragraph([head] + text), range: theme.answer.range)]
    }
    return blocks + [Block(.list(List(items: items)), range: range)]
  }

  /// Themes as they were named, the most first; those of one rung, and all where nothing may be said
  /// of the order, as they are written.
  private func arranged(
    _ themes: [ThemesSpec.Theme], by order: NamingOrder, into log: inout DiagnosticLog
  ) -> [ThemesSpec.Theme] {
    guard order.isKnown else { return themes }
    let rungs = order.rungs.enumerated().flatMap { rung, answers in answers.map { ($0, rung) } }
    let rungOf = Dictionary(rungs, uniquingKeysWith: { first, _ in first })
    for theme in themes where order.counted.contains(theme.answer.text) {
      if rungOf[theme.answer.text] == nil {
        log.report(.themeNotNamed(theme.answer.text, at: theme.answer.range))
      }
    }
    func place(_ theme: ThemesSpec.Theme) -> Int { rungOf[theme.answer.text] ?? rungs.count }
    return themes.enumerated().sorted { left, right in
      (place(left.element), left.offset) < (place(right.element), right.offset)
    }.map(\.element)
  }
}
