public import Drawing

/// A kind of page: its frames, and what stands around them.
public struct PageMaster: Sendable, Hashable {
  /// The name in `Layouts/<name>.yaml`.
  public var name: String
  /// The areas that the flow fills, in order; at least one.
  public var frames: [Frame]
  /// What is drawn on every page of this kind, in drawing order, below the flow.
  public var furniture: [Furniture]
  /// The master of the page behind it, in the same part; nil for the same again.
  public var next: String?
  /// Ink for text that stands on this page if it is not the styles' own, by colour name: a dark
  /// cover sets its titles in `paper`.
  public var ink: String?
  /// How the pages of this kind are numbered.
  public var numbering: Numbering

  /// How pages are numbered; pages of one kind are counted by themselves, from 1.
  public enum Numbering: String, Sendable, Hashable, CaseIterable {
    /// 1, 2, 3.
    case decimal
    /// i, ii, iii.
    case roman
    /// Not at all: such pages have no folio and are not counted.
    case none
  }

  /// Creates a master.
  public init(
    name: String,
    frames: [Frame],
    furniture: [Furniture] = [],
    next: String? = nil,
    ink: String? = nil,
    numbering: Numbering = .decimal
  ) {
    self.numbering = numbering
    self.name = name
    self.frames = frames
    self.furniture = furniture
    self.next = next
    self.ink = ink
  }
}

/// An area on a page that receives a flow.
public struct Frame: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Where it stands on the trimmed page.
  public var rect: Rect
  /// Whether the flow is set against the bottom of the frame.
  public var isBottomAligned: Bool
  /// The paragraph styles of the blocks that stand in it, such as `cover-imprint`.
  ///
  /// The flow goes on in the next frame at the first block of another style. Empty for blocks of any
  /// style.
  public var styles: [String]
  /// The number of columns that the flow is set in; blocks that are `wide` stand across all of them.
  public var columns: Int

  /// Creates a frame.
  public init(
    name: String, rect: Rect, isBottomAligned: Bool = false, styles: [String] = [],
    columns: Int = 1
  ) {
    self.columns = columns
    self.name = name
    self.rect = rect
    self.isBottomAligned = isBottomAligned
    self.styles = styles
  }
}

/// Something that stands on every page of a kind, beside the flow.
public struct Furniture: Sendable, Hashable {
  /// What it is.
  public enum Content: Sendable, Hashable {
    /// A filled rectangle.
    case fill(colour: String)
    /// A line from the rectangle's top-left to its bottom-right corner.
    case line(colour: String, width: Length)
    /// A path with coordinates relative to the rectangle, filled.
    case shape(Path, colour: String)
    /// A line of text set in a paragraph style; `{title}`, `{chapter}`, `{number}`, `{section}` (the
    /// last heading of level 2 that stands on the page or before it) and `{folio}` are filled in. Printed only if each of its fields has a value.
    case text(String, style: String)
    /// A link to the list of contents, set in a paragraph style. It is read out, behind the last
    /// block that starts on the page. Printed only if the document has a list of contents.
    case contentsLink(style: String)
  }

  /// What readers that skip it are told it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case background
    case header
    case footer
  }

  /// What it is.
  public var content: Content
  /// Where it stands.
  public var rect: Rect
  /// What readers are told.
  public var kind: Kind

  /// Creates furniture.
  public init(_ content: Content, rect: Rect, kind: Kind = .background) {
    self.content = content
    self.rect = rect
    self.kind = kind
  }
}
