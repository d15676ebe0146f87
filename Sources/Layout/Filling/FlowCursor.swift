import Diagnostics
import DocumentTree
import Drawing
import HouseStyle

/// The work left in a run of units, set for the measure of the column at hand.
///
/// Units are set when a column asks for them, once for a measure. When the run goes on in a column of
/// another measure, only what is left is set again: a paragraph from its first word that is not
/// placed, a table from its next row.
struct FlowCursor {
  private let units: [FlowUnit]
  private let galley: Galley
  private var measure: Length?
  /// The strips that are set for the measure at hand; the unit of each beside it.
  private(set) var strips: [Strip] = []
  private var unitOfStrip: [Int] = []
  /// The heads of the tables and charts that are set, by their unit.
  private var heads: [Int: [Strip]] = [:]
  /// The first unit that is not set.
  private var nextUnit = 0
  /// The strip that is to be placed next.
  private(set) var index = 0

  init(units: [FlowUnit], galley: Galley) {
    self.units = units
    self.galley = galley
  }

  /// The strip that is to be placed next; nil once everything is placed.
  mutating func next(into log: inout DiagnosticLog) -> Strip? {
    strip(index, into: &log)
  }

  /// A strip at or behind the next one; nil behind the last.
  mutating func strip(_ index: Int, into log: inout DiagnosticLog) -> Strip? {
    while strips.count <= index, nextUnit < units.count { setNextUnit(into: &log) }
    return index < strips.count ? strips[index] : nil
  }

  /// The strips from the next one up to a boundary that is not stronger than `boundary`.
  mutating func unparted(
    breakingAt boundary: Strip.Boundary, into log: inout DiagnosticLog,
    where admits: (Strip) -> Bool
  ) -> ArraySlice<Strip> {
    var end = index + 1
    let isAlone = index < strips.count && strips[index].standsAlone
    while let strip = strip(end, into: &log), strip.boundary > boundary, !strip.startsPage,
      !(isAlone && strip.standsAlone), admits(strip)
    {
      end += 1
    }
    return strips[min(index, strips.count)..<min(end, strips.count)]
  }

  /// Marks strips as placed, or, for a trial that failed, as not placed.
  mutating func move(to index: Int) {
    precondition(index >= 0 && index <= strips.count, "a flow has strips up to its end only")
    self.index = index
  }

  /// Sets what is left for a measure.
  mutating func prepare(measure: Length, into log: inout DiagnosticLog) {
    if self.measure == measure { return }
    defer { self.measure = measure }
    guard self.measure != nil else { return }
    let unit = index < strips.count ? unitOfStrip[index] : nextUnit
    let placed = unitOfStrip[..<index].reversed().prefix { $0 == unit }.count
    let scalars = placed > 0 ? strips[index - 1].scalarsSet : 0
    strips = []
    unitOfStrip = []
    index = 0
    nextUnit = unit
    self.measure = measure
    guard placed > 0 else { return }
    var rest = galley.strips(of: units[unit], measure: measure, from: scalars, into: &log)
    keepHead(of: unit, in: rest)
    if scalars == 0 { rest = Array(rest.dropFirst(placed)) }
    if !rest.isEmpty {
      rest[0].boundary = .free
      rest[0].startsPage = false
    }
    strips = rest
    unitOfStrip = Array(repeating: unit, count: rest.count)
    nextUnit = unit + 1
  }

  private mutating func setNextUnit(into log: inout DiagnosticLog) {
    guard let measure else { preconditionFailure("a flow is prepared for a measure first") }
    append(galley.strips(of: units[nextUnit], measure: measure, into: &log), of: nextUnit)
  }

  private mutating func append(_ set: [Strip], of unit: Int) {
    keepHead(of: unit, in: set)
    var set = set
    if unit > 0, !set.isEmpty, unitOfStrip.last != unit {
      if units[unit - 1].keepsNext(in: galley.style) {
        set[0].boundary = max(set[0].boundary, .kept)
        set[0].startsPage = false
      } else if units[unit - 1].endsPage {
        set[0].startsPage = true
      }
    }
    strips += set
    unitOfStrip += Array(repeating: unit, count: set.count)
    nextUnit = unit + 1
  }

  /// The head of a table or chart to repeat above the next strip at the top of a column; empty if
  /// there is none.
  ///
  /// It has no content, for it was read once.
  var repeatedHead: [Strip] {
    guard index < strips.count, strips[index].table != nil || strips[index].chart != nil else {
      return []
    }
    return (heads[unitOfStrip[index]] ?? []).map { strip in
      var strip = strip
      strip.becomeArtifact()
      return strip
    }
  }

  private mutating func keepHead(of unit: Int, in set: [Strip]) {
    switch units[unit].content {
    case .table(let table): heads[unit] = Array(set.prefix(table.table.header.count))
    case .chart where set.contains { $0.chart != nil }: heads[unit] = Array(set.prefix(1))
    default: break
    }
  }
}
