import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing
import Typesetting

@Suite struct ColumnsTests {
  /// The left edges of the lines of a page, with how many stand there.
  private func lines(of page: Page) -> [Length: Int] {
    var places: Set<Point> = []
    for item in page.items where item.origin == .prose {
      for case .glyphs(let mark) in item.marks { places.insert(mark.origin) }
    }
    return places.reduce(into: [:]) { $0[$1.x, default: 0] += 1 }
  }

  private func words(_ count: Int) -> Block {
    .words(Array(repeating: "wwww", count: count).joined(separator: " "))
  }

  @Test func endsColumnsEven() {
    // Columns of 91 points hold three words a line: 30 words are ten lines, five in each.
    let paged = layOut(.of([Block(.group(.columns(2), [words(30)]))]), style: .plain(lines: 20))
    #expect(lines(of: paged.pages[0]) == [20: 5, 129: 5])
  }

  @Test func partsNoLinesThatStayTogetherForTheSakeOfEvenColumns() {
    // Two lines are both the first two and the last two of their paragraph.
    let paged = layOut(.of([Block(.group(.columns(2), [words(5)]))]), style: .plain())
    #expect(lines(of: paged.pages[0]) == [20: 2])
    #expect(paged.pages[0].endings.flatMap(\.relaxations).isEmpty)
  }

  @Test func beginsColumnsLevelWithOneAnother() {
    var style = StyleSheet.plain(lines: 20)
    style.paragraphs["body"]?.isOnGrid = true
    style.paragraphs["lead"]?.leading = 17
    // The lead ends at 17 points; columns begin on the next line of the grid, at 24.
    var lead = Block.words("lead")
    lead.style = "lead"
    let list = Block(.list(List(items: [[.words("one")], [.words("two")]])))
    let paged = layOut(
      .of([lead, Block(.group(.columns(2), [words(6), list]))]), style: style)
    let tops = paged.pages[0].items.filter { $0.text.hasPrefix("w") || $0.text == "one" }
      .map(\.bounds.top)
    #expect(tops == [45, 45])
  }

  @Test func setsAcrossThePageBetweenColumns() {
    let paged = layOut(
      .of([
        Block(.group(.columns(2), [words(12)])), .words("between"),
        Block(.group(.columns(2), [words(12)])),
      ]), style: .plain(lines: 20))
    #expect(paged.pages.count == 1)
    #expect(lines(of: paged.pages[0]) == [20: 5, 129: 4])
    let between = paged.pages[0].items.first { $0.text == "between" }
    #expect(between?.bounds.top == 45)
  }

  @Test func goesOnInTheColumnsOfTheNextPage() {
    // Twenty lines fit the two columns of a page; the last ten end even on the next.
    let paged = layOut(.of([Block(.group(.columns(2), [words(90)]))]), style: .plain())
    #expect(paged.pages.map { lines(of: $0) } == [[20: 10, 129: 10], [20: 5, 129: 5]])
  }

  @Test func fillsAFrameOfTwoColumnsAndLetsWideBlocksStandAcross() {
    var style = StyleSheet.plain(lines: 20)
    style.masters["body"]?.frames[0].columns = 2
    let wide = Block(.group(.wide, [.lines(1)]))
    let paged = layOut(.of([words(12), wide, words(12)]), style: style)
    #expect(lines(of: paged.pages[0]) == [20: 5, 129: 4])
  }

  @Test func takesAHeadingAlongWithColumnsThatHaveNoRoom() {
    var style = StyleSheet.plain()
    style.paragraphs["body"]?.keepsTogether = true
    let paged = layOut(
      .of([
        .lines(7), .heading(1, "Head"), Block(.group(.columns(2), [words(24), words(24)])),
      ]), style: style)
    #expect(paged.linesPerPage == [7, 9])
    #expect(paged.pages[0].endings.map(\.reason) == [.headingMoves])
  }

  private var table: Block {
    let row = [Table.Cell([Inline("row")]), Table.Cell([Inline("1")])]
    return Block(
      .table(Table(columns: [.start, .end], header: [row], rows: [row, row])))
  }

  private var besideStyle: StyleSheet {
    var style = StyleSheet.plain(lines: 12)
    style.sections = .beside(textShare: 0.5, gap: 20)
    return style
  }

  @Test func setsTheTextOfASectionBesideItsTable() {
    let paged = layOut(
      .of([.heading(2, "Section"), words(12), table]), style: besideStyle)
    #expect(paged.pages.count == 1)
    let row = paged.pages[0].items.first { $0.text == "row" }
    #expect(row?.bounds.left == 130)
    #expect(row?.bounds.top == 25)
  }

  @Test func setsDisplaysBehindTextThatNoPageHoldsBesideThem() {
    let paged = layOut(
      .of([.heading(2, "Section"), words(60), table]), style: besideStyle)
    #expect(paged.pages.count == 2)
    #expect(paged.pages[0].endings.last?.relaxations == [.besideParted])
    let row = paged.pages[1].items.first { $0.text == "row" }
    #expect(row?.bounds.left == 20)
  }

  /// A section that ends in a container with pages of its own does not swallow it.
  @Test func endsASectionWherePagesOfTheirOwnBegin() {
    let inner = Block(.group(.page, [.heading(2, "Inner"), words(4), table]))
    let paged = layOut(
      .of([.heading(2, "Outer"), words(4), table, inner]), style: besideStyle)
    #expect(paged.pages.count == 2)
    #expect(paged.pages.map { page in page.items.count { $0.text == "row" } } == [3, 3])
  }

  /// Columns in a tinted box that are higher than a page go on, all of them, on the next.
  @Test func columnsInABoxGoOnWhereNoPageHoldsThem() {
    let words = (0..<240).map { "w\($0)" }
    let paragraphs = stride(from: 0, to: words.count, by: 12).map {
      Block.words(words[$0..<$0 + 12].joined(separator: " "))
    }
    let box = Block(.group(.callout, [Block(.group(.columns(2), paragraphs))]))
    let paged = layOut(.of([box, .lines(2)]), style: .plain(lines: 20))
    #expect(paged.pages.count == 4)
    #expect(
      paged.textsInReadingOrder.joined(separator: " ").split(separator: " ").map(String.init)
        .filter { $0.hasPrefix("w") } == words)
    for page in paged.pages {
      let frame = Rect(x: 20, y: 20, width: 200, height: 240)
      #expect(page.items.allSatisfy { frame.contains($0.bounds, tolerance: 0.01) })
    }
  }

  @Test func standsEachBlockAloneWhereOnePageDoesNotHoldAll() {
    let group = Block(.group(.apart, [.lines(5, "a"), .lines(4, "b"), .lines(3, "c")]))
    #expect(layOut(.of([group]), style: .plain()).linesPerPage == [5, 4, 3])
    #expect(layOut(.of([.lines(2), group]), style: .plain(lines: 12)).linesPerPage == [2, 12])
  }

  @Test func startsAndEndsPages() {
    let page = Block(.group(.page, [.lines(2)]))
    #expect(layOut(.of([.lines(2), page, .lines(3)]), style: .plain()).linesPerPage == [2, 2, 3])
    var style = StyleSheet.plain()
    style.paragraphs["heading-2"]?.startsPage = true
    let sections = Document.of([
      .heading(1, "Title"), .heading(2, "One"), .lines(2), .heading(2, "Two"), .lines(3),
    ])
    // The first section stays below the title that keeps with it.
    #expect(layOut(sections, style: style).linesPerPage == [4, 4])
  }

  @Test func asksTheTypesetterInProportionToTheBlocks() {
    func calls(_ count: Int) -> Int {
      let typesetter = CountingTypesetter()
      let blocks = (0..<count).map { number -> Block in
        number % 10 == 9 ? Block(.group(.columns(2), [words(40)])) : words(20)
      }
      var log = DiagnosticLog()
      _ = LayoutStage(style: .plain(lines: 30), typesetter: typesetter)
        .layOut(.of(blocks), into: &log)
      return typesetter.calls
    }
    let small = calls(100)
    #expect(Double(calls(400)) <= 4.05 * Double(small))
  }
}
