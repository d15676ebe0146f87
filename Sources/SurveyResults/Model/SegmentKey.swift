/// Whose answers are meant.
public enum SegmentKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The reported segments together.
  case total
  /// One segment of a breakdown.
  case segment(breakdown: String, id: String)
  /// The reported segments of a breakdown but one: what that one is compared with.
  case others(breakdown: String, id: String)
  /// Those who are in two segments at once: the councillors of Utrecht.
  ///
  /// The segment of the breakdown that the study names first stands first.
  case crossing(SegmentPart, SegmentPart)

  /// `total`, `role:burgemeester`, `not role:burgemeester` or `municipality:utrecht and role:raadslid`.
  public var description: String {
    switch self {
    case .total: "total"
    case .segment(let breakdown, let id): "\(breakdown):\(id)"
    case .others(let breakdown, let id): "not \(breakdown):\(id)"
    case .crossing(let first, let second): "\(first) and \(second)"
    }
  }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    switch words.count {
    case 1 where text == "total": self = .total
    case 1:
      guard let part = SegmentPart(text) else { return nil }
      self = .segment(breakdown: part.breakdown, id: part.id)
    case 2 where words[0] == "not":
      guard let part = SegmentPart(words[1]) else { return nil }
      self = .others(breakdown: part.breakdown, id: part.id)
    case 3 where words[1] == "and":
      guard let first = SegmentPart(words[0]), let second = SegmentPart(words[2]) else {
        return nil
      }
      self = .crossing(first, second)
    default: return nil
    }
  }

  /// The breakdown; nil for the total and for a crossing of two.
  public var breakdown: String? {
    switch self {
    case .total, .crossing: nil
    case .segment(let breakdown, _), .others(let breakdown, _): breakdown
    }
  }

  /// The two breakdowns that are crossed; nil for anything else.
  public var crossing: Crossing? {
    if case .crossing(let first, let second) = self {
      Crossing(first.breakdown, second.breakdown)
    } else {
      nil
    }
  }

  /// Whether the left key comes first in files: the total, segments, what they are compared with, then
  /// crossings; each by name.
  public static func < (left: Self, right: Self) -> Bool {
    left.place == right.place
      ? left.names.lexicographicallyPrecedes(right.names)
      : left.place < right.place
  }

  private var place: Int {
    switch self {
    case .total: 0
    case .segment: 1
    case .others: 2
    case .crossing: 3
    }
  }

  private var names: [String] {
    switch self {
    case .total: []
    case .segment(let breakdown, let id), .others(let breakdown, let id): [breakdown, id]
    case .crossing(let first, let second):
      [first.breakdown, first.id, second.breakdown, second.id]
    }
  }
}

/// A segment with its breakdown, as a part of a crossing.
public struct SegmentPart: Sendable, Hashable, CustomStringConvertible {
  /// The breakdown.
  public var breakdown: String
  /// The segment.
  public var id: String

  /// Creates a part.
  public init(breakdown: String, id: String) {
    self.breakdown = breakdown
    self.id = id
  }

  /// Reads `breakdown:segment`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(breakdown: String(parts[0]), id: String(parts[1]))
  }

  /// `role:burgemeester`.
  public var description: String { "\(breakdown):\(id)" }
}

/// Two breakdowns crossed: municipality by role.
public struct Crossing: Sendable, Hashable, CustomStringConvertible {
  /// The breakdown that the study names first.
  public var first: String
  /// The other.
  public var second: String

  /// Creates a crossing.
  public init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }

  /// `municipality × role`.
  public var description: String { "\(first) × \(second)" }
}
