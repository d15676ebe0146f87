import DocumentTree
import Drawing
import HouseStyle
import PageModel

// MARK: - Charts

extension BlockCollector {
  /// A chart: title, subtitle, picture, and notes in one piece; where its words are a table, that
  /// follows the picture in the tree.
  mutating func collect(_ chart: Chart, at place: Place) -> [FlowUnit] {
    var units: [FlowUnit] = []
    if !chart.title.isEmpty {
      units.append(paragraph(chart.title, style: "chart-title", role: .paragraph, at: place))
    }
    if !chart.subtitle.isEmpty {
      units.append(paragraph(chart.subtitle, style: "chart-subtitle", role: .paragraph, at: place))
    }
    var elements = ChartElements()
    // A chart without any value has nothing to picture: its table says why.
    let hasPicture = chart.tableWords == nil || chart.cells.joined().contains { $0.value != nil }
    if hasPicture { elements.figure = figure(of: chart, at: place) }
    if let words = chart.tableWords { elements.table = table(of: chart, with: words, at: place) }
    charts += 1
    let unit = ChartUnit(number: charts, chart: chart, elements: elements)
    units.append(FlowUnit(content: .chart(unit), indent: place.indent))
    for note in chart.notes {
      units.append(paragraph(note, style: "chart-note", role: .paragraph, at: place))
    }
    for index in units.indices.dropFirst() { units[index].boundary = .joined }
    return units
  }

  private mutating func figure(of chart: Chart, at place: Place) -> Int {
    var figure = StructureElement(role: .figure)
    var text = ""
    for inline in chart.alternativeText {
      let start = text.utf8.count
      text += inline.text
      if case .figure(let index) = inline.origin {
        figure.alternativeFigures.append(.init(bytes: start..<text.utf8.count, figure: index))
      }
    }
    figure.alternativeText = text
    return structure.add(figure, to: place.element)
  }

  private mutating func table(
    of chart: Chart, with words: Chart.TableWords, at place: Place
  ) -> ChartTableElements {
    var elements = ChartTableElements()
    if chart.hasSignificance, !chart.significanceLegend.isEmpty {
      elements.significanceLegend = structure.add(
        StructureElement(role: .paragraph), to: place.element)
    }
    tables += 1
    var table = StructureElement(role: .table)
    table.summary = chart.title.isEmpty ? nil : chart.title.plainText
    let root = structure.add(table, to: place.element)
    var builder = ChartTableBuilder(
      chart: chart, words: words, number: tables, elements: elements)
    builder.build(below: root, in: &structure)
    chartCells += builder.cells
    return builder.elements
  }
}

/// Makes the structure elements of the table behind a chart: a head of the names of the series, and a
/// line for each row, below a line for each heading of a group.
///
/// The tree is handed from step to step and never kept: a second holder would copy all of it.
private struct ChartTableBuilder {
  let chart: Chart
  let words: Chart.TableWords
  /// The number of the table in the document, for the ids of its headers.
  let number: Int
  var elements: ChartTableElements
  var cells: [ChartCell] = []
  private var heads: [String?] = []
  private var summaryHead: String?

  /// Whether rows stand side by side, each with the heading of its group in its name.
  private var isUpright: Bool { chart.kind == .columns || chart.kind == .lines }
  private var hasSummaries: Bool { chart.rows.contains { $0.summary != nil } }
  private var columns: Int { 1 + chart.series.count + (hasSummaries ? 1 : 0) }

  init(chart: Chart, words: Chart.TableWords, number: Int, elements: ChartTableElements) {
    self.chart = chart
    self.words = words
    self.number = number
    self.elements = elements
  }

  mutating func build(below root: Int, in structure: inout StructureTree) {
    buildHead(below: root, in: &structure)
    let body = structure.add(StructureElement(role: .tableBody), to: root)
    var group: String?
    for (index, row) in chart.rows.enumerated() {
      if row.opensGroup { group = nil }
      var heading: Int?
      if !row.heading.isEmpty, !isUpright {
        let line = structure.add(StructureElement(role: .tableRow), to: body)
        let id = "t\(number)g\(index)"
        heading = header(
          row.heading.plainText, id, .init(scope: .row, columns: columns, line: line),
          in: &structure)
        group = id
      }
      elements.headings.append(heading)
      build(index, group: group, below: body, in: &structure)
    }
  }

  /// The names of the series and of the column at the right; none if nothing has a name.
  private mutating func buildHead(below root: Int, in structure: inout StructureTree) {
    let hasNames = chart.series.contains { !$0.label.isEmpty }
    let hasSummaryName = hasSummaries && !chart.summaryHeading.isEmpty
    guard hasNames || hasSummaryName else {
      heads = chart.series.map { _ in nil }
      elements.series = heads.map { _ in nil }
      return
    }
    let head = structure.add(StructureElement(role: .tableHead), to: root)
    let line = structure.add(StructureElement(role: .tableRow), to: head)
    _ = structure.add(StructureElement(role: .tableCell), to: line)
    for (index, series) in chart.series.enumerated() {
      let id = series.label.isEmpty ? nil : "t\(number)h\(index)"
      heads.append(id)
      elements.series.append(
        header(series.label.plainText, id, .init(scope: .column, line: line), in: &structure))
    }
    guard hasSummaries else { return }
    summaryHead = hasSummaryName ? "t\(number)s" : nil
    elements.summaryHeading = header(
      chart.summaryHeading.plainText, summaryHead, .init(scope: .column, line: line),
      in: &structure)
  }

  /// What a header heads, over how many columns it stands, and the element of its line.
  private struct HeaderPlace {
    var scope: StructureElement.Scope
    var columns = 1
    var line: Int
  }

  /// A header with an id; without one an empty cell.
  private mutating func header(
    _ text: String, _ id: String?, _ place: HeaderPlace, in structure: inout StructureTree
  ) -> Int {
    var cell = StructureElement(role: id == nil ? .tableCell : .tableHeader)
    cell.id = id
    cell.scope = id == nil ? nil : place.scope
    cell.columnSpan = place.columns
    let element = structure.add(cell, to: place.line)
    add(ChartCell(element: element, text: text))
    return element
  }

  private mutating func build(
    _ index: Int, group: String?, below body: Int, in structure: inout StructureTree
  ) {
    let row = chart.rows[index]
    let line = structure.add(StructureElement(role: .tableRow), to: body)
    let isNamed = !row.label.isEmpty || !row.detail.isEmpty
    let id = isNamed ? "t\(number)r\(index)" : nil
    let label = (isUpright ? row.heading : []) + row.label
    let name = header(label.plainText, id, .init(scope: .row, line: line), in: &structure)
    if isNamed, let group { structure.elements[name].headers = [group] }
    elements.rows.append(name)
    let headers = [group, id].compactMap(\.self)
    elements.cells.append(
      chart.cells[index].enumerated().map { series, cell in
        let head = heads[series].map { [$0] } ?? []
        let element = dataCell(headers: head + headers, of: line, in: &structure)
        return build(cell, row: index, series: series, as: element, in: &structure)
      })
    guard hasSummaries else { return }
    let cell = dataCell(
      headers: [summaryHead].compactMap(\.self) + headers, of: line, in: &structure)
    var marked = ChartCell(element: cell)
    if let summary = row.summary {
      marked.text = summary.text.plainText
      if let mark = summary.significance {
        marked.mark = figure(words.word(for: mark), below: cell, in: &structure)
      }
    }
    add(marked)
    elements.summaries.append(marked)
  }

  private mutating func build(
    _ cell: Chart.Cell, row: Int, series: Int, as element: Int, in structure: inout StructureTree
  ) -> ChartCell {
    var marked = ChartCell(element: element)
    switch cell {
    case .absent: break
    case .noBar(let reason): marked.text = reason.text
    case .value(let value):
      marked.text = value.label.text
      if let mark = value.significance {
        marked.mark = figure(words.word(for: mark), below: element, in: &structure)
      }
      let names = chart.rows[row].detail + chart.series[series].detail
      if value.isIndicative, !names.plainText.contains(words.indicative) {
        marked.bar = figure(words.indicative, below: element, in: &structure)
      }
    }
    add(marked)
    return marked
  }

  private func dataCell(
    headers: [String], of line: Int, in structure: inout StructureTree
  ) -> Int {
    var cell = StructureElement(role: .tableCell)
    cell.headers = headers
    return structure.add(cell, to: line)
  }

  private func figure(_ text: String, below cell: Int, in structure: inout StructureTree) -> Int {
    var figure = StructureElement(role: .figure)
    figure.alternativeText = text
    return structure.add(figure, to: cell)
  }

  private mutating func add(_ cell: ChartCell) {
    if !cell.text.isEmpty { cells.append(cell) }
  }
}
