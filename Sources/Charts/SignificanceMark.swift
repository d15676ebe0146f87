import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// The mark of a value that a test puts above or below what it was compared with: a triangle that
/// points up or down.
///
/// It is a drawing and no character, so that it needs nothing of a font.
struct SignificanceMark {
  /// Where the mark points.
  var significance: Chart.Significance

  /// The width of the triangle.
  static let side: Length = 5.5
  /// The space between a value and its mark.
  static let gap: Length = 2.5
  /// The width of a mark with its space.
  static var width: Length { side + gap }
  private static let height: Length = 5

  init(_ significance: Chart.Significance) { self.significance = significance }

  /// The triangle on an axis.
  func part(
    _ element: ChartPart.Element, leftX: Length, axis: Length, ink: Colour
  ) -> ChartPart {
    let area = Rect(x: leftX, y: axis - Self.height / 2, width: Self.side, height: Self.height)
    return ChartPart(
      element, marks: [.path(PathMark(Self.path(significance, in: area), fill: ink))], bounds: area)
  }

  static func path(_ significance: Chart.Significance, in area: Rect) -> Path {
    let base = significance == .higher ? area.bottom : area.top
    let tip = significance == .higher ? area.top : area.bottom
    return Path([
      .move(Point(x: area.left, y: base)), .line(Point(x: area.right, y: base)),
      .line(Point(x: area.left + area.width / 2, y: tip)), .close,
    ])
  }
}

extension ChartSetter {
  /// Sets what the marks of significance say, below the legend.
  func setSignificanceLegend(
    of chart: Chart, into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    guard chart.hasSignificance, !chart.significanceLegend.isEmpty else { return }
    if drawing.size.height > 0 { drawing.size.height += EntryFlow.lineGap }
    let marks = SignificanceMark.side * 2 + 1.5
    let room = max(drawing.size.width - marks - Self.swatchGap, 1)
    let text = try set([TextPiece(chart.significanceLegend, .legend)], measure: room)
    let axis = drawing.size.height + text.firstLineHeight / 2
    let ink = style.colour("ink")
    let up = SignificanceMark(.higher).part(.significanceSwatch, leftX: 0, axis: axis, ink: ink)
    let down = SignificanceMark(.lower).part(
      .significanceSwatch, leftX: SignificanceMark.side + 1.5, axis: axis, ink: ink)
    drawing.parts.append(
      ChartPart(
        .significanceSwatch, marks: up.marks + down.marks, bounds: up.bounds.union(down.bounds)))
    drawing.parts += text.parts(
      at: Point(x: marks + Self.swatchGap, y: drawing.size.height), as: .significanceLegend)
    drawing.size.height += text.height
  }
}
