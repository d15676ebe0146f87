import Diagnostics
import Drawing
import HouseStyle
import PageModel

// MARK: - Chunks: strips that a page should not part
extension FrameFilling {
  /// A column that is being filled.
  struct Column {
    var stack: Stack
    /// Where it ends at the latest, from the frame's top.
    var limit: Length
    /// Which cursor of the band fills it.
    var cursor = 0
    /// Whether nothing stands on the page.
    var isAtPageTop: Bool
    /// Whether nothing stands in the frame, so that constraints have to give way.
    var isFirst: Bool
    /// Whether its charts may be set lower for what follows.
    var givesWay = true
    /// How far its charts are set lower or higher than usual, from -1 to 1.
    var extent = 0.0
    /// The strip that it begins with, and where that stands, below repeated heads.
    var start: (index: Int, level: Stack.Level)?
  }

  /// Fills a column until it is full, which ends the frame, or its cursor is at its end.
  mutating func run(
    _ column: inout Column, from flow: inout Flow, into log: inout DiagnosticLog
  ) {
    let bare = column.stack.level
    if column.stack.placed.isEmpty { repeatHead(in: &column, from: &flow, into: &log) }
    let heads = column.stack.placed.count
    column.start = (flow.withCursor(column.cursor) { $0.index }, column.stack.level)
    takeChunks(into: &column, below: heads, from: &flow, log: &log)
    // A head does not stand alone.
    if column.stack.placed.count == heads { column.stack.cut(to: bare) }
  }

  /// Repeats the head of the table or chart that goes on in a column, if it leaves half of it.
  private func repeatHead(
    in column: inout Column, from flow: inout Flow, into log: inout DiagnosticLog
  ) {
    _ = flow.withCursor(column.cursor) { $0.next(into: &log) }
    let head = flow.withCursor(column.cursor) { $0.repeatedHead }
    guard column.stack.bottom(with: head) <= height / 2 else { return }
    for strip in head { column.stack.place(strip) }
  }

  /// Takes chunks from the flow into a column in which so many strips are repeated heads.
  private mutating func takeChunks(
    into column: inout Column, below heads: Int, from flow: inout Flow,
    log: inout DiagnosticLog
  ) {
    let number = column.cursor
    while let strip = flow.withCursor(number, { $0.next(into: &log) }) {
      let hasOwn = column.stack.placed.count > heads
      if strip.startsPage, hasOwn || !column.isAtPageTop {
        return end(.startsPage, before: strip)
      }
      if strip.standsAlone, hasOwn { return end(.standsAlone, before: strip) }
      if !admission.admits(strip.style) { return end(.otherFrame, before: strip) }
      let chunk = unparted(breakingAt: .free, number, of: &flow, into: &log)
      if fits(chunk, in: column, from: &flow, into: &log) {
        if chunk.last?.keepsNext == true, hasOwn, flow.current?.shape == .single {
          checkpoint = Checkpoint(
            place: flow.place, level: column.stack.level, footer: footer)
        }
        place(chunk, in: &column, from: &flow, into: &log)
        continue
      }
      let room = column.limit - column.stack.bottom
      let needed = column.stack.bottom(with: chunk) - column.stack.bottom
      if !hasOwn, surroundings.mayPass { return end(.passed, before: strip) }
      if squeeze(chunk, into: &column, from: &flow, log: &log) { continue }
      if hasOwn {
        if isTooHigh(chunk, for: column) { begin(in: &column, from: &flow, into: &log) }
      } else if column.isFirst {
        relax(in: &column, from: &flow, into: &log)
      }
      guard let next = flow.withCursor(number, { $0.next(into: &log) }) else { return }
      return end(.full(needed: needed, room: max(0, room)), before: next)
    }
  }

  /// Whether the next frame has no room for a chunk in one piece, so that nothing is gained if it
  /// goes there.
  private func isTooHigh(_ chunk: ArraySlice<Strip>, for column: Column) -> Bool {
    let next = surroundings.nextHeight ?? height
    var empty = Stack(left: 0, width: column.stack.width, grid: style.baseline)
    let head = chunk.first?.repeatedHead ?? []
    if empty.bottom(with: head) <= next / 2 { for strip in head { empty.place(strip) } }
    return empty.bottom(with: chunk) > next + 0.01
  }

  /// Begins a chunk that has to be parted anyhow, instead of leaving a hole.
  private mutating func begin(
    in column: inout Column, from flow: inout Flow, into log: inout DiagnosticLog
  ) {
    if placeParts(breakingAt: .together, in: &column, from: &flow, into: &log) {
      relaxations.append(.beginsEarly)
    }
  }

  /// Parts a chunk that is higher than the empty column, or lets it reach out.
  private mutating func relax(
    in column: inout Column, from flow: inout Flow, into log: inout DiagnosticLog
  ) {
    if placeParts(breakingAt: .together, in: &column, from: &flow, into: &log) {
      relaxations.append(.together)
    } else if placeParts(breakingAt: .kept, in: &column, from: &flow, into: &log) {
      relaxations.append(.kept)
    } else {
      let part = unparted(breakingAt: .kept, column.cursor, of: &flow, into: &log)
      place(part, in: &column, from: &flow, into: &log)
      let excess = column.stack.bottom - column.limit
      if excess > 0.01, let strip = part.first {
        if overflow == nil { overflow = (excess, strip) }
        relaxations.append(.overflow(excess))
      }
    }
  }

  /// Places the parts of a chunk that fit; false if the first does not.
  private mutating func placeParts(
    breakingAt boundary: Strip.Boundary, in column: inout Column, from flow: inout Flow,
    into log: inout DiagnosticLog
  ) -> Bool {
    var isFirst = true
    while let strip = flow.withCursor(column.cursor, { $0.next(into: &log) }) {
      if !isFirst, strip.boundary == .free || strip.standsAlone || strip.startsPage { break }
      let part = unparted(breakingAt: boundary, column.cursor, of: &flow, into: &log)
      guard fits(part, in: column, from: &flow, into: &log) else { break }
      place(part, in: &column, from: &flow, into: &log)
      isFirst = false
    }
    return !isFirst
  }

  func unparted(
    breakingAt boundary: Strip.Boundary, _ number: Int, of flow: inout Flow,
    into log: inout DiagnosticLog
  ) -> ArraySlice<Strip> {
    flow.withCursor(number) {
      $0.unparted(breakingAt: boundary, into: &log, admittedBy: admission)
    }
  }

  /// Whether strips fit in a column, with at least the first lines of the notes they mark.
  func fits(
    _ strips: ArraySlice<Strip>, in column: Column, from flow: inout Flow,
    into log: inout DiagnosticLog
  ) -> Bool {
    let bottom = column.stack.bottom(with: strips)
    if bottom > column.limit + 0.01 { return false }
    var notes = footer
    if strips.contains(where: { !$0.notes.isEmpty }) {
      let placed = flow.placedNotes
      notes.takeNotes(of: strips, from: &flow, into: &log)
      flow.placedNotes = placed
    }
    if bottom + notes.height <= height + 0.01 { return true }
    return notes.strips.count > footer.strips.count && bottom + notes.leastHeight <= height + 0.01
  }

  mutating func place(
    _ strips: ArraySlice<Strip>, in column: inout Column, from flow: inout Flow,
    into log: inout DiagnosticLog
  ) {
    for strip in strips { column.stack.place(strip) }
    footer.takeNotes(of: strips, from: &flow, into: &log)
    flow.withCursor(column.cursor) { $0.move(to: $0.index + strips.count) }
  }
}
