import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

/// The words of a chart as a table for those who cannot see its bars.
@Suite struct ChartTableTests {
  private let words = Chart.TableWords(
    indicative: "indicative", higher: "higher", lower: "lower")

  private func label(_ text: String) -> [Inline] {
    text.isEmpty ? [] : [Inline(text, origin: .label)]
  }

  private func structure(of chart: Chart) -> PagedDocument {
    var chart = chart
    chart.tableWords = words
    return layOut(.of([Block(.chart(chart))]), style: .plain(lines: 30))
  }

  @Test func marksStandInTheirCellsInWords() {
    var chart = Chart(
      kind: .groupedBars, title: label("Help"),
      rows: [
        Chart.Row(heading: label("At work"), label: label("Ever"), opensGroup: true),
        Chart.Row(label: label("Often"), detail: label("n = 40, indicative")),
      ],
      series: [
        Chart.Series(label: label("Cooks"), detail: label("n = 60"), colour: "role-1"),
        Chart.Series(label: label("Owners"), colour: "role-2"),
      ],
      cells: [
        [
          .value(
            Chart.Value(
              share: 0.5, label: Inline("50%", origin: .figure(0)), significance: .higher)),
          .noBar(reason: Inline("n < 30", origin: .label)),
        ],
        [
          .value(share: 0.2, label: Inline("20%", origin: .figure(1)), isIndicative: true), .absent,
        ],
      ], alternativeText: [Inline("Half of the cooks.", origin: .label)])
    chart.significanceLegend = label("Differs")
    expectGolden(structure(of: chart).structureDump, named: "chart-table.structure")
  }

  /// A share of zero has no part of the bar, and a hatched bar no name that calls it indicative.
  @Test func whatIsNotDrawnIsSaidAllTheSame() {
    let chart = Chart(
      kind: .stackedBars, title: [], rows: [Chart.Row(label: label("Cooks"))],
      series: ["Red", "Blue"].map { Chart.Series(label: label($0), colour: "scale-1") },
      cells: [
        [
          .value(share: 1, label: Inline("100%", origin: .figure(0)), isIndicative: true),
          .value(share: 0, label: Inline("0%", origin: .figure(1)), isIndicative: true),
        ]
      ], alternativeText: [Inline("All red.", origin: .label)])
    let dump = structure(of: chart).structureDump
    #expect(dump.contains("Figure alt='indicative'"))
    #expect(dump.contains("Span actual='0%'"))
  }

  @Test func aChartWithoutAnyValueIsATableOnly() {
    let chart = Chart(
      kind: .groupedBars, title: [], rows: [Chart.Row(label: label("Cooks"))],
      series: [Chart.Series(label: label("Red"), colour: "scale-1")],
      cells: [[.noBar(reason: Inline("n < 30", origin: .label))]],
      alternativeText: [Inline("Nothing.", origin: .label)])
    let dump = structure(of: chart).structureDump
    #expect(!dump.contains("Figure"))
    #expect(dump.contains("'n < 30'"))
  }

  /// Laws for charts of all kinds: a regular table, each value in its cell once, in the order of rows,
  /// each header with words, each cell with its headers; and a picture if there is a value.
  @Test(arguments: 0..<240) func everyValueStandsInItsCell(seed: Int) {
    var source = SeededChartSource(seed: UInt64(seed) + 70_000)
    var chart = source.chart()
    chart.tableWords = words
    // What finds no room on these small pages is not what is asked here.
    var log = DiagnosticLog()
    let paged = LayoutStage(style: .plain(lines: 30), typesetter: FixedMetricsTypesetter())
      .layOut(.of([Block(.chart(chart))]), into: &log)
    let tree = paged.structure
    let rows = elements(.tableRow, in: tree)
    let widths = rows.map {
      cells(of: $0, in: tree).reduce(0) { $0 + tree.elements[$1].columnSpan }
    }
    #expect(Set(widths).count == 1, "seed \(seed)")
    for header in elements(.tableHeader, in: tree) {
      #expect(tree.elements[header].scope != nil && tree.elements[header].id != nil)
      #expect(!text(of: header, in: paged).isEmpty, "seed \(seed)")
    }
    let ids = Set(tree.elements.compactMap(\.id))
    let body = elements(.tableBody, in: tree).flatMap { elements(.tableRow, below: $0, in: tree) }
      .map { cells(of: $0, in: tree) }.filter { $0.count > 1 }
    #expect(body.count == chart.rows.count, "seed \(seed)")
    for (row, values) in zip(body, chart.cells) {
      for (cell, value) in zip(row.dropFirst(), values) {
        let found = text(of: cell, in: paged)
        switch value {
        case .value(let value): #expect(found.hasPrefix(value.label.text), "seed \(seed)")
        case .noBar(let reason):
          #expect(folded(found).contains(folded(reason.text)), "seed \(seed): \(found)")
        case .absent: #expect(found.isEmpty, "seed \(seed)")
        }
        #expect(tree.elements[cell].headers.allSatisfy(ids.contains), "seed \(seed)")
        #expect(!tree.elements[cell].headers.isEmpty, "seed \(seed)")
      }
    }
    let hasValue = chart.cells.joined().contains { $0.value != nil }
    let pictures = elements(.figure, in: tree).filter { tree.elements[$0].parent == 1 }
    #expect(pictures.count == (hasValue ? 1 : 0), "seed \(seed)")
    for figure in elements(.figure, in: tree) {
      #expect(!tree.elements[figure].children.isEmpty, "seed \(seed)")
    }
  }

  /// Words without blanks and without the hyphens that line ends bring.
  private func folded(_ text: String) -> String {
    String(text.filter { $0.isLetter || $0.isNumber })
  }

  /// The elements of a role that are in the tree, in reading order.
  private func elements(
    _ role: StructureElement.Role, below root: Int = StructureTree.root, in tree: StructureTree
  ) -> [Int] {
    func below(_ index: Int) -> [Int] {
      let inside = tree.elements[index].children.flatMap { child -> [Int] in
        if case .element(let child) = child { below(child) } else { [] }
      }
      return (tree.elements[index].role == role ? [index] : []) + inside
    }
    return below(root)
  }

  private func cells(of row: Int, in tree: StructureTree) -> [Int] {
    tree.elements[row].children.compactMap { child in
      if case .element(let cell) = child { cell } else { nil }
    }
  }

  /// What is read of an element: its words, or those that stand for them.
  private func text(of element: Int, in paged: PagedDocument) -> String {
    paged.structure.elements[element].children.map { child in
      switch child {
      case .content(let page, let id): paged.text(ofContent: id, page: page)
      case .element(let index):
        (paged.structure.elements[index].actualText ?? "") + text(of: index, in: paged)
      case .link: ""
      }
    }.joined()
  }
}
