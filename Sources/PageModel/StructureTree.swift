public import Drawing

/// The logical tree of a document: elements in an array, each with its children in reading order.
///
/// An element may have content on several pages, and content of one page may belong to elements far
/// apart: reading order never depends on drawing order.
public struct StructureTree: Sendable, Hashable {
  /// The elements; the first, if there is any, is the document.
  public var elements: [StructureElement]

  /// Creates a tree with its root, the document.
  public init() { elements = [StructureElement(role: .document)] }

  /// The root's index.
  public static let root = 0

  /// Adds an element below another and returns its index.
  public mutating func add(_ element: StructureElement, to parent: Int) -> Int {
    let index = elements.count
    elements.append(element)
    elements[index].parent = parent
    elements[parent].children.append(.element(index))
    return index
  }

  /// Adds an element behind another, below the same parent, and returns its index.
  public mutating func insert(_ element: StructureElement, after sibling: Int) -> Int {
    guard let parent = elements[sibling].parent else {
      preconditionFailure("nothing stands behind the document")
    }
    let index = elements.count
    elements.append(element)
    elements[index].parent = parent
    let place = elements[parent].children.lastIndex(of: .element(sibling))
    elements[parent].children.insert(
      .element(index), at: place.map { $0 + 1 } ?? elements[parent].children.endIndex)
    return index
  }
}

/// One element of the logical tree.
public struct StructureElement: Sendable, Hashable {
  /// The standard structure types of PDF 1.7 that Katern uses.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case document = "Document"
    case part = "Part"
    case section = "Sect"
    case division = "Div"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case heading4 = "H4"
    case heading5 = "H5"
    case heading6 = "H6"
    case paragraph = "P"
    case list = "L"
    case listItem = "LI"
    case label = "Lbl"
    case listBody = "LBody"
    case table = "Table"
    case tableHead = "THead"
    case tableBody = "TBody"
    case tableRow = "TR"
    case tableHeader = "TH"
    case tableCell = "TD"
    case caption = "Caption"
    case figure = "Figure"
    case note = "Note"
    case link = "Link"
    case span = "Span"
    case quote = "Quote"
    case contents = "TOC"
    case contentsItem = "TOCI"
    case reference = "Reference"
  }

  /// Something below an element.
  public enum Child: Sendable, Hashable {
    /// Another element, by its index.
    case element(Int)
    /// A content item: the page, from 0, and its marked-content id.
    case content(page: Int, id: Int)
    /// A link's active area: the page, from 0, and the index in `Page.links`.
    case link(page: Int, index: Int)
  }

  /// A number of the results within an alternative text.
  public struct Mention: Sendable, Hashable {
    /// Where it stands, in UTF-8 offsets.
    public var bytes: Range<Int>
    /// The index of its entry in `PagedDocument.figures`.
    public var figure: Int

    /// Creates a mention.
    public init(bytes: Range<Int>, figure: Int) {
      self.bytes = bytes
      self.figure = figure
    }
  }

  /// The scope of a table header.
  public enum Scope: String, Sendable, Hashable {
    case row = "Row"
    case column = "Column"
    case both = "Both"
  }

  /// The role.
  public var role: Role
  /// The parent's index; nil for the root.
  public var parent: Int?
  /// What is below it, in reading order.
  public var children: [Child] = []
  /// What a figure or link says to those who cannot see it.
  public var alternativeText: String?
  /// The numbers of the results in the alternative text, in order.
  public var alternativeFigures: [Mention] = []
  /// The words that an element stands for and that are not drawn as text; nil for none.
  public var actualText: String?
  /// The language if it differs from the document's.
  public var language: String?
  /// The title shown in the tag tree; nil for none.
  public var title: String?
  /// A unique name; table headers and notes need one.
  public var id: String?
  /// The scope of a table header.
  public var scope: Scope?
  /// The ids of the headers of a table cell.
  public var headers: [String] = []
  /// Whether a list is numbered; nil for what is no list.
  public var isOrderedList: Bool?
  /// How many columns a cell of a table takes.
  public var columnSpan = 1
  /// What a table is about, for those who cannot see what stands above it; nil for nothing.
  public var summary: String?
  /// The area of a figure on its page; nil for one that goes on on another page.
  public var bounds: Rect?

  /// Creates an element.
  public init(role: Role) { self.role = role }
}
