import DocumentTree
import Drawing
import HouseStyle
import PageModel

/// What a print edition adds to pages: grounds that reach into the bleed, crop marks, blank pages.
struct PrintMarks {
  let sheet: PrintSheet
  let page: Size

  /// A ground with the edges that lie on those of the page, or outside, moved to those of the bleed.
  func bleeding(_ path: Path) -> Path {
    path.mapped { point in
      Point(
        x: moved(point.x, within: page.width), y: moved(point.y, within: page.height))
    }
  }

  private func moved(_ place: Length, within length: Length) -> Length {
    if place <= 0.01 { return 0 - sheet.bleed }
    if place >= length - 0.01 { return length + sheet.bleed }
    return place
  }

  /// The crop marks of a page: two at each corner, outside the bleed.
  func cropMarks() -> [PageItem] {
    guard sheet.hasMarks else { return [] }
    let start = sheet.bleed + 3
    let end = start + PrintSheet.markLength
    let marks = [0, page.width].flatMap { x in
      [0, page.height].flatMap { y -> [Mark] in
        let (dx, dy): (Length, Length) = (x == 0 ? -1 : 1, y == 0 ? -1 : 1)
        let across = Path.line(
          from: Point(x: x + dx * start.points, y: y), to: Point(x: x + dx * end.points, y: y))
        let down = Path.line(
          from: Point(x: x, y: y + dy * start.points), to: Point(x: x, y: y + dy * end.points))
        return [across, down].map { path in
          .path(PathMark(path, stroke: Stroke(colour: .black, width: 0.25)))
        }
      }
    }
    let whole = Rect(
      x: 0 - end, y: 0 - end, width: page.width + end * 2, height: page.height + end * 2)
    return [PageItem(.artifact(.background), marks: marks, origin: .prose, bounds: whole)]
  }

  /// Adds blank pages until, with the pages to come, their number is a multiple of what the sheet
  /// asks for.
  func fillUp(_ composer: inout PageComposer, for coming: Int = 0) {
    let pages = composer.document.pages.count
    guard pages > 0 else { return }
    for _ in 0..<(sheet.multiple - (pages + coming) % sheet.multiple) % sheet.multiple {
      composer.startPage(Page(size: page, number: .none, items: cropMarks()))
    }
  }
}
