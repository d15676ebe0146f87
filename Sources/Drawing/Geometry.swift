/// A place: x to the right, y downward, in points.
public struct Point: Sendable, Hashable {
  /// The distance to the right of the origin.
  public var x: Length
  /// The distance below the origin.
  public var y: Length

  /// Creates a point.
  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  /// The origin.
  public static let zero = Point(x: 0, y: 0)

  /// The point moved by a distance.
  public func moved(x dx: Length = 0, y dy: Length = 0) -> Point { Point(x: x + dx, y: y + dy) }
}

/// A width and a height.
public struct Size: Sendable, Hashable {
  /// The width.
  public var width: Length
  /// The height.
  public var height: Length

  /// Creates a size.
  public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle, given by its top-left corner and its size.
public struct Rect: Sendable, Hashable {
  /// The top-left corner.
  public var origin: Point
  /// Width and height.
  public var size: Size

  /// Creates a rectangle from its corner and size.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Creates a rectangle from numbers.
  public init(x: Length, y: Length, width: Length, height: Length) {
    origin = Point(x: x, y: y)
    size = Size(width: width, height: height)
  }

  /// The left edge.
  public var left: Length { origin.x }
  /// The top edge.
  public var top: Length { origin.y }
  /// The right edge.
  public var right: Length { origin.x + size.width }
  /// The bottom edge.
  public var bottom: Length { origin.y + size.height }
  /// The width.
  public var width: Length { size.width }
  /// The height.
  public var height: Length { size.height }

  /// The rectangle moved by a distance.
  public func moved(x dx: Length = 0, y dy: Length = 0) -> Rect {
    Rect(origin: origin.moved(x: dx, y: dy), size: size)
  }

  /// The smallest rectangle that holds both.
  public func union(_ other: Rect) -> Rect {
    let left = min(self.left, other.left)
    let top = min(self.top, other.top)
    return Rect(
      x: left, y: top, width: max(right, other.right) - left,
      height: max(bottom, other.bottom) - top)
  }

  /// Whether another rectangle lies inside this one, give or take `tolerance`.
  public func contains(_ other: Rect, tolerance: Length = 0.01) -> Bool {
    other.left >= left - tolerance && other.top >= top - tolerance
      && other.right <= right + tolerance && other.bottom <= bottom + tolerance
  }

  /// Whether two rectangles overlap by more than `tolerance` in both directions.
  public func overlaps(_ other: Rect, tolerance: Length = 0.01) -> Bool {
    min(right, other.right) - max(left, other.left) > tolerance
      && min(bottom, other.bottom) - max(top, other.top) > tolerance
  }
}
