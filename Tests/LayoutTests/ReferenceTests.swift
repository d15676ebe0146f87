import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

@Suite struct ReferenceTests {
  private func reference(to anchor: String, after words: String) -> Block {
    Block(
      .paragraph([
        Inline(words + "\u{A0}", link: .anchor(anchor)),
        Inline("", origin: .reference, link: .anchor(anchor), late: .page(of: anchor)),
        Inline(" and on"),
      ]))
  }

  private func numbers(in paged: PagedDocument) -> [String] {
    paged.pages.flatMap(\.items).filter { $0.origin == .reference }.map(\.text)
  }

  @Test func printsTheNumberOfALaterPage() {
    let paged = layOut(
      .of([
        reference(to: "there", after: "see page"), .lines(20),
        .heading(1, "There", anchor: "there"),
        .lines(2),
      ]), style: .plain())
    #expect(numbers(in: paged) == ["3"])
    // The words behind it stand where a number of one digit leaves off.
    let line = paged.pages[0].items.filter { $0.bounds.top < 30 }
    #expect(line.map(\.text).joined() == "see page\u{A0}3 and on")
    #expect(line.last?.bounds.left == 70)
    #expect(paged.pages[0].links.map(\.target) == [.anchor("there")])
  }

  @Test func settlesWhereTheRoomOfANumberMovesItsPage() {
    // The line holds a number of one digit only, and "there" stands on page 10 then, else on 9.
    let words = String(repeating: "x", count: 30)
    var blocks = [reference(to: "there", after: words)]
    blocks += (0..<8).map { _ in Block.lines(10) }
    blocks += [.heading(1, "There", anchor: "there"), .lines(3)]
    var log = DiagnosticLog()
    let paged = LayoutStage(style: .plain(), typesetter: FixedMetricsTypesetter())
      .layOut(.of(blocks), into: &log)
    let page = (paged.destinations["there"]?.page ?? 0) + 1
    #expect(numbers(in: paged) == [String(page)])
    #expect(log.diagnostics.allSatisfy { $0.id == "unsettled-reference" })
  }

  @Test func furnitureIsFilledInFieldByField() {
    var style = StyleSheet.plain()
    let templates = ["{chapter} – {folio}", "{{title} {x} {chapter", "{title}", "{section}|"]
    style.masters["body"]?.furniture = templates.enumerated().map { index, template in
      Furniture(
        .text(template, style: "folio"),
        rect: Rect(x: 20, y: 150 + Length(Double(index) * 12), width: 200, height: 12))
    }
    var document = Document.of([.words("end")])
    document.metadata.title = "Whole {folio}"
    document.parts[0].title = "Part"
    let paged = layOut(document, style: style)
    let texts = paged.pages[0].items.filter { $0.origin == .folio }.map(\.text)
    // A field without a value takes its furniture away; what is no field, or stands in a value, stays.
    #expect(texts == ["Part – 1", "{Whole {folio} {x} {chapter", "Whole {folio}"])
  }

  @Test func leadsBackToTheContentsBehindTheLastBlockThatBegins() {
    var style = StyleSheet.plain()
    style.masters["body"]?.furniture = [
      Furniture(
        .contentsLink(style: "folio"), rect: Rect(x: 20, y: 160, width: 100, height: 12)),
      Furniture(
        .text("{section} {folio}", style: "folio"),
        rect: Rect(x: 20, y: 180, width: 200, height: 12)),
    ]
    var document = Document.of([
      .heading(2, "First", anchor: "first"), .lines(12), .heading(2, "Second"), .words("end"),
    ])
    document.contentsLabel = "Back"
    let title = Block.heading(1, "Contents", anchor: "contents")
    document.parts.insert(Part(role: .contents, blocks: [title]), at: 0)
    let paged = layOut(document, style: style)
    let links = paged.pages.dropFirst().map { $0.links.map(\.target) }
    #expect(links == [[.anchor("contents")], [.anchor("contents")]])
    let body = paged.structureDump.split(separator: "\n").map { $0.drop { $0 == " " } }
    let order = body.filter { $0.hasPrefix("p") && !$0.contains("link") }.map { $0.suffix(6) }
    #expect(order.contains("'Back'"))
    // On page 2 the long paragraph is the last to begin; on page 3 the last one.
    let roles = paged.structure.elements[3].children.compactMap { child -> String? in
      guard case .element(let index) = child else { return nil }
      return paged.structure.elements[index].role.rawValue
    }
    #expect(roles == ["H2", "P", "P", "H2", "P", "P"])
    let heads = paged.pages.dropFirst().map { page in
      page.items.filter { $0.tagging == .artifact(.background) }.map(\.text)
    }
    #expect(heads == [["First 2"], ["Second 3"]])
  }
}
