import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// The values of a stacked bar: inside their parts, above the bar with a thin line, or listed below.
struct StackedValues {
  /// A value that stands on its part or above the bar; places are relative to the bar's left edge.
  struct Placed {
    var part: StackedPart
    var words: SetText
    var left: Length
  }

  /// A value that is listed below the bar.
  struct Listed {
    var part: StackedPart
    var words: SetText
    var fill: BarFill
  }

  /// The values inside their parts.
  var inside: [Placed] = []
  /// The value behind the bar, if the last part is too narrow for it.
  var behind: Placed?
  /// The values above the bar, from left to right.
  var above: [Placed] = []
  /// The values below the bar.
  var listed: [Listed] = []
  /// The width that values above and below the bar may take.
  var column: Length = 0
  /// What the values need above the bar.
  var heightAbove: Length = 0
  /// What the list needs below the bar.
  var listHeight: Length = 0
  /// What stands below the bar in all.
  var heightBelow: Length = 0

  /// The space between the bar and the value behind it.
  static let behindGap: Length = 3
  /// The space between a value and the edges of its part.
  static let inset: Length = 2
  /// The least space between two values above the bar.
  static let gap: Length = 4
  /// The length of the lines to the values above the bar.
  static let leaderHeight: Length = 4
  /// The space between two values below the bar.
  static let listGap: Length = 10

  /// The parts, on a bar that takes an area.
  func parts(row: Int, on area: Rect, leader: Colour) -> [ChartPart] {
    var parts: [ChartPart] = []
    for value in inside + (behind.map { [$0] } ?? []) {
      let corner = Point(
        x: area.left + value.left,
        y: area.top + (area.height - value.words.height) / 2
      )
      parts += value.words.parts(at: corner, as: .value(row: row, series: value.part.series))
    }
    for value in above {
      let bottom = area.top - Self.leaderHeight
      let start = Point(x: area.left + value.left + value.words.width / 2, y: bottom)
      let end = Point(x: area.left + value.part.middle, y: area.top)
      let stroke = Stroke(colour: leader, width: 0.5)
      parts.append(
        ChartPart(
          .leader(row: row, series: value.part.series),
          marks: [.path(PathMark(.line(from: start, to: end), stroke: stroke))],
          bounds: Rect(
            x: min(start.x, end.x),
            y: bottom,
            width: max(start.x, end.x) - min(start.x, end.x),
            height: Self.leaderHeight
          )
        )
      )
      parts += value.words.parts(
        at: Point(x: area.left + value.left, y: bottom - value.words.height),
        as: .value(row: row, series: value.part.series)
      )
    }
    return parts + listParts(row: row, on: area)
  }

  private func listParts(row: Int, on area: Rect) -> [ChartPart] {
    var flow = listFlow(on: area)
    return listed.flatMap { value in
      flow.add(
        value.words,
        sample: value.fill.marks,
        swatch: .listSwatch(row: row, series: value.part.series),
        words: .value(row: row, series: value.part.series)
      )
    }
  }

  private func listFlow(on area: Rect) -> EntryFlow {
    EntryFlow(
      left: area.left,
      width: column,
      top: area.bottom + 3,
      entryGap: Self.listGap
    )
  }

  /// Measures the list below the bar.
  mutating func measureList() {
    guard !listed.isEmpty else { return }
    var flow = listFlow(on: Rect(x: 0, y: 0, width: 0, height: 0))
    for value in listed {
      let series = value.part.series
      _ = flow.add(
        value.words,
        sample: value.fill.marks,
        swatch: .listSwatch(row: 0, series: series),
        words: .value(row: 0, series: series)
      )
    }
    listHeight = flow.bottom
    heightBelow = listHeight
  }

  /// The ground behind the value of a hatched part, so that it stays legible.
  func plates(of part: StackedPart, on area: Rect, ground: Colour) -> [Mark] {
    guard part.isIndicative, let value = inside.first(where: { $0.part.series == part.series })
    else { return [] }
    let height = min(value.words.height, area.height)
    let plate = Rect(
      x: area.left + value.left - 1.5,
      y: area.top + (area.height - height) / 2,
      width: value.words.width + 3,
      height: height
    )
    return [.path(PathMark(.rectangle(plate), fill: ground))]
  }
}

extension ChartSetter {
  /// Sets the values of a bar and decides where each stands.
  ///
  /// A value stands inside its part if it fits there, at its own size or at the smallest; that of the
  /// last part may stand behind the bar. The others stand above the bar if one line holds them, else
  /// in a list below.
  func stackedValues(
    of bar: StackedBar, row: Int, of chart: Chart, in form: StackedForm
  ) throws(TypesettingError) -> StackedValues {
    let column = form.frame.plot
    let cells = chart.cells[row]
    var values = StackedValues()
    values.column = column
    var others: [(part: StackedPart, words: SetText)] = []
    for part in bar.parts {
      if let words = try valueInside(part, of: cells, labels: form.labels[row]) {
        let ink = part.isIndicative ? form.plateInk : form.inks[part.series]
        values.inside.append(
          .init(part: part, words: words.inked(ink), left: part.middle - words.width / 2)
        )
        continue
      }
      guard let words = form.labels[row][part.series] else { continue }
      let left = part.left + part.width + StackedValues.behindGap
      if chart.kind == .stackedBars, part.series == bar.parts.last?.series,
        left + words.width <= column
      {
        values.behind = .init(part: part, words: words, left: left)
      } else {
        others.append((part, words))
      }
    }
    let wanted = others.map { Spread.Wanted(middle: $0.part.middle, extent: $0.words.width) }
    if let lefts = Spread.place(wanted, gap: StackedValues.gap, from: 0, to: column) {
      values.above = zip(others, lefts).map { .init(part: $0.part, words: $0.words, left: $1) }
      if let tallest = others.map(\.words.height).max() {
        values.heightAbove = tallest + StackedValues.leaderHeight
      }
    } else {
      let room = max(column - Self.swatchSide - Self.swatchGap, 1)
      for (part, _) in others {
        guard let label = cells[part.series].value?.label else { continue }
        let words = try set([TextPiece([label], .value)], measure: room)
        let fill = fill(of: chart.series[part.series], isIndicative: part.isIndicative)
        values.listed.append(.init(part: part, words: words, fill: fill))
      }
      values.measureList()
    }
    return values
  }

  /// The value for the inside of its part, in its own size or the smallest; nil if it does not fit.
  func valueInside(
    _ part: StackedPart, of cells: [Chart.Cell], labels: [SetText?]
  ) throws(TypesettingError) -> SetText? {
    func fits(_ words: SetText) -> Bool {
      words.width + StackedValues.inset * 2 <= part.width
        && words.height <= style.chart.stackedBarHeight
    }
    guard let value = cells[part.series].value, let usual = labels[part.series] else { return nil }
    if fits(usual) { return usual }
    let small = try setLine(
      [TextPiece([value.label], .value, size: Self.smallestSize)])
    return fits(small) ? small : nil
  }
}
