import Diagnostics
import Drawing
import HouseStyle

/// The work left in a part: its units, set for the measure of the frame at hand.
///
/// Units are set once for a measure. When a part goes on in a frame of another measure, only what is
/// left is set again: a paragraph from its first word that is not placed, a table from its next row.
struct FlowCursor {
  private let units: [FlowUnit]
  private let galley: Galley
  private var measure: Length?
  /// The strips for the measure at hand; the unit of each beside it.
  private(set) var strips: [Strip] = []
  private var unitOfStrip: [Int] = []
  /// The strip that is to be placed next.
  private(set) var index = 0

  init(units: [FlowUnit], galley: Galley) {
    self.units = units
    self.galley = galley
  }

  /// Whether everything is placed; known once a measure was prepared.
  var isDone: Bool { measure == nil ? units.isEmpty : index >= strips.count }

  /// Marks strips as placed.
  mutating func advance(to index: Int) {
    precondition(index >= self.index && index <= strips.count, "a flow only goes forward")
    self.index = index
  }

  /// Sets what is left for a measure.
  mutating func prepare(measure: Length, into log: inout DiagnosticLog) {
    if self.measure == measure { return }
    let isFirst = self.measure == nil
    let done = isFirst ? 0 : index < strips.count ? unitOfStrip[index] : units.count
    let placed = isFirst ? 0 : unitOfStrip[..<index].count { $0 == done }
    let scalars = placed > 0 && index > 0 ? strips[index - 1].scalarsSet : 0
    var next: [Strip] = []
    var owners: [Int] = []
    var keepsNext = false
    for unit in done..<units.count {
      let isPartial = unit == done && placed > 0
      var set = galley.strips(
        of: units[unit], measure: measure, from: isPartial ? scalars : 0, into: &log)
      if isPartial, scalars == 0 { set = Array(set.dropFirst(placed)) }
      if isPartial, !set.isEmpty { set[0].boundary = .free }
      if keepsNext, !set.isEmpty { set[0].boundary = max(set[0].boundary, .kept) }
      if !set.isEmpty { keepsNext = units[unit].keepsNext(in: galley.style) }
      next += set
      owners += Array(repeating: unit, count: set.count)
    }
    strips = next
    unitOfStrip = owners
    index = 0
    self.measure = measure
  }

  /// The header to repeat above the next strip at the top of a frame; empty if there is none.
  func repeatedHeader(into log: inout DiagnosticLog) -> [Strip] {
    guard index < strips.count, let measure else { return [] }
    let unit = units[unitOfStrip[index]]
    switch unit.content {
    case .table(let table) where strips[index].table != nil:
      return galley.repeatedHeader(of: table, measure: measure - unit.indent, into: &log)
    case .chart(let chart, _) where strips[index].chart != nil:
      return galley.repeatedHead(of: chart, measure: measure - unit.indent, into: &log)
    default: return []
    }
  }
}
