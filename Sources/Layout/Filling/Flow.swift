import Diagnostics
import Drawing
import HouseStyle

/// The work left in a part: bands of units below one another, and notes that a page had no room for.
///
/// A trial that fails is undone by going back to a place: what was set stays set.
struct Flow {
  /// How the units of a band stand in a frame.
  enum Shape: Equatable {
    /// One below the other, as wide as the frame.
    case single
    /// In columns, one after the other.
    case columns(Int)
    /// In two columns beside one another, of which one page holds both.
    case beside(textShare: Double, gap: Length)
  }

  /// A stretch of the flow that has the width of the page for itself.
  struct Band {
    var shape: Shape
    /// One for each run of units: two stand beside one another.
    var cursors: [FlowCursor]
    /// Whether a page ends above the band.
    var startsPage = false
    /// Where the source says its beginning.
    var range: SourceRange?
  }

  private(set) var bands: [Band]
  /// The band at hand.
  private(set) var index = 0
  /// The notes whose strips go to the foot of the next frame.
  var spilled: [Strip] = []
  /// The notes that were placed: another mark prints them again, without reading them again.
  var placedNotes: Set<Int> = []
  /// What sets the units.
  let galley: Galley
  private let notes: [Int: NoteCollection.Note]
  /// The notes that were set, for every line with a mark is tried with its notes.
  private var setNotes: [SetNote: [Strip]] = [:]

  private struct SetNote: Hashable {
    var index: Int
    var measure: Length
  }

  /// Whether a page ends below the last band so far.
  private var endsPage = false

  /// Parts units into bands: columns, pairs, and what stands in a row of frames.
  init(units: [FlowUnit], notes: [Int: NoteCollection.Note], galley: Galley, columns: Int) {
    self.galley = galley
    self.notes = notes
    bands = []
    let usual: Shape = columns > 1 ? .columns(columns) : .single
    var run: [FlowUnit] = []
    for unit in units {
      switch unit.content {
      case .columns(let inner, let count) where unit.isFree:
        close(&run, as: usual)
        add([inner], as: .columns(count), like: unit)
      case .beside(let text, let displays, let share, let gap) where unit.isFree:
        close(&run, as: usual)
        add([text, displays], as: .beside(textShare: share, gap: gap), like: unit)
      default:
        if let last = run.last, last.isWide != unit.isWide { close(&run, as: usual) }
        run.append(unit)
      }
    }
    close(&run, as: usual)
  }

  /// Makes a band of a run of units.
  private mutating func close(_ run: inout [FlowUnit], as usual: Shape) {
    defer { run = [] }
    guard let last = run.last else { return }
    var whole = last
    whole.startsPage = false
    add([run], as: last.isWide ? .single : usual, like: whole)
  }

  private mutating func add(_ runs: [[FlowUnit]], as shape: Shape, like unit: FlowUnit) {
    let cursors = runs.map { FlowCursor(units: $0, galley: galley) }
    bands.append(
      Band(
        shape: shape, cursors: cursors, startsPage: unit.startsPage || endsPage,
        range: runs.first?.first?.range ?? unit.range))
    endsPage = unit.endsPage
  }

  /// The band at hand; nil once all are placed.
  var current: Band? { index < bands.count ? bands[index] : nil }

  /// What is left: as long as it changes pages make progress.
  var workLeft: [Int] {
    let places = current?.cursors.map { $0.placedBefore + $0.index } ?? []
    return [bands.count - index, spilled.count] + places
  }

  /// Whether nothing is left, notes included.
  var isDone: Bool { index >= bands.count && spilled.isEmpty }

  /// Whether a page ends below the band at hand.
  var endsPageBehindBand: Bool {
    guard index + 1 < bands.count else { return true }
    let next = bands[index + 1]
    return next.startsPage || next.cursors[0].startsPage
  }

  /// What is to be placed next: a place to go back to.
  struct Place {
    fileprivate var band: Int
    fileprivate var indices: [Int]
    fileprivate var placedNotes: Set<Int>
  }

  /// What is to be placed next.
  var place: Place {
    Place(
      band: index, indices: current?.cursors.map(\.index) ?? [], placedNotes: placedNotes)
  }

  /// Undoes a trial that began in the band of a place and may have gone on to the next one, of which
  /// nothing is placed; what was set stays set.
  mutating func goBack(to place: Place) {
    index = place.band
    for (number, strip) in place.indices.enumerated() {
      bands[index].cursors[number].move(to: strip)
    }
    placedNotes = place.placedNotes
  }

  /// Changes a cursor of the band at hand.
  mutating func withCursor<Result>(
    _ number: Int = 0, _ body: (inout FlowCursor) -> Result
  ) -> Result { body(&bands[index].cursors[number]) }

  /// Begins to fill the band at hand, or goes on with it: no page has to end above it any more.
  mutating func begin() { bands[index].startsPage = false }

  /// Goes on with the next band.
  mutating func advance() { index += 1 }

  /// Parts the band at hand: its text and its displays follow one another, each from the top of a page.
  ///
  /// - Parameters:
  ///   - hasText: whether text is left.
  ///   - columns: in how many columns text stands, and displays if there are several.
  mutating func partBand(hasText: Bool, columns: Int) {
    let cursors = bands[index].cursors
    var parts = cursors.enumerated().map { number, cursor in
      let isInColumns = columns > 1 && (number == 0 || cursor.displaysLeft > 1)
      return Band(
        shape: isInColumns ? .columns(columns) : .single, cursors: [cursor], startsPage: true,
        range: cursor.range)
    }
    if hasText { parts[0].startsPage = false } else { parts.removeFirst() }
    bands.replaceSubrange(index...index, with: parts)
  }

  /// The strips of a note, with those of notes that it marks itself.
  mutating func strips(
    ofNote index: Int, measure: Length, into log: inout DiagnosticLog
  ) -> [Strip] {
    let key = SetNote(index: index, measure: measure)
    if let known = setNotes[key] { return known }
    guard let note = notes[index] else { return [] }
    var strips = galley.strips(of: note.units, measure: measure, into: &log)
    for position in strips.indices { strips[position].noteOf = index }
    setNotes[key] = strips
    return strips
  }
}

extension FlowUnit {
  /// Whether pages may part the unit: it stands in no box and holds on to nothing.
  fileprivate var isFree: Bool { ground == nil && boundary == .free && !keepsTogether }
}
