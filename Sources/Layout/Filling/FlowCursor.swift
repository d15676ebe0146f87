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
  /// The strips of charts that were set lower or higher, as they usually are, by their unit.
  private var usual: [Int: [Strip]] = [:]
  /// The first unit that is not set.
  private var nextUnit = 0
  /// The strip that is to be placed next.
  private(set) var index = 0
  /// How many strips were placed in columns of other measures.
  private(set) var placedBefore = 0

  init(units: [FlowUnit], galley: Galley) {
    self.units = units
    self.galley = galley
  }

  /// Where the source says what is to be placed next; nil if it does not, or nothing is left.
  var range: SourceRange? {
    if index < strips.count { return strips[index].range }
    return nextUnit < units.count ? units[nextUnit].range : nil
  }

  /// Whether the first unit stands at the top of a page.
  var startsPage: Bool { units.first?.startsPage ?? false }

  /// How many charts, tables and pictures are not placed or not wholly.
  var displaysLeft: Int {
    let first = index < strips.count ? unitOfStrip[index] : nextUnit
    return units[first...].count { unit in
      switch unit.content {
      case .chart, .table, .picture, .keyFigures, .tiles: true
      case .paragraph, .columns, .beside: false
      }
    }
  }

  /// The strip that is to be placed next; nil once everything is placed.
  mutating func next(into log: inout DiagnosticLog) -> Strip? {
    strip(index, into: &log)
  }

  /// A strip at or behind the next one; nil behind the last.
  mutating func strip(_ index: Int, into log: inout DiagnosticLog) -> Strip? {
    reaches(index, into: &log) ? strips[index] : nil
  }

  /// Whether there is a strip at an index; it is set if it is not.
  mutating func reaches(_ index: Int, into log: inout DiagnosticLog) -> Bool {
    while strips.count <= index, nextUnit < units.count { setNextUnit(into: &log) }
    return index < strips.count
  }

  /// The strips from the next one up to a boundary that is not stronger than `boundary`.
  mutating func unparted(
    breakingAt boundary: Strip.Boundary, into log: inout DiagnosticLog,
    admittedBy admission: FrameFilling.Admission
  ) -> ArraySlice<Strip> {
    var end = index + 1
    let isAlone = index < strips.count && strips[index].standsAlone
    while reaches(end, into: &log), strips[end].boundary > boundary, !strips[end].startsPage,
      !(isAlone && strips[end].standsAlone), admission.admits(strips[end].style)
    {
      end += 1
    }
    return strips[min(index, strips.count)..<min(end, strips.count)]
  }

  /// Marks strips as placed, or, for a trial that failed, as not placed.
  mutating func move(to index: Int) {
    precondition(index >= 0 && index <= strips.count, "a flow has strips up to its end only")
    self.index = index
    guard !usual.isEmpty, index < strips.count else { return }
    for unit in usual.keys.filter({ $0 >= unitOfStrip[index] }).sorted() { restore(unit) }
  }

  /// Sets what is left for a measure.
  mutating func prepare(measure: Length, into log: inout DiagnosticLog) {
    // What other frames hold stays as it is.
    usual = [:]
    if self.measure == measure { return }
    defer { self.measure = measure }
    guard self.measure != nil else { return }
    let unit = index < strips.count ? unitOfStrip[index] : nextUnit
    let placed = unitOfStrip[..<index].reversed().prefix { $0 == unit }.count
    let scalars = placed > 0 ? strips[index - 1].scalarsSet : 0
    strips = []
    unitOfStrip = []
    placedBefore += index
    index = 0
    nextUnit = unit
    self.measure = measure
    guard placed > 0 else { return }
    var rest = galley.strips(of: units[unit], measure: measure, from: scalars, into: &log)
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
    let isFirst = unitOfStrip.last != unit
    let place = strips.count
    strips += set
    if isFirst, unit > 0, place < strips.count {
      strips[place].hold(on: units[unit - 1], in: galley.style)
    }
    unitOfStrip += repeatElement(unit, count: set.count)
    nextUnit = unit + 1
  }

  /// The head of a table or chart to repeat above the next strip at the top of a column; empty if
  /// there is none.
  ///
  /// It has no content, for it was read once.
  var repeatedHead: [Strip] {
    guard index < strips.count else { return [] }
    return strips[index].repeatedHead.map { strip in
      var strip = strip
      strip.becomeArtifact()
      return strip
    }
  }
}

extension Strip {
  /// Lets the first strip of a unit hold on to the unit above.
  fileprivate mutating func hold(on above: FlowUnit, in style: StyleSheet) {
    if above.keepsNext(in: style) {
      boundary = max(boundary, .kept)
      startsPage = false
    } else if above.endsPage {
      startsPage = true
    }
  }
}

// MARK: - Charts that give way or grow
extension FlowCursor {
  /// The units of charts of which all strips lie within a range.
  func charts(in range: Range<Int>) -> [Int] {
    var charts: [Int] = []
    for position in range {
      let unit = unitOfStrip[position]
      guard charts.last != unit, case .chart = units[unit].content else { continue }
      let isCut = position > 0 && unitOfStrip[position - 1] == unit
      let end = unitOfStrip[position...].firstIndex { $0 != unit } ?? strips.count
      if !isCut, end <= range.upperBound { charts.append(unit) }
    }
    return charts
  }

  /// Sets charts lower or higher than usual; those that are placed stay placed.
  ///
  /// - Parameter extent: from -1 for the least heights of the style to 1 for the most.
  /// - Returns: by how much they are higher than usual together.
  mutating func set(_ charts: [Int], to extent: Double) -> Length {
    guard let measure else { preconditionFailure("a flow is prepared for a measure first") }
    var gain: Length = 0
    for unit in charts {
      restore(unit)
      guard extent != 0, let own = strips(of: unit) else { continue }
      // What the typesetter refuses was said when the chart was set for the first time.
      var said = DiagnosticLog()
      var set = galley.strips(of: units[unit], measure: measure, extent: extent, into: &said)
      usual[unit] = Array(strips[own])
      gain = gain + set.reduce(0) { $0 + $1.height } - strips[own].reduce(0) { $0 + $1.height }
      if unit > 0, !set.isEmpty { set[0].hold(on: units[unit - 1], in: galley.style) }
      replace(own, of: unit, with: set)
    }
    return gain
  }

  /// Sets a chart as it usually is.
  private mutating func restore(_ unit: Int) {
    guard let strips = usual.removeValue(forKey: unit), let own = self.strips(of: unit) else {
      return
    }
    replace(own, of: unit, with: strips)
  }

  /// Where the strips of a unit stand.
  private func strips(of unit: Int) -> Range<Int>? {
    // Units stand in order: the first strip is found by halving.
    var (low, high) = (0, unitOfStrip.count)
    while low < high {
      let middle = (low + high) / 2
      if unitOfStrip[middle] < unit { low = middle + 1 } else { high = middle }
    }
    guard low < unitOfStrip.count, unitOfStrip[low] == unit else { return nil }
    return low..<(unitOfStrip[low...].firstIndex { $0 != unit } ?? strips.count)
  }

  private mutating func replace(_ own: Range<Int>, of unit: Int, with set: [Strip]) {
    strips.replaceSubrange(own, with: set)
    unitOfStrip.replaceSubrange(own, with: Array(repeating: unit, count: set.count))
    if own.upperBound <= index { index += set.count - own.count }
  }
}
