import SurveyStatistics

extension ResultsModel {
  /// The figure that a request asks for, under the policy.
  ///
  /// - Throws: the name that the results do not have, or that the plan does not allow.
  public func figure(_ request: FigureRequest) throws(FigureRefusal) -> Figure {
    let question = try known(request.question)
    let key = try baseKey(
      of: question, item: request.item, segment: request.segment, wave: request.wave)
    let answerKey = try answerKey(request.answer, request.places, of: question)
    var request = request
    request.wave = key.wave
    request.segment = key.segment
    request.places = answerKey.places
    if wave(key.wave)?.publication != nil {
      let fact = fact(key, answer: answerKey)
      return Figure(request: request, outcome: fact.map { .published($0) } ?? .unknown)
    }
    guard let counts = counts[key] else {
      let isSmall =
        (participation(of: key.segment, in: key.wave)?.responded ?? 0) > 0
        && wasAsked(key.question, in: key.wave)
      return Figure(request: request, outcome: isSmall ? .withheld(.smallGroup) : .unknown)
    }
    guard let answer = counts.answers[answerKey] else {
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
      let isSmall = (participation(of: key.segment, in: key.wave)?.responded ?? 0) > 0
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
}
