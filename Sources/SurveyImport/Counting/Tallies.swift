/// How many count in a base, before the policy.
struct BaseTally: AdditiveArithmetic {
  static let zero = BaseTally()

  /// The respondents.
  var count = 0
  /// Σw, in an unweighted study n.
  var sum = 0.0
  /// Σw², in an unweighted study n.
  var sumOfSquares = 0.0

  /// Adds a respondent.
  mutating func add(weight: Double) {
    count += 1
    sum += weight
    sumOfSquares += weight * weight
  }

  static func + (left: Self, right: Self) -> Self {
    Self(
      count: left.count + right.count, sum: left.sum + right.sum,
      sumOfSquares: left.sumOfSquares + right.sumOfSquares)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(
      count: left.count - right.count, sum: left.sum - right.sum,
      sumOfSquares: left.sumOfSquares - right.sumOfSquares)
  }
}

/// How many gave an answer, before the policy.
struct AnswerTally: AdditiveArithmetic {
  static let zero = AnswerTally()

  /// The respondents.
  var count = 0
  /// Σw, in an unweighted study n.
  var weight = 0.0

  /// Adds a respondent.
  mutating func add(weight: Double) {
    count += 1
    self.weight += weight
  }

  static func + (left: Self, right: Self) -> Self {
    Self(count: left.count + right.count, weight: left.weight + right.weight)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(count: left.count - right.count, weight: left.weight - right.weight)
  }
}
