/// A question with several answers per person, as counts.
///
/// The base is everybody who was asked and gave at least one answer, "none of these" included: that of
/// SPSS's `/BASE=CASES`. Percentages of it may add up to more than 100, so they are never stacked.
public struct MultipleResponse: Sendable, Hashable {
  /// Those who answered, n.
  public let base: Int
  /// How many gave each answer, without "none of these".
  public let counts: [Int]
  /// How many gave "none of these"; nil if that was not offered.
  public let none: Int?

  /// Creates the counts of a question; nil for counts that cannot be.
  ///
  /// Each is 0 to n, nobody gives an answer and "none" at once, and everybody of the base gave one:
  /// max k + none ≤ n ≤ Σk + none.
  public init?(base: Int, counts: [Int], none: Int? = nil) {
    let others = base - (none ?? 0)
    guard base >= 0, base <= 1_000_000_000_000, (0...base).contains(none ?? 0),
      counts.allSatisfy({ (0...others).contains($0) }), counts.count <= 100_000,
      counts.reduce(0, +) >= others
    else { return nil }
    self.base = base
    self.counts = counts
    self.none = none
  }

  /// Those who gave at least one answer that is not "none": n − k(none). Never the sum of the answers.
  public var atLeastOne: Int { base - (none ?? 0) }

  /// The number of answers, Σk, without "none".
  public var mentions: Int { counts.reduce(0, +) }

  /// Answers per person who gave one, Σk / (n − none); nil if nobody did.
  public var mentionsPerPerson: Double? {
    atLeastOne > 0 ? Double(mentions) / Double(atLeastOne) : nil
  }

  /// The percentages of the base together, 100·(Σk + none)/n: what SPSS prints as the total "percent of
  /// cases"; nil without a base.
  public var sumOfPercentages: Double? {
    base > 0 ? 100 * Double(mentions + (none ?? 0)) / Double(base) : nil
  }
}
