import Charts
import PageModel

/// The structure elements of a chart.
struct ChartElements {
  /// The picture; nil for a chart that has nothing to picture.
  var figure: Int?
  /// The table that the words of the drawing are; nil if they are part of the picture.
  var table: ChartTableElements?

  /// What a part of the drawing belongs to.
  func owner(of part: ChartPart) -> StripPiece.Owner {
    let picture = figure.map { StripPiece.Owner.element($0) } ?? .artifact
    guard let table else { return picture }
    guard !part.isRepeated else { return .artifact }
    return table.owner(of: part.element).map { .element($0) } ?? picture
  }
}

/// The structure elements of the table behind a chart.
struct ChartTableElements {
  /// What the marks of significance say; a paragraph in front of the table.
  var significanceLegend: Int?
  /// The heads of the series; nil for those of a table without a head.
  var series: [Int?] = []
  /// The head of the column at the right.
  var summaryHeading: Int?
  /// The headings of groups, by row.
  var headings: [Int?] = []
  /// The heads of the rows.
  var rows: [Int] = []
  /// The cells: one list per row, one cell per series.
  var cells: [[ChartCell]] = []
  /// The cells of the column at the right.
  var summaries: [ChartCell] = []

  /// The element that a part of the drawing belongs to; nil for what is part of the picture.
  func owner(of part: ChartPart.Element) -> Int? {
    switch part {
    case .legend(let series), .name(let series): self.series[series]
    case .heading(let row): headings[row] ?? rows[row]
    case .label(let row), .detail(let row): rows[row]
    case .value(let row, let series), .reason(let row, let series): cells[row][series].element
    case .significance(let row, let series): cells[row][series].mark
    case .bar(let row, let series), .dot(let row, let series): cells[row][series].bar
    case .summaryHeading: summaryHeading
    case .summary(let row): summaries[row].element
    case .summarySignificance(let row): summaries[row].mark
    case .significanceLegend: significanceLegend
    default: nil
    }
  }
}

/// A cell of the table behind a chart.
struct ChartCell {
  /// Its element.
  var element: Int
  /// What it says; empty for a cell that says nothing.
  var text = ""
  /// The mark of significance, a picture in the cell.
  var mark: Int?
  /// The hatched bar or hollow dot of a small base that no name says, a picture in the cell.
  var bar: Int?
}

extension StructureTree {
  /// Brings the cells of the tables behind charts to their end, once all content is placed: the words
  /// stand before the marks, a mark that is not drawn is not there, and words that are not drawn (a
  /// share of zero, a value for which a line has no room) are said all the same.
  mutating func complete(_ cells: [ChartCell]) {
    for cell in cells {
      let children = elements[cell.element].children
      // Words alone are in order.
      if case .content? = children.first, children.count == 1 { continue }
      let words = children.filter { if case .element = $0 { false } else { true } }
      let marks = children.filter { child in
        guard case .element(let index) = child else { return false }
        return !elements[index].children.isEmpty
      }
      elements[cell.element].children = words + marks
      guard words.isEmpty else { continue }
      var span = StructureElement(role: .span)
      span.actualText = cell.text
      let index = add(span, to: cell.element)
      elements[cell.element].children = [.element(index)] + marks
    }
  }
}
