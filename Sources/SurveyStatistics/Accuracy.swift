/// How accurate the results of a cohort are: a house scale, printed in the methodology.
public enum AccuracyClass: String, Sendable, Hashable, CaseIterable, Comparable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"

  /// The class of a margin in percentage points and a base, on the house scale or another.
  public init(margin: Double, base: Int, scale: AccuracyScale = .house) {
    self = scale.accuracy(margin: margin, base: base)
  }

  /// Whether the left class is better.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The bounds of the accuracy classes.
///
/// No national standard for the words was found; a margin of at most 5 points at 95 % is the norm of the
/// Dutch municipal citizen polls, and the other bounds are chosen so that without finite population
/// correction the steps by margin and by base meet (n = 50 has a margin of 13.9, n = 30 one of 17.9).
public struct AccuracyScale: Sendable, Hashable {
  /// The largest margins of A, B, C and D in percentage points, inclusive; anything beyond is E.
  public let margins: [Double]
  /// Below this base the class is C at best.
  public let indicative: Int
  /// Below this base the class is E.
  public let insufficient: Int

  /// 5, 10, 14 and 18 points; 50 and 30 respondents.
  public static let house = AccuracyScale(
    unchecked: [5, 10, 14, 18], indicative: 50, insufficient: 30)

  /// Creates a scale; nil unless there are four rising margins from 0 on, and 0 ≤ insufficient ≤
  /// indicative.
  public init?(margins: [Double], indicative: Int, insufficient: Int) {
    guard margins.count == 4, margins[0] >= 0, zip(margins, margins.dropFirst()).allSatisfy(<),
      insufficient >= 0, indicative >= insufficient
    else { return nil }
    self.init(unchecked: margins, indicative: indicative, insufficient: insufficient)
  }

  private init(unchecked margins: [Double], indicative: Int, insufficient: Int) {
    self.margins = margins
    self.indicative = indicative
    self.insufficient = insufficient
  }

  /// The worse of two classes: that of the margin and that of the base.
  ///
  /// A census has the margin 0; on a small base it is of a low class all the same.
  ///
  /// - Parameters:
  ///   - margin: the margin of one half (`Margin.ofHalf`) in percentage points.
  ///   - base: n, unweighted.
  public func accuracy(margin: Double, base: Int) -> AccuracyClass {
    let step = margins.firstIndex { margin <= $0 } ?? margins.count
    let byMargin = AccuracyClass.allCases[step]
    let byBase: AccuracyClass = base < insufficient ? .e : base < indicative ? .c : .a
    return max(byMargin, byBase)
  }
}
