/// All sums of a sheet together.
extension AnswerSheet {
  private struct Cell: Hashable {
    var answer: Int
    var segment: Int
  }

  /// Withholds more where a protected count follows from all sums together; false if none does.
  ///
  /// Of solved counts that share a base or a sum over segments one is helped at a time.
  mutating func hideSolved() -> Bool {
    let solved = solvedCells()
    var helpedSegments: Set<Int> = []
    var helpedLines: Set<Cell> = []
    var isChanged = false
    for cell in solved {
      let lines = sums.linesOfSegment[cell.segment].map { Cell(answer: cell.answer, segment: $0) }
      if helpedSegments.contains(cell.segment) || !helpedLines.isDisjoint(with: lines) { continue }
      guard let next = companion(of: cell) else { continue }
      hide(next.answer, in: next.segment)
      helpedSegments.insert(cell.segment)
      helpedLines.formUnion(lines)
      isChanged = true
    }
    return isChanged
  }

  /// The count that is withheld to protect another: of the same base, of the same sum over segments, or
  /// any that is left.
  private func companion(of cell: Cell) -> Cell? {
    let sameBase = answers.sums.filter { $0.parts.contains(cell.answer) }.flatMap(\.parts)
    if let answer = smallest(sameBase, in: cell.segment) {
      return Cell(answer: answer, segment: cell.segment)
    }
    let lines = sums.linesOfSegment[cell.segment].map { sums.lines[$0] }
    for line in lines {
      if let next = smallest(line.parts, for: cell.answer) {
        return Cell(answer: cell.answer, segment: next)
      }
    }
    let wholes = lines.map(\.whole).filter { !isWithheld(cell.answer, in: $0) && base($0) > 0 }
    if let whole = wholes.first { return Cell(answer: cell.answer, segment: whole) }
    for segment in sums.segments.indices where base(segment) > 0 {
      for answer in 0..<width where !isWithheld(answer, in: segment) {
        return Cell(answer: answer, segment: segment)
      }
    }
    return nil
  }

  /// The counts that are protected for themselves and have a single solution.
  private func solvedCells() -> [Cell] {
    var cells: [Cell] = []
    var places = Array(repeating: -1, count: sums.segments.count * width)
    for segment in sums.segments.indices {
      for answer in 0..<width where isWithheld(answer, in: segment) {
        places[segment * width + answer] = cells.count
        cells.append(Cell(answer: answer, segment: segment))
      }
    }
    if cells.isEmpty { return [] }
    var system = SumSystem(size: cells.count)
    func place(_ answer: Int, _ segment: Int) -> Int { places[segment * width + answer] }
    func add(_ parts: [Int], whole: Int?) {
      var terms = parts.filter { $0 >= 0 }.map { (position: $0, factor: 1) }
      if let whole, whole >= 0 { terms.append((whole, -1)) }
      system.add(terms)
    }
    for segment in sums.segments.indices where isGone(segment) || isTouched(segment) {
      for sum in answers.sums {
        add(sum.parts.map { place($0, segment) }, whole: sum.whole.map { place($0, segment) })
      }
      for pair in answers.pairs {
        add([place(pair.one, segment)], whole: place(pair.other, segment))
      }
    }
    for line in sums.lines {
      for answer in 0..<width {
        add(line.parts.map { place(answer, $0) }, whole: place(answer, line.whole))
      }
    }
    return zip(cells, system.solved).compactMap { cell, isSolved in
      isSolved && isProtected(cell.answer, in: cell.segment) ? cell : nil
    }
  }
}
