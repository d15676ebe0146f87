/// Applies the policy to counts, once, at import.
///
/// What is withheld is not kept: the counts go, the reason stays. Primary rules first (small groups,
/// sensitive cells, dominance), then secondary suppression over everything the plan can print.
package struct Suppression {
  package let policy: Policy
  package let questions: [Question]
  package let breakdowns: [Breakdown]

  package init(policy: Policy, questions: [Question], breakdowns: [Breakdown]) {
    self.policy = policy
    self.questions = questions
    self.breakdowns = breakdowns
  }

  /// The counts that may be kept.
  ///
  /// - Parameters:
  ///   - counts: all counts of the waves that have data.
  ///   - responded: how many took part, by wave and segment.
  package func apply(
    to counts: [BaseKey: BaseCounts], responded: (SegmentKey, String) -> Int
  ) -> [BaseKey: BaseCounts] {
    // 1. Of a group under the bound, and of what is left when one is taken away, nothing is kept.
    var kept = counts.filter { key, _ in responded(key.segment, key.wave) >= policy.group }
    let sensitive = Set(questions.filter { $0.sensitivity != nil }.map(\.id))
    for key in kept.keys.sorted() where sensitive.contains(key.question) {
      withholdCells(of: key, in: &kept)
    }
    for key in kept.keys.sorted() where sensitive.contains(key.question) {
      protectWithinQuestion(key, in: &kept)
    }
    protectAcrossSegments(in: &kept)
    return kept
  }

  /// Sensitive answers that few gave, few did not give, or nearly all of a small base gave.
  private func withholdCells(of key: BaseKey, in kept: inout [BaseKey: BaseCounts]) {
    guard let counts = kept[key] else { return }
    for (answer, value) in counts.answers {
      guard case .counted(let count, _) = value else { continue }
      let rest = counts.base - count
      if (1..<policy.cell).contains(count) || (1..<policy.cell).contains(rest) {
        kept[key]?.answers[answer] = .withheld(.smallCell)
      } else if counts.base < policy.indicative, counts.base > 0,
        Double(count) >= policy.dominance * Double(counts.base)
      {
        kept[key]?.answers[answer] = .withheld(.dominance)
      }
    }
  }

  /// One withheld answer of a single choice follows from the others: a second one goes with it, and
  /// so do nets that would give either away.
  private func protectWithinQuestion(_ key: BaseKey, in kept: inout [BaseKey: BaseCounts]) {
    guard let question = questions.first(where: { $0.id == key.question }),
      question.kind != .multiple, let counts = kept[key]
    else { return }
    let categories = question.categories.map(\.id)
    let hidden = categories.filter { isWithheld(counts.answers[$0]) }
    if hidden.count == 1 {
      let rest = categories.filter { !hidden.contains($0) }.compactMap { id -> (Int, String)? in
        guard case .counted(let count, _) = counts.answers[id] else { return nil }
        return (count, id)
      }
      if let next = rest.filter({ $0.0 > 0 }).min(by: { $0 < $1 }) {
        kept[key]?.answers[next.1] = .withheld(.secondary)
      }
    }
    guard let now = kept[key], !hidden.isEmpty else { return }
    for net in question.nets where net.members.contains(where: { isWithheld(now.answers[$0]) }) {
      kept[key]?.answers[net.id] = .withheld(.secondary)
    }
  }

  /// A withheld segment follows from the total and the other segments, and from its complement.
  private func protectAcrossSegments(in kept: inout [BaseKey: BaseCounts]) {
    for key in kept.keys.sorted() {
      guard case .segment(let breakdown, let id) = key.segment, let counts = kept[key] else {
        continue
      }
      for (answer, value) in counts.answers where isWithheld(value) {
        var other = key
        other.segment = .others(breakdown: breakdown, id: id)
        withhold(answer, of: other, in: &kept)
        protectTotal(answer, of: key, breakdown: breakdown, in: &kept)
      }
    }
  }

  private func protectTotal(
    _ answer: String, of key: BaseKey, breakdown: String, in kept: inout [BaseKey: BaseCounts]
  ) {
    let reported =
      breakdowns.first { $0.id == breakdown }?.segments.filter(\.isReported).map(\.id) ?? []
    let siblings = reported.map { id -> BaseKey in
      var sibling = key
      sibling.segment = .segment(breakdown: breakdown, id: id)
      return sibling
    }
    let hidden = siblings.filter { isWithheld(kept[$0]?.answers[answer]) }
    guard hidden.count == 1 else { return }
    // The smallest sibling goes too, so that the total can stay; without one the total goes.
    let shown = siblings.compactMap { sibling -> (Int, BaseKey)? in
      guard case .counted(let count, _) = kept[sibling]?.answers[answer], count > 0 else {
        return nil
      }
      return (count, sibling)
    }
    if let next = shown.min(by: { $0 < $1 }) {
      withhold(answer, of: next.1, in: &kept)
      var others = next.1
      if case .segment(let breakdown, let id) = next.1.segment {
        others.segment = .others(breakdown: breakdown, id: id)
        withhold(answer, of: others, in: &kept)
      }
    } else {
      var total = key
      total.segment = .total
      withhold(answer, of: total, in: &kept)
    }
  }

  private func withhold(
    _ answer: String, of key: BaseKey, in kept: inout [BaseKey: BaseCounts]
  ) {
    guard let value = kept[key]?.answers[answer], !isWithheld(value) else { return }
    kept[key]?.answers[answer] = .withheld(.secondary)
  }

  private func isWithheld(_ answer: AnswerCount?) -> Bool {
    if case .withheld = answer { true } else { false }
  }
}
