import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

/// Tables over pages: groups of rows, and rows that are higher than a page.
@Suite struct TableFlowTests {
  private func cell(_ text: String, isHeader: Bool = false) -> Table.Cell {
    Table.Cell([Inline(text)], isRowHeader: isHeader)
  }

  /// A table of two groups of rows; each row is 20 points high, the head of a group 24.
  private func grouped(_ first: Int, _ second: Int) -> Block {
    Block(
      .table(
        Table(
          columns: [.start, .end], header: [[cell("Head"), cell("n")]],
          rows: (1...first + second).map { [cell("row \($0)", isHeader: true), cell("v\($0)")] },
          groups: [
            .init(head: [Inline("One")], continuation: [Inline("One again")], firstRow: 0),
            .init(head: [Inline("Two")], continuation: [Inline("Two again")], firstRow: first),
          ])))
  }

  /// The words of a page in lines, with those that are not read in brackets.
  private func words(of page: Page) -> [String] {
    page.items.filter { !$0.text.isEmpty && $0.text.first != "v" && $0.text != "n" }.map { item in
      let text = item.text.split(separator: " ").joined(separator: " ")
      return item.tagging == .artifact(.layout) ? "[\(text)]" : text
    }.filter { $0 != "[n]" }
  }

  @Test func repeatsTheHeadOfAGroupThatGoesOn() {
    // Thirteen lines: the table's head, that of the group and five rows are 144 points.
    let paged = layOut(.of([grouped(7, 2)]), style: .plain(lines: 13))
    #expect(
      paged.pages.map(words)
        == [
          ["Head", "One", "row 1", "row 2", "row 3", "row 4", "row 5"],
          ["[Head]", "[One again]", "row 6", "row 7", "Two", "row 8", "row 9"],
        ].map { Array($0.prefix(7)) })
  }

  @Test func theHeadOfAGroupStaysWithItsFirstRow() {
    // Below four rows there is room for the head of the second group and not for a row below it.
    let paged = layOut(.of([grouped(4, 3)]), style: .plain(lines: 13))
    #expect(words(of: paged.pages[0]) == ["Head", "One", "row 1", "row 2", "row 3", "row 4"])
    #expect(words(of: paged.pages[1]) == ["[Head]", "Two", "row 5", "row 6", "row 7"])
  }

  @Test func aFewRowsOfAGroupStayTogether() {
    let paged = layOut(.of([grouped(3, 4)]), style: .plain(lines: 16))
    #expect(words(of: paged.pages[0]) == ["Head", "One", "row 1", "row 2", "row 3"])
  }

  @Test func eachGroupIsABodyWithAHeaderOverAllColumns() throws {
    let paged = layOut(.of([grouped(1, 1)]), style: .plain(lines: 20))
    let elements = paged.structure.elements
    #expect(elements.count { $0.role == .tableBody } == 2)
    let heads = elements.filter { $0.columnSpan == 2 }
    #expect(heads.map(\.id) == ["t1g0", "t1g1"])
    #expect(heads.allSatisfy { $0.role == .tableHeader && $0.scope == .column })
    let cells = elements.filter { $0.role == .tableCell }
    #expect(cells.map(\.headers) == [["t1h0c1", "t1g0", "t1r0c0"], ["t1h0c1", "t1g1", "t1r1c0"]])
  }

  @Test func partsARowThatIsHigherThanAPage() {
    let long = (1...30).map { "line\($0)" + String(repeating: "x", count: 12) }
    let table = Table(
      columns: [.start, .start], header: [[cell("Head"), cell("n")]],
      rows: [
        [cell("before"), cell("v")], [cell(long.joined(separator: " ")), cell("value")],
        [cell("after"), cell("v")],
      ])
    let paged = layOut(.of([Block(.table(table))]), style: .plain(lines: 12))
    #expect(paged.pages.count > 2)
    let lines = paged.pages.flatMap(words).flatMap { $0.split(separator: " ") }
      .filter { $0.hasPrefix("line") }
    #expect(lines.map(String.init) == long)
    // It begins below the row before, and the head of the table stands above each part.
    #expect(words(of: paged.pages[0]).prefix(2) == ["Head", "before"])
    #expect(words(of: paged.pages[0]).count > 2)
    for page in paged.pages.dropFirst() { #expect(words(of: page).first == "[Head]") }
    let frame = Rect(x: 20, y: 20, width: 200, height: 144)
    for page in paged.pages {
      #expect(page.items.allSatisfy { frame.contains($0.bounds, tolerance: 0.01) })
      #expect(page.items.contains { $0.tagging != .artifact(.layout) })
    }
  }
}
