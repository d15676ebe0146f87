/// A path of straight lines and Bézier curves.
public struct Path: Sendable, Hashable {
  /// One step of a path.
  public enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case curve(control1: Point, control2: Point, end: Point)
    case close
  }

  /// The steps, in order.
  public var elements: [Element]

  /// Creates a path.
  public init(_ elements: [Element] = []) { self.elements = elements }

  /// A rectangle.
  public static func rectangle(_ rect: Rect) -> Path {
    Path([
      .move(rect.origin), .line(Point(x: rect.right, y: rect.top)),
      .line(Point(x: rect.right, y: rect.bottom)), .line(Point(x: rect.left, y: rect.bottom)),
      .close,
    ])
  }

  /// A straight line.
  public static func line(from start: Point, to end: Point) -> Path {
    Path([.move(start), .line(end)])
  }

  /// A circle of four Bézier curves.
  public static func circle(centre: Point, radius: Length) -> Path {
    let handle = radius * 0.5522847498
    func at(_ x: Length, _ y: Length) -> Point { centre.moved(x: x, y: y) }
    return Path([
      .move(at(radius, 0)),
      .curve(control1: at(radius, handle), control2: at(handle, radius), end: at(0, radius)),
      .curve(control1: at(-handle, radius), control2: at(-radius, handle), end: at(-radius, 0)),
      .curve(control1: at(-radius, -handle), control2: at(-handle, -radius), end: at(0, -radius)),
      .curve(control1: at(handle, -radius), control2: at(radius, -handle), end: at(radius, 0)),
      .close,
    ])
  }

  /// Moves the path.
  public mutating func move(x dx: Length, y dy: Length) {
    place { $0.moved(x: dx, y: dy) }
  }

  /// The path moved by a distance.
  public func moved(x dx: Length, y dy: Length) -> Path {
    mapped { $0.moved(x: dx, y: dy) }
  }

  /// The path with each of its points put elsewhere.
  public func mapped(_ place: (Point) -> Point) -> Path {
    var path = self
    path.place(place)
    return path
  }

  /// Puts each point elsewhere.
  private mutating func place(_ place: (Point) -> Point) {
    for index in elements.indices {
      switch elements[index] {
      case .move(let point): elements[index] = .move(place(point))
      case .line(let point): elements[index] = .line(place(point))
      case .curve(let control1, let control2, let end):
        elements[index] = .curve(
          control1: place(control1), control2: place(control2), end: place(end))
      case .close: break
      }
    }
  }
}

/// How a path is stroked: butt ends, mitred joins.
public struct Stroke: Sendable, Hashable {
  /// The colour.
  public var colour: Colour
  /// The width of the line.
  public var width: Length
  /// Lengths of dash and gap in turn; empty for a solid line.
  public var dashes: [Length]

  /// Creates a stroke.
  public init(colour: Colour, width: Length, dashes: [Length] = []) {
    self.colour = colour
    self.width = width
    self.dashes = dashes
  }
}

/// A path with its fill and stroke; the fill is painted first, by the non-zero rule.
public struct PathMark: Sendable, Hashable {
  /// The path.
  public var path: Path
  /// The colour inside; nil for none.
  public var fill: Colour?
  /// The line around it; nil for none.
  public var stroke: Stroke?

  /// Creates a mark.
  public init(_ path: Path, fill: Colour? = nil, stroke: Stroke? = nil) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
  }
}

/// A glyph run placed on a page.
public struct GlyphMark: Sendable, Hashable {
  /// The run.
  public var run: GlyphRun
  /// Where its baseline starts.
  public var origin: Point
  /// The ink.
  public var colour: Colour

  /// Creates a mark.
  public init(_ run: GlyphRun, at origin: Point, colour: Colour) {
    self.run = run
    self.origin = origin
    self.colour = colour
  }
}

/// Something drawn: shaped text, a path or a picture.
public enum Mark: Sendable, Hashable {
  case glyphs(GlyphMark)
  case path(PathMark)
  case picture(PictureMark)

  /// Moves the mark; a path that nobody else holds is moved where it is.
  public mutating func move(x dx: Length, y dy: Length) {
    switch self {
    case .glyphs(var mark):
      mark.origin = mark.origin.moved(x: dx, y: dy)
      self = .glyphs(mark)
    case .path(var mark):
      // The mark lets go of its path, which would be copied else.
      self = .path(PathMark(Path()))
      mark.path.move(x: dx, y: dy)
      self = .path(mark)
    case .picture(var mark):
      mark.frame = mark.frame.moved(x: dx, y: dy)
      self = .picture(mark)
    }
  }

  /// The mark moved by a distance.
  public func moved(x dx: Length, y dy: Length) -> Mark {
    var mark = self
    mark.move(x: dx, y: dy)
    return mark
  }
}
