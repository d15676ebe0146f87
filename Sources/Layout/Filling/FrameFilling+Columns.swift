import Diagnostics
import Drawing
import HouseStyle
import PageModel

extension FrameFilling {
  /// Where columns begin: below what stands in the frame, with the larger of the spaces between, and on
  /// the grid if their first line is, so that what is not on it begins level with it.
  private func topOfColumns(
    in flow: inout Flow, into log: inout DiagnosticLog
  ) -> Length {
    guard let edge = stack.edge else { return 0 }
    let first = flow.withCursor { $0.next(into: &log) }
    let top = stack.bottom + max(edge.spaceAfter, first?.spaceBefore ?? 0)
    guard first?.isOnGrid == true, style.baseline > 0 else { return top }
    return style.baseline * (top - 0.01).ratio(to: style.baseline).rounded(.up)
  }

  /// Fills columns one after the other; at the end of the flow they are made even.
  mutating func fillColumns(
    _ count: Int, from flow: inout Flow, into log: inout DiagnosticLog
  ) {
    let gap = columnGap
    let width = (frame.rect.width - gap * Double(count - 1)) / Double(count)
    flow.withCursor { $0.prepare(measure: width, into: &log) }
    let top = topOfColumns(in: &flow, into: &log)
    let columns = (0..<count).map { number in
      Stack(left: (width + gap) * Double(number), width: width, top: top, grid: style.baseline)
    }
    let start = Start(self, flow)
    let wasEmpty = isBare
    // A note that comes up in a later column takes room from the earlier ones as well.
    var limit = height - footer.height
    var stacks = columns
    for _ in 0..<4 {
      start.restore(&self, &flow)
      stacks = attempt(columns, limit: limit, isFirst: wasEmpty, from: &flow, into: &log)
      let room = height - footer.height
      if room >= limit - 0.01 { break }
      limit = room
    }
    if ending == nil, overflow == nil {
      stacks = balance(
        columns, below: top, limit: limit, isFirst: wasEmpty, from: start,
        of: &flow, into: &log)
    }
    if stacks.allSatisfy(\.placed.isEmpty), retreat(to: &flow) { return }
    stack.take(stacks)
  }

  /// The lowest columns that hold the rest of a flow; nothing gives way for evenness.
  private mutating func balance(
    _ columns: [Stack], below top: Length, limit: Length, isFirst: Bool, from start: Start,
    of flow: inout Flow, into log: inout DiagnosticLog
  ) -> [Stack] {
    var (low, high) = (top, limit)
    let given = relaxations.count
    while high - low > 1 {
      let middle = (low + high) / 2
      start.restore(&self, &flow)
      _ = attempt(columns, limit: middle, isFirst: isFirst, from: &flow, into: &log)
      let isWell = ending == nil && overflow == nil && relaxations.count <= given
      if isWell { high = middle } else { low = middle }
    }
    start.restore(&self, &flow)
    return attempt(columns, limit: high, isFirst: isFirst, from: &flow, into: &log)
  }

  private mutating func attempt(
    _ columns: [Stack], limit: Length, isFirst: Bool, from flow: inout Flow,
    into log: inout DiagnosticLog
  ) -> [Stack] {
    var stacks: [Stack] = []
    for (number, stack) in columns.enumerated() {
      ending = nil
      var column = Column(
        stack: stack, limit: limit, isAtPageTop: isAtPageTop && number == 0,
        isFirst: isFirst && number == 0, givesWay: false)
      run(&column, from: &flow, into: &log)
      stacks.append(column.stack)
      if ending == nil || ending?.reason == .startsPage { break }
    }
    return stacks
  }

  /// Sets text and displays side by side. Where one page does not hold both, first as many displays
  /// as fit stand beside the text, then none.
  ///
  /// - Returns: whether the band is done; if not, and the frame does not end, it was parted into
  ///   bands that are filled like others.
  mutating func fillBeside(
    textShare: Double, gap: Length, from flow: inout Flow, into log: inout DiagnosticLog
  ) -> Bool {
    let text = (frame.rect.width - gap) * textShare
    let display = frame.rect.width - gap - text
    flow.withCursor(0) { $0.prepare(measure: text, into: &log) }
    flow.withCursor(1) { $0.prepare(measure: display, into: &log) }
    let top = topOfColumns(in: &flow, into: &log)
    let start = Start(self, flow)
    let wasEmpty = isBare
    var left = Column(
      stack: Stack(left: 0, width: text, top: top, grid: style.baseline), limit: height,
      isAtPageTop: isAtPageTop, isFirst: false)
    run(&left, from: &flow, into: &log)
    let holdsText = ending == nil
    let textEnding = ending
    ending = nil
    var right = Column(
      stack: Stack(left: text + gap, width: display, top: top, grid: style.baseline),
      limit: height - footer.height, cursor: 1, isAtPageTop: false, isFirst: false)
    run(&right, from: &flow, into: &log)
    let isWhole = holdsText && ending == nil
    if isWhole, stack.placed.isEmpty, pageEnds(in: flow) {
      right.limit = height - footer.height
      stretch(&right, from: &flow)
    }
    if isWhole || (wasEmpty && holdsText && !right.stack.placed.isEmpty) {
      stack.take([left.stack, right.stack])
      if isWhole { return true }
      relaxations.append(.besideParted)
      ending = nil
      flow.partBand(hasText: false, columns: columnsOfParts)
      return false
    }
    let reason = ending ?? textEnding
    start.restore(&self, &flow)
    if wasEmpty {
      relaxations.append(.besideParted)
      flow.partBand(hasText: true, columns: columnsOfParts)
    } else if !retreat(to: &flow) {
      ending = reason
      ending?.reason = .besideDoesNotFit
    }
    return false
  }

  /// In how many columns text and displays stand that follow one another: lines as wide as a page on
  /// its side are too long to read.
  private var columnsOfParts: Int {
    let width = (frame.rect.width - columnGap) / 2
    return width >= style.paragraph("body").text.size * 20 ? 2 : 1
  }

  /// The space between two columns.
  private var columnGap: Length { style.baseline * 1.5 }

  /// Whether nothing stands in the frame but headings that hold on to what follows.
  private var isBare: Bool {
    isEmpty || (checkpoint == nil && stack.keepsNext)
  }

  /// Goes back to where a heading stood that holds on to what has no room here.
  private mutating func retreat(to flow: inout Flow) -> Bool {
    guard let checkpoint, stack.keepsNext else { return false }
    let heading = stack.last
    flow.goBack(to: checkpoint.place)
    stack.cut(to: checkpoint.level)
    footer = checkpoint.footer
    end(.headingMoves, before: heading)
    return true
  }

  /// The state before a trial.
  private struct Start {
    let stack: Stack
    let footer: NoteFooter
    let relaxations: [PageEnding.Relaxation]
    let overflow: (excess: Length, strip: Strip)?
    let indices: [Int]
    let placedNotes: Set<Int>

    init(_ filling: FrameFilling, _ flow: Flow) {
      stack = filling.stack
      footer = filling.footer
      relaxations = filling.relaxations
      overflow = filling.overflow
      indices = flow.current?.cursors.map(\.index) ?? []
      placedNotes = flow.placedNotes
    }

    /// Undoes a trial; what was set stays set.
    func restore(_ filling: inout FrameFilling, _ flow: inout Flow) {
      filling.stack = stack
      filling.footer = footer
      filling.relaxations = relaxations
      filling.overflow = overflow
      filling.ending = nil
      for (number, index) in indices.enumerated() {
        flow.withCursor(number) { $0.move(to: index) }
      }
      flow.placedNotes = placedNotes
    }
  }
}
