public import SurveyStatistics

/// The sums of numbers that people gave: what mean and standard deviation are computed from.
public struct Moments: Sendable, Hashable, AdditiveArithmetic {
  /// How many gave a number, n.
  public var count: Int
  /// Σw, in an unweighted study n.
  public var weight: Double
  /// Σw², in an unweighted study n.
  public var weightOfSquares: Double
  /// Σwx.
  public var sum: Double
  /// Σwx².
  public var sumOfSquares: Double

  /// Creates sums.
  public init(
    count: Int = 0, weight: Double = 0, weightOfSquares: Double = 0, sum: Double = 0,
    sumOfSquares: Double = 0
  ) {
    self.count = count
    self.weight = weight
    self.weightOfSquares = weightOfSquares
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }

  /// Adds a number that somebody gave.
  public mutating func add(_ value: Double, weight: Double = 1) {
    count += 1
    self.weight += weight
    weightOfSquares += weight * weight
    sum += weight * value
    sumOfSquares += weight * value * value
  }

  /// The sums of two groups together.
  public static func + (left: Self, right: Self) -> Self {
    Self(
      count: left.count + right.count, weight: left.weight + right.weight,
      weightOfSquares: left.weightOfSquares + right.weightOfSquares, sum: left.sum + right.sum,
      sumOfSquares: left.sumOfSquares + right.sumOfSquares)
  }

  /// The sums of a group without a part of it.
  public static func - (left: Self, right: Self) -> Self {
    Self(
      count: left.count - right.count, weight: left.weight - right.weight,
      weightOfSquares: left.weightOfSquares - right.weightOfSquares, sum: left.sum - right.sum,
      sumOfSquares: left.sumOfSquares - right.sumOfSquares)
  }

  /// The sums of nobody.
  public static var zero: Self { Self() }

  /// What is computed from the sums; nil if nobody gave a number.
  public var summary: NumericSummary? {
    NumericSummary(
      count: count, weight: weight, weightOfSquares: weightOfSquares, sum: sum,
      sumOfSquares: sumOfSquares)
  }

  /// The mean (`NumericSummary.mean`); nil if nobody gave a number.
  public var mean: Double? { summary?.mean }

  /// The standard deviation (`NumericSummary.standardDeviation`); nil below two numbers.
  public var standardDeviation: Double? { summary?.standardDeviation }
}
