/// What weights cost in precision.
public enum EffectiveBase {
  /// Kish's effective base (Kish 1965, *Survey Sampling*, §11.7): (Σw)² / Σw²; nil without weights.
  ///
  /// - Parameters:
  ///   - sum: Σw, the sum of the weights.
  ///   - sumOfSquares: Σw², the sum of their squares.
  public static func kish(sum: Double, sumOfSquares: Double) -> Double? {
    sumOfSquares > 0 ? sum * sum / sumOfSquares : nil
  }

  /// The effective base of groups that weigh as many as there are: w = N_h/n_h for each of n_h people,
  /// so (ΣN_h)² / Σ(N_h²/n_h).
  ///
  /// - Returns: the base; nil if a group has nobody, or no people.
  public static func ofStrata(_ strata: [Margin.Stratum]) -> Double? {
    var sum = 0.0
    var squares = 0.0
    for stratum in strata {
      let population = Double(stratum.population)
      guard population > 0 else { return nil }
      sum += population
      squares += population * population / Double(stratum.proportion.base)
    }
    return kish(sum: sum, sumOfSquares: squares)
  }

  /// Kish's design effect of weighting, n / n_eff: 1 where all weigh the same, more otherwise.
  ///
  /// - Parameters:
  ///   - base: n, the number of people.
  ///   - effective: n_eff, their effective base.
  /// - Returns: the effect; nil unless both are above 0.
  public static func designEffect(base: Int, effective: Double) -> Double? {
    base > 0 && effective > 0 ? Double(base) / effective : nil
  }
}
