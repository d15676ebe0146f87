import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults
import SurveyStatistics

/// The two sides of a comparison; the right one has several figures if a claim names several.
struct ComparedSides {
  var left: Resolved
  var others: [Resolved]
}

extension InlineComposer {
  /// Both sides of a comparison, or nil after faults that were reported, those of either side.
  func sides(
    of query: Query, _ other: QueryStatement.Other, in scope: Scope, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> ComparedSides? {
    let left = resolver.resolve(query, in: scope, at: source, into: &log)
    let others: [Query]
    switch other {
    case .all(let names):
      guard left != nil,
        let segments = resolver.segments(
          named: names, besides: query, in: scope, at: source, into: &log)
      else { return nil }
      let resolved = segments.map { segment in
        resolver.resolve(query, in: scope, at: source, for: segment, into: &log)
      }
      let known = resolved.compactMap { $0 }
      guard let left, known.count == resolved.count else { return nil }
      return ComparedSides(left: left, others: known)
    case .query(let right): others = [right]
    }
    // A segment that is wrong was reported with the left side.
    var quiet = DiagnosticLog()
    let mine = resolver.segment(of: query, in: scope, at: source, other: nil, into: &quiet)
    var resolved: [Resolved] = []
    for var right in others {
      // What the right side does not say it takes from the left.
      if right.subject == nil, left == nil { return nil }
      right.subject = right.subject ?? query.subject
      right.places = right.places ?? query.places
      right.wave = right.wave ?? query.wave
      right.isOfAll = right.isOfAll || query.isOfAll
      right.format = nil
      if let other = resolver.resolve(
        right, in: scope, at: source, other: mine ?? .total, into: &log)
      {
        resolved.append(other)
      }
    }
    guard let left, resolved.count == others.count else { return nil }
    return ComparedSides(left: left, others: resolved)
  }

  /// Holds words, or nil for a claim without any, against what is said of a figure; the claim as one entry of the printed figures, or
  /// nil if the words may not stand.
  mutating func claim(
    _ words: String?, _ statement: QueryStatement, in scope: Scope, at source: SpecQuery,
    _ range: SourceRange, into log: inout DiagnosticLog
  ) -> Resolved? {
    let demands = claims.demands(words, query: source.text, isTested: statement.isTested)
    switch statement.assertion {
    case .comparison(let relation, let other):
      guard
        let sides = sides(of: statement.query, other, in: scope, at: source, into: &log),
        let left = share(sides.left, at: range, into: &log)
      else { return nil }
      let others = sides.others.compactMap { share($0, at: range, into: &log) }
      guard others.count == sides.others.count else { return nil }
      let verdict = claims.check(demands, left, relation, others, at: range, into: &log)
      guard verdict != .failed,
        areNumbersTrue(in: demands.words, left, others, at: range, into: &log)
      else { return nil }
      note(verdict, of: [left] + others)
      return comparison(relation, sides)
    case .rank(let rank):
      guard let left = resolver.resolve(statement.query, in: scope, at: source, into: &log),
        let share = share(left, at: range, into: &log),
        let order = resolver.order(around: share.figure.request, at: source, into: &log)
      else { return nil }
      let verdict = claims.check(demands, rank, of: share, in: order, at: range, into: &log)
      guard verdict != .failed, areNumbersTrue(in: demands.words, share, [], at: range, into: &log)
      else {
        return nil
      }
      note(verdict, of: [share])
      return left
    case nil: return nil
    }
  }

  /// Remembers what a reader must know of a claim that holds; the chapter says it once.
  mutating func note(_ verdict: Claims.Verdict, of figures: [ClaimedFigure] = []) {
    var found: [Claims.Caveat] = []
    if case .qualified(let caveat) = verdict { found.append(caveat) }
    for (figure, _) in figures where figure.isIndicative {
      found.append(.smallBase(figure.request.segment))
    }
    for caveat in found where toldCaveats.insert(caveat).inserted { caveats.append(caveat) }
  }

  /// The difference of two shares, stated; nil after a fault that was reported.
  ///
  /// With a sign the comparison must hold as well; with `vs` nothing is claimed.
  mutating func points(
    _ statement: QueryStatement, in scope: Scope, at source: SpecQuery, _ range: SourceRange,
    into log: inout DiagnosticLog
  ) -> StatedFigure? {
    guard let pair = pair(statement, in: scope, at: source, range, into: &log) else { return nil }
    guard let difference = claims.difference(pair.left, pair.right) else {
      log.report(.unknownFigure(source.text, at: range))
      return nil
    }
    return StatedFigure(
      resolved: comparison(pair.relation, pair.sides), printed: wording.points(of: difference))
  }

  /// How a share changed, stated; nil after a fault that was reported.
  mutating func change(
    _ statement: QueryStatement, in scope: Scope, at source: SpecQuery, _ range: SourceRange,
    into log: inout DiagnosticLog
  ) -> (sides: ComparedSides, change: Change)? {
    guard let pair = pair(statement, in: scope, at: source, range, into: &log) else { return nil }
    guard let finding = claims.finding(pair.left, pair.right) else {
      log.report(
        .noChange(
          left: pair.sides.left.canonical, right: pair.sides.others[0].canonical, at: range))
      return nil
    }
    let points = claims.difference(pair.left, pair.right).map { difference in
      let whole = Int((abs(difference) + 0.5).rounded(.down))
      return StatedFigure(
        resolved: comparison(pair.relation, pair.sides),
        printed: wording.signed(points: difference < 0 ? -whole : whole))
    }
    let change = Change(
      finding: finding.finding, points: points, isTested: finding.isTested)
    return (pair.sides, change)
  }

  /// Two figures whose difference is asked for.
  private struct ComparedPair {
    var relation: QueryStatement.Relation
    var sides: ComparedSides
    var left: Figure
    var right: Figure
  }

  private mutating func pair(
    _ statement: QueryStatement, in scope: Scope, at source: SpecQuery, _ range: SourceRange,
    into log: inout DiagnosticLog
  ) -> ComparedPair? {
    guard case .comparison(let relation, let other) = statement.assertion, case .query = other
    else {
      log.report(.pointsWithoutComparison(at: range))
      return nil
    }
    if relation != .versus,
      claim(nil, statement, in: scope, at: source, range, into: &log) == nil
    {
      return nil
    }
    guard let sides = sides(of: statement.query, other, in: scope, at: source, into: &log),
      let left = share(sides.left, at: range, into: &log), let second = sides.others.first,
      let right = share(second, at: range, into: &log)
    else { return nil }
    if let fault = claims.incomparable(left.figure.request, right.figure.request, at: range) {
      log.report(fault)
      return nil
    }
    return ComparedPair(relation: relation, sides: sides, left: left.figure, right: right.figure)
  }

  /// The share of one side of a claim; reports what is none or may not be said.
  func share(
    _ resolved: Resolved, at range: SourceRange, into log: inout DiagnosticLog
  ) -> ClaimedFigure? {
    guard case .share(let figure, _) = resolved.answer else {
      log.report(.claimOfOther(resolved.canonical, at: range))
      return nil
    }
    // A publication may say only which way a figure went, or its place: enough for a claim.
    if case .published = figure.outcome { return (figure, resolved.canonical) }
    return words.isPrintable(figure, canonical: resolved.canonical, at: range, into: &log)
      ? (figure, resolved.canonical) : nil
  }

  private func comparison(
    _ relation: QueryStatement.Relation, _ sides: ComparedSides
  ) -> Resolved {
    var resolved = sides.left
    let others = sides.others.map(\.canonical).joined(separator: ", ")
    resolved.canonical = "\(sides.left.canonical) \(relation.rawValue) \(others)"
    return resolved
  }
}
