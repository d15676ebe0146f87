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
      return Self.onPages(collect(blocks, at: place))
    case .wide:
      var units = collect(blocks, at: place)
      for index in units.indices { units[index].isWide = true }
      return units
    case .beside:
      let hasDisplay = blocks.contains(where: \.isDisplay)
      return hasDisplay ? beside(blocks, at: place) : collect(blocks, at: place)
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

  /// Units with pages of their own.
  ///
  /// It belongs to no collector: one that is read while it collects would be copied, tree and all.
  static func onPages(_ units: [FlowUnit]) -> [FlowUnit] {
    var units = units
    if !units.isEmpty {
      units[0].startsPage = true
      units[units.count - 1].endsPage = true
    }
    return units
  }

  /// Text at the left and displays at the right; displays alone stand as wide as the frame.
  mutating func beside(_ blocks: [Block], at place: Place) -> [FlowUnit] {
    let hasText = blocks.contains { block in
      if case .heading = block.content { return false }
      return !block.isDisplay
    }
    guard hasText else { return collect(blocks, at: place) }
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
    // The pair starts a page; its text then stands at the top of it.
    let startsPage = text.first?.startsPage ?? false
    if !text.isEmpty { text[0].startsPage = false }
    var unit = FlowUnit(content: .beside(text, displays, textShare: share, gap: gap))
    unit.startsPage = startsPage
    unit.range = text.first?.range
    return [unit]
  }
}
