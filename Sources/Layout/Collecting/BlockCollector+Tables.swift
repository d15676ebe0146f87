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
    let elements = elements(of: table, number: tables, below: element)
    for cell in table.header.joined() { collectNotes(markedIn: cell.text, at: place) }
    for run in table.runs {
      if let group = run.group { collectNotes(markedIn: table.groups[group].head, at: place) }
      for cell in table.rows[run.rows].joined() { collectNotes(markedIn: cell.text, at: place) }
    }
    let unit = TableUnit(table: table, elements: elements)
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

  /// The elements of a table's cells: headers with an id and a scope, cells with their headers. Each
  /// group of rows is a body of its own.
  private mutating func elements(
    of table: Table, number: Int, below element: Int
  ) -> TableUnit.Elements {
    let head = structure.add(StructureElement(role: .tableHead), to: element)
    var elements = TableUnit.Elements()
    elements.header = table.header.enumerated().map { rowIndex, row in
      let line = structure.add(StructureElement(role: .tableRow), to: head)
      return row.enumerated().map { column, cell in
        // A corner without words heads nothing.
        cell.text.plainText.isEmpty
          ? structure.add(StructureElement(role: .tableCell), to: line)
          : addHeader("t\(number)h\(rowIndex)c\(column)", scope: .column, to: line)
      }
    }
    let heads = table.columns.indices.map { column in
      table.header.enumerated().compactMap { rowIndex, heads -> String? in
        guard heads.indices.contains(column), !heads[column].text.plainText.isEmpty else {
          return nil
        }
        return "t\(number)h\(rowIndex)c\(column)"
      }
    }
    for run in table.runs {
      let body = structure.add(StructureElement(role: .tableBody), to: element)
      var group: String?
      if let index = run.group {
        let line = structure.add(StructureElement(role: .tableRow), to: body)
        let id = "t\(number)g\(index)"
        group = id
        elements.groups.append(
          addHeader(id, scope: .column, columns: table.columns.count, to: line))
      }
      for rowIndex in run.rows {
        let line = structure.add(StructureElement(role: .tableRow), to: body)
        let id = "t\(number)r\(rowIndex)c"
        elements.rows.append(
          cells(table.rows[rowIndex], id: id, heads: heads, group: group, below: line))
      }
    }
    return elements
  }

  /// The elements of a row's cells.
  ///
  /// - Parameters:
  ///   - row: the cells.
  ///   - id: what the ids of the row's headers begin with; their column follows.
  ///   - heads: the ids of the headers of each column.
  ///   - group: the id of the head of the row's group; nil for none.
  ///   - line: the element of the row.
  private mutating func cells(
    _ row: [Table.Cell], id: String, heads: [[String]], group: String?, below line: Int
  ) -> [Int] {
    var shared: [String] = []
    if let group { shared.append(group) }
    if let header = row.firstIndex(where: \.isRowHeader) { shared.append("\(id)\(header)") }
    return row.indices.map { column in
      if row[column].isRowHeader { return addHeader("\(id)\(column)", scope: .row, to: line) }
      var cell = StructureElement(role: .tableCell)
      cell.headers = (heads.indices.contains(column) ? heads[column] : []) + shared
      return structure.add(cell, to: line)
    }
  }

  private mutating func addHeader(
    _ id: String, scope: StructureElement.Scope, columns: Int = 1, to line: Int
  ) -> Int {
    var cell = StructureElement(role: .tableHeader)
    cell.scope = scope
    cell.id = id
    cell.columnSpan = columns
    return structure.add(cell, to: line)
  }
}
