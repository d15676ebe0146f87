public import Diagnostics
public import Drawing

/// One block of a document.
public struct Block: Sendable, Hashable {
  /// What the block is and what it holds.
  public indirect enum Content: Sendable, Hashable {
    /// A heading of level 1 (a chapter's title) to 6. Levels never skip.
    case heading(level: Int, [Inline])
    /// A paragraph.
    case paragraph([Inline])
    /// A list.
    case list(List)
    /// A table.
    case table(Table)
    /// A chart with its title, note and data.
    case chart(Chart)
    /// A row of large numbers with their labels.
    case keyFigures([KeyFigure])
    /// A picture with its caption.
    case picture(CaptionedPicture)
    /// The contents of the whole document.
    case contents(ContentsForm)
    /// Blocks that stand together, in a box of their own or side by side.
    case group(Group, [Block])
  }

  /// What the contents of a document look like.
  public enum ContentsForm: Sendable, Hashable {
    /// A list of every heading of level 1 to `depth`.
    case list(depth: Int)
    /// A tile for each chapter.
    case tiles
  }

  /// How the blocks of a group stand together.
  public enum Group: Sendable, Hashable {
    /// Set apart in a tinted box.
    case callout
    /// Said by somebody: in a box with a tail.
    case bubble
    /// Side by side in balanced columns.
    case columns(Int)
    /// Kept on one page where that is possible.
    case together
    /// On one page; where that is not possible each block on a page of its own.
    case apart
    /// On pages of their own: a page ends above and below.
    case page
    /// Across all columns of the page.
    case wide
    /// Text at the left, charts and tables at the right of it, where one page holds both.
    case beside
  }

  /// What the block is.
  public var content: Content
  /// The paragraph style, by name; nil for the usual one of the content.
  public var style: String?
  /// The name by which links find the block; unique in the document.
  public var anchor: String?
  /// Where the source says it; nil for what Katern writes.
  public var range: SourceRange?

  /// Creates a block.
  public init(
    _ content: Content, style: String? = nil, anchor: String? = nil, range: SourceRange? = nil
  ) {
    self.content = content
    self.style = style
    self.anchor = anchor
    self.range = range
  }
}

/// A list with bullets or numbers.
public struct List: Sendable, Hashable {
  /// Whether the items are numbered, from `start`.
  public var isOrdered: Bool
  /// The first item's number.
  public var start: Int
  /// Each item's blocks; a nested list is a block of its item.
  public var items: [[Block]]

  /// Creates a list.
  public init(isOrdered: Bool = false, start: Int = 1, items: [[Block]]) {
    self.isOrdered = isOrdered
    self.start = start
    self.items = items
  }
}

/// A picture with what is said of it.
public struct CaptionedPicture: Sendable, Hashable {
  /// The picture.
  public var picture: Picture
  /// What it shows, for those who cannot see it.
  public var alternativeText: String
  /// The words below it; empty for none.
  public var caption: [Inline]
  /// Its width as a share of the measure, above 0 and up to 1.
  public var width: Double

  /// Creates a picture with its caption.
  public init(
    picture: Picture, alternativeText: String, caption: [Inline] = [], width: Double = 1
  ) {
    self.picture = picture
    self.alternativeText = alternativeText
    self.caption = caption
    self.width = width
  }
}

/// A large number with what it says.
public struct KeyFigure: Sendable, Hashable {
  /// The number: `60%`.
  public var value: [Inline]
  /// What it says: "kreeg te maken met agressie".
  public var label: [Inline]
  /// A colour of the style sheet, by name; nil for the accent.
  public var colour: String?

  /// Creates a key figure.
  public init(value: [Inline], label: [Inline], colour: String? = nil) {
    self.value = value
    self.label = label
    self.colour = colour
  }
}
