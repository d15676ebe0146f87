import Foundation
import SurveyResults
import SurveyStatistics
import Testing

/// A small study made of counts; the total and the complements are summed here.
struct CountedStudy {
  /// n and the counts of a question in a segment, in the order of its answers.
  struct Base {
    var n: Int
    var counts: [Int]
    var weights: [Double]?
  }

  var questions: [Question]
  var breakdowns: [Breakdown]
  var policy = Policy()
  var plan = [PublicationRule(questions: [], breakdowns: ["total", "role"])]
  var waves = [Wave(id: "now", label: "Now")]
  var facts: [PublishedFact] = []
  /// By question, then by `breakdown:segment`.
  var bases: [String: [String: Base]] = [:]
  var population: [String: Int] = [:]

  /// One question about one breakdown, `role`.
  init(_ question: Question, reported: [String], notReported: [String] = []) {
    questions = [question]
    breakdowns = [
      Breakdown(
        id: "role", label: "Role",
        segments: reported.map { Segment(id: $0, singular: $0, plural: $0 + "s") }
          + notReported.map {
            Segment(id: $0, singular: $0, plural: $0 + "s", isReported: false)
          })
    ]
  }

  static func single(
    _ answers: [String], id: String = "choice", nets: [Net] = [], sensitive: Bool = true,
    filter: String? = nil
  ) -> Question {
    Question(
      id: id, label: id, text: id, kind: .single,
      categories: answers.map { Category(id: $0, label: $0) }, nets: nets, filter: filter,
      sensitivity: sensitive ? "people could be recognised" : nil)
  }

  private func sum(_ bases: [Base]) -> Base {
    var total = Base(n: 0, counts: [])
    for base in bases {
      total.n += base.n
      if total.counts.isEmpty {
        total.counts = base.counts
        total.weights = base.weights
      } else {
        total.counts = zip(total.counts, base.counts).map(+)
        total.weights = total.weights.map { zip($0, base.weights ?? []).map(+) }
      }
    }
    return total
  }

  /// The counts before the policy.
  func counts() -> [BaseKey: BaseCounts] {
    var result: [BaseKey: BaseCounts] = [:]
    for question in questions {
      let answers = question.categories.map(\.id) + question.nets.map(\.id)
      func add(_ segment: SegmentKey, _ base: Base) {
        let values = answers.enumerated().map { position, answer in
          (
            AnswerKey(answer),
            AnswerCount.counted(
              position < base.counts.count ? base.counts[position] : 0,
              weight: base.weights?[position])
          )
        }
        result[BaseKey(question: question.id, segment: segment, wave: "now")] = BaseCounts(
          base: base.n, everybody: base.n,
          answers: Dictionary(uniqueKeysWithValues: values),
          weights: base.weights?.last.map {
            WeightSums(sum: $0, sumOfSquares: $0 * $0 / Double(max(1, base.n)))
          })
      }
      let given = bases[question.id] ?? [:]
      for breakdown in breakdowns {
        func base(_ segment: Segment) -> Base? { given["\(breakdown.id):\(segment.id)"] }
        let reported = breakdown.segments.filter(\.isReported)
        for segment in breakdown.segments {
          if let base = base(segment) {
            add(.segment(breakdown: breakdown.id, id: segment.id), base)
          }
          guard segment.isReported else { continue }
          add(
            .others(breakdown: breakdown.id, id: segment.id),
            sum(reported.filter { $0.id != segment.id }.compactMap(base)))
        }
        add(.total, sum(reported.compactMap(base)))
      }
    }
    return result
  }

  /// The results with the policy applied.
  func results() -> ResultsModel {
    let counts = counts()
    let first = questions[0].id
    let responded = counts.filter { $0.key.question == first }
    func took(_ segment: SegmentKey) -> Int {
      responded[BaseKey(question: first, segment: segment, wave: "now")]?.base ?? 0
    }
    let kept = Suppression(
      policy: policy, questions: questions, breakdowns: breakdowns, plan: plan
    )
    .apply(to: counts) { segment, _ in took(segment) }
    return ResultsModel(
      study: Study(id: "study", title: "Study", language: "en", selection: .census),
      waves: waves, breakdowns: breakdowns, questions: questions, policy: policy, plan: plan,
      inputs: [InputFile(path: "data/x.csv", sha256: "00")], suppressionHash: "00",
      participation: responded.keys.map {
        (
          "now", $0.segment,
          Participation(population: population[$0.segment.description], responded: took($0.segment))
        )
      },
      counts: kept, facts: facts)
  }
}

extension ResultsModel {
  /// What the door says of an answer.
  func outcome(
    _ question: String, _ answer: String, _ segment: SegmentKey = .total, isOfAll: Bool = false
  ) throws -> Figure.Outcome {
    try figure(
      FigureRequest(question: question, answer: answer, segment: segment, isOfAll: isOfAll)
    ).outcome
  }

  /// The count that the door gives; nil if it gives none.
  func count(_ question: String, _ answer: String, _ segment: SegmentKey = .total) throws -> Int? {
    if case .counted(let proportion, _) = try outcome(question, answer, segment) {
      return proportion.count
    }
    return nil
  }
}

/// A segment of the breakdown `role`.
func role(_ id: String) -> SegmentKey { .segment(breakdown: "role", id: id) }

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "katern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
