import Diagnostics
import DocumentTree
import Drawing
import PageModel

/// A horizontal slice of a galley: a line of text, a table row, a chart. Pages break between strips.
struct Strip {
  /// What may happen at the boundary above a strip.
  enum Boundary: Int, Comparable {
    /// A page may end above.
    case free
    /// A page had better not end above: the strips are to stand on one page.
    case together
    /// A page should not end above: widows and orphans, a heading's next line.
    case kept
    /// The strips belong to one another: a page never ends above.
    case joined

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The height, without the spaces around.
  var height: Length
  /// What is drawn, relative to the top-left corner of the frame's column at the strip's top.
  var pieces: [StripPiece] = []
  /// The piece of a chart that is drawn besides, once the strip is placed; nil for none.
  var chart: ChartSlice?
  /// The space above; the larger of it and the space below the strip before counts.
  var spaceBefore: Length = 0
  /// The space below.
  var spaceAfter: Length = 0
  /// Whether a page may end above.
  var boundary: Boundary = .free
  /// The section that begins with the strip, for running heads.
  var section: String?
  /// Whether a page ends above, if something stands on it that does not hold on to the strip.
  var startsPage = false
  /// Whether a frame ends above once the strips that belong together do not fit one page.
  var standsAlone = false
  /// Whether the strip asks for one of the next unit on the same page.
  var keepsNext = false
  /// The footnotes that have a mark on the strip, by index, in the order of their marks.
  var notes: [Int] = []
  /// The footnote that the strip is a part of, by index; nil for what is none.
  var noteOf: Int?
  /// Whether the strip starts on the baseline grid.
  var isOnGrid = false
  /// The names by which links find the strip's top.
  var anchors: [String] = []
  /// The paragraph style, by name; nil for what is no paragraph.
  var style: String?
  /// The tinted ground that the strip stands on.
  var ground: Ground?
  /// What is repeated above the strip at the top of a frame: the head of its table or chart.
  var repeatedHead: [Strip] = []
  /// Where the source says it.
  var range: SourceRange?
  /// How many Unicode scalars of the paragraph's text are behind the strip's end.
  var scalarsSet = 0

  /// All that is drawn, a chart included.
  var drawn: [StripPiece] { chart.map { pieces + $0.pieces } ?? pieces }
}

/// A tinted ground behind neighbouring strips with the same id.
struct Ground: Equatable {
  /// The same for all strips of one box.
  var id: Int
  /// The colour, by name in the style sheet.
  var colour: String
  /// How far the ground reaches beyond the strips above and below.
  var padding: Length
  /// The space outside the ground, above and below.
  var margin: Length
  /// Whether the ground is a speech bubble: with a tail at its lower edge.
  var hasTail = false

  /// The distance from the strips outside to those inside.
  var reach: Length { padding + margin }

  /// The path around a box; the tail of a speech bubble reaches into the margin below.
  func outline(of box: Rect) -> Path {
    guard hasTail else { return .rectangle(box) }
    let tail = margin
    let start = box.left + padding * 2
    return Path([
      .move(box.origin), .line(Point(x: box.right, y: box.top)),
      .line(Point(x: box.right, y: box.bottom)), .line(Point(x: start + tail * 2, y: box.bottom)),
      .line(Point(x: start, y: box.bottom + tail)), .line(Point(x: start, y: box.bottom)),
      .line(Point(x: box.left, y: box.bottom)), .close,
    ])
  }
}

/// Marks of a strip that belong to one structure element, or to none.
struct StripPiece {
  /// What the marks belong to.
  enum Owner: Equatable {
    /// A structure element, by its index.
    case element(Int)
    /// A link inside an element: its number there, target and wording.
    case link(LinkPiece, in: Int)
    /// Nothing: rules and grounds.
    case artifact
  }

  /// What the marks belong to.
  var owner: Owner
  /// The marks, relative to the strip.
  var marks: [Mark]
  /// Where the text comes from.
  var origin: Origin
  /// The area, relative to the strip.
  var bounds: Rect
  /// Where the source says it.
  var range: SourceRange?
  /// Text that is filled in when all pages are known.
  var late: LatePiece?
  /// The active area of a link that is larger than its words, relative to the strip.
  var linkArea: Rect?
}

/// A link inside a paragraph.
struct LinkPiece: Equatable {
  /// Its position among the inlines of its paragraph: the parts of one link share it.
  var number: Int
  /// Where it leads.
  var target: LinkTarget
  /// What it says.
  var description: String
  /// Whether the link is the mark of a footnote: it stands below a reference in the tree.
  var isNoteMark = false
}
