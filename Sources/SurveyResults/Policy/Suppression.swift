/// Applies the policy to counts, once, at import.
///
/// What is withheld is not kept: the counts go, the reason stays. Each question, or item of one, and
/// wave is treated by itself, filters first: its sheet withholds small groups and sensitive cells, then
/// what they would follow from (`AnswerSheet`). A base that is a withheld answer of the filter is
/// withheld with its answers. What the plan never asks for is not kept either.
package struct Suppression {
  package let policy: Policy
  package let questions: [Question]
  package let breakdowns: [Breakdown]
  package let plan: [PublicationRule]
  /// The breakdown by which respondents are weighted; nil for none.
  package let strata: String?

  package init(
    policy: Policy, questions: [Question], breakdowns: [Breakdown], plan: [PublicationRule],
    strata: String? = nil
  ) {
    self.policy = policy
    self.questions = questions
    self.breakdowns = breakdowns
    self.plan = plan
    self.strata = strata
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
  ///     segments of each breakdown, the complement of a segment the sum of the others, and a segment
  ///     the sum of its crossings.
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
      let keys = question.answerKeys
      let answers = AnswerSums(of: question)
      for item in question.items.isEmpty ? [nil] : question.items.map({ Optional($0.id) }) {
        for wave in waves {
          let bases = sheets[SheetKey(question: question.id, item: item, wave: wave)] ?? []
          let relied = bases.filter { isRelied(on: $0) }
          if relied.isEmpty { continue }
          let sums = SegmentSums(of: relied.map(\.segment), breakdowns: breakdowns, strata: strata)
          let bySegment = Dictionary(uniqueKeysWithValues: bases.map { ($0.segment, counts[$0]) })
          var sheet = AnswerSheet(
            question: question, policy: policy, sums: sums, answers: answers,
            counts: bySegment.compactMapValues { $0 })
          for (place, segment) in sums.segments.enumerated() {
            if responded(segment, wave) < policy.group { sheet.drop(place) }
            let key = BaseKey(
              question: question.id, item: item, segment: segment, wave: wave)
            if isFilterWithheld(of: question, at: key, in: kept) { sheet.close(place) }
          }
          sheet.protect()
          let shown = Set(relied.filter { isPlanned($0.question, $0.segment) })
          for (place, segment) in sums.segments.enumerated() {
            let key = BaseKey(
              question: question.id, item: item, segment: segment, wave: wave)
            guard shown.contains(key), let base = counts[key] else { continue }
            kept[key] = sheet.result(for: place, of: base, keys: keys)
          }
        }
      }
    }
    return kept
  }

  private func isPlanned(_ question: String, _ segment: SegmentKey) -> Bool {
    plan.contains { $0.allows(question, for: segment) }
  }

  /// Whether a base is shown, or is what decides whether the base of a filtered question is.
  private func isRelied(on key: BaseKey) -> Bool {
    isPlanned(key.question, key.segment)
      || questions.contains { question in
        guard question.filter?.hasPrefix(key.question + ".") == true else { return false }
        var filtered = key
        filtered.question = question.id
        return isRelied(on: filtered)
      }
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
    let answer = AnswerKey(String(filter[filter.index(after: dot)...]))
    if case .withheld = counts.answers[answer] { return true }
    return false
  }
}
