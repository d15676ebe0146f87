import Charts
import DocumentTree
import Drawing
import Testing

/// Columns and lines.
struct PlotTests {
  private func waves(_ names: String...) -> [Chart.Row] { names.map { SampleCharts.row($0) } }

  /// Two places of 100 points with a column of 46 each; the value (8 points and a gap of 2.5) leaves
  /// 129.5 points for 75 %.
  @Test func placesColumns() throws {
    let chart = SampleCharts.chart(
      .columns, rows: waves("2021", "2024"), series: [SampleCharts.series("", "role-1")],
      cells: [[SampleCharts.value(60, figure: 3)], [SampleCharts.value(15)]])
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let bars = (0...1).map { drawing.bounds(of: .bar(row: $0, series: 0))[0] }
    #expect(isClose(bars[0], Rect(x: 27, y: 36.4, width: 46, height: 103.6)))
    #expect(isClose(bars[1], Rect(x: 127, y: 114.1, width: 46, height: 25.9)))
    let value = drawing.bounds(of: .value(row: 0, series: 0))[0]
    #expect(isClose(value, Rect(x: 44, y: 25.9, width: 12, height: 8)))
    let label = drawing.bounds(of: .label(row: 0))[0]
    #expect(isClose(label, Rect(x: 42, y: 144, width: 16, height: 8)))
    #expect(drawing.size.height == 152)
    #expect(drawing.breaks.isEmpty)
  }

  @Test func columnsThatAreTooNarrowForTheirValuesAreBars() throws {
    let rows = (1...16).map { SampleCharts.row("\($0)") }
    let chart = SampleCharts.chart(
      .columns, rows: rows, series: [SampleCharts.series("", "role-1")],
      cells: rows.map { _ in [SampleCharts.value(60)] })
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let first = drawing.bounds(of: .bar(row: 0, series: 0))[0]
    #expect(first.width > first.height)
    #expect(first.left == 80)
  }

  /// One line over three waves: the scale takes 14.5 points, the first value 16, the last with the
  /// name 24; the plot runs from 34 to 172.5 and from 4 to 144.
  @Test func placesALine() throws {
    let chart = SampleCharts.chart(
      .lines, rows: waves("2017", "2021", "2024"), series: [SampleCharts.series("A", "role-1")],
      cells: [[SampleCharts.value(30)], [SampleCharts.value(45)], [SampleCharts.value(60)]])
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let dots = (0...2).map { drawing.bounds(of: .dot(row: $0, series: 0))[0] }
    #expect(isClose(dots[0], Rect(x: 31.2, y: 85.2, width: 5.6, height: 5.6)))
    #expect(isClose(dots[1], Rect(x: 100.45, y: 57.2, width: 5.6, height: 5.6)))
    #expect(isClose(dots[2], Rect(x: 169.7, y: 29.2, width: 5.6, height: 5.6)))
    #expect(drawing.bounds(of: .name(series: 0))[0].right == 200)
    let values = (0...2).map { drawing.words(of: .value(row: $0, series: 0)) }
    #expect(values == [["30%"], ["45%"], ["60%"]])
    let ticks = [0, 25, 50, 75].map { drawing.words(of: .tick($0)) }
    #expect(ticks == [["0%"], ["25%"], ["50%"], ["75%"]])
    let scale = drawing.parts.filter { if case .tick = $0.element { true } else { false } }
    #expect(scale.allSatisfy { $0.origin == .scale })
  }

  @Test func wavesStandWhereTheirTimeIs() throws {
    var rows = waves("2014", "2022", "2024")
    for (index, time) in [2014.0, 2022, 2024].enumerated() { rows[index].time = time }
    let chart = SampleCharts.chart(
      .lines, rows: rows, series: [SampleCharts.series("A", "role-1")],
      cells: rows.map { _ in [SampleCharts.value(30)] })
    let drawing = try SampleCharts.draw(chart, measure: 300)
    let xs = (0...2).map { drawing.bounds(of: .dot(row: $0, series: 0))[0].left.points }
    #expect(abs((xs[1] - xs[0]) / (xs[2] - xs[0]) - 0.8) < 0.001)
  }

  /// Four lines that end within two percent: their names stand apart, and leaders lead to them.
  @Test func namesAtTheEndsArePushedApart() throws {
    let series = ["A", "B", "C", "D"].map { SampleCharts.series("Naam \($0)", "role-1") }
    let chart = SampleCharts.chart(
      .lines, rows: waves("2021", "2024"), series: series,
      cells: [[10, 30, 50, 70], [39, 40, 41, 42]].map { $0.map { SampleCharts.value($0) } })
    let drawing = try SampleCharts.draw(chart, measure: 300)
    let tops = (0...3).map { drawing.bounds(of: .name(series: $0))[0].top.points }
    #expect(tops == tops.sorted(by: >))
    #expect(zip(tops, tops.dropFirst()).allSatisfy { $0 - $1 >= 10 - 0.001 })
    let leaders = (0...3).flatMap { drawing.bounds(of: .leader(row: 1, series: $0)) }
    #expect(!leaders.isEmpty)
    #expect(drawing.collisions.isEmpty)
  }

  @Test func aLineBreaksWhereAWaveSaysNothing() throws {
    let chart = SampleCharts.chart(
      .lines, rows: waves("2014", "2017", "2021", "2024"),
      series: [SampleCharts.series("Aap", "role-1"), SampleCharts.series("Noot", "role-2")],
      cells: [
        [SampleCharts.value(30), SampleCharts.value(60)],
        [SampleCharts.noBar("n < 30"), SampleCharts.value(60)],
        [SampleCharts.value(35), SampleCharts.value(65)],
        [SampleCharts.value(40), SampleCharts.value(70)],
      ])
    let drawing = try SampleCharts.draw(chart, measure: 400)
    #expect(drawing.words(of: .reason(row: 1, series: 0)).joined() == "Aap: n < 30")
    #expect(drawing.bounds(of: .stretch(series: 0, row: 0, to: 1)).isEmpty)
    #expect(drawing.bounds(of: .stretch(series: 0, row: 2, to: 3)).count == 1)
    #expect(drawing.bounds(of: .stretch(series: 1, row: 0, to: 1)).count == 1)
  }
}
