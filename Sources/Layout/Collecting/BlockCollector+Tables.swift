import DocumentTree
import Drawing
import HouseStyle
import PageModel

// MARK: - Tables
extension BlockCollector {
  mutating func collect(_ table: Table, at place: Place) -> [FlowUnit] {
    var units: [FlowUnit] = []
    if !table.title.isEmpty {
      units.append(paragraph(table.title, style: "table-title", role: .paragraph, at: place))
    }
    tables += 1
    let element = structure.add(StructureElement(role: .table), to: place.element)
    let (header, rows) = cells(of: table, number: tables, below: element)
    for cell in (table.header + table.rows).joined() {
      collectNotes(markedIn: cell.text, at: place)
    }
    let unit = TableUnit(
      table: table, headerElements: header, rowElements: rows, number: tables)
    units.append(
      FlowUnit(
        content: .table(unit), indent: place.indent, boundary: units.isEmpty ? .free : .joined))
    for note in table.notes {
      var unit = paragraph(note, style: "table-note", role: .paragraph, at: place)
      unit.boundary = .joined
      units.append(unit)
    }
    return units
  }

  /// The elements of a table's cells: headers with an id and a scope, cells with their headers.
  private mutating func cells(
    of table: Table, number: Int, below element: Int
  ) -> (header: [[Int]], rows: [[Int]]) {
    let head = structure.add(StructureElement(role: .tableHead), to: element)
    let header = table.header.enumerated().map { rowIndex, row in
      let line = structure.add(StructureElement(role: .tableRow), to: head)
      return row.indices.map { column in
        var cell = StructureElement(role: .tableHeader)
        cell.scope = .column
        cell.id = "t\(number)h\(rowIndex)c\(column)"
        return structure.add(cell, to: line)
      }
    }
    let body = structure.add(StructureElement(role: .tableBody), to: element)
    let rows = table.rows.enumerated().map { rowIndex, row in
      let line = structure.add(StructureElement(role: .tableRow), to: body)
      let rowHeader = row.firstIndex { $0.isRowHeader }
      return row.enumerated().map { column, content in
        var cell = StructureElement(role: content.isRowHeader ? .tableHeader : .tableCell)
        if content.isRowHeader {
          cell.scope = .row
          cell.id = "t\(number)r\(rowIndex)c\(column)"
        } else {
          cell.headers = table.header.indices.map { "t\(number)h\($0)c\(column)" }
          if let rowHeader { cell.headers.append("t\(number)r\(rowIndex)c\(rowHeader)") }
        }
        return structure.add(cell, to: line)
      }
    }
    return (header, rows)
  }
}
