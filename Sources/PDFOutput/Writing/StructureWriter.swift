import DocumentTree
import Drawing
import PageModel

/// Writes the logical tree of a paged document into its PDF: elements, parent tree, link annotations.
struct StructureWriter {
  private let pdf: PDFFile
  private let document: PagedDocument
  private let pages: [PDFFile.Object]
  private let elements: [PDFFile.Object]
  /// The link annotations of each page; their keys in the parent tree follow those of the pages.
  let annotations: [[PDFFile.Object]]
  /// The root of the tree.
  let tree: PDFFile.Object

  /// Takes numbers for all that is written.
  init(pdf: PDFFile, document: PagedDocument, pages: [PDFFile.Object]) {
    self.pdf = pdf
    self.document = document
    self.pages = pages
    tree = pdf.reserve()
    elements = document.structure.elements.map { _ in pdf.reserve() }
    annotations = document.pages.map { page in page.links.map { _ in pdf.reserve() } }
  }

  /// Writes the elements, the trees that lead to them, and the annotations.
  func write() {
    for (index, element) in document.structure.elements.enumerated() {
      pdf.fill(elements[index]) { write(element, into: &$0) }
    }
    writeAnnotations()
    let parentTree = pdf.add(writeParentTree)
    let named = namedElements
    let idTree = named.isEmpty ? nil : pdf.add { write(idTreeOf: named, into: &$0) }
    pdf.fill(tree) { root in
      root.add("<</Type/StructTreeRoot/K[")
      root.reference(elements[StructureTree.root])
      root.add("]/ParentTree ")
      root.reference(parentTree)
      root.add("/ParentTreeNextKey ")
      root.integer(document.pages.count + annotations.reduce(0) { $0 + $1.count })
      if let idTree {
        root.add("/IDTree ")
        root.reference(idTree)
      }
      root.add(">>")
    }
  }
}

// MARK: - Elements

extension StructureWriter {
  private func write(_ element: StructureElement, into syntax: inout PDFSyntax) {
    syntax.add("<</Type/StructElem/S")
    syntax.name(element.role.rawValue)
    syntax.add("/P ")
    syntax.reference(element.parent.map { elements[$0] } ?? tree)
    let page = Self.firstPage(of: element)
    if let page {
      syntax.add("/Pg ")
      syntax.reference(pages[page])
    }
    write("/Alt", element.alternativeText, into: &syntax)
    write("/ActualText", element.actualText, into: &syntax)
    write("/T", element.title, into: &syntax)
    if let language = element.language {
      syntax.add("/Lang")
      syntax.string(language.utf8)
    }
    if let id = element.id {
      syntax.add("/ID")
      syntax.string(id.utf8)
    }
    writeAttributes(of: element, on: page, into: &syntax)
    syntax.add("/K[")
    for (index, child) in element.children.enumerated() {
      if index > 0 { syntax.add(" ") }
      write(child, of: page, into: &syntax)
    }
    syntax.add("]>>")
  }

  private func write(_ key: StaticString, _ text: String?, into syntax: inout PDFSyntax) {
    guard let text else { return }
    syntax.add(key)
    syntax.text(text)
  }

  private static func firstPage(of element: StructureElement) -> Int? {
    for case .content(let page, _) in element.children { return page }
    return nil
  }

  /// A child; content of the page that the element names is its number alone.
  private func write(
    _ child: StructureElement.Child, of own: Int?, into syntax: inout PDFSyntax
  ) {
    switch child {
    case .element(let index): syntax.reference(elements[index])
    case .content(let page, let id):
      if page == own { return syntax.integer(id) }
      syntax.add("<</Type/MCR/Pg ")
      syntax.reference(pages[page])
      syntax.add("/MCID ")
      syntax.integer(id)
      syntax.add(">>")
    case .link(let page, let index):
      syntax.add("<</Type/OBJR/Obj ")
      syntax.reference(annotations[page][index])
      syntax.add("/Pg ")
      syntax.reference(pages[page])
      syntax.add(">>")
    }
  }

  private func writeAttributes(
    of element: StructureElement, on page: Int?, into syntax: inout PDFSyntax
  ) {
    let isInTable = Self.hasTableAttributes(element)
    guard isInTable || element.isOrderedList != nil || (element.bounds != nil && page != nil) else {
      return
    }
    syntax.add("/A[")
    if isInTable { writeTableAttributes(of: element, into: &syntax) }
    if let isOrdered = element.isOrderedList {
      syntax.add("<</O/List/ListNumbering/")
      syntax.add(isOrdered ? "Decimal>>" : "Disc>>")
    }
    if let bounds = element.bounds, let page {
      syntax.add("<</O/Layout/Placement/Block/BBox")
      syntax.rectangle(edges(of: bounds, on: page))
      syntax.add(">>")
    }
    syntax.add("]")
  }

  private static func hasTableAttributes(_ element: StructureElement) -> Bool {
    element.scope != nil || !element.headers.isEmpty || element.columnSpan > 1
      || element.summary != nil
  }

  private func writeTableAttributes(of element: StructureElement, into syntax: inout PDFSyntax) {
    syntax.add("<</O/Table")
    if let scope = element.scope { syntax.add(text: "/Scope/\(scope.rawValue)") }
    if !element.headers.isEmpty {
      syntax.add("/Headers[")
      for header in element.headers { syntax.string(header.utf8) }
      syntax.add("]")
    }
    if element.columnSpan > 1 { syntax.add(text: "/ColSpan \(element.columnSpan)") }
    if let summary = element.summary {
      syntax.add("/Summary")
      syntax.text(summary)
    }
    syntax.add(">>")
  }

  /// A rectangle in the space of PDF, whose origin is the bottom-left corner.
  private func edges(of rect: Rect, on page: Int) -> [Length] {
    let height = document.pages[page].size.height
    return [rect.left, height - rect.bottom, rect.right, height - rect.top].map {
      $0 + document.margin
    }
  }
}

// MARK: - Links

extension StructureWriter {
  private func writeAnnotations() {
    var key = document.pages.count
    for (number, page) in document.pages.enumerated() {
      for (index, link) in page.links.enumerated() {
        pdf.fill(annotations[number][index]) { syntax in
          syntax.add("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect")
          syntax.rectangle(edges(of: link.rect, on: number))
          syntax.add("/Contents")
          syntax.text(link.description)
          syntax.add("/StructParent ")
          syntax.integer(key)
          switch link.target {
          case .anchor(let anchor):
            syntax.add("/Dest")
            syntax.text(anchor)
          case .address(let address):
            syntax.add("/A<</Type/Action/S/URI/URI")
            syntax.string(address.utf8)
            syntax.add(">>")
          }
          syntax.add(">>")
        }
        key += 1
      }
    }
  }
}

// MARK: - Trees

extension StructureWriter {
  private func writeParentTree(into syntax: inout PDFSyntax) {
    var owners = document.pages.map { page in
      [Int?](
        repeating: nil,
        count: page.items.count { if case .content = $0.tagging { true } else { false } })
    }
    var linkOwners = document.pages.map { [Int?](repeating: nil, count: $0.links.count) }
    for (index, element) in document.structure.elements.enumerated() {
      for child in element.children {
        switch child {
        case .content(let page, let id): owners[page][id] = index
        case .link(let page, let link): linkOwners[page][link] = index
        case .element: break
        }
      }
    }
    syntax.add("<</Nums[")
    for (page, ids) in owners.enumerated() where !ids.isEmpty {
      let parents = pdf.add { array in
        array.add("[")
        for case let owner? in ids {
          array.reference(elements[owner])
          array.add(" ")
        }
        array.add("]")
      }
      syntax.integer(page)
      syntax.add(" ")
      syntax.reference(parents)
      syntax.add(" ")
    }
    for (offset, owner) in linkOwners.joined().enumerated() {
      guard let owner else { continue }
      syntax.integer(document.pages.count + offset)
      syntax.add(" ")
      syntax.reference(elements[owner])
      syntax.add(" ")
    }
    syntax.add("]>>")
  }

  /// The elements that have a name, by name.
  private var namedElements: [(id: String, index: Int)] {
    document.structure.elements.enumerated()
      .compactMap { index, element in element.id.map { ($0, index) } }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  private func write(idTreeOf named: [(id: String, index: Int)], into syntax: inout PDFSyntax) {
    syntax.add("<</Names[")
    for (id, index) in named {
      syntax.string(id.utf8)
      syntax.reference(elements[index])
      syntax.add(" ")
    }
    syntax.add("]>>")
  }
}
