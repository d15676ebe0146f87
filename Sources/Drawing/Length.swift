/// A length in PostScript points (1/72 inch).
///
/// On a page the origin is the top-left corner of the trimmed page; x grows to the right and y grows
/// downward. A literal is a number of points.
public struct Length: Sendable, Hashable, Comparable, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral, AdditiveArithmetic
{
  /// The length in points.
  public var points: Double

  /// Creates a length from points.
  @inlinable public init(_ points: Double) { self.points = points }
  /// Creates a length from a literal number of points.
  @inlinable public init(floatLiteral value: Double) { points = value }
  /// Creates a length from a literal number of points.
  @inlinable public init(integerLiteral value: Int) { points = Double(value) }

  /// A length in points.
  @inlinable public static func points(_ value: Double) -> Length { Length(value) }
  /// A length in millimetres.
  @inlinable public static func millimetres(_ value: Double) -> Length { Length(value * 72 / 25.4) }
  /// No length.
  @inlinable public static var zero: Length { Length(0) }

  /// Whether the left length is shorter.
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.points < right.points }
  /// The sum of two lengths.
  @inlinable public static func + (left: Self, right: Self) -> Self {
    Length(left.points + right.points)
  }
  /// The difference of two lengths.
  @inlinable public static func - (left: Self, right: Self) -> Self {
    Length(left.points - right.points)
  }
  /// The length in the other direction.
  @inlinable public static prefix func - (value: Self) -> Self { Length(-value.points) }
  /// A length so many times.
  @inlinable public static func * (left: Self, right: Double) -> Self {
    Length(left.points * right)
  }
  /// A length so many times.
  @inlinable public static func * (left: Double, right: Self) -> Self {
    Length(left * right.points)
  }
  /// A part of a length.
  @inlinable public static func / (left: Self, right: Double) -> Self {
    Length(left.points / right)
  }
  /// How many times another length goes into this one.
  @inlinable public func ratio(to other: Self) -> Double { points / other.points }
}
