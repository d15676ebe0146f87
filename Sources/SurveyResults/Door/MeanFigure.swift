import SurveyStatistics

/// The mean of the numbers that people gave, or why there is none.
public struct MeanFigure: Sendable, Hashable {
  /// What the door says.
  public enum Outcome: Sendable, Hashable {
    /// The sums, which have mean and standard deviation.
    case counted(Moments, quality: Figure.Quality)
    /// Nothing: the struct has no number in it.
    case withheld(Withholding)
    /// Nothing is known: the wave has no such figure, or nobody gave a number.
    case unknown
  }

  /// The question.
  public var question: String
  /// Whose answers.
  public var segment: SegmentKey
  /// The wave.
  public var wave: String
  /// What the door says.
  public var outcome: Outcome
  /// The 95 % interval of the mean, in its own unit; nil unless it may stand in prose.
  public var interval: ClosedRange<Double>?

  /// The sums if the mean may stand in prose: sound or indicative.
  public var moments: Moments? {
    if case .counted(let moments, let quality) = outcome, quality != .insufficient {
      return moments
    }
    return nil
  }

  /// The mean if it may stand in prose; weighted if the study is.
  public var mean: Double? { moments?.mean }

  /// The standard deviation if the mean may stand in prose.
  public var standardDeviation: Double? { moments?.standardDeviation }
}

extension ResultsModel {
  /// The mean of a numeric question, under the policy.
  ///
  /// - Parameters:
  ///   - question: the question, of the kind `numeric`.
  ///   - segment: whose answers.
  ///   - wave: the wave; nil for the current one.
  /// - Throws: the name that the results do not have, or that the plan does not allow.
  public func mean(
    of question: String, segment: SegmentKey = .total, wave: String? = nil
  ) throws(FigureRefusal) -> MeanFigure {
    let known = try known(question)
    guard known.kind == .numeric else { throw .notNumeric(question) }
    let key = try baseKey(of: known, item: nil, segment: segment, wave: wave)
    func figure(_ outcome: MeanFigure.Outcome) -> MeanFigure {
      MeanFigure(question: question, segment: key.segment, wave: key.wave, outcome: outcome)
    }
    guard let counts = counts[key] else {
      let isSmall = (participation(of: key.segment, in: key.wave)?.responded ?? 0) > 0
      return figure(isSmall ? .withheld(.smallGroup) : .unknown)
    }
    switch counts.moments {
    case .withheld(let reason): return figure(.withheld(reason))
    case .counted(let moments) where moments.count > 0:
      var mean = figure(.counted(moments, quality: quality(ofBase: moments.count)))
      // As for shares: a filtered base is a part of a population whose size nobody knows.
      let population =
        known.filter == nil ? participation(of: key.segment, in: key.wave)?.population : nil
      if mean.moments != nil, let summary = moments.summary,
        let margin = summary.margin(population: population) ?? summary.margin()
      {
        mean.interval = summary.mean - margin...summary.mean + margin
      }
      return mean
    case .counted, nil: return figure(.unknown)
    }
  }
}
