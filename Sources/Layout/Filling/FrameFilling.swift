import Diagnostics
import Drawing
import HouseStyle
import PageModel

/// Fills one frame from a flow.
///
/// The flow is taken in chunks: strips that a page should not part. A chunk that does not fit goes
/// to the next frame. In an empty frame it is relaxed, one rung after the other: first blocks that
/// had better stay together are parted, then lines that should (a widow is better than a hole), then
/// a joined block may reach out of the frame, which is an error. So each frame takes at least one
/// strip, and nothing is ever dropped.
struct FrameFilling {
  /// What the frame knows of its page.
  struct Surroundings {
    /// The paragraph styles that a later frame of the page is there for.
    var reserved: [String] = []
    /// Whether an empty frame may be passed over because a later one is higher.
    var mayPass = false
    /// Whether strips of every style are taken, for they found no frame of their own.
    var isForced = false
    /// Whether nothing stands on the page yet.
    var isPageEmpty = true
    /// The notes that other frames of the page have.
    var notes: Set<Int> = []
  }

  let frame: Frame
  let style: StyleSheet
  let surroundings: Surroundings
  /// What is placed, above the notes.
  var stack: Stack
  /// The notes at the foot.
  var footer: NoteFooter
  /// Why the frame ends; nil while it is filled.
  var ending: PageEnding?
  /// The constraints that gave way, in order.
  var relaxations: [PageEnding.Relaxation] = []
  /// The first strip that reached out of the frame.
  var overflow: (excess: Length, strip: Strip)?
  /// The state before a strip that holds on to what is in the next band.
  var checkpoint: Checkpoint?

  /// A state to go back to.
  struct Checkpoint {
    var flow: Flow
    var stack: Stack
    var footer: NoteFooter
  }

  init(frame: Frame, style: StyleSheet, surroundings: Surroundings) {
    self.frame = frame
    self.style = style
    self.surroundings = surroundings
    stack = Stack(left: 0, width: frame.rect.width, grid: style.baseline)
    footer = NoteFooter(
      style: style, measure: frame.rect.width, notesOnPage: surroundings.notes)
  }

  var height: Length { frame.rect.height }

  /// Whether nothing stands in the frame.
  var isEmpty: Bool { stack.placed.isEmpty && footer.strips.isEmpty }

  /// Whether nothing stands on the page.
  var isAtPageTop: Bool { isEmpty && surroundings.isPageEmpty }

  /// Takes strips from the flow until the frame is full or the flow is at its end.
  mutating func fill(from flow: inout Flow, into log: inout DiagnosticLog) {
    footer.take(spilled: flow.spilled)
    flow.spilled = footer.cut(to: height, isForced: true)
    if !flow.spilled.isEmpty {
      ending = PageEnding(.notes)
      return
    }
    while let band = flow.current, ending == nil {
      if band.startsPage, !isAtPageTop {
        ending = PageEnding(.startsPage, range: band.range)
        break
      }
      flow.begin()
      var isDone = true
      switch band.shape {
      case .single:
        flow.withCursor { $0.prepare(measure: frame.rect.width, into: &log) }
        var column = Column(stack: stack, limit: height, isAtPageTop: isAtPageTop, isFirst: isEmpty)
        run(&column, from: &flow, into: &log)
        stack = column.stack
      case .columns(let count): fillColumns(count, from: &flow, into: &log)
      case .beside(let share, let gap):
        isDone = fillBeside(textShare: share, gap: gap, from: &flow, into: &log)
      }
      if ending == nil, isDone { flow.advance() }
    }
    let rest = footer.cut(to: height - stack.bottom, isForced: false)
    if !rest.isEmpty { relaxations.append(.noteGoesOn) }
    flow.spilled = rest + flow.spilled
    if ending == nil { ending = PageEnding(flow.isDone ? .endOfPart : .notes) }
    ending?.relaxations = relaxations
  }

  /// Ends the frame.
  mutating func end(_ reason: PageEnding.Reason, before strip: Strip?) {
    ending = PageEnding(reason, following: strip?.words ?? "", range: strip?.range)
  }

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
  }

  /// Fills a column until it is full, which ends the frame, or its cursor is at its end.
  mutating func run(
    _ column: inout Column, from flow: inout Flow, into log: inout DiagnosticLog
  ) {
    let number = column.cursor
    if column.stack.placed.isEmpty {
      _ = flow.withCursor(number) { $0.next(into: &log) }
      for strip in flow.withCursor(number, { $0.repeatedHead }) {
        column.stack.place(strip)
      }
    }
    let heads = column.stack.placed.count
    while let strip = flow.withCursor(number, { $0.next(into: &log) }) {
      let hasOwn = column.stack.placed.count > heads
      if strip.startsPage, hasOwn || !column.isAtPageTop {
        return end(.startsPage, before: strip)
      }
      if strip.standsAlone, hasOwn { return end(.standsAlone, before: strip) }
      if !admits(strip) { return end(.otherFrame, before: strip) }
      let chunk = unparted(breakingAt: .free, number, of: &flow, into: &log)
      if fits(chunk, in: column, from: &flow, into: &log) {
        if chunk.last?.keepsNext == true, hasOwn, flow.current?.shape == .single {
          checkpoint = Checkpoint(flow: flow, stack: column.stack, footer: footer)
        }
        place(chunk, in: &column, from: &flow, into: &log)
        continue
      }
      let room = column.limit - column.stack.bottom
      let needed = column.stack.bottom(with: chunk) - column.stack.bottom
      if hasOwn {
        if isTooHigh(chunk, for: column) { begin(in: &column, from: &flow, into: &log) }
      } else if surroundings.mayPass {
        return end(.passed, before: strip)
      } else if column.isFirst {
        relax(in: &column, from: &flow, into: &log)
      }
      guard let next = flow.withCursor(number, { $0.next(into: &log) }) else { return }
      return end(.full(needed: needed, room: max(0, room)), before: next)
    }
  }

  /// Whether no column of the frame can hold a chunk in one piece.
  private func isTooHigh(_ chunk: ArraySlice<Strip>, for column: Column) -> Bool {
    let empty = Stack(left: 0, width: column.stack.width, grid: style.baseline)
    return empty.bottom(with: chunk) > height + 0.01
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

  private func unparted(
    breakingAt boundary: Strip.Boundary, _ number: Int, of flow: inout Flow,
    into log: inout DiagnosticLog
  ) -> ArraySlice<Strip> {
    flow.withCursor(number) { $0.unparted(breakingAt: boundary, into: &log, where: admits) }
  }

  /// Whether strips fit in a column, with at least the first lines of the notes they mark.
  private func fits(
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

  private mutating func place(
    _ strips: ArraySlice<Strip>, in column: inout Column, from flow: inout Flow,
    into log: inout DiagnosticLog
  ) {
    for strip in strips { column.stack.place(strip) }
    footer.takeNotes(of: strips, from: &flow, into: &log)
    flow.withCursor(column.cursor) { $0.move(to: $0.index + strips.count) }
  }

  private func admits(_ strip: Strip) -> Bool {
    if surroundings.isForced { return true }
    guard let name = strip.style else { return frame.styles.isEmpty }
    if !frame.styles.isEmpty { return frame.styles.contains(name) }
    return !surroundings.reserved.contains(name)
  }
}

extension Strip {
  /// The first words, for the break log.
  var words: String {
    let text = pieces.flatMap(\.marks).map { mark in
      if case .glyphs(let glyphs) = mark { glyphs.run.text } else { "" }
    }.joined()
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.prefix(8).joined(separator: " ")
  }
}
