public import DocumentTree

/// Charts with long labels, many series and every kind of cell, from a seed.
public struct SeededChartSource {
  private var state: UInt64

  /// Creates a source; the same seed gives the same charts.
  public init(seed: UInt64) { state = (seed &+ 1) &* 0xD134_2543_DE82_EF95 }

  /// The next number of SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of a range, each as likely.
  public mutating func number(in range: ClosedRange<Int>) -> Int {
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

  /// A chart of any kind.
  public mutating func chart() -> Chart {
    let kind = Chart.Kind.allCases[number(in: 0...(Chart.Kind.allCases.count - 1))]
    let colours = ["role-1", "role-2", "role-3", "dont-know"]
    let seriesCount = kind == .dumbbell ? 2 : number(in: 1...(kind == .divergingBars ? 5 : 7))
    let canBeApart = kind == .stackedBars
    let series = (0..<seriesCount).map { index in
      var series = Chart.Series(
        label: [Inline(words(upTo: 40), origin: .label)], colour: colours[index % 4],
        isSetApart: canBeApart && index == seriesCount - 1 && number(in: 0...1) == 0)
      series.isLight = number(in: 0...3) == 0
      return series
    }
    let isUpright = kind == .columns || kind == .lines
    let hasSummary = !isUpright && kind != .groupedBars && number(in: 0...1) == 0
    let isShort = number(in: 0...2) > 0
    var rows = (0..<number(in: 1...9)).map { index in
      let name = isUpright && isShort ? "\(2010 + index)" : words(upTo: 120)
      let detail = number(in: 0...1) == 0 ? "" : "n = \(number(in: 4...1200))"
      var row = Chart.Row(
        label: [Inline(name, origin: .label)],
        detail: detail.isEmpty ? [] : [Inline(detail, origin: .figure(99))],
        opensGroup: number(in: 0...3) == 0)
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
    var chart = Chart(
      kind: kind, title: [Inline("Titel")], rows: rows, series: series, cells: cells,
      alternativeText: [Inline("Wat de grafiek zegt.")])
    if hasSummary { chart.summaryHeading = [Inline(words(upTo: 16), origin: .label)] }
    chart.significanceLegend = [Inline(words(upTo: 100), origin: .label)]
    return chart
  }

  private static func noBar(_ reason: String) -> Chart.Cell {
    .noBar(reason: Inline(reason, origin: .label))
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
      case 1: Self.noBar(number(in: 0...1) == 0 ? "n < 30" : words(upTo: 60))
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
      return [Chart.Cell](repeating: Self.noBar("n < 30"), count: count)
    }
    let isIndicative = number(in: 0...4) == 0
    var rest = 100
    return (0..<count).map { index in
      if number(in: 0...12) == 0 { return Self.noBar(words(upTo: 60)) }
      let percent = index == count - 1 ? rest : number(in: 0...min(rest, 60))
      rest -= percent
      return .value(
        share: Double(percent) / 100, label: Inline("\(percent)%", origin: .figure(0)),
        isIndicative: isIndicative)
    }
  }
}
