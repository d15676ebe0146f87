import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import PageModel
import TestSupport
import Testing

@Suite struct StructureTests {
  @Test func writesTheTreeInReadingOrder() {
    let document = Document.of([
      .heading(1, "Chapter", anchor: "chapter"),
      Block(
        .list(
          List(items: [
            [
              Block(
                .paragraph([
                  Inline("60%", origin: .bound(0)), Inline(" of them"),
                ])),
              Block(.list(List(isOrdered: true, items: [[.words("inner")]]))),
            ]
          ]))),
      .words("end"),
    ])
    let dump = layOut(document, style: .plain()).structureDump
    #expect(
      dump == """
        Document
          Sect
            H1
              p1.0 'Chapter'
            L
              LI
                Lbl
                  p1.1 '•'
                LBody
                  P
                    p1.2 '60%'
                    p1.3 ' of them'
                  L
                    LI
                      Lbl
                        p1.4 '1.'
                      LBody
                        P
                          p1.5 'inner'
            P
              p1.6 'end'

        """)
  }

  @Test func givesTableCellsTheirHeaders() {
    func cell(_ text: String, _ isHeader: Bool = false) -> Table.Cell {
      Table.Cell([Inline(text)], isRowHeader: isHeader)
    }
    let table = Table(
      columns: [.start, .end], header: [[cell("Role"), cell("n")]],
      rows: [[cell("mayors", true), cell("113")]])
    let dump = layOut(.of([Block(.table(table))]), style: .plain()).structureDump
    #expect(dump.contains("TH #t1h0c1 scope=Column\n            p1.1 'n'"))
    #expect(dump.contains("TH #t1r0c0 scope=Row"))
    #expect(dump.contains("TD headers=t1h0c1,t1r0c0"))
  }

  @Test func repeatsATableHeaderWithoutReadingItTwice() {
    func cell(_ text: String) -> Table.Cell { Table.Cell([Inline(text)]) }
    let table = Table(
      columns: [.start], header: [[cell("Head")]],
      rows: (1...12).map { [cell("row \($0)")] })
    let paged = layOut(.of([Block(.table(table))]), style: .plain())
    #expect(paged.pages.count > 1)
    for page in paged.pages.dropFirst() {
      let heads = page.items.filter { $0.text == "Head" }
      #expect(heads.map(\.tagging) == [.artifact(.layout)])
    }
    let rows = paged.pages.flatMap(\.items).map(\.text).filter { $0.hasPrefix("row") }
    #expect(rows == (1...12).map { "row \($0)" })
  }

  @Test func fillsPageNumbersIntoTheContents() {
    let contents = Part(
      role: .contents, blocks: [Block(.contents(.list(depth: 1)))])
    var document = Document.of([
      .heading(1, "One", anchor: "one"), .lines(12), .heading(1, "Two", anchor: "two"), .lines(3),
    ])
    document.parts.insert(contents, at: 0)
    let paged = layOut(document, style: .plain())
    let numbers = paged.pages[0].items.filter { $0.origin == .reference }.map(\.text)
    #expect(numbers == ["2", "3"])
    #expect(paged.pages[0].links.map(\.target) == [.anchor("one"), .anchor("two")])
    #expect(paged.outline.map(\.title) == ["One", "Two"])
    #expect(paged.structureDump.contains("TOCI"))
  }

  @Test func reportsALinkToNothing() {
    let link = Inline("there", link: .anchor("nowhere"))
    _ = layOut(
      .of([Block(.paragraph([link]))]), style: .plain(), expecting: ["unknown-anchor"])
  }
}
