import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

/// Sections of a style that sets text beside displays.
@Suite struct SectionsTests {
  private func style(lines: Int = 12) -> StyleSheet {
    var style = StyleSheet.plain(lines: lines)
    style.sections = .beside(textShare: 0.5, gap: 20)
    style.paragraphs["heading-2"]?.startsPage = true
    style.paragraphs["heading-3"]?.keepsWithNext = true
    return style
  }

  private func words(_ count: Int) -> Block {
    .words(Array(repeating: "wwww", count: count).joined(separator: " "))
  }

  /// A table of three rows, header included.
  private func table(columns: Int) -> Block {
    let row = [Table.Cell([Inline("r")])] + (1..<columns).map { _ in Table.Cell([Inline("1")]) }
    let alignments = [Table.Alignment](repeating: .start, count: columns)
    return Block(.table(Table(columns: alignments, header: [row], rows: [row, row])))
  }

  /// Where an item with a text begins on a page.
  private func place(of text: String, on page: Page) -> Point? {
    page.items.first { $0.text == text }?.bounds.origin
  }

  @Test func sectionsOfTextFlowThroughTheColumnsAsOneText() {
    let paged = layOut(
      .of([.heading(2, "One"), words(24), .heading(2, "Two"), words(8)]), style: style())
    #expect(paged.pages.count == 1)
    // Heading and six lines at the left; two lines, a line of space, heading and three at the right.
    #expect(place(of: "One", on: paged.pages[0])?.x == 20)
    #expect(place(of: "Two", on: paged.pages[0])?.x == 129)
    #expect(paged.linesPerPage == [7])
  }

  @Test func aTableThatFitsAColumnStandsAmongTheText() {
    let paged = layOut(
      .of([.heading(2, "One"), words(4), table(columns: 2), .heading(2, "Two"), words(8)]),
      style: style())
    #expect(paged.pages.count == 1)
  }

  @Test func aWideTableStandsBesideItsTextOnAPage() {
    let paged = layOut(
      .of([.heading(2, "One"), words(4), table(columns: 6), .heading(2, "Two"), words(8)]),
      style: style())
    #expect(paged.pages.count == 2)
    #expect(place(of: "r", on: paged.pages[0])?.x == 130)
  }

  @Test func theTitleOfAChapterStaysAboveWhatFollows() {
    let paged = layOut(
      .of([.heading(1, "Title"), .heading(2, "One"), words(4), table(columns: 6)]),
      style: style())
    #expect(paged.pages.count == 1)
    #expect(place(of: "Title", on: paged.pages[0])?.x == 20)
  }

  @Test func headingsWithinASectionMakeARowOfPairs() throws {
    let pair = [Block.heading(3, "Part"), words(3), table(columns: 6)]
    let paged = layOut(
      .of([.heading(2, "One"), words(3)] + pair + [Block(.group(.together, pair))]),
      style: style(lines: 24))
    #expect(paged.pages.count == 1)
    let parts = paged.pages[0].items.filter { $0.text == "Part" }.map(\.bounds.origin)
    let tables = paged.pages[0].items.filter { $0.text == "r" }.map(\.bounds.origin)
    #expect(parts.map(\.x) == [20, 20])
    #expect(Set(tables.map(\.x)) == [130])
    let second = try #require(parts.last)
    #expect(tables.count { $0.y < second.y } == 3 && tables.count { $0.y > second.y } == 3)
  }

  @Test func longTextWithATableFlowsThroughTheColumns() throws {
    var style = style(lines: 40)
    style.masters["body"]?.frames[0].rect.size.width = 440
    style.pageSize = Size(width: 480, height: 540)
    let paged = layOut(.of([.heading(2, "One"), words(400), table(columns: 2)]), style: style)
    #expect(paged.pages.count == 1)
    #expect(paged.pages[0].endings.flatMap(\.relaxations).isEmpty)
    #expect(try #require(place(of: "r", on: paged.pages[0])).x > 240)
  }

  /// What follows where no page holds text and displays side by side stands in columns, if the frame is
  /// wide enough for them.
  @Test func partedPairsStandInColumns() throws {
    var style = style(lines: 10)
    style.masters["body"]?.frames[0].rect.size.width = 440
    style.pageSize = Size(width: 480, height: 200)
    let paged = layOut(
      .of([.heading(2, "One"), words(140), table(columns: 6), table(columns: 6)]), style: style)
    #expect(paged.pages[0].endings.flatMap(\.relaxations) == [.besideParted])
    let tables = paged.pages.flatMap(\.items).filter { $0.text == "r" }.map(\.bounds.left)
    #expect(Set(tables).count == 2)
    let lines = paged.pages[0].items.flatMap(\.marks).compactMap { mark -> Length? in
      if case .glyphs(let glyphs) = mark { glyphs.run.width } else { nil }
    }
    #expect(lines.allSatisfy { $0 <= 211 })
  }
}
