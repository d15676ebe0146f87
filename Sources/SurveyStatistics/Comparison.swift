/// Tests of differences.
public enum Comparison {
  /// A difference with its test.
  public struct Result: Sendable, Hashable {
    /// The test statistic; its sign is that of the difference.
    public let z: Double
    /// The two-sided probability.
    public let p: Double
    /// The difference in percentage points.
    public let points: Double
    /// The 95 % interval of the difference in percentage points (Wald, variances not pooled).
    public let interval: ClosedRange<Double>
    /// Whether the probability is an exact one instead of that of z.
    public let isExact: Bool
  }

  /// Two independent groups, pooled z, two-sided.
  ///
  /// Formula: (p₁ − p₂)/√(p̄(1 − p̄)(1/n₁ + 1/n₂)). No finite population correction: a test speaks of
  /// the process, not of the exact finite values (Cochran §2.14). With an expected count under 5 the
  /// probability is Fisher's exact one.
  public static func ofGroups(_ left: Proportion, _ right: Proportion) -> Result {
    let result = ofGroups(
      left.share, base: Double(left.base), right.share, base: Double(right.base))
    let pooled = Double(left.count + right.count) / Double(left.base + right.base)
    guard min(pooled, 1 - pooled) * Double(min(left.base, right.base)) < 5 else { return result }
    return Result(
      z: result.z, p: fisher(left, right), points: result.points, interval: result.interval,
      isExact: true)
  }

  /// Two independent weighted groups: the same z, with weighted shares and effective bases.
  ///
  /// - Parameters:
  ///   - left: the weighted share of the first group, 0 to 1.
  ///   - leftBase: its effective base, above 0.
  ///   - right: the weighted share of the second group, 0 to 1.
  ///   - rightBase: its effective base, above 0.
  public static func ofGroups(
    _ left: Double, base leftBase: Double, _ right: Double, base rightBase: Double
  ) -> Result {
    let pooled = (left * leftBase + right * rightBase) / (leftBase + rightBase)
    let own = left * (1 - left) / leftBase + right * (1 - right) / rightBase
    return result(
      left - right, variance: pooled * (1 - pooled) * (1 / leftBase + 1 / rightBase), own: own)
  }

  /// Two answers of one question, given by the same people: single choice or first rank.
  ///
  /// Formula: (p₁ − p₂)/√((p₁ + p₂ − (p₁ − p₂)²)/n).
  ///
  /// - Parameters:
  ///   - first: the share of one answer, 0 to 1.
  ///   - second: the share of another, 0 to 1.
  ///   - base: n, those who answered; nothing differs on a base of 0.
  public static func withinQuestion(_ first: Double, _ second: Double, base: Int) -> Result {
    let difference = first - second
    let variance = (first + second - difference * difference) / Double(max(base, 1))
    return result(difference, variance: variance, own: variance)
  }

  /// Two answers that one person may both give (McNemar 1947), from the people who gave one only.
  ///
  /// With at least 25 of them z = (b − c)/√(b + c); with fewer the exact binomial probability, twice
  /// P(X ≤ min(b, c)) for X binomial with b + c and one half.
  ///
  /// - Parameters:
  ///   - onlyFirst: b, how many gave the first answer and not the second.
  ///   - onlySecond: c, how many gave the second answer and not the first.
  ///   - base: n, all who answered.
  /// - Returns: the test; nil unless b, c ≥ 0 and b + c ≤ n, n > 0.
  public static func mcNemar(onlyFirst: Int, onlySecond: Int, base: Int) -> Result? {
    let discordant = onlyFirst + onlySecond
    guard onlyFirst >= 0, onlySecond >= 0, base > 0, discordant <= base else { return nil }
    let n = Double(base)
    let difference = Double(onlyFirst - onlySecond) / n
    let variance = Double(discordant) / (n * n)
    let own = (Double(discordant) / n - difference * difference) / n
    let tested = result(difference, variance: variance, own: own)
    guard discordant > 0, discordant < 25 else { return tested }
    let half = Double(discordant) * logarithm(0.5)
    let tail = (0...min(onlyFirst, onlySecond)).reduce(0) {
      $0 + exponential(LogFactorial.choose(discordant, $1) + half)
    }
    return Result(
      z: tested.z, p: min(1, 2 * tail), points: tested.points, interval: tested.interval,
      isExact: true)
  }

  private static func result(_ difference: Double, variance: Double, own: Double) -> Result {
    let points = 100 * difference
    let reach = 100 * Margin.z * max(0, own).squareRoot()
    let z = variance > 0 ? difference / variance.squareRoot() : 0
    return Result(
      z: z, p: variance > 0 ? twoSided(z) : 1, points: points,
      interval: points - reach...points + reach, isExact: false)
  }

  /// Holm's step-down adjustment (Holm 1979) of a family of probabilities, in their own order.
  ///
  /// Formula: the i-th smallest of m becomes max over j ≤ i of min(1, (m − j + 1)·p₍ⱼ₎).
  public static func holm(_ probabilities: [Double]) -> [Double] {
    let order = probabilities.indices.sorted {
      (probabilities[$0], $0) < (probabilities[$1], $1)
    }
    var adjusted = probabilities
    var largest = 0.0
    for (rank, index) in order.enumerated() {
      largest = max(largest, min(1, probabilities[index] * Double(order.count - rank)))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// The two-sided probability of a standard normal value: erfc(|z|/√2).
  public static func twoSided(_ z: Double) -> Double {
    complementaryError(abs(z) / 2.0.squareRoot())
  }

  /// Fisher's exact test, two-sided: the sum of all tables no likelier than the one at hand.
  static func fisher(_ left: Proportion, _ right: Proportion) -> Double {
    let tables = Hypergeometric(
      population: left.base + right.base, marked: left.count + right.count, draws: left.base)
    let seen = tables.probability(left.count)
    // As in R: tables as likely as the one at hand must not be lost to rounding.
    let sum = tables.support.map(tables.probability).filter { $0 <= seen * (1 + 1e-7) }
      .reduce(0, +)
    return min(1, sum)
  }
}
