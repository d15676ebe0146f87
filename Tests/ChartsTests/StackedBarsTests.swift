import Charts
import DocumentTree
import Drawing
import Testing

struct StackedBarsTests {
  private static let answers = [
    SampleCharts.series("Ja", "role-1"), SampleCharts.series("Nee", "role-2"),
    SampleCharts.series("Weet niet", "dont-know", isSetApart: true),
  ]

  /// The bars start at 80 and have 120 points; 114 of them are 100 %, 6 the gap.
  @Test func placesPartsWithWhiteGapsAndSetsDontKnowApart() throws {
    let chart = SampleCharts.chart(
      .stackedBars,
      rows: [SampleCharts.row("Raad")],
      series: Self.answers,
      cells: [[SampleCharts.value(50), SampleCharts.value(30), SampleCharts.value(20)]]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    #expect(
      isClose(
        drawing.bounds(of: .bar(row: 0, series: 0))[0],
        Rect(x: 80, y: 18, width: 56, height: 16)
      )
    )
    #expect(
      isClose(
        drawing.bounds(of: .bar(row: 0, series: 1))[0],
        Rect(x: 137, y: 18, width: 34.2, height: 16)
      )
    )
    #expect(
      isClose(
        drawing.bounds(of: .bar(row: 0, series: 2))[0],
        Rect(x: 177.2, y: 18, width: 22.8, height: 16)
      )
    )
    #expect(
      isClose(
        drawing.bounds(of: .value(row: 0, series: 0))[0],
        Rect(x: 102, y: 22, width: 12, height: 8)
      )
    )
    #expect(drawing.bounds(of: .track(row: 0)).isEmpty)
    #expect(drawing.size == Size(width: 200, height: 34))
  }

  /// The widest last value (12 points) and a gap of 3 are kept free behind the bars.
  @Test func theValueOfANarrowLastPartStandsBehindTheBar() throws {
    let chart = SampleCharts.chart(
      .stackedBars,
      rows: [SampleCharts.row("Raad"), SampleCharts.row("Staten")],
      series: Self.answers,
      cells: [
        [SampleCharts.value(68), SampleCharts.value(30), SampleCharts.value(2)],
        [SampleCharts.value(50), SampleCharts.value(20), SampleCharts.value(30)],
      ]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let bar = drawing.bounds(of: .bar(row: 0, series: 2))[0]
    #expect(abs(bar.right.points - 185) < 0.001)
    let value = drawing.bounds(of: .value(row: 0, series: 2))[0]
    #expect(isClose(value, Rect(x: 188, y: 22, width: 8, height: 8)))
    let other = drawing.bounds(of: .bar(row: 1, series: 2))[0]
    #expect(other.contains(drawing.bounds(of: .value(row: 1, series: 2))[0]))
    #expect(abs(drawing.size.height.points - 58) < 0.001)
  }

  @Test func smallValuesStandAboveTheBarInOrder() throws {
    let chart = SampleCharts.chart(
      .stackedBars,
      rows: [SampleCharts.row("Raad")],
      series: Self.answers,
      cells: [[SampleCharts.value(2), SampleCharts.value(2), SampleCharts.value(96)]]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let yes = drawing.bounds(of: .value(row: 0, series: 0))[0]
    let no = drawing.bounds(of: .value(row: 0, series: 1))[0]
    let bar = drawing.bounds(of: .bar(row: 0, series: 1))[0]
    #expect(yes.bottom <= bar.top && no.bottom <= bar.top)
    #expect(yes.left >= 80 && yes.right < no.left)
    #expect(drawing.bounds(of: .leader(row: 0, series: 1)).count == 1)
    #expect(drawing.bounds(of: .leader(row: 0, series: 2)).isEmpty)
    #expect(drawing.collisions.isEmpty)
  }

  @Test func valuesThatFitNowhereElseAreListed() throws {
    let colours = ["role-1", "role-2", "role-3"]
    let series = (0..<24).map { SampleCharts.series("Antwoord \($0)", colours[$0 % 3]) }
    let chart = SampleCharts.chart(
      .stackedBars,
      rows: [SampleCharts.row("Raad")],
      series: series,
      cells: [series.indices.map { _ in SampleCharts.value(4) }]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let bottom = drawing.bounds(of: .bar(row: 0, series: 0))[0].bottom
    #expect(drawing.words(of: .value(row: 0, series: 23)) == ["4%"])
    for index in series.indices.dropLast() {
      #expect(drawing.words(of: .value(row: 0, series: index)) == ["4%"])
      #expect(drawing.bounds(of: .value(row: 0, series: index))[0].top > bottom)
      #expect(drawing.bounds(of: .listSwatch(row: 0, series: index)).count == 1)
    }
    #expect(drawing.collisions.isEmpty)
    #expect(drawing.partsOutside.isEmpty)
  }

  @Test func aRowWithoutBarHasATrackAndItsReason() throws {
    let chart = SampleCharts.chart(
      .stackedBars,
      rows: [SampleCharts.row("Staten"), SampleCharts.row("Leeg")],
      series: Self.answers,
      cells: [
        [Chart.Cell](repeating: SampleCharts.noBar("n < 30"), count: 3),
        [.absent, .absent, .absent],
      ]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    #expect(drawing.allWords.filter { $0 == "n < 30" }.count == 1)
    let track = try #require(drawing.bounds(of: .track(row: 0)).first)
    #expect(track.contains(drawing.bounds(of: .reason(row: 0, series: 0))[0]))
    #expect(drawing.bounds(of: .track(row: 1)).isEmpty)
    #expect(drawing.words(of: .label(row: 1)) == ["Leeg"])
  }

  @Test func detailStandsBehindTheNameOrBelowInEveryRow() throws {
    func drawing(_ label: String) throws -> ChartDrawing {
      let chart = SampleCharts.chart(
        .stackedBars,
        rows: [
          SampleCharts.row("Raad", detail: "n = 9"), SampleCharts.row(label, detail: "n = 8"),
        ],
        series: Self.answers,
        cells: [
          [SampleCharts.value(100), .absent, .absent], [SampleCharts.value(100), .absent, .absent],
        ]
      )
      return try SampleCharts.draw(chart, measure: 200)
    }
    let short = try drawing("Staten")
    #expect(short.words(of: .label(row: 0)) == ["Raad", " ", "n = 9"])
    let long = try drawing("Burgemeesters en wethouders")
    #expect(long.words(of: .label(row: 0)) == ["Raad"])
    #expect(long.words(of: .detail(row: 0)) == ["n = 9"])
    #expect(long.bounds(of: .detail(row: 0))[0].top >= long.bounds(of: .label(row: 0))[0].bottom)
  }

  @Test func groupsStandFurtherApartThanRows() throws {
    let full = [SampleCharts.value(60), SampleCharts.value(20), SampleCharts.value(20)]
    let chart = SampleCharts.chart(
      .stackedBars,
      rows: [
        SampleCharts.row("2021", opensGroup: true), SampleCharts.row("2024"),
        SampleCharts.row("2021", opensGroup: true), SampleCharts.row("2024"),
      ],
      series: Self.answers,
      cells: [full, full, full, full]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let tops = (0..<4).map { drawing.bounds(of: .bar(row: $0, series: 0))[0].top.points }
    #expect(abs(tops[1] - tops[0] - 20.8) < 0.001)
    #expect(abs(tops[2] - tops[1] - 32) < 0.001)
    #expect(abs(tops[3] - tops[2] - 20.8) < 0.001)
  }

  @Test func theLegendKeepsItsOrderOverLines() throws {
    let series = ["Ruim voldoende nuttig", "Voldoende nuttig", "Neutraal", "Onvoldoende nuttig"]
      .map { SampleCharts.series($0, "role-1") }
    let chart = SampleCharts.chart(
      .stackedBars,
      rows: [SampleCharts.row("Raad")],
      series: series,
      cells: [series.indices.map { _ in SampleCharts.value(25) }]
    )
    let drawing = try SampleCharts.draw(chart, measure: 200)
    let places = series.indices.map { drawing.bounds(of: .legend(series: $0))[0] }
    for (left, right) in zip(places, places.dropFirst()) {
      #expect(right.top > left.bottom || right.left > left.right)
    }
    #expect(Set(places.map { $0.top.points }).count > 1)
    #expect(drawing.collisions.isEmpty)
  }
}
