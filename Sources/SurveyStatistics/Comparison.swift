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
  }

  /// Two independent groups, pooled z, two-sided.
  ///
  /// Formula: (p₁ − p₂)/√(p̄(1 − p̄)(1/n₁ + 1/n₂)). No finite population correction: a test speaks of
  /// the process, not of the exact finite values (Cochran §2.14). With an expected count under 5 the
  /// probability is Fisher's exact one.
  public static func ofGroups(_ left: Proportion, _ right: Proportion) -> Result {
    let (n1, n2) = (Double(left.base), Double(right.base))
    let pooled = Double(left.count + right.count) / (n1 + n2)
    let points = 100 * (left.share - right.share)
    let variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
    guard variance > 0 else { return Result(z: 0, p: 1, points: points) }
    let z = (left.share - right.share) / variance.squareRoot()
    let smallest = min(pooled, 1 - pooled) * min(n1, n2)
    let p = smallest < 5 ? fisher(left, right) : twoSided(z)
    return Result(z: z, p: p, points: points)
  }

  /// Two answers of one question, given by the same people: single choice or first rank.
  ///
  /// Formula: (p₁ − p₂)/√((p₁ + p₂ − (p₁ − p₂)²)/n).
  public static func withinQuestion(_ first: Double, _ second: Double, base: Int) -> Result {
    let difference = first - second
    let variance = (first + second - difference * difference) / Double(max(base, 1))
    guard variance > 0 else { return Result(z: 0, p: 1, points: 100 * difference) }
    let z = difference / variance.squareRoot()
    return Result(z: z, p: twoSided(z), points: 100 * difference)
  }

  /// Holm's step-down adjustment (Holm 1979) of a family of probabilities, in their own order.
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

  /// The two-sided probability of a standard normal value.
  public static func twoSided(_ z: Double) -> Double {
    complementaryError(abs(z) / 2.0.squareRoot())
  }

  /// Fisher's exact test, two-sided: the sum of all tables no likelier than the one at hand.
  static func fisher(_ left: Proportion, _ right: Proportion) -> Double {
    let total = left.base + right.base
    let successes = left.count + right.count
    let factorials = LogFactorials(upTo: total)
    func probability(_ count: Int) -> Double {
      factorials.hypergeometric(count, of: successes, draws: left.base, in: total)
    }
    let seen = probability(left.count)
    let low = max(0, left.base - (total - successes))
    let high = min(left.base, successes)
    let sum = (low...high).map(probability).filter { $0 <= seen * (1 + 1e-9) }.reduce(0, +)
    return min(1, sum)
  }
}

/// Weighted results.
public enum EffectiveBase {
  /// Kish's effective base: (Σw)² / Σw²; nil without weights.
  public static func kish(sum: Double, sumOfSquares: Double) -> Double? {
    sumOfSquares > 0 ? sum * sum / sumOfSquares : nil
  }
}
