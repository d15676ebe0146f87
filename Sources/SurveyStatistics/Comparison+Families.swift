extension Comparison {
  /// One side of a comparison: counts, or a weighted share with its effective base.
  public struct Group: Sendable, Hashable {
    /// The share, 0 to 1.
    public let share: Double
    /// The base; of a weighted share the effective one.
    public let base: Double
    /// The counts; nil for a weighted share.
    public let proportion: Proportion?

    /// A group without weights.
    public init(_ proportion: Proportion) {
      share = proportion.share
      base = Double(proportion.base)
      self.proportion = proportion
    }

    /// A weighted group; nil unless 0 ≤ share ≤ 1 and the base is above 0.
    public init?(share: Double, effectiveBase: Double) {
      guard share >= 0, share <= 1, effectiveBase > 0, effectiveBase.isFinite else { return nil }
      self.share = share
      base = effectiveBase
      proportion = nil
    }
  }

  /// Two positions of a family with their test.
  public struct Pair: Sendable, Hashable {
    /// The position of the first.
    public let left: Int
    /// The position of the second.
    public let right: Int
    /// The test, not adjusted.
    public let result: Result
    /// The probability, adjusted for the family (Holm).
    public internal(set) var adjusted: Double

    /// Whether the difference stands at a level, the family taken into account.
    public func isSignificant(at alpha: Double = 0.05) -> Bool { adjusted < alpha }
  }

  /// All pairs of groups of one row: pooled z (or Fisher), adjusted with Holm over the pairs tested.
  ///
  /// A pair is tested if both bases are at least `leastBase`. A weighted pair with an expected effective
  /// count under 5 is not tested: z is not normal there, and an exact test needs whole people.
  ///
  /// - Parameters:
  ///   - groups: the groups, in any order; they must not overlap.
  ///   - leastBase: 30 unless the study says otherwise.
  /// - Returns: the pairs tested, in order of their positions.
  public static func pairs(of groups: [Group], leastBase: Double = 30) -> [Pair] {
    var pairs: [Pair] = []
    for (left, one) in groups.enumerated() where one.base >= leastBase {
      for right in groups.indices.dropFirst(left + 1) where groups[right].base >= leastBase {
        guard let result = result(one, groups[right]) else { continue }
        pairs.append(Pair(left: left, right: right, result: result, adjusted: result.p))
      }
    }
    return adjusted(pairs)
  }

  private static func result(_ left: Group, _ right: Group) -> Result? {
    if let one = left.proportion, let other = right.proportion { return ofGroups(one, other) }
    let pooled = (left.share * left.base + right.share * right.base) / (left.base + right.base)
    guard min(pooled, 1 - pooled) * min(left.base, right.base) >= 5 else { return nil }
    return ofGroups(left.share, base: left.base, right.share, base: right.base)
  }

  private static func adjusted(_ pairs: [Pair]) -> [Pair] {
    zip(pairs, holm(pairs.map(\.result.p))).map { pair, probability in
      var pair = pair
      pair.adjusted = probability
      return pair
    }
  }

  /// A part against the rest of the whole that contains it: never against the whole itself, which
  /// would count the part on both sides.
  ///
  /// Mayors against all office holders is 46 of 113 against (286 − 46) of (1549 − 113).
  ///
  /// - Returns: the test of `ofGroups`; nil if nobody is left, or if it is no part.
  public static func ofPart(_ part: Proportion, of whole: Proportion) -> Result? {
    whole.without(part).map { ofGroups(part, $0) }
  }

  // MARK: Waves

  /// The change from one wave to the next; positive for a rise.
  ///
  /// The waves are taken for independent samples. Where people took part in both and answer alike this
  /// is conservative; whoever prints the test says so.
  public static func ofWaves(from earlier: Proportion, to later: Proportion) -> Result {
    ofGroups(later, earlier)
  }

  /// How many must have answered an earlier wave for its change to be significant at 5 %: to judge
  /// a wave of which only a whole percentage was published.
  ///
  /// The least n₁ from which on every base would do: |z| of `ofGroups` is at least 1.96 for k₁ rounded
  /// half up from the percentage.
  ///
  /// - Parameters:
  ///   - percent: the percentage of the earlier wave, 0 to 100.
  ///   - later: the later wave.
  /// - Returns: the base; nil if no base up to 100 000 would do.
  public static func leastEarlierBase(from percent: Int, to later: Proportion) -> Int? {
    guard (0...100).contains(percent) else { return nil }
    let most = 100_000
    let last = (1...most).last { base in
      guard let earlier = Proportion(count: (percent * base + 50) / 100, base: base) else {
        return true
      }
      return abs(ofGroups(later, earlier).z) < Margin.z
    }
    guard let last else { return 1 }
    return last < most ? last + 1 : nil
  }

  // MARK: Order within a question

  /// Which answer of a choice is given most often, and whether that stands against each other one.
  public struct Lead: Sendable, Hashable {
    /// The answers that most gave; several share the first place.
    public let leaders: [Int]
    /// The only leader against each other answer, adjusted with Holm: the leader was picked after
    /// looking. Empty if the first place is shared or the base is under 30.
    public let pairs: [Pair]

    /// Whether the leader stands against every other answer.
    public func isSignificant(at alpha: Double = 0.05) -> Bool {
      !pairs.isEmpty && pairs.allSatisfy { $0.isSignificant(at: alpha) }
    }
  }

  /// The answer that is given most often, among answers that exclude one another: single choice, or the
  /// first place of a ranking. Several answers of one person need `mcNemar`.
  ///
  /// - Parameters:
  ///   - counts: how many gave each answer.
  ///   - base: n.
  /// - Returns: the lead; nil unless each count is from 0 to n and together they are n at most.
  public static func lead(of counts: [Int], base: Int) -> Lead? {
    let shares = counts.compactMap { Proportion(count: $0, base: base) }
    guard shares.count == counts.count, Proportion.net(of: shares) != nil,
      let most = counts.max()
    else { return nil }
    let leaders = counts.indices.filter { counts[$0] == most }
    guard leaders.count == 1, base >= 30 else { return Lead(leaders: leaders, pairs: []) }
    let first = leaders[0]
    let pairs = counts.indices.filter { $0 != first }.map { other in
      let result = withinQuestion(shares[first].share, shares[other].share, base: base)
      return Pair(left: first, right: other, result: result, adjusted: result.p)
    }
    return Lead(leaders: leaders, pairs: adjusted(pairs))
  }
}
