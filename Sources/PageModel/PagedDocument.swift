public import DocumentTree
public import Drawing

/// A document laid out: pages of positioned things, the logical tree, and how to find one's way.
public struct PagedDocument: Sendable, Hashable {
  /// Title, language and the like.
  public var metadata: Document.Metadata
  /// The pages in order.
  public var pages: [Page]
  /// The logical tree: what readers are told, in reading order.
  public var structure: StructureTree
  /// The bookmarks in order.
  public var outline: [OutlineEntry]
  /// The places that links and bookmarks lead to, by anchor.
  public var destinations: [String: Destination]
  /// Every printed number; `Origin.figure` and `Origin.bound` point into it.
  public var figures: [PrintedFigure]

  /// The sheet that the pages are printed on; nil for pages without bleed and marks.
  public var print: PrintSheet?

  /// How far a sheet reaches beyond the trimmed page, on each side.
  public var margin: Length { print?.margin ?? 0 }

  /// Creates a laid-out document.
  public init(
    metadata: Document.Metadata, pages: [Page] = [], structure: StructureTree = StructureTree(),
    outline: [OutlineEntry] = [], destinations: [String: Destination] = [:],
    figures: [PrintedFigure] = [], print: PrintSheet? = nil
  ) {
    self.print = print
    self.metadata = metadata
    self.pages = pages
    self.structure = structure
    self.outline = outline
    self.destinations = destinations
    self.figures = figures
  }
}

/// One page.
public struct Page: Sendable, Hashable {
  /// The trimmed size.
  public var size: Size
  /// What the page is called in print and in viewers.
  public var number: PageNumber
  /// What is drawn, in drawing order.
  public var items: [PageItem]
  /// The active areas of links.
  public var links: [LinkArea]
  /// Why the page ends where it does, frame by frame.
  public var endings: [PageEnding]

  /// The number as it is printed; empty for a page without one.
  public var label: String { number.label }

  /// Creates a page.
  public init(
    size: Size, number: PageNumber, items: [PageItem] = [], links: [LinkArea] = [],
    endings: [PageEnding] = []
  ) {
    self.endings = endings
    self.size = size
    self.number = number
    self.items = items
    self.links = links
  }
}

/// A bookmark.
public struct OutlineEntry: Sendable, Hashable {
  /// The text.
  public var title: String
  /// The level, from 1.
  public var level: Int
  /// The anchor in `PagedDocument.destinations`.
  public var anchor: String

  /// Creates a bookmark.
  public init(title: String, level: Int, anchor: String) {
    self.title = title
    self.level = level
    self.anchor = anchor
  }
}

/// A place in the document.
public struct Destination: Sendable, Hashable {
  /// The page, from 0.
  public var page: Int
  /// The top-left corner of what is shown.
  public var point: Point

  /// Creates a destination.
  public init(page: Int, point: Point) {
    self.page = page
    self.point = point
  }
}
