import Charts
import DocumentTree
import Drawing
import Testing

struct SmallMultiplesTests {
  private func chart(_ count: Int) -> Chart {
    SampleCharts.chart(
      .smallMultiples, rows: [SampleCharts.row("Eens"), SampleCharts.row("Niet")],
      series: (1...count).map { SampleCharts.series("Plaats \($0)", "role-1") },
      cells: (0...1).map { _ in (1...count).map { _ in SampleCharts.value(50) } })
  }

  /// A value and a gap take 16 points; with the least bar of 44 three panels fit in 240 points, so six
  /// stand in two lines of three.
  @Test func panelsStandInEvenLines() throws {
    let drawing = try SampleCharts.draw(chart(6), measure: 400)
    let lefts = (0...5).map { drawing.bounds(of: .bar(row: 0, series: $0))[0].left.points }
    let step = (240.0 - 28) / 3 + 14
    for (index, left) in lefts.enumerated() {
      #expect(abs(left - (160 + step * Double(index % 3))) < 0.001)
    }
    let tops = (0...5).map { drawing.bounds(of: .name(series: $0))[0].top }
    #expect(Set(tops).count == 2)
    #expect(drawing.words(of: .label(row: 0)).count == 2)
    // A page may end between the two lines of panels, and nowhere else.
    #expect(drawing.breaks.count == 1)
  }

  @Test func allPanelsHaveOneScale() throws {
    var chart = chart(3)
    chart.cells[0][2] = SampleCharts.value(25)
    let drawing = try SampleCharts.draw(chart, measure: 400)
    let widths = (0...2).map { drawing.bounds(of: .bar(row: 0, series: $0))[0].width }
    #expect(widths[0] == widths[1])
    #expect(abs(widths[2].points - widths[0].points / 2) < 0.001)
  }

  @Test func whatIsWithheldIsListedBelowThePanels() throws {
    var chart = chart(3)
    for row in 0...1 { chart.cells[row][1] = SampleCharts.noBar("n < 30") }
    let drawing = try SampleCharts.draw(chart, measure: 400)
    #expect(drawing.words(of: .reason(row: 0, series: 1)) == ["n < 30"])
    #expect(drawing.words(of: .reason(row: 1, series: 1)).isEmpty)
    let name = drawing.bounds(of: .name(series: 1))[0]
    #expect(name.left == 0)
    #expect(name.top > drawing.bounds(of: .bar(row: 1, series: 2))[0].bottom)
    // The others take its place.
    #expect(
      drawing.bounds(of: .bar(row: 0, series: 2))[0].left
        > drawing.bounds(of: .bar(row: 0, series: 0))[0].right)
    #expect(drawing.collisions.isEmpty)
  }

  @Test func oneLineOfPanelsMayBreakBelowItsNames() throws {
    let drawing = try SampleCharts.draw(chart(3), measure: 400)
    #expect(drawing.breaks.count == 1)
    #expect(drawing.sliced().head.words(of: .name(series: 2)) == ["Plaats 3"])
  }
}
