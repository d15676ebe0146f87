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
  /// Page numbers to fill in, with the item that waits for each.
  private(set) var waiting: [WaitingReference] = []
  /// The anchors that links lead to, with the first place that does.
  private(set) var targets: [(anchor: String, range: SourceRange?)] = []
  /// The structure element behind each content item of the page at hand, by marked-content id.
  private var owners: [StripPiece.Owner] = []
  private var linkElements: [LinkKey: Int] = [:]

  private struct LinkKey: Hashable {
    var element: Int
    var number: Int
  }

  /// A page number that waits for its page.
  struct WaitingReference {
    var reference: PageReference
    var page: Int
    var item: Int
    var link: Int?
    var offset: Point
  }

  init(document: PagedDocument) {
    self.document = document
  }

  /// Starts a page with its furniture.
  mutating func startPage(_ page: Page) {
    document.pages.append(page)
    owners = []
  }

  /// Puts a filled frame onto the page at hand.
  mutating func add(
    _ filling: FrameFilling, in frame: Frame, of master: PageMaster, style: StyleSheet
  ) {
    let ink = master.ink.map { (from: style.colour("ink"), to: style.colour($0)) }
    let shift = frame.isBottomAligned ? max(0, frame.rect.height - filling.used) : 0
    addGrounds(of: filling.placed, in: frame, shift: shift, style: style)
    for placed in filling.placed {
      let origin = frame.rect.origin.moved(y: shift + placed.top)
      for anchor in placed.strip.anchors where document.destinations[anchor] == nil {
        document.destinations[anchor] = Destination(
          page: document.pages.count - 1, point: origin)
      }
      for var piece in placed.strip.pieces {
        if let ink { piece.recolour(from: ink.from, to: ink.to) }
        add(piece, at: origin)
      }
    }
  }

  private mutating func addGrounds(
    of placed: [PlacedStrip], in frame: Frame, shift: Length, style: StyleSheet
  ) {
    var index = 0
    while index < placed.count {
      guard let ground = placed[index].strip.ground else {
        index += 1
        continue
      }
      var end = index
      while end + 1 < placed.count, placed[end + 1].strip.ground == ground { end += 1 }
      let top = placed[index].top - ground.padding
      let bottom = placed[end].top + placed[end].strip.height + ground.padding
      let rect = Rect(
        x: frame.rect.left, y: frame.rect.top + shift + top, width: frame.rect.width,
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
      link = addArea(of: part, element: element, bounds: bounds)
      if case .anchor(let anchor) = part.target { targets.append((anchor, piece.range)) }
    }
    if document.structure.elements[element].role == .figure {
      let old = document.structure.elements[element].bounds
      document.structure.elements[element].bounds = old?.union(bounds) ?? bounds
    }
    if piece.reference == nil, merge(piece, marks: marks, bounds: bounds) { return }
    let id = owners.count
    owners.append(piece.owner)
    document.structure.elements[element].children.append(.content(page: page, id: id))
    append(
      PageItem(
        .content(id), marks: marks, origin: piece.origin, bounds: bounds, range: piece.range))
    if let reference = piece.reference {
      waiting.append(
        WaitingReference(
          reference: reference, page: page, item: document.pages[page].items.count - 1,
          link: link, offset: origin))
    }
  }

  /// Joins a piece with the item before if both say the same thing: one paragraph's prose over
  /// several lines is one run of marked content.
  private mutating func merge(_ piece: StripPiece, marks: [Mark], bounds: Rect) -> Bool {
    let page = document.pages.count - 1
    guard let last = document.pages[page].items.last, case .content(let id) = last.tagging,
      owners[id] == piece.owner, last.origin == piece.origin, Self.runsOn(last, marks)
    else { return false }
    let index = document.pages[page].items.count - 1
    document.pages[page].items[index].marks += marks
    document.pages[page].items[index].bounds = last.bounds.union(bounds)
    return true
  }

  /// Whether marks go on where an item ends: artwork after artwork, or words after a space or hyphen.
  private static func runsOn(_ item: PageItem, _ marks: [Mark]) -> Bool {
    let isText = marks.contains { if case .glyphs = $0 { true } else { false } }
    guard let end = item.text.last else { return !isText && !item.marks.isEmpty }
    return isText && (end.isWhitespace || "\u{AD}-–—/".contains(end))
  }

  private mutating func append(_ item: PageItem) {
    document.pages[document.pages.count - 1].items.append(item)
  }

  private mutating func linkElement(_ part: LinkPiece, in parent: Int) -> Int {
    let key = LinkKey(element: parent, number: part.number)
    if let known = linkElements[key] { return known }
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

  /// Fills in a page number that waited.
  mutating func resolve(_ waiting: WaitingReference, marks: [Mark], bounds: Rect) {
    document.pages[waiting.page].items[waiting.item].marks = marks
    document.pages[waiting.page].items[waiting.item].bounds = bounds
    if let link = waiting.link {
      let old = document.pages[waiting.page].links[link].rect
      document.pages[waiting.page].links[link].rect = old.union(bounds)
    }
  }
}
