import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

/// Contents as tiles, back covers, numbering of masters, titles that are set smaller.
@Suite struct FrontMatterTests {
  private func part(_ title: String, number: String? = nil, anchor: String) -> Part {
    Part(
      role: .body, title: title, number: number,
      blocks: [.heading(1, "Long " + title, anchor: anchor), .words("text")])
  }

  private var tiled: Document {
    var document = Document.of([])
    document.parts = [
      Part(
        role: .contents,
        blocks: [.heading(1, "Contents", anchor: "contents"), Block(.contents(.tiles))]),
      part("First", number: "1", anchor: "first"), part("Sec\u{AD}ond", anchor: "second"),
    ]
    return document
  }

  private var style: StyleSheet {
    var style = StyleSheet.plain()
    style.tiles = TileStyle(columns: 2, gap: 10, height: 40, padding: 5)
    return style
  }

  @Test func aTileIsALinkOverItsWholeArea() {
    let page = layOut(tiled, style: style).pages[0]
    #expect(page.links.map(\.target) == [.anchor("first"), .anchor("second")])
    #expect(page.links.map(\.description) == ["1 First", "Second"])
    // Two tiles of 95 points and 10 between them; number, title and page need three lines.
    #expect(page.links.map(\.rect.width) == [95, 95])
    #expect(page.links.map(\.rect.left) == [20, 125])
    #expect(page.links.map(\.rect.height) == [46, 46])
    let words = page.items.filter { $0.tagging != .artifact(.layout) }.map(\.text)
    #expect(words == ["Contents", "1", "First", "2", "Second", "3"])
  }

  @Test func tilesAreTaggedAsContents() {
    let tree = layOut(tiled, style: style).structureDump.split(separator: "\n").map {
      $0.drop { $0 == " " }
    }
    let roles = tree.filter { !$0.hasPrefix("p") }.map { String($0.prefix { $0 != " " }) }
    #expect(
      Array(roles.prefix(10)) == [
        "Document", "Sect", "H1", "TOC", "TOCI", "Reference", "Link", "TOCI", "Reference", "Link",
      ])
  }

  @Test func mastersNumberTheirPages() {
    var style = style
    for (part, numbering) in [
      ("cover", PageMaster.Numbering.none), ("contents", .roman), ("back", .none),
    ] {
      style.masters[part] = PageMaster(
        name: part, frames: style.masters["body"]?.frames ?? [], numbering: numbering)
      style.partMasters[part] = part
    }
    var document = tiled
    document.parts.insert(Part(role: .cover, blocks: [.words("cover")]), at: 0)
    document.parts.append(Part(role: .back, blocks: [.words("back")]))
    let paged = layOut(document, style: style)
    #expect(paged.pages.map(\.label) == ["", "i", "1", "2", ""])
    style.print = PrintSheet(bleed: 9, hasMarks: false, multiple: 4)
    let printed = layOut(document, style: style)
    #expect(printed.pages.map(\.label) == ["", "i", "1", "2", "", "", "", ""])
    // The back cover is the last page: blank ones stand before it.
    #expect(printed.pages.map { $0.items.map(\.text).joined() }.last == "back")
  }

  @Test func aSentenceCannotNameAPageWithoutANumber() {
    var style = StyleSheet.plain()
    style.masters["body"]?.numbering = .none
    var log = DiagnosticLog()
    let inline = Inline("", origin: .reference, link: .anchor("a"), late: .page(of: "a"))
    _ = LayoutStage(style: style, typesetter: FixedMetricsTypesetter()).layOut(
      .of([.heading(1, "A", anchor: "a"), Block(.paragraph([Inline("page "), inline]))]), into: &log
    )
    #expect(log.diagnostics.map(\.id) == ["unnumbered-page"])
  }

  @Test(arguments: [(2, 10.0), (3, 6.5), (9, 5.0)])
  func aTitleThatIsTooHighIsSetSmaller(lines: Int, size: Double) {
    var style = StyleSheet.plain()
    style.paragraphs["heading-1"]?.maxHeight = 24
    let words = Array(repeating: String(repeating: "x", count: 39), count: lines)
    let paged = layOut(.of([.heading(1, words.joined(separator: " "))]), style: style)
    let sizes = paged.pages[0].items.flatMap(\.marks).compactMap { mark -> Length? in
      if case .glyphs(let glyphs) = mark { glyphs.run.size } else { nil }
    }
    #expect(Set(sizes.map(\.points)) == [size])
  }
}
