import DocumentTree
import Drawing
import PageModel

/// The content of pages by the blocks of the logical tree that it belongs to.
struct ContentOwners {
  /// A stretch of a block's text with one origin.
  struct Run {
    var text: String
    var origin: Origin
    /// Where it stands in the block's text, in UTF-8 offsets.
    var bytes: Range<Int>
  }

  /// A block's content on one page.
  struct Block {
    /// `paragraph`, `list`, `heading`, `table`, `chart` …
    var name: String
    /// What a chart says to those who cannot see it.
    var alternativeText: String?
    /// The figures in that.
    var alternativeFigures: [StructureElement.Mention] = []
    /// Whether no earlier page has content of the block.
    var isFirstPage: Bool
    /// The text of its runs, a blank between those that would run together.
    var text = ""
    var runs: [Run] = []

    private var lastElement = -1
    private var lastTop = Length.zero

    init(name: String, alternativeText: String?, isFirstPage: Bool) {
      self.name = name
      self.alternativeText = alternativeText
      self.isFirstPage = isFirstPage
    }

    /// Adds an item; what another element or another line has is set apart by a blank.
    mutating func add(_ text: String, _ item: PageItem, of element: Int) {
      let origin = item.origin
      let isApart =
        name == "chart" || element != lastElement || item.bounds.top != lastTop
        || [.structural, .reference].contains(origin) || runs.last?.origin == .structural
      if isApart, let last = self.text.last, !last.isWhitespace, last != "\u{AD}" {
        self.text += name == "table" && element != lastElement ? " | " : " "
      }
      (lastElement, lastTop) = (element, item.bounds.top)
      let start = self.text.utf8.count
      self.text += text
      runs.append(Run(text: text, origin: origin, bytes: start..<self.text.utf8.count))
    }

    /// Whether a run goes on with the one before it: the same figure, nothing but blanks between.
    func continues(_ run: Run) -> Bool {
      guard let index = runs.firstIndex(where: { $0.bytes == run.bytes }) else { return false }
      let before = runs[..<index].last { !$0.text.allSatisfy(\.isWhitespace) }
      return before?.origin == run.origin
    }

    func context(of bytes: Range<Int>) -> String { ContentOwners.context(of: bytes, in: text) }
  }

  private let pages: [[Block]]

  init(_ document: PagedDocument) {
    let tree = document.structure
    let blocks = Self.blocks(of: tree)
    var seen: Set<Int> = []
    var pages: [[Block]] = []
    // By page and marked-content id: the block, and the element itself.
    var owner: [[Int: Int]] = Array(repeating: [:], count: document.pages.count)
    var leaf = owner
    for (index, element) in tree.elements.enumerated() {
      for case .content(let page, let id) in element.children where owner.indices.contains(page) {
        owner[page][id] = blocks[index]
        leaf[page][id] = index
      }
    }
    for (number, page) in document.pages.enumerated() {
      var order: [Int] = []
      var found: [Int: Block] = [:]
      for item in page.items {
        guard case .content(let id) = item.tagging, let block = owner[number][id] else { continue }
        let text = item.text
        // A picture whose words are a table has no text but what it says of itself.
        if text.isEmpty, tree.elements[block].alternativeFigures.isEmpty { continue }
        if found[block] == nil {
          order.append(block)
          found[block] = Block(
            name: Self.name(of: tree.elements[block].role),
            alternativeText: tree.elements[block].alternativeText,
            isFirstPage: seen.insert(block).inserted)
          found[block]?.alternativeFigures = tree.elements[block].alternativeFigures
        }
        if text.isEmpty { continue }
        found[block]?.add(text, item, of: leaf[number][id] ?? block)
      }
      pages.append(order.compactMap { found[$0] })
    }
    self.pages = pages
  }

  /// The blocks that have content on a page, in the order of drawing.
  func blocks(on page: Int) -> [Block] { pages[page] }

  /// For each element the nearest one around it that is a block; itself if it is one.
  private static func blocks(of tree: StructureTree) -> [Int] {
    var blocks: [Int] = []
    for (index, element) in tree.elements.enumerated() {
      // Parents stand before their children.
      let outer = element.parent.map { blocks[$0] } ?? index
      let isInside = ["chart", "table", "list"].contains(name(of: tree.elements[outer].role))
      blocks.append(!isInside && isBlock(element.role) ? index : outer)
    }
    return blocks
  }

  private static func isBlock(_ role: StructureElement.Role) -> Bool {
    switch role {
    case .span, .link, .reference, .label: false
    default: true
    }
  }

  private static func name(of role: StructureElement.Role) -> String {
    switch role {
    case .figure: "chart"
    case .table, .tableRow, .tableHead, .tableBody, .tableHeader, .tableCell: "table"
    case .listItem, .listBody: "list"
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: "heading"
    case .caption: "caption"
    case .note: "note"
    case .quote: "quote"
    case .contents, .contentsItem: "contents"
    default: "paragraph"
    }
  }

  /// The text around a stretch, at most 40 characters on either side, as one line.
  static func context(of bytes: Range<Int>, in text: String) -> String {
    let all = Array(text.utf8)
    let bytes = bytes.clamped(to: 0..<all.count)
    let before = String(decoding: all[..<bytes.lowerBound], as: UTF8.self).suffix(40)
    let own = String(decoding: all[bytes], as: UTF8.self)
    let after = String(decoding: all[bytes.upperBound...], as: UTF8.self).prefix(40)
    return LedgerBuilder.clean("\(before)\(own)\(after)")
  }
}
