/// A share as counts: k of n.
///
/// Counts are kept to the last step; a percentage is never stored, so every way of printing a share
/// starts from the same two numbers.
public struct Proportion: Sendable, Hashable {
  /// Those who gave the answer, 0 to `base`.
  public let count: Int
  /// Those who were asked and answered, at least 1.
  public let base: Int

  /// Creates a share; nil unless 0 ≤ count ≤ base and 0 < base ≤ 10¹⁵.
  public init?(count: Int, base: Int) {
    guard base > 0, base <= 1_000_000_000_000_000, count >= 0, count <= base else { return nil }
    self.count = count
    self.base = base
  }

  /// The share, 0 to 1: k / n.
  public var share: Double { Double(count) / Double(base) }

  /// The whole percentage, rounded half up from the counts: ⌊(200k + n) / 2n⌋.
  ///
  /// 1 of 8 is 13, where rounding half to even would give 12.
  public var percent: Int { (200 * count + base) / (2 * base) }

  /// Whether the share is above 0 and rounds below half a percent: it is printed as "<1%".
  public var isBelowOnePercent: Bool { count > 0 && 200 * count < base }

  /// Whether the share is below 1 and rounds to 100: it is printed as ">99%".
  public var isAboveNinetyNinePercent: Bool { count < base && 200 * count >= 199 * base }

  /// The net of answers that exclude one another: their counts summed, never their percentages.
  ///
  /// 46 and 29 of 113 are 41 and 26 %; their net is 75 of 113, which is 66 % and not 67.
  ///
  /// - Returns: the share; nil if the parts have different bases, are none, or are more than the base.
  public static func net(of parts: [Proportion]) -> Proportion? {
    guard let base = parts.first?.base, parts.allSatisfy({ $0.base == base }) else { return nil }
    var sum = 0
    for part in parts {
      sum += part.count
      if sum > base { return nil }
    }
    return Proportion(count: sum, base: base)
  }

  /// What is left of a whole without a part of it: (K − k) of (N − n).
  ///
  /// - Returns: the share; nil if nothing is left, or if the one is no part of the other.
  public func without(_ part: Proportion) -> Proportion? {
    Proportion(count: count - part.count, base: base - part.base)
  }
}
