import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

// MARK: - The columns of a table
extension Galley {
  /// The widths of the columns: each as wide as its widest cell; if that is too much, the columns
  /// of words give way, in proportion to how far they are wider than their longest word.
  func columnWidths(
    of table: Table, measure: Length, into log: inout DiagnosticLog
  ) -> [Length] {
    let gaps = style.table.columnGap * Double(max(0, table.columns.count - 1))
    var natural = [Length](repeating: 0, count: table.columns.count)
    var least = natural
    let rows = table.header.map { ($0, "table-header") } + table.rows.map { ($0, "table-cell") }
    for (cells, name) in rows {
      for (column, cell) in cells.enumerated() where column < natural.count {
        var paragraph = style.paragraph(name)
        if cell.isRowHeader { paragraph.text.weight = max(paragraph.text.weight, 500) }
        // A measure without bound leaves only the breaks that are written.
        let lines = setting.lines(
          setting.resolved(cell.text), in: paragraph, measure: 100_000, into: &log)
        guard let width = lines.map(\.width).max() else { continue }
        natural[column] = max(natural[column], width + 0.1)
        let words = cell.text.plainText.split { $0 == " " || $0 == "\n" }
        guard let longest = words.max(by: { $0.count < $1.count }) else { continue }
        let word = setting.line([Inline(String(longest))], in: paragraph, into: &log)
        least[column] = max(least[column], (word?.width ?? 0) + 0.1)
      }
    }
    let room = measure - gaps
    let wanted = natural.reduce(.zero, +)
    if wanted <= room { return spread(natural, over: room - wanted, in: table) }
    let elastic = zip(natural, least).map { $0 - min($0, $1) }
    let give = elastic.reduce(.zero, +)
    if wanted - room > give {
      // Not even the longest words fit side by side: all columns give way, and lines say so.
      let part = room.ratio(to: wanted - give)
      return zip(natural, elastic).map { ($0 - $1) * part }
    }
    let share = (wanted - room).ratio(to: give)
    return zip(natural, elastic).map { $0 - $1 * share }
  }

  /// Room to spare goes to the first column, so that numbers stand together at the right.
  private func spread(_ widths: [Length], over room: Length, in table: Table) -> [Length] {
    guard let first = widths.first, !widths.isEmpty else { return widths }
    var result = widths
    let even = room / Double(widths.count)
    for index in result.indices.dropFirst() { result[index] = result[index] + even * 0.6 }
    let given = even * 0.6 * Double(widths.count - 1)
    result[0] = first + room - given
    return result
  }
}
