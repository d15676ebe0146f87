import Charts
import DocumentTree
import Drawing
import HouseStyle
import TestSupport
import Testing

/// Laws that hold for every chart, tried on charts made from a seed.
struct RandomChartsTests {
  @Test(arguments: 0..<480)
  func nothingCollidesOrReachesOut(seed: Int) throws {
    var source = SeededChartSource(seed: UInt64(seed))
    let chart = source.chart()
    let measure = Length(Double(source.number(in: 170...520)))
    let drawing = try SampleCharts.draw(chart, measure: measure)
    let collisions = drawing.collisions.map { collision in
      "\(drawing.parts[collision.first].element) × \(drawing.parts[collision.second].element)"
    }
    #expect(collisions == [], "seed \(seed), measure \(measure.points)")
    let outside = drawing.partsOutside.map { "\(drawing.parts[$0].element)" }
    #expect(outside == [], "seed \(seed), measure \(measure.points)")
  }

  /// The same holds for charts that give way and for those that grow; higher bounds make no chart
  /// lower.
  @Test(arguments: 0..<160)
  func nothingCollidesWhereAChartGivesWayOrGrows(seed: Int) throws {
    var source = SeededChartSource(seed: UInt64(seed) + 20_000)
    let chart = source.chart()
    let measure = Length(Double(source.number(in: 170...520)))
    for extent in [-1, -0.4, 0.5, 1] {
      let drawing = try SampleCharts.draw(chart, measure: measure, extent: extent)
      let collisions = drawing.collisions.map { collision in
        "\(drawing.parts[collision.first].element) × \(drawing.parts[collision.second].element)"
      }
      #expect(collisions == [], "seed \(seed), extent \(extent)")
      #expect(drawing.partsOutside.isEmpty, "seed \(seed), extent \(extent)")
    }
    let (least, most) = (
      try SampleCharts.draw(chart, measure: measure, extent: -1),
      try SampleCharts.draw(chart, measure: measure, extent: 1)
    )
    #expect(least.size.height <= most.size.height, "seed \(seed)")
  }

  /// A form is drawn at any heights, in any order, as a chart that is set for them alone; also at heights
  /// that change what stands where.
  @Test(arguments: 0..<240)
  func aFormIsDrawnAsAChartSetForItsHeights(seed: Int) throws {
    var source = SeededChartSource(seed: UInt64(seed) + 40_000)
    let chart = source.chart()
    let measure = Length(Double(source.number(in: 170...520)))
    var style = SampleCharts.elastic
    if source.number(in: 0...1) == 0 {
      style.chart.least?.stackedBarHeight = 5
      style.chart.least?.plotHeight = 24
    }
    let form = try ChartSetter(
      style: style, typesetter: FixedMetricsTypesetter(), language: "nl"
    ).form(of: chart, measure: measure)
    for extent in [0, 1, -1, 0.3, -0.6, 0] {
      var own = style
      own.chart = style.chart.set(to: extent)
      let setter = ChartSetter(style: own, typesetter: FixedMetricsTypesetter(), language: "nl")
      let drawing = try form.drawing(at: extent)
      #expect(
        try drawing == setter.set(chart, measure: measure), "seed \(seed), extent \(extent)")
      let (heights, slices) = (try form.heights(at: extent), drawing.sliced())
      #expect(heights.head == slices.head.size.height, "seed \(seed), extent \(extent)")
      #expect(heights.body == slices.body.map(\.size.height), "seed \(seed), extent \(extent)")
    }
  }

  @Test(arguments: 0..<120)
  func everyValueAndReasonIsPrintedAndNothingIsSmall(seed: Int) throws {
    var source = SeededChartSource(seed: UInt64(seed) + 5000)
    let chart = source.chart()
    let drawing = try SampleCharts.draw(chart, measure: 400)
    for (row, cells) in chart.cells.enumerated() {
      for (series, cell) in cells.enumerated() {
        let words = drawing.words(of: .value(row: row, series: series)).joined()
        switch cell {
        case .value(let value):
          let isDivided = [.stackedBars, .divergingBars, .ranking].contains(chart.kind)
          let isDrawn = value.share > 0 || !isDivided
          // Between its ends a line has only the values that find room.
          if chart.kind == .lines, words.isEmpty { continue }
          #expect(words.hasPrefix(isDrawn ? value.label.text : ""), "seed \(seed)")
          #expect(words.isEmpty == !isDrawn, "seed \(seed)")
        case .noBar(let reason):
          let rows = chart.kind == .smallMultiples ? [0, row] : [row]
          let all = rows.flatMap { row in
            chart.series.indices.flatMap { drawing.words(of: .reason(row: row, series: $0)) }
          }
          #expect(all.joined().contains(reason.text), "seed \(seed)")
          #expect(drawing.bounds(of: .bar(row: row, series: series)).isEmpty, "seed \(seed)")
        case .absent:
          #expect(words.isEmpty, "seed \(seed)")
        }
      }
    }
    for case .glyphs(let mark) in drawing.parts.flatMap(\.marks) {
      #expect(mark.run.size >= ChartSetter.smallestSize, "seed \(seed)")
    }
  }

  /// A measure that no chart fits in is the layout's business; the drawing still ends and has a size.
  @Test(arguments: [0.0, 1, 12, 60])
  func aMeasureWithoutRoomStillGivesADrawing(measure: Double) throws {
    for seed in 0..<20 {
      var source = SeededChartSource(seed: UInt64(seed) + 900)
      let drawing = try SampleCharts.draw(source.chart(), measure: Length(measure))
      #expect(drawing.size.width.points == measure, "seed \(seed)")
      #expect(drawing.size.height.points.isFinite && drawing.size.height > 0, "seed \(seed)")
      #expect(
        drawing.parts.allSatisfy { $0.bounds.width >= 0 && $0.bounds.height >= 0 },
        "seed \(seed)"
      )
    }
  }

  @Test func theSameChartGivesTheSameDrawing() throws {
    var first = SeededChartSource(seed: 11)
    var second = SeededChartSource(seed: 11)
    #expect(
      try SampleCharts.draw(first.chart(), measure: 333)
        == SampleCharts.draw(second.chart(), measure: 333)
    )
  }
}
