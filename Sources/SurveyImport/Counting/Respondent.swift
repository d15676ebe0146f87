/// One respondent's answer to one question, or item of one.
enum Response {
  /// No answer, with the position of the reason in `CodedQuestion.reasons`.
  case missing(Int)
  /// The answers: a stretch of `Respondent.answers`.
  case answers(Range<Int>)
  /// A number, and the answers that it falls under: a stretch of `Respondent.answers`.
  case number(Double, Range<Int>)
}

/// What a row says.
///
/// One is filled again for each row: its arrays keep their room, so that a row allocates nothing.
struct Respondent {
  /// The position of the segment in each breakdown.
  private(set) var segments: [Int] = []
  /// One for each question, or item of a battery.
  private(set) var responses: [Response] = []
  /// The answers to all questions, by their position in `Question.answerKeys`.
  private(set) var answers: [Int] = []
  /// The weight, 1 in an unweighted study.
  var weight = 1.0
  /// Where the answers to the question at hand start in `answers`.
  private var start = 0

  /// How many answers were given to the question at hand.
  var given: Int { answers.count - start }

  /// Forgets the row.
  mutating func clear() {
    segments.removeAll(keepingCapacity: true)
    responses.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
    start = 0
  }

  /// Takes the segment of the next breakdown.
  mutating func add(segment: Int) { segments.append(segment) }

  /// Takes an answer to the question at hand; who mentions an answer twice gave it once.
  mutating func give(_ answer: Int) {
    if !hasGiven(answer) { answers.append(answer) }
  }

  /// Whether an answer was given to the question at hand.
  func hasGiven(_ answer: Int) -> Bool {
    for index in start..<answers.count where answers[index] == answer { return true }
    return false
  }

  /// Ends the question at hand with the answers that were given.
  mutating func endAnswers() {
    responses.append(.answers(start..<answers.count))
    start = answers.count
  }

  /// Ends the question at hand with a number, and the answers that were given.
  mutating func end(number: Double) {
    responses.append(.number(number, start..<answers.count))
    start = answers.count
  }

  /// Ends the question at hand without an answer; what was given is dropped.
  mutating func endMissing(reason: Int) {
    answers.removeLast(given)
    responses.append(.missing(reason))
  }
}
