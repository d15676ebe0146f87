/// How often each option of a multiple-response question must be chosen, and by how many people
/// in all.
struct MultipleMargins: Sendable {
  /// The number of people who choose at least one of the options that may go together.
  let anyone: Int
  /// The number of people who choose each of these, in the order of the question's columns.
  let options: [Int]
  /// The number of people who choose each option that excludes all others; the rest choose "none".
  var alone: [Int] = []
}

/// A calibration table that no set of respondents can meet.
public enum CalibrationFault: Error, Equatable, CustomStringConvertible {
  /// More people are to choose something than were asked.
  case morePeopleThanAsked(question: String, wanted: Int, asked: Int)
  /// An option is to be chosen by more people than choose anything at all.
  case optionAboveUnion(question: String, option: Int, anyone: Int)
  /// The options together are chosen fewer times than there are people who choose something.
  case optionsBelowUnion(question: String, sum: Int, anyone: Int)
  /// The answers of a single-response question do not add up to the people who were asked.
  case answersDoNotAddUp(question: String, sum: Int, asked: Int)
  /// No ranking of the objects has these counts, or none was found.
  case placesDoNotFit(question: String)

  /// The fault as one sentence.
  public var description: String {
    switch self {
    case .morePeopleThanAsked(let question, let wanted, let asked):
      "\(question): \(wanted) people cannot be taken from \(asked)"
    case .optionAboveUnion(let question, let option, let anyone):
      "\(question): an option of \(option) exceeds the \(anyone) people who choose any"
    case .optionsBelowUnion(let question, let sum, let anyone):
      "\(question): \(sum) choices cannot give each of \(anyone) people one"
    case .answersDoNotAddUp(let question, let sum, let asked):
      "\(question): the answers add up to \(sum), but \(asked) people were asked"
    case .placesDoNotFit(let question):
      "\(question): the places cannot be divided so that all counts are met"
    }
  }
}

extension SplitMix64 {
  /// Chooses people for each option so that every margin is met exactly.
  ///
  /// Each of the `anyone` people first gets one option of their own, in proportion to the margins;
  /// what is left of each margin goes to people who do not have that option yet.
  ///
  /// - Parameters:
  ///   - margins: the wanted counts.
  ///   - question: the name that a fault carries.
  ///   - pool: the people who may choose.
  /// - Returns: for each option the people who choose it.
  /// - Throws: a fault when the margins contradict each other or the pool.
  mutating func people(
    for margins: MultipleMargins,
    question: String,
    from pool: [Int]
  ) throws(CalibrationFault) -> [Set<Int>] {
    let sum = margins.options.reduce(0, +)
    guard margins.anyone <= pool.count else {
      throw .morePeopleThanAsked(question: question, wanted: margins.anyone, asked: pool.count)
    }
    if let option = margins.options.first(where: { $0 > margins.anyone }) {
      throw .optionAboveUnion(question: question, option: option, anyone: margins.anyone)
    }
    guard sum >= margins.anyone else {
      throw .optionsBelowUnion(question: question, sum: sum, anyone: margins.anyone)
    }

    let choosers = Array(shuffled(pool).prefix(margins.anyone))
    var unassigned = choosers[...]
    var chosen: [Set<Int>] = []
    for quota in proportionalParts(of: margins.anyone, by: margins.options) {
      chosen.append(Set(unassigned.prefix(quota)))
      unassigned = unassigned.dropFirst(quota)
    }
    for (option, wanted) in margins.options.enumerated() {
      let others = choosers.filter { !chosen[option].contains($0) }
      chosen[option].formUnion(shuffled(others).prefix(wanted - chosen[option].count))
    }
    return chosen
  }

  /// Gives each person one answer so that every answer is given exactly as often as wanted.
  ///
  /// - Returns: the position of the answer for each person, in the order of `pool`.
  /// - Throws: a fault when the counts do not add up to the pool.
  mutating func answers(
    _ counts: [Int],
    question: String,
    by pool: [Int]
  ) throws(CalibrationFault) -> [Int] {
    let sum = counts.reduce(0, +)
    guard sum == pool.count else {
      throw .answersDoNotAddUp(question: question, sum: sum, asked: pool.count)
    }
    return shuffled(
      counts.enumerated().flatMap { answer, count in repeatElement(answer, count: count) }
    )
  }
}

/// Divides a whole number in proportion to weights by the method of largest remainders.
///
/// No part exceeds its weight as long as the whole does not exceed the sum of the weights. Equal
/// remainders go to the earlier weight.
func proportionalParts(of whole: Int, by weights: [Int]) -> [Int] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else { return weights }
  var parts = weights.map { whole * $0 / sum }
  let remainders = weights.map { whole * $0 % sum }
  let order = weights.indices.sorted {
    (remainders[$1], $0) < (remainders[$0], $1)
  }
  for index in order.prefix(whole - parts.reduce(0, +)) { parts[index] += 1 }
  return parts
}
