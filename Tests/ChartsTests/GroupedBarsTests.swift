import Charts
import DocumentTree
import Drawing
import Testing

struct GroupedBarsTests {
  /// Two answers and two roles, reckoned by hand.
  ///
  /// The bars start at 80 of 200 points (a label share of 0.4), and the values (12 points and a gap
  /// of 4) leave 104 points for 75 %.
  @Test func placesBarsAndValues() throws {
    let chart = SampleCharts.chart(
      .groupedBars,
      rows: [SampleCharts.row("Eens"), SampleCharts.row("Niet")],
      series: [SampleCharts.series("A", "role-1"), SampleCharts.series("B", "role-2")],
      cells: [
        [SampleCharts.value(60, figure: 1), SampleCharts.value(30, figure: 2)],
        [SampleCharts.value(15, figure: 3), SampleCharts.value(0, figure: 4)],
      ]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    // The legend is 8 points high and 10 points stand below it.
    #expect(
      isClose(drawing.bounds(of: .swatch(series: 0))[0], Rect(x: 0, y: 0, width: 8, height: 8))
    )
    #expect(
      isClose(drawing.bounds(of: .legend(series: 1))[0], Rect(x: 38, y: 0, width: 4, height: 8))
    )
    let full = 104.0
    #expect(
      isClose(
        drawing.bounds(of: .bar(row: 0, series: 0))[0],
        Rect(x: 80, y: 18, width: Length(full * 60 / 75), height: 10)
      )
    )
    #expect(
      isClose(
        drawing.bounds(of: .bar(row: 0, series: 1))[0],
        Rect(x: 80, y: 30, width: Length(full * 30 / 75), height: 10)
      )
    )
    #expect(
      isClose(
        drawing.bounds(of: .bar(row: 1, series: 0))[0],
        Rect(x: 80, y: 48, width: Length(full * 15 / 75), height: 10)
      )
    )
    #expect(
      isClose(
        drawing.bounds(of: .value(row: 0, series: 0))[0],
        Rect(x: Length(80 + full * 60 / 75 + 4), y: 19, width: 12, height: 8)
      )
    )
    #expect(drawing.words(of: .value(row: 1, series: 1)) == ["0%"])
    #expect(
      isClose(drawing.bounds(of: .label(row: 0))[0], Rect(x: 0, y: 19, width: 16, height: 8))
    )
    #expect(isClose(drawing.bounds(of: .zeroLine)[0], Rect(x: 80, y: 18, width: 0, height: 52)))
    #expect(drawing.size == Size(width: 200, height: 70))
  }

  @Test func everyNumberKeepsItsOrigin() throws {
    let chart = SampleCharts.chart(
      .groupedBars,
      rows: [SampleCharts.row("Eens", detail: "n = 113")],
      series: [SampleCharts.series("A", "role-1")],
      cells: [[SampleCharts.value(60, figure: 7)]]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let values = drawing.parts.filter { $0.origin == .figure(7) }
    #expect(values.map(\.text) == ["60%"])
    let bases = drawing.parts.filter { $0.origin == .figure(99) }
    #expect(bases.map(\.text) == ["n = 113"])
  }

  @Test func printsACommonReasonOnce() throws {
    let chart = SampleCharts.chart(
      .groupedBars,
      rows: [SampleCharts.row("Eens"), SampleCharts.row("Niet")],
      series: [SampleCharts.series("A", "role-1"), SampleCharts.series("B", "role-2")],
      cells: [
        [SampleCharts.noBar("n < 30"), SampleCharts.noBar("n < 30")],
        [SampleCharts.noBar("n < 30"), SampleCharts.value(20)],
      ]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    #expect(drawing.words(of: .reason(row: 0, series: 0)) == ["n < 30"])
    #expect(drawing.words(of: .reason(row: 0, series: 1)).isEmpty)
    #expect(drawing.words(of: .reason(row: 1, series: 0)) == ["n < 30"])
    #expect(drawing.bounds(of: .bar(row: 0, series: 0)).isEmpty)
  }

  @Test func namesSeriesBesideBarsWhereARowSkipsOne() throws {
    let series = [SampleCharts.series("A", "role-1"), SampleCharts.series("B", "role-2")]
    let clear = SampleCharts.chart(
      .groupedBars,
      rows: [SampleCharts.row("Eens")],
      series: series,
      cells: [[SampleCharts.value(10), SampleCharts.value(20)]]
    )
    #expect(
      try SampleCharts.draw(clear, measure: 200).words(of: .value(row: 0, series: 1)) == ["20%"]
    )
    var skipping = clear
    skipping.cells = [[.absent, SampleCharts.value(20)]]
    let drawing = try SampleCharts.draw(skipping, measure: 200)
    #expect(drawing.words(of: .value(row: 0, series: 1)) == ["20%", "  ", "B"])
    #expect(drawing.words(of: .value(row: 0, series: 0)).isEmpty)
    #expect(drawing.bounds(of: .bar(row: 0, series: 0)).isEmpty)
  }

  @Test func theScaleEndsAtTheNextQuarter() throws {
    func width(_ percent: Int) throws -> Length {
      let chart = SampleCharts.chart(
        .groupedBars,
        rows: [SampleCharts.row("Eens")],
        series: [SampleCharts.series("", "role-1")],
        cells: [[SampleCharts.value(percent)]]
      )
      let drawing = try SampleCharts.draw(chart, measure: 200)
      return drawing.bounds(of: .bar(row: 0, series: 0))[0].width
    }
    #expect(try width(25) == 104)
    #expect(try width(50) == 104)
    #expect(try width(26) < 56)
    #expect(try width(75) == 104)
  }

  @Test func longLabelsWrapAndKeepRowsApart() throws {
    let label =
      "Doorverwijzing naar een psycholoog, maatschappelijk werker of een andere hulpverlener "
    let chart = SampleCharts.chart(
      .groupedBars,
      rows: [SampleCharts.row(label + "buiten"), SampleCharts.row(label + "binnen")],
      series: [SampleCharts.series("A", "role-1")],
      cells: [[SampleCharts.value(10)], [SampleCharts.value(20)]]
    )
    let drawing = try SampleCharts.draw(chart, measure: 300)
    let lines = drawing.bounds(of: .label(row: 0))
    #expect(lines.count >= 3)
    #expect(lines.allSatisfy { $0.right <= 110 })
    let next = drawing.bounds(of: .label(row: 1))[0]
    #expect(lines.allSatisfy { $0.bottom < next.top })
    #expect(drawing.collisions.isEmpty)
  }

  @Test func aWordThatFitsNowhereIsCut() throws {
    let word = String(repeating: "aansprakelijkheid", count: 6)
    let chart = SampleCharts.chart(
      .groupedBars,
      rows: [SampleCharts.row(word)],
      series: [SampleCharts.series("A", "role-1")],
      cells: [[SampleCharts.value(10)]]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    #expect(drawing.words(of: .label(row: 0)).joined() == word)
    #expect(drawing.bounds(of: .label(row: 0)).allSatisfy { $0.right <= 100.01 })
  }

  @Test func indicativeBarsAreHatchedInsideTheirEdges() throws {
    let chart = SampleCharts.chart(
      .groupedBars,
      rows: [SampleCharts.row("Eens")],
      series: [SampleCharts.series("A", "role-1")],
      cells: [[SampleCharts.value(40, isIndicative: true)]]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let bar = try #require(drawing.parts.first { $0.element == .bar(row: 0, series: 0) })
    #expect(bar.marks.count == 3)
    guard case .path(let hatching) = bar.marks[1] else {
      Issue.record("the second mark is the hatching")
      return
    }
    var corners = 0
    for element in hatching.path.elements {
      switch element {
      case .move(let point), .line(let point):
        corners += 1
        let spot = Rect(origin: point, size: Size(width: 0, height: 0))
        #expect(bar.bounds.contains(spot, tolerance: 0.0001))
      case .curve: Issue.record("hatching has no curves")
      case .close: continue
      }
    }
    #expect(corners > 40)
  }
}
