/// The counts of one question, or item of one, in one wave, while the policy is applied.
///
/// Two systems of sums are kept in view: answers that exclude one another add up to the base and to
/// their nets (`AnswerSums`), and segments and crossings add up to their margins and the total
/// (`SegmentSums`). What follows from such a sum is withheld too, round after round, until nothing
/// more follows. Withholding only grows, so this ends.
///
/// Cells are kept in flat arrays: segment by segment, in each the answers of the question, and of a
/// numeric question its sums as one answer more.
struct AnswerSheet {
  let policy: Policy
  let isSensitive: Bool
  let sums: SegmentSums
  let answers: AnswerSums
  /// The number of answers.
  let width: Int
  /// The answers that are shares: all but the sums of a numeric question.
  let shares: Int
  private let counts: [Int]
  private let bases: [Int]
  /// Bases that are not kept at all: the group is too small.
  private var isDropped: [Bool]
  /// Bases whose size itself is withheld.
  private var isClosed: [Bool]
  private var reasons: [Withholding?]
  private(set) var withheldCount = 0

  init(
    question: Question, policy: Policy, sums: SegmentSums, answers: AnswerSums,
    counts: [SegmentKey: BaseCounts]
  ) {
    self.policy = policy
    self.sums = sums
    self.answers = answers
    isSensitive = question.sensitivity != nil
    let keys = question.answerKeys
    shares = keys.count
    width = keys.count + (question.kind == .numeric ? 1 : 0)
    var flat: [Int] = []
    var bases: [Int] = []
    flat.reserveCapacity(sums.segments.count * width)
    for segment in sums.segments {
      let base = counts[segment]
      bases.append(base?.base ?? 0)
      for key in keys {
        if case .counted(let count, _) = base?.answers[key] {
          flat.append(count)
        } else {
          flat.append(0)
        }
      }
      if width > shares {
        if case .counted(let moments) = base?.moments {
          flat.append(moments.count)
        } else {
          flat.append(0)
        }
      }
    }
    self.counts = flat
    self.bases = bases
    isDropped = bases.map { $0 < policy.group }
    isClosed = bases.map { _ in false }
    reasons = Array(repeating: nil, count: flat.count)
  }

  /// Withholds a base because too few took part.
  mutating func drop(_ segment: Int) { isDropped[segment] = true }

  /// Withholds a base because its size may not be said.
  mutating func close(_ segment: Int) { isClosed[segment] = true }

  /// Applies the rules until nothing more follows.
  mutating func protect() {
    if isSensitive { sums.segments.indices.forEach { hidePrimary(in: $0) } }
    repeat {
      var before = -1
      while before != withheldCount {
        before = withheldCount
        for segment in sums.segments.indices { protectWithin(segment) }
        for line in sums.lines { for answer in 0..<width { protect(answer, over: line) } }
      }
    } while hideSolved()
  }

  /// What may be kept of a base; nil if nothing.
  func result(for segment: Int, of counts: BaseCounts, keys: [AnswerKey]) -> BaseCounts? {
    if isDropped[segment] { return nil }
    if isClosed[segment] {
      return BaseCounts(
        base: 0, answers: counts.answers.mapValues { _ in .withheld(.secondary) },
        moments: counts.moments.map { _ in .withheld(.secondary) }, isClosed: true)
    }
    var kept = counts
    for (answer, key) in keys.enumerated() {
      if let reason = reasons[segment * width + answer] { kept.answers[key] = .withheld(reason) }
    }
    if width > shares, let reason = reasons[segment * width + shares] {
      kept.moments = .withheld(reason)
    }
    return kept
  }

  // MARK: Cells

  func count(_ answer: Int, in segment: Int) -> Int { counts[segment * width + answer] }

  func base(_ segment: Int) -> Int { bases[segment] }

  /// Whether a reader cannot see a cell; of a base without people there is nothing to see.
  func isWithheld(_ answer: Int, in segment: Int) -> Bool {
    if reasons[segment * width + answer] != nil { return true }
    return bases[segment] > 0 && (isDropped[segment] || isClosed[segment])
  }

  /// Whether a whole base is out of sight.
  func isGone(_ segment: Int) -> Bool { isDropped[segment] || isClosed[segment] }

  /// Whether some answers of a base are withheld, but not the base.
  func isTouched(_ segment: Int) -> Bool {
    !isGone(segment) && (0..<width).contains { reasons[segment * width + $0] != nil }
  }

  mutating func hide(_ answer: Int, in segment: Int, _ reason: Withholding = .secondary) {
    guard bases[segment] > 0, !isWithheld(answer, in: segment) else { return }
    reasons[segment * width + answer] = reason
    withheldCount += 1
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < policy.cell }

  /// Sensitive answers that few gave, few did not give, or nearly all of a small base gave.
  private mutating func hidePrimary(in segment: Int) {
    let base = bases[segment]
    for answer in 0..<shares {
      let count = count(answer, in: segment)
      if isFew(count) || isFew(base - count) {
        hide(answer, in: segment, .smallCell)
      } else if base > 0, base < policy.indicative,
        Double(count) >= policy.dominance * Double(base)
      {
        hide(answer, in: segment, .dominance)
      }
    }
  }

  /// Whether a count is withheld for itself, not for another.
  func isProtected(_ answer: Int, in segment: Int) -> Bool {
    if isDropped[segment] { return count(answer, in: segment) > 0 }
    let reason = reasons[segment * width + answer]
    return reason == .smallCell || reason == .dominance
  }

  // MARK: Sums within a base

  private mutating func protectWithin(_ segment: Int) {
    guard isTouched(segment) else { return }
    for sum in answers.sums where sum.whole == nil { protectParts(sum.parts, in: segment) }
    for sum in answers.sums { protectWhole(sum, in: segment) }
    for pair in answers.pairs {
      if isWithheld(pair.one, in: segment) { hide(pair.other, in: segment) }
      if isWithheld(pair.other, in: segment) { hide(pair.one, in: segment) }
    }
    for union in answers.unions { protectUnion(union, in: segment) }
  }

  /// Answers that exclude one another: the withheld ones are known together, as what is left of the
  /// base, so there must be two at least, given by enough people.
  private mutating func protectParts(_ parts: [Int], in segment: Int) {
    while true {
      let withheld = parts.filter { isWithheld($0, in: segment) }
      let people = withheld.reduce(0) { $0 + count($1, in: segment) }
      if withheld.isEmpty || (withheld.count > 1 && people >= policy.cell) { return }
      guard let next = smallest(parts, in: segment) else { return }
      hide(next, in: segment)
    }
  }

  /// A sum goes with any of its parts, and takes one with it.
  private mutating func protectWhole(_ sum: AnswerSums.Sum, in segment: Int) {
    guard let whole = sum.whole else { return }
    let isShown = sum.parts.allSatisfy { !isWithheld($0, in: segment) }
    if !isShown {
      hide(whole, in: segment)
    } else if isWithheld(whole, in: segment), let part = smallest(sum.parts, in: segment) {
      hide(part, in: segment)
    }
  }

  /// Answers that one person may give together: a net bounds each of its members.
  private mutating func protectUnion(_ union: AnswerSums.Union, in segment: Int) {
    let all = union.members.reduce(0) { $0 + count($1, in: segment) }
    for member in union.members where isWithheld(member, in: segment) {
      let rest = all - count(member, in: segment)
      if min(rest, count(union.net, in: segment)) < policy.cell { hide(union.net, in: segment) }
    }
  }

  /// The answer that the fewest gave, somebody at least, and that is still shown.
  func smallest(_ answers: [Int], in segment: Int) -> Int? {
    answers.filter { count($0, in: segment) > 0 && !isWithheld($0, in: segment) }
      .min { count($0, in: segment) < count($1, in: segment) }
  }

  // MARK: Sums over segments

  /// The withheld parts of a line are known together, as what is left of the whole: there must be two
  /// at least, with enough people. If all are withheld, the whole goes; with a whole goes a part.
  private mutating func protect(_ answer: Int, over line: SegmentSums.Line) {
    var withheld = line.parts.filter { isWithheld(answer, in: $0) }
    if isWithheld(answer, in: line.whole) {
      if withheld.isEmpty, let next = smallest(line.parts, for: answer) { hide(answer, in: next) }
      return
    }
    if withheld.isEmpty { return }
    while !isEnough(withheld, for: answer, least: line.least) {
      guard let next = smallest(line.parts, for: answer) else {
        hide(answer, in: line.whole)
        return
      }
      hide(answer, in: next)
      withheld.append(next)
    }
  }

  private func isEnough(_ withheld: [Int], for answer: Int, least: Int) -> Bool {
    let people = withheld.reduce(0) { $0 + bases[$1] }
    if withheld.count < least || people < policy.group { return false }
    if !isSensitive || answer >= shares { return true }
    let given = withheld.reduce(0) { $0 + count(answer, in: $1) }
    return given >= policy.cell && people - given >= policy.cell
  }

  /// The segment that goes next: what another is compared with; one that lost answers already, so that
  /// the others stay whole; then one where somebody gave the answer, the fewest first.
  func smallest(_ segments: [Int], for answer: Int) -> Int? {
    func cost(_ segment: Int) -> (Int, Int, Int, Int) {
      let count = count(answer, in: segment)
      return (
        sums.isComplement[segment] ? 0 : 1, isTouched(segment) ? 0 : 1, count == 0 ? 1 : 0, count
      )
    }
    return segments.filter { bases[$0] > 0 && !isWithheld(answer, in: $0) }
      .min { cost($0) < cost($1) }
  }
}
