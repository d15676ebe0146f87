import Drawing
import PageModel

/// The opened font files of a catalogue; kept from document to document.
final class FontShelf {
  private let catalogue: FontCatalogue
  private var files: [FontID: FontFile] = [:]

  init(_ catalogue: FontCatalogue) { self.catalogue = catalogue }

  /// The fonts that a document uses, each with the glyphs that it has to embed.
  func fonts(of document: PagedDocument) throws(DrawingError) -> [FontID: EmbeddedFont] {
    // By number of the font.
    var used: [(id: FontID, glyphs: UsedGlyphs)?] = []
    for page in document.pages {
      for item in page.items {
        for case .glyphs(let mark) in item.marks {
          let id = mark.run.font
          while used.count <= id.index { used.append(nil) }
          if used[id.index] == nil { used[id.index] = (id, UsedGlyphs()) }
          used[id.index]?.glyphs.add(mark.run)
        }
      }
    }
    var fonts: [FontID: EmbeddedFont] = [:]
    for case (let id, let glyphs)? in used { fonts[id] = try EmbeddedFont(file(id), used: glyphs) }
    return fonts
  }

  private func file(_ id: FontID) throws(DrawingError) -> FontFile {
    if let known = files[id] { return known }
    let file = try FontFile(catalogue[id])
    files[id] = file
    return file
  }
}
