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

  enum Cost {
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

  /// Chooses the breaks of text without forced breaks.
  ///
  /// - Parameter candidates: in order; the last one is the end of the text.
  /// - Returns: the indices of the chosen candidates, in order; the last is the end of the text.
  public func chooseBreaks(_ candidates: [Candidate]) -> [Int] {
    guard let last = candidates.last else { return [] }
    if last.end <= measure + Self.tolerance { return [candidates.count - 1] }
    var ways = Ways(candidates: candidates.count)
    for target in candidates.indices {
      let end = candidates[target].end
      let isRagged = stretchPerSpace == nil && target < candidates.count - 1
      var origin = firstOrigin(of: target, in: candidates)
      // From the fullest line to the shortest, until they alone cost more than a way that is known.
      while origin < target {
        let width = end - start(candidates, origin)
        if isRagged {
          let known = ways.most(to: target, endsInHyphen: candidates[target].isHyphen)
          let spare = known - ways.floor(from: origin)
          if isTooShort(width + Self.slack, toCost: spare) { break }
        }
        if width <= measure + Self.tolerance || origin == target - 1 {
          relax(&ways, candidates, from: origin, to: target, width: width)
        }
        origin += 1
      }
      ways.settle(target)
    }
    return ways.path(to: candidates.count - 1)
  }

  /// Cutting a word may change its width a little: lines are looked at that are wider by so many points.
  private static let slack = 2.0

  /// The first candidate from which a line to a target is not much too wide.
  private func firstOrigin(of target: Int, in candidates: [Candidate]) -> Int {
    var first = target - 1
    while first >= 0,
      candidates[target].end - start(candidates, first - 1) <= measure + Self.slack
    {
      first -= 1
    }
    return first
  }

  /// Whether all ragged lines of at most a width cost more than so much.
  private func isTooShort(_ width: Double, toCost most: Double) -> Bool {
    let badness = Self.badness(unused: measure - width, room: measure * 0.25)
    return badness > 0 && badness * badness > most
  }

  /// Where the line behind a candidate begins; the text's beginning is candidate -1.
  private func start(_ candidates: [Candidate], _ candidate: Int) -> Double {
    candidate < 0 ? 0 : candidates[candidate].nextStart
  }

  /// What a choice of breaks costs; `chooseBreaks` finds the choice that costs least.
  func demerits(of breaks: [Int], in candidates: [Candidate]) -> Double {
    var (total, origin, hyphens) = (0.0, -1, 0)
    for target in breaks {
      let width = candidates[target].end - start(candidates, origin)
      total += cost(candidates, from: origin, to: target, width: width)
      if candidates[target].isHyphen { total += Self.cost(ofHyphenAfter: hyphens) }
      hyphens = candidates[target].isHyphen ? min(hyphens + 1, 2) : 0
      origin = target
    }
    return total
  }

  private func relax(
    _ ways: inout Ways, _ candidates: [Candidate], from origin: Int, to target: Int, width: Double
  ) {
    let isHyphen = candidates[target].isHyphen
    let line = cost(candidates, from: origin, to: target, width: width)
    guard origin >= 0, candidates[origin].isHyphen else {
      ways.offer(isHyphen ? 1 : 0, of: target, from: origin, hyphens: 0, cost: line)
      return
    }
    // Of ways that cost the same, that with fewer hyphens and a shorter last line is taken.
    for hyphens in [2, 1] {
      let cost = line + (isHyphen ? Self.cost(ofHyphenAfter: hyphens) : 0)
      ways.offer(isHyphen ? 2 : 0, of: target, from: origin, hyphens: hyphens, cost: cost)
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
}
