import DocumentTree
import SurveyResults
import SurveyStatistics

/// A table of answers by cohorts: a row for each answer, a column for each segment and wave.
///
/// Tables of results and straight counts are made of it; the cells come through the door as those of
/// charts do, so that the same marks and notes hold.
struct AnswerTable {
  /// What stands in a cell.
  enum Show {
    case percent
    case count
  }

  /// The names of the columns, each with its base; the first is that of the answers and is empty.
  private(set) var heads: [Table.Cell] = []
  /// The rows, the name of the answer first.
  private(set) var rows: [[Table.Cell]] = []
  /// The items of a battery, as groups of rows; none for a single item or one answer of each.
  private(set) var groups: [Table.Group] = []

  /// Makes a table of the items and answers of a selection.
  ///
  /// - Parameters:
  ///   - selection: the question with its answers, items and cohorts.
  ///   - show: what stands in a cell.
  ///   - composer: names segments, waves and answers.
  ///   - cells: asks the door, and remembers marks and printed figures.
  init(
    _ selection: ChartSelection, show: Show, composer: BlockComposer, cells: inout ChartCells
  ) {
    let question = selection.question
    let isGrouped = selection.items.count > 1 && selection.answers.count > 1
    for item in selection.items {
      let label = question.items.first { $0.id == item }?.label
      if isGrouped, let label {
        groups.append(composer.group([Inline(label, origin: .label)], firstRow: rows.count))
      }
      for answer in selection.answers {
        let own = composer.label(of: answer, in: question)
        let isNamed = !isGrouped && selection.items.count > 1
        let name = isNamed ? label.map { "\($0): \(own)" } ?? own : own
        var row = [Table.Cell([Inline(name, origin: .label)], isRowHeader: true)]
        for (segment, wave) in selection.cohorts {
          let figure = cells.figure(
            question.id, item: item, answer: answer, segment: segment, wave: wave)
          let canonical = composer.canonical(question.id, item, answer, segment, wave)
          row.append(
            Table.Cell([Self.text(figure, show: show, canonical: canonical, cells: &cells)]))
        }
        rows.append(row)
      }
    }
    heads = Self.heads(of: selection.items[0], in: selection, composer: composer, cells: &cells)
  }

  /// The names of the columns, each with its base for an item.
  static func heads(
    of item: String?, in selection: ChartSelection, composer: BlockComposer,
    cells: inout ChartCells
  ) -> [Table.Cell] {
    var heads = [Table.Cell([Inline("", origin: .label)])]
    for (segment, wave) in selection.cohorts {
      let name = Inline(composer.cohortName(segment, wave, in: selection), origin: .label)
      let base = cells.detail(selection.question, item: item, segment: segment, wave: wave)
      let detail = base.isEmpty ? [] : [Inline("\n", origin: .label)] + base
      heads.append(Table.Cell([name] + detail))
    }
    return heads
  }

  private static func text(
    _ figure: Figure?, show: Show, canonical: String, cells: inout ChartCells
  ) -> Inline {
    if show == .count, let figure, let proportion = figure.proportion {
      return cells.count(proportion.count, of: figure, canonical: canonical)
    }
    switch cells.cell(figure, canonical: canonical) {
    case .value(let value): return value.label
    case .noBar(let reason): return reason
    case .absent: return Inline("–", origin: .label)
    }
  }
}
