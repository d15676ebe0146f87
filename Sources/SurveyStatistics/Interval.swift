/// The 95 % interval of one percentage.
public enum Interval {
  /// The interval of a share in a finite population, in percent.
  ///
  /// From a base of 30, and 5 on either side, Wilson's score interval with n* = n·(N − 1)/(N − n);
  /// below that the exact inversion of the hypergeometric distribution. A census (n = N) has the share
  /// itself as both bounds.
  ///
  /// - Parameters:
  ///   - proportion: the share.
  ///   - population: N; nil, or fewer than the base, for a population so large that no correction is
  ///     made.
  /// - Returns: the bounds in percent.
  public static func ofShare(_ proportion: Proportion, population: Int?) -> ClosedRange<Double> {
    let (k, n) = (proportion.count, proportion.base)
    if let population, n < 30 || k < 5 || n - k < 5,
      let people = hypergeometric(proportion, population: population)
    {
      let size = Double(population)
      return 100 * Double(people.lowerBound) / size...100 * Double(people.upperBound) / size
    }
    return ofShare(proportion.share, base: Double(n), population: population)
  }

  /// The interval of a weighted share, in percent: Wilson's with the effective base.
  ///
  /// - Parameters:
  ///   - share: the weighted share, 0 to 1.
  ///   - base: Kish's effective base, above 0.
  ///   - population: N; nil, or fewer than the base, for a population so large that no correction is
  ///     made.
  /// - Returns: the bounds in percent.
  public static func ofShare(
    _ share: Double, base: Double, population: Int?
  ) -> ClosedRange<Double> {
    guard let population, Double(population) >= base, population > 1 else {
      return wilson(share, base: base)
    }
    let left = Double(population) - base
    if left <= 0 { return 100 * share...100 * share }
    return wilson(share, base: base * Double(population - 1) / left)
  }

  /// Wilson's score interval (Wilson 1927), in percent.
  ///
  /// Formula: (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
  ///
  /// - Parameters:
  ///   - share: p, 0 to 1.
  ///   - base: n, above 0; with the finite population correction n* instead.
  public static func wilson(_ share: Double, base: Double) -> ClosedRange<Double> {
    let z = Margin.z
    guard base > 0 else { return 0...100 }
    let centre = share + z * z / (2 * base)
    let reach = z * (share * (1 - share) / base + z * z / (4 * base * base)).squareRoot()
    let scale = 1 + z * z / base
    let low = max(0, (centre - reach) / scale)
    let high = min(1, (centre + reach) / scale)
    return 100 * low...100 * max(low, high)
  }

  /// How many people of a population may give the answer: exact hypergeometric inversion.
  ///
  /// Every K is kept for which P(X ≥ k | K) > 0.025 and P(X ≤ k | K) > 0.025, X hypergeometric with
  /// N, K and n. The first probability grows with K and the second falls, so both ends are found by
  /// bisection.
  ///
  /// - Returns: the least and the largest K; nil if the base is larger than the population.
  public static func hypergeometric(
    _ proportion: Proportion, population: Int
  ) -> ClosedRange<Int>? {
    let (k, n) = (proportion.count, proportion.base)
    guard population >= n else { return nil }
    func drawn(_ marked: Int) -> Hypergeometric {
      Hypergeometric(population: population, marked: marked, draws: n)
    }
    let possible = k...(population - (n - k))
    let low = first(in: possible) { drawn($0).atLeast(k) > 0.025 }
    let beyond = first(in: possible) { drawn($0).atMost(k) <= 0.025 }
    // Both tails of the K nearest to kN/n are large, so the two ends cannot cross.
    return low...max(low, beyond - 1)
  }

  /// The first number for which a test that turns true and stays true holds; one past the range if
  /// it never does.
  private static func first(in range: ClosedRange<Int>, where test: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound + 1
    while low < high {
      let middle = low + (high - low) / 2
      if test(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
