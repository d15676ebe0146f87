import DocumentTree
import Drawing
import PageModel
import TestSupport
import Testing

@testable import PDFOutput

/// What content streams say, on a page of 100 by 100 points.
@Suite struct ContentWriterTests {
  private let fonts: FontCatalogue
  private let face: FontFace

  init() throws {
    fonts = try houseFonts()
    face = try #require(fonts.face(family: "Inter", weight: 400, isItalic: false))
  }

  /// The content stream of a page with one item, its codes as hexadecimal digits.
  private func content(_ marks: [Mark], margin: Length = 0) throws -> String {
    let item = PageItem(.content(0), marks: marks, bounds: Rect(x: 0, y: 0, width: 1, height: 1))
    let page = Page(size: Size(width: 100, height: 100), number: .none, items: [item])
    let document = PagedDocument(
      metadata: .init(title: "", subject: "", author: "", language: "nl", date: nil), pages: [page])
    let embedded = try FontShelf(fonts).fonts(of: document)
    let bytes = ContentWriter(page: page, margin: margin, fonts: embedded, pictures: [:]).bytes
    return bytes.map { byte in
      (0x20...0x7E).contains(byte) || byte == 10
        ? String(UnicodeScalar(byte)) : "[\(byte)]"
    }.joined()
  }

  /// A run of one glyph for each letter, the glyphs numbered from 40.
  private func run(_ text: String, advances: [Length], clusters: [GlyphCluster]? = nil) -> GlyphRun
  {
    let glyphs = advances.enumerated().map {
      Glyph(id: UInt32(40 + $0.offset), advance: $0.element)
    }
    return GlyphRun(
      font: face.id, size: 10, glyphs: glyphs, text: text,
      clusters: clusters ?? text.map { GlyphCluster(bytes: $0.utf8.count, glyphs: 1) })
  }

  /// The width that the font itself gives a glyph at 10 points.
  private func width(_ glyph: UInt32) throws -> Length {
    Length(try FontFile(face).advance(of: glyph) / 100)
  }

  @Test func pathsStandOnTheirHeads() throws {
    let rule = Mark.path(
      PathMark(
        .line(from: Point(x: 1, y: 2), to: Point(x: 3.456, y: 2)),
        stroke: Stroke(colour: .black, width: 0.5, dashes: [1, 2])))
    #expect(
      try content([rule], margin: 10) == """
        /Span <</MCID 0>> BDC
        0 0 0 RG 0.5 w [1 2] 0 d 11 108 m 13.46 108 l S
        EMC

        """)
  }

  @Test func stateIsSetOnce() throws {
    let square = Mark.path(
      PathMark(.rectangle(Rect(x: 0, y: 0, width: 1, height: 1)), fill: .black))
    let text = try content([square, square])
    #expect(text.split(separator: "rg").count == 2)
  }

  @Test func glyphsWhereTheFontHasThemAreOneString() throws {
    let mark = GlyphMark(
      run("ab", advances: [try width(40), try width(41)]), at: Point(x: 5, y: 20), colour: .black)
    let text = try content([.glyphs(mark)])
    #expect(text.contains("/F\(face.id.index) 10 Tf 5 80 Td [([0][1][0][2])]TJ ET"))
  }

  @Test func aGlyphElsewhereHasANumberBeforeIt() throws {
    let mark = GlyphMark(
      run("ab", advances: [try width(40) + 0.25, try width(41)]), at: Point(x: 5, y: 20),
      colour: .black)
    #expect(try content([.glyphs(mark)]).contains("[([0][1])-25([0][2])]TJ"))
  }

  @Test func aGlyphWithOtherTextSaysSo() throws {
    var glyphs = run("--", advances: [try width(40), try width(40)])
    glyphs.glyphs[1].id = 40
    glyphs.text = "-\u{AD}"
    glyphs.clusters = [GlyphCluster(bytes: 1, glyphs: 1), GlyphCluster(bytes: 2, glyphs: 1)]
    let text = try content([.glyphs(GlyphMark(glyphs, at: .zero, colour: .black))])
    #expect(
      text.contains("[([0][1])]TJ /Span <</ActualText ([254][255][0][173])>> BDC [([0][1])]TJ EMC"))
  }

  @Test func severalGlyphsForOneLetterSayIt() throws {
    let glyphs = run(
      "é", advances: [try width(40), try width(41)], clusters: [GlyphCluster(bytes: 2, glyphs: 2)])
    let text = try content([.glyphs(GlyphMark(glyphs, at: .zero, colour: .black))])
    #expect(text.contains("/ActualText ([254][255][0][233])>> BDC [([0][1][0][2])]TJ EMC"))
  }

  @Test func textWithoutAGlyphGoesWithTheNext() {
    var cursor = ClusterCursor(
      run(
        "a\u{2060}b", advances: [1, 1],
        clusters: [
          .init(bytes: 1, glyphs: 1), .init(bytes: 3, glyphs: 0), .init(bytes: 1, glyphs: 1),
        ]
      ))
    var found: [String] = []
    while let cluster = cursor.next() {
      found.append(String(decoding: cursor.text[cluster.bytes], as: UTF8.self))
    }
    #expect(found == ["a", "\u{2060}b"])
  }

  @Test func aRaisedGlyphMovesTheBaseline() throws {
    var glyphs = run("ab", advances: [try width(40), try width(41)])
    glyphs.glyphs[1].offset.y = -3
    let text = try content([.glyphs(GlyphMark(glyphs, at: Point(x: 5, y: 20), colour: .black))])
    #expect(text.contains("1 0 0 1 ") && text.contains(" 83 Tm [([0][2])]TJ"))
  }
}
