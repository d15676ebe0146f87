import Drawing

extension ChartDrawing {
  /// The drawing cut where a page may end: the head by itself, then the rows.
  ///
  /// The head is a drawing of its own, so that it can be repeated above the first rows of each page.
  /// The heights add up to that of the whole; lines that run through a cut are cut.
  ///
  /// - Returns: the head, of height 0 if there is none, and at least one piece of the body.
  public var slices: (head: ChartDrawing, body: [ChartDrawing]) {
    var edges = breaks.filter { $0 > headHeight && $0 < size.height }
    edges.insert(headHeight, at: 0)
    edges.append(size.height)
    return (
      slice(from: 0, to: headHeight),
      zip(edges, edges.dropFirst()).map { slice(from: $0, to: $1) }
    )
  }

  /// The parts whose middle lies in a band, moved to the top; upright lines are cut off at its edges.
  private func slice(from top: Length, to bottom: Length) -> ChartDrawing {
    let isLast = bottom >= size.height
    var result = ChartDrawing(size: Size(width: size.width, height: bottom - top))
    for part in parts {
      if part.isUprightLine {
        let (start, end) = (max(part.bounds.top, top), min(part.bounds.bottom, bottom))
        if start < end { result.parts.append(part.cut(from: start, to: end).moved(y: -top)) }
        continue
      }
      let middle = part.bounds.top + part.bounds.height / 2
      guard middle >= top, middle < bottom || isLast else { continue }
      result.parts.append(part.moved(y: -top))
    }
    return result
  }
}

extension ChartPart {
  /// Whether the part is a line from top to bottom that may run through several rows.
  fileprivate var isUprightLine: Bool {
    switch element {
    case .zeroLine, .guide: bounds.width == 0
    default: false
    }
  }

  /// An upright line between two levels.
  fileprivate func cut(from top: Length, to bottom: Length) -> ChartPart {
    guard case .path(let mark)? = marks.first else { return self }
    let (start, end) = (Point(x: bounds.left, y: top), Point(x: bounds.left, y: bottom))
    var part = self
    part.marks = [.path(PathMark(.line(from: start, to: end), stroke: mark.stroke))]
    part.bounds = Rect(x: bounds.left, y: top, width: 0, height: bottom - top)
    return part
  }
}
