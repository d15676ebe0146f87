import Diagnostics
import ReportSpec
import SurveyResults

extension InlineComposer {
  /// The sentence that a query asks for; nil after a fault that was reported.
  ///
  /// It obeys the rules of claims: no number of a base that is too small, no "more" or "less" that a
  /// test does not bear out, and "not tested" where none is possible.
  mutating func sentence(
    _ statement: QueryStatement, in scope: Scope, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> Phrase? {
    if statement.query.format != nil || statement.query.verb != nil {
      log.report(.sentenceWithFormat(at: source.range))
      return nil
    }
    switch (statement.query.subject, statement.assertion) {
    case (.top, nil) where statement.breakdown == nil && statement.predicate == nil:
      return ranking(statement, in: scope, at: source, into: &log)
    case (.path, nil): return shares(statement, in: scope, at: source, into: &log)
    case (.path, .comparison(_, .query)) where statement.breakdown == nil:
      return comparison(statement, in: scope, at: source, into: &log)
    default:
      log.report(.noSentence(at: source.range))
      return nil
    }
  }

  /// What is said of those who gave an answer; nil after a fault that was reported.
  private func predicate(
    _ statement: QueryStatement, _ label: String?, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> Predicate? {
    guard let words = statement.predicate else { return .answer(label ?? "") }
    if words.contains(where: \.isNumber) {
      log.report(.numberInPredicate(at: source.range))
      return nil
    }
    let parts = words.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let verb = parts.first else {
      log.report(.emptyPredicate(at: source.range))
      return nil
    }
    return .saying(verb: verb, rest: parts.count > 1 ? parts[1] : "")
  }

  private func shares(
    _ statement: QueryStatement, in scope: Scope, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> Phrase? {
    var segments: [SegmentKey?] = [nil]
    if let name = statement.breakdown {
      guard let breakdown = resolver.results.breakdown(name.text) else {
        let known = resolver.results.breakdowns.map(\.id)
        log.report(
          .refused(
            .unknownBreakdown(name.text, known: known), at: source.range(ofUTF8: name.bytes)))
        return nil
      }
      segments = resolver.reported(breakdown)
    }
    var resolved: [Resolved] = []
    for segment in segments {
      guard
        let share = resolver.resolve(
          statement.query, in: scope, at: source, for: segment, into: &log)
      else { return nil }
      resolved.append(share)
    }
    guard let first = resolved.first,
      let predicate = predicate(statement, first.label, at: source, into: &log)
    else { return nil }
    let stated = resolved.map { ($0, group($0)) }
    let sentence = SharesSentence(
      predicate: predicate, shares: stated.compactMap(\.1),
      omitted: stated.filter { $0.1 == nil }.compactMap(\.0.people), isFiltered: first.isFiltered)
    return wording.shares(sentence, variant: variant(for: resolved))
  }

  /// A number that follows from the claim: which of several ways of saying the same is taken.
  private func variant(for resolved: [Resolved]) -> Int {
    Variation.choice(of: 6, for: resolved.map(\.canonical).joined(separator: " "))
  }

  /// A group with its share; nil if the share may not be said.
  private func group(_ resolved: Resolved) -> GroupShare? {
    guard case .share(let figure, _) = resolved.answer, let percent = wording.percent(figure) else {
      return nil
    }
    return GroupShare(
      people: resolved.people ?? wording.people,
      figure: StatedFigure(resolved: resolved, printed: percent),
      isIndicative: figure.isIndicative)
  }

  private mutating func comparison(
    _ statement: QueryStatement, in scope: Scope, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> Phrase? {
    guard
      let (sides, change) = change(
        statement, in: scope, at: source, source.range, into: &log),
      let predicate = predicate(statement, sides.left.label, at: source, into: &log)
    else { return nil }
    guard var share = group(sides.left), let right = sides.others.first,
      let left = sides.left.answer.figure?.request, let there = right.answer.figure?.request,
      let other = other(left, there, right)
    else {
      log.report(.noSentence(at: source.range))
      return nil
    }
    if sides.left.isFiltered { share.people += " \(wording.whoWereAsked)" }
    let sentence = ComparisonSentence(
      predicate: predicate, share: share, other: other, otherShare: group(right),
      change: change)
    return wording.comparison(sentence, variant: variant(for: [sides.left, right]))
  }

  /// What a share is compared with: another wave or another group, and nothing else.
  private func other(
    _ left: FigureRequest, _ right: FigureRequest, _ resolved: Resolved
  ) -> ComparisonSentence.Other? {
    var same = right
    (same.segment, same.wave) = (left.segment, left.wave)
    guard same == left else { return nil }
    if left.segment == right.segment, let wave = right.wave {
      return .wave(resolver.results.wave(wave)?.label ?? wave)
    }
    return left.wave == right.wave ? .people(resolved.people ?? wording.people) : nil
  }

  private mutating func ranking(
    _ statement: QueryStatement, in scope: Scope, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> Phrase? {
    guard let resolved = resolver.resolve(statement.query, in: scope, at: source, into: &log),
      case .order(let answers, _) = resolved.answer
    else { return nil }
    guard let first = answers.first,
      let question = resolver.results.question(first.figure.request.question),
      let act = act(first.figure.request, question, answers)
    else {
      log.report(.noSentence(at: source.range))
      return nil
    }
    var places: [[(answer: String, figure: StatedFigure)]] = []
    for (index, answer) in answers.enumerated() {
      guard let stated = stated(answer) else {
        log.report(.unknownFigure(answer.canonical, at: source.range))
        return nil
      }
      if index > 0, answers[index - 1].place == answer.place {
        places[places.count - 1].append((answer.label, stated))
      } else {
        places.append([(answer.label, stated)])
      }
    }
    if act != .choose, act != .put(place: 1) { note(.qualified(.samePeople)) }
    let sentence = RankingSentence(
      people: resolved.people ?? wording.people, act: act, places: places,
      isFiltered: resolved.isFiltered)
    return wording.ranking(sentence, variant: variant(for: [resolved]))
  }

  /// What people did with the answers; nil for the items of a battery, of which nobody chose one.
  private func act(
    _ request: FigureRequest, _ question: Question, _ answers: [RankedAnswer]
  ) -> RankingSentence.Act? {
    switch question.kind {
    case .multiple, .open: return .mention
    case .single, .numeric: return .choose
    case .battery: return Set(answers.map(\.figure.request.item)).count == 1 ? .choose : nil
    case .ranking:
      guard let places = request.places else { return .put(place: 1) }
      return places.first == places.last
        ? .put(place: places.last) : .putAmong(first: places.last)
    }
  }
}
