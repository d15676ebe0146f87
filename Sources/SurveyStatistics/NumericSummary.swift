/// The numbers that people gave, as five sums: what mean, spread and margin are computed from.
public struct NumericSummary: Sendable, Hashable {
  /// How many gave a number, n.
  public let count: Int
  /// The mean, Σwx / Σw.
  public let mean: Double
  /// The standard deviation in the population, √(n/(n−1) · (Σwx²/Σw − mean²)); nil below two numbers.
  ///
  /// Without weights this is the usual one with n − 1. With weights it does not depend on their scale,
  /// and is that of `svyvar` of R's package `survey` (Lumley 2010, *Complex Surveys*, §2.2). SPSS takes
  /// weights for numbers of people and divides by Σw − 1 instead of multiplying by n/(n − 1), which is
  /// the same where the weights add up to n.
  public let standardDeviation: Double?
  /// Kish's effective base; n without weights.
  public let effectiveBase: Double

  /// Reads the sums; nil unless n > 0, all are finite (the squares too), and Σw and Σw² are
  /// above 0.
  ///
  /// - Parameters:
  ///   - count: n.
  ///   - weight: Σw; n without weights.
  ///   - weightOfSquares: Σw²; n without weights.
  ///   - sum: Σwx.
  ///   - sumOfSquares: Σwx².
  public init?(
    count: Int, weight: Double, weightOfSquares: Double, sum: Double, sumOfSquares: Double
  ) {
    guard count > 0, weight > 0, weight.isFinite, sum.isFinite, sumOfSquares.isFinite,
      let base = EffectiveBase.kish(sum: weight, sumOfSquares: weightOfSquares), base.isFinite
    else { return nil }
    let mean = sum / weight
    let square = sumOfSquares / weight
    guard (mean * mean).isFinite, square.isFinite else { return nil }
    self.count = count
    self.mean = mean
    effectiveBase = base
    let spread = max(0, square - mean * mean)
    standardDeviation =
      count > 1 ? (spread * Double(count) / Double(count - 1)).squareRoot() : nil
  }

  /// Reads the sums of an unweighted study: n, Σx and Σx².
  public init?(count: Int, sum: Double, sumOfSquares: Double) {
    self.init(
      count: count, weight: Double(count), weightOfSquares: Double(count), sum: sum,
      sumOfSquares: sumOfSquares)
  }

  /// The margin of the mean at 95 %, in the unit of the numbers.
  ///
  /// Formula: z·s/√n_eff·√(1 − n_eff/N) (Cochran, *Sampling Techniques*, §2.7, s with n − 1).
  ///
  /// - Parameter population: N; nil for a population so large that no correction is made.
  /// - Returns: the margin; nil below two numbers, or if the base is larger than the population.
  public func margin(population: Int? = nil) -> Double? {
    guard let standardDeviation else { return nil }
    var variance = standardDeviation * standardDeviation / effectiveBase
    if let population {
      guard effectiveBase <= Double(population) else { return nil }
      variance *= 1 - effectiveBase / Double(population)
    }
    return Margin.z * variance.squareRoot()
  }
}
