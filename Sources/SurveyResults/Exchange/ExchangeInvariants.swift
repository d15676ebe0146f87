/// What holds of the counts of every survey, and what the policy lets be kept.
///
/// A file that somebody edited, or made with another program, must not bring counts into a results
/// file that contradict one another, or that the policy of the file would have withheld.
struct ExchangeInvariants {
  let model: ResultsModel
  let log: ExchangeLog

  /// Checks all bases, in the order of the text.
  func check(_ bases: [BaseKey: CountReader.Base]) {
    for (key, base) in bases.sorted(by: { $0.value.range.lowerBound < $1.value.range.lowerBound }) {
      guard let question = model.question(key.question) else { continue }
      let check = BaseCheck(
        question: question, counts: base.counts, policy: model.policy,
        responded: model.participation(of: key.segment, in: key.wave)?.responded)
      var rules = check.broken
      if !model.isPlanned(question.id, for: key.segment) {
        rules.append("the plan does not have '\(question.id)' for \(key.segment)")
      }
      if model.wave(key.wave)?.publication != nil {
        rules.append("the wave is known from a publication: it has facts, no counts")
      }
      for rule in rules {
        let place = [key.question, key.item].compactMap { $0 }.joined(separator: ".")
        log.report(base.range) {
          .broken("\(place) for \(key.segment) in \(key.wave): \(rule)", at: $0)
        }
      }
    }
  }
}

/// The rules that the counts of one base break: those of every survey, and those of the policy.
private struct BaseCheck {
  let question: Question
  let counts: BaseCounts
  let policy: Policy
  let responded: Int?

  private var n: Int { counts.base }

  var broken: [String] {
    if counts.isClosed {
      let isEmpty = n == 0 && counts.asked == 0 && counts.everybody == 0 && allWithheld
      return isEmpty ? [] : ["a base whose size is withheld has no counts"]
    }
    let rules = CountRules(question: question, counts: counts, responded: responded).broken
    return rules.map { broken in
      broken.answer.map { "'\($0)': \(broken.rule)" } ?? broken.rule
    } + group + missingAnswers + sensitiveCells
  }

  private var allWithheld: Bool {
    counts.answers.values.allSatisfy { if case .withheld = $0 { true } else { false } }
  }

  /// Of small groups nothing is kept.
  private var group: [String] {
    if let responded, responded < policy.group {
      return ["fewer than \(policy.group) took part, and of these nothing is kept"]
    }
    return n < policy.group ? ["a base under \(policy.group) is not kept"] : []
  }

  private var missingAnswers: [String] {
    let without = question.answerKeys.filter { counts.answers[$0] == nil }.map(\.answer)
    return Set(without).sorted().map { "the answer '\($0)' has no count and no reason" }
  }

  /// Where a question is sensitive, neither few who gave an answer nor few who did not are kept.
  private var sensitiveCells: [String] {
    guard question.sensitivity != nil else { return [] }
    return question.answerKeys.compactMap { key in
      guard case .counted(let count, _) = counts.answers[key] else { return nil }
      let few = 1..<max(1, policy.cell)
      guard few.contains(count) || few.contains(n &- count) else { return nil }
      return "'\(key.answer)' is sensitive, and fewer than \(policy.cell) gave it or did not"
    }
  }
}
