import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import PageModel

/// Puts placed strips onto pages: items with marked-content ids, links, destinations, and the
/// content children of the logical tree.
struct PageComposer {
  /// The document so far.
  var document: PagedDocument
  /// Texts to fill in, with the item that waits for each.
  private(set) var waiting: [WaitingText] = []
  /// The anchors that links lead to, with the first place that does.
  private(set) var targets: [(anchor: String, range: SourceRange?)] = []
  /// The footnotes that are marked on each page, in the order of their marks.
  private(set) var notesOfPages: [[Int]] = []
  /// The blocks of the page at hand, by element: those that begin on it, and those that go on.
  private var blocks: (begun: Int?, continued: Int?) = (nil, nil)
  /// The element whose block was noted last on the page at hand.
  private var notedElement: Int?
  /// The page on which each block begins, by element.
  private var firstPages: [Int: Int] = [:]
  /// The structure element behind each content item of the page at hand, by marked-content id.
  private var owners: [StripPiece.Owner] = []
  private var linkElements: [LinkKey: Int] = [:]
  /// How many pages have a number of each kind.
  private var numbered: [PageMaster.Numbering: Int] = [:]

  private struct LinkKey: Hashable {
    var element: Int
    var number: Int
  }

  /// A text that waits for its page.
  struct WaitingText {
    var piece: LatePiece
    var page: Int
    var item: Int
    var link: Int?
    var offset: Point
  }

  init(document: PagedDocument) {
    self.document = document
  }

  /// The number of the next page, if it is numbered so.
  func nextNumber(_ numbering: PageMaster.Numbering) -> PageNumber {
    let next = numbered[numbering, default: 0] + 1
    switch numbering {
    case .decimal: return .decimal(next)
    case .roman: return .roman(next)
    case .none: return .none
    }
  }

  /// How far the pages are: what is placed behind it can be taken away again.
  struct Progress {
    /// The number of pages.
    var pages: Int
    fileprivate var elements: Int
    fileprivate var waiting: Int
    fileprivate var targets: Int
    fileprivate var numbered: [PageMaster.Numbering: Int]
  }

  /// How far the pages are.
  var progress: Progress {
    Progress(
      pages: document.pages.count, elements: document.structure.elements.count,
      waiting: waiting.count, targets: targets.count, numbered: numbered)
  }

  /// Takes away all pages behind a place between two parts, with what they left in the tree.
  mutating func goBack(to place: Progress) {
    document.pages.removeSubrange(place.pages...)
    notesOfPages.removeSubrange(place.pages...)
    waiting.removeSubrange(place.waiting...)
    targets.removeSubrange(place.targets...)
    document.destinations = document.destinations.filter { $0.value.page < place.pages }
    firstPages = firstPages.filter { $0.value < place.pages }
    linkElements = linkElements.filter { $0.value < place.elements }
    document.structure.removeContent(fromPage: place.pages, elementsFrom: place.elements)
    numbered = place.numbered
    owners = []
    blocks = (nil, nil)
    notedElement = nil
  }

  /// Starts a page with its furniture.
  mutating func startPage(_ page: Page) {
    document.pages.append(page)
    switch page.number {
    case .decimal(let number): numbered[.decimal] = number
    case .roman(let number): numbered[.roman] = number
    case .none: break
    }
    notesOfPages.append([])
    owners.removeAll(keepingCapacity: true)
    blocks = (nil, nil)
    notedElement = nil
  }

  /// Puts a filled frame onto the page at hand.
  mutating func add(_ filling: FrameFilling, of master: PageMaster, style: StyleSheet) {
    let frame = filling.frame
    let ink = master.ink.map { (from: style.colour("ink"), to: style.colour($0)) }
    let used = filling.stack.bottom + filling.footer.height
    let shift = frame.isBottomAligned ? max(0, frame.rect.height - used) : 0
    addGrounds(of: filling.stack.placed, in: frame, shift: shift, style: style)
    for placed in filling.stack.placed { add(placed, in: frame, shift: shift, ink: ink) }
    for placed in filling.footer.placed(onHeight: frame.rect.height) {
      add(placed, in: frame, shift: 0, ink: ink)
    }
  }

  private mutating func add(
    _ placed: PlacedStrip, in frame: Frame, shift: Length, ink: (from: Colour, to: Colour)?
  ) {
    let page = document.pages.count - 1
    // Pieces know their place in a column; the column's left edge is that of the frame.
    let origin = frame.rect.origin.moved(x: placed.left, y: shift + placed.top)
    for note in placed.strip.notes where !notesOfPages[page].contains(note) {
      notesOfPages[page].append(note)
    }
    for anchor in placed.strip.anchors where document.destinations[anchor] == nil {
      document.destinations[anchor] = Destination(page: page, point: origin)
    }
    for piece in placed.strip.drawn {
      if let ink {
        var piece = piece
        piece.recolour(from: ink.from, to: ink.to)
        add(piece, at: origin)
      } else {
        add(piece, at: origin)
      }
    }
  }

  private mutating func addGrounds(
    of placed: [PlacedStrip], in frame: Frame, shift: Length, style: StyleSheet
  ) {
    var index = 0
    while index < placed.count {
      let first = placed[index]
      guard let ground = first.strip.ground else {
        index += 1
        continue
      }
      var end = index
      while end + 1 < placed.count, placed[end + 1].strip.ground == ground,
        placed[end + 1].left == first.left
      { end += 1 }
      let top = first.top - ground.padding
      let bottom = placed[end].top + placed[end].strip.height + ground.padding
      let rect = Rect(
        x: frame.rect.left + first.left, y: frame.rect.top + shift + top, width: first.width,
        height: bottom - top)
      append(
        PageItem(
          .artifact(.layout),
          marks: [.path(PathMark(ground.outline(of: rect), fill: style.colour(ground.colour)))],
          bounds: rect))
      index = end + 1
    }
  }

  private mutating func add(_ piece: StripPiece, at origin: Point) {
    let marks = piece.marks.map { $0.moved(x: origin.x, y: origin.y) }
    let bounds = piece.bounds.moved(x: origin.x, y: origin.y)
    let page = document.pages.count - 1
    let element: Int
    var link: Int?
    switch piece.owner {
    case .artifact:
      append(
        PageItem(.artifact(.layout), marks: marks, origin: piece.origin, bounds: bounds))
      return
    case .element(let index): element = index
    case .link(let part, let parent):
      element = linkElement(part, in: parent)
      let area = piece.linkArea?.moved(x: origin.x, y: origin.y)
      link = addArea(of: part, element: element, bounds: area ?? bounds)
      if case .anchor(let anchor) = part.target { targets.append((anchor, piece.range)) }
    }
    if document.structure.elements[element].role == .figure {
      widen(element, with: bounds, on: page)
    }
    noteBlock(of: element)
    if piece.late == nil, merge(piece, marks: marks, bounds: bounds) { return }
    let id = owners.count
    owners.append(piece.owner)
    document.structure.elements[element].children.append(.content(page: page, id: id))
    append(
      PageItem(
        .content(id), marks: marks, origin: piece.origin, bounds: bounds, range: piece.range))
    if let late = piece.late {
      waiting.append(
        WaitingText(
          piece: late, page: page, item: document.pages[page].items.count - 1,
          link: link, offset: origin))
    }
  }

  /// Widens the area of a figure; one that goes on on another page has none.
  private mutating func widen(_ figure: Int, with bounds: Rect, on page: Int) {
    guard case .content(let first, _)? = document.structure.elements[figure].children.first else {
      document.structure.elements[figure].bounds = bounds
      return
    }
    let former = document.structure.elements[figure].bounds
    document.structure.elements[figure].bounds = first == page ? former?.union(bounds) : nil
  }

  /// Joins a piece with the item before if both say the same thing: one paragraph's prose over
  /// several lines is one run of marked content.
  private mutating func merge(_ piece: StripPiece, marks: [Mark], bounds: Rect) -> Bool {
    // The item is changed where it is: a copy of it would copy its marks.
    let page = document.pages.count - 1
    let index = document.pages[page].items.count - 1
    guard index >= 0, case .content(let id) = document.pages[page].items[index].tagging,
      owners[id] == piece.owner, document.pages[page].items[index].origin == piece.origin,
      Self.runOn(document.pages[page].items[index].marks, marks)
    else { return false }
    if let late = waiting.last, late.page == page, late.item == index { return false }
    document.pages[page].items[index].marks += marks
    let united = document.pages[page].items[index].bounds.union(bounds)
    document.pages[page].items[index].bounds = united
    return true
  }

  /// Whether marks go on where others end: artwork after artwork, or words after a space or hyphen.
  private static func runOn(_ former: [Mark], _ marks: [Mark]) -> Bool {
    let isText = marks.contains { if case .glyphs = $0 { true } else { false } }
    for case .glyphs(let glyphs) in former.reversed() {
      guard let end = glyphs.run.text.last else { continue }
      return isText && (end.isWhitespace || "\u{AD}-–—/".contains(end))
    }
    return !isText && !former.isEmpty
  }

  private mutating func append(_ item: PageItem) {
    document.pages[document.pages.count - 1].items.append(item)
  }

  private mutating func linkElement(_ part: LinkPiece, in parent: Int) -> Int {
    let key = LinkKey(element: parent, number: part.number)
    if let known = linkElements[key] { return known }
    var parent = parent
    if part.isNoteMark {
      parent = document.structure.add(StructureElement(role: .reference), to: parent)
    }
    let index = document.structure.add(StructureElement(role: .link), to: parent)
    linkElements[key] = index
    return index
  }

  /// Adds an active area, or widens the one of the same link on the same line.
  private mutating func addArea(of part: LinkPiece, element: Int, bounds: Rect) -> Int {
    let page = document.pages.count - 1
    let index = document.pages[page].links.count - 1
    let children = document.structure.elements[element].children
    if index >= 0, children.contains(.link(page: page, index: index)) {
      let old = document.pages[page].links[index].rect
      if min(old.bottom, bounds.bottom) - max(old.top, bounds.top) >= 0 {
        document.pages[page].links[index].rect = old.union(bounds)
        return index
      }
    }
    document.pages[page].links.append(
      LinkArea(rect: bounds, target: part.target, description: part.description))
    document.structure.elements[element].children.append(.link(page: page, index: index + 1))
    return index + 1
  }

  /// Remembers the block of an element, a child of a part's section, for the page at hand.
  private mutating func noteBlock(of element: Int) {
    if element == notedElement { return }
    notedElement = element
    let page = document.pages.count - 1
    var block = element
    while let parent = document.structure.elements[block].parent,
      document.structure.elements[parent].role != .section
    { block = parent }
    if firstPages[block, default: page] == page {
      firstPages[block] = page
      blocks.begun = max(blocks.begun ?? block, block)
    }
    blocks.continued = max(blocks.continued ?? block, block)
  }

  /// Adds a link to the list of contents, behind the last block that begins on the page.
  mutating func addContentsLink(_ marks: [Mark], bounds: Rect, to anchor: String, saying: String) {
    guard let block = blocks.begun ?? blocks.continued else { return }
    let paragraph = document.structure.insert(StructureElement(role: .paragraph), after: block)
    let link = LinkPiece(number: 0, target: .anchor(anchor), description: saying)
    add(
      StripPiece(
        owner: .link(link, in: paragraph), marks: marks, origin: .label, bounds: bounds),
      at: .zero)
  }

  /// Fills in a text that waited.
  mutating func resolve(_ waiting: WaitingText, marks: [Mark], bounds: Rect) {
    document.pages[waiting.page].items[waiting.item].marks = marks
    document.pages[waiting.page].items[waiting.item].bounds = bounds
    if let link = waiting.link {
      let old = document.pages[waiting.page].links[link].rect
      document.pages[waiting.page].links[link].rect = old.union(bounds)
    }
  }
}

extension StructureTree {
  /// Removes the elements from one on, and all content on pages from one on.
  fileprivate mutating func removeContent(fromPage page: Int, elementsFrom count: Int) {
    elements.removeSubrange(count...)
    for index in elements.indices {
      let before = elements[index].children.count
      elements[index].children.removeAll { child in
        switch child {
        case .element(let element): element >= count
        case .content(let place, _), .link(let place, _): place >= page
        }
      }
      // A figure stands in one part: it is placed anew.
      if elements[index].children.count < before { elements[index].bounds = nil }
    }
  }
}
