import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

// MARK: - The columns of a table
extension Galley {
  /// The widths of the columns: each as wide as its widest cell; if that is too much, the columns
  /// of words give way, in proportion to how far they are wider than their longest word.
  ///
  /// - Returns: the widths, and the cells that are one line where nothing bounds them, by row (those
  ///   of the header first) and column.
  func columns(
    of table: Table, looks: TableLooks, measure: Length, into log: inout DiagnosticLog
  ) -> (widths: [Length], lines: [[TextLine?]]) {
    var natural = [Length](repeating: 0, count: table.columns.count)
    var rows = [[TextLine?]](
      repeating: Array(repeating: nil, count: natural.count),
      count: table.header.count + table.rows.count)
    forEachCell(of: table, looks: looks) { row, column, cell, paragraph in
      // A measure without bound leaves only the breaks that are written.
      let lines = setting.lines(
        setting.resolved(cell.text), in: paragraph, measure: 100_000, into: &log)
      guard let width = lines.map(\.width).max() else { return }
      natural[column] = max(natural[column], width + 0.1)
      if lines.count == 1, paragraph.alignment == .left { rows[row][column] = lines[0] }
    }
    return (widths(natural, of: table, looks: looks, measure: measure, into: &log), rows)
  }

  /// The widths of columns whose widest cells are so wide.
  private func widths(
    _ natural: [Length], of table: Table, looks: TableLooks, measure: Length,
    into log: inout DiagnosticLog
  ) -> [Length] {
    let gaps = style.table.columnGap * Double(max(0, table.columns.count - 1))
    let room = measure - gaps
    let wanted = natural.reduce(.zero, +)
    if wanted <= room { return spread(natural, over: room - wanted, in: table) }
    let least = longestWords(of: table, looks: looks, into: &log)
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

  /// The width of the longest word of each column.
  private func longestWords(
    of table: Table, looks: TableLooks, into log: inout DiagnosticLog
  ) -> [Length] {
    var least = [Length](repeating: 0, count: table.columns.count)
    forEachCell(of: table, looks: looks) { _, column, cell, paragraph in
      guard let longest = cell.text.plainText.longestWord else { return }
      let word = setting.line([Inline(longest)], in: paragraph, into: &log)
      least[column] = max(least[column], (word?.width ?? 0) + 0.1)
    }
    return least
  }

  /// Visits the cells that stand in a column: row, column, cell and style of each.
  private func forEachCell(
    of table: Table, looks: TableLooks, _ visit: (Int, Int, Table.Cell, ParagraphStyle) -> Void
  ) {
    var number = 0
    for (rows, looks) in [(table.header, looks.header), (table.rows, looks.body)] {
      for cells in rows {
        for (column, cell) in cells.enumerated() where column < table.columns.count {
          visit(number, column, cell, looks.look(of: cell).paragraph)
        }
        number += 1
      }
    }
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

/// How the cells of a table are set.
struct TableLooks {
  /// The cells of the header rows.
  var header: CellLooks
  /// The cells of the body.
  var body: CellLooks

  init(_ setting: TextSetting, into log: inout DiagnosticLog) {
    header = CellLooks("table-header", setting, into: &log)
    body = CellLooks("table-cell", setting, into: &log)
  }
}

/// How the cells of a table's head, or of its body, are set: the heads of rows are bolder.
struct CellLooks {
  /// A style with the place of its baseline below the top of a line.
  struct Look {
    var paragraph: ParagraphStyle
    var baseline: Length
  }

  private let usual: Look
  private let rowHeader: Look

  init(_ name: String, _ setting: TextSetting, into log: inout DiagnosticLog) {
    var paragraph = setting.style.paragraph(name)
    usual = Look(
      paragraph: paragraph, baseline: setting.baseline(in: paragraph, into: &log))
    paragraph.text.weight = max(paragraph.text.weight, 500)
    rowHeader = Look(
      paragraph: paragraph, baseline: setting.baseline(in: paragraph, into: &log))
  }

  /// The look of a cell.
  func look(of cell: Table.Cell) -> Look { cell.isRowHeader ? rowHeader : usual }
}

extension String {
  /// The word of the most characters, the first of several; nil for a text of spaces alone.
  fileprivate var longestWord: String? {
    let words = utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    let isASCII = utf8.allSatisfy { $0 < 0x80 }
    let longest = words.max { left, right in
      isASCII ? left.count < right.count : Substring(left).count < Substring(right).count
    }
    return longest.map { String(Substring($0)) }
  }
}
