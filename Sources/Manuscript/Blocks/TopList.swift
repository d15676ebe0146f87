import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults

extension BlockComposer {
  /// The answers that were given most, in words of order and without figures: a list, or one for each
  /// segment of a breakdown.
  mutating func topList(
    _ spec: TopListSpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    let selection = ResultSelection(
      question: spec.question, by: spec.by, segments: spec.segments,
      waves: spec.wave.map { [$0] })
    guard let selected = select(selection, at: range, in: scope, into: &log) else { return [] }
    let question = selected.question
    if !question.items.isEmpty || question.kind == .ranking {
      log.report(.notAList(question.id, at: (spec.question ?? scope.question)?.range ?? range))
      return []
    }
    let isLone = selected.segments == [.total]
    let segments = isLone ? [scope.this ?? scope.segment ?? .total] : selected.segments
    let lists = segments.map { segment in
      (
        segment,
        rungs(of: question, for: segment, in: selected.waves[0], count: spec.count?.value ?? 3)
      )
    }
    let title = listTitle(spec.title, at: range, in: scope, into: &log)
    let shape = spec.shape?.value ?? .list
    return arranged(lists, shape: shape, isLone: isLone, title: title, at: range)
  }

  private func arranged(
    _ lists: [(segment: SegmentKey, rungs: [[Inline]])], shape: TopListSpec.Shape, isLone: Bool,
    title head: [Block], at range: SourceRange
  ) -> [Block] {
    func list(_ rungs: [[Inline]]) -> Block {
      Block(.list(List(items: rungs.map { [Block(.paragraph($0), range: range)] })), range: range)
    }
    func name(_ segment: SegmentKey) -> Block {
      let text = [Inline(label(of: segment), .strong, origin: .label)]
      return Block(.paragraph(text), range: range)
    }
    if isLone {
      let blocks = head + lists.map { list($0.rungs) }
      return shape == .list
        ? blocks : [Block(.group(shape == .bubble ? .bubble : .callout, blocks), range: range)]
    }
    if shape == .cards {
      let cards = lists.map { entry in
        Block(.group(.callout, [name(entry.segment), list(entry.rungs)]), range: range)
      }
      return head + [Block(.group(.columns(min(2, cards.count)), cards), range: range)]
    }
    let nested = Block(
      .list(List(items: lists.map { [name($0.segment), list($0.rungs)] })), range: range)
    return shape == .bubble
      ? [Block(.group(.bubble, head + [nested]), range: range)] : head + [nested]
  }

  /// "Het vaakst: politie" and so on; one line that says why where there is no order.
  private func rungs(
    of question: Question, for segment: SegmentKey, in wave: String, count: Int
  ) -> [[Inline]] {
    let order = NamingOrder(of: question, for: segment, in: wave, results: results)
    guard order.isKnown else { return [[Inline(wording.noOrder, origin: .label)]] }
    return order.rungs.prefix(count).enumerated().map { place, answers in
      let word = wording.rungs[min(place, wording.rungs.count - 1)]
      let mark = answers.count > 1 ? " (\(wording.shared))" : ""
      let names = wording.list(
        answers.map { answer in
          texts.wording(of: answer, question: question.id, for: segment)
            ?? label(of: answer, in: question).insideSentence
        })
      return [
        Inline("\(word)\(mark): ", origin: .label), Inline(names, origin: .label),
      ]
    }
  }
}

extension String {
  /// A label inside a sentence: without its capital, unless it is an abbreviation or a single letter.
  var insideSentence: String {
    guard let first, let second = dropFirst().first, first.isUppercase, second.isLowercase else {
      return self
    }
    return first.lowercased() + dropFirst()
  }
}
