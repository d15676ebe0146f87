import Diagnostics
import Drawing
import HouseStyle

/// The footnotes at the foot of a frame, below a rule.
struct NoteFooter {
  /// How notes stand.
  let style: NoteStyle
  /// The colour of the rule.
  let colour: Colour
  /// The width of the frame.
  let measure: Length
  /// The notes that have their text on the page, by index.
  private(set) var notes: Set<Int>
  /// The strips of the notes, in the order of their marks.
  private(set) var strips: [Strip] = []
  /// How many strips the notes before the last one have.
  private var beforeLast = 0

  /// Prepares for the notes of a frame; other frames of the page may have some already.
  init(style: StyleSheet, measure: Length, notesOnPage: Set<Int>) {
    self.style = style.notes
    colour = style.colour(style.notes.rule.colour)
    self.measure = measure
    notes = notesOnPage
  }

  /// The room that all strips take.
  var height: Length { height(of: strips[...]) }

  /// The room that is needed at least: of the last note as many lines as a page may part from it.
  var leastHeight: Length {
    let end = strips[min(beforeLast + 1, strips.count)...].firstIndex { $0.boundary == .free }
    return height(of: strips[..<(end ?? strips.count)])
  }

  /// Takes strips for which the page before had no room.
  mutating func take(spilled: [Strip]) {
    strips = spilled
    beforeLast = spilled.count
    notes.formUnion(spilled.compactMap(\.noteOf))
  }

  /// Takes the notes that are marked on strips, if the page does not have them.
  mutating func takeNotes(
    of marked: some Sequence<Strip>, from flow: inout Flow, into log: inout DiagnosticLog
  ) {
    for note in marked.flatMap(\.notes) where notes.insert(note).inserted {
      var own = flow.strips(ofNote: note, measure: measure, into: &log)
      if own.isEmpty { continue }
      if !flow.placedNotes.insert(note).inserted {
        for index in own.indices { own[index].becomeArtifact() }
      }
      own[0].boundary = .free
      beforeLast = strips.count
      strips += own
      takeNotes(of: own, from: &flow, into: &log)
    }
  }

  /// Cuts off the strips for which a height has no room, and returns them.
  ///
  /// - Parameter isForced: whether one strip stays although it reaches out: nothing else can move.
  mutating func cut(to room: Length, isForced: Bool) -> [Strip] {
    var end = strips.count
    while end > 0, height(of: strips[..<end]) > room + 0.01 || !maySplit(at: end) { end -= 1 }
    if end == 0, isForced { end = min(1, strips.count) }
    let rest = Array(strips[end...])
    strips = Array(strips[..<end])
    return rest
  }

  /// The strips with their places below a rule, against the foot of a frame.
  func placed(onHeight height: Length) -> [PlacedStrip] {
    guard !strips.isEmpty else { return [] }
    let room = self.height - style.gap
    var stack = Stack(left: 0, width: measure, top: height - room, grid: 0)
    let rule = Rect(
      x: 0, y: 0, width: min(style.rule.length ?? measure, measure), height: style.rule.width)
    var first = Strip(height: style.rule.width, spaceAfter: style.rule.gap)
    first.pieces = [.artifact(rule, colour: colour)]
    stack.place(first)
    for strip in strips { stack.place(strip) }
    return stack.placed
  }

  private func maySplit(at index: Int) -> Bool {
    index == strips.count || index == 0 || strips[index].boundary == .free
  }

  private func height(of strips: ArraySlice<Strip>) -> Length {
    guard !strips.isEmpty else { return 0 }
    let rule = Strip(height: style.rule.width, spaceAfter: style.rule.gap)
    let stack = Stack(left: 0, width: measure, grid: 0)
    return style.gap + stack.bottom(with: [rule] + strips)
  }
}

extension Strip {
  /// Makes the strip one that is not read: its content was read once.
  mutating func becomeArtifact() {
    pieces = drawn
    chart = nil
    for index in pieces.indices { pieces[index].owner = .artifact }
    anchors = []
    notes = []
  }
}
