import DocumentTree
import Drawing
import HouseStyle
import PageModel
import Testing

/// What a print edition adds, and what the break log tells.
@Suite struct PrintEditionTests {
  private var style: StyleSheet {
    var style = StyleSheet.plain()
    style.masters["body"]?.furniture = [
      Furniture(.fill(colour: "ink"), rect: Rect(x: 0, y: 0, width: 240, height: 40)),
      Furniture(.fill(colour: "rule"), rect: Rect(x: 20, y: 50, width: 10, height: 10)),
    ]
    style.print = PrintSheet(bleed: 9, hasMarks: true, multiple: 4)
    return style
  }

  @Test func carriesGroundsIntoTheBleed() {
    let paged = layOut(.of([.lines(2)]), style: style)
    let paths = paged.pages[0].items.prefix(2).flatMap(\.marks)
    #expect(
      paths.first
        == .path(
          PathMark(.rectangle(Rect(x: -9, y: -9, width: 258, height: 49)), fill: .black)))
    #expect(
      paths.last
        == .path(PathMark(.rectangle(Rect(x: 20, y: 50, width: 10, height: 10)), fill: .black)))
  }

  @Test func setsTwoMarksAtEachCornerOutsideTheBleed() {
    let paged = layOut(.of([.lines(2)]), style: style)
    #expect(paged.margin == 26)
    let marks = paged.pages[0].items[2]
    #expect(marks.marks.count == 8)
    #expect(marks.tagging == .artifact(.background))
    for case .path(let mark) in marks.marks {
      for element in mark.path.elements {
        guard case .move(let start) = element else { continue }
        let isOutside = start.x <= -9 || start.x >= 249 || start.y <= -9 || start.y >= 409
        #expect(isOutside)
      }
    }
  }

  @Test func fillsPagesUpToAMultiple() {
    let paged = layOut(.of([.lines(22)]), style: style)
    #expect(paged.pages.map(\.label) == ["1", "2", "3", ""])
    #expect(paged.linesPerPage == [10, 10, 2, 0])
  }

  @Test func tellsWhyPagesEnd() {
    var style = StyleSheet.plain()
    style.paragraphs["heading-2"]?.startsPage = true
    let paged = layOut(
      .of([.lines(8), .lines(4, "y"), .heading(2, "New"), .words("end")]), style: style)
    let long = String(repeating: "y", count: 39)
    #expect(
      BreakLog.text(of: paged) == """
        page 1: 0.0 pt left, and what stays together needs 24.0 pt, before "\(long)"
        page 2: what follows starts a page, before "New"
        page 3: the part is at its end

        """)
  }
}
