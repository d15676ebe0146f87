import CQPDF
import DocumentTree
import Drawing
import PageModel

/// Writes the logical tree of a paged document into its PDF: elements, parent tree, link annotations.
struct StructureWriter {
  let file: QPDFFile
  let document: PagedDocument
  let pages: [QPDFFile.Object]

  /// An annotation with its place in the parent tree.
  private struct Annotation {
    var object: QPDFFile.Object
    var parentKey: Int
  }

  func write(into root: QPDFFile.Object) {
    let elements = document.structure.elements
    let objects = elements.map { _ in
      file.indirect(file.dictionary(["Type": file.name("StructElem")]))
    }
    let tree = file.indirect(file.dictionary(["Type": file.name("StructTreeRoot")]))
    let annotations = makeAnnotations()
    for (index, element) in elements.enumerated() {
      write(element, into: objects[index], parent: element.parent.map { objects[$0] } ?? tree)
      let children = element.children.map { child in
        self.child(child, objects: objects, annotations: annotations)
      }
      file.set("K", of: objects[index], to: file.array(children))
    }
    file.set("K", of: tree, to: file.array([objects[StructureTree.root]]))
    writeParentTree(into: tree, objects: objects, annotations: annotations)
    writeIDTree(into: tree, objects: objects)
    file.set("StructTreeRoot", of: root, to: tree)
    file.set("MarkInfo", of: root, to: file.dictionary(["Marked": file.boolean(true)]))
  }

  private func write(
    _ element: StructureElement, into object: QPDFFile.Object, parent: QPDFFile.Object
  ) {
    file.set("S", of: object, to: file.name(element.role.rawValue))
    file.set("P", of: object, to: parent)
    if let page = firstPage(of: element) { file.set("Pg", of: object, to: pages[page]) }
    if let text = element.alternativeText { file.set("Alt", of: object, to: file.text(text)) }
    if let text = element.actualText { file.set("ActualText", of: object, to: file.text(text)) }
    if let language = element.language {
      file.set("Lang", of: object, to: file.ascii(language))
    }
    if let title = element.title { file.set("T", of: object, to: file.text(title)) }
    if let id = element.id { file.set("ID", of: object, to: file.ascii(id)) }
    let attributes = self.attributes(of: element)
    if !attributes.isEmpty { file.set("A", of: object, to: file.array(attributes)) }
  }

  private func firstPage(of element: StructureElement) -> Int? {
    for case .content(let page, _) in element.children { return page }
    return nil
  }

  private func attributes(of element: StructureElement) -> [QPDFFile.Object] {
    var attributes: [QPDFFile.Object] = []
    if element.scope != nil || !element.headers.isEmpty || element.columnSpan > 1
      || element.summary != nil
    {
      let table = file.dictionary(["O": file.name("Table")])
      if let scope = element.scope {
        file.set("Scope", of: table, to: file.name(scope.rawValue))
      }
      if !element.headers.isEmpty {
        file.set("Headers", of: table, to: file.array(element.headers.map(file.ascii)))
      }
      if element.columnSpan > 1 {
        file.set("ColSpan", of: table, to: file.integer(element.columnSpan))
      }
      if let summary = element.summary { file.set("Summary", of: table, to: file.text(summary)) }
      attributes.append(table)
    }
    if let isOrdered = element.isOrderedList {
      attributes.append(
        file.dictionary([
          "O": file.name("List"), "ListNumbering": file.name(isOrdered ? "Decimal" : "Disc"),
        ]))
    }
    if let bounds = element.bounds, let page = firstPage(of: element) {
      attributes.append(
        file.dictionary([
          "O": file.name("Layout"), "Placement": file.name("Block"),
          "BBox": rectangle(bounds, on: page),
        ]))
    }
    return attributes
  }

  /// A rectangle in the space of PDF, whose origin is the bottom-left corner.
  private func rectangle(_ rect: Rect, on page: Int) -> QPDFFile.Object {
    let height = document.pages[page].size.height
    return file.array(
      [rect.left, height - rect.bottom, rect.right, height - rect.top].map {
        file.real(($0 + document.margin).points)
      })
  }

  private func child(
    _ child: StructureElement.Child, objects: [QPDFFile.Object],
    annotations: [[Annotation]]
  ) -> QPDFFile.Object {
    switch child {
    case .element(let index): return objects[index]
    case .content(let page, let id):
      return file.dictionary([
        "Type": file.name("MCR"), "Pg": pages[page], "MCID": file.integer(id),
      ])
    case .link(let page, let index):
      return file.dictionary([
        "Type": file.name("OBJR"), "Obj": annotations[page][index].object, "Pg": pages[page],
      ])
    }
  }

  /// The link annotations of each page; their keys in the parent tree follow those of the pages.
  private func makeAnnotations() -> [[Annotation]] {
    var key = document.pages.count
    return document.pages.enumerated().map { number, page in
      let annotations = page.links.map { link -> Annotation in
        let object = file.dictionary([
          "Type": file.name("Annot"), "Subtype": file.name("Link"), "F": file.integer(4),
          "Border": file.array([file.integer(0), file.integer(0), file.integer(0)]),
          "Rect": rectangle(link.rect, on: number), "Contents": file.text(link.description),
          "StructParent": file.integer(key),
        ])
        switch link.target {
        case .anchor(let anchor):
          file.set("Dest", of: object, to: file.text(anchor))
        case .address(let address):
          let action = file.dictionary([
            "Type": file.name("Action"), "S": file.name("URI"), "URI": file.ascii(address),
          ])
          file.set("A", of: object, to: action)
        }
        defer { key += 1 }
        return Annotation(object: file.indirect(object), parentKey: key)
      }
      if !annotations.isEmpty {
        file.set("Annots", of: pages[number], to: file.array(annotations.map(\.object)))
      }
      return annotations
    }
  }

  private func writeParentTree(
    into tree: QPDFFile.Object, objects: [QPDFFile.Object], annotations: [[Annotation]]
  ) {
    var owners = document.pages.map { page in
      [Int?](
        repeating: nil,
        count: page.items.count { if case .content = $0.tagging { true } else { false } })
    }
    var linkOwners: [Int: Int] = [:]
    for (index, element) in document.structure.elements.enumerated() {
      for child in element.children {
        switch child {
        case .content(let page, let id): owners[page][id] = index
        case .link(let page, let link):
          linkOwners[annotations[page][link].parentKey] = index
        case .element: break
        }
      }
    }
    let numbers = file.array()
    for (page, ids) in owners.enumerated() where !ids.isEmpty {
      file.append(file.integer(page), to: numbers)
      let parents = ids.compactMap { $0.map { objects[$0] } }
      file.append(file.indirect(file.array(parents)), to: numbers)
      file.set("StructParents", of: pages[page], to: file.integer(page))
    }
    for (key, owner) in linkOwners.sorted(by: { $0.key < $1.key }) {
      file.append(file.integer(key), to: numbers)
      file.append(objects[owner], to: numbers)
    }
    let parentTree = file.dictionary(["Nums": numbers])
    file.set("ParentTree", of: tree, to: file.indirect(parentTree))
    let count = document.pages.count + annotations.reduce(0) { $0 + $1.count }
    file.set("ParentTreeNextKey", of: tree, to: file.integer(count))
  }

  private func writeIDTree(into tree: QPDFFile.Object, objects: [QPDFFile.Object]) {
    let named = document.structure.elements.enumerated().compactMap { index, element in
      element.id.map { ($0, index) }
    }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    guard !named.isEmpty else { return }
    let names = file.array()
    for (id, index) in named {
      file.append(file.ascii(id), to: names)
      file.append(objects[index], to: names)
    }
    file.set("IDTree", of: tree, to: file.indirect(file.dictionary(["Names": names])))
  }
}
