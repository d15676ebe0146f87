/// Chooses the line breaks of a paragraph as a whole, after Knuth and Plass, "Breaking Paragraphs
/// into Lines" (1981), over cumulative widths.
///
/// Each line costs (10 + badness + penalty)², where badness is 100 times the cube of the unused space
/// over the space that may well stay unused. Of all ways to break, the cheapest is taken. A line that
/// is too wide costs so much that it is only made where there is no other way.
public struct LineBreaker: Sendable {
  /// A place where a line may end.
  public struct Candidate: Sendable, Hashable {
    /// Where the ink of a line ends if it ends here, on the paragraph laid out as one line; points.
    public var end: Double
    /// Where the next line begins, on the same scale: behind the space that the break takes away.
    public var nextStart: Double
    /// The number of spaces before `end`.
    public var spacesBefore: Int
    /// The number of spaces before `nextStart`.
    public var spacesBeforeNext: Int
    /// Whether a hyphen is printed here.
    public var isHyphen: Bool

    /// Creates a candidate.
    public init(
      end: Double,
      nextStart: Double,
      spacesBefore: Int,
      spacesBeforeNext: Int,
      isHyphen: Bool
    ) {
      self.end = end
      self.nextStart = nextStart
      self.spacesBefore = spacesBefore
      self.spacesBeforeNext = spacesBeforeNext
      self.isHyphen = isHyphen
    }
  }

  /// The width of the lines, in points.
  public var measure: Double
  /// How far a space may well be stretched, in points; nil for lines that are not justified.
  public var stretchPerSpace: Double?

  /// Creates a breaker.
  public init(measure: Double, stretchPerSpace: Double? = nil) {
    self.measure = measure
    self.stretchPerSpace = stretchPerSpace
  }

  /// Rounding that is no overflow, in points.
  public static let tolerance = 0.0001

  private enum Cost {
    static let line = 10.0
    static let hyphen = 50.0
    static let hyphenInRaggedText = 80.0
    static let anotherLine = 5000.0
    static let secondHyphen = 5000.0
    static let hyphenBeforeLastLine = 5000.0
    static let shortLastLine = 1500.0
    /// More than the worst line that is not too wide: one without a space in justified text.
    static let forbidden = 1e17
    static let overfull = 1e20
  }

  /// The cheapest way to reach a candidate with 0, 1 or 2 hyphenated lines in a row behind it.
  private struct Arrival {
    var cost = Double.infinity
    var candidate = -1
    var hyphens = 0
  }

  /// Chooses the breaks of text without forced breaks.
  ///
  /// - Parameter candidates: in order; the last one is the end of the text.
  /// - Returns: the indices of the chosen candidates, in order; the last is the end of the text.
  public func chooseBreaks(_ candidates: [Candidate]) -> [Int] {
    guard let last = candidates.last else { return [] }
    if last.end <= measure + Self.tolerance { return [candidates.count - 1] }
    // Three arrivals for each candidate; the first three are those of the text's start.
    var arrivals = [Arrival](repeating: Arrival(), count: 3 * (candidates.count + 1))
    arrivals[0].cost = 0
    // The cost of the cheapest of the three.
    var least = [0.0]
    least.reserveCapacity(candidates.count + 1)
    for target in candidates.indices {
      let end = candidates[target].end
      var first = target - 1
      // Cutting a word may change its width a little: look two points further before giving up.
      while first >= 0, end - start(candidates, first - 1) <= measure + 2 { first -= 1 }
      let isHyphen = candidates[target].isHyphen
      let place = 3 * (target + 1)
      let isRagged = stretchPerSpace == nil && target < candidates.count - 1
      // From the fullest line to the shortest, for most of the short ones cost more than a way known.
      for origin in first..<target {
        let width = end - start(candidates, origin)
        guard width <= measure + Self.tolerance || origin == target - 1 else { continue }
        if isRagged, !isHyphen || origin < 0 || !candidates[origin].isHyphen {
          let known = arrivals[isHyphen ? place + 1 : place].cost
          let badness = Self.badness(unused: measure - width, room: measure * 0.25)
          // Costs that are as good as forbidden are too rough to be compared so.
          if known < Cost.forbidden, badness > 0, badness * badness > known - least[origin + 1] {
            continue
          }
        }
        relax(&arrivals, candidates, from: origin, to: target, width: width)
      }
      least.append(
        min(arrivals[place].cost, arrivals[place + 1].cost, arrivals[place + 2].cost))
    }
    return Self.path(arrivals, to: candidates.count - 1)
  }

  /// Where the line behind a candidate begins; the text's beginning is candidate -1.
  private func start(_ candidates: [Candidate], _ candidate: Int) -> Double {
    candidate < 0 ? 0 : candidates[candidate].nextStart
  }

  /// What a choice of breaks costs; `chooseBreaks` finds the choice that costs least.
  func demerits(of breaks: [Int], in candidates: [Candidate]) -> Double {
    var (total, origin, hyphens) = (0.0, -1, 0)
    for target in breaks {
      let width = candidates[target].end - (origin < 0 ? 0 : candidates[origin].nextStart)
      total += cost(candidates, from: origin, to: target, width: width)
      if candidates[target].isHyphen { total += Self.cost(ofHyphenAfter: hyphens) }
      hyphens = candidates[target].isHyphen ? min(hyphens + 1, 2) : 0
      origin = target
    }
    return total
  }

  private func relax(
    _ arrivals: inout [Arrival],
    _ candidates: [Candidate],
    from origin: Int,
    to target: Int,
    width: Double
  ) {
    let isHyphen = candidates[target].isHyphen
    let line = cost(candidates, from: origin, to: target, width: width)
    let (place, start) = (3 * (target + 1), 3 * (origin + 1))
    var best = (Arrival(), Arrival(), Arrival())
    for before in 0..<3 {
      let cost = arrivals[start + before].cost
      guard cost.isFinite else { continue }
      let total = cost + line + (isHyphen ? Self.cost(ofHyphenAfter: before) : 0)
      let arrival = Arrival(cost: total, candidate: origin, hyphens: before)
      if !isHyphen {
        if total < best.0.cost { best.0 = arrival }
      } else if before == 0 {
        best.1 = arrival
      } else if total < best.2.cost {
        best.2 = arrival
      }
    }
    // Of ways that cost the same, that with the shortest last line is taken.
    if best.0.cost.isFinite, best.0.cost <= arrivals[place].cost { arrivals[place] = best.0 }
    if best.1.cost.isFinite, best.1.cost <= arrivals[place + 1].cost {
      arrivals[place + 1] = best.1
    }
    if best.2.cost.isFinite, best.2.cost <= arrivals[place + 2].cost {
      arrivals[place + 2] = best.2
    }
  }

  /// The cost of a hyphen after so many hyphenated lines in a row: a third is as good as forbidden.
  static func cost(ofHyphenAfter hyphens: Int) -> Double {
    switch hyphens {
    case 0: 0
    case 1: Cost.secondHyphen
    default: Cost.forbidden
    }
  }

  /// The cost of a line, but for the hyphens in a row.
  func cost(
    _ candidates: [Candidate],
    from origin: Int,
    to target: Int,
    width: Double
  ) -> Double {
    let unused = measure - width
    if unused < -Self.tolerance { return Cost.overfull * (1 - unused / max(measure, 1)) }
    if target == candidates.count - 1 {
      let followsHyphen = origin >= 0 && candidates[origin].isHyphen
      return costOfLastLine(width: width, followsHyphen: followsHyphen)
    }
    var room = measure * 0.25
    var hyphen = Cost.hyphenInRaggedText
    if let stretchPerSpace {
      let before = origin < 0 ? 0 : candidates[origin].spacesBeforeNext
      // A line without a space stays short: as bad as one of which the spaces grow very wide.
      room = max(
        Double(candidates[target].spacesBefore - before) * stretchPerSpace, measure * 0.01)
      hyphen = Cost.hyphen
    }
    let badness = Self.badness(unused: unused, room: room)
    let total = Cost.line + badness + (candidates[target].isHyphen ? hyphen : 0)
    return total * total + Cost.anotherLine
  }

  /// How bad unused space is, given how much may well stay unused.
  private static func badness(unused: Double, room: Double) -> Double {
    let ratio = room > 0 ? unused / room : 0
    return 100 * ratio * ratio * ratio
  }

  /// The last line may be as short as it likes, but for a scrap; a hyphen before it is bad, and before
  /// a short one as good as forbidden.
  private func costOfLastLine(width: Double, followsHyphen: Bool) -> Double {
    var cost = Cost.line * Cost.line
    if followsHyphen { cost += width < measure / 3 ? Cost.forbidden : Cost.hyphenBeforeLastLine }
    if width < measure * 0.1 { cost += Cost.shortLastLine }
    return cost
  }

  private static func path(_ arrivals: [Arrival], to end: Int) -> [Int] {
    var hyphens = 0
    for count in 1..<3 where arrivals[3 * (end + 1) + count].cost < arrivals[3 * (end + 1)].cost {
      hyphens = count
    }
    var breaks: [Int] = []
    var candidate = end
    while candidate >= 0 {
      breaks.append(candidate)
      let arrival = arrivals[3 * (candidate + 1) + hyphens]
      (candidate, hyphens) = (arrival.candidate, arrival.hyphens)
    }
    return breaks.reversed()
  }
}
