import Diagnostics
import DocumentTree
import Drawing
import HouseStyle

/// Sets flow units for a measure: units in, strips out. Nothing is placed yet.
struct Galley {
  let setting: TextSetting
  /// The house style.
  var style: StyleSheet { setting.style }

  /// The strips of a unit.
  ///
  /// - Parameters:
  ///   - unit: the unit.
  ///   - measure: the width of the frame.
  ///   - start: how many scalars of a paragraph are set already, in a frame of another measure.
  ///   - extent: how far a chart gives way or grows, from -1 to 1.
  ///   - log: takes what the typesetter refuses, and lines that are too wide.
  func strips(
    of unit: FlowUnit, measure: Length, from start: Int = 0, extent: Double = 0,
    into log: inout DiagnosticLog
  ) -> [Strip] {
    let inset = unit.ground.map { $0.padding + 2 } ?? 0
    let left = unit.indent + inset
    let width = measure - left - inset
    var strips: [Strip]
    switch unit.content {
    case .paragraph(let paragraph):
      strips = self.strips(of: paragraph, measure: width, from: start, into: &log, at: unit.range)
    case .table(let table): strips = self.strips(of: table, measure: width, into: &log)
    case .chart(let chart):
      strips = self.strips(
        of: chart, measure: width, extent: extent, into: &log, at: unit.range)
    case .picture(let picture, let element):
      strips = [strip(of: picture, element: element, measure: width, into: &log, at: unit.range)]
    case .keyFigures(let figures, let elements):
      strips = self.strips(of: figures, elements: elements, measure: width, into: &log)
    case .tiles(let tiles): strips = self.strips(of: tiles, measure: width, into: &log)
    case .columns(let units, let count):
      strips = self.strips(of: units, columns: count, measure: width, into: &log)
    case .beside(let text, let displays, _, _):
      strips = self.strips(of: text + displays, measure: width, into: &log)
    }
    for index in strips.indices {
      strips[index].style = unit.style
      strips[index].range = strips[index].range ?? unit.range
      strips[index].settle(on: unit.ground, x: left)
      if unit.keepsTogether, index > 0 {
        strips[index].boundary = max(strips[index].boundary, .together)
      }
    }
    if !strips.isEmpty, start == 0 {
      strips[0].anchors += unit.anchors
      strips[0].boundary = max(strips[0].boundary, unit.boundary)
      strips[0].section = unit.section
      strips[0].startsPage = unit.startsPage
      strips[0].standsAlone = unit.standsAlone
    }
    if !strips.isEmpty { strips[strips.count - 1].keepsNext = unit.keepsNext(in: style) }
    return strips
  }

  /// All strips of several units, with keep-with-next carried over to the unit behind.
  func strips(of units: [FlowUnit], measure: Length, into log: inout DiagnosticLog) -> [Strip] {
    var result: [Strip] = []
    for unit in units {
      var strips = self.strips(of: unit, measure: measure, into: &log)
      if result.last?.keepsNext == true, !strips.isEmpty {
        strips[0].boundary = max(strips[0].boundary, .kept)
      }
      result += strips
    }
    return result
  }
}

extension FlowUnit {
  /// The paragraph style, by name; nil for what is no paragraph.
  var style: String? {
    if case .paragraph(let paragraph) = content { paragraph.style } else { nil }
  }

  /// Whether the unit's style asks for a line of the next unit on the same page.
  func keepsNext(in style: StyleSheet) -> Bool {
    self.style.map { style.paragraph($0).keepsWithNext } ?? false
  }
}

extension Strip {
  /// Gives the strip, and what is repeated above it, its ground and its place in the measure.
  fileprivate mutating func settle(on ground: Ground?, x: Length) {
    self.ground = ground
    if x > 0 { move(x: x) }
    guard ground != nil || x > 0 else { return }
    for index in repeatedHead.indices { repeatedHead[index].settle(on: ground, x: x) }
  }

  /// Moves everything on the strip.
  mutating func move(x dx: Length, y dy: Length = 0) {
    for index in pieces.indices { pieces[index].move(x: dx, y: dy) }
    chart?.move(x: dx, y: dy)
  }
}

extension StripPiece {
  /// Sets text of one colour in another: words in the common ink, on a dark page.
  mutating func recolour(from old: Colour, to new: Colour) {
    for index in marks.indices {
      if case .glyphs(var mark) = marks[index], mark.colour == old {
        mark.colour = new
        marks[index] = .glyphs(mark)
      }
    }
    if late?.look.colour == old { late?.look.colour = new }
  }

  /// Moves the piece.
  mutating func move(x dx: Length, y dy: Length) {
    for index in marks.indices { marks[index].move(x: dx, y: dy) }
    bounds = bounds.moved(x: dx, y: dy)
    linkArea = linkArea?.moved(x: dx, y: dy)
    late?.move(x: dx, y: dy)
  }
}
