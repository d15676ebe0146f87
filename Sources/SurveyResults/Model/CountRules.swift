/// What the counts of every base must be, whatever they come from.
///
/// Counts that are withheld are not looked at, nor the sums that they are part of.
package struct CountRules {
  /// A rule that counts break.
  package struct Broken: Sendable, Hashable {
    /// The answer whose count it is; nil if it is the base itself.
    package let answer: String?
    /// What is wrong, "61 of 60".
    package let rule: String
  }

  let question: Question
  let counts: BaseCounts
  let responded: Int?

  /// Rules for one base.
  ///
  /// - Parameters:
  ///   - question: what was asked.
  ///   - counts: what was counted.
  ///   - responded: how many of the segment took part in the wave; nil if unknown.
  package init(question: Question, counts: BaseCounts, responded: Int?) {
    self.question = question
    self.counts = counts
    self.responded = responded
  }

  /// What the counts break, in the order of the question's answers.
  package var broken: [Broken] { base + cells + sums + places + numbers }

  private var n: Int { counts.base }

  private func count(_ answer: String) -> Int? { count(AnswerKey(answer)) }

  private func count(_ key: AnswerKey) -> Int? {
    if case .counted(let count, _) = counts.answers[key] { count } else { nil }
  }

  /// The sum; nil if a part of it is withheld. Parts that no survey has wrap around rather than trap.
  private func sum(_ parts: [Int?]) -> Int? {
    parts.contains(nil) ? nil : parts.reduce(0) { $0 &+ ($1 ?? 0) }
  }

  private var base: [Broken] {
    guard n >= 0, counts.asked >= n, counts.everybody >= n else {
      return [Broken(answer: nil, rule: "0 ≤ n ≤ asked, n ≤ everybody, and here they are not")]
    }
    var rules: [Broken] = []
    let missing = counts.missing.values.reduce(0) { $0 &+ $1 }
    if n &+ missing != counts.asked {
      rules.append(
        Broken(
          answer: nil,
          rule: "\(n) answered and \(missing) did not, of \(counts.asked) who were asked"))
    }
    if let responded, max(counts.asked, counts.everybody) > responded {
      let most = max(counts.asked, counts.everybody)
      rules.append(Broken(answer: nil, rule: "\(most) were asked, and \(responded) took part"))
    }
    return rules
  }

  private var cells: [Broken] {
    question.answerKeys.compactMap { key in
      guard let count = count(key), !(0...max(0, n)).contains(count) else { return nil }
      return Broken(answer: key.answer, rule: "\(count) of \(n)")
    }
  }

  /// Answers that exclude one another add up, and nets are what their members say.
  private var sums: [Broken] {
    switch question.kind {
    case .single, .battery, .numeric: parts
    case .multiple, .open: unions
    case .ranking: []
    }
  }

  private var parts: [Broken] {
    var rules: [Broken] = []
    if let whole = sum(question.categories.map { count($0.id) }) {
      // Bands of a numeric question may leave numbers out, or there may be none.
      let isWhole = counts.moments == nil ? whole == n : whole <= n
      if !isWhole {
        rules.append(Broken(answer: nil, rule: "the answers add up to \(whole), and \(n) answered"))
      }
    }
    for net in question.nets {
      guard let found = count(net.id), let whole = sum(net.members.map(count)) else { continue }
      if whole != found {
        rules.append(
          Broken(answer: net.id, rule: "\(found), and its answers add up to \(whole)"))
      }
    }
    return rules
  }

  private var unions: [Broken] {
    var rules: [Broken] = []
    let hasNone = question.categories.contains(where: \.isNone)
    if question.kind == .multiple, hasNone,
      let whole = sum(question.categories.map { count($0.id) }),
      whole < n
    {
      rules.append(
        Broken(
          answer: nil, rule: "the answers add up to \(whole), and each of \(n) gave one at least"))
    }
    for net in question.nets {
      let members = net.members.map(count)
      guard let found = count(net.id), let most = sum(members) else { continue }
      if found > most || found < members.compactMap({ $0 }).max() ?? 0 {
        let parts = members.compactMap { $0 }.map(String.init).joined(separator: ", ")
        rules.append(Broken(answer: net.id, rule: "\(found), and its answers are \(parts)"))
      }
    }
    return rules
  }

  /// The first places add up to n if no ranking has ties or leaves places open, and what is in the top
  /// is at one of its places.
  private var places: [Broken] {
    guard question.kind == .ranking else { return [] }
    var rules: [Broken] = []
    let objects = question.categories.map(\.id)
    let tied = rankings(Net.tied)
    let partial = rankings(Net.partial)
    if let first = sum(objects.map { count(AnswerKey($0, places: .place(1))) }), tied == 0,
      let partial, partial == 0 ? first != n : first > n
    {
      rules.append(
        Broken(
          answer: nil, rule: "the first places add up to \(first), and \(n) put objects in order"))
    }
    guard let most = question.places, most > 1 else { return rules }
    for object in objects {
      for last in 2...most {
        let parts = (1...last).map { count(AnswerKey(object, places: .place($0))) }
        guard let top = count(AnswerKey(object, places: .top(last))), let whole = sum(parts),
          whole != top
        else { continue }
        rules.append(
          Broken(answer: object, rule: "\(top) in the top \(last), and at its places \(whole)"))
      }
    }
    return rules
  }

  /// How many rankings are in a net that some questions do not have; nil if it is withheld.
  private func rankings(_ net: String) -> Int? {
    question.nets.contains { $0.id == net } ? count(net) : 0
  }

  private var numbers: [Broken] {
    guard case .counted(let moments) = counts.moments else { return [] }
    if question.kind != .numeric {
      return [Broken(answer: nil, rule: "only numeric questions have sums of numbers")]
    }
    if moments.count < 0 || moments.count > n || moments.weight < 0 {
      return [
        Broken(
          answer: nil,
          rule: "the sums of numbers are of \(moments.count) people, and \(n) answered")
      ]
    }
    return []
  }
}
