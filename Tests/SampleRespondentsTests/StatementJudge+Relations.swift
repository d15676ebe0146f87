import SurveyResults
import SurveyStatistics

/// Comparisons of two shares.
extension StatementJudge {
  func checkRelation(_ statement: PublishedStatement) throws {
    for right in rights(of: statement) { try check(statement, against: right) }
  }

  /// What the left side is compared with: one figure, or each of several answers.
  private func rights(of statement: PublishedStatement) -> [AskedFigure] {
    let right = AskedFigure(statement.expected)
    if right.subjects.count < 2 { return [right.completed(from: statement.asked)] }
    return right.subjects.map { AskedFigure($0).completed(from: statement.asked) }
  }

  private func check(_ statement: PublishedStatement, against right: AskedFigure) throws {
    let left = statement.asked
    switch statement.test {
    case "more": try require(try difference(left, right) > 0, "not more")
    case "less": try require(try difference(left, right) < 0, "not less")
    case "much-more": try checkClear(left, right)
    case "much-less": try checkClear(right, left)
    case "equal": try require(try difference(left, right) == 0, "not equal")
    case "near":
      guard let bound = right.word("by").flatMap(Double.init) else {
        throw Untrue(description: "no bound")
      }
      try require(abs(try difference(left, right)) <= bound, "not near")
    case "lower-first": try checkLowerFirst(left, right)
    case "more-untrue":
      // The report calls the difference striking; it goes that way and no test bears it out.
      try require(try difference(left, right) > 0, "not more")
      try require(try test(left, right)?.p ?? 0 >= 0.05, "significant after all")
    default:
      // The report calls the difference significant; it goes that way and cannot be tested.
      try require(try difference(left, right) > 0, "not more")
      guard case .published(let fact) = try figure(right).outcome, fact.base == nil else {
        throw Untrue(description: "could be tested")
      }
    }
  }

  /// In points; where only a direction is known, its sign.
  private func difference(_ left: AskedFigure, _ right: AskedFigure) throws -> Double {
    if case .published(let fact) = try figure(right).outcome,
      case .direction(let isLower) = fact.content
    {
      return isLower ? 1 : -1
    }
    return try percent(left) - percent(right)
  }

  /// Words of degree: ten points, and of two groups a test at 5 % that bears it out.
  private func checkClear(_ more: AskedFigure, _ less: AskedFigure) throws {
    let points = try difference(more, less)
    try require(points >= 10, "only \(points) points")
    if more.word("for") != less.word("for") {
      try require(try test(more, less)?.p ?? 1 < 0.05, "not significant")
    }
  }

  private func test(_ left: AskedFigure, _ right: AskedFigure) throws -> Comparison.Result? {
    guard let first = try figure(left).proportion, let second = try figure(right).proportion
    else { return nil }
    return Comparison.ofGroups(first, second)
  }

  /// Less often at the first place than another aspect, and at a better rank in the top 3 than there.
  private func checkLowerFirst(_ left: AskedFigure, _ right: AskedFigure) throws {
    var (first, top) = (left, left)
    first.clauses["top"] = ["1"]
    top.clauses["top"] = ["3"]
    try require(try difference(first, right.completed(from: first)) < 0, "not less often first")
    try require(try rank(top) < rank(first), "no better rank in the top 3")
  }

  private func rank(_ asked: AskedFigure) throws -> Int {
    let own = try percent(asked)
    return try siblings(of: asked).count { try percent($0) > own } + 1
  }
}
