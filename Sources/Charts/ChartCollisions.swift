import Drawing

extension ChartDrawing {
  /// Two parts that stand on one another and must not: their indices in `parts`.
  public struct Collision: Sendable, Hashable {
    /// The part that is drawn first.
    public var first: Int
    /// The part that is drawn over it.
    public var second: Int
  }

  /// The parts that stand on one another and must not.
  ///
  /// Words collide with other words, with the bar of another cell, with dots, lines, marks and colour
  /// samples; they may stand on their own bar, on tracks and on the pale lines of a scale.
  public var collisions: [Collision] {
    var found: [Collision] = []
    for second in parts.indices {
      for first in parts.indices.prefix(upTo: second)
      where parts[first].collides(with: parts[second]) {
        found.append(Collision(first: first, second: second))
      }
    }
    return found
  }

  /// The indices of the parts that reach out of the drawing.
  public var partsOutside: [Int] {
    let area = Rect(origin: .zero, size: size)
    return parts.indices.filter { !area.contains(parts[$0].bounds, tolerance: 0.05) }
  }
}

extension ChartPart {
  /// Whether this part and another stand on one another and must not.
  func collides(with other: ChartPart) -> Bool {
    guard bounds.overlaps(other.bounds), element != other.element else { return false }
    switch (isArtwork, other.isArtwork) {
    case (false, false): return true
    case (true, false): return blocks(other)
    case (false, true): return other.blocks(self)
    case (true, true): return isBar && other.isBar
    }
  }

  private var isBar: Bool { if case .bar = element { true } else { false } }

  /// Whether words may not stand on this artwork.
  private func blocks(_ words: ChartPart) -> Bool {
    switch (element, words.element) {
    case (.track, _), (.guide, _): false
    case (.bar(let row, let series), .value(let otherRow, let otherSeries)):
      row != otherRow || series != otherSeries
    case (.stretch, _), (.leader, _): ends.map { words.bounds.isCrossed(from: $0, to: $1) } ?? true
    default: true
    }
  }

  /// The ends of a straight line; nil for other marks.
  private var ends: (Point, Point)? {
    guard case .path(let mark)? = marks.first, mark.path.elements.count == 2,
      case .move(let start) = mark.path.elements[0], case .line(let end) = mark.path.elements[1]
    else { return nil }
    return (start, end)
  }
}

extension Rect {
  /// Whether a straight line passes through the rectangle and not only along its edge (Liang and
  /// Barsky 1984).
  func isCrossed(from start: Point, to end: Point) -> Bool {
    let inner = (left: left + 0.01, right: right - 0.01, top: top + 0.01, bottom: bottom - 0.01)
    let (dx, dy) = ((end.x - start.x).points, (end.y - start.y).points)
    var enter = 0.0
    var leave = 1.0
    let sides = [
      (-dx, (start.x - inner.left).points), (dx, (inner.right - start.x).points),
      (-dy, (start.y - inner.top).points), (dy, (inner.bottom - start.y).points),
    ]
    for (speed, distance) in sides {
      if speed == 0 {
        if distance < 0 { return false }
      } else if speed < 0 {
        enter = max(enter, distance / speed)
      } else {
        leave = min(leave, distance / speed)
      }
    }
    return enter < leave
  }
}
