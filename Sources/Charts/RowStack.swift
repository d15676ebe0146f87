import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// What stands right of a row's name, set and not yet placed.
///
/// Its parts lie relative to the left edge of the plot and to the row's axis: the level on which the
/// name of the row stands.
struct RowContent {
  /// The parts.
  var parts: [ChartPart] = []
  /// What the parts need above the axis.
  var above: Length = 0
  /// What they need above that; it may stand in the gap between two rows.
  var overhang: Length = 0
  /// What they need below the axis.
  var below: Length = 0
}

/// The columns of a chart with rows: names, plot, and what stands at the right.
struct RowFrame {
  /// The names of the rows.
  var labels: RowLabels
  /// The left edge of the plot.
  var left: Length
  /// The width of the plot.
  var plot: Length
  /// The words at the right of each row; nil for none.
  var summaries: [SetText?]
  /// The heading of the group that each row opens; nil for none.
  var headings: [SetText?]
  /// The width of all columns.
  var measure: Length
}

/// How rows are stacked.
struct RowStacking {
  /// Whether the axis runs through the first line of a name, or through the middle of all its lines.
  var isAlignedOnFirstLine: Bool
  /// Whether rows are divided by lines.
  var hasSeparators: Bool
}

extension ChartSetter {
  /// The space between the plot and the column at the right.
  private static let summaryGap: Length = 12
  /// The space below the heading of a group.
  private static let headingGap: Length = 4

  /// Sets the names of the rows and the column at the right, and says what is left for the plot.
  func rowFrame(of chart: Chart, measure: Length) throws(TypesettingError) -> RowFrame {
    let labels = try rowLabels(of: chart, measure: measure)
    var summaries: [SetText?] = []
    var width: Length = 0
    for row in chart.rows {
      guard let summary = row.summary else {
        summaries.append(nil)
        continue
      }
      let text = try set([TextPiece(summary.text, .value)], measure: measure / 4)
      let mark = summary.significance == nil ? 0 : SignificanceMark.width
      width = max(width, text.width + mark)
      summaries.append(text)
    }
    if width > 0, !chart.summaryHeading.isEmpty {
      width = max(width, try summaryHeading(of: chart, measure: measure).width)
    }
    let left = labels.width > 0 ? labels.width + style.chart.labelGap : 0
    let right = width > 0 ? width + Self.summaryGap : 0
    var headings: [SetText?] = []
    for row in chart.rows {
      headings.append(
        row.heading.isEmpty
          ? nil : try set([TextPiece(row.heading, .label)], measure: measure))
    }
    return RowFrame(
      labels: labels, left: left, plot: max(measure - left - right, 1), summaries: summaries,
      headings: headings, measure: measure)
  }

  private func summaryHeading(
    of chart: Chart, measure: Length
  ) throws(TypesettingError) -> SetText {
    try set(
      [TextPiece(chart.summaryHeading, .detail, ink: style.colour("muted"))],
      measure: measure / 4)
  }

  /// Sets the heading of the column at the right, flush right at the bottom of the head.
  func setSummaryHeading(
    of chart: Chart, into drawing: inout ChartDrawing
  ) throws(TypesettingError) {
    guard !chart.summaryHeading.isEmpty, chart.rows.contains(where: { $0.summary != nil })
    else { return }
    let heading = try summaryHeading(of: chart, measure: drawing.size.width)
    let left = drawing.size.width - heading.width
    let isFree = drawing.parts.allSatisfy {
      $0.bounds.right + Self.entryGap <= left
        || $0.bounds.bottom <= drawing.size.height - heading.height
    }
    if !isFree || drawing.size.height < heading.height { drawing.size.height += heading.height }
    drawing.parts += heading.parts(
      at: Point(x: left, y: drawing.size.height - heading.height), as: .summaryHeading,
      flushRightIn: heading.width)
  }

  /// Places the rows of a chart one below the other at the bottom of a drawing.
  ///
  /// - Returns: the areas of the plot, one for each run of rows that no heading interrupts.
  func stack(
    _ contents: consuming [RowContent], of chart: Chart, in frame: RowFrame,
    as stacking: RowStacking,
    into drawing: inout ChartDrawing
  ) -> [Rect] {
    // All rows stand equally far apart: the one whose values stand highest sets the pace.
    var lift: Length = 0
    for row in contents.indices.dropFirst() { lift = max(lift, contents[row].overhang) }
    var areas: [Rect] = []
    var y = drawing.size.height
    for row in contents.indices {
      let (above, below) = (contents[row].above, contents[row].below)
      let label = frame.labels.labels[row]
      let labelAbove =
        stacking.isAlignedOnFirstLine ? label.name.firstLineHeight / 2 : label.height / 2
      let isNew = row == 0 || !chart.rows[row].heading.isEmpty
      if row > 0 {
        let gap = gap(above: row, of: chart)
        if chart.mayBreak(above: row) { drawing.breaks.append(y) }
        if draws, stacking.hasSeparators, !chart.hasGroups || chart.rows[row].opensGroup {
          drawing.parts.append(separator(above: row, y: y + gap / 2, width: frame.measure))
        }
        if isNew { y += gap }
      }
      if let heading = frame.headings[row] {
        if draws {
          drawing.parts += heading.parts(at: Point(x: 0, y: y), as: .heading(row: row))
        }
        y += heading.height + Self.headingGap
      }
      let top = y
      let core = max(above, labelAbove)
      if isNew {
        y += max(above + contents[row].overhang, labelAbove)
      } else {
        let clear = lift > 0 ? above + lift + StackedValues.leaderHeight : 0
        y += max(clear, gap(above: row, of: chart) + core)
      }
      if draws {
        drawing.parts += label.parts(at: Point(x: 0, y: y - labelAbove), row: row)
        for index in contents[row].parts.indices {
          contents[row].parts[index].move(x: frame.left, y: y)
        }
        drawing.parts += contents[row].parts
        drawing.parts += summaryParts(row, of: chart, in: frame, axis: y)
      }
      let summaryHalf = (frame.summaries[row]?.height ?? 0) / 2
      y += max(below, label.height - labelAbove, summaryHalf)
      if isNew || areas.isEmpty {
        areas.append(Rect(x: frame.left, y: top, width: frame.plot, height: y - top))
      } else {
        areas[areas.count - 1].size.height = y - areas[areas.count - 1].top
      }
    }
    drawing.size.height = y
    return areas
  }

  private func summaryParts(
    _ row: Int, of chart: Chart, in frame: RowFrame, axis: Length
  ) -> [ChartPart] {
    guard let text = frame.summaries[row] else { return [] }
    let corner = Point(x: frame.measure - text.width, y: axis - text.height / 2)
    var parts = text.parts(at: corner, as: .summary(row: row), flushRightIn: text.width)
    if let significance = chart.rows[row].summary?.significance {
      parts.append(
        SignificanceMark(significance).part(
          .summarySignificance(row: row), leftX: corner.x - SignificanceMark.width, axis: axis,
          ink: style.colour("ink")))
    }
    return parts
  }

  private func separator(above row: Int, y: Length, width: Length) -> ChartPart {
    line(
      .separator(row: row),
      from: Point(x: 0, y: y),
      to: Point(x: width, y: y),
      stroke: Stroke(colour: style.colour("rule"), width: 0.5)
    )
  }

  /// The lines where bars start, one for each run of rows.
  func zeroLines(at x: Length, along areas: [Rect]) -> [ChartPart] {
    guard draws else { return [] }
    return areas.map { area in
      line(
        .zeroLine,
        from: Point(x: x, y: area.top),
        to: Point(x: x, y: area.bottom),
        stroke: Stroke(colour: style.colour("muted"), width: 0.75)
      )
    }
  }

  /// A line as a part; its bounds are those of its middle.
  func line(
    _ element: ChartPart.Element,
    from start: Point,
    to end: Point,
    stroke: Stroke
  ) -> ChartPart {
    let corner = Point(x: min(start.x, end.x), y: min(start.y, end.y))
    let opposite = Point(x: max(start.x, end.x), y: max(start.y, end.y))
    return ChartPart(
      element,
      marks: [.path(PathMark(.line(from: start, to: end), stroke: stroke))],
      bounds: Rect(
        x: corner.x,
        y: corner.y,
        width: opposite.x - corner.x,
        height: opposite.y - corner.y
      )
    )
  }
}

extension Chart {
  /// A group with a heading and at most so many rows stays on one page.
  private static let longestGroup = 10

  /// Whether a page may end above a row: not within a short group, which would lose its heading.
  func mayBreak(above row: Int) -> Bool {
    guard let start = rows[..<row].lastIndex(where: { !$0.heading.isEmpty }),
      rows[row].heading.isEmpty, !rows[row].opensGroup
    else { return true }
    let rest = rows[(start + 1)...]
    let end = rest.firstIndex { !$0.heading.isEmpty || $0.opensGroup } ?? rows.count
    return end - start > Self.longestGroup
  }
}
