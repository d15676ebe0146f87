import SurveyResults
import SurveyStatistics

/// Shares and their order.
extension StatementJudge {
  func checkShares(_ statement: PublishedStatement) throws {
    switch statement.test {
    case "share": try checkShare(statement)
    case "rank": try checkRank(statement)
    case "named":
      guard case .counted(let proportion, _) = try figure(statement.asked).outcome else {
        throw Untrue(description: "not counted")
      }
      try require(proportion.count > 0, "nobody")
    case "spread": try checkSpread(statement)
    case "varied": try checkVariety(statement)
    default: try checkMembers(statement)
    }
  }

  private func checkShare(_ statement: PublishedStatement) throws {
    let range = try range(statement)
    let figure = try figure(statement.asked)
    if statement.mark == .withheld {
      guard case .counted(let proportion, .insufficient) = figure.outcome else {
        throw Untrue(description: "not withheld: \(figure.outcome)")
      }
      try require(figure.percent == nil && figure.proportion == nil, "printed in prose")
      try require(range.contains(100 * proportion.share), "\(proportion)")
      return
    }
    guard let percent = figure.percent else {
      throw Untrue(description: "may not be printed: \(figure.outcome)")
    }
    // An excluded bound holds for the exact share: 50.4 % is more than half.
    let exact = try self.percent(statement.asked)
    try require(
      range.excludesLow
        ? exact > range.low && Double(percent) <= range.high : range.contains(Double(percent)),
      "\(exact)")
  }

  private func checkRank(_ statement: PublishedStatement) throws {
    let range = try range(statement)
    if case .published(let fact) = try figure(statement.asked).outcome {
      guard case .rank(let rank) = fact.content else {
        throw Untrue(description: "\(fact.content)")
      }
      try require(range.contains(Double(rank)), "rank \(rank)")
      return
    }
    let own = try percent(statement.asked)
    let above = try siblings(of: statement.asked).filter { try percent($0) > own }
    try require(range.contains(Double(above.count + 1)), "rank \(above.count + 1)")
  }

  private func checkSpread(_ statement: PublishedStatement) throws {
    var asked = statement.asked
    let left = asked.clauses["without"] ?? []
    asked.clauses["without"] = nil
    asked.subjects = ["\(asked.subjects[0])."]
    let shares = try siblings(of: asked).filter { sibling in
      !left.contains { sibling.subjects[0].hasSuffix(".\($0)") }
    }.map(percent)
    guard let least = shares.min(), let most = shares.max(), let bound = Double(statement.expected)
    else { throw Untrue(description: "nothing to compare") }
    try require(most - least <= bound, "\(most - least) points apart")
  }

  private func checkVariety(_ statement: PublishedStatement) throws {
    var asked = statement.asked
    // Of an open question the clusters count, not their words.
    let question = results.question(asked.subjects[0])
    let cluster = question?.kind == .open ? question?.nets.first { $0.id != "answered" }?.id : nil
    asked.subjects[0] += "." + (cluster ?? "")
    let frequent = try siblings(of: asked).filter { try percent($0) >= 10 }
    guard let least = Int(statement.expected) else { throw Untrue(description: "no number") }
    try require(frequent.count >= least, "only \(frequent.map(\.subjects))")
  }

  private func checkMembers(_ statement: PublishedStatement) throws {
    let names = statement.asked.subjects[0].split(separator: ".").map(String.init)
    guard let question = results.question(names[0]) else {
      throw Untrue(description: "no question")
    }
    let nets = question.nets.filter { $0.id != "answered" }
    let counted = names.count == 2 ? nets.filter { $0.id == names[1] } : nets
    let count = counted.reduce(0) { $0 + $1.members.count }
    try require(try range(statement).contains(Double(count)), "\(count)")
  }
}
