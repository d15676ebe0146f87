import SurveyResults

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
    /// Whether its answers are coded from texts.
    var isOpen: Bool
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
  /// What each answer counts as, in order: itself, its nets, its places of a ranking; as places in
  /// `given`.
  private let meanings: [Int]
  /// Where those of the answer at each place in `given` start in `meanings`, and where the last end.
  private let meaningStarts: [Int]
  private var bases: [BaseTally]
  private var counts: [AnswerTally]
  private var missing: [Int]
  private var moments: [Moments]
  private var responded: [Int]
  /// How many answered a question without being asked, by question.
  private(set) var unasked: [Int]
  /// The answers of the respondent at hand.
  private var given: [Bool]
  /// The places in `given` that are true.
  private var marked: [Int] = []
  /// The positions of the respondent at hand in the keys of segments.
  private var places: [Int] = []

  init(codebook: Codebook) {
    self.codebook = codebook
    segments = SegmentCounting(
      breakdowns: codebook.breakdowns.map(\.breakdown), crossings: codebook.crossings)
    let keys = segments.keys.count
    slots = Self.slots(of: codebook, keys: keys)
    isWeighted = codebook.isWeighted
    (meanings, meaningStarts) = Self.meanings(of: codebook, slots)
    bases = Array(repeating: .zero, count: slots.count * keys)
    counts = Array(
      repeating: .zero, count: slots.last.map { $0.firstCount + $0.width * keys } ?? 0)
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
      question: 0, width: 0, start: 0, firstCount: 0, isOpen: false, firstMissing: 0, reasons: 0)
    var firstMoments = 0
    for (position, coded) in codebook.questions.enumerated() {
      slot.question = position
      slot.width = coded.question.answerKeys.count
      slot.isOpen = coded.question.kind == .open
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

  /// What each answer counts as, and where those of each start.
  private static func meanings(of codebook: Codebook, _ slots: [Slot]) -> ([Int], [Int]) {
    var meanings: [Int] = []
    var starts = [0]
    let implied = codebook.questions.map { Self.implied(by: $0.question) }
    for slot in slots {
      for (answer, others) in implied[slot.question].enumerated() {
        meanings.append(slot.start + answer)
        meanings += others.map { slot.start + $0 }
        starts.append(meanings.count)
      }
    }
    return (meanings, starts)
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
  mutating func add(_ respondent: Respondent) {
    segments.find(&places, of: respondent.segments)
    for index in places.indices { responded[places[index]] += 1 }
    for index in marked.indices { given[marked[index]] = false }
    marked.removeAll(keepingCapacity: true)
    for index in slots.indices {
      let slot = slots[index]
      let isAsked = slot.filter.map { given[$0] } ?? true
      switch respondent.responses[index] {
      case .missing(let reason):
        if isAsked { miss(slot, reason: reason) }
      case .answers(let answers):
        // Whom an open question was not put to has no codes, and that is no answer.
        if isAsked {
          count(respondent, answers, slot: index)
        } else if !(slot.isOpen && answers.isEmpty) {
          unasked[slot.question] += 1
        }
      case .number(let number, let answers):
        if isAsked {
          count(respondent, answers, slot: index)
          measure(slot, number: number, weight: respondent.weight)
        } else {
          unasked[slot.question] += 1
        }
      }
    }
  }

  private mutating func miss(_ slot: Slot, reason: Int) {
    for index in places.indices {
      missing[slot.firstMissing + places[index] * slot.reasons + reason] += 1
    }
  }

  private mutating func measure(_ slot: Slot, number: Double, weight: Double) {
    guard let first = slot.firstMoments else { return }
    for index in places.indices { moments[first + places[index]].add(number, weight: weight) }
  }

  /// Counts the answers to a question in every segment of the respondent.
  private mutating func count(_ respondent: Respondent, _ answers: Range<Int>, slot index: Int) {
    let slot = slots[index]
    let firstMarked = marked.count
    for answer in answers { give(slot.start + respondent.answers[answer]) }
    let weight = respondent.weight
    for position in places.indices {
      let place = places[position]
      bases[index * responded.count + place].add(weight: weight)
      let first = slot.firstCount + place * slot.width - slot.start
      for mark in firstMarked..<marked.count { counts[first + marked[mark]].add(weight: weight) }
    }
  }

  /// A person counts once in a net, however many of its answers he or she gave.
  private mutating func give(_ answer: Int) {
    for index in meaningStarts[answer]..<meaningStarts[answer + 1] where !given[meanings[index]] {
      given[meanings[index]] = true
      marked.append(meanings[index])
    }
  }

  /// Sums what segments are compared with; once, after the last respondent.
  mutating func finish() {
    segments.sumComplements(of: &responded, start: 0, width: 1)
    let keys = segments.keys.count
    for (index, slot) in slots.enumerated() {
      segments.sumComplements(of: &bases, start: index * keys, width: 1)
      segments.sumComplements(of: &counts, start: slot.firstCount, width: slot.width)
      segments.sumComplements(of: &missing, start: slot.firstMissing, width: slot.reasons)
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
    let base = bases[index * responded.count + place]
    let first = slot.firstCount + place * slot.width
    var answers: [AnswerKey: AnswerCount] = [:]
    answers.reserveCapacity(keys.count)
    for (position, key) in keys.enumerated() {
      let tally = counts[first + position]
      answers[key] = .counted(tally.count, weight: isWeighted ? tally.weight : nil)
    }
    var missing: [String: Int] = [:]
    for (position, reason) in reasons.enumerated() {
      let count = self.missing[slot.firstMissing + place * slot.reasons + position]
      if count > 0 { missing[reason] = count }
    }
    return BaseCounts(
      base: base.count, asked: base.count + missing.values.reduce(0, +), everybody: base.count,
      missing: missing, answers: answers,
      weights: isWeighted ? WeightSums(sum: base.sum, sumOfSquares: base.sumOfSquares) : nil,
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
