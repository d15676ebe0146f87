import Diagnostics
import DocumentTree
import Drawing
import HouseStyle

// MARK: - Columns in a box or a list
extension Galley {
  /// The share of the lowest frame that columns in a box fill before they go on in another strip.
  private static let fullShare = 0.8

  /// Columns where a page cannot part them one by one: in a tinted box, in a list. They end even, in
  /// one strip; what no page would hold is dealt over several, each with all columns.
  func strips(
    of units: [FlowUnit], columns count: Int, measure: Length, into log: inout DiagnosticLog
  ) -> [Strip] {
    let gap = style.baseline * 1.5
    let width = (measure - gap * Double(count - 1)) / Double(count)
    var text = strips(of: units, measure: width, into: &log)
    for index in text.indices { text[index].ground = nil }
    let limit = style.leastFrameHeight * Self.fullShare
    var rows: [Strip] = []
    var start = 0
    while start < text.count {
      var columns = Self.deal(text, from: start, over: count, height: limit)
      let isLast = columns.last?.upperBound == text.count
      if isLast { columns = Self.evened(text, from: start, over: count, below: limit) }
      rows.append(Self.row(of: columns.map { text[$0] }, width: width, gap: gap))
      start = columns.last?.upperBound ?? text.count
    }
    return rows
  }

  /// The lowest columns that hold all strips from one on.
  private static func evened(
    _ strips: [Strip], from start: Int, over count: Int, below limit: Length
  ) -> [Range<Int>] {
    var (low, high) = (Length.zero, limit)
    while high - low > 1 {
      let middle = (low + high) / 2
      let columns = deal(strips, from: start, over: count, height: middle)
      let isHeld = columns.last?.upperBound == strips.count
      let isWithin = columns.allSatisfy { height(of: strips[$0]) <= middle + 0.01 }
      if isHeld, isWithin { high = middle } else { low = middle }
    }
    return deal(strips, from: start, over: count, height: high)
  }

  /// The strips from one on in columns of a height; each column that begins takes a strip at least.
  private static func deal(
    _ strips: [Strip], from start: Int, over count: Int, height limit: Length
  ) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var begin = start
    while columns.count < count, begin < strips.count {
      var end = begin
      while end < strips.count, height(of: strips[begin...end]) <= limit + 0.01 { end += 1 }
      end = max(end, begin + 1)
      // The last place at which a column may end; if there is none it ends where it is full.
      var place = end
      while place > begin, place < strips.count, strips[place].boundary > .together { place -= 1 }
      if place == begin { place = end }
      columns.append(begin..<place)
      begin = place
    }
    return columns
  }

  private static func height(of strips: ArraySlice<Strip>) -> Length {
    Stack(left: 0, width: 0, grid: 0).bottom(with: strips)
  }

  /// Columns side by side in one strip.
  private static func row(of columns: [ArraySlice<Strip>], width: Length, gap: Length) -> Strip {
    var row = Strip(height: 0)
    for (index, column) in columns.enumerated() {
      var stack = Stack(left: (width + gap) * Double(index), width: width, grid: 0)
      for strip in column { stack.place(strip) }
      for var placed in stack.placed {
        placed.strip.move(x: placed.left, y: placed.top)
        row.pieces += placed.strip.drawn
        row.anchors += placed.strip.anchors
        row.notes += placed.strip.notes
      }
      row.height = max(row.height, stack.bottom)
      row.spaceAfter = max(row.spaceAfter, column.last?.spaceAfter ?? 0)
      row.spaceBefore = max(row.spaceBefore, column.first?.spaceBefore ?? 0)
    }
    return row
  }
}

extension StyleSheet {
  /// The height of the lowest frame for text of any style.
  var leastFrameHeight: Length {
    let frames = masters.values.flatMap(\.frames).filter(\.styles.isEmpty)
    return frames.map(\.rect.height).min() ?? pageSize.height
  }
}
