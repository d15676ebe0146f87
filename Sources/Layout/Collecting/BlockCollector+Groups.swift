import DocumentTree
import Drawing
import HouseStyle
import PageModel

extension BlockCollector {
  /// The units of blocks that stand together.
  mutating func collect(_ group: Block.Group, _ blocks: [Block], at place: Place) -> [FlowUnit] {
    switch group {
    case .callout: return callout(blocks, hasTail: false, at: place)
    case .bubble: return callout(blocks, hasTail: true, at: place)
    case .columns(let count):
      guard count > 1 else { return collect(blocks, at: place) }
      return [FlowUnit(content: .columns(collect(blocks, at: place), count: count))]
    case .together: return together(blocks, at: place)
    case .apart:
      // Each block in one piece; once they do not fit one page, each on its own.
      var units: [FlowUnit] = []
      for block in blocks {
        var own = together([block], at: place)
        guard !own.isEmpty else { continue }
        if !units.isEmpty {
          own[0].boundary = max(own[0].boundary, .together)
          own[0].standsAlone = true
        }
        units += own
      }
      return units
    case .page:
      return onPages(collect(blocks, at: place))
    case .wide:
      var units = collect(blocks, at: place)
      for index in units.indices { units[index].isWide = true }
      return units
    case .beside:
      return beside(blocks, at: place)
    }
  }

  private mutating func together(_ blocks: [Block], at place: Place) -> [FlowUnit] {
    var units = collect(blocks, at: place)
    for index in units.indices {
      units[index].keepsTogether = true
      if index > 0 { units[index].boundary = max(units[index].boundary, .together) }
    }
    return units
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
    return together(blocks, at: inner)
  }

  /// The units of blocks of which each heading of level 2 opens a section; blocks with pages of their
  /// own hold sections of their own.
  mutating func collect(sections blocks: [Block], at place: Place) -> [FlowUnit] {
    guard case .beside = style.sections else { return collect(blocks, at: place) }
    var units: [FlowUnit] = []
    var section: [Block] = []
    var followsText = false
    func close() {
      let isText = !section.contains(where: \.isDisplay)
      var added = self.section(section, at: place)
      // Sections of text only share pages.
      if isText, followsText, !added.isEmpty { added[0].startsPage = false }
      if !section.isEmpty { followsText = isText }
      units += added
      section = []
    }
    for block in blocks {
      if case .group(.page, let inner) = block.content {
        close()
        units += onPages(collect(sections: inner, at: place))
        followsText = false
        continue
      }
      if case .heading(let level, _) = block.content, level <= 2 { close() }
      section.append(block)
    }
    close()
    return units
  }

  /// A section: its text beside its displays; without displays in two columns below its heading, so
  /// that lines are not too long to read. One with headings of its own stays as it is written.
  private mutating func section(_ blocks: [Block], at place: Place) -> [FlowUnit] {
    let headings = blocks.prefix { if case .heading = $0.content { true } else { false } }
    let body = Array(blocks.dropFirst(headings.count))
    let isPlain = body.contains { block in
      switch block.content {
      case .heading, .contents, .group: true
      default: false
      }
    }
    if blocks.contains(where: \.isDisplay) {
      let hasHeading = body.contains { if case .heading = $0.content { true } else { false } }
      return hasHeading ? collect(blocks, at: place) : beside(blocks, at: place)
    }
    if isPlain || headings.isEmpty || body.isEmpty { return collect(blocks, at: place) }
    return collect(headings + [Block(.group(.columns(2), body))], at: place)
  }

  private func onPages(_ units: [FlowUnit]) -> [FlowUnit] {
    var units = units
    if !units.isEmpty {
      units[0].startsPage = true
      units[units.count - 1].endsPage = true
    }
    return units
  }

  /// Text at the left and displays at the right; if there is only one of both, one below the other.
  private mutating func beside(_ blocks: [Block], at place: Place) -> [FlowUnit] {
    let hasText = blocks.contains { block in
      if case .heading = block.content { return false }
      return !block.isDisplay
    }
    guard hasText, blocks.contains(where: \.isDisplay) else { return collect(blocks, at: place) }
    var text: [FlowUnit] = []
    var displays: [FlowUnit] = []
    for block in blocks {
      let units = collect([block], at: place)
      if block.isDisplay { displays += units } else { text += units }
    }
    var share = 0.4
    var gap = style.baseline * 2
    if case .beside(let textShare, let between) = style.sections {
      share = textShare
      gap = between
    }
    var unit = FlowUnit(content: .beside(text, displays, textShare: share, gap: gap))
    unit.startsPage = text.first?.startsPage ?? false
    unit.range = text.first?.range
    return [unit]
  }
}

extension Block {
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
