/// Percentages that add up to 100, where a figure asks for them; the plain rounding is the default.
///
/// Of 45, 30, 30 and 8 among 113 plain rounding prints 40, 27, 27 and 7, which is 101. Hamilton's method
/// of largest remainders gives everybody the floor and the points left over to the largest fractions.
/// The price is that a percentage then depends on its neighbours, so it is refused where two of them
/// have the same claim to the last point, and must not be used for a cell that is printed elsewhere.
public enum LargestRemainder {
  /// Why the percentages cannot be made to add up.
  public enum Refusal: Error, Sendable, Hashable {
    /// The counts do not add up to the base, or one of them is below 0, or there is no base.
    case notParts
    /// Equal claims to the last point: the positions of the counts that have it.
    case tie([Int])
  }

  /// Whole percentages of the parts of a base, which add up to 100.
  ///
  /// Formula: ⌊100k/n⌋, and 1 more for the 100 − Σ⌊100k/n⌋ parts of the largest 100k mod n.
  ///
  /// - Parameters:
  ///   - counts: the parts, each at least 0.
  ///   - base: n, their sum.
  /// - Throws: `notParts`, or `tie` where the last point would be given by chance.
  public static func percentages(of counts: [Int], base: Int) throws(Refusal) -> [Int] {
    guard let shares = parts(counts, base: base) else { throw .notParts }
    var percentages = shares.map { 100 * $0.count / base }
    let left = 100 - percentages.reduce(0, +)
    if left == 0 { return percentages }
    let remainders = shares.map { 100 * $0.count % base }
    let order = remainders.indices.sorted { remainders[$0] > remainders[$1] }
    let last = remainders[order[left - 1]]
    if order.count > left, remainders[order[left]] == last {
      throw .tie(remainders.indices.filter { remainders[$0] == last })
    }
    for position in order.prefix(left) { percentages[position] += 1 }
    return percentages
  }

  private static func parts(_ counts: [Int], base: Int) -> [Proportion]? {
    var sum = 0
    var shares: [Proportion] = []
    for count in counts {
      guard let share = Proportion(count: count, base: base) else { return nil }
      sum += count
      if sum > base { return nil }
      shares.append(share)
    }
    return sum == base && !shares.isEmpty ? shares : nil
  }
}
