import Charts
import DocumentTree
import Drawing
import TestSupport
import Testing

struct SlicesTests {
  /// Whatever the chart, its pieces together are the whole: heights, words and bars.
  @Test(arguments: 0..<150)
  func piecesAreTheWhole(seed: Int) throws {
    var source = SeededChartSource(seed: UInt64(seed) + 20_000)
    let drawing = try SampleCharts.draw(source.chart(), measure: 400)
    let (head, body) = drawing.sliced()
    let pieces = [head] + body
    let height = pieces.reduce(0.0) { $0 + $1.size.height.points }
    #expect(abs(height - drawing.size.height.points) < 0.001, "seed \(seed)")
    #expect(body.count == drawing.breaks.count + 1, "seed \(seed)")
    let whole = drawing.parts.filter { !$0.isRunning }.map { "\($0.element) \($0.text)" }
    let parts = pieces.flatMap(\.parts).filter { !$0.isRunning }.map { "\($0.element) \($0.text)" }
    #expect(whole.sorted() == parts.sorted(), "seed \(seed)")
    for piece in pieces {
      let outside = piece.partsOutside.map { "\(piece.parts[$0].element)" }
      #expect(outside == [], "seed \(seed)")
      #expect(piece.collisions == [], "seed \(seed)")
    }
  }

  @Test func aLineThroughSeveralRowsIsCut() throws {
    let chart = SampleCharts.chart(
      .groupedBars, rows: [SampleCharts.row("Eens"), SampleCharts.row("Niet")],
      series: [SampleCharts.series("A", "role-1")],
      cells: [[SampleCharts.value(60)], [SampleCharts.value(15)]])
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let (head, body) = drawing.sliced()
    #expect(head.words(of: .legend(series: 0)) == ["A"])
    #expect(body.map { $0.words(of: .label(row: 0)) } == [["Eens"], []])
    #expect(body.map { $0.words(of: .label(row: 1)) } == [[], ["Niet"]])
    // The first row is 10 points high; the second has the gap of 8 above it.
    #expect(body.map { $0.bounds(of: .zeroLine).map(\.height) } == [[10], [18]])
    #expect(body.map(\.size.height) == [10, 18])
  }
}

extension ChartPart {
  /// Whether the part may run through several rows.
  fileprivate var isRunning: Bool {
    switch element {
    case .zeroLine, .guide: true
    default: false
    }
  }
}
