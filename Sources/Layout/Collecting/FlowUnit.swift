import Diagnostics
import DocumentTree
import Drawing

/// A part of the flow that is set for a measure in one go: a paragraph, a table, a chart.
///
/// The structure elements are made when the units are collected, in reading order; setting a unit
/// again for another measure gives strips for the same elements.
struct FlowUnit {
  /// What the unit is.
  enum Content {
    case paragraph(ParagraphUnit)
    case table(TableUnit)
    case chart(ChartUnit)
    case picture(CaptionedPicture, element: Int)
    case keyFigures([KeyFigure], elements: [(value: Int, label: Int)])
    /// Contents as tiles.
    case tiles([TileUnit])
    case columns([FlowUnit], count: Int)
    /// Text at the left, charts at the right of it.
    case beside([FlowUnit], [FlowUnit], textShare: Double, gap: Length)
  }

  /// What the unit is.
  var content: Content
  /// The names by which links find the unit's top.
  var anchors: [String] = []
  /// The tinted ground that the unit stands on.
  var ground: Ground?
  /// Moves the unit from the left edge, on top of its style's own indent.
  var indent: Length = 0
  /// Whether pages should not part the unit's lines.
  var keepsTogether = false
  /// How the unit holds on to the one above.
  var boundary: Strip.Boundary = .free
  /// The section that begins with the unit, for running heads.
  var section: String?
  /// Whether the unit stands at the top of a page.
  var startsPage = false
  /// Whether the page ends below the unit.
  var endsPage = false
  /// Whether the unit stands on a page of its own once the group around it does not fit one.
  var standsAlone = false
  /// Whether the unit stands across all columns of its frame.
  var isWide = false
  /// Where the source says it.
  var range: SourceRange?

  /// Whether the unit is a table without groups, of so few rows that they had better stand together.
  var isShortTable: Bool {
    guard case .table(let unit) = content else { return false }
    return unit.table.groups.isEmpty && unit.table.rows.count <= 16
  }
}

/// A paragraph, heading, list item or entry of the contents.
struct ParagraphUnit {
  /// The text.
  var text: [Inline]
  /// The paragraph style, by name.
  var style: String
  /// The structure element of the text.
  var element: Int
  /// Whether it is a heading, of which no word is divided.
  var isHeading = false
  /// A bullet or number in front, with its structure element.
  var marker: (text: Inline, element: Int, width: Length)?
  /// The anchor whose page number stands at the right edge: an entry of the contents.
  var pageOf: String?
}

/// A chart with its structure elements.
struct ChartUnit {
  /// Its number in the document, from 1.
  var number: Int
  /// The chart.
  var chart: Chart
  /// Its elements.
  var elements: ChartElements
}

/// A tile of the contents.
struct TileUnit {
  /// The number of the chapter; nil if it has none.
  var number: String?
  /// Its short title.
  var title: String
  /// The anchor of its heading.
  var anchor: String
  /// The structure element that holds the link.
  var element: Int
  /// Where the source says the title.
  var range: SourceRange?

  /// The link that the whole tile is.
  var link: LinkPiece {
    LinkPiece(
      number: 0, target: .anchor(anchor),
      description: [number, title.withoutSoftHyphens].compactMap { $0 }.joined(separator: " "))
  }
}

/// A table with the structure elements of its cells.
struct TableUnit {
  /// The table.
  var table: Table
  /// Its elements.
  var elements: Elements

  /// The structure elements of a table's cells.
  struct Elements {
    /// Those of the header's cells, row by row.
    var header: [[Int]] = []
    /// Those of the heads of groups.
    var groups: [Int] = []
    /// Those of the body's cells, row by row.
    var rows: [[Int]] = []
  }
}
