import Charts
import DocumentTree
import Drawing
import Testing

/// Marks of significance and whiskers.
struct MarksTests {
  private func chart(_ value: Chart.Value) -> Chart {
    var chart = SampleCharts.chart(
      .groupedBars, rows: [SampleCharts.row("Eens")], series: [SampleCharts.series("", "role-1")],
      cells: [[.value(value)]])
    chart.significanceLegend = [Inline("Hoger of lager dan de anderen", origin: .label)]
    return chart
  }

  private func value(
    significance: Chart.Significance? = nil, interval: ClosedRange<Double>? = nil
  ) -> Chart.Value {
    Chart.Value(
      share: 0.5, label: Inline("50%", origin: .figure(0)), significance: significance,
      interval: interval)
  }

  /// The mark (5.5 points and a gap of 2.5) narrows the scale from 104 to 96 points for 50 %.
  @Test func aMarkStandsBehindItsValue() throws {
    let drawing = try SampleCharts.draw(chart(value(significance: .higher)), measure: 200)
    let bar = drawing.bounds(of: .bar(row: 0, series: 0))[0]
    #expect(bar.width == 96)
    let words = drawing.bounds(of: .value(row: 0, series: 0))[0]
    let mark = drawing.bounds(of: .significance(row: 0, series: 0))[0]
    #expect(abs((mark.left - words.right).points - 2.5) < 0.001)
    #expect(abs(mark.right.points - 200) < 0.001)
    #expect(drawing.words(of: .significanceLegend) == ["Hoger of lager dan de anderen"])
    #expect(drawing.bounds(of: .significanceSwatch).count == 1)
  }

  @Test func withoutMarksThereIsNoLegendForThem() throws {
    let drawing = try SampleCharts.draw(chart(value()), measure: 200)
    #expect(drawing.words(of: .significanceLegend).isEmpty)
  }

  @Test func markPointsUpOrDown() throws {
    for (significance, isUp) in [(Chart.Significance.higher, true), (.lower, false)] {
      let drawing = try SampleCharts.draw(chart(value(significance: significance)), measure: 200)
      let part = try #require(
        drawing.parts.first { $0.element == .significance(row: 0, series: 0) })
      guard case .path(let mark)? = part.marks.first,
        case .line(let tip) = mark.path.elements[2]
      else {
        Issue.record("a triangle is a path")
        continue
      }
      #expect(tip.y == (isUp ? part.bounds.top : part.bounds.bottom))
    }
  }

  /// The whisker reaches from 40 to 60 %; the value stands behind it on a scale to 75 %.
  @Test func aWhiskerSpansTheInterval() throws {
    let drawing = try SampleCharts.draw(chart(value(interval: 0.4...0.6)), measure: 200)
    let unit: Double = 104 / 0.75
    let whisker = drawing.bounds(of: .whisker(row: 0, series: 0))[0]
    #expect(abs(whisker.left.points - (80 + unit * 0.4)) < 0.001)
    #expect(abs(whisker.right.points - (80 + unit * 0.6)) < 0.001)
    let words = drawing.bounds(of: .value(row: 0, series: 0))[0]
    #expect(abs((words.left - whisker.right).points - 4) < 0.001)
  }

  /// On columns the whisker is upright, and the value stands above it.
  @Test func aWhiskerOnAColumnIsUpright() throws {
    var chart = chart(value(interval: 0.4...0.6))
    chart.kind = .columns
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let whisker = drawing.bounds(of: .whisker(row: 0, series: 0))[0]
    let bar = drawing.bounds(of: .bar(row: 0, series: 0))[0]
    #expect(whisker.height > whisker.width)
    #expect(whisker.top < bar.top)
    #expect(drawing.bounds(of: .value(row: 0, series: 0))[0].bottom < whisker.top)
  }
}
