import SurveyResults
import SurveyStatistics
import TestSupport
import Testing

/// An attack on random crossings: everything the door says of a question, its margins, complements,
/// crossings and places, is put into one system of equations.
@Suite struct CrossingLawTests {
  private struct Cell: Hashable {
    var answer: AnswerKey
    var segment: SegmentKey
  }

  private func ranking(places: Int) -> Question {
    Question(
      id: "q", label: "q", text: "q", kind: .ranking,
      categories: ["a", "b", "c"].map { Category(id: $0, label: $0) },
      nets: [Net(id: "partial", label: "partial", members: [])], sensitivity: "people",
      places: places)
  }

  private func study(_ random: inout SeededGenerator, isRanking: Bool) -> SimulatedStudy {
    let question = isRanking ? ranking(places: 2) : CountedStudy.single(["a", "b", "c"], id: "q")
    var study = SimulatedStudy(question, towns: ["x", "y", "z"], roles: ["p", "q", "r"])
    for _ in 0..<Int.random(in: 60...250, using: &random) {
      // Skewed, so that there are small cells beside large ones.
      let town = study.towns[
        min(Int.random(in: 0...3, using: &random), Int.random(in: 0...2, using: &random))]
      let role = study.roles[
        min(Int.random(in: 0...2, using: &random), Int.random(in: 0...2, using: &random))]
      let order = ["a", "b", "c"].shuffled(using: &random)
      var answers: Set<AnswerKey> = []
      if isRanking {
        answers = [AnswerKey(order[0], places: .place(1)), AnswerKey(order[0], places: .top(2))]
        if Bool.random(using: &random) {
          answers.insert(AnswerKey("partial"))
        } else {
          answers.insert(AnswerKey(order[1], places: .place(2)))
          answers.insert(AnswerKey(order[1], places: .top(2)))
        }
      } else {
        answers = [AnswerKey(Int.random(in: 0...9, using: &random) < 6 ? "a" : order[0])]
      }
      study.people.append(.init(town: town, role: role, answers: answers))
    }
    return study
  }

  @Test(arguments: Array(UInt64(1)...24))
  func nothingWithheldFollowsFromCrossingsAndPlaces(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let study = study(&random, isRanking: seed % 2 == 0)
    let results = study.results()
    var unknown: [Cell] = []
    for segment in study.segments {
      for key in study.question.answerKeys {
        if try !isSaid(key, segment.key, results), study.people.contains(where: segment.holds) {
          unknown.append(Cell(answer: key, segment: segment.key))
        }
      }
    }
    let told = solved(unknown, study)
    let counts = study.counts()
    let primary = told.filter { isPrimary($0, counts) }
    #expect(primary.isEmpty, "seed \(seed): \(primary)")
  }

  private func isSaid(
    _ key: AnswerKey, _ segment: SegmentKey, _ results: ResultsModel
  ) throws -> Bool {
    let figure = try results.figure(
      FigureRequest(question: "q", answer: key.answer, segment: segment, places: key.places))
    if case .counted = figure.outcome { return true }
    return false
  }

  private func solved(_ unknown: [Cell], _ study: SimulatedStudy) -> [Cell] {
    let place = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
    var equations = Equations()
    func sum(_ parts: [Cell], is whole: Cell?) {
      var row = Array(repeating: 0.0, count: unknown.count)
      for part in parts { if let index = place[part] { row[index] += 1 } }
      if let whole, let index = place[whole] { row[index] -= 1 }
      equations.add(row)
    }
    let keys = study.question.answerKeys
    for segment in study.segments.map(\.key) {
      func cell(_ key: AnswerKey) -> Cell { Cell(answer: key, segment: segment) }
      if let places = study.question.places {
        for number in 1...places {
          sum(keys.filter { $0.places == .place(number) }.map(cell), is: nil)
        }
        for object in ["a", "b", "c"] {
          sum(
            (1...places).map { cell(AnswerKey(object, places: .place($0))) },
            is: cell(AnswerKey(object, places: .top(places))))
        }
      } else {
        sum(keys.map(cell), is: nil)
      }
    }
    for key in keys {
      func cell(_ segment: SegmentKey) -> Cell { Cell(answer: key, segment: segment) }
      sum(study.towns.map { cell(SimulatedStudy.town($0)) }, is: cell(.total))
      sum(study.roles.map { cell(SimulatedStudy.role($0)) }, is: cell(.total))
      for town in study.towns {
        let key = SimulatedStudy.town(town)
        sum([cell(key), cell(.others(breakdown: "town", id: town))], is: cell(.total))
        sum(study.roles.map { cell(SimulatedStudy.both(town, $0)) }, is: cell(key))
      }
      for role in study.roles {
        let key = SimulatedStudy.role(role)
        sum([cell(key), cell(.others(breakdown: "role", id: role))], is: cell(.total))
        sum(study.towns.map { cell(SimulatedStudy.both($0, role)) }, is: cell(key))
      }
    }
    return equations.solved.map { unknown[$0] }
  }

  /// Whether a cell is one that the policy protects for itself.
  private func isPrimary(_ cell: Cell, _ counts: [BaseKey: BaseCounts]) -> Bool {
    let base = counts[BaseKey(question: "q", segment: cell.segment, wave: "now")]
    guard let base, case .counted(let count, _) = base.answers[cell.answer] else { return false }
    let isFew = { (number: Int) in (1..<5).contains(number) }
    return base.base < 10 && count > 0 || isFew(count) || isFew(base.base - count)
  }

  @Test func somethingOfTheseTablesIsShown() throws {
    var shown = 0
    for seed in UInt64(1)...10 {
      var random = SeededGenerator(seed: seed)
      let study = study(&random, isRanking: seed % 2 == 0)
      let results = study.results()
      for segment in study.segments {
        for key in study.question.answerKeys where try isSaid(key, segment.key, results) {
          shown += 1
        }
      }
    }
    #expect(shown > 300, "\(shown)")
  }
}
