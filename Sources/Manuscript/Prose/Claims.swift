import Diagnostics
import ReportSpec
import SurveyResults
import SurveyStatistics

/// Holds a claim against the data: two shares, and how they compare.
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

  /// Why a claim could not be tested.
  enum Untested: Hashable {
    /// How many took part in this wave is not known.
    case wave(String)
    /// The same people gave both answers, and how many gave both is not known.
    case samePeople
  }

  /// What came of a claim.
  enum Verdict: Equatable {
    /// The data bear it out, by a test.
    case tested
    /// The data bear it out as far as can be seen.
    case observed(Untested)
    /// It was reported.
    case failed
  }

  /// Judges a claim about two figures that both may be said.
  func check(
    _ words: String, _ left: (figure: Figure, canonical: String),
    _ relation: BoundQuery.Relation, _ right: (figure: Figure, canonical: String),
    at range: SourceRange, into log: inout DiagnosticLog
  ) -> Verdict {
    if let fault = incomparable(left.figure.request, right.figure.request, at: range) {
      log.report(fault)
      return .failed
    }
    if let saysMore = wording.claimWords.saysMore(words), relation != .equal,
      saysMore != (relation == .greater)
    {
      log.report(.wordsAgainstClaim(words, relation: relation.rawValue, at: range))
      return .failed
    }
    func fail(_ reason: String?) -> Verdict {
      log.report(
        .failedClaim(
          words, left: wording.evidence(left.figure, left.canonical),
          right: wording.evidence(right.figure, right.canonical), test: reason, at: range))
      return .failed
    }
    switch test(left.figure, right.figure) {
    case .overlap: return fail("the groups overlap, and no test here allows that")
    case .impossible(let why):
      guard observed(left.figure, relation, right.figure) else { return fail(nil) }
      if wording.claimWords.isStrong(words) || wording.claimWords.saysTested(words) {
        return fail("such words need a test, and none is possible")
      }
      return .observed(why)
    case .made(let test):
      let points = difference(left.figure, right.figure) ?? test.points
      guard holds(points, relation, test) else { return fail(description(of: test, points)) }
      if wording.claimWords.isStrong(words), abs(points) < Self.strongPoints {
        return fail("such words need a difference of 10 points; \(description(of: test, points))")
      }
      return .tested
    }
  }

  private func holds(
    _ points: Double, _ relation: BoundQuery.Relation, _ test: Comparison.Result
  ) -> Bool {
    switch relation {
    case .greater: points > 0 && test.p < Self.alpha
    case .less: points < 0 && test.p < Self.alpha
    // What a small base cannot tell apart is not equal yet: the shares must be near as well.
    case .equal: abs(points) <= Self.equalPoints && test.p >= Self.alpha
    }
  }

  private func description(of test: Comparison.Result, _ points: Double) -> String {
    "difference \(wording.decimal(abs(points))) points, "
      + (test.isExact ? "exact test, " : "z = \(rounded(test.z)), ") + "p = \(rounded(test.p))"
  }

  private func rounded(_ value: Double) -> String {
    if value != 0, abs(value) < 0.0005 { return "< 0.001" }
    let thousandths = Int((abs(value) * 1000).rounded())
    let fraction = String(thousandths % 1000 + 1000).dropFirst()
    return "\(value < 0 ? "-" : "")\(thousandths / 1000).\(fraction)"
  }

  /// Waves compare only if the codebook says so.
  private func incomparable(
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
  private func difference(_ left: Figure, _ right: Figure) -> Double? {
    guard let one = left.exactPercent, let two = right.exactPercent else { return nil }
    return one - two
  }

  /// How figures compare as they are printed.
  private func observed(
    _ left: Figure, _ relation: BoundQuery.Relation, _ right: Figure
  ) -> Bool {
    if let isLess = wentDown(left, from: right) { return relation == (isLess ? .less : .greater) }
    guard let one = left.percent, let two = right.percent else { return false }
    switch relation {
    case .greater: return one > two
    case .less: return one < two
    case .equal: return abs(one - two) <= 1
    }
  }

  /// Whether the left figure is the smaller one, where a publication says no more than that.
  ///
  /// Such a fact compares its wave with the current one: the same answer of the same segment.
  private func wentDown(_ left: Figure, from right: Figure) -> Bool? {
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

// MARK: - Tests

extension Claims {
  private enum Test {
    case made(Comparison.Result)
    case impossible(Untested)
    case overlap
  }

  private func test(_ left: Figure, _ right: Figure) -> Test {
    for figure in [right, left] {
      if case .published(let fact) = figure.outcome { return .impossible(.wave(fact.wave)) }
    }
    let (here, there) = (left.request, right.request)
    // Whether people took part in both waves is not known: the waves are taken for independent.
    if here.wave != there.wave { return compared(left, right) }
    if here.segment == there.segment { return ofSamePeople(left, right) }
    switch (here.segment, there.segment) {
    case (.segment(let one, _), .segment(let two, _)):
      return one == two ? compared(left, right) : .overlap
    case (.segment, .others), (.others, .segment):
      let isSplit = here.segment.complement == there.segment
      return isSplit || there.segment.complement == here.segment
        ? compared(left, right) : .overlap
    case (.segment, .total): return againstRest(left, there)
    case (.total, .segment): return againstRest(right, here)
    default: return .overlap
    }
  }

  private func compared(_ left: Figure, _ right: Figure) -> Test {
    guard let one = left.proportion, let two = right.proportion else { return .overlap }
    if let first = left.weightedShare, let second = right.weightedShare,
      let base = left.effectiveBase, let other = right.effectiveBase
    {
      return .made(Comparison.ofGroups(first, base: base, second, base: other))
    }
    return .made(Comparison.ofGroups(one, two))
  }

  /// A segment is tested against the rest, never against the total that it is a part of.
  private func againstRest(_ part: Figure, _ total: FigureRequest) -> Test {
    var request = total
    guard let complement = part.request.segment.complement else { return .overlap }
    request.segment = complement
    guard let rest = try? results.figure(request), rest.proportion != nil else { return .overlap }
    return compared(part, rest)
  }

  /// Two answers of one choice exclude each other; others may overlap, which needs joint counts.
  private func ofSamePeople(_ left: Figure, _ right: Figure) -> Test {
    let (here, there) = (left.request, right.request)
    guard here.question == there.question, here.item == there.item, here.isOfAll == there.isOfAll,
      let question = results.question(here.question), question.kind != .multiple,
      question.members(of: here.answer).isDisjoint(with: question.members(of: there.answer)),
      let one = left.proportion, let two = right.proportion
    else { return .impossible(.samePeople) }
    let base = left.effectiveBase.map { Int($0) } ?? one.base
    return .made(
      Comparison.withinQuestion(
        left.weightedShare ?? one.share, right.weightedShare ?? two.share, base: base))
  }
}

extension Question {
  /// The categories that an answer stands for: itself, or those of the net.
  fileprivate func members(of answer: String) -> Set<String> {
    Set(nets.first { $0.id == answer }?.members ?? [answer])
  }
}
