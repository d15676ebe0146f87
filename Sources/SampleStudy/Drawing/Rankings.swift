extension SplitMix64 {
  /// Gives each person a first, second and third place so that every count is met exactly.
  ///
  /// First places are dealt at random. The two other places then go person by person: to an object that
  /// must take one because just enough people are left who can still name it, else drawn in proportion
  /// to what each object still wants.
  ///
  /// - Parameters:
  ///   - first: how often each object takes the first place; adds up to `people`.
  ///   - topThree: how often it takes any of the places; adds up to three times `people`.
  ///   - question: the name that a fault carries.
  ///   - people: how many people rank.
  /// - Returns: for each person three different objects, by position, the first place first.
  /// - Throws: a fault when the counts contradict each other.
  mutating func rankings(
    first: [Int], topThree: [Int], question: String, people: Int
  ) throws(CalibrationFault) -> [[Int]] {
    let firsts = try answers(first, question: question, by: Array(0..<people))
    guard topThree.reduce(0, +) == 3 * people else {
      throw .answersDoNotAddUp(
        question: question, sum: topThree.reduce(0, +), asked: 3 * people)
    }
    var wanted = zip(topThree, first).map { $0 - $1 }
    /// How many of those who are left can still name an object: those who did not put it first.
    var possible = first.map { people - $0 }
    var places: [[Int]] = []
    for favourite in firsts {
      var chosen: [Int] = []
      while chosen.count < 2 {
        let open = wanted.indices.filter {
          $0 != favourite && !chosen.contains($0) && wanted[$0] > 0
        }
        guard let next = open.first(where: { wanted[$0] == possible[$0] }) ?? drawn(open, wanted)
        else { throw .placesDoNotFit(question: question) }
        chosen.append(next)
      }
      for object in wanted.indices where object != favourite { possible[object] -= 1 }
      for object in chosen { wanted[object] -= 1 }
      guard zip(wanted, possible).allSatisfy({ $0 <= $1 }) else {
        throw .placesDoNotFit(question: question)
      }
      places.append([favourite] + shuffled(chosen))
    }
    return places
  }

  /// One of some objects, each with a chance in proportion to its weight; nil if there are none.
  private mutating func drawn(_ objects: [Int], _ weights: [Int]) -> Int? {
    var ticket = next(below: objects.reduce(0) { $0 + weights[$1] })
    for object in objects {
      if ticket < weights[object] { return object }
      ticket -= weights[object]
    }
    return nil
  }
}
