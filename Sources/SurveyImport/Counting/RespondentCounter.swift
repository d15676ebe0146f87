import SurveyResults

/// One respondent's answer to one question, or item of one.
enum Response {
  /// Nothing: not asked, not answered.
  case missing
  /// The answers, by their position in the question's categories.
  case answers([Int])
}

/// Counts respondents one by one; nothing of a respondent is kept.
///
/// Names are resolved to positions beforehand, so that a row costs a few additions.
struct RespondentCounter {
  /// A question, or an item of a battery: a stretch of the flat arrays.
  private struct Slot {
    /// The position of the question.
    var question: Int
    /// The number of categories and nets.
    var width: Int
    /// Where its answers start in `given`.
    var start: Int
    /// Where its counts start in `counts`.
    var firstCount: Int
    /// The nets of each category, counted on from the last category.
    var nets: [[Int]]
    /// The place in `given` of the answer that led to the question; nil for everybody.
    var filter: Int?
  }

  private let codebook: Codebook
  private let keys: [SegmentKey]
  /// For each breakdown and segment the places in `keys` where a respondent of it counts.
  private let segmentPlaces: [[[Int]]]
  private let isReported: [[Bool]]
  private let slots: [Slot]
  private var bases: [Int]
  private var sums: [Double]
  private var sumsOfSquares: [Double]
  private var counts: [Int]
  private var weights: [Double]
  private var responded: [Int]
  /// How many answered a question without being asked, by question.
  private(set) var unasked: [Int]
  /// The answers of the respondent at hand.
  private var given: [Bool]

  init(codebook: Codebook) {
    self.codebook = codebook
    var keys: [SegmentKey] = [.total]
    segmentPlaces = codebook.breakdowns.map { Self.places(of: $0.breakdown, keys: &keys) }
    isReported = codebook.breakdowns.map { $0.breakdown.segments.map(\.isReported) }
    self.keys = keys
    slots = Self.slots(of: codebook, keys: keys.count)
    let cells = slots.last.map { $0.firstCount + $0.width * keys.count } ?? 0
    bases = Array(repeating: 0, count: slots.count * keys.count)
    sums = Array(repeating: 0, count: bases.count)
    sumsOfSquares = sums
    counts = Array(repeating: 0, count: cells)
    weights = Array(repeating: 0, count: cells)
    responded = Array(repeating: 0, count: keys.count)
    unasked = Array(repeating: 0, count: codebook.questions.count)
    given = Array(repeating: false, count: slots.last.map { $0.start + $0.width } ?? 0)
  }

  /// A respondent of a segment counts in it and, if it is reported, in what the other reported
  /// segments are compared with.
  private static func places(of breakdown: Breakdown, keys: inout [SegmentKey]) -> [[Int]] {
    let first = keys.count
    keys += breakdown.segments.map { .segment(breakdown: breakdown.id, id: $0.id) }
    let reported = breakdown.segments.indices.filter { breakdown.segments[$0].isReported }
    let complements = keys.count
    keys += reported.map { .others(breakdown: breakdown.id, id: breakdown.segments[$0].id) }
    return breakdown.segments.indices.map { segment in
      guard breakdown.segments[segment].isReported else { return [first + segment] }
      let others = reported.indices.filter { reported[$0] != segment }.map { complements + $0 }
      return [first + segment] + others
    }
  }

  private static func slots(of codebook: Codebook, keys: Int) -> [Slot] {
    var slots: [Slot] = []
    var start = 0
    var firstCount = 0
    for (position, coded) in codebook.questions.enumerated() {
      let question = coded.question
      let width = question.categories.count + question.nets.count
      let nets = question.categories.map { category in
        question.nets.indices.filter { question.nets[$0].members.contains(category.id) }
          .map { $0 + question.categories.count }
      }
      let filter = coded.filterParts.flatMap { source, answer -> Int? in
        guard
          let slot = slots.first(where: { codebook.questions[$0.question].question.id == source })
        else { return nil }
        let asked = codebook.questions[slot.question].question
        let names = asked.categories.map(\.id) + asked.nets.map(\.id)
        return names.firstIndex(of: answer).map { slot.start + $0 }
      }
      for _ in 0..<max(1, question.items.count) {
        slots.append(
          Slot(
            question: position, width: width, start: start, firstCount: firstCount, nets: nets,
            filter: filter))
        start += width
        firstCount += width * keys
      }
    }
    return slots
  }

  /// Adds a respondent.
  ///
  /// - Parameters:
  ///   - segments: the position of the segment in each breakdown.
  ///   - responses: one for each question, or item of a battery.
  ///   - weight: the weight, 1 in an unweighted study.
  mutating func add(segments: [Int], responses: [Response], weight: Double) {
    let places = self.places(of: segments)
    for place in places { responded[place] += 1 }
    for position in given.indices { given[position] = false }
    for index in slots.indices {
      guard case .answers(let answers) = responses[index] else { continue }
      let slot = slots[index]
      if let filter = slot.filter, !given[filter] {
        unasked[slot.question] += 1
        continue
      }
      for answer in answers {
        given[slot.start + answer] = true
        // A person counts once in a net, however many of its answers he or she gave.
        for net in slot.nets[answer] { given[slot.start + net] = true }
      }
      for place in places { count(slot, index: index, place: place, weight: weight) }
    }
  }

  /// Who is in a segment that is not reported counts there only: else he or she would follow from
  /// the sums of another breakdown.
  private func places(of segments: [Int]) -> [Int] {
    var apart: [Int] = []
    var together = [0]
    for (breakdown, segment) in segments.enumerated() {
      if isReported[breakdown][segment] {
        together += segmentPlaces[breakdown][segment]
      } else {
        apart += segmentPlaces[breakdown][segment]
      }
    }
    return apart.isEmpty ? together : apart
  }

  private mutating func count(_ slot: Slot, index: Int, place: Int, weight: Double) {
    let base = index * keys.count + place
    bases[base] += 1
    sums[base] += weight
    sumsOfSquares[base] += weight * weight
    let first = slot.firstCount + place * slot.width
    for answer in 0..<slot.width where given[slot.start + answer] {
      counts[first + answer] += 1
      weights[first + answer] += weight
    }
  }

  /// How many took part, by segment.
  var participation: [SegmentKey: Int] {
    Dictionary(uniqueKeysWithValues: zip(keys, responded))
  }

  /// All counts, before the policy.
  func counts(wave: String) -> [BaseKey: BaseCounts] {
    var result: [BaseKey: BaseCounts] = [:]
    var index = 0
    for coded in codebook.questions {
      let question = coded.question
      for item in question.items.isEmpty ? [nil] : question.items.map({ Optional($0.id) }) {
        for (place, segment) in keys.enumerated() {
          let key = BaseKey(question: question.id, item: item, segment: segment, wave: wave)
          var counts = self.counts(of: question, index: index, place: place)
          if let everybody = everybody(of: coded, in: result, at: key) {
            counts.everybody = everybody.everybody
            counts.everybodyWeights = everybody.everybodyWeights
          }
          result[key] = counts
        }
        index += 1
      }
    }
    return result
  }

  private func counts(of question: Question, index: Int, place: Int) -> BaseCounts {
    let isWeighted = codebook.weight != nil
    let base = index * keys.count + place
    let first = slots[index].firstCount + place * slots[index].width
    var answers: [String: AnswerCount] = [:]
    let names = question.categories.map(\.id) + question.nets.map(\.id)
    for (position, name) in names.enumerated() {
      answers[name] = .counted(
        counts[first + position], weight: isWeighted ? weights[first + position] : nil)
    }
    return BaseCounts(
      base: bases[base], everybody: bases[base], answers: answers,
      weights: isWeighted
        ? WeightSums(sum: sums[base], sumOfSquares: sumsOfSquares[base]) : nil)
  }

  /// Everybody a filtered question could have been put to: those who answered its filter.
  private func everybody(
    of coded: CodedQuestion, in counts: [BaseKey: BaseCounts], at key: BaseKey
  ) -> BaseCounts? {
    guard let source = coded.filterParts?.question else { return nil }
    var filter = key
    filter.question = source
    filter.item = nil
    return counts[filter]
  }
}
