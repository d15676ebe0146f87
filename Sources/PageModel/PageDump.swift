import DocumentTree
import Drawing

extension PagedDocument {
  /// The pages as text, for golden tests: each item with its place, tagging, origin and words.
  ///
  /// Places are in points with three decimals; marks that are no text are counted.
  public var dump: String {
    var lines: [String] = []
    for (number, page) in pages.enumerated() {
      lines.append("page \(number + 1) '\(page.label)' \(Self.text(page.size))")
      for item in page.items { lines.append("  " + Self.text(item)) }
      for link in page.links {
        lines.append("  link \(Self.text(link.rect)) -> \(Self.text(link.target))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The logical tree as text: roles, texts of content items, alternative texts.
  public var structureDump: String {
    var lines: [String] = []
    appendElement(StructureTree.root, depth: 0, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func appendElement(_ index: Int, depth: Int, to lines: inout [String]) {
    let element = structure.elements[index]
    let indent = String(repeating: "  ", count: depth)
    var line = indent + element.role.rawValue
    if let id = element.id { line += " #\(id)" }
    if let scope = element.scope { line += " scope=\(scope.rawValue)" }
    if !element.headers.isEmpty { line += " headers=\(element.headers.joined(separator: ","))" }
    if element.columnSpan > 1 { line += " columns=\(element.columnSpan)" }
    if let text = element.summary { line += " summary='\(text)'" }
    if let text = element.alternativeText { line += " alt='\(text)'" }
    if let text = element.actualText { line += " actual='\(text)'" }
    lines.append(line)
    for child in element.children {
      switch child {
      case .element(let index): appendElement(index, depth: depth + 1, to: &lines)
      case .content(let page, let id):
        lines.append("\(indent)  p\(page + 1).\(id) '\(text(ofContent: id, page: page))'")
      case .link(let page, let index):
        let target = Self.text(pages[page].links[index].target)
        lines.append("\(indent)  p\(page + 1) link -> \(target)")
      }
    }
  }

  /// The text of a content item.
  public func text(ofContent id: Int, page: Int) -> String {
    pages[page].items.first { $0.tagging == .content(id) }?.text ?? ""
  }

  private static func text(_ item: PageItem) -> String {
    let tag =
      switch item.tagging {
      case .content(let id): "\(id)"
      case .artifact(let kind): kind.rawValue
      }
    let paths = item.marks.count { if case .path = $0 { true } else { false } }
    let words = item.text.isEmpty ? "" : " '\(item.text)'"
    return "\(tag) \(text(item.bounds)) \(item.origin)\(paths > 0 ? " paths=\(paths)" : "")\(words)"
  }

  private static func text(_ target: LinkTarget) -> String {
    switch target {
    case .anchor(let anchor): "#" + anchor
    case .address(let address): address
    }
  }

  private static func text(_ size: Size) -> String {
    "\(text(size.width))×\(text(size.height))"
  }

  private static func text(_ rect: Rect) -> String {
    "[\(text(rect.left)) \(text(rect.top)) \(text(rect.width))×\(text(rect.height))]"
  }

  private static func text(_ length: Length) -> String {
    let thousandths = Int((length.points * 1000).rounded())
    let sign = thousandths < 0 ? "-" : ""
    let fraction = String(abs(thousandths) % 1000 + 1000).dropFirst()
    return "\(sign)\(abs(thousandths) / 1000).\(fraction)"
  }
}
