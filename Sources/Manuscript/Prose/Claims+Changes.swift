import SurveyResults
import SurveyStatistics

extension Claims {
  /// Which way one figure differs from another, as far as that can be said; nil if nothing can.
  ///
  /// A difference counts from one percentage point on, if a test bears it out. Where no test is
  /// possible the figures as printed decide.
  func finding(
    _ left: Figure, _ right: Figure
  ) -> (finding: Change.Finding, isTested: Bool)? {
    switch test(left, right) {
    case .overlap: return nil
    case .made(let test, let family):
      let points = difference(left, right) ?? test.points
      let isProven = (family?.adjusted ?? test.p) < Self.alpha
      if isProven {
        return (abs(points) < 1 ? .negligible : points > 0 ? .higher : .lower, true)
      }
      return (abs(points) <= Self.equalPoints ? .same : .unproven, true)
    case .rounded(let test, _):
      let points = difference(left, right) ?? test.points
      if test.p < Self.alpha {
        return (abs(points) < 1 ? .negligible : points > 0 ? .higher : .lower, true)
      }
      return (abs(points) <= Self.equalPoints ? .same : .unproven, true)
    case .impossible:
      if let isLower = wentDown(left, from: right) { return (isLower ? .lower : .higher, false) }
      guard let one = left.percent, let two = right.percent else { return nil }
      if abs(one - two) <= Self.roundedPoints { return (.same, false) }
      return (one > two ? .higher : .lower, false)
    }
  }
}
