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

/// The rules that the counts of one base break.
private struct BaseCheck {
  let question: Question
  let counts: BaseCounts
  let policy: Policy
  let responded: Int?

  private var n: Int { counts.base }

  var broken: [String] {
    var rules: [String] = []
    if counts.isClosed {
      if n != 0 || counts.asked != 0 || counts.everybody != 0 || !allWithheld {
        rules.append("a base whose size is withheld has no counts")
      }
      return rules
    }
    if n < 0 || counts.asked < n || counts.everybody < n {
      rules.append("0 ≤ n ≤ asked, n ≤ everybody, and here they are not")
      return rules
    }
    if let responded, max(counts.asked, counts.everybody) > responded {
      rules.append(
        "\(max(counts.asked, counts.everybody)) are counted and \(responded) took part")
    }
    if let responded, responded < policy.group {
      rules.append("fewer than \(policy.group) took part, and of these nothing is kept")
    } else if n < policy.group {
      rules.append("a base under \(policy.group) is not kept")
    }
    return rules + missingAnswers + cells + sums + numbers
  }

  private var allWithheld: Bool {
    counts.answers.values.allSatisfy { if case .withheld = $0 { true } else { false } }
  }

  private func count(_ answer: String) -> Int? { count(AnswerKey(answer)) }

  private func count(_ key: AnswerKey) -> Int? {
    if case .counted(let count, _) = counts.answers[key] { count } else { nil }
  }

  private var missingAnswers: [String] {
    let without = question.answerKeys.filter { counts.answers[$0] == nil }.map(\.answer)
    var rules = Set(without).sorted().map { "the answer '\($0)' has no count and no reason" }
    // An open question counts all who were asked, and those who wrote nothing among them.
    let asked = n + counts.missing.values.reduce(0) { $0 &+ $1 }
    if question.kind != .open, asked != counts.asked {
      rules.append("\(n) answered and \(asked - n) did not, and \(counts.asked) were asked")
    }
    return rules
  }

  /// Each count is possible, and may be kept.
  private var cells: [String] {
    question.answerKeys.flatMap { key -> [String] in
      guard let count = count(key) else { return [] }
      guard (0...n).contains(count) else { return ["'\(key.answer)' is \(count) of \(n)"] }
      guard question.sensitivity != nil else { return [] }
      let rest = n - count
      if (1..<policy.cell).contains(count) || (1..<policy.cell).contains(rest) {
        return [
          "'\(key.answer)' is sensitive, and fewer than \(policy.cell) gave it or did not"
        ]
      }
      return []
    }
  }

  /// Answers that exclude one another add up, and nets are what their members say.
  private var sums: [String] {
    switch question.kind {
    case .single, .battery, .numeric: exclusiveSums
    case .multiple: unions
    case .ranking, .open: []
    }
  }

  private var exclusiveSums: [String] {
    var rules: [String] = []
    let parts = question.categories.map { count($0.id) }
    let sum = parts.reduce(0) { $0 &+ ($1 ?? 0) }
    // Bands of a numeric question may leave numbers out, or there may be none.
    let isWhole = question.kind == .numeric ? sum <= n : sum == n
    if !parts.contains(nil), !isWhole { rules.append("the answers add up to \(sum) of \(n)") }
    for net in question.nets {
      let members = net.members.map(count(_:))
      guard let whole = count(net.id), !members.contains(nil) else { continue }
      let sum = members.reduce(0) { $0 &+ ($1 ?? 0) }
      if whole != sum { rules.append("the net '\(net.id)' is \(whole), and its answers \(sum)") }
    }
    return rules
  }

  private var unions: [String] {
    question.nets.compactMap { net in
      let members = net.members.map(count(_:))
      guard let whole = count(net.id), !members.contains(nil) else { return nil }
      let known = members.compactMap { $0 }
      let sum = known.reduce(0) { $0 &+ $1 }
      if whole >= known.max() ?? 0, whole <= sum { return nil }
      return "the net '\(net.id)' is \(whole), which its answers cannot make"
    }
  }

  private var numbers: [String] {
    guard case .counted(let moments) = counts.moments else { return [] }
    if question.kind != .numeric { return ["only numeric questions have sums of numbers"] }
    if moments.count < 0 || moments.count > n || moments.weight < 0 {
      return ["the sums of numbers are of \(moments.count) people, and \(n) answered"]
    }
    return []
  }
}
