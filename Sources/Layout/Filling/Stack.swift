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
  /// What the next strip has to know of the one that it stands below.
  struct Edge {
    var top: Length
    var height: Length
    var spaceAfter: Length
    /// The box around it, how far that reaches below it, and how far from what stands outside.
    var ground: (id: Int, padding: Length, reach: Length)?
    /// Where the strip is among those that are placed.
    var index: Int

    init(of strip: Strip, top: Length, index: Int = 0) {
      self.top = top
      self.index = index
      height = strip.height
      spaceAfter = strip.spaceAfter
      ground = strip.ground.map { ($0.id, $0.padding, $0.reach) }
    }

    /// Where the strip ends, its ground included.
    var bottom: Length { top + height + (ground?.padding ?? 0) }
  }

  /// The column's left edge, from the frame's.
  var left: Length
  /// The column's width.
  var width: Length
  /// Where the column begins, from the frame's top.
  var top: Length = 0
  /// The distance of the baseline grid, which begins at the frame's top.
  var grid: Length
  private(set) var placed: [PlacedStrip] = []
  /// The lower edge of the strip that the next one stands below.
  private(set) var edge: Edge?
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
    var edge = edge
    for strip in strips { edge = Edge(of: strip, top: top(of: strip, below: edge)) }
    return edge?.bottom ?? bottom
  }

  /// Adds a strip below the others.
  mutating func place(_ strip: Strip) {
    let edge = Edge(of: strip, top: top(of: strip, below: edge), index: placed.count)
    placed.append(PlacedStrip(strip: strip, left: left, width: width, top: edge.top))
    self.edge = edge
    bottom = edge.bottom
  }

  /// How far the stack is: what is placed behind it can be taken away again.
  struct Level {
    fileprivate var count: Int
    fileprivate var edge: Edge?
    fileprivate var bottom: Length
  }

  /// How far the stack is.
  var level: Level { Level(count: placed.count, edge: edge, bottom: bottom) }

  /// Takes away what was placed behind a level.
  mutating func cut(to level: Level) {
    placed.removeSubrange(level.count...)
    edge = level.edge
    bottom = level.bottom
  }

  /// The strip that the next one stands below; nil for none.
  var last: Strip? { edge.map { placed[$0.index].strip } }

  /// The last section that begins in the stack; nil for none.
  var lastSection: String? {
    placed.indices.last { placed[$0].strip.section != nil }.flatMap { placed[$0].strip.section }
  }

  /// Whether the strip that the next one stands below asks for one of the next unit.
  var keepsNext: Bool { edge.map { placed[$0.index].strip.keepsNext } ?? false }

  /// Takes over the strips of columns that stand below; the next strip stands below the longest.
  mutating func take(_ columns: [Stack]) {
    for column in columns where !column.placed.isEmpty {
      if column.bottom > bottom || edge == nil {
        edge = column.edge
        edge?.index += placed.count
        bottom = column.bottom
      }
      placed += column.placed
    }
  }

  private func top(of strip: Strip, below edge: Edge?) -> Length {
    var top: Length
    if let edge {
      top = edge.top + edge.height + max(edge.spaceAfter, strip.spaceBefore)
      if edge.ground?.id != strip.ground?.id {
        top = top + (edge.ground?.reach ?? 0) + (strip.ground?.reach ?? 0)
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
