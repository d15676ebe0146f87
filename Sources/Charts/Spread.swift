import Drawing

/// Places labels in a row as near as they can stand to where each belongs, without overlap.
enum Spread {
  /// Something to be placed: its middle where it belongs, and its extent.
  struct Wanted {
    var middle: Length
    var extent: Length
  }

  /// Spreads labels between two bounds.
  ///
  /// The sum of the squared distances to the places where they belong is the least possible: labels
  /// that push one another form a block, which stands at the mean of their wishes.
  ///
  /// - Parameters:
  ///   - wanted: what is placed, in the order in which it will stand.
  ///   - gap: the least space between two neighbours.
  ///   - low: where the first may begin.
  ///   - high: where the last must end.
  /// - Returns: where each begins; nil if together they are longer than the space between the bounds.
  static func place(_ wanted: [Wanted], gap: Length, from low: Length, to high: Length) -> [Length]?
  {
    let total = wanted.reduce(Length.zero) { $0 + $1.extent } + gap * Double(wanted.count - 1)
    guard !wanted.isEmpty, total <= high - low + 0.001 else { return wanted.isEmpty ? [] : nil }
    var blocks: [Block] = []
    for (index, label) in wanted.enumerated() {
      var block = Block(
        first: index, sum: label.middle - label.extent / 2, count: 1, extent: label.extent)
      block.settle(from: low, to: high)
      while let last = blocks.last, last.start + last.extent + gap > block.start {
        blocks.removeLast()
        block = last.joined(with: block, gap: gap)
        block.settle(from: low, to: high)
      }
      blocks.append(block)
    }
    var starts: [Length] = []
    for block in blocks {
      var start = block.start
      for label in wanted[block.first..<block.first + block.count] {
        starts.append(start)
        start += label.extent + gap
      }
    }
    return starts
  }

  /// Labels that touch.
  private struct Block {
    var first: Int
    /// The sum of the starts that the labels would give the block.
    var sum: Length
    var count: Int
    var extent: Length
    var start: Length = 0

    func joined(with next: Block, gap: Length) -> Block {
      let offset = extent + gap
      return Block(
        first: first, sum: sum + next.sum - offset * Double(next.count),
        count: count + next.count, extent: offset + next.extent)
    }

    mutating func settle(from low: Length, to high: Length) {
      start = max(low, min(sum / Double(count), high - extent))
    }
  }
}
