import CQPDF
import DocumentTree
public import Drawing
public import PageModel

/// Writes paged documents as tagged PDF (PDF/UA-1 and PDF/A-2a in one file), and pages as PNG or SVG.
///
/// Cairo draws with a marker around each run of content; the finishing step reads the drawn file in
/// memory, turns markers into marked content, and writes structure, navigation and metadata from the
/// page model. One writer per worker: it keeps the fonts from document to document.
public final class PDFWriter {
  private let fonts: CairoFonts

  /// Creates a writer for the fonts of a catalogue.
  ///
  /// - Throws: `DrawingError.font` if FreeType does not start.
  public init(fonts: FontCatalogue) throws(DrawingError) {
    self.fonts = try CairoFonts(fonts)
  }

  /// The bytes of a document as PDF; the same document gives the same bytes.
  ///
  /// - Throws: `DrawingError` if a font cannot be loaded, or Cairo or qpdf refuse something.
  public func write(_ document: PagedDocument) throws(DrawingError) -> [UInt8] {
    try finish(try draw(document), document: document)
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
    let surface = try CairoSurface(format, size: page.size)
    let painter = unsafe PagePainter(context: surface.context, fonts: fonts, isTagged: false)
    try painter.paint(page)
    if case .svg = format { try surface.endPage() }
    return try surface.finish()
  }

  private func draw(_ document: PagedDocument) throws(DrawingError) -> [UInt8] {
    let locale = try NumericLocale()
    defer { locale.restore() }
    let margin = document.margin
    func sheet(_ size: Size) -> Size {
      Size(width: size.width + margin * 2, height: size.height + margin * 2)
    }
    let first = sheet(document.pages.first?.size ?? Size(width: 595.276, height: 841.89))
    let surface = try CairoSurface(.pdf, size: first)
    surface.setMetadata(date: document.metadata.date)
    let painter = unsafe PagePainter(context: surface.context, fonts: fonts, isTagged: true)
    for page in document.pages {
      surface.setSize(sheet(page.size))
      try surface.shifted(by: margin) { () throws(DrawingError) in try painter.paint(page) }
      try surface.endPage()
    }
    return try surface.finish()
  }

  private func finish(
    _ bytes: [UInt8], document: PagedDocument
  ) throws(DrawingError) -> [UInt8] {
    let file = try QPDFFile(bytes)
    let pages = (0..<file.pageCount).map(file.page)
    guard pages.count == document.pages.count else {
      throw .qpdf("\(pages.count) pages were drawn of \(document.pages.count)")
    }
    for (number, page) in pages.enumerated() {
      try finish(page, number: number, of: document, in: file)
    }
    let root = file.root
    StructureWriter(file: file, document: document, pages: pages).write(into: root)
    NavigationWriter(file: file, document: document, pages: pages).write(into: root)
    MetadataWriter(file: file, metadata: document.metadata).write(into: root)
    mendObjects(of: file)
    return try file.write()
  }

  private func finish(
    _ page: QPDFFile.Object, number: Int, of document: PagedDocument, in file: QPDFFile
  ) throws(DrawingError) {
    let items = document.pages[number].items.filter { !$0.marks.isEmpty }
    let expected = items.compactMap { item -> Int? in
      if case .content(let id) = item.tagging { id } else { nil }
    }
    var content = MarkedContent(try file.content(of: page))
    guard let bytes = content.rewritten(), content.runs == expected else {
      throw .lostRun(page: number + 1, found: content.runs.count, expected: expected.count)
    }
    file.set("Contents", of: page, to: file.stream(bytes))
    file.set("Tabs", of: page, to: file.name("S"))
    let size = document.pages[number].size
    let margin = document.margin
    let bleed = document.print?.bleed ?? 0
    for (name, inset) in [("TrimBox", margin), ("BleedBox", margin - bleed)] {
      let edges = [
        inset, inset, margin * 2 + size.width - inset, margin * 2 + size.height - inset,
      ]
      file.set(name, of: page, to: file.array(edges.map { file.real($0.points) }))
    }
  }

  /// What Cairo leaves out that PDF/A asks for: the glyph map of TrueType fonts, plain images.
  private func mendObjects(of file: QPDFFile) {
    file.forEachObject { object in
      if file.isStream(object) {
        let dictionary = file.dictionary(of: object)
        if file.isName(file.get("Subtype", of: dictionary), "Image") {
          file.remove("Interpolate", from: dictionary)
        }
      } else if file.isDictionary(object),
        file.isName(file.get("Subtype", of: object), "CIDFontType2"),
        file.get("CIDToGIDMap", of: object) == nil
      {
        file.set("CIDToGIDMap", of: object, to: file.name("Identity"))
      }
    }
  }
}
