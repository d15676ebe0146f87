import Diagnostics
import ReportSpec
import SurveyResults
import SurveyStatistics

extension InlineComposer {
  /// What a query prints; nil after a fault that was reported.
  mutating func phrase(
    _ statement: QueryStatement, in scope: Scope, at source: SpecQuery, _ range: SourceRange,
    into log: inout DiagnosticLog
  ) -> Phrase? {
    if statement.assertion != nil {
      switch statement.format {
      case .points:
        return points(statement, in: scope, at: source, range, into: &log).map { Phrase($0) }
      case .change:
        return change(statement, in: scope, at: source, range, into: &log)
          .map { wording.change($0.change) }
      default:
        log.report(.comparisonFilled(at: range))
        return nil
      }
    }
    guard let resolved = resolver.resolve(statement.query, in: scope, at: source, into: &log)
    else { return nil }
    guard let verb = statement.query.verb else {
      return phrase(of: resolved, at: range, into: &log)
    }
    return self.verb(verb, agreeingWith: resolved, at: range, into: &log)
  }

  /// What a resolved query prints; nil after a fault that was reported.
  func phrase(
    of resolved: Resolved, at range: SourceRange, into log: inout DiagnosticLog
  ) -> Phrase? {
    switch resolved.answer {
    case .order(let answers, let format):
      return list(answers, format, resolved, at: range, into: &log)
    case .share(let figure, let format):
      guard words.isPrintable(figure, canonical: resolved.canonical, at: range, into: &log) else {
        return nil
      }
      switch format {
      case .points, .change:
        log.report(.pointsWithoutComparison(at: range))
        return nil
      case .list, .names:
        log.report(.listOfOne(at: range))
        return nil
      default: break
      }
    case .interval(let figure):
      guard words.isPrintable(figure, canonical: resolved.canonical, at: range, into: &log) else {
        return nil
      }
    case .mean(let mean):
      guard isPrintable(mean, resolved.canonical, at: range, into: &log) else { return nil }
    default: break
    }
    guard let text = wording.text(of: resolved) else {
      log.report(.unknownFigure(resolved.canonical, at: range))
      return nil
    }
    if case .words = resolved.answer { return "\(text)" }
    return Phrase(StatedFigure(resolved: resolved, printed: text))
  }

  private func isPrintable(
    _ mean: MeanFigure, _ canonical: String, at range: SourceRange, into log: inout DiagnosticLog
  ) -> Bool {
    switch mean.outcome {
    case .counted(_, .insufficient):
      log.report(.insufficientBase(words.policy.insufficient, at: range))
    case .withheld(let reason):
      log.report(
        .withheld(EnglishWording().withholding(reason, policy: words.policy), at: range))
    case .unknown: log.report(.unknownFigure(canonical, at: range))
    case .counted: return true
    }
    return false
  }

  /// "advies (56%), een luisterend oor (43%) en hulp (24%)", or the same without percentages.
  private func list(
    _ answers: [RankedAnswer], _ format: Query.Format?, _ resolved: Resolved,
    at range: SourceRange, into log: inout DiagnosticLog
  ) -> Phrase? {
    guard format == nil || format == .list || format == .names else {
      log.report(.formatOfList(at: range))
      return nil
    }
    let parts = answers.compactMap { answer -> Phrase? in
      let label = wording.inSentence(answer.label)
      if format == .names { return "\(label)" }
      return stated(answer).map { "\(label) (\($0))" }
    }
    guard !parts.isEmpty, parts.count == answers.count else {
      log.report(.unknownFigure(resolved.canonical, at: range))
      return nil
    }
    return wording.list(parts)
  }

  /// The share of an answer with its own query.
  func stated(_ answer: RankedAnswer) -> StatedFigure? {
    wording.percent(answer.figure).map { percent in
      StatedFigure(
        resolved: Resolved(
          answer: .share(answer.figure, format: nil), canonical: answer.canonical),
        printed: percent)
    }
  }

  /// The form of a verb that goes with a figure as it is printed.
  private func verb(
    _ verb: Query.Verb, agreeingWith resolved: Resolved, at range: SourceRange,
    into log: inout DiagnosticLog
  ) -> Phrase? {
    let isPlural: Bool
    switch resolved.answer {
    case .share(let figure, let format):
      guard words.isPrintable(figure, canonical: resolved.canonical, at: range, into: &log) else {
        return nil
      }
      switch format {
      case .words, .wordsAndPercent, .phrase:
        isPlural = wording.words(for: figure).map { wording.agreement(of: $0).isPlural } ?? false
      case .count: isPlural = figure.proportion.map { $0.count != 1 } ?? true
      default: isPlural = wording.isPercentagePlural
      }
    case .count(let number): isPlural = number != 1
    case .order(let answers, _): isPlural = answers.count != 1
    default:
      log.report(.verbWithoutNumber(resolved.canonical, at: range))
      return nil
    }
    return "\(isPlural ? verb.plural : verb.singular)"
  }
}
