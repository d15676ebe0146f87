/// The counts of one question, or item of one, in one wave, while the policy is applied.
///
/// Two systems of sums are kept in view: the answers of a base that excludes others add up to the base
/// (with nets as sums of their members), and the reported segments of a breakdown add up to the total,
/// the complements with them. What follows from such a sum is withheld too, round after round, until
/// nothing more follows. Withholding only grows, so this ends.
struct AnswerSheet {
  let question: Question
  let policy: Policy
  let breakdowns: [Breakdown]
  let counts: [SegmentKey: BaseCounts]
  /// Bases that are not kept at all: the group is too small.
  private var dropped: Set<SegmentKey> = []
  /// Bases whose size itself is withheld.
  private var closed: Set<SegmentKey> = []
  private var hidden: [SegmentKey: [String: Withholding]] = [:]
  private let segments: [SegmentKey]
  private let answers: [String]

  init(
    question: Question, policy: Policy, breakdowns: [Breakdown],
    counts: [SegmentKey: BaseCounts]
  ) {
    self.question = question
    self.policy = policy
    self.breakdowns = breakdowns
    self.counts = counts
    segments = counts.keys.sorted()
    answers = question.categories.map(\.id) + question.nets.map(\.id)
    for (segment, value) in counts where value.base < policy.group { dropped.insert(segment) }
  }

  private var isSensitive: Bool { question.sensitivity != nil }

  /// Withholds a base because too few took part.
  mutating func drop(_ segment: SegmentKey) { dropped.insert(segment) }

  /// Withholds a base because its size may not be said.
  mutating func close(_ segment: SegmentKey) { closed.insert(segment) }

  /// Applies the rules until nothing more follows.
  mutating func protect() {
    if isSensitive { segments.forEach { hidePrimary(in: $0) } }
    repeat { protectSums() } while hideOneMore()
  }

  private mutating func protectSums() {
    var before = -1
    while before != withheldCount {
      before = withheldCount
      for segment in segments where hidden[segment] != nil { protectWithin(segment) }
      for answer in answers {
        for breakdown in breakdowns { protectAcross(answer, breakdown) }
      }
    }
  }

  /// What may be kept of a base; nil if nothing.
  func result(for segment: SegmentKey) -> BaseCounts? {
    guard var kept = counts[segment], !dropped.contains(segment) else { return nil }
    if closed.contains(segment) {
      return BaseCounts(
        base: 0, everybody: 0, answers: kept.answers.mapValues { _ in .withheld(.secondary) })
    }
    for (answer, reason) in hidden[segment] ?? [:] { kept.answers[answer] = .withheld(reason) }
    return kept
  }

  // MARK: Cells

  private var withheldCount: Int { hidden.values.reduce(0) { $0 + $1.count } }

  private func count(_ answer: String, in segment: SegmentKey) -> Int {
    if case .counted(let count, _) = counts[segment]?.answers[answer] { count } else { 0 }
  }

  private func base(_ segment: SegmentKey) -> Int { counts[segment]?.base ?? 0 }

  /// Whether a reader cannot see a cell; of a base without people there is nothing to see.
  private func isWithheld(_ answer: String, in segment: SegmentKey) -> Bool {
    if hidden[segment]?[answer] != nil { return true }
    return base(segment) > 0 && (dropped.contains(segment) || closed.contains(segment))
  }

  private mutating func hide(
    _ answer: String, in segment: SegmentKey, _ reason: Withholding = .secondary
  ) {
    guard counts[segment] != nil, !isWithheld(answer, in: segment) else { return }
    hidden[segment, default: [:]][answer] = reason
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < policy.cell }

  /// Sensitive answers that few gave, few did not give, or nearly all of a small base gave.
  private mutating func hidePrimary(in segment: SegmentKey) {
    let base = base(segment)
    for answer in answers {
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

  // MARK: Sums within a base

  private mutating func protectWithin(_ segment: SegmentKey) {
    if question.kind == .multiple {
      protectUnions(in: segment)
    } else {
      protectParts(in: segment)
    }
  }

  /// Answers that exclude one another: the withheld ones are known together, as what is left of the
  /// base, so there must be two at least, given by enough people. Nets are sums.
  private mutating func protectParts(in segment: SegmentKey) {
    for net in question.nets where hidden[segment]?[net.id] != nil {
      if net.members.allSatisfy({ !isWithheld($0, in: segment) }),
        let member = smallest(net.members, in: segment)
      {
        hide(member, in: segment)
      }
    }
    let categories = question.categories.map(\.id)
    while true {
      let withheld = categories.filter { isWithheld($0, in: segment) }
      let people = withheld.reduce(0) { $0 + count($1, in: segment) }
      if withheld.isEmpty || (withheld.count > 1 && people >= policy.cell) { break }
      guard let next = smallest(categories, in: segment) else { break }
      hide(next, in: segment)
    }
    for net in question.nets where net.members.contains(where: { isWithheld($0, in: segment) }) {
      hide(net.id, in: segment)
    }
  }

  /// Answers that one person may give together: a net of all of them is the base without those who
  /// gave none, a net of one is that one, and a net bounds each of its members.
  private mutating func protectUnions(in segment: SegmentKey) {
    let none = question.categories.filter(\.isNone).map(\.id)
    let others = Set(question.categories.filter { !$0.isNone }.map(\.id))
    for net in question.nets {
      if Set(net.members) == others, none.count == 1 {
        hideTogether(net.id, none[0], in: segment)
      }
      if net.members.count == 1 { hideTogether(net.id, net.members[0], in: segment) }
      for other in question.nets where other.id != net.id && Set(other.members) == Set(net.members)
      {
        hideTogether(net.id, other.id, in: segment)
      }
      for member in net.members where isWithheld(member, in: segment) {
        let rest = net.members.filter { $0 != member }.reduce(0) { $0 + count($1, in: segment) }
        if min(rest, count(net.id, in: segment)) < policy.cell { hide(net.id, in: segment) }
      }
    }
  }

  private mutating func hideTogether(_ one: String, _ other: String, in segment: SegmentKey) {
    if isWithheld(one, in: segment) { hide(other, in: segment) }
    if isWithheld(other, in: segment) { hide(one, in: segment) }
  }

  /// The answer that the fewest gave, somebody at least, and that is still shown.
  private func smallest(_ answers: [String], in segment: SegmentKey) -> String? {
    answers.filter { count($0, in: segment) > 0 && !isWithheld($0, in: segment) }
      .min { count($0, in: segment) < count($1, in: segment) }
  }

  // MARK: Sums over segments

  /// The withheld segments of a breakdown are known together, as what is left of the total: there must
  /// be two at least, with enough people. If all are withheld, the total goes.
  private mutating func protectAcross(_ answer: String, _ breakdown: Breakdown) {
    let siblings = breakdown.segments.filter(\.isReported).map {
      SegmentKey.segment(breakdown: breakdown.id, id: $0.id)
    }
    let complements = breakdown.segments.filter(\.isReported).map {
      SegmentKey.others(breakdown: breakdown.id, id: $0.id)
    }
    let sums = [.total] + complements
    var withheld = siblings.filter { isWithheld(answer, in: $0) }
    if withheld.isEmpty, !sums.contains(where: { isWithheld(answer, in: $0) }) { return }
    while !isEnough(withheld, for: answer) {
      guard let next = smallest(siblings, for: answer) else {
        hideTotal(answer, sums)
        return
      }
      hide(answer, in: next)
      withheld.append(next)
    }
    for (sibling, complement) in zip(siblings, complements) where withheld.contains(sibling) {
      hide(answer, in: complement)
    }
    if isWithheld(answer, in: .total) { hideTotal(answer, sums) }
  }

  private func isEnough(_ withheld: [SegmentKey], for answer: String) -> Bool {
    let people = withheld.reduce(0) { $0 + base($1) }
    if withheld.count < 2 || people < policy.group { return false }
    if !isSensitive { return true }
    let given = withheld.reduce(0) { $0 + count(answer, in: $1) }
    return given >= policy.cell && people - given >= policy.cell
  }

  /// The segment that goes next: one that lost answers already, so that the others stay whole; then one
  /// where somebody gave the answer, the fewest first.
  private func smallest(_ siblings: [SegmentKey], for answer: String) -> SegmentKey? {
    func cost(_ segment: SegmentKey) -> (Int, Int, Int) {
      let count = count(answer, in: segment)
      return (hidden[segment] == nil ? 1 : 0, count == 0 ? 1 : 0, count)
    }
    return siblings.filter { base($0) > 0 && !isWithheld(answer, in: $0) }
      .min { cost($0) < cost($1) }
  }

  /// Withholds the total and the complements, and the answer in every other breakdown, whose segments
  /// add up to the same total.
  private mutating func hideTotal(_ answer: String, _ sums: [SegmentKey]) {
    for sum in sums { hide(answer, in: sum) }
    for breakdown in breakdowns {
      for segment in breakdown.segments where segment.isReported {
        hide(answer, in: .others(breakdown: breakdown.id, id: segment.id))
        let key = SegmentKey.segment(breakdown: breakdown.id, id: segment.id)
        if !sums.contains(.others(breakdown: breakdown.id, id: segment.id)) {
          hide(answer, in: key)
        }
      }
    }
  }
}

// MARK: All sums together

extension AnswerSheet {
  /// Withholds one more count if a protected one follows from all sums together; false if none does.
  private mutating func hideOneMore() -> Bool {
    guard let cell = firstSolved() else { return false }
    var candidates: [(answer: String, segment: SegmentKey)] = []
    if question.kind != .multiple {
      let categories = question.categories.map(\.id)
      if let answer = smallest(categories, in: cell.segment) {
        candidates.append((answer, cell.segment))
      }
    }
    for breakdown in breakdowns {
      let siblings = breakdown.segments.filter(\.isReported).map {
        SegmentKey.segment(breakdown: breakdown.id, id: $0.id)
      }
      if let next = smallest(siblings, for: cell.answer) {
        candidates.append((cell.answer, next))
      }
    }
    for segment in segments {
      candidates += answers.map { ($0, segment) }
    }
    guard
      let next = candidates.first(where: {
        base($0.segment) > 0 && !isWithheld($0.answer, in: $0.segment)
      })
    else { return false }
    hide(next.answer, in: next.segment)
    return true
  }

  private struct Cell: Hashable {
    var answer: String
    var segment: SegmentKey
  }

  /// The first count that is protected for itself and has a single solution.
  private func firstSolved() -> (answer: String, segment: SegmentKey)? {
    var cells: [Cell] = []
    for segment in segments {
      cells += answers.filter { isWithheld($0, in: segment) }.map {
        Cell(answer: $0, segment: segment)
      }
    }
    if cells.isEmpty { return nil }
    let places = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    var system = SumSystem(size: cells.count)
    func add(_ parts: [Cell], whole: Cell?) {
      var terms = parts.compactMap { part in places[part].map { (position: $0, factor: 1.0) } }
      if let whole, let place = places[whole] { terms.append((place, -1)) }
      if !terms.isEmpty { system.add(terms) }
    }
    for segment in segments { addSums(within: segment, add) }
    for answer in answers {
      for breakdown in breakdowns { addSums(over: breakdown, answer, add) }
    }
    return system.solved.sorted().map { cells[$0] }.first(where: isProtected).map {
      ($0.answer, $0.segment)
    }
  }

  private func addSums(within segment: SegmentKey, _ add: ([Cell], Cell?) -> Void) {
    func cell(_ answer: String) -> Cell { Cell(answer: answer, segment: segment) }
    if question.kind == .multiple {
      let none = question.categories.filter(\.isNone).map(\.id)
      let others = Set(question.categories.filter { !$0.isNone }.map(\.id))
      for net in question.nets where Set(net.members) == others && none.count == 1 {
        add([cell(net.id), cell(none[0])], nil)
      }
      return
    }
    add(question.categories.map { cell($0.id) }, nil)
    for net in question.nets { add(net.members.map(cell), cell(net.id)) }
  }

  private func addSums(
    over breakdown: Breakdown, _ answer: String, _ add: ([Cell], Cell?) -> Void
  ) {
    let ids = breakdown.segments.filter(\.isReported).map(\.id)
    func cell(_ id: String) -> Cell {
      Cell(answer: answer, segment: .segment(breakdown: breakdown.id, id: id))
    }
    add(ids.map(cell), Cell(answer: answer, segment: .total))
    for id in ids {
      let complement = SegmentKey.others(breakdown: breakdown.id, id: id)
      add(ids.filter { $0 != id }.map(cell), Cell(answer: answer, segment: complement))
    }
  }

  /// Whether a count is withheld for itself, not for another.
  private func isProtected(_ cell: Cell) -> Bool {
    if dropped.contains(cell.segment) { return count(cell.answer, in: cell.segment) > 0 }
    let reason = hidden[cell.segment]?[cell.answer]
    return reason == .smallCell || reason == .dominance
  }
}
