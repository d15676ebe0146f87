import DocumentTree
import Drawing
import HouseStyle
import PageModel

// MARK: - Sections that stand beside their displays
extension BlockCollector {
  /// A text of more letters has no room beside its tables.
  private static let lettersBeside = 1500

  /// How a section fills pages.
  private enum Arrangement {
    /// Text, with tables that are no wider than a column: it shares columns with its neighbours.
    case text
    /// Text beside displays.
    case beside
    /// As it is written, for it arranges its blocks itself.
    case asWritten
    /// Pages of its own, which hold sections.
    case pages
  }

  /// The units of blocks of which each heading of level 2 opens a section; blocks with pages of their
  /// own hold sections of their own.
  mutating func collect(sections blocks: [Block], at place: Place) -> [FlowUnit] {
    guard case .beside = style.sections else { return collect(blocks, at: place) }
    var units: [FlowUnit] = []
    var text: [[Block]] = []
    for section in blocks.sections {
      let arrangement = Self.arrangement(of: section)
      if arrangement == .text {
        text.append(section)
        continue
      }
      // The title of a chapter stays above what follows it.
      let isTitle = !text.isEmpty && text.joined().allSatisfy(\.isHeading)
      units += collect(text: text, at: place)
      text = []
      var added = collect(section, arranged: arrangement, at: place)
      if isTitle, !added.isEmpty { added[0].startsPage = false }
      units += added
    }
    return units + collect(text: text, at: place)
  }

  private static func arrangement(of section: [Block]) -> Arrangement {
    if case .group(.page, _)? = section.first?.content { return .pages }
    if section.contains(where: \.arrangesItself) { return .asWritten }
    if section.contains(where: { $0.isDisplay && !$0.fitsColumn }) { return .beside }
    return .text
  }

  private mutating func collect(
    _ section: [Block], arranged arrangement: Arrangement, at place: Place
  ) -> [FlowUnit] {
    switch arrangement {
    case .pages:
      guard case .group(_, let inner)? = section.first?.content else { return [] }
      return Self.onPages(collect(sections: inner, at: place))
    case .beside: return collect(displayed: section, at: place)
    case .text, .asWritten: return collect(section, at: place)
    }
  }

  /// A section with displays: its text beside them; one with headings of its own is a row of such
  /// pairs, of which the first has what stands above the first heading.
  private mutating func collect(displayed section: [Block], at place: Place) -> [FlowUnit] {
    let opening = section.prefix(while: \.isHeading)
    var pairs = [Array(opening)]
    for block in section.dropFirst(opening.count).flatMap(\.opened) {
      if block.isHeading, pairs.last?.contains(where: \.isDisplay) ?? false { pairs.append([]) }
      pairs[pairs.count - 1].append(block)
    }
    return pairs.flatMap { beside($0, at: place) }
  }

  /// Neighbouring sections of text: they flow through two columns as one text, so that lines are not
  /// too long to read. A single one has its heading across the page, or its tables beside its text.
  private mutating func collect(text sections: [[Block]], at place: Place) -> [FlowUnit] {
    let blocks = Array(sections.joined())
    let isSingle = sections.count == 1
    let opening = blocks.prefix { block in
      guard case .heading(let level, _) = block.content else { return false }
      return isSingle || level == 1
    }
    let body = Array(blocks.dropFirst(opening.count))
    let hasHeading = body.contains(where: \.isHeading)
    if isSingle, !hasHeading, body.contains(where: \.isDisplay),
      body.reduce(0, { $0 + $1.letters }) <= Self.lettersBeside
    {
      return beside(blocks, at: place)
    }
    var units = collect(Array(opening), at: place)
    var inner = collect(body, at: place)
    guard let first = inner.first else { return units }
    for index in inner.indices { inner[index].startsPage = false }
    var unit = FlowUnit(content: .columns(inner, count: 2))
    unit.startsPage = units.isEmpty && first.startsPage
    unit.range = first.range
    units.append(unit)
    return units
  }
}

extension [Block] {
  /// The blocks parted above each heading of level 1 or 2, and around blocks with pages of their own.
  fileprivate var sections: [[Block]] {
    var sections: [[Block]] = []
    var goesOn = false
    for block in self {
      var opens = !goesOn
      goesOn = true
      switch block.content {
      case .heading(let level, _) where level <= 2: opens = true
      case .group(.page, _): (opens, goesOn) = (true, false)
      default: break
      }
      if opens { sections.append([]) }
      sections[sections.count - 1].append(block)
    }
    return sections
  }
}

extension Block {
  /// The most columns of a table that a column of text holds.
  private static let columnsInColumn = 5

  fileprivate var isHeading: Bool {
    if case .heading = content { true } else { false }
  }

  /// The blocks of a group with a heading that had better stay on one page, which a pair does anyhow;
  /// else the block itself.
  fileprivate var opened: [Block] {
    guard case .group(.together, let blocks) = content, blocks.first?.isHeading ?? false,
      blocks.contains(where: \.isDisplay)
    else { return [self] }
    return blocks
  }

  /// How many letters its text has, that of tables and charts left out.
  fileprivate var letters: Int {
    switch content {
    case .paragraph(let text), .heading(_, let text): text.plainText.count
    case .list(let list): list.items.joined().reduce(0) { $0 + $1.letters }
    case .group(_, let blocks): blocks.reduce(0) { $0 + $1.letters }
    default: 0
    }
  }

  /// Whether the block says itself where on the page its blocks stand.
  fileprivate var arrangesItself: Bool {
    switch content {
    case .contents: true
    case .group(let group, let blocks):
      switch group {
      case .columns, .wide, .page, .beside: true
      case .callout, .bubble, .together, .apart: blocks.contains(where: \.arrangesItself)
      }
    default: false
    }
  }

  /// Whether the block is a table that a column of text holds.
  fileprivate var fitsColumn: Bool {
    switch content {
    case .table(let table): table.columns.count <= Self.columnsInColumn
    case .group(let group, let blocks):
      group != .bubble && blocks.allSatisfy { !$0.isDisplay || $0.fitsColumn }
    default: false
    }
  }

  /// Whether the block shows figures beside the text: a chart, a table, a speech bubble, or a
  /// group that has one.
  var isDisplay: Bool {
    switch content {
    case .chart, .table, .keyFigures, .picture: true
    case .group(.bubble, _): true
    case .group(_, let blocks): blocks.contains(where: \.isDisplay)
    case .heading, .paragraph, .list, .contents: false
    }
  }
}
