import Charts
import Diagnostics
import DocumentTree
import Drawing
import HouseStyle

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
    guard
      let drawing = drawing(of: unit, measure: measure, extent: extent, into: &log, at: range)
    else { return [] }
    let (head, body) = (consume drawing).sliced()
    var strips = body.map { strip(of: $0, unit.elements, at: range) }
    for index in strips.indices.dropFirst() { strips[index].boundary = .kept }
    if head.size.height > 0 {
      let head = strip(of: head, unit.elements, at: range)
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

  private func drawing(
    of unit: ChartUnit, measure: Length, extent: Double, into log: inout DiagnosticLog,
    at range: SourceRange?
  ) -> ChartDrawing? {
    do {
      return try setting.charts.form(of: unit, measure: measure, in: setting).drawing(at: extent)
    } catch {
      setting.report(error, in: [], at: range, into: &log)
      return nil
    }
  }

  private func strip(
    of drawing: ChartDrawing, _ elements: ChartElements, at range: SourceRange?
  ) -> Strip {
    Strip(
      height: drawing.size.height,
      pieces: drawing.parts.map { part in
        StripPiece(
          owner: elements.owner(of: part), marks: part.marks, origin: part.origin,
          bounds: part.bounds, range: range)
      })
  }
}
