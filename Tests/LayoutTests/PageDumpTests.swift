import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import PageModel
import TestSupport
import Testing

/// Whole pages as text: where everything stands, to the thousandth of a point.
@Suite struct PageDumpTests {
  @Test func setsEveryKindOfBlockWhereItBelongs() {
    func cell(_ text: String, _ isHeader: Bool = false) -> Table.Cell {
      Table.Cell([Inline(text)], isRowHeader: isHeader)
    }
    let chart = Chart(
      kind: .stackedBars, title: [Inline("Chart")],
      rows: [Chart.Row(label: [Inline("Cooks")], detail: [Inline("n = 60")])],
      series: [
        Chart.Series(label: [Inline("Red")], colour: "scale-1"),
        Chart.Series(label: [Inline("Blue")], colour: "scale-5"),
      ],
      cells: [
        [
          .value(share: 0.5, label: Inline("50%", origin: .figure(0)), isIndicative: false),
          .value(share: 0.5, label: Inline("50%", origin: .figure(1)), isIndicative: false),
        ]
      ], notes: [[Inline("Base: all.")]], alternativeText: [Inline("Half and half.")])
    let document = Document.of([
      .heading(1, "Chapter", anchor: "chapter"),
      Block(
        .paragraph([
          Inline("Of all, "), Inline("60%", origin: .bound(0)), Inline(" and a "),
          Inline("link", link: .address("https://example.org")), Inline("."),
        ])),
      Block(.list(List(items: [[.words("first")], [.words("second")]]))),
      Block(.keyFigures([KeyFigure(value: [Inline("60%")], label: [Inline("red")])])),
      Block(
        .table(
          Table(
            columns: [.start, .end], header: [[cell("Role"), cell("n")]],
            rows: [[cell("Cooks", true), cell("60")]]))),
      Block(.group(.callout, [.words("Mind this.")])),
      Block(.chart(chart)),
    ])
    let paged = layOut(document, style: .plain(lines: 30))
    expectGolden(paged.dump, named: "every-block.pages")
    expectGolden(paged.structureDump, named: "every-block.structure")
  }
}
