import Diagnostics
import ReportSpec

/// An author's words and the place of their query.
struct Binding {
  var words: String
  /// The whole span, with its query.
  var range: SourceRange
  /// The words alone.
  var place: SourceRange
}

extension InlineComposer {
  /// What vouches for bound words; nil if they may not stand, which was reported.
  mutating func vouched(
    _ bound: Binding, _ statement: QueryStatement, in scope: Scope, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> Resolved? {
    guard statement.purpose != .sentence else {
      log.report(.boundSentence(at: source.range))
      return nil
    }
    if statement.assertion != nil {
      switch statement.format {
      case .points:
        let stated = points(statement, in: scope, at: source, bound.range, into: &log)
        return stated.flatMap { isSame(bound, $0.printed, $0.resolved, into: &log) }
      case .change:
        let changed = change(statement, in: scope, at: source, bound.range, into: &log)
        return changed.flatMap {
          isSame(bound, wording.change($0.change).text, $0.sides.left, into: &log)
        }
      default:
        if case .comparison(.versus, _) = statement.assertion {
          log.report(.comparisonFilled(at: bound.range))
          return nil
        }
        return claim(bound.words, statement, in: scope, at: source, bound.range, into: &log)
      }
    }
    if statement.query.verb != nil {
      guard
        let phrase = phrase(statement, in: scope, at: source, bound.range, into: &log),
        let resolved = resolver.resolve(statement.query, in: scope, at: source, into: &log)
      else { return nil }
      return isSame(bound, phrase.text, resolved, into: &log)
    }
    guard let resolved = resolver.resolve(statement.query, in: scope, at: source, into: &log)
    else { return nil }
    if resolved.answer.isSaidFreely {
      let isTrue = words.check(
        bound.words, against: resolved, at: bound.range, words: bound.place, into: &log)
      return isTrue ? resolved : nil
    }
    guard let phrase = phrase(of: resolved, at: bound.range, into: &log) else { return nil }
    return isSame(bound, phrase.text, resolved, into: &log)
  }

  /// Words that have to be exactly what the query gives.
  private func isSame(
    _ bound: Binding, _ actual: String, _ resolved: Resolved, into log: inout DiagnosticLog
  ) -> Resolved? {
    if AcceptedWords.folded(bound.words) == AcceptedWords.folded(actual) { return resolved }
    log.report(
      .wrongFigure(
        bound.words, actual: actual, evidence: resolved.canonical, at: bound.range,
        replacing: bound.place))
    return nil
  }
}
