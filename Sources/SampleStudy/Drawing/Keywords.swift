extension SplitMix64 {
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
