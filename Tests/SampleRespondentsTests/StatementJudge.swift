import Foundation
import SurveyResults
import SurveyStatistics

/// Holds the statements of the published report against the results, at the door.
struct StatementJudge {
  /// Why a statement is not true of the results.
  struct Untrue: Error, CustomStringConvertible {
    let description: String
  }

  let results: ResultsModel
  /// The report's own file, which has its date.
  let report: String
  /// The files beside the codebook, by name.
  let companions: [String: CompanionFile]

  /// - Throws: why the statement is not true, or the door's refusal.
  func check(_ statement: PublishedStatement) throws {
    switch statement.test {
    case "share", "rank", "named", "spread", "varied", "members": try checkShares(statement)
    case "more", "less", "much-more", "much-less", "equal", "near", "lower-first", "more-untrue",
      "more-untested":
      try checkRelation(statement)
    case "count", "rate", "margin", "accuracy", "date", "wave-number", "reminders", "policy",
      "confidence":
      try checkStudy(statement)
    default: try checkRules(statement)
    }
  }

  func require(_ condition: Bool, _ found: @autoclosure () -> String) throws {
    if !condition { throw Untrue(description: found()) }
  }

  func range(_ statement: PublishedStatement) throws -> ExpectedRange {
    guard let range = ExpectedRange(statement.expected) else {
      throw Untrue(description: "'\(statement.expected)' is no number")
    }
    return range
  }

  func segment(_ asked: AskedFigure) throws -> SegmentKey {
    guard let name = asked.word("for") else { return .total }
    return try results.segment(named: name)
  }

  /// The figure that is asked: `question.answer` or `question.item.answer`, with its clauses.
  func figure(_ asked: AskedFigure) throws -> Figure {
    let names = asked.subjects.first?.split(separator: ".").map(String.init) ?? []
    guard names.count == 2 || names.count == 3 else {
      throw Untrue(description: "'\(asked)' names no answer")
    }
    return try results.figure(
      FigureRequest(
        question: names[0], item: names.count == 3 ? names[1] : nil, answer: names[names.count - 1],
        segment: segment(asked), wave: asked.word("in"),
        places: asked.word("top").flatMap(Int.init).map(Places.top)))
  }

  /// The exact percentage of a figure that may be printed; of a publication what it printed.
  func percent(_ asked: AskedFigure) throws -> Double {
    let figure = try figure(asked)
    if let proportion = figure.proportion { return 100 * proportion.share }
    if let percent = figure.percent { return Double(percent) }
    throw Untrue(description: "\(asked) may not be printed: \(figure.outcome)")
  }

  /// The answers of a question that a rank counts: the nets beside a net, else the categories that say
  /// something; with the clauses of what is asked.
  func siblings(of asked: AskedFigure) throws -> [AskedFigure] {
    let names = asked.subjects[0].split(separator: ".").map(String.init)
    guard let question = results.question(names[0]) else {
      throw Untrue(description: "no question '\(names[0])'")
    }
    let nets = question.nets.filter { !$0.members.isEmpty && $0.id != "answered" }.map(\.id)
    let categories = question.categories.filter { !$0.isNone && !$0.isDontKnow }.map(\.id)
    return (nets.contains(names[names.count - 1]) ? nets : categories).map { answer in
      var sibling = asked
      sibling.subjects = ["\(names[0]).\(answer)"]
      return sibling
    }
  }
}
