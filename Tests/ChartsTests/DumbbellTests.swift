import Charts
import DocumentTree
import Drawing
import Testing

struct DumbbellTests {
  private func chart(_ cells: [[Chart.Cell]], summary: Chart.Summary? = nil) -> Chart {
    var earlier = SampleCharts.series("2021", "role-1")
    earlier.isLight = true
    let rows = cells.indices.map { index in
      Chart.Row(label: [Inline("Rij \(index)", origin: .label)], summary: summary)
    }
    return SampleCharts.chart(
      .dumbbell, rows: rows, series: [earlier, SampleCharts.series("2024", "role-1")],
      cells: cells)
  }

  /// One row, reckoned by hand: the plot begins at 80 and is 96 points wide, because the difference
  /// (12 points) and a gap of 12 stand at its right. Of these 19 at each side are for a value and its
  /// dot; 58 are left for 75 %.
  @Test func placesDotsValuesAndDifference() throws {
    let difference = Chart.Summary(
      [Inline("+30", origin: .figure(8))], significance: .higher)
    let cells = [[SampleCharts.value(30, figure: 1), SampleCharts.value(60, figure: 2)]]
    var chart = chart(cells, summary: difference)
    chart.rows[0].summary?.significance = nil
    let drawing = try SampleCharts.draw(chart, measure: 200)
    #expect(drawing.headHeight == 28)
    #expect(drawing.words(of: .tick(0)) == ["0%"])
    let dots =
      drawing.bounds(of: .dot(row: 0, series: 0)) + drawing.bounds(of: .dot(row: 0, series: 1))
    #expect(isClose(dots[0], Rect(x: 118.7, y: 29, width: 7, height: 7)))
    #expect(isClose(dots[1], Rect(x: 141.9, y: 29, width: 7, height: 7)))
    let values = (0...1).map { drawing.bounds(of: .value(row: 0, series: $0))[0] }
    #expect(isClose(values[0], Rect(x: 103.2, y: 28.5, width: 12, height: 8)))
    #expect(isClose(values[1], Rect(x: 152.4, y: 28.5, width: 12, height: 8)))
    #expect(
      isClose(
        drawing.bounds(of: .summary(row: 0))[0], Rect(x: 188, y: 28.5, width: 12, height: 8)))
    #expect(drawing.parts.first { $0.element == .summary(row: 0) }?.origin == .figure(8))
    #expect(drawing.size.height == 37)
  }

  @Test func aFallStandsTheOtherWayRound() throws {
    let drawing = try SampleCharts.draw(
      chart([[SampleCharts.value(60), SampleCharts.value(30)]]), measure: 200)
    let earlier = drawing.bounds(of: .value(row: 0, series: 0))[0]
    let later = drawing.bounds(of: .value(row: 0, series: 1))[0]
    #expect(later.right < earlier.left)
  }

  @Test func equalValuesStandOnBothSides() throws {
    let drawing = try SampleCharts.draw(
      chart([[SampleCharts.value(40), SampleCharts.value(40)]]), measure: 200)
    #expect(drawing.collisions.isEmpty)
    #expect(drawing.bounds(of: .connector(row: 0)).isEmpty)
  }

  @Test func aMissingWaveSaysWhy() throws {
    let drawing = try SampleCharts.draw(
      chart([
        [SampleCharts.noBar("n < 30"), SampleCharts.value(40)],
        [SampleCharts.noBar("n < 30"), SampleCharts.noBar("n < 30")],
        [.absent, SampleCharts.value(10)],
      ]), measure: 300)
    #expect(drawing.words(of: .reason(row: 0, series: 0)).joined() == "2021 n < 30")
    #expect(drawing.words(of: .reason(row: 1, series: 0)) == ["n < 30"])
    #expect(drawing.words(of: .reason(row: 1, series: 1)).isEmpty)
    #expect(drawing.bounds(of: .dot(row: 0, series: 0)).isEmpty)
    #expect(drawing.words(of: .value(row: 2, series: 1)) == ["10%"])
    #expect(drawing.collisions.isEmpty)
  }

  @Test func aDotIsSolidPaleOrHollow() throws {
    let drawing = try SampleCharts.draw(
      chart([
        [SampleCharts.value(20), SampleCharts.value(40)],
        [SampleCharts.value(20), SampleCharts.value(40, isIndicative: true)],
      ]), measure: 300)
    func fill(_ row: Int, _ series: Int) -> Colour? {
      let part = drawing.parts.first { $0.element == .dot(row: row, series: series) }
      guard case .path(let mark)? = part?.marks.first else { return nil }
      return mark.fill
    }
    let colour = SampleCharts.hexadecimal("#12436D")
    #expect(fill(0, 1) == colour)
    #expect(fill(0, 0) == colour.mixed(with: .white, 0.6))
    #expect(fill(1, 1) == .white)
  }
}
