/// A share as a whole percentage that does not pretend: 0 and 100 are printed for none and all only.
public enum PrintedPercentage: Sendable, Hashable {
  /// Above 0 and below half a percent: "<1".
  case belowOne
  /// The percentage, rounded half up.
  case whole(Int)
  /// From 99.5 to below 100 percent: ">99".
  case aboveNinetyNine

  /// Prints a share of counts.
  public init(_ proportion: Proportion) {
    if proportion.isBelowOnePercent {
      self = .belowOne
    } else if proportion.isAboveNinetyNinePercent {
      self = .aboveNinetyNine
    } else {
      self = .whole(proportion.percent)
    }
  }

  /// Prints a weighted share; nil unless it is from 0 to 1.
  public init?(share: Double) {
    guard share >= 0, share <= 1 else { return nil }
    if share > 0, share < 0.005 {
      self = .belowOne
    } else if share < 1, share >= 0.995 {
      self = .aboveNinetyNine
    } else {
      self = .whole(Int((100 * share + 0.5).rounded(.down)))
    }
  }

  /// The number, without its unit: `60`, `<1`, `>99`.
  public var text: String {
    switch self {
    case .belowOne: "<1"
    case .whole(let percent): "\(percent)"
    case .aboveNinetyNine: ">99"
    }
  }
}
