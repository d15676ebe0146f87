/// The 95 % interval of one percentage.
public enum Interval {
  /// The interval of a share in a finite population, in percent.
  ///
  /// From a base of 30, and 5 on either side, Wilson's score interval with n* = n·(N − 1)/(N − n);
  /// below that the exact inversion of the hypergeometric distribution.
  ///
  /// - Parameters:
  ///   - proportion: the share.
  ///   - population: N; nil for a population so large that no correction is made.
  /// - Returns: the bounds in percent.
  public static func ofShare(_ proportion: Proportion, population: Int?) -> ClosedRange<Double> {
    let (k, n) = (proportion.count, proportion.base)
    guard let population, population >= n else { return wilson(proportion, base: Double(n)) }
    if population == n { return 100 * proportion.share...100 * proportion.share }
    if n < 30 || k < 5 || n - k < 5 {
      let people = hypergeometric(proportion, population: population)
      let size = Double(population)
      return 100 * Double(people.lowerBound) / size...100 * Double(people.upperBound) / size
    }
    let base = Double(n) * Double(population - 1) / Double(population - n)
    return wilson(proportion, base: base)
  }

  /// Wilson's score interval (Wilson 1927) with a base of choice, in percent.
  public static func wilson(_ proportion: Proportion, base: Double) -> ClosedRange<Double> {
    let (p, z) = (proportion.share, Margin.z)
    let centre = p + z * z / (2 * base)
    let reach = z * (p * (1 - p) / base + z * z / (4 * base * base)).squareRoot()
    let scale = 1 + z * z / base
    let low = max(0, (centre - reach) / scale)
    let high = min(1, (centre + reach) / scale)
    return 100 * low...100 * max(low, high)
  }

  /// How many people of a population may give the answer: exact hypergeometric inversion.
  ///
  /// Every K is kept for which P(X ≥ k | K) > 0.025 and P(X ≤ k | K) > 0.025, X hypergeometric with
  /// N, K and n. A population over 100 000 is taken for endless by the caller.
  public static func hypergeometric(
    _ proportion: Proportion, population: Int
  ) -> ClosedRange<Int> {
    let (k, n) = (proportion.count, proportion.base)
    precondition(population >= n, "a base cannot be larger than its population")
    let possible = k...(population - (n - k))
    let factorials = LogFactorials(upTo: population)
    func tail(_ people: Int, _ counts: ClosedRange<Int>) -> Double {
      counts.reduce(0) { sum, count in
        sum + factorials.hypergeometric(count, of: people, draws: n, in: population)
      }
    }
    let kept = possible.filter { people in
      let low = max(0, n - (population - people))
      let high = min(n, people)
      guard k >= low, k <= high else { return false }
      return tail(people, k...high) > 0.025 && tail(people, low...k) > 0.025
    }
    return (kept.first ?? k)...(kept.last ?? k)
  }
}

/// Logarithms of factorials, summed once.
struct LogFactorials {
  private var values: [Double] = [0]

  init(upTo most: Int) {
    values.reserveCapacity(most + 1)
    for number in stride(from: 1, through: most, by: 1) {
      values.append(values[number - 1] + logarithm(Double(number)))
    }
  }

  private func choose(_ n: Int, _ k: Int) -> Double { values[n] - values[k] - values[n - k] }

  /// P(X = count) of a hypergeometric distribution; 0 for what cannot happen.
  func hypergeometric(_ count: Int, of people: Int, draws: Int, in population: Int) -> Double {
    guard count >= 0, count <= people, draws - count >= 0, draws - count <= population - people
    else { return 0 }
    return exponential(
      choose(people, count) + choose(population - people, draws - count)
        - choose(population, draws))
  }
}
