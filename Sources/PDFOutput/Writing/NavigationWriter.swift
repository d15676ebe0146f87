import Drawing
import PageModel

/// Writes how readers find their way: named destinations, bookmarks, page labels.
struct NavigationWriter {
  let pdf: PDFFile
  let document: PagedDocument
  let pages: [PDFFile.Object]

  /// Writes them; what the catalogue says of them goes into its entries.
  func write(into root: inout PDFSyntax) {
    writeDestinations(into: &root)
    writeOutline(into: &root)
    writeLabels(into: &root)
  }

  private func write(_ place: Destination, into syntax: inout PDFSyntax) {
    let height = document.pages[place.page].size.height + document.margin
    // A little above the words, so that they do not stick to the window's edge.
    let top = min(height, height - place.point.y + 12)
    syntax.add("[")
    syntax.reference(pages[place.page])
    syntax.add("/XYZ 0 ")
    syntax.length(top)
    syntax.add(" 0]")
  }

  private func writeDestinations(into root: inout PDFSyntax) {
    let places = document.destinations.sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    guard !places.isEmpty else { return }
    let tree = pdf.add { names in
      names.add("<</Names[")
      for (anchor, place) in places {
        names.text(anchor)
        write(place, into: &names)
      }
      names.add("]>>")
    }
    root.add("/Names<</Dests ")
    root.reference(tree)
    root.add(">>")
  }

  /// Writes an entry for each run of pages whose numbers follow one another.
  private func writeLabels(into root: inout PDFSyntax) {
    root.add("/PageLabels<</Nums[")
    var last: PageNumber?
    for (index, page) in document.pages.enumerated() {
      defer { last = page.number }
      if let last, last.next == page.number { continue }
      root.integer(index)
      switch page.number {
      case .decimal(let first): write("D", from: first, into: &root)
      case .roman(let first): write("r", from: first, into: &root)
      case .none: root.add("<<>>")
      }
    }
    root.add("]>>")
  }

  private func write(_ style: String, from first: Int, into root: inout PDFSyntax) {
    root.add(text: "<</S/\(style)/St ")
    root.integer(first)
    root.add(">>")
  }
}

extension PageNumber {
  /// The number of the next page, if the two are numbered alike.
  fileprivate var next: PageNumber {
    switch self {
    case .decimal(let number): .decimal(number + 1)
    case .roman(let number): .roman(number + 1)
    case .none: .none
    }
  }
}

// MARK: - Bookmarks

extension NavigationWriter {
  /// A bookmark with those below it.
  private struct Node {
    var entry: OutlineEntry
    var children: [Node] = []
  }

  private func writeOutline(into root: inout PDFSyntax) {
    var entries = document.outline.filter { document.destinations[$0.anchor] != nil }[...]
    let nodes = Self.nodes(from: &entries, below: 0)
    guard !nodes.isEmpty else { return }
    let outlines = pdf.reserve()
    let ends = write(nodes, below: outlines)
    pdf.fill(outlines) { syntax in
      syntax.add("<</Type/Outlines")
      syntax.add(ends)
      syntax.add(">>")
    }
    root.add("/Outlines ")
    root.reference(outlines)
    root.add("/PageMode/UseOutlines")
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

  /// Writes bookmarks and those below them; gives what their parent says of them.
  private func write(_ nodes: [Node], below parent: PDFFile.Object) -> PDFSyntax {
    let objects = nodes.map { _ in pdf.reserve() }
    for (index, node) in nodes.enumerated() {
      let ends = node.children.isEmpty ? nil : write(node.children, below: objects[index])
      pdf.fill(objects[index]) { syntax in
        syntax.add("<</Title")
        syntax.text(node.entry.title)
        syntax.add("/Parent ")
        syntax.reference(parent)
        if let place = document.destinations[node.entry.anchor] {
          syntax.add("/Dest")
          write(place, into: &syntax)
        }
        if index > 0 {
          syntax.add("/Prev ")
          syntax.reference(objects[index - 1])
        }
        if index + 1 < objects.count {
          syntax.add("/Next ")
          syntax.reference(objects[index + 1])
        }
        if let ends { syntax.add(ends) }
        syntax.add(">>")
      }
    }
    var ends = PDFSyntax()
    guard let first = objects.first, let last = objects.last else { return ends }
    ends.add("/First ")
    ends.reference(first)
    ends.add("/Last ")
    ends.reference(last)
    ends.add("/Count ")
    ends.integer(objects.count)
    return ends
  }
}
