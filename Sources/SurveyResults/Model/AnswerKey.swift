/// The places of a ranking that are counted together: place 2, or places 1 to 3.
public struct Places: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The first place, from 1.
  public let first: Int
  /// The last place.
  public let last: Int

  /// The places from one to another; nil if they are not in that order, or not from 1.
  public init?(first: Int, last: Int) {
    guard first >= 1, last >= first else { return nil }
    self.first = first
    self.last = last
  }

  private init(checked first: Int, _ last: Int) {
    self.first = first
    self.last = last
  }

  /// One place; place 1 is the same as the top 1. Places below 1 are place 1.
  public static func place(_ place: Int) -> Self { Self(checked: max(1, place), max(1, place)) }

  /// The first places together; below 1 it is place 1.
  public static func top(_ count: Int) -> Self { Self(checked: 1, max(1, count)) }

  /// `place 2` or `top 3`.
  public var description: String { first == last ? "place \(first)" : "top \(last)" }

  /// Whether the left places come first in files: single places, then the tops.
  public static func < (left: Self, right: Self) -> Bool {
    (left.last - left.first, left.last) < (right.last - right.first, right.last)
  }

  /// What is counted of a ranking with so many places: each place, then the tops above 1.
  static func all(of count: Int) -> [Self] {
    (1...max(1, count)).map(place) + (1...max(1, count)).dropFirst().map(top)
  }
}

/// What is counted in a base: a category or net, of a ranking an object at its places.
public struct AnswerKey: Sendable, Hashable, Comparable {
  /// The category or net.
  public var answer: String
  /// The places of a ranking; nil for other kinds, and for the nets of a ranking.
  public var places: Places?

  /// Creates a key.
  public init(_ answer: String, places: Places? = nil) {
    self.answer = answer
    self.places = places
  }

  /// Whether the left key comes first in files.
  public static func < (left: Self, right: Self) -> Bool {
    if left.answer != right.answer { return left.answer < right.answer }
    guard let first = left.places, let second = right.places else {
      return left.places == nil && right.places != nil
    }
    return first < second
  }
}

extension Question {
  /// Everything that is counted of the question: the categories, of a ranking each with its places,
  /// then the nets.
  package var answerKeys: [AnswerKey] {
    let objects = categories.flatMap { category -> [AnswerKey] in
      guard let places else { return [AnswerKey(category.id)] }
      return Places.all(of: places).map { AnswerKey(category.id, places: $0) }
    }
    return objects + nets.map { AnswerKey($0.id) }
  }
}
