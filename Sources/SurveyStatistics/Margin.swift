/// The accuracy of the results of a whole cohort.
public enum Margin {
  /// The 97.5 % point of the standard normal distribution.
  public static let z = 1.959963984540054

  /// The largest margin of a percentage, in percentage points: that of a share of one half.
  ///
  /// Formula: z·√(0.25/n · (N − n)/(N − 1)), the finite population correction of simple random
  /// sampling without replacement (Cochran, Sampling Techniques, §2.6). A census (n = N) has none.
  ///
  /// - Parameters:
  ///   - base: n, the number of respondents; for weighted results the effective base.
  ///   - population: N; nil for a population so large that no correction is made.
  /// - Returns: the margin; nil if the base is not above 0 or larger than the population.
  public static func ofHalf(base: Double, population: Int? = nil) -> Double? {
    guard base > 0 else { return nil }
    var variance = 0.25 / base
    if let population {
      guard base <= Double(population) else { return nil }
      variance *= population == 1 ? 0 : (Double(population) - base) / Double(population - 1)
    }
    return 100 * z * variance.squareRoot()
  }

  /// A group of a population that is counted apart: its size, and the answer in it.
  public struct Stratum: Sendable, Hashable {
    /// N_h, how many there are.
    public var population: Int
    /// The share of those who took part.
    public var proportion: Proportion

    /// Creates a group.
    public init(population: Int, proportion: Proportion) {
      self.population = population
      self.proportion = proportion
    }
  }

  /// The share of a population made of groups, each weighing as many as it has: Σ N_h·p_h / N.
  ///
  /// - Returns: the share, 0 to 1; nil without people.
  public static func stratifiedShare(_ strata: [Stratum]) -> Double? {
    let population = strata.reduce(0) { $0 + $1.population }
    guard population > 0 else { return nil }
    return strata.reduce(0) { $0 + Double($1.population) * $1.proportion.share }
      / Double(population)
  }

  /// The margin of such a share, in percentage points.
  ///
  /// Formula: z·√(Σ (N_h/N)²·p_h(1 − p_h)/(n_h − 1)·(1 − n_h/N_h)) (Cochran §5.6).
  ///
  /// - Returns: the margin; nil if a group has fewer than two respondents or more than people.
  public static func stratified(_ strata: [Stratum]) -> Double? {
    let population = Double(strata.reduce(0) { $0 + $1.population })
    var variance = 0.0
    for stratum in strata {
      let (p, n) = (stratum.proportion.share, stratum.proportion.base)
      guard n > 1, n <= stratum.population else { return nil }
      let weight = Double(stratum.population) / population
      let fraction = Double(n) / Double(stratum.population)
      variance += weight * weight * p * (1 - p) / Double(n - 1) * (1 - fraction)
    }
    return strata.isEmpty ? nil : 100 * z * variance.squareRoot()
  }
}
