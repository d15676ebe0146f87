/// Finds what a mistyped name probably meant.
public enum Suggestion {
  /// The candidates nearest to a name, best first, at most `limit` of them.
  ///
  /// A candidate counts as near if its optimal string alignment distance (insertions, deletions,
  /// substitutions and swaps of neighbours, case folded) is at most a third of the longer name's
  /// length, and at least 1. Ties keep alphabetical order.
  public static func nearest(
    to name: String, in candidates: some Sequence<String>, limit: Int = 1
  ) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(80))
    let scored = candidates.compactMap { candidate -> (Int, String)? in
      let other = Array(candidate.lowercased().unicodeScalars.prefix(80))
      let distance = distance(wanted, other)
      let bound = max(1, max(wanted.count, other.count) / 3)
      return distance <= bound ? (distance, candidate) : nil
    }
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map(\.1)
  }

  /// "did you mean 'x'?" as a fix, or nothing if no candidate is near.
  public static func fixes(
    for name: String, in candidates: some Sequence<String>
  ) -> [Diagnostic.Fix] {
    nearest(to: name, in: candidates).map {
      Diagnostic.Fix("did you mean '\($0)'?", replacement: $0)
    }
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = best
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
