import Diagnostics
import SurveyResults

/// One respondent's answer to one question, or item of one.
enum Response {
  /// Nothing: not asked, not answered.
  case missing
  /// The answers, by their position in the question's categories.
  case answers([Int])
}

/// Counts respondents one by one; nothing of a respondent is kept.
struct RespondentCounter {
  /// The counts of one base while they are gathered.
  private struct Tally {
    var base = 0
    var counts: [Int]
    var weights: [Double]
    var sum = 0.0
    var sumOfSquares = 0.0
  }

  let codebook: Codebook
  let table: ColumnTable
  private let keys: [SegmentKey]
  private let keyIndex: [SegmentKey: Int]
  /// For each question and item, for each segment.
  private var tallies: [[Tally]]
  private(set) var responded: [Int]
  private(set) var unasked: [Int]

  init(codebook: Codebook, table: ColumnTable) {
    self.codebook = codebook
    self.table = table
    var keys: [SegmentKey] = [.total]
    for coded in codebook.breakdowns {
      let id = coded.breakdown.id
      keys += coded.breakdown.segments.map { .segment(breakdown: id, id: $0.id) }
      keys += coded.breakdown.segments.filter(\.isReported).map {
        .others(breakdown: id, id: $0.id)
      }
    }
    self.keys = keys
    keyIndex = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element, $0.offset) })
    responded = Array(repeating: 0, count: keys.count)
    unasked = Array(repeating: 0, count: codebook.questions.count)
    tallies = codebook.questions.flatMap { coded in
      let answers = coded.question.categories.count + coded.question.nets.count
      let empty = Tally(
        counts: Array(repeating: 0, count: answers),
        weights: Array(repeating: 0, count: answers))
      return (0..<max(1, coded.question.items.count)).map { _ in
        Array(repeating: empty, count: keys.count)
      }
    }
  }

  /// Adds a respondent: the segments of each breakdown, the responses, the weight.
  mutating func add(segments: [String?], responses: [Response], weight: Double) {
    let places = self.places(of: segments)
    for place in places { responded[place] += 1 }
    var slot = 0
    var given: [Set<Int>] = []
    for (number, coded) in codebook.questions.enumerated() {
      let isAsked = self.isAsked(coded, given: given)
      var first: Set<Int> = []
      for item in 0..<max(1, coded.question.items.count) {
        if case .answers(let answers) = responses[slot] {
          if isAsked {
            let all = withNets(answers, of: coded.question)
            if item == 0 { first = Set(all) }
            count(all, slot: slot, places: places, weight: weight)
          } else {
            unasked[number] += 1
          }
        }
        slot += 1
      }
      given.append(first)
    }
  }

  private func places(of segments: [String?]) -> [Int] {
    var places: [Int] = []
    var isReported = true
    for (coded, id) in zip(codebook.breakdowns, segments) {
      guard let id, let segment = coded.breakdown.segments.first(where: { $0.id == id }) else {
        continue
      }
      let name = coded.breakdown.id
      if let place = keyIndex[.segment(breakdown: name, id: id)] { places.append(place) }
      guard segment.isReported else {
        isReported = false
        continue
      }
      for other in coded.breakdown.segments where other.isReported && other.id != id {
        if let place = keyIndex[.others(breakdown: name, id: other.id)] { places.append(place) }
      }
    }
    if isReported, let total = keyIndex[.total] { places.append(total) }
    return places
  }

  private func isAsked(_ coded: CodedQuestion, given: [Set<Int>]) -> Bool {
    guard let filter = coded.filter?.text else { return true }
    let parts = filter.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2,
      let source = codebook.questions.firstIndex(where: { $0.question.id == parts[0] }),
      source < given.count
    else { return true }
    let question = codebook.questions[source].question
    let names = question.categories.map(\.id) + question.nets.map(\.id)
    return names.firstIndex(of: parts[1]).map(given[source].contains) ?? true
  }

  /// The answers with the nets that they belong to: a person counts once in each.
  private func withNets(_ answers: [Int], of question: Question) -> [Int] {
    let chosen = Set(answers.map { question.categories[$0].id })
    let nets = question.nets.indices.filter { net in
      question.nets[net].members.contains(where: chosen.contains)
    }
    return answers + nets.map { $0 + question.categories.count }
  }

  private mutating func count(_ answers: [Int], slot: Int, places: [Int], weight: Double) {
    for place in places {
      tallies[slot][place].base += 1
      tallies[slot][place].sum += weight
      tallies[slot][place].sumOfSquares += weight * weight
      for answer in answers {
        tallies[slot][place].counts[answer] += 1
        tallies[slot][place].weights[answer] += weight
      }
    }
  }

  /// How many took part, by segment.
  var participation: [SegmentKey: Int] {
    Dictionary(uniqueKeysWithValues: zip(keys, responded))
  }

  /// All counts, before the policy.
  func counts(wave: String) -> [BaseKey: BaseCounts] {
    var result: [BaseKey: BaseCounts] = [:]
    var slot = 0
    for coded in codebook.questions {
      let question = coded.question
      let items: [String?] = question.items.isEmpty ? [nil] : question.items.map(\.id)
      let names = question.categories.map(\.id) + question.nets.map(\.id)
      for item in items {
        for (place, key) in keys.enumerated() {
          let tally = tallies[slot][place]
          let weighted = codebook.weight != nil
          var answers: [String: AnswerCount] = [:]
          for (index, name) in names.enumerated() {
            answers[name] = .counted(
              tally.counts[index], weight: weighted ? tally.weights[index] : nil)
          }
          let base = BaseKey(question: question.id, item: item, segment: key, wave: wave)
          result[base] = BaseCounts(
            base: tally.base, everybody: everybody(of: coded, in: result, at: base) ?? tally.base,
            answers: answers,
            weights: weighted
              ? WeightSums(sum: tally.sum, sumOfSquares: tally.sumOfSquares) : nil)
        }
        slot += 1
      }
    }
    return result
  }

  /// Everybody a filtered question could have been put to: those who answered its filter.
  private func everybody(
    of coded: CodedQuestion, in counts: [BaseKey: BaseCounts], at key: BaseKey
  ) -> Int? {
    guard let source = coded.filter?.text.split(separator: ".").first else { return nil }
    var filter = key
    filter.question = String(source)
    filter.item = nil
    return counts[filter]?.everybody
  }
}
