import Charts
import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

extension Galley {
  /// The strips of a chart: its head, which holds on to the first row, then a strip for each piece
  /// between two places where a page may end.
  ///
  /// A chart stays in one piece as long as a page has room for it; on a page of its own that is too
  /// low it goes on with its head repeated.
  ///
  /// - Parameter extent: how far the chart gives way or grows, from -1 to 1: `ChartStyle.set(to:)`.
  func strips(
    of unit: ChartUnit, measure: Length, extent: Double, into log: inout DiagnosticLog,
    at range: SourceRange?
  ) -> [Strip] {
    let chart: LaterChart
    do {
      let form = try setting.charts.form(of: unit, measure: measure, in: setting)
      chart = try LaterChart(form, extent: extent, elements: unit.elements, range: range)
    } catch {
      setting.report(error, in: [], at: range, into: &log)
      return []
    }
    var strips = chart.body.enumerated().map { index, height in
      Strip(height: height, chart: ChartSlice(chart, index + 1))
    }
    for index in strips.indices.dropFirst() { strips[index].boundary = .kept }
    if chart.head > 0 {
      let head = Strip(height: chart.head, chart: ChartSlice(chart, 0))
      for index in strips.indices.dropFirst() { strips[index].repeatedHead = [head] }
      strips[0].boundary = .joined
      strips.insert(head, at: 0)
    }
    // A low row does not stand alone on the last page.
    if strips.count > 2, strips[strips.count - 1].height < style.baseline * 4 {
      strips[strips.count - 1].boundary = .joined
    }
    let gap = style.baseline / 2
    strips[0].spaceBefore = gap
    strips[strips.count - 1].spaceAfter = gap
    return strips
  }
}

/// A chart of which the heights are settled, drawn when it is placed: a page that is tried with it needs
/// no more than its heights.
final class LaterChart {
  /// The height of the head.
  let head: Length
  /// The heights of the pieces between two places where a page may end.
  let body: [Length]
  private let form: ChartForm
  private let extent: Double
  private let elements: ChartElements
  private let range: SourceRange?
  private lazy var drawn: [[StripPiece]] = draw()

  init(
    _ form: ChartForm, extent: Double, elements: ChartElements, range: SourceRange?
  ) throws(TypesettingError) {
    (head, body) = try form.heights(at: extent)
    self.form = form
    self.extent = extent
    self.elements = elements
    self.range = range
  }

  /// What is drawn on a piece; the head is number 0.
  func pieces(of number: Int) -> [StripPiece] { drawn[number] }

  private func draw() -> [[StripPiece]] {
    // What cannot be set was refused when the heights were asked for.
    guard let drawing = try? form.drawing(at: extent) else { return [[]] + body.map { _ in [] } }
    let slices = drawing.sliced()
    return ([slices.head] + slices.body).map { slice in
      slice.parts.map { part in
        StripPiece(
          owner: elements.owner(of: part), marks: part.marks, origin: part.origin,
          bounds: part.bounds, range: range)
      }
    }
  }
}

/// A piece of a chart on a strip.
struct ChartSlice {
  private let chart: LaterChart
  private let number: Int
  private var shift = Point.zero

  init(_ chart: LaterChart, _ number: Int) {
    self.chart = chart
    self.number = number
  }

  /// Moves what will be drawn.
  mutating func move(x dx: Length, y dy: Length) { shift = shift.moved(x: dx, y: dy) }

  /// What is drawn, relative to the strip.
  var pieces: [StripPiece] {
    var pieces = chart.pieces(of: number)
    guard shift != .zero else { return pieces }
    for index in pieces.indices { pieces[index].move(x: shift.x, y: shift.y) }
    return pieces
  }
}
