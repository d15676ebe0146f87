import Drawing
import PageModel

/// Writes the pages of a document: what is drawn on them, their boxes, and the fonts and pictures that
/// they share.
struct PageWriter {
  let pdf: PDFFile
  let document: PagedDocument
  let pages: [PDFFile.Object]
  /// The link annotations of each page.
  let annotations: [[PDFFile.Object]]

  /// Writes all pages; gives the page tree.
  ///
  /// - Throws: `DrawingError.picture` if a picture cannot be decoded.
  func write(fonts: [FontID: EmbeddedFont]) throws(DrawingError) -> PDFFile.Object {
    let tree = pdf.reserve()
    let pictures = PictureWriter.pictures(of: document)
    let names = Dictionary(
      uniqueKeysWithValues: pictures.enumerated().map { ($0.element, "P\($0.offset)") })
    let resources = try writeResources(fonts, pictures)
    for (number, page) in document.pages.enumerated() {
      let content = ContentWriter(
        page: page, margin: document.margin, fonts: fonts, pictures: names)
      let stream = pdf.stream(content.bytes)
      pdf.fill(pages[number]) { syntax in
        syntax.add("<</Type/Page/Parent ")
        syntax.reference(tree)
        syntax.add("/Resources ")
        syntax.reference(resources)
        syntax.add("/Contents ")
        syntax.reference(stream)
        write(number, page, into: &syntax)
        syntax.add(">>")
      }
    }
    pdf.fill(tree) { syntax in
      syntax.add(text: "<</Type/Pages/Count \(pages.count)/Kids[")
      for page in pages {
        syntax.reference(page)
        syntax.add(" ")
      }
      syntax.add("]>>")
    }
    return tree
  }

  private func writeResources(
    _ fonts: [FontID: EmbeddedFont], _ pictures: [Picture]
  ) throws(DrawingError) -> PDFFile.Object {
    var resources = PDFSyntax()
    resources.add("<</Font<<")
    for (id, font) in fonts.sorted(by: { $0.key < $1.key }) {
      resources.add(text: "/F\(id.index) ")
      resources.reference(font.write(into: pdf))
    }
    resources.add(">>")
    if !pictures.isEmpty {
      let writer = PictureWriter(pdf: pdf)
      resources.add("/XObject<<")
      for (index, picture) in pictures.enumerated() {
        resources.add(text: "/P\(index) ")
        resources.reference(try writer.write(picture))
      }
      resources.add(">>")
    }
    resources.add(">>")
    return pdf.add { $0.add(resources) }
  }

  /// Boxes, the order of tabs, the way into the parent tree, and links.
  private func write(_ number: Int, _ page: Page, into syntax: inout PDFSyntax) {
    let margin = document.margin
    let bleed = document.print?.bleed ?? 0
    let sheet = Size(width: page.size.width + margin * 2, height: page.size.height + margin * 2)
    for (name, inset) in [
      ("MediaBox", Length.zero), ("TrimBox", margin), ("BleedBox", margin - bleed),
    ] {
      syntax.add(text: "/\(name)")
      syntax.rectangle([inset, inset, sheet.width - inset, sheet.height - inset])
    }
    syntax.add("/Tabs/S")
    let hasContent = page.items.contains { item in
      if case .content = item.tagging { true } else { false }
    }
    if hasContent {
      syntax.add("/StructParents ")
      syntax.integer(number)
    }
    if annotations[number].isEmpty { return }
    syntax.add("/Annots[")
    for annotation in annotations[number] {
      syntax.reference(annotation)
      syntax.add(" ")
    }
    syntax.add("]")
  }
}
