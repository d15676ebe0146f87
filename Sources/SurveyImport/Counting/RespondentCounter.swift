import SurveyResults

/// One respondent's answer to one question, or item of one.
enum Response {
  /// No answer, with the position of the reason in `CodedQuestion.reasons`.
  case missing(Int)
  /// The answers, by their position in `Question.answerKeys`.
  case answers([Int])
  /// A number, and the answers that it falls under.
  case number(Double, [Int])
}

/// Counts respondents one by one; nothing of a respondent is kept.
///
/// Names are resolved to positions beforehand, so that a row costs a few additions.
struct RespondentCounter {
  /// A question, or an item of a battery: a stretch of the flat arrays.
  private struct Slot {
    /// The position of the question.
    var question: Int
    /// The number of answers that are counted.
    var width: Int
    /// Where its answers start in `given`.
    var start: Int
    /// Where its counts start in `counts`.
    var firstCount: Int
    /// What else each answer means: its nets, its places of a ranking.
    var implied: [[Int]]
    /// The place in `given` of the answer that led to the question; nil for everybody.
    var filter: Int?
    /// Where its missing answers start in `missing`, and how many reasons there are.
    var firstMissing: Int
    var reasons: Int
    /// Where its sums start in `moments`; nil unless it is numeric.
    var firstMoments: Int?
  }

  private let codebook: Codebook
  private let segments: SegmentCounting
  private let slots: [Slot]
  private let isWeighted: Bool
  private var bases: [Int]
  private var sums: [Double]
  private var sumsOfSquares: [Double]
  private var counts: [Int]
  private var weights: [Double]
  private var missing: [Int]
  private var moments: [Moments]
  private var responded: [Int]
  /// How many answered a question without being asked, by question.
  private(set) var unasked: [Int]
  /// The answers of the respondent at hand.
  private var given: [Bool]

  init(codebook: Codebook) {
    self.codebook = codebook
    segments = SegmentCounting(
      breakdowns: codebook.breakdowns.map(\.breakdown), crossings: codebook.crossings)
    let keys = segments.keys.count
    slots = Self.slots(of: codebook, keys: keys)
    isWeighted = codebook.isWeighted
    bases = Array(repeating: 0, count: slots.count * keys)
    sums = Array(repeating: 0, count: bases.count)
    sumsOfSquares = sums
    counts = Array(
      repeating: 0, count: slots.last.map { $0.firstCount + $0.width * keys } ?? 0)
    weights = Array(repeating: 0, count: isWeighted ? counts.count : 0)
    missing = Array(
      repeating: 0, count: slots.last.map { $0.firstMissing + $0.reasons * keys } ?? 0)
    moments = Array(
      repeating: .zero, count: slots.filter { $0.firstMoments != nil }.count * keys)
    responded = Array(repeating: 0, count: keys)
    unasked = Array(repeating: 0, count: codebook.questions.count)
    given = Array(repeating: false, count: slots.last.map { $0.start + $0.width } ?? 0)
  }

  private static func slots(of codebook: Codebook, keys: Int) -> [Slot] {
    var slots: [Slot] = []
    var slot = Slot(
      question: 0, width: 0, start: 0, firstCount: 0, implied: [], firstMissing: 0, reasons: 0)
    var firstMoments = 0
    for (position, coded) in codebook.questions.enumerated() {
      slot.question = position
      slot.width = coded.question.answerKeys.count
      slot.implied = implied(by: coded.question)
      slot.reasons = coded.reasons.count
      slot.filter = filter(of: coded, in: slots, codebook)
      slot.firstMoments = coded.question.kind == .numeric ? firstMoments : nil
      if slot.firstMoments != nil { firstMoments += keys }
      for _ in 0..<max(1, coded.question.items.count) {
        slots.append(slot)
        slot.start += slot.width
        slot.firstCount += slot.width * keys
        slot.firstMissing += slot.reasons * keys
      }
    }
    return slots
  }

  /// The place in `given` of the answer that led to a question.
  private static func filter(
    of coded: CodedQuestion, in slots: [Slot], _ codebook: Codebook
  ) -> Int? {
    guard let (source, answer) = coded.filterParts,
      let slot = slots.first(where: { codebook.questions[$0.question].question.id == source })
    else { return nil }
    let keys = codebook.questions[slot.question].question.answerKeys
    return keys.firstIndex(of: AnswerKey(answer)).map { slot.start + $0 }
  }

  /// The nets of each category, and the tops of each place of a ranking.
  private static func implied(by question: Question) -> [[Int]] {
    let keys = question.answerKeys
    return keys.map { key in
      if let places = key.places, places.first == places.last {
        return keys.indices.filter { index in
          guard let other = keys[index].places, keys[index].answer == key.answer else {
            return false
          }
          return other.last > other.first && other.last >= places.last
        }
      }
      let nets = question.nets.filter { $0.members.contains(key.answer) }
      return nets.compactMap { keys.firstIndex(of: AnswerKey($0.id)) }
    }
  }

  /// Adds a respondent.
  ///
  /// - Parameters:
  ///   - segments: the position of the segment in each breakdown.
  ///   - responses: one for each question, or item of a battery.
  ///   - weight: the weight, 1 in an unweighted study.
  mutating func add(segments: [Int], responses: [Response], weight: Double) {
    let places = self.segments.places(of: segments)
    for place in places { responded[place] += 1 }
    for position in given.indices { given[position] = false }
    for index in slots.indices {
      let slot = slots[index]
      let isAsked = slot.filter.map { given[$0] } ?? true
      var number: Double?
      switch responses[index] {
      case .missing(let reason):
        if isAsked {
          for place in places { missing[slot.firstMissing + place * slot.reasons + reason] += 1 }
        }
        continue
      case .answers(let answers):
        if isAsked { give(answers, to: slot) } else { noteUnasked(slot, answers) }
      case .number(let value, let answers):
        number = value
        if isAsked { give(answers, to: slot) } else { noteUnasked(slot, answers) }
      }
      if !isAsked { continue }
      for place in places {
        count(slot, index: index, place: place, weight: weight)
        if let number, let first = slot.firstMoments {
          moments[first + place].add(number, weight: weight)
        }
      }
    }
  }

  /// Whom an open question was not put to has no codes, and that is no answer.
  private mutating func noteUnasked(_ slot: Slot, _ answers: [Int]) {
    let isOpen = codebook.questions[slot.question].question.kind == .open
    if !(isOpen && answers.isEmpty) { unasked[slot.question] += 1 }
  }

  /// A person counts once in a net, however many of its answers he or she gave.
  private mutating func give(_ answers: [Int], to slot: Slot) {
    for answer in answers {
      given[slot.start + answer] = true
      for other in slot.implied[answer] { given[slot.start + other] = true }
    }
  }

  private mutating func count(_ slot: Slot, index: Int, place: Int, weight: Double) {
    let base = index * responded.count + place
    bases[base] += 1
    sums[base] += weight
    sumsOfSquares[base] += weight * weight
    let first = slot.firstCount + place * slot.width
    for answer in 0..<slot.width where given[slot.start + answer] {
      counts[first + answer] += 1
      if isWeighted { weights[first + answer] += weight }
    }
  }

  /// Sums what segments are compared with; once, after the last respondent.
  mutating func finish() {
    segments.sumComplements(of: &responded, start: 0, width: 1)
    let keys = segments.keys.count
    for (index, slot) in slots.enumerated() {
      segments.sumComplements(of: &bases, start: index * keys, width: 1)
      segments.sumComplements(of: &sums, start: index * keys, width: 1)
      segments.sumComplements(of: &sumsOfSquares, start: index * keys, width: 1)
      segments.sumComplements(of: &counts, start: slot.firstCount, width: slot.width)
      segments.sumComplements(of: &missing, start: slot.firstMissing, width: slot.reasons)
      if isWeighted {
        segments.sumComplements(of: &weights, start: slot.firstCount, width: slot.width)
      }
      if let first = slot.firstMoments {
        segments.sumComplements(of: &moments, start: first, width: 1)
      }
    }
  }

  /// How many took part, by segment.
  var participation: [SegmentKey: Int] {
    Dictionary(uniqueKeysWithValues: zip(segments.keys, responded))
  }

  /// All counts of segments where somebody took part, before the policy.
  func counts(wave: String) -> [BaseKey: BaseCounts] {
    var result: [BaseKey: BaseCounts] = [:]
    var index = 0
    for coded in codebook.questions {
      let question = coded.question
      let keys = question.answerKeys
      let reasons = coded.reasons
      for item in question.items.isEmpty ? [nil] : question.items.map({ Optional($0.id) }) {
        for (place, segment) in segments.keys.enumerated() {
          if responded[place] == 0, segment.crossing != nil { continue }
          let key = BaseKey(question: question.id, item: item, segment: segment, wave: wave)
          var counts = self.counts(of: keys, index: index, place: place, reasons: reasons)
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

  private func counts(
    of keys: [AnswerKey], index: Int, place: Int, reasons: [String]
  ) -> BaseCounts {
    let slot = slots[index]
    let base = index * responded.count + place
    let first = slot.firstCount + place * slot.width
    var answers: [AnswerKey: AnswerCount] = [:]
    answers.reserveCapacity(keys.count)
    for (position, key) in keys.enumerated() {
      answers[key] = .counted(
        counts[first + position], weight: isWeighted ? weights[first + position] : nil)
    }
    var missing: [String: Int] = [:]
    for (position, reason) in reasons.enumerated() {
      let count = self.missing[slot.firstMissing + place * slot.reasons + position]
      if count > 0 { missing[reason] = count }
    }
    return BaseCounts(
      base: bases[base], asked: bases[base] + missing.values.reduce(0, +),
      everybody: bases[base], missing: missing, answers: answers,
      weights: isWeighted
        ? WeightSums(sum: sums[base], sumOfSquares: sumsOfSquares[base]) : nil,
      moments: slot.firstMoments.map { .counted(moments[$0 + place]) })
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
