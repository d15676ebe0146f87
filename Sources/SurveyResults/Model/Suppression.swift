/// Applies the policy to counts, once, at import.
///
/// What is withheld is not kept: the counts go, the reason stays. Each question is treated by itself,
/// filters first: its sheet withholds small groups and sensitive cells, then what they would follow
/// from (`AnswerSheet`). A base that is a withheld answer of the filter is withheld with its answers.
package struct Suppression {
  package let policy: Policy
  package let questions: [Question]
  package let breakdowns: [Breakdown]

  package init(policy: Policy, questions: [Question], breakdowns: [Breakdown]) {
    self.policy = policy
    self.questions = questions
    self.breakdowns = breakdowns
  }

  private struct SheetKey: Hashable {
    var question: String
    var item: String?
    var wave: String
  }

  /// The counts that may be kept.
  ///
  /// - Parameters:
  ///   - counts: all counts of the waves that have data. The total must be the sum of the reported
  ///     segments of each breakdown, and the complement of a segment the sum of the others.
  ///   - responded: how many took part, by segment and wave.
  package func apply(
    to counts: [BaseKey: BaseCounts], responded: (SegmentKey, String) -> Int
  ) -> [BaseKey: BaseCounts] {
    let sheets = Dictionary(grouping: counts.keys) {
      SheetKey(question: $0.question, item: $0.item, wave: $0.wave)
    }
    let waves = Set(counts.keys.map(\.wave)).sorted()
    var kept: [BaseKey: BaseCounts] = [:]
    for question in questions {
      for item in question.items.isEmpty ? [nil] : question.items.map({ Optional($0.id) }) {
        for wave in waves {
          let keys = sheets[SheetKey(question: question.id, item: item, wave: wave)] ?? []
          var sheet = AnswerSheet(
            question: question, policy: policy, breakdowns: breakdowns,
            counts: Dictionary(
              uniqueKeysWithValues: keys.compactMap { key in
                counts[key].map { (key.segment, $0) }
              }))
          for key in keys {
            if responded(key.segment, wave) < policy.group { sheet.drop(key.segment) }
            if isFilterWithheld(of: question, at: key, in: kept) { sheet.close(key.segment) }
          }
          sheet.protect()
          for key in keys { kept[key] = sheet.result(for: key.segment) }
        }
      }
    }
    return kept
  }

  /// Whether the base of a filtered question is an answer that is withheld.
  private func isFilterWithheld(
    of question: Question, at key: BaseKey, in kept: [BaseKey: BaseCounts]
  ) -> Bool {
    guard let filter = question.filter, let dot = filter.firstIndex(of: ".") else { return false }
    var source = key
    source.question = String(filter[..<dot])
    source.item = nil
    guard let counts = kept[source] else { return false }
    if case .withheld = counts.answers[String(filter[filter.index(after: dot)...])] { return true }
    return false
  }
}
