import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

// MARK: - Tables
extension Galley {
  /// The rows of a table or of a group, if they are at most so many, had better not be parted.
  private static let fewRows = 6

  /// The strips of a table: one for each row, and for each head of a group, which holds on to the
  /// first of its rows; the header rows hold on to the first row.
  ///
  /// A row that is too high for the frames of the style has a strip for each line.
  func strips(of unit: TableUnit, measure: Length, into log: inout DiagnosticLog) -> [Strip] {
    let table = unit.table
    let looks = TableLooks(setting, into: &log)
    let columns = columns(of: table, looks: looks, measure: measure, into: &log)
    let form = TableForm(
      unit: unit, looks: looks, measure: measure, widths: columns.widths, lines: columns.lines)
    var strips: [Strip] = []
    for index in table.header.indices {
      let cells = self.cells(
        row: table.header[index], number: index, elements: unit.elements.header[index],
        in: form, into: &log)
      var strip = whole(cells)
      strip.boundary = index == 0 ? .free : .joined
      if index == table.header.count - 1 {
        addRule(self.style.table.headerRule, to: &strip, measure)
      }
      strips.append(strip)
    }
    let head = strips
    for run in table.runs {
      strips += self.strips(of: run, in: form, below: head, into: &log)
    }
    let gap = self.style.baseline / 2
    if !strips.isEmpty {
      strips[0].spaceBefore = gap
      strips[strips.count - 1].spaceAfter = gap
    }
    return strips
  }

  /// A table with its looks and the widths of its columns.
  private struct TableForm {
    var unit: TableUnit
    var looks: TableLooks
    var measure: Length
    var widths: [Length]
    /// The cells that are one line where nothing bounds them, by row, those of the header first.
    var lines: [[TextLine?]]
  }

  /// The strips of a run of rows, with the head of their group.
  private func strips(
    of run: (group: Int?, rows: Range<Int>), in form: TableForm, below head: [Strip],
    into log: inout DiagnosticLog
  ) -> [Strip] {
    let (unit, measure) = (form.unit, form.measure)
    let table = unit.table
    var strips: [Strip] = []
    var repeated = head
    if let index = run.group {
      let group = table.groups[index]
      var opening = groupHead(
        group.head, element: unit.elements.groups[index], measure: measure, into: &log)
      opening.boundary = run.rows.lowerBound == 0 && !head.isEmpty ? .joined : .free
      opening.repeatedHead = head
      strips.append(opening)
      repeated.append(
        groupHead(
          group.continuation, element: unit.elements.groups[index], measure: measure, into: &log))
    }
    for row in run.rows {
      let cells = self.cells(
        row: table.rows[row], number: table.header.count + row,
        elements: unit.elements.rows[row], in: form, into: &log)
      var own = rows(cells)
      let isFirst = row == run.rows.lowerBound
      let isBelowHead = isFirst && (run.group != nil || !head.isEmpty)
      own[0].boundary =
        isBelowHead
        ? .joined : Self.boundary(aboveRow: row - run.rows.lowerBound, of: run.rows.count)
      for index in own.indices {
        own[index].repeatedHead = isFirst && index == 0 ? head : repeated
      }
      let isLast = row == table.rows.count - 1
      addRule(
        isLast ? self.style.table.headerRule : self.style.table.rowRule, to: &own[own.count - 1],
        measure)
      strips += own
    }
    return strips
  }

  /// Two rows stand below a head at least, and two on the last page.
  private static func boundary(aboveRow index: Int, of count: Int) -> Strip.Boundary {
    if index == 0 { return .free }
    if index == 1 || index == count - 1 { return .kept }
    return count <= fewRows ? .together : .free
  }

  /// The head of a group of rows, over the whole measure.
  private func groupHead(
    _ text: [Inline], element: Int, measure: Length, into log: inout DiagnosticLog
  ) -> Strip {
    var paragraph = style.paragraph("table-cell")
    paragraph.text.weight = max(paragraph.text.weight, 600)
    let look = CellLooks.Look(
      paragraph: paragraph, baseline: setting.baseline(in: paragraph, into: &log))
    let cell = self.cell(
      text, element: element, look: look, at: (0, measure), into: &log)
    var strip = whole([cell])
    strip.move(x: 0, y: style.table.cellPadding)
    strip.height = strip.height + style.table.cellPadding
    return strip
  }

  // MARK: Rows

  /// The lines of a cell: their pieces relative to the top of the first, and their notes.
  private struct CellLines {
    var leading: Length
    var lines: [(pieces: [StripPiece], notes: [Int])] = []
  }

  private func cells(
    row: [Table.Cell], number: Int, elements: [Int], in form: TableForm,
    into log: inout DiagnosticLog
  ) -> [CellLines] {
    let isHeader = number < form.unit.table.header.count
    let looks = isHeader ? form.looks.header : form.looks.body
    var left: Length = 0
    var cells: [CellLines] = []
    for (column, cell) in row.enumerated() where column < form.widths.count {
      var look = looks.look(of: cell)
      look.paragraph.alignment = Self.alignment(of: form.unit.table.columns[column])
      cells.append(
        self.cell(
          cell.text, line: form.lines[number][column], element: elements[column], look: look,
          at: (left, form.widths[column]), into: &log))
      left = left + form.widths[column] + style.table.columnGap
    }
    return cells
  }

  /// The lines of a cell.
  ///
  /// - Parameter line: the whole cell on one line, if it was set so.
  private func cell(
    _ written: [Inline], line: TextLine? = nil, element: Int, look: CellLooks.Look,
    at place: (left: Length, width: Length),
    into log: inout DiagnosticLog
  ) -> CellLines {
    let (paragraph, width) = (look.paragraph, place.width)
    let text = setting.resolved(written)
    let range = written.first?.range
    let lines: [TextLine]
    if let line, line.width <= width {
      lines = [line.aligned(TextSetting.alignment(paragraph.alignment), in: width)]
    } else {
      lines = setting.lines(text, in: paragraph, measure: width, into: &log, at: range)
    }
    var cell = CellLines(leading: paragraph.leading)
    for (index, line) in lines.enumerated() {
      if line.width > width + 0.5 { log.report(.overfullLine(by: line.width - width, at: range)) }
      let pieces = line.pieces(
        of: text, in: paragraph.text, element: element, left: place.left,
        baseline: paragraph.leading * Double(index) + look.baseline)
      cell.lines.append((pieces, line.notes(in: text)))
    }
    return cell
  }

  /// A row in one strip.
  private func whole(_ cells: [CellLines]) -> Strip {
    let padding = style.table.cellPadding
    var strip = Strip(height: padding * 2)
    for cell in cells {
      for line in cell.lines {
        strip.pieces += line.pieces
        strip.notes += line.notes
      }
      let height = padding * 2 + cell.leading * Double(max(1, cell.lines.count))
      strip.height = max(strip.height, height)
    }
    strip.move(x: 0, y: padding)
    return strip
  }

  /// A row; one that is too high for the frames of the style has a strip for each line, so that
  /// pages may part it as they part a paragraph.
  private func rows(_ cells: [CellLines]) -> [Strip] {
    let row = whole(cells)
    let count = cells.map(\.lines.count).max() ?? 0
    guard count > 3, row.height > style.leastFrameHeight / 2, let leading = cells.first?.leading
    else { return [row] }
    let padding = style.table.cellPadding
    return (0..<count).map { number in
      var strip = Strip(height: leading)
      for cell in cells where number < cell.lines.count {
        strip.pieces += cell.lines[number].pieces
        strip.notes += cell.lines[number].notes
      }
      strip.move(x: 0, y: 0 - leading * Double(number))
      if number == 0 {
        strip.move(x: 0, y: padding)
        strip.height = strip.height + padding
      }
      if number == count - 1 { strip.height = strip.height + padding }
      strip.boundary = number < 2 || number > count - 2 ? .kept : .together
      return strip
    }
  }

  private func addRule(_ rule: ParagraphStyle.Rule, to strip: inout Strip, _ measure: Length) {
    let line = Rect(x: 0, y: strip.height - rule.width, width: measure, height: rule.width)
    strip.pieces.append(.artifact(line, colour: style.colour(rule.colour)))
  }

  private static func alignment(of column: Table.Alignment) -> ParagraphStyle.Alignment {
    switch column {
    case .start: .left
    case .centre: .centre
    case .end: .right
    }
  }
}
