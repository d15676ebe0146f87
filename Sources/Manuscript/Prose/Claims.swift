import Diagnostics
import ReportSpec
import SurveyResults
import SurveyStatistics

/// Holds a claim against the data: two shares, and how they compare.
struct Claims {
  let wording: any Wording
  /// The level at which a difference counts as tested.
  static let alpha = 0.05

  /// What came of a claim.
  enum Verdict: Equatable {
    /// The data bear it out, by a test.
    case tested
    /// The data bear it out as far as can be seen: the wave without data cannot be tested.
    case observed(wave: String)
    /// It was reported.
    case failed
  }

  func check(
    _ words: String, _ left: Resolved, _ relation: BoundQuery.Relation, _ right: Resolved,
    at range: SourceRange, into log: inout DiagnosticLog
  ) -> Verdict {
    guard case .share(let first, _) = left.answer else {
      log.report(.claimOfOther(left.canonical, at: range))
      return .failed
    }
    guard case .share(let second, _) = right.answer else {
      log.report(.claimOfOther(right.canonical, at: range))
      return .failed
    }
    let evidence = (
      wording.evidence(first, left.canonical), wording.evidence(second, right.canonical)
    )
    func fail(_ test: String?) -> Verdict {
      log.report(
        .failedClaim(words, left: evidence.0, right: evidence.1, test: test, at: range))
      return .failed
    }
    if case .published(let fact) = second.outcome {
      let holds = observed(first, relation, fact)
      return holds ? .observed(wave: fact.wave) : fail(nil)
    }
    guard let one = first.proportion, let two = second.proportion else {
      return fail("a claim needs two figures that may stand in a sentence")
    }
    let result = Comparison.ofGroups(one, two)
    let test =
      "difference \(wording.decimal(abs(result.points))) points, z = "
      + "\(rounded(result.z)), p = \(rounded(result.p))"
    let holds =
      switch relation {
      case .greater: result.points > 0 && result.p < Self.alpha
      case .less: result.points < 0 && result.p < Self.alpha
      case .equal: result.p >= Self.alpha
      }
    return holds ? .tested : fail(test)
  }

  /// How a figure compares with what was published: as printed, by whole percentages.
  private func observed(
    _ figure: Figure, _ relation: BoundQuery.Relation, _ fact: PublishedFact
  ) -> Bool {
    switch fact.content {
    case .percent(let percent):
      guard let now = figure.exactPercent else { return false }
      switch relation {
      case .greater: return now > percent + 0.5
      case .less: return now < percent - 0.5
      case .equal: return abs(now - percent) <= 1
      }
    case .direction(let isLower):
      return relation == (isLower ? .greater : .less) && figure.exactPercent != nil
    case .rank: return false
    }
  }

  private func rounded(_ value: Double) -> String {
    if value != 0, abs(value) < 0.0005 { return "< 0.001" }
    let thousandths = Int((abs(value) * 1000).rounded())
    let fraction = String(thousandths % 1000 + 1000).dropFirst()
    return "\(value < 0 ? "-" : "")\(thousandths / 1000).\(fraction)"
  }
}
