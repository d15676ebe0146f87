import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

/// Lays out and expects no diagnostics unless some are expected.
func layOut(
  _ document: Document, style: StyleSheet, expecting ids: [String] = []
) -> PagedDocument {
  var log = DiagnosticLog()
  let paged = LayoutStage(style: style, typesetter: FixedMetricsTypesetter())
    .layOut(document, into: &log)
  #expect(log.diagnostics.map(\.id) == ids)
  return paged
}

extension PagedDocument {
  /// The number of lines of text on each page, artifacts left out.
  var linesPerPage: [Int] {
    pages.map { page in
      var baselines: Set<Length> = []
      for item in page.items {
        guard case .content = item.tagging else { continue }
        for case .glyphs(let mark) in item.marks { baselines.insert(mark.origin.y) }
      }
      return baselines.count
    }
  }
}

@Suite struct PaginationTests {
  @Test func fillsPagesFromTheTop() {
    let paged = layOut(.of([.lines(25)]), style: .plain())
    #expect(paged.linesPerPage == [10, 10, 5])
    #expect(paged.pages.map(\.label) == ["1", "2", "3"])
  }

  @Test func leavesNoWidow() {
    // Eleven lines would leave one for the next page; two lines move.
    #expect(layOut(.of([.lines(11)]), style: .plain()).linesPerPage == [9, 2])
  }

  @Test func leavesNoOrphan() {
    // Nine lines, then one line of room: a paragraph of three does not start there.
    let paged = layOut(.of([.lines(9), .lines(3)]), style: .plain())
    #expect(paged.linesPerPage == [9, 3])
  }

  @Test func splitsNoQuoteUnderThreeLines() {
    var style = StyleSheet.plain()
    style.paragraphs["quote"]?.orphans = 3
    style.paragraphs["quote"]?.widows = 3
    func pages(_ before: Int, _ quote: Int) -> [Int] {
      var block = Block.lines(quote, "q")
      block.style = "quote"
      return layOut(.of([.lines(before), block]), style: style).linesPerPage
    }
    // Five lines have no place for a break, six have one, seven have two.
    #expect(pages(7, 5) == [7, 5])
    #expect(pages(7, 6) == [10, 3])
    #expect(pages(8, 6) == [8, 6])
    #expect(pages(6, 7) == [10, 3])
    #expect(pages(5, 7) == [9, 3])
  }

  @Test func keepsAHeadingWithTwoLinesOfItsText() {
    let paged = layOut(.of([.lines(7), .heading(2, "Head"), .lines(4)]), style: .plain())
    // Seven lines, a line of space, the heading and one line of room: all of it moves.
    #expect(paged.linesPerPage == [7, 5])
  }

  @Test func prefersAWidowToAHole() {
    // A paragraph whose lines must stay together and that no page can hold is parted after all.
    var style = StyleSheet.plain(lines: 4)
    style.paragraphs["body"]?.keepsTogether = true
    #expect(layOut(.of([.lines(10)]), style: style).linesPerPage == [4, 4, 2])
  }

  private func chart(_ kind: Chart.Kind, rows: Int, series: Int = 1) -> Chart {
    Chart(
      kind: kind, title: [Inline("Title")],
      rows: (1...rows).map { Chart.Row(label: [Inline("row \($0)")]) },
      series: (1...series).map { Chart.Series(label: [Inline("all \($0)")], colour: "role-1") },
      cells: (1...rows).map { _ in
        (1...series).map { _ in
          .value(share: 0.5, label: Inline("50%"), isIndicative: false)
        }
      }, alternativeText: [Inline("Half.")])
  }

  @Test func aChartThatIsHigherThanAPageGoesOnWithItsHeadRepeated() {
    let paged = layOut(
      .of([.words("before"), Block(.chart(chart(.groupedBars, rows: 12)))]), style: .plain())
    #expect(paged.pages.count > 2)
    // It begins on a page of its own, because it would have to be parted sooner than need be.
    let texts = paged.pages.map { $0.items.map(\.text).joined(separator: " ") }
    #expect(texts[0] == "before")
    for text in texts.dropFirst() { #expect(text.contains("all 1")) }
    let rows = (1...12).map { "row \($0)" }
    let found = paged.pages.flatMap { page in page.items.map(\.text).filter { $0.hasPrefix("row") }
    }
    #expect(found == rows)
  }

  @Test func reportsWhatNoPageCanHold() {
    let chart = chart(.columns, rows: 2)
    let range = SourceRange(file: "a.md", start: SourcePosition(line: 3, column: 1))
    let block = Block(.chart(chart), range: range)
    var log = DiagnosticLog()
    let paged = LayoutStage(style: .plain(), typesetter: FixedMetricsTypesetter())
      .layOut(.of([block, .words("after")]), into: &log)
    #expect(log.diagnostics.map(\.id) == ["overfull-frame"])
    #expect(log.diagnostics.first?.range == range)
    #expect(paged.pages.last?.items.last?.text == "after")
  }

  @Test func saysWhichBlockIsTooMuchForASheet() {
    var style = StyleSheet.plain()
    style.pageLimit = 1
    let paged = layOut(.of([.lines(30)]), style: style, expecting: ["too-many-pages"])
    #expect(paged.pages.count == 3)
  }

  @Test func goesOnInAFrameOfAnotherMeasure() {
    let narrow = PageMaster(
      name: "narrow", frames: [Frame(name: "a", rect: Rect(x: 20, y: 20, width: 100, height: 36))],
      next: "wide")
    let wide = PageMaster(
      name: "wide", frames: [Frame(name: "a", rect: Rect(x: 20, y: 20, width: 200, height: 120))])
    let words = (100..<140).map(String.init).joined(separator: " ")
    let paged = layOut(.of([.words(words)]), style: .plain(masters: [narrow, wide]))
    #expect(paged.pages.count == 2)
    let text = paged.pages.map { $0.items.map(\.text).joined() }.joined()
    #expect(text == words)
    #expect(paged.linesPerPage[0] == 3)
  }

  /// Pages of two masters, the second for all but the first page.
  private func pages(of first: Int, then second: Int) -> StyleSheet {
    func master(_ name: String, _ lines: Int) -> PageMaster {
      let rect = Rect(x: 20, y: 20, width: 200, height: 12 * Length(Double(lines)))
      return PageMaster(name: name, frames: [Frame(name: "a", rect: rect)], next: "second")
    }
    return .plain(masters: [master("first", first), master("second", second)])
  }

  @Test func goesToTheNextPageOnlyIfThatHoldsItWhole() {
    let blocks = [Block.lines(5, "a"), Block(.group(.together, [.lines(9, "b")]))]
    // Ten lines of room: nine lines move.
    #expect(layOut(.of(blocks), style: pages(of: 12, then: 10)).linesPerPage == [5, 9])
    // Eight lines of room: they begin here instead.
    let parted = layOut(.of(blocks), style: pages(of: 12, then: 8))
    #expect(parted.linesPerPage == [12, 2])
    #expect(parted.pages[0].endings.map(\.relaxations) == [[.beginsEarly]])
    // A page that is lower than the next one does not hold it either.
    #expect(layOut(.of(blocks), style: pages(of: 8, then: 10)).linesPerPage == [5, 9])
  }

  @Test func passesOverAFrameThatALaterOneBeats() {
    let low = PageMaster(
      name: "low", frames: [Frame(name: "a", rect: Rect(x: 20, y: 20, width: 200, height: 24))],
      next: "high")
    let high = PageMaster(
      name: "high", frames: [Frame(name: "a", rect: Rect(x: 20, y: 20, width: 200, height: 120))])
    var style = StyleSheet.plain(masters: [low, high])
    style.paragraphs["body"]?.keepsTogether = true
    #expect(layOut(.of([.lines(6)]), style: style).linesPerPage == [0, 6])
  }
}
