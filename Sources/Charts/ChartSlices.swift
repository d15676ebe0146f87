import Drawing

extension ChartDrawing {
  /// The drawing cut where a page may end: the head by itself, then the rows.
  ///
  /// The head is a drawing of its own, so that it can be repeated above the first rows of each page.
  /// The heights add up to that of the whole; lines that run through a cut are cut.
  ///
  /// - Returns: the head, of height 0 if there is none, and at least one piece of the body.
  public consuming func sliced() -> (head: ChartDrawing, body: [ChartDrawing]) {
    let edges = self.edges
    var slices = zip(edges, edges.dropFirst()).map {
      ChartDrawing(size: Size(width: size.width, height: $1 - $0))
    }
    for index in parts.indices {
      if parts[index].isUprightLine {
        for slice in slices.indices {
          let (top, bottom) = (edges[slice], edges[slice + 1])
          let start = max(parts[index].bounds.top, top)
          let end = min(parts[index].bounds.bottom, bottom)
          guard start < end else { continue }
          var part = parts[index].cut(from: start, to: end)
          part.move(y: -top)
          slices[slice].parts.append(part)
        }
        continue
      }
      let middle = parts[index].bounds.top + parts[index].bounds.height / 2
      let place = slices.indices.first { slice in
        let bottom = edges[slice + 1]
        return middle >= edges[slice] && (middle < bottom || bottom >= size.height)
      }
      guard let place else { continue }
      var part = parts[index]
      // The drawing lets go of the marks, which would be copied else.
      parts[index].marks = []
      part.move(y: -edges[place])
      slices[place].parts.append(part)
    }
    return (slices[0], Array(slices.dropFirst()))
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
