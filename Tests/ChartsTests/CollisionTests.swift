import Charts
import Drawing
import Testing

struct CollisionTests {
  private func part(_ element: ChartPart.Element, _ x: Length, _ width: Length) -> ChartPart {
    ChartPart(element, marks: [], bounds: Rect(x: x, y: 0, width: width, height: 10))
  }

  private func collisions(_ parts: ChartPart...) -> Int {
    ChartDrawing(size: Size(width: 100, height: 10), parts: parts).collisions.count
  }

  @Test func wordsMayNotStandOnWords() {
    #expect(collisions(part(.label(row: 0), 0, 20), part(.label(row: 1), 19, 20)) == 1)
    #expect(collisions(part(.label(row: 0), 0, 20), part(.label(row: 1), 20, 20)) == 0)
    #expect(collisions(part(.label(row: 0), 0, 20), part(.label(row: 0), 19, 20)) == 0)
  }

  @Test func valuesMayStandOnTheirOwnBarOnly() {
    let bar = part(.bar(row: 0, series: 1), 0, 50)
    #expect(collisions(bar, part(.value(row: 0, series: 1), 10, 10)) == 0)
    #expect(collisions(bar, part(.value(row: 0, series: 2), 10, 10)) == 1)
    #expect(collisions(bar, part(.bar(row: 0, series: 2), 49, 10)) == 1)
    #expect(collisions(part(.track(row: 0), 0, 50), part(.reason(row: 0, series: 0), 5, 9)) == 0)
  }

  @Test func partsThatReachOutAreFound() {
    let drawing = ChartDrawing(
      size: Size(width: 100, height: 10),
      parts: [part(.label(row: 0), 0, 100), part(.label(row: 1), 1, 100)]
    )
    #expect(drawing.partsOutside == [1])
  }
}
