/// Objects that people put in order, as counts: how many put each object at each place.
///
/// The base of every place is the same, everybody who ranked at least one object, so that the top 1 and
/// the top 3 can stand side by side. Full rankings of three places add up to 300 % of the base; what is
/// missing to that are places that people left open.
public struct RankedObjects: Sendable, Hashable {
  /// Those who ranked at least one object, n.
  public let base: Int
  /// For each object how many put it at place 1, 2, ….
  public let places: [[Int]]

  /// Creates a ranking; nil for counts that cannot be.
  ///
  /// Each object has as many places; nobody names an object twice, so an object's places add up to n at
  /// most; place 1 is given n times, or more often where people let objects share it.
  public init?(base: Int, places: [[Int]]) {
    guard base >= 0, base <= 1_000_000_000, let depth = places.first?.count, depth > 0,
      places.count <= 100_000, places.allSatisfy({ $0.count == depth })
    else { return nil }
    for object in places {
      guard object.allSatisfy({ (0...base).contains($0) }), object.reduce(0, +) <= base
      else { return nil }
    }
    guard places.reduce(0, { $0 + $1[0] }) >= base else { return nil }
    self.base = base
    self.places = places
  }

  /// How many put an object among the first places: its counts summed, Σ_{r ≤ t} k_r.
  ///
  /// - Parameters:
  ///   - object: its position in `places`.
  ///   - top: t, at least 1; more places than there are mean all.
  /// - Returns: the share; nil for an object that is not there, or without a base.
  public func top(_ top: Int, of object: Int) -> Proportion? {
    guard places.indices.contains(object), top >= 1 else { return nil }
    return Proportion(count: places[object].prefix(top).reduce(0, +), base: base)
  }

  /// How often a place was given, over all objects; n if nobody left it open and nobody shared it.
  ///
  /// - Parameter place: from 1.
  public func given(_ place: Int) -> Int {
    guard let depth = places.first?.count, (1...depth).contains(place) else { return 0 }
    return places.reduce(0) { $0 + $1[place - 1] }
  }

  /// The percentages of all objects at all places together; 300 for three places given by everybody.
  public var sumOfPercentages: Double? {
    let all = places.reduce(0) { $0 + $1.reduce(0, +) }
    return base > 0 ? 100 * Double(all) / Double(base) : nil
  }

  /// The mean place of those who ranked an object, Σ r·k_r / Σ k_r; nil if nobody did.
  ///
  /// It says nothing about those who left the object out: state it with its own base.
  public func meanPlace(of object: Int) -> Double? {
    guard places.indices.contains(object) else { return nil }
    let named = places[object].reduce(0, +)
    let sum = places[object].enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
    return named > 0 ? Double(sum) / Double(named) : nil
  }
}
