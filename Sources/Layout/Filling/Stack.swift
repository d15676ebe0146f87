import Drawing

/// A strip with its place in a frame.
struct PlacedStrip {
  var strip: Strip
  /// The left edge of its column, from the frame's left.
  var left: Length
  /// The width of its column.
  var width: Length
  /// The distance of its top from the frame's top.
  var top: Length
}

/// Strips below one another in a column of a frame.
struct Stack {
  /// The column's left edge, from the frame's.
  var left: Length
  /// The column's width.
  var width: Length
  /// Where the column begins, from the frame's top.
  var top: Length = 0
  /// The distance of the baseline grid, which begins at the frame's top.
  var grid: Length
  private(set) var placed: [PlacedStrip] = []
  /// The strip that the next one stands below.
  private(set) var last: PlacedStrip?
  /// Where the strips end, grounds included, from the frame's top.
  private(set) var bottom: Length = 0

  init(left: Length, width: Length, top: Length = 0, grid: Length) {
    self.left = left
    self.width = width
    self.top = top
    self.grid = grid
    bottom = top
  }

  /// Where strips would end.
  func bottom(with strips: some Collection<Strip>) -> Length {
    var last = last
    for strip in strips {
      last = PlacedStrip(strip: strip, left: 0, width: 0, top: top(of: strip, below: last))
    }
    return last.map(Self.bottom) ?? bottom
  }

  /// Adds a strip below the others.
  mutating func place(_ strip: Strip) {
    let strip = PlacedStrip(
      strip: strip, left: left, width: width, top: top(of: strip, below: last))
    placed.append(strip)
    last = strip
    bottom = Self.bottom(strip)
  }

  /// Takes over the strips of columns that stand below; the next strip stands below the longest.
  mutating func take(_ columns: [Stack]) {
    for column in columns where !column.placed.isEmpty {
      placed += column.placed
      if column.bottom > bottom || last == nil {
        last = column.last
        bottom = column.bottom
      }
    }
  }

  private static func bottom(_ placed: PlacedStrip) -> Length {
    placed.top + placed.strip.height + (placed.strip.ground?.padding ?? 0)
  }

  private func top(of strip: Strip, below last: PlacedStrip?) -> Length {
    var top: Length
    if let last {
      top = last.top + last.strip.height + max(last.strip.spaceAfter, strip.spaceBefore)
      if last.strip.ground != strip.ground {
        top = top + (last.strip.ground?.reach ?? 0) + (strip.ground?.reach ?? 0)
      }
    } else {
      top = self.top + (strip.ground?.padding ?? 0)
    }
    if strip.isOnGrid, grid > 0 {
      let lines = (top - 0.01).ratio(to: grid).rounded(.up)
      top = max(top, grid * lines)
    }
    return top
  }
}
