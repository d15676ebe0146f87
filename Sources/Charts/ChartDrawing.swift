public import Diagnostics
public import DocumentTree
public import Drawing

/// A chart as it is drawn: parts placed relative to the drawing's top-left corner.
///
/// Title, subtitle and notes are paragraphs and not in it.
public struct ChartDrawing: Sendable, Hashable {
  /// Width (the measure that was asked for) and height.
  public var size: Size
  /// The parts in drawing order.
  public var parts: [ChartPart]
  /// The height of the head: legend, column heading and scale, which are repeated on each page.
  public var headHeight: Length
  /// Where a page may end: distances from the top, between two rows, in order.
  public var breaks: [Length]

  /// The edges of its pieces, from the top: that of the head, of each row below a break, and the last.
  var edges: [Length] {
    [0, headHeight] + breaks.filter { $0 > headHeight && $0 < size.height } + [size.height]
  }

  /// Creates a drawing.
  public init(
    size: Size, parts: [ChartPart] = [], headHeight: Length = 0, breaks: [Length] = []
  ) {
    self.size = size
    self.parts = parts
    self.headHeight = headHeight
    self.breaks = breaks
  }
}

/// One part of a chart: artwork, or the printed words of one origin on one line.
public struct ChartPart: Sendable, Hashable {
  /// What a part shows; rows and series are counted from 0 as in the chart.
  public enum Element: Sendable, Hashable {
    /// The pale ground that shows the full length of a bar of 100 %.
    case track(row: Int)
    /// A bar, or a part of a stacked one.
    case bar(row: Int, series: Int)
    /// The line where bars start, or where they part.
    case zeroLine
    /// A pale line of the scale.
    case guide(tick: Int)
    /// The line between a row and the row above.
    case separator(row: Int)
    /// The line from a part of a bar to its value, or from a line's end to its name.
    case leader(row: Int, series: Int)
    /// The reach of the interval of a value.
    case whisker(row: Int, series: Int)
    /// The mark of significance behind a value.
    case significance(row: Int, series: Int)
    /// The mark of significance beside the words at the right of a row.
    case summarySignificance(row: Int)
    /// The line between the two values of a row.
    case connector(row: Int)
    /// A value as a dot.
    case dot(row: Int, series: Int)
    /// The part of a line from the value of a row to that of a later one.
    case stretch(series: Int, row: Int, to: Int)
    /// The colour sample of a series in the legend.
    case swatch(series: Int)
    /// The colour sample of a value that is listed below its bar.
    case listSwatch(row: Int, series: Int)
    /// The marks of significance in the legend.
    case significanceSwatch
    /// What the marks of significance say.
    case significanceLegend
    /// A number of the scale.
    case tick(Int)
    /// The heading of the group that a row opens.
    case heading(row: Int)
    /// The heading of the column at the right.
    case summaryHeading
    /// The words at the right of a row.
    case summary(row: Int)
    /// The name of a series above its panel or at its line's end.
    case name(series: Int)
    /// The name of a series in the legend.
    case legend(series: Int)
    /// The name of a row.
    case label(row: Int)
    /// What stands below the name of a row.
    case detail(row: Int)
    /// The value of a cell, and the name of its series where the legend alone would not do.
    case value(row: Int, series: Int)
    /// Why a cell has no bar.
    case reason(row: Int, series: Int)
  }

  /// What the part shows.
  public var element: Element
  /// What is drawn, in order.
  public var marks: [Mark]
  /// Where the text comes from; `label` for artwork.
  public var origin: Origin
  /// The area; for text from ascender to descender.
  public var bounds: Rect
  /// Where the source says it.
  public var range: SourceRange?
  /// Whether the words stand in the drawing already: the names of rows beside each line of panels.
  public var isRepeated = false

  /// Creates a part.
  public init(
    _ element: Element,
    marks: [Mark],
    origin: Origin = .label,
    bounds: Rect,
    range: SourceRange? = nil
  ) {
    self.element = element
    self.marks = marks
    self.origin = origin
    self.bounds = bounds
    self.range = range
  }

  /// Whether the part is a picture and not text.
  public var isArtwork: Bool {
    switch element {
    case .legend, .significanceLegend, .tick, .heading, .label, .detail, .summaryHeading, .summary,
      .name, .value, .reason:
      false
    default: true
    }
  }

  /// The text of the part's glyph runs in order.
  public var text: String {
    marks.map { mark in
      if case .glyphs(let glyphs) = mark { glyphs.run.text } else { "" }
    }.joined()
  }

  /// Moves the part.
  mutating func move(x dx: Length = 0, y dy: Length = 0) {
    for index in marks.indices { marks[index].move(x: dx, y: dy) }
    bounds = bounds.moved(x: dx, y: dy)
  }
}
