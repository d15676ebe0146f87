import Diagnostics
import ReportSpec
import SurveyResults
import SurveyStatistics

/// A figure of a claim, with the query that gives it.
typealias ClaimedFigure = (figure: Figure, canonical: String)

/// Holds a claim against the data: shares, and how they compare.
///
/// Where both bases are known and the groups are independent, a two-sided test of two proportions
/// decides. Where no test is possible the figures as printed decide, and the page says so.
struct Claims {
  let wording: any Wording
  let results: ResultsModel
  /// The level at which a difference counts as tested.
  static let alpha = 0.05
  /// The largest difference, in percentage points, of shares that are called equal.
  static let equalPoints = 5.0
  /// The least difference, in percentage points, that may be called large.
  static let strongPoints = 10.0

  /// The largest difference of printed percentages that may be nothing but rounding.
  static let roundedPoints = 1

  /// What a reader must know of a claim that holds.
  enum Caveat: Hashable {
    /// It was not tested: how many took part in this wave is not known.
    case untestedWave(String)
    /// It was tested with what this wave's publication printed, rounded.
    case roundedWave(String)
    /// It was not tested: the same people gave both answers, and how many gave both is not known.
    case samePeople
    /// It rests on a small base.
    case smallBase(SegmentKey)
  }

  /// What came of a claim.
  enum Verdict: Equatable {
    /// The data bear it out, by a test.
    case tested
    /// The data bear it out: it speaks of counts alone.
    case counted
    /// The data bear it out, and a reader must know how far.
    case qualified(Caveat)
    /// It was reported.
    case failed
  }

  /// What words ask for beyond the direction of a difference.
  struct Demands {
    /// The author's words; empty for a claim that no words carry.
    var words: String
    /// What diagnostics call the claim: its words, or its query.
    var name: String
    /// Whether the words say that the difference is large.
    var isStrong: Bool
    /// Whether they say that it was tested.
    var isTested: Bool
  }

  /// What can be said for a claim, or against it.
  enum Finding {
    case holds(Verdict)
    case fails(String?)
  }

  /// What the words of a claim ask for.
  ///
  /// - Parameters:
  ///   - words: the author's words; nil for a claim that no words carry.
  ///   - query: the query.
  ///   - isTested: whether the query itself asks for a test.
  func demands(_ words: String?, query: String = "", isTested: Bool) -> Demands {
    let name = words ?? query
    let words = words ?? ""
    return Demands(
      words: words, name: name, isStrong: wording.claimWords.isStrong(words),
      isTested: isTested || wording.claimWords.saysTested(words))
  }

  /// Judges a claim about a figure and others that all may be said.
  ///
  /// With several others every single comparison has to hold.
  func check(
    _ demands: Demands, _ left: ClaimedFigure, _ relation: QueryStatement.Relation,
    _ others: [ClaimedFigure], at range: SourceRange, into log: inout DiagnosticLog
  ) -> Verdict {
    var faults: [Diagnostic] = []
    for other in others {
      if let fault = incomparable(left.figure.request, other.figure.request, at: range),
        !faults.contains(where: { $0.summary == fault.summary })
      {
        faults.append(fault)
      }
    }
    if let fault = contradiction(demands.words, relation, at: range) { faults = [fault] }
    for fault in faults { log.report(fault) }
    if !faults.isEmpty { return .failed }
    let findings = others.map { finding(demands, left.figure, relation, $0.figure) }
    var verdict = Verdict.tested
    var evidence: [String] = []
    for (other, finding) in zip(others, findings) {
      switch finding {
      case .holds(.tested): break
      case .holds(let weaker): verdict = weaker
      case .fails(let reason):
        let sides =
          "\(wording.evidence(left.figure, left.canonical)) against "
          + wording.evidence(other.figure, other.canonical)
        evidence += [sides] + (reason.map { [$0] } ?? [])
      }
    }
    if evidence.isEmpty { return verdict }
    log.report(.failedClaim(demands.name, evidence: evidence, at: range))
    return .failed
  }

  /// What can be said for a claim about two figures, or against it.
  private func finding(
    _ demands: Demands, _ left: Figure, _ relation: QueryStatement.Relation, _ right: Figure
  ) -> Finding {
    switch test(left, right) {
    case .overlap: return .fails("the groups overlap, and no test here allows that")
    case .rounded(let test, let wave):
      let points = difference(left, right) ?? test.points
      let description =
        description(of: test, points, family: nil)
        + ", with the printed percentages of \(wave) as near as rounding allows"
      guard holds(points, relation, test, family: nil) else { return .fails(description) }
      if demands.isStrong, abs(points) < Self.strongPoints {
        return .fails("such words need a difference of 10 points; \(description)")
      }
      return .holds(.qualified(.roundedWave(wave)))
    case .impossible(let why):
      guard observed(left, relation, right) else { return .fails(nil) }
      if demands.isStrong || demands.isTested {
        return .fails("such words need a test, and none is possible: \(description(of: why))")
      }
      return .holds(.qualified(why))
    case .made(let test, let family):
      let points = difference(left, right) ?? test.points
      let description = description(of: test, points, family: family)
      guard holds(points, relation, test, family: family) else { return .fails(description) }
      if demands.isStrong, abs(points) < Self.strongPoints {
        return .fails("such words need a difference of 10 points; \(description)")
      }
      return .holds(.tested)
    }
  }

  private func holds(
    _ points: Double, _ relation: QueryStatement.Relation, _ test: Comparison.Result,
    family: Family?
  ) -> Bool {
    let p = family?.adjusted ?? test.p
    return switch relation {
    case .greater: points > 0 && p < Self.alpha
    case .less: points < 0 && p < Self.alpha
    // What a small base cannot tell apart is not equal yet: the shares must be near as well. Nor may
    // the number of pairs make shares equal that a test of these two alone tells apart.
    case .equal: abs(points) <= Self.equalPoints && test.p >= Self.alpha
    case .versus: true
    }
  }

  private func description(of why: Caveat) -> String {
    switch why {
    case .untestedWave(let wave), .roundedWave(let wave):
      "how many took part in \(wave) is not known"
    case .samePeople: "how many people gave both answers is not known"
    case .smallBase: "the base is small"
    }
  }

  /// A difference with its test, for diagnostics.
  func description(of test: Comparison.Result, _ points: Double, family: Family?) -> String {
    let holm = family.map {
      ", \(Self.rounded($0.adjusted)) by Holm over the \($0.size) pairs of '\($0.breakdown)'"
    }
    return "difference \(wording.decimal(abs(points))) points, "
      + (test.isExact ? "exact test, " : "z = \(Self.rounded(test.z)), ")
      + "p = \(Self.rounded(test.p))\(holm ?? "")"
  }

  /// A statistic with three decimals.
  private static func rounded(_ value: Double) -> String {
    if value != 0, abs(value) < 0.0005 { return "< 0.001" }
    let thousandths = Int((abs(value) * 1000).rounded())
    let fraction = String(thousandths % 1000 + 1000).dropFirst()
    return "\(value < 0 ? "-" : "")\(thousandths / 1000).\(fraction)"
  }

  /// Words that say something else than the sign.
  private func contradiction(
    _ words: String, _ relation: QueryStatement.Relation, at range: SourceRange
  ) -> Diagnostic? {
    let says = wording.claimWords
    let isAgainst =
      switch relation {
      case .greater: says.saysMore(words) == false || says.saysEqual(words)
      case .less: says.saysMore(words) == true || says.saysEqual(words)
      case .equal: says.saysMore(words) != nil
      case .versus: false
      }
    return isAgainst ? .wordsAgainstClaim(words, relation: relation.rawValue, at: range) : nil
  }

  /// Waves compare only if the codebook says so.
  func incomparable(
    _ left: FigureRequest, _ right: FigureRequest, at range: SourceRange
  ) -> Diagnostic? {
    guard let here = left.wave, let there = right.wave, here != there,
      let question = results.question(left.question)
    else { return nil }
    let other = here == results.currentWave.id ? there : here
    switch question.comparability[other] {
    case .identical, .similar: return nil
    case .no: return .notComparable(question.id, wave: other, isSaid: true, at: range)
    case nil: return .notComparable(question.id, wave: other, isSaid: false, at: range)
    }
  }
}

// MARK: - Without a test

extension Claims {
  /// The difference in percentage points, exact; nil if one of the figures is none.
  func difference(_ left: Figure, _ right: Figure) -> Double? {
    guard let one = left.exactPercent, let two = right.exactPercent else { return nil }
    return one - two
  }

  /// How figures compare without a test: by their counts, or as a publication printed them.
  private func observed(
    _ left: Figure, _ relation: QueryStatement.Relation, _ right: Figure
  ) -> Bool {
    if let isLess = wentDown(left, from: right) { return relation == (isLess ? .less : .greater) }
    guard let one = left.percent, let two = right.percent,
      let difference = difference(left, right)
    else { return false }
    let isCounted = left.proportion != nil && right.proportion != nil
    let isApart = isCounted ? difference != 0 : abs(one - two) > Self.roundedPoints
    switch relation {
    case .greater: return isApart && difference > 0
    case .less: return isApart && difference < 0
    case .equal: return abs(one - two) <= Self.roundedPoints
    case .versus: return true
    }
  }

  /// Whether the left figure is the smaller one, where a publication says no more than that.
  ///
  /// Such a fact compares its wave with the current one: the same answer of the same segment.
  func wentDown(_ left: Figure, from right: Figure) -> Bool? {
    func lower(_ figure: Figure, than other: Figure) -> Bool? {
      guard case .published(let fact) = figure.outcome,
        case .direction(let isLower) = fact.content
      else { return nil }
      var request = other.request
      request.wave = figure.request.wave
      let isCounterpart =
        request == figure.request && other.request.wave == results.currentWave.id
      return isCounterpart ? isLower : nil
    }
    if let isLower = lower(right, than: left) { return !isLower }
    return lower(left, than: right)
  }
}
