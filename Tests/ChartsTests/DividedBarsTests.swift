import Charts
import DocumentTree
import Drawing
import Testing

/// Rankings and diverging bars.
struct DividedBarsTests {
  /// The longest bar takes the 96 points that the total (12 points and a gap of 12) leaves.
  @Test func aRankingIsAsLongAsItsTotal() throws {
    var first = SampleCharts.row("Maat")
    first.summary = Chart.Summary([Inline("60%", origin: .figure(4))])
    var second = SampleCharts.row("Snel")
    second.summary = Chart.Summary([Inline("30%", origin: .figure(5))])
    let chart = SampleCharts.chart(
      .ranking, rows: [first, second],
      series: ["1", "2", "3"].map { SampleCharts.series($0, "role-\($0)") },
      cells: [
        [SampleCharts.value(30), SampleCharts.value(20), SampleCharts.value(10)],
        [SampleCharts.value(20), SampleCharts.value(10), SampleCharts.value(0)],
      ])
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let bars = (0...2).map { drawing.bounds(of: .bar(row: 0, series: $0))[0] }
    #expect(isClose(bars[0], Rect(x: 80, y: 18, width: 47, height: 16)))
    #expect(isClose(bars[1], Rect(x: 128, y: 18, width: 31, height: 16)))
    #expect(isClose(bars[2], Rect(x: 160, y: 18, width: 16, height: 16)))
    let next = (0...1).map { drawing.bounds(of: .bar(row: 1, series: $0))[0] }
    #expect(isClose(next[0], Rect(x: 80, y: 42, width: 31, height: 16)))
    #expect(isClose(next[1], Rect(x: 112, y: 42, width: 16, height: 16)))
    #expect(drawing.bounds(of: .bar(row: 1, series: 2)).isEmpty)
    #expect(drawing.bounds(of: .track(row: 1)).isEmpty)
    #expect(drawing.words(of: .summary(row: 1)) == ["30%"])
  }

  /// Half of the middle lies on each side: at the left at most 0.5, at the right 0.8 of 120 points.
  @Test func divergingBarsPartInTheMiddle() throws {
    let chart = SampleCharts.chart(
      .divergingBars, rows: [SampleCharts.row("Een"), SampleCharts.row("Twee")],
      series: ["1", "2", "3"].map { SampleCharts.series("", "role-\($0)") },
      cells: [
        [SampleCharts.value(40), SampleCharts.value(20), SampleCharts.value(40)],
        [SampleCharts.value(10), SampleCharts.value(20), SampleCharts.value(70)],
      ])
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let unit: Double = 120 / 1.3
    let zero = drawing.bounds(of: .zeroLine)[0]
    #expect(abs(zero.left.points - (80 + 0.5 * unit)) < 0.001)
    #expect(abs(drawing.bounds(of: .bar(row: 0, series: 0))[0].left.points - 80) < 0.001)
    #expect(
      abs(drawing.bounds(of: .bar(row: 1, series: 0))[0].left.points - (80 + 0.3 * unit)) < 0.001)
    #expect(abs(drawing.bounds(of: .bar(row: 1, series: 2))[0].right.points - 200) < 0.001)
    for row in 0...1 {
      let middle = drawing.bounds(of: .bar(row: row, series: 1))[0]
      // The white gap of 1 point is taken from the right end of the middle part.
      #expect(abs((middle.left + middle.right + 1).points / 2 - zero.left.points) < 0.001)
    }
  }

  @Test func anEvenScalePartsBetweenItsHalves() throws {
    let chart = SampleCharts.chart(
      .divergingBars, rows: [SampleCharts.row("Een")],
      series: ["1", "2"].map { SampleCharts.series("", "role-\($0)") },
      cells: [[SampleCharts.value(40), SampleCharts.value(60)]])
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let zero = drawing.bounds(of: .zeroLine)[0].left
    #expect(abs(drawing.bounds(of: .bar(row: 0, series: 1))[0].left.points - zero.points) < 0.001)
  }

  @Test func groupsHaveHeadings() throws {
    var rows = ["Een", "Twee", "Een", "Twee"].map { SampleCharts.row($0) }
    rows[0].heading = [Inline("Prettig", origin: .label)]
    rows[2].heading = [Inline("Snel", origin: .label)]
    rows[2].opensGroup = true
    let chart = SampleCharts.chart(
      .stackedBars, rows: rows, series: [SampleCharts.series("", "role-1")],
      cells: rows.map { _ in [SampleCharts.value(100)] })
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let heading = drawing.bounds(of: .heading(row: 2))[0]
    #expect(drawing.words(of: .heading(row: 2)) == ["Snel"])
    #expect(heading.top >= drawing.bounds(of: .bar(row: 1, series: 0))[0].bottom + 16)
    #expect(heading.bottom <= drawing.bounds(of: .bar(row: 2, series: 0))[0].top)
    // A page may end between the groups, and not below a heading's first row.
    #expect(drawing.breaks.count == 1)
  }
}
