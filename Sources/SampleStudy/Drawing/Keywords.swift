/// A respondent, by office and place among those of the office.
struct Person: Hashable {
  let office: Int
  let place: Int
}

extension SplitMix64 {
  /// Draws who writes which key words: people of the reported offices who had support, counted together.
  ///
  /// People of the other offices were asked too and wrote nothing.
  ///
  /// - Returns: the words of everybody who wrote some.
  /// - Throws: a fault when more are to write than had support.
  mutating func keywords(
    _ target: KeywordTarget, from sheets: [AnswerSheets]
  ) throws(CalibrationFault) -> [Person: [String]] {
    let asked = sheets.indices.filter { sheets[$0].role.isReported }.flatMap { office in
      sheets[office].supported.map { Person(office: office, place: $0) }
    }
    guard target.anyone <= asked.count else {
      throw .morePeopleThanAsked(
        question: target.question, wanted: target.anyone, asked: asked.count)
    }
    let authors = shuffled(asked).prefix(target.anyone)
    let dealt = try words(
      target.words.map(\.value), question: target.question, by: Array(authors.indices))
    let texts = target.words.map(\.key)
    return Dictionary(
      uniqueKeysWithValues: authors.enumerated().map { index, person in
        (person, (dealt[index] ?? []).map { texts[$0] })
      })
  }

  /// Deals words to people so that each word is written by as many as wanted, and nobody writes more
  /// than three or one word twice.
  ///
  /// The words are dealt in turn to people in a random order, round after round. Words that follow one
  /// another go to different people, so a cluster of words that together are written no more often than
  /// there are people is written by as many people as its words add up to.
  ///
  /// - Parameters:
  ///   - counts: how many people write each word.
  ///   - question: the name that a fault carries.
  ///   - people: those who write.
  /// - Returns: for each person the positions of the words.
  /// - Throws: a fault when there are more words than three each, or more of one than people.
  mutating func words(
    _ counts: [Int], question: String, by people: [Int]
  ) throws(CalibrationFault) -> [Int: [Int]] {
    let sum = counts.reduce(0, +)
    guard sum <= 3 * people.count else {
      throw .answersDoNotAddUp(question: question, sum: sum, asked: 3 * people.count)
    }
    if let most = counts.max(), most > people.count {
      throw .morePeopleThanAsked(question: question, wanted: most, asked: people.count)
    }
    let order = shuffled(people)
    var dealt: [Int: [Int]] = [:]
    var turn = 0
    for (word, count) in counts.enumerated() {
      for _ in 0..<count {
        dealt[order[turn % order.count], default: []].append(word)
        turn += 1
      }
    }
    return dealt
  }
}
