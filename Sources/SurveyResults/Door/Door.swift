import SurveyStatistics

extension ResultsModel {
  /// The figure that a request asks for, under the policy.
  ///
  /// - Throws: the name that the results do not have, or that the plan does not allow.
  public func figure(_ request: FigureRequest) throws(FigureRefusal) -> Figure {
    let question = try known(request.question)
    let key = try baseKey(
      of: question, item: request.item, segment: request.segment, wave: request.wave)
    let answers = question.categories.map(\.id) + question.nets.map(\.id)
    guard answers.contains(request.answer) else {
      throw .unknownAnswer(request.answer, of: question.id, known: answers)
    }
    var request = request
    request.wave = key.wave
    if wave(key.wave)?.publication != nil {
      let fact = fact(key, answer: request.answer)
      return Figure(request: request, outcome: fact.map { .published($0) } ?? .unknown)
    }
    guard let counts = counts[key] else {
      let isSmall = (participation(of: key.segment, in: key.wave)?.responded ?? 0) > 0
      return Figure(request: request, outcome: isSmall ? .withheld(.smallGroup) : .unknown)
    }
    guard let answer = counts.answers[request.answer] else {
      return Figure(request: request, outcome: .unknown)
    }
    switch answer {
    case .withheld(let reason): return Figure(request: request, outcome: .withheld(reason))
    case .counted(let count, let weight):
      return figure(
        request, count: count, weight: weight, counts: counts, isFiltered: question.filter != nil)
    }
  }

  private func figure(
    _ request: FigureRequest, count: Int, weight: Double?, counts: BaseCounts, isFiltered: Bool
  ) -> Figure {
    let base = request.isOfAll ? counts.everybody : counts.base
    guard let proportion = Proportion(count: count, base: base) else {
      return Figure(request: request, outcome: .unknown)
    }
    let quality = quality(ofBase: base)
    var figure = Figure(request: request, outcome: .counted(proportion, quality: quality))
    let sums = request.isOfAll ? counts.everybodyWeights : counts.weights
    if let weight, let sums, sums.sum > 0 {
      figure.weightedShare = min(1, max(0, weight / sums.sum))
      figure.effectiveBase = EffectiveBase.kish(
        sum: sums.sum, sumOfSquares: sums.sumOfSquares)
    }
    if quality != .insufficient {
      // A filtered base is a part of the population whose size nobody knows: no correction. Who
      // was asked and did not answer is as one who did not take part.
      let isPart = isFiltered && !request.isOfAll
      figure.interval = interval(of: figure, proportion, isPart: isPart)
    }
    return figure
  }

  private func interval(
    of figure: Figure, _ proportion: Proportion, isPart: Bool
  ) -> ClosedRange<Double> {
    let cohort = participation(of: figure.request.segment, in: figure.request.wave ?? "")
    let population = isPart ? nil : cohort?.population
    if let share = figure.weightedShare, let base = figure.effectiveBase {
      return Interval.ofShare(share, base: base, population: population)
    }
    return Interval.ofShare(proportion, population: population)
  }

  /// How many answered a question, as far as it may be said.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - item: the item of a battery; nil for its first, and for other kinds.
  ///   - segment: whose answers.
  ///   - wave: the wave; nil for the current one.
  ///   - isOfAll: whether those who were not asked count too.
  /// - Throws: the name that the results do not have, or that the plan does not allow.
  public func base(
    of question: String, item: String? = nil, segment: SegmentKey = .total, wave: String? = nil,
    isOfAll: Bool = false
  ) throws(FigureRefusal) -> BaseFigure {
    let question = try known(question)
    let item = item ?? question.items.first?.id
    let key = try baseKey(of: question, item: item, segment: segment, wave: wave)
    guard let counts = counts[key] else {
      let isSmall = (participation(of: segment, in: key.wave)?.responded ?? 0) > 0
      return isSmall ? .below(policy.group) : .unknown
    }
    if counts.isClosed { return .unknown }
    let base = isOfAll ? counts.everybody : counts.base
    // A filtered base is itself an answer: a small one is not said. Who took part always may be.
    if question.filter != nil, !isOfAll {
      if base < policy.group { return .below(policy.group) }
      if base < policy.insufficient { return .below(policy.insufficient) }
    }
    return .counted(base)
  }

  /// Who took part; nil for a wave that is known from a publication only.
  ///
  /// The total is the reported segments together, and what a segment is compared with the others.
  /// Who is in a segment that is not reported counts in that segment only.
  public func participation(of segment: SegmentKey, in wave: String) -> Participation? {
    participation[CohortKey(wave: wave, segment: segment)]
  }

  /// How far a figure on this base can be relied on.
  public func quality(ofBase base: Int) -> Figure.Quality {
    base < policy.insufficient ? .insufficient : base < policy.indicative ? .indicative : .sound
  }

  /// The segment with a name: `burgemeester` where only one breakdown has it, `role:burgemeester`.
  public func segment(named name: String) throws(FigureRefusal) -> SegmentKey {
    if name == "total" { return .total }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      guard let breakdown = breakdown(parts[0]) else {
        throw .unknownBreakdown(parts[0], known: breakdowns.map(\.id))
      }
      guard breakdown.segments.contains(where: { $0.id == parts[1] }) else {
        throw .unknownSegment(parts[1], known: breakdown.segments.map(\.id))
      }
      return .segment(breakdown: parts[0], id: parts[1])
    }
    let owners = breakdowns.filter { $0.segments.contains { $0.id == name } }
    switch owners.count {
    case 1: return .segment(breakdown: owners[0].id, id: name)
    case 0:
      throw .unknownSegment(name, known: breakdowns.flatMap { $0.segments.map(\.id) })
    default:
      throw .ambiguousSegment(name, candidates: owners.map { "\($0.id):\(name)" })
    }
  }

  private func known(_ id: String) throws(FigureRefusal) -> Question {
    guard let question = question(id) else {
      throw .unknownQuestion(id, known: questions.map(\.id))
    }
    return question
  }

  private func baseKey(
    of question: Question, item: String?, segment: SegmentKey, wave: String?
  ) throws(FigureRefusal) -> BaseKey {
    let items = question.items.map(\.id)
    if let item, !items.contains(item) {
      throw .unknownItem(item, of: question.id, known: items)
    }
    if item == nil, !items.isEmpty { throw .missingItem(of: question.id, known: items) }
    let wave = wave ?? currentWave.id
    guard self.wave(wave) != nil else { throw .unknownWave(wave, known: waves.map(\.id)) }
    switch segment {
    case .total: break
    case .segment(let breakdown, let id), .others(let breakdown, let id):
      guard let known = self.breakdown(breakdown) else {
        throw .unknownBreakdown(breakdown, known: breakdowns.map(\.id))
      }
      guard known.segments.contains(where: { $0.id == id }) else {
        throw .unknownSegment(id, known: known.segments.map(\.id))
      }
    }
    let breakdown = segment.breakdown ?? "total"
    guard isPlanned(question.id, by: breakdown) else {
      throw .notInPlan(question: question.id, breakdown: breakdown)
    }
    return BaseKey(question: question.id, item: item, segment: segment, wave: wave)
  }

  /// Whether the publication plan has a question by a breakdown, or `total`.
  public func isPlanned(_ question: String, by breakdown: String) -> Bool {
    plan.contains { $0.allows(question, by: breakdown) }
  }
}

extension SegmentKey {
  /// The breakdown; nil for the total.
  public var breakdown: String? {
    switch self {
    case .total: nil
    case .segment(let breakdown, _), .others(let breakdown, _): breakdown
    }
  }
}
