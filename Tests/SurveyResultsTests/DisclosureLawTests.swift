import SurveyResults
import SurveyStatistics
import TestSupport
import Testing

/// An attack on random tables: everything the door says is put into one system of linear equations, and
/// no figure that it withholds may have a single solution.
@Suite struct DisclosureLawTests {
  private struct Cell: Hashable {
    var answer: String
    var segment: SegmentKey
  }

  private func randomStudy(_ random: inout SeededGenerator) -> CountedStudy {
    let answers = ["a", "b", "c", "d"].prefix(Int.random(in: 2...4, using: &random)).map { $0 }
    let nets =
      answers.count > 2 ? [Net(id: "net", label: "net", members: [answers[0], answers[1]])] : []
    let segments = ["p", "q", "r", "s"].prefix(Int.random(in: 2...4, using: &random)).map { $0 }
    var study = CountedStudy(CountedStudy.single(answers, nets: nets), reported: segments)
    study.bases["choice"] = [:]
    for segment in segments {
      var counts = answers.map { _ in
        Bool.random(using: &random)
          ? Int.random(in: 0...6, using: &random) : Int.random(in: 0...60, using: &random)
      }
      let n = counts.reduce(0, +)
      if !nets.isEmpty { counts.append(counts[0] + counts[1]) }
      study.bases["choice"]?["role:\(segment)"] = .init(n: n, counts: counts)
    }
    return study
  }

  @Test(arguments: Array(UInt64(1)...60))
  func nothingWithheldFollowsFromWhatIsSaid(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let study = randomStudy(&random)
      let results = study.results()
      let question = study.questions[0]
      let answers = question.categories.map(\.id) + question.nets.map(\.id)
      let ids = study.breakdowns[0].segments.map(\.id)
      let segments = ids.map(role)
      let complements = ids.map { SegmentKey.others(breakdown: "role", id: $0) }
      var unknown: [Cell] = []
      for segment in segments + complements + [.total] {
        for answer in answers {
          let people = results.participation(of: segment, in: "now")?.responded ?? 0
          if people > 0, try results.count("choice", answer, segment) == nil {
            unknown.append(Cell(answer: answer, segment: segment))
          }
        }
      }
      var equations = Equations()
      func sum(_ parts: [Cell], is whole: Cell?) {
        var row = Array(repeating: 0.0, count: unknown.count)
        for part in parts { if let place = unknown.firstIndex(of: part) { row[place] += 1 } }
        if let whole, let place = unknown.firstIndex(of: whole) { row[place] -= 1 }
        equations.add(row)
      }
      for segment in segments + complements + [.total] {
        sum(question.categories.map { Cell(answer: $0.id, segment: segment) }, is: nil)
        for net in question.nets {
          sum(
            net.members.map { Cell(answer: $0, segment: segment) },
            is: Cell(answer: net.id, segment: segment))
        }
      }
      for answer in answers {
        sum(
          segments.map { Cell(answer: answer, segment: $0) },
          is: Cell(answer: answer, segment: .total))
        for (segment, complement) in zip(segments, complements) {
          sum(
            segments.filter { $0 != segment }.map { Cell(answer: answer, segment: $0) },
            is: Cell(answer: answer, segment: complement))
        }
      }
      let told = equations.solved.map { unknown[$0] }
      let primary = told.filter { isPrimary($0, study) }
      #expect(primary.isEmpty, "seed \(seed): \(primary) of \(study.bases)")
    }
  }

  /// Whether a cell is one that the policy protects for itself.
  private func isPrimary(_ cell: Cell, _ study: CountedStudy) -> Bool {
    let counts = study.counts()[
      BaseKey(question: "choice", segment: cell.segment, wave: "now")]
    guard let counts, case .counted(let count, _) = counts.answers[AnswerKey(cell.answer)] else {
      return false
    }
    let isFew = { (number: Int) in (1..<5).contains(number) }
    return counts.base < 10 && count > 0 || isFew(count) || isFew(counts.base - count)
  }
}
