import DocumentTree
public import Drawing
public import PageModel

/// Writes paged documents as tagged PDF (PDF/UA-1 and PDF/A-2a in one file), and pages as PNG or SVG.
///
/// A PDF is written from the page model in one go: content streams, the fonts with the glyphs that are
/// used, structure, navigation and metadata. Cairo draws the pictures of pages. One writer per worker:
/// it keeps the fonts from document to document.
public final class PDFWriter {
  private let catalogue: FontCatalogue
  private let shelf: FontShelf
  private var cairoFonts: CairoFonts?

  /// Creates a writer for the fonts of a catalogue; files are opened when they are needed.
  public init(fonts: FontCatalogue) {
    catalogue = fonts
    shelf = FontShelf(fonts)
  }

  /// The bytes of a document as PDF; the same document gives the same bytes.
  ///
  /// - Throws: `DrawingError` if a font cannot be loaded or a picture cannot be decoded.
  public func write(_ document: PagedDocument) throws(DrawingError) -> [UInt8] {
    let pdf = PDFFile(deflater: try Deflater())
    let pages = document.pages.map { _ in pdf.reserve() }
    let structure = StructureWriter(pdf: pdf, document: document, pages: pages)
    structure.write()
    let pageTree = try PageWriter(
      pdf: pdf, document: document, pages: pages, annotations: structure.annotations
    ).write(fonts: shelf.fonts(of: document))
    let metadata = MetadataWriter(pdf: pdf, metadata: document.metadata)
    let root = pdf.add { root in
      root.add("<</Type/Catalog/Pages ")
      root.reference(pageTree)
      root.add("/StructTreeRoot ")
      root.reference(structure.tree)
      NavigationWriter(pdf: pdf, document: document, pages: pages).write(into: &root)
      metadata.write(into: &root)
      root.add(">>")
    }
    return pdf.bytes(root: root, information: metadata.information())
  }

  /// A page as PNG.
  public func png(_ page: Page, dotsPerInch: Double) throws(DrawingError) -> [UInt8] {
    try picture(page, .png(dotsPerInch: dotsPerInch))
  }

  /// A page as SVG.
  public func svg(_ page: Page) throws(DrawingError) -> [UInt8] {
    try picture(page, .svg)
  }

  private func picture(
    _ page: Page, _ format: CairoSurface.Format
  ) throws(DrawingError) -> [UInt8] {
    let locale = try NumericLocale()
    defer { locale.restore() }
    let fonts = try openCairoFonts()
    let surface = try CairoSurface(format, size: page.size)
    let painter = unsafe PagePainter(context: surface.context, fonts: fonts)
    try painter.paint(page)
    if case .svg = format { try surface.endPage() }
    return try surface.finish()
  }

  private func openCairoFonts() throws(DrawingError) -> CairoFonts {
    if let cairoFonts { return cairoFonts }
    let fonts = try CairoFonts(catalogue)
    cairoFonts = fonts
    return fonts
  }
}
