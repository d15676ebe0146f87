import DocumentTree
import Drawing
import HouseStyle
import PageModel

// MARK: - Lists
extension BlockCollector {
  mutating func collect(_ list: List, at place: Place) -> [FlowUnit] {
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
}
