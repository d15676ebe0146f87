import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import PageModel

/// Turns blocks into flow units, and builds the logical tree beside them in reading order.
struct BlockCollector {
  let style: StyleSheet
  /// The headings of the whole document, for lists of contents.
  let headings: [DocumentHeading]
  /// The tree, grown by each block.
  var structure: StructureTree
  /// The bookmarks, grown by each heading.
  var outline: [OutlineEntry] = []
  private var tables = 0
  private var grounds = 0

  init(style: StyleSheet, headings: [DocumentHeading], structure: StructureTree) {
    self.style = style
    self.headings = headings
    self.structure = structure
  }

  /// Where a block stands: its parent in the tree, its indent and its ground.
  struct Place {
    var element: Int
    var indent: Length = 0
    var ground: Ground?
    var listDepth = 0
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
      let name = block.style ?? (place.ground == nil ? "body" : "callout")
      return [paragraph(text, style: name, role: .paragraph, at: place)]
    case .list(let list): return collect(list, at: place)
    case .table(let table): return collect(table, at: place)
    case .chart(let chart): return collect(chart, at: place)
    case .picture(let picture): return collect(picture, at: place)
    case .keyFigures(let figures): return [collect(figures, at: place)]
    case .contents(let depth): return collectContents(depth: depth, at: place)
    case .group(.callout, let blocks): return callout(blocks, hasTail: false, at: place)
    case .group(.bubble, let blocks): return callout(blocks, hasTail: true, at: place)
    case .group(.together, let blocks):
      var units = collect(blocks, at: place)
      for index in units.indices.dropFirst() { units[index].boundary = .kept }
      return units
    case .group(.columns(let count), let blocks):
      return columns(blocks, count: count, at: place)
    }
  }

  private func paragraphUnit(
    _ text: [Inline], style: String, element: Int, at place: Place
  ) -> FlowUnit {
    FlowUnit(
      content: .paragraph(ParagraphUnit(text: text, style: style, element: element)),
      indent: place.indent, boundary: place.boundary)
  }

  private mutating func paragraph(
    _ text: [Inline], style: String, role: StructureElement.Role, at place: Place
  ) -> FlowUnit {
    let element = structure.add(StructureElement(role: role), to: place.element)
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
      outline.append(OutlineEntry(title: text.plainText, level: level, anchor: anchor))
    }
    let name = block.style ?? "heading-\(min(max(level, 1), 3))"
    return paragraph(text, style: name, role: role, at: place)
  }

  private mutating func collect(_ list: List, at place: Place) -> [FlowUnit] {
    var listElement = StructureElement(role: .list)
    listElement.isOrderedList = list.isOrdered
    let parent = structure.add(listElement, to: place.element)
    let name = ["list", "list-2", "list-3"][min(place.listDepth, 2)]
    let paragraphStyle = style.paragraph(name)
    var units: [FlowUnit] = []
    for (index, blocks) in list.items.enumerated() {
      let item = structure.add(StructureElement(role: .listItem), to: parent)
      let label = structure.add(StructureElement(role: .label), to: item)
      let body = structure.add(StructureElement(role: .listBody), to: item)
      let bullet = ["•", "–", "·"][min(place.listDepth, 2)]
      let marker =
        list.isOrdered
        ? Inline("\(list.start + index).", origin: .structural)
        : Inline(bullet, origin: .structural)
      var inner = place
      inner.element = body
      inner.listDepth += 1
      var isFirst = true
      for block in blocks {
        guard case .paragraph(let text) = block.content else {
          units += collect([block], at: inner)
          continue
        }
        var unit = paragraph(text, style: block.style ?? name, role: .paragraph, at: inner)
        if isFirst, case .paragraph(var content) = unit.content {
          content.marker = (marker, label, paragraphStyle.text.size * 1.4)
          unit.content = .paragraph(content)
        }
        if let anchor = block.anchor { unit.anchors.append(anchor) }
        unit.range = block.range
        units.append(unit)
        isFirst = false
      }
    }
    return units
  }

  private mutating func collect(_ table: Table, at place: Place) -> [FlowUnit] {
    var units: [FlowUnit] = []
    if !table.title.isEmpty {
      units.append(paragraph(table.title, style: "table-title", role: .paragraph, at: place))
    }
    tables += 1
    let element = structure.add(StructureElement(role: .table), to: place.element)
    let (header, rows) = cells(of: table, number: tables, below: element)
    let unit = TableUnit(
      table: table, headerElements: header, rowElements: rows, number: tables)
    units.append(
      FlowUnit(
        content: .table(unit), indent: place.indent, boundary: units.isEmpty ? .free : .joined))
    for note in table.notes {
      var unit = paragraph(note, style: "table-note", role: .paragraph, at: place)
      unit.boundary = .joined
      units.append(unit)
    }
    return units
  }

  /// The elements of a table's cells: headers with an id and a scope, cells with their headers.
  private mutating func cells(
    of table: Table, number: Int, below element: Int
  ) -> (header: [[Int]], rows: [[Int]]) {
    let head = structure.add(StructureElement(role: .tableHead), to: element)
    let header = table.header.enumerated().map { rowIndex, row in
      let line = structure.add(StructureElement(role: .tableRow), to: head)
      return row.indices.map { column in
        var cell = StructureElement(role: .tableHeader)
        cell.scope = .column
        cell.id = "t\(number)h\(rowIndex)c\(column)"
        return structure.add(cell, to: line)
      }
    }
    let body = structure.add(StructureElement(role: .tableBody), to: element)
    let rows = table.rows.enumerated().map { rowIndex, row in
      let line = structure.add(StructureElement(role: .tableRow), to: body)
      let rowHeader = row.firstIndex { $0.isRowHeader }
      return row.enumerated().map { column, content in
        var cell = StructureElement(role: content.isRowHeader ? .tableHeader : .tableCell)
        if content.isRowHeader {
          cell.scope = .row
          cell.id = "t\(number)r\(rowIndex)c\(column)"
        } else {
          cell.headers = table.header.indices.map { "t\(number)h\($0)c\(column)" }
          if let rowHeader { cell.headers.append("t\(number)r\(rowIndex)c\(rowHeader)") }
        }
        return structure.add(cell, to: line)
      }
    }
    return (header, rows)
  }

  private mutating func collect(_ chart: Chart, at place: Place) -> [FlowUnit] {
    var units: [FlowUnit] = []
    if !chart.title.isEmpty {
      units.append(paragraph(chart.title, style: "chart-title", role: .paragraph, at: place))
    }
    if !chart.subtitle.isEmpty {
      units.append(paragraph(chart.subtitle, style: "chart-subtitle", role: .paragraph, at: place))
    }
    var figure = StructureElement(role: .figure)
    figure.alternativeText = chart.alternativeText
    let element = structure.add(figure, to: place.element)
    units.append(FlowUnit(content: .chart(chart, element: element), indent: place.indent))
    for note in chart.notes {
      units.append(paragraph(note, style: "chart-note", role: .paragraph, at: place))
    }
    for index in units.indices.dropFirst() { units[index].boundary = .joined }
    return units
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

  private mutating func collect(_ figures: [KeyFigure], at place: Place) -> FlowUnit {
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
      return unit
    }
  }

  private mutating func callout(
    _ blocks: [Block], hasTail: Bool, at place: Place
  ) -> [FlowUnit] {
    grounds += 1
    var inner = place
    inner.element = structure.add(StructureElement(role: .division), to: place.element)
    inner.ground = Ground(
      id: grounds, colour: "accent-soft", padding: 10, margin: style.baseline / 2,
      hasTail: hasTail)
    var units = collect(blocks, at: inner)
    for index in units.indices {
      units[index].keepsTogether = true
      if index > 0 { units[index].boundary = .kept }
    }
    return units
  }

  private mutating func columns(_ blocks: [Block], count: Int, at place: Place) -> [FlowUnit] {
    guard count > 1, blocks.count > 1 else { return collect(blocks, at: place) }
    // Blocks are dealt over the columns in reading order, as even in number as they can be.
    let size = (blocks.count + count - 1) / count
    let dealt = stride(from: 0, to: blocks.count, by: size).map { start in
      collect(Array(blocks[start..<min(start + size, blocks.count)]), at: place)
    }
    return [FlowUnit(content: .columns(dealt, count: count))]
  }
}

/// A heading as lists of contents know it.
struct DocumentHeading {
  var title: String
  var number: String?
  var level: Int
  var anchor: String

  /// The headings of a document that have an anchor, covers left out.
  static func all(of document: Document) -> [DocumentHeading] {
    document.parts.filter { $0.role != .cover && $0.role != .contents }.flatMap { part in
      all(of: part.blocks, number: part.number)
    }
  }

  private static func all(of blocks: [Block], number: String?) -> [DocumentHeading] {
    blocks.flatMap { block -> [DocumentHeading] in
      switch block.content {
      case .heading(let level, let text):
        guard let anchor = block.anchor else { return [] }
        return [
          DocumentHeading(
            title: text.plainText, number: level == 1 ? number : nil, level: level, anchor: anchor)
        ]
      case .group(_, let blocks): return all(of: blocks, number: number)
      default: return []
      }
    }
  }
}
