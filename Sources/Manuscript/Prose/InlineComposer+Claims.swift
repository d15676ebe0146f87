import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults
import SurveyStatistics

/// The two sides of a comparison.
typealias ComparedSides = (left: Resolved, right: Resolved)

extension InlineComposer {
  /// Both sides of a comparison, or nil after faults that were reported, those of either side.
  func sides(
    of parsed: BoundQuery, in scope: Scope, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> ComparedSides? {
    guard var other = parsed.comparison?.other else { return nil }
    // What the right side does not say it takes from the left.
    let inherits = other.subject == nil
    other.subject = other.subject ?? parsed.query.subject
    other.wave = other.wave ?? parsed.query.wave
    other.isOfAll = other.isOfAll || parsed.query.isOfAll
    let left = resolver.resolve(parsed.query, in: scope, at: source, into: &log)
    if left == nil, inherits { return nil }
    // A segment that is wrong was reported with the left side.
    var quiet = DiagnosticLog()
    let mine = resolver.segment(
      of: parsed.query, in: scope, at: source, other: nil, into: &quiet)
    let right = resolver.resolve(
      other, in: scope, at: source, other: mine ?? .total, into: &log)
    guard let left, let right else { return nil }
    return (left, right)
  }

  /// Holds words against a comparison; the index of its entry, or nil if they may not stand.
  mutating func claim(
    _ text: String, _ parsed: BoundQuery, _ sides: ComparedSides, at range: SourceRange,
    into log: inout DiagnosticLog
  ) -> Int? {
    guard isBorneOut(text, parsed, sides, at: range, into: &log) else { return nil }
    return record(comparison(parsed, sides), printed: text, at: range)
  }

  /// The difference of two shares, filled in; the comparison must hold as well.
  mutating func points(
    _ parsed: BoundQuery, _ sides: ComparedSides, at source: SpecQuery, _ range: SourceRange,
    into log: inout DiagnosticLog
  ) -> Inline? {
    guard let text = difference(parsed, sides, at: source, range, into: &log) else { return nil }
    let index = record(comparison(parsed, sides), printed: text, at: range)
    return Inline(text, origin: .figure(index), range: range)
  }

  /// Holds words against a difference; the index of its entry, or nil if they may not stand.
  mutating func boundPoints(
    _ text: String, _ parsed: BoundQuery, _ sides: ComparedSides, at source: SpecQuery,
    _ range: SourceRange, into log: inout DiagnosticLog
  ) -> Int? {
    guard let actual = difference(parsed, sides, at: source, range, into: &log) else { return nil }
    let comparison = comparison(parsed, sides)
    guard AcceptedWords.folded(text) == AcceptedWords.folded(actual) else {
      log.report(
        .wrongFigure(
          text, actual: actual, evidence: comparison.canonical, at: range, replacing: range))
      return nil
    }
    return record(comparison, printed: text, at: range)
  }

  /// The difference of two shares as it is printed; nil after a fault that was reported.
  private mutating func difference(
    _ parsed: BoundQuery, _ sides: ComparedSides, at source: SpecQuery, _ range: SourceRange,
    into log: inout DiagnosticLog
  ) -> String? {
    guard isBorneOut(source.text, parsed, sides, at: range, into: &log),
      case .share(let first, _) = sides.left.answer,
      case .share(let second, _) = sides.right.answer
    else { return nil }
    guard let one = first.exactPercent, let two = second.exactPercent else {
      log.report(.unknownFigure(source.text, at: range))
      return nil
    }
    return wording.points(wording.count(Int((abs(one - two) + 0.5).rounded(.down))))
  }

  private mutating func isBorneOut(
    _ text: String, _ parsed: BoundQuery, _ sides: ComparedSides, at range: SourceRange,
    into log: inout DiagnosticLog
  ) -> Bool {
    let (left, right) = sides
    guard let relation = parsed.comparison?.relation else { return false }
    guard let first = share(left, at: range, into: &log),
      let second = share(right, at: range, into: &log)
    else { return false }
    let verdict = claims.check(
      text, (first, left.canonical), relation, (second, right.canonical), at: range, into: &log)
    if case .observed(let why) = verdict, toldUntested.insert(why).inserted {
      untested.append(why)
    }
    return verdict != .failed
  }

  /// The share of one side of a claim; reports what is none or may not be said.
  private func share(
    _ resolved: Resolved, at range: SourceRange, into log: inout DiagnosticLog
  ) -> Figure? {
    guard case .share(let figure, _) = resolved.answer else {
      log.report(.claimOfOther(resolved.canonical, at: range))
      return nil
    }
    // A publication may say only which way a figure went: enough for a claim, not for a number.
    if case .published = figure.outcome { return figure }
    return words.isPrintable(figure, canonical: resolved.canonical, at: range, into: &log)
      ? figure : nil
  }

  private func comparison(_ parsed: BoundQuery, _ sides: ComparedSides) -> Resolved {
    let sign = parsed.comparison.map { String($0.relation.rawValue) } ?? ""
    return Resolved(
      answer: sides.left.answer,
      canonical: "\(sides.left.canonical) \(sign) \(sides.right.canonical)")
  }
}
