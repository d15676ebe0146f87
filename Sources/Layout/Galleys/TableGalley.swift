import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

extension Galley {
  /// A table of at most so many rows had better not be parted.
  private static let smallTable = 6

  /// The strips of a table: one for each row; the header rows hold on to the first row.
  func strips(of unit: TableUnit, measure: Length, into log: inout DiagnosticLog) -> [Strip] {
    let table = unit.table
    let widths = columnWidths(of: table, measure: measure, into: &log)
    var strips: [Strip] = []
    for (index, row) in table.header.enumerated() {
      var strip = self.row(
        row, elements: unit.headerElements[index], style: "table-header", of: table,
        widths: widths, into: &log)
      strip.boundary = index == 0 ? .free : .joined
      if index == table.header.count - 1 {
        addRule(self.style.table.headerRule, to: &strip, measure)
      }
      strips.append(strip)
    }
    for (index, row) in table.rows.enumerated() {
      var strip = self.row(
        row, elements: unit.rowElements[index], style: "table-cell", of: table, widths: widths,
        into: &log)
      strip.boundary = Self.boundary(aboveRow: index, of: table.rows.count)
      strip.table = unit.number
      let isLast = index == table.rows.count - 1
      addRule(isLast ? self.style.table.headerRule : self.style.table.rowRule, to: &strip, measure)
      strips.append(strip)
    }
    let gap = self.style.baseline / 2
    if !strips.isEmpty {
      strips[0].spaceBefore = gap
      strips[strips.count - 1].spaceAfter = gap
    }
    return strips
  }

  /// Two rows stand below a head at least, and two on the last page.
  private static func boundary(aboveRow index: Int, of count: Int) -> Strip.Boundary {
    if index == 0 { return .joined }
    if index == 1 || index == count - 1 { return .kept }
    return count <= smallTable ? .together : .free
  }

  private func row(
    _ cells: [Table.Cell], elements: [Int], style name: String, of table: Table,
    widths: [Length], into log: inout DiagnosticLog
  ) -> Strip {
    let padding = style.table.cellPadding
    var strip = Strip(height: 0)
    var left: Length = 0
    for (column, cell) in cells.enumerated() where column < widths.count {
      var paragraph = style.paragraph(name)
      if cell.isRowHeader { paragraph.text.weight = max(paragraph.text.weight, 500) }
      paragraph.alignment = Self.alignment(of: table.columns[column])
      let baseline = setting.baseline(in: paragraph, into: &log)
      let text = setting.resolved(cell.text)
      let lines = setting.lines(
        text, in: paragraph, measure: widths[column], into: &log,
        at: cell.text.first?.range)
      for (index, line) in lines.enumerated() {
        if line.width > widths[column] + 0.5 {
          log.report(
            .overfullLine(by: line.width - widths[column], at: cell.text.first?.range))
        }
        strip.pieces += line.pieces(
          of: text, in: paragraph.text, element: elements[column], left: left,
          baseline: padding + paragraph.leading * Double(index) + baseline)
        strip.notes += line.notes(in: text)
      }
      strip.height = max(
        strip.height, padding * 2 + paragraph.leading * Double(max(1, lines.count)))
      left = left + widths[column] + style.table.columnGap
    }
    return strip
  }

  private func addRule(_ rule: ParagraphStyle.Rule, to strip: inout Strip, _ measure: Length) {
    let line = Rect(x: 0, y: strip.height - rule.width, width: measure, height: rule.width)
    strip.pieces.append(.artifact(line, colour: style.colour(rule.colour)))
  }

  /// The widths of the columns: each as wide as its widest cell; if that is too much, the columns
  /// of words give way, in proportion to how far they are wider than their longest word.
  private func columnWidths(
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

  private static func alignment(of column: Table.Alignment) -> ParagraphStyle.Alignment {
    switch column {
    case .start: .left
    case .centre: .centre
    case .end: .right
    }
  }
}
