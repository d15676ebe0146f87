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
    /// The height of the frame behind this one; nil for the same.
    var nextHeight: Length?
  }

  /// Which paragraph styles a frame takes.
  struct Admission {
    /// Whether it takes all, for they found no frame of their own.
    var isForced: Bool
    /// The styles that it is there for; empty for all.
    var own: [String]
    /// The styles that a later frame of the page is there for.
    var reserved: [String]

    /// Whether the frame takes a strip of a style; nil for what is no paragraph.
    func admits(_ style: String?) -> Bool {
      if isForced { return true }
      guard let style else { return own.isEmpty }
      return own.isEmpty ? !reserved.contains(style) : own.contains(style)
    }
  }

  let frame: Frame
  let style: StyleSheet
  let admission: Admission
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
    var place: Flow.Place
    var level: Stack.Level
    var footer: NoteFooter
  }

  init(frame: Frame, style: StyleSheet, surroundings: Surroundings) {
    self.frame = frame
    self.style = style
    self.surroundings = surroundings
    admission = Admission(
      isForced: surroundings.isForced, own: frame.styles, reserved: surroundings.reserved)
    stack = Stack(left: 0, width: frame.rect.width, grid: style.baseline)
    footer = NoteFooter(
      style: style, measure: min(frame.rect.width, style.notes.measure ?? frame.rect.width),
      notesOnPage: surroundings.notes)
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
        if pageEnds(in: flow) { stretch(&column, from: &flow) }
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

  /// Whether the page ends where the author or the style ends it: room that is left stays empty.
  func pageEnds(in flow: Flow) -> Bool {
    switch ending?.reason {
    case .startsPage, .standsAlone: true
    case nil: flow.endsPageBehindBand
    default: false
    }
  }

  /// Ends the frame.
  mutating func end(_ reason: PageEnding.Reason, before strip: Strip?) {
    ending = PageEnding(reason, following: strip?.words ?? "", range: strip?.range)
  }
}

extension Strip {
  /// The first words, for the break log.
  var words: String {
    var text = ""
    for case .glyphs(let glyphs) in drawn.lazy.flatMap(\.marks) { text += glyphs.run.text }
    let words = text.split(maxSplits: 8, whereSeparator: \.isWhitespace)
    return words.prefix(8).joined(separator: " ")
  }
}
