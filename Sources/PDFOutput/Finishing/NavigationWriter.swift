import CQPDF
import Drawing
import PageModel

/// Writes how readers find their way: named destinations, bookmarks, page labels.
struct NavigationWriter {
  let file: QPDFFile
  let document: PagedDocument
  let pages: [QPDFFile.Object]

  func write(into root: QPDFFile.Object) {
    writeDestinations(into: root)
    writeOutline(into: root)
    writeLabels(into: root)
  }

  private func destination(_ anchor: String) -> QPDFFile.Object? {
    guard let place = document.destinations[anchor] else { return nil }
    let height = document.pages[place.page].size.height + document.margin
    // A little above the words, so that they do not stick to the window's edge.
    let top = min(height, height - place.point.y + 12)
    return file.array([
      pages[place.page], file.name("XYZ"), file.real(0), file.real(top.points), file.integer(0),
    ])
  }

  private func writeDestinations(into root: QPDFFile.Object) {
    let anchors = document.destinations.keys.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    guard !anchors.isEmpty else { return }
    let names = file.array()
    for anchor in anchors {
      guard let destination = destination(anchor) else { continue }
      file.append(file.text(anchor), to: names)
      file.append(destination, to: names)
    }
    let tree = file.indirect(file.dictionary(["Names": names]))
    file.set("Names", of: root, to: file.dictionary(["Dests": tree]))
  }

  /// A bookmark with those below it.
  private struct Node {
    var entry: OutlineEntry
    var children: [Node] = []
  }

  private func writeOutline(into root: QPDFFile.Object) {
    var entries = document.outline.filter { document.destinations[$0.anchor] != nil }[...]
    let nodes = Self.nodes(from: &entries, below: 0)
    guard !nodes.isEmpty else { return }
    let outlines = file.indirect(file.dictionary(["Type": file.name("Outlines")]))
    write(nodes, below: outlines)
    file.set("Outlines", of: root, to: outlines)
    file.set("PageMode", of: root, to: file.name("UseOutlines"))
  }

  private static func nodes(
    from entries: inout ArraySlice<OutlineEntry>, below level: Int
  ) -> [Node] {
    var nodes: [Node] = []
    while let entry = entries.first, entry.level > level {
      entries.removeFirst()
      nodes.append(Node(entry: entry, children: self.nodes(from: &entries, below: entry.level)))
    }
    return nodes
  }

  private func write(_ nodes: [Node], below parent: QPDFFile.Object) {
    let objects = nodes.map { _ in file.indirect(file.dictionary()) }
    for (index, node) in nodes.enumerated() {
      let object = objects[index]
      file.set("Title", of: object, to: file.text(node.entry.title))
      file.set("Parent", of: object, to: parent)
      if let destination = destination(node.entry.anchor) {
        file.set("Dest", of: object, to: destination)
      }
      if index > 0 { file.set("Prev", of: object, to: objects[index - 1]) }
      if index + 1 < objects.count { file.set("Next", of: object, to: objects[index + 1]) }
      if !node.children.isEmpty { write(node.children, below: object) }
    }
    if let first = objects.first, let last = objects.last {
      file.set("First", of: parent, to: first)
      file.set("Last", of: parent, to: last)
      file.set("Count", of: parent, to: file.integer(objects.count))
    }
  }

  private func writeLabels(into root: QPDFFile.Object) {
    let numbers = file.array()
    for (index, page) in document.pages.enumerated() {
      file.append(file.integer(index), to: numbers)
      file.append(file.dictionary(["P": file.text(page.label)]), to: numbers)
    }
    file.set("PageLabels", of: root, to: file.dictionary(["Nums": numbers]))
  }
}
