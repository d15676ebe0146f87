import DocumentTree
import ReportSpec
import SurveyResults

extension BlockComposer {
  /// The answers in the order of a chart's rows.
  ///
  /// Answers on a scale keep it. Others go by size: by that of the reference segment, or by the
  /// largest of all; what gathers the rest, then "none of these", then "don't know" stand
  /// last. Equal answers keep the order of the questionnaire.
  func orderedAnswers(of request: ChartRequest, cells: ChartCells) -> [String] {
    let selection = request.selection
    let question = selection.question
    let order = request.order ?? (question.isScale ? .given : .descending)
    if order == .given { return selection.answers }
    let places = request.kind == .ranking ? question.places.map { Places.top($0) } : nil
    let sizes = selection.answers.map { answer in
      size(of: request, cells: cells) {
        ChartKey(
          item: selection.items[0], answer: answer, segment: $0, wave: $1, places: places)
      }
    }
    return sorted(selection.answers, by: sizes, order) { answer in
      let category = question.categories.first { $0.id == answer }
      if category?.isDontKnow == true { return 3 }
      if category?.isNone == true { return 2 }
      return category?.isRest == true ? 1 : 0
    }
  }

  /// The items of a battery in the order of a chart's rows: as asked, or by the net of each.
  func orderedItems(of request: ChartRequest, cells: ChartCells) -> [String?] {
    let selection = request.selection
    let order = request.order ?? (request.net == nil ? .given : .descending)
    guard order != .given, let answer = request.net ?? selection.answers.first,
      selection.items.count > 1
    else { return selection.items }
    let sizes = selection.items.map { item in
      size(of: request, cells: cells) {
        ChartKey(item: item, answer: answer, segment: $0, wave: $1)
      }
    }
    return sorted(selection.items, by: sizes, order) { _ in 0 }
  }

  /// The share by which a row is ordered: that of the reference segment, or the largest.
  private func size(
    of request: ChartRequest, cells: ChartCells,
    key: (SegmentKey, String) -> ChartKey
  ) -> Double {
    let cohorts = request.selection.cohorts.filter { cohort in
      request.reference.map { $0 == cohort.segment } ?? true
    }
    // Earlier waves do not decide.
    let latest = request.selection.waves.last
    return cohorts.filter { $0.wave == latest }.compactMap { segment, wave in
      cells.figure(of: key(segment, wave), question: request.selection.question.id)?.exactPercent
    }.max() ?? 0
  }

  private func sorted<Element>(
    _ elements: [Element], by sizes: [Double], _ order: ChartSpec.Order,
    rank: (Element) -> Int
  ) -> [Element] {
    let entries = elements.indices.map { ($0, elements[$0], sizes[$0], rank(elements[$0])) }
    return entries.sorted { left, right in
      if left.3 != right.3 { return left.3 < right.3 }
      if left.2 != right.2 { return order == .descending ? left.2 > right.2 : left.2 < right.2 }
      return left.0 < right.0
    }.map(\.1)
  }
}
