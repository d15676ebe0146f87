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

  /// Creates a drawing.
  public init(size: Size, parts: [ChartPart] = []) {
    self.size = size
    self.parts = parts
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
    /// The line where grouped bars start.
    case zeroLine
    /// The line between a row and the row above.
    case separator(row: Int)
    /// The line from a part of a bar to its value.
    case leader(row: Int, series: Int)
    /// The colour sample of a series in the legend.
    case swatch(series: Int)
    /// The colour sample of a value that is listed below its bar.
    case listSwatch(row: Int, series: Int)
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
    case .track, .bar, .zeroLine, .separator, .leader, .swatch, .listSwatch: true
    case .legend, .label, .detail, .value, .reason: false
    }
  }

  /// The text of the part's glyph runs in order.
  public var text: String {
    marks.map { mark in
      if case .glyphs(let glyphs) = mark { glyphs.run.text } else { "" }
    }.joined()
  }
}

extension ChartDrawing {
  /// Two parts that stand on one another and must not: their indices in `parts`.
  public struct Collision: Sendable, Hashable {
    /// The part that is drawn first.
    public var first: Int
    /// The part that is drawn over it.
    public var second: Int
  }

  /// The parts that stand on one another and must not.
  ///
  /// Words collide with other words, with the bar of another cell, with lines and colour samples;
  /// they may stand on their own bar and on tracks.
  public var collisions: [Collision] {
    var found: [Collision] = []
    for second in parts.indices {
      for first in parts.indices.prefix(upTo: second)
      where parts[first].collides(with: parts[second]) {
        found.append(Collision(first: first, second: second))
      }
    }
    return found
  }

  /// The indices of the parts that reach out of the drawing.
  public var partsOutside: [Int] {
    let area = Rect(origin: .zero, size: size)
    return parts.indices.filter { !area.contains(parts[$0].bounds, tolerance: 0.05) }
  }
}

extension ChartPart {
  /// Whether this part and another stand on one another and must not.
  func collides(with other: ChartPart) -> Bool {
    guard bounds.overlaps(other.bounds), element != other.element else { return false }
    switch (isArtwork, other.isArtwork) {
    case (false, false): return true
    case (true, false): return blocks(other)
    case (false, true): return other.blocks(self)
    case (true, true): return isBar && other.isBar
    }
  }

  private var isBar: Bool { if case .bar = element { true } else { false } }

  /// Whether words may not stand on this artwork.
  private func blocks(_ words: ChartPart) -> Bool {
    switch (element, words.element) {
    case (.track, _): false
    case (.bar(let row, let series), .value(let otherRow, let otherSeries)):
      row != otherRow || series != otherSeries
    default: true
    }
  }
}
