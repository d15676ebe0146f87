import Charts
import DocumentTree
import Drawing
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

/// Charts with long labels, many series and every kind of cell, from a seed.
struct SeededChartSource {
  private var state: UInt64

  init(seed: UInt64) { state = (seed &+ 1) &* 0xD134_2543_DE82_EF95 }

  /// The next number of SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  private mutating func words(upTo length: Int) -> String {
    let vocabulary = [
      "de", "van", "raad", "melden", "ondersteuning", "burgemeesters", "collega",
      "gemeenteraadsvergadering", "bestuurdersaansprakelijkheidsverzekering", "advies", "bij",
    ]
    var text = vocabulary[number(in: 0...(vocabulary.count - 1))]
    let target = number(in: 3...length)
    while text.count < target {
      text += " " + vocabulary[number(in: 0...(vocabulary.count - 1))]
    }
    return text
  }

  mutating func chart() -> Chart {
    let kind = Chart.Kind.allCases[number(in: 0...(Chart.Kind.allCases.count - 1))]
    let colours = ["role-1", "role-2", "role-3", "dont-know"]
    let seriesCount = kind == .dumbbell ? 2 : number(in: 1...(kind == .divergingBars ? 5 : 7))
    let canBeApart = kind == .stackedBars
    let series = (0..<seriesCount).map { index in
      var series = SampleCharts.series(
        words(upTo: 40),
        colours[index % 4],
        isSetApart: canBeApart && index == seriesCount - 1 && number(in: 0...1) == 0
      )
      series.isLight = number(in: 0...3) == 0
      return series
    }
    let isUpright = kind == .columns || kind == .lines
    let hasSummary = !isUpright && kind != .groupedBars && number(in: 0...1) == 0
    let isShort = number(in: 0...2) > 0
    var rows = (0..<number(in: 1...9)).map { index in
      var row = SampleCharts.row(
        isUpright && isShort ? "\(2010 + index)" : words(upTo: 120),
        detail: number(in: 0...1) == 0 ? "" : "n = \(number(in: 4...1200))",
        opensGroup: number(in: 0...3) == 0
      )
      if row.opensGroup, !isUpright, number(in: 0...1) == 0 {
        row.heading = [Inline(words(upTo: 80), origin: .label)]
      }
      if hasSummary { row.summary = summary() }
      return row
    }
    if kind == .lines, number(in: 0...1) == 0 {
      var time = 2000.0
      for index in rows.indices {
        rows[index].time = time
        time += Double(number(in: 1...4))
      }
    }
    let cells = rows.map { _ in
      switch kind {
      case .stackedBars, .divergingBars, .ranking: division(seriesCount)
      default: answers(seriesCount, of: kind)
      }
    }
    var chart = SampleCharts.chart(kind, rows: rows, series: series, cells: cells)
    if hasSummary { chart.summaryHeading = [Inline(words(upTo: 16), origin: .label)] }
    chart.significanceLegend = [Inline(words(upTo: 100), origin: .label)]
    return chart
  }

  private mutating func summary() -> Chart.Summary? {
    guard number(in: 0...4) > 0 else { return nil }
    return Chart.Summary(
      [Inline("+\(number(in: 0...40))", origin: .figure(5))], significance: significance())
  }

  private mutating func significance() -> Chart.Significance? {
    switch number(in: 0...4) {
    case 0: .higher
    case 1: .lower
    default: nil
    }
  }

  private mutating func answers(_ count: Int, of kind: Chart.Kind) -> [Chart.Cell] {
    (0..<count).map { _ in
      switch number(in: 0...9) {
      case 0: .absent
      case 1: SampleCharts.noBar(number(in: 0...1) == 0 ? "n < 30" : words(upTo: 60))
      default:
        answer(of: kind)
      }
    }
  }

  private mutating func answer(of kind: Chart.Kind) -> Chart.Cell {
    let percent = number(in: 0...100)
    var value = Chart.Value(
      share: Double(percent) / 100, label: Inline("\(percent)%", origin: .figure(0)),
      isIndicative: number(in: 0...5) == 0)
    if [.groupedBars, .smallMultiples, .columns].contains(kind) {
      value.significance = significance()
      if number(in: 0...2) == 0 {
        let reach = Double(number(in: 1...20)) / 100
        value.interval = max(0, value.share - reach)...min(1, value.share + reach)
      }
    }
    return .value(value)
  }

  private mutating func division(_ count: Int) -> [Chart.Cell] {
    if number(in: 0...6) == 0 {
      return [Chart.Cell](repeating: SampleCharts.noBar("n < 30"), count: count)
    }
    let isIndicative = number(in: 0...4) == 0
    var rest = 100
    return (0..<count).map { index in
      if number(in: 0...12) == 0 { return SampleCharts.noBar(words(upTo: 60)) }
      let percent = index == count - 1 ? rest : number(in: 0...min(rest, 60))
      rest -= percent
      return SampleCharts.value(percent, isIndicative: isIndicative)
    }
  }
}
