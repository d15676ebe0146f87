import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import PageModel

/// Turns the blocks of a document into flow units, and builds the logical tree beside them in reading
/// order.
struct BlockCollector {
  let style: StyleSheet
  /// The headings of the whole document, for lists of contents.
  let headings: [DocumentHeading]
  /// The tree, grown by each block.
  var structure: StructureTree
  /// The bookmarks, grown by each heading.
  var outline: [OutlineEntry] = []
  /// The footnotes whose marks were met.
  var notes: NoteCollection
  /// How many tables were met: the ids of their cells count on.
  var tables = 0
  /// The cells of the tables behind charts, with what each says.
  var chartCells: [ChartCell] = []
  /// How many charts were met.
  var charts = 0
  /// How many tinted grounds were met.
  var grounds = 0

  init(document: Document, style: StyleSheet) {
    self.style = style
    headings = DocumentHeading.all(of: document)
    structure = StructureTree()
    notes = NoteCollection(notes: document.notes)
  }

  /// The units of a part, below a section of its own in the tree.
  mutating func collect(_ part: Part) -> [FlowUnit] {
    var section = StructureElement(role: .section)
    section.title = part.title.isEmpty ? nil : part.title.withoutSoftHyphens
    let element = structure.add(section, to: StructureTree.root)
    notes.enter(chapter: part.title)
    let place = Place(element: element)
    switch part.role {
    case .body: return collect(sections: part.blocks, at: place)
    case .contents:
      var units = collect(part.blocks, at: place)
      if !units.isEmpty { units[0].isWide = true }
      return units
    case .flow:
      var units = collect(part.blocks, at: place)
      for index in units.indices {
        units[index].startsPage = false
        // Two rows of a short table are not worth a column of their own.
        if units[index].isShortTable { units[index].keepsTogether = true }
      }
      if !units.isEmpty { units[0].isWide = true }
      return units
    default: return collect(part.blocks, at: place)
    }
  }

  /// Hands the tree over once everything is collected: two holders would copy it at its next change.
  mutating func takeStructure() -> StructureTree {
    defer { structure = StructureTree() }
    return structure
  }

  /// Where a block stands: its parent in the tree, its indent and its ground.
  struct Place {
    var element: Int
    var indent: Length = 0
    var ground: Ground?
    var listDepth = 0
    /// The paragraph style of text that names none; nil for the usual one.
    var style: String?
    /// How the first unit holds on to what is above.
    var boundary: Strip.Boundary = .free
  }

  /// The units of blocks, in order.
  mutating func collect(_ blocks: [Block], at place: Place) -> [FlowUnit] {
    var units: [FlowUnit] = []
    for block in blocks {
      var added = collect(block, at: place)
      if let anchor = block.anchor, !added.isEmpty { added[0].anchors.append(anchor) }
      for index in added.indices {
        if added[index].ground == nil { added[index].ground = place.ground }
        if added[index].range == nil { added[index].range = block.range }
      }
      units += added
    }
    return units
  }

  private mutating func collect(_ block: Block, at place: Place) -> [FlowUnit] {
    switch block.content {
    case .heading(let level, let text):
      return [heading(text, level: level, of: block, at: place)]
    case .paragraph(let text):
      let name = block.style ?? place.style ?? (place.ground == nil ? "body" : "callout")
      return [paragraph(text, style: name, role: .paragraph, at: place)]
    case .list(let list): return collect(list, at: place)
    case .table(let table): return collect(table, at: place)
    case .chart(let chart): return collect(chart, at: place)
    case .picture(let picture): return collect(picture, at: place)
    case .keyFigures(let figures): return [collect(figures, at: place)]
    case .contents(.list(let depth)): return collectContents(depth: depth, at: place)
    case .contents(.tiles): return [collectTiles(at: place)]
    case .group(let group, let blocks): return collect(group, blocks, at: place)
    }
  }

  /// A paragraph below an element that is there already.
  func paragraphUnit(
    _ text: [Inline], style: String, element: Int, at place: Place
  ) -> FlowUnit {
    FlowUnit(
      content: .paragraph(ParagraphUnit(text: text, style: style, element: element)),
      indent: place.indent, boundary: place.boundary,
      startsPage: self.style.paragraph(style).startsPage)
  }

  /// A paragraph with an element of its own; the notes that it marks stand behind it in the tree.
  mutating func paragraph(
    _ text: [Inline], style: String, role: StructureElement.Role, at place: Place
  ) -> FlowUnit {
    let element = structure.add(StructureElement(role: role), to: place.element)
    collectNotes(markedIn: text, at: place)
    return paragraphUnit(text, style: style, element: element, at: place)
  }

  private mutating func heading(
    _ text: [Inline], level: Int, of block: Block, at place: Place
  ) -> FlowUnit {
    let roles: [StructureElement.Role] = [
      .heading1, .heading2, .heading3, .heading4, .heading5, .heading6,
    ]
    let role = roles[min(max(level, 1), 6) - 1]
    if let anchor = block.anchor {
      outline.append(
        OutlineEntry(title: text.plainText.withoutSoftHyphens, level: level, anchor: anchor))
    }
    let name = block.style ?? "heading-\(min(max(level, 1), 3))"
    var unit = paragraph(text, style: name, role: role, at: place)
    if case .paragraph(var content) = unit.content {
      content.isHeading = true
      unit.content = .paragraph(content)
    }
    if level == 2 { unit.section = text.plainText }
    return unit
  }

  private mutating func collect(_ picture: CaptionedPicture, at place: Place) -> [FlowUnit] {
    var figure = StructureElement(role: .figure)
    figure.alternativeText = picture.alternativeText
    let element = structure.add(figure, to: place.element)
    var units = [FlowUnit(content: .picture(picture, element: element), indent: place.indent)]
    if !picture.caption.isEmpty {
      var caption = paragraph(picture.caption, style: "chart-note", role: .caption, at: place)
      caption.boundary = .joined
      units.append(caption)
    }
    return units
  }

  mutating func collect(_ figures: [KeyFigure], at place: Place) -> FlowUnit {
    let division = structure.add(StructureElement(role: .division), to: place.element)
    let elements = figures.map { _ in
      let figure = structure.add(StructureElement(role: .division), to: division)
      return (
        value: structure.add(StructureElement(role: .paragraph), to: figure),
        label: structure.add(StructureElement(role: .paragraph), to: figure)
      )
    }
    return FlowUnit(content: .keyFigures(figures, elements: elements), indent: place.indent)
  }

  private mutating func collectTiles(at place: Place) -> FlowUnit {
    let contents = structure.add(StructureElement(role: .contents), to: place.element)
    let tiles = headings.filter { $0.level == 1 }.map { heading in
      let item = structure.add(StructureElement(role: .contentsItem), to: contents)
      return TileUnit(
        number: heading.number, title: heading.shortTitle, anchor: heading.anchor,
        element: structure.add(StructureElement(role: .reference), to: item),
        range: heading.range)
    }
    return FlowUnit(content: .tiles(tiles), indent: place.indent, isWide: true)
  }

  private mutating func collectContents(depth: Int, at place: Place) -> [FlowUnit] {
    let contents = structure.add(StructureElement(role: .contents), to: place.element)
    return headings.filter { $0.level <= depth }.map { heading in
      let item = structure.add(StructureElement(role: .contentsItem), to: contents)
      let reference = structure.add(StructureElement(role: .reference), to: item)
      var text: [Inline] = []
      let target = LinkTarget.anchor(heading.anchor)
      if let number = heading.number {
        text.append(Inline(number + "\u{2002}", origin: .structural, link: target))
      }
      text.append(Inline(heading.title, origin: .prose, link: target))
      var unit = paragraphUnit(
        text, style: "contents-\(min(heading.level, 2))", element: reference, at: place)
      if case .paragraph(var content) = unit.content {
        content.pageOf = heading.anchor
        unit.content = .paragraph(content)
      }
      // A chapter with its sections.
      if heading.level > 1 { unit.boundary = max(unit.boundary, .together) }
      return unit
    }
  }
}
