import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

@Suite struct TableWidthTests {
  /// A column is as wide as the longest line of its head, not as all lines of it behind one another.
  @Test func headsOfSeveralLinesAreMeasuredByTheirLines() {
    let head = ["", "Aldermen\nn = 241", "Mayors\nn = 113", "Others\nn = 99"]
    let row = ["Verbal", "10%", "20%", "30%"]
    func cells(_ texts: [String]) -> [Table.Cell] { texts.map { Table.Cell([Inline($0)]) } }
    let table = Table(
      columns: [.start, .end, .end, .end], header: [cells(head)], rows: [cells(row)])
    var log = DiagnosticLog()
    let paged = LayoutStage(style: .plain(), typesetter: FixedMetricsTypesetter())
      .layOut(.of([Block(.table(table))]), into: &log)
    #expect(log.diagnostics.isEmpty)
    let items = paged.pages[0].items.filter { !$0.text.isEmpty }
    #expect(items.contains { $0.text == "Aldermen" } && items.contains { $0.text == "n = 241" })
    for item in items {
      #expect(item.bounds.left >= 20 && item.bounds.right <= 220.001, "\(item.text)")
    }
  }
}
