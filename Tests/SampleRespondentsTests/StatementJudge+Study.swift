import Foundation
import SurveyResults
import SurveyStatistics

/// The study itself: who took part, when, how accurate, under which policy.
extension StatementJudge {
  func checkStudy(_ statement: PublishedStatement) throws {
    switch statement.test {
    case "count": try checkCount(statement)
    case "rate": try checkRate(statement)
    case "margin":
      let margin = try margin(statement)
      let rounded = (10 * margin + 0.5).rounded(.down) / 10
      try require(abs(rounded - (try range(statement).low)) < 1e-9, "\(margin)")
    case "accuracy":
      let base = try participation(statement).responded
      let accuracy = AccuracyClass(margin: try margin(statement), base: base)
      try require(accuracy.rawValue == statement.expected, "\(accuracy)")
    case "date": try checkDate(statement)
    case "policy":
      let bounds = [
        "indicative": results.policy.indicative, "insufficient": results.policy.insufficient,
      ]
      let bound = bounds[statement.asked.subjects[0]]
      try require(bound.map(String.init) == statement.expected, "\(bounds)")
    case "confidence":
      let within = 100 * (1 - Comparison.twoSided(Margin.z))
      try require(abs(within - (try range(statement).low)) < 1e-6, "\(within)")
    default: try checkWave(statement)
    }
  }

  private func participation(_ statement: PublishedStatement) throws -> Participation {
    let segment = try segment(statement.asked)
    guard let found = results.participation(of: segment, in: results.currentWave.id) else {
      throw Untrue(description: "nobody took part")
    }
    return found
  }

  private func checkCount(_ statement: PublishedStatement) throws {
    var count: Int?
    switch statement.asked.subjects[0] {
    case "n": count = try participation(statement).responded
    case "population": count = try participation(statement).population
    case "invited": count = try participation(statement).invited
    default:
      let question = statement.asked.subjects[2]
      if case .counted(let base) = try results.base(
        of: question, segment: segment(statement.asked))
      {
        count = base
      }
    }
    guard let count else { throw Untrue(description: "no such count") }
    try require(try range(statement).contains(Double(count)), "\(count)")
  }

  private func checkRate(_ statement: PublishedStatement) throws {
    let cohort = try participation(statement)
    let rate = cohort.population.flatMap { Proportion(count: cohort.responded, base: $0) }
    try require(rate.map { String($0.percent) } == statement.expected, "\(cohort)")
  }

  private func margin(_ statement: PublishedStatement) throws -> Double {
    let cohort = try participation(statement)
    guard
      let margin = Margin.ofHalf(base: Double(cohort.responded), population: cohort.population)
    else { throw Untrue(description: "no margin") }
    return margin
  }

  private func checkDate(_ statement: PublishedStatement) throws {
    let wave = results.currentWave
    var date: String?
    switch statement.asked.subjects {
    case ["report"]:
      date = report.split(separator: "\n").first { $0.hasPrefix("date: ") }.map {
        String($0.dropFirst(6))
      }
    case ["fieldwork", "start"]: date = wave.fieldwork?.start
    case ["fieldwork", "end"]: date = wave.fieldwork?.end
    case let words where words.first == "wave":
      date = words.last.flatMap { results.wave($0)?.label }
    default:
      let place = statement.asked.subjects.last.flatMap(Int.init) ?? 0
      date = wave.reminders.indices.contains(place - 1) ? wave.reminders[place - 1] : nil
    }
    try require(date?.hasPrefix(statement.expected) == true, "\(date ?? "no date")")
  }

  private func checkWave(_ statement: PublishedStatement) throws {
    let id = statement.asked.subjects[0]
    guard let place = results.waves.firstIndex(where: { $0.id == id }) else {
      throw Untrue(description: "no wave '\(id)'")
    }
    // The current wave is the first in the codebook.
    let count =
      statement.test == "reminders"
      ? results.waves[place].reminders.count : results.waves.count - place
    try require(String(count) == statement.expected, "\(count)")
  }
}
