public import DocumentTree
public import Drawing
import HouseStyle
public import Typesetting

/// A chart with its words set and its heights open.
///
/// Widths are settled: those of names, values and scales, and what stands behind or below what. The
/// heights of bars, gaps and plots are chosen when it is drawn, as often as a page is tried, and no text is
/// set for it again; only what is set smaller or elsewhere because of a height is set then.
public struct ChartForm {
  /// Draws with the usual heights.
  let setter: ChartSetter
  let chart: Chart
  /// The legend, what the marks of significance say, and the heading of the column at the right.
  let head: ChartDrawing
  let body: Body

  /// What stands below the head.
  enum Body {
    case groupedBars(GroupedForm)
    case stackedBars(StackedForm)
    case smallMultiples(PanelForm)
    case dumbbell(DumbbellForm)
    case columns(ColumnForm)
    case lines(LinesForm)
  }

  /// Draws the chart.
  ///
  /// - Parameter extent: how far the chart gives way or grows: from -1 for the least heights of the
  ///   style to 1 for the most, 0 for the usual ones.
  /// - Returns: a drawing with legend, labels, bars and values.
  public func drawing(at extent: Double = 0) throws(TypesettingError) -> ChartDrawing {
    try drawing(with: setter.set(to: extent, draws: true))
  }

  /// The heights of the pieces of the drawing: of its head, and of its rows between the places where a
  /// page may end. Nothing is drawn for them, but lines, whose names stand where lines leave room.
  ///
  /// - Parameter extent: how far the chart gives way or grows.
  /// - Returns: what `drawing(at:)` has when it is sliced.
  public func heights(
    at extent: Double = 0
  ) throws(TypesettingError) -> (head: Length, body: [Length]) {
    let edges = try drawing(with: setter.set(to: extent, draws: false)).edges
    let heights = zip(edges, edges.dropFirst()).map { $1 - $0 }
    return (heights[0], Array(heights.dropFirst()))
  }

  private func drawing(with setter: ChartSetter) throws(TypesettingError) -> ChartDrawing {
    var drawing = head
    if drawing.size.height > 0 { drawing.size.height += setter.style.chart.rowGap * 1.25 }
    drawing.headHeight = drawing.size.height
    switch body {
    case .groupedBars(let form): setter.draw(form, of: chart, into: &drawing)
    case .stackedBars(let form): try setter.draw(form, of: chart, into: &drawing)
    case .smallMultiples(let form): setter.draw(form, of: chart, into: &drawing)
    case .dumbbell(let form): setter.draw(form, of: chart, into: &drawing)
    case .columns(let form): try setter.draw(form, of: chart, into: &drawing)
    case .lines(let form): try setter.draw(form, of: chart, into: &drawing)
    }
    return drawing
  }
}

extension ChartSetter {
  /// Sets the words of a chart.
  ///
  /// - Parameters:
  ///   - chart: the data; shares outside 0 to 1 are drawn as the nearer of the two.
  ///   - measure: the width of the drawing.
  /// - Returns: the chart, to be drawn at any heights.
  public func form(
    of chart: Chart, measure: Length
  ) throws(TypesettingError) -> ChartForm {
    var head = ChartDrawing(size: Size(width: measure, height: 0))
    switch chart.kind {
    // Panels and lines are named where they stand.
    case .smallMultiples, .lines: break
    default: try setLegend(of: chart, into: &head)
    }
    try setSignificanceLegend(of: chart, into: &head)
    try setSummaryHeading(of: chart, into: &head)
    return ChartForm(
      setter: self, chart: chart, head: head, body: try body(of: chart, measure: measure))
  }

  private func body(
    of chart: Chart, measure: Length
  ) throws(TypesettingError) -> ChartForm.Body {
    switch chart.kind {
    case .stackedBars, .divergingBars, .ranking:
      return .stackedBars(try stackedForm(of: chart, measure: measure))
    case .smallMultiples:
      return .smallMultiples(try panelForm(of: chart, measure: measure))
    case .dumbbell where chart.series.count == 2:
      return .dumbbell(try dumbbellForm(of: chart, measure: measure))
    case .columns:
      if let form = try columnForm(of: chart, measure: measure) { return .columns(form) }
      return .groupedBars(try groupedForm(of: chart, measure: measure))
    case .lines: return .lines(try linesForm(of: chart, measure: measure))
    case .groupedBars, .dumbbell:
      return .groupedBars(try groupedForm(of: chart, measure: measure))
    }
  }
}
