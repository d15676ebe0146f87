public import SurveyStatistics

/// What is asked at the door.
public struct FigureRequest: Sendable, Hashable {
  /// The question.
  public var question: String
  /// The item of a battery; nil for other kinds.
  public var item: String?
  /// The category or net.
  public var answer: String
  /// Whose answers.
  public var segment: SegmentKey
  /// The wave; nil for the current one.
  public var wave: String?
  /// Whether a filtered question is rebased on everybody: "of all mayors".
  public var isOfAll: Bool
  /// The places of a ranking that are meant; nil for the top 1, and for other kinds.
  public var places: Places?

  /// Creates a request.
  public init(
    question: String, item: String? = nil, answer: String, segment: SegmentKey = .total,
    wave: String? = nil, isOfAll: Bool = false, places: Places? = nil
  ) {
    self.question = question
    self.item = item
    self.answer = answer
    self.segment = segment
    self.wave = wave
    self.isOfAll = isOfAll
    self.places = places
  }
}

/// The answer of the door: a share with its counts and quality, or why there is none.
public struct Figure: Sendable, Hashable {
  /// How far a figure can be relied on.
  public enum Quality: String, Sendable, Hashable, CaseIterable {
    /// The base is large enough.
    case sound
    /// The base is small; the figure is marked.
    case indicative
    /// The base is too small for a percentage; charts show it by policy, prose never.
    case insufficient
  }

  /// What the door says.
  public enum Outcome: Sendable, Hashable {
    /// Counts of this study.
    case counted(Proportion, quality: Quality)
    /// What an earlier publication printed.
    case published(PublishedFact)
    /// Nothing: the struct has no number in it.
    case withheld(Withholding)
    /// Nothing is known: the wave has no such fact, or nobody was asked.
    case unknown
  }

  /// The request, its wave and the places of a ranking filled in.
  public var request: FigureRequest
  /// What the door says.
  public var outcome: Outcome
  /// The 95 % interval in percent; nil unless counted, with a base of at least 30.
  public var interval: ClosedRange<Double>?
  /// The weighted share, 0 to 1; nil for an unweighted study.
  public var weightedShare: Double?
  /// Kish's effective base of a weighted share, (Σw)² / Σw²; nil for an unweighted study.
  public var effectiveBase: Double?

  /// The counts if the figure may stand in prose: sound or indicative.
  public var proportion: Proportion? {
    if case .counted(let proportion, let quality) = outcome, quality != .insufficient {
      return proportion
    }
    return nil
  }

  /// The whole percentage if the figure may stand in prose; of a publication what it printed.
  public var percent: Int? {
    if let weightedShare, proportion != nil { return Self.rounded(100 * weightedShare) }
    if let proportion { return proportion.percent }
    if case .published(let fact) = outcome, case .percent(let percent) = fact.content {
      return Self.rounded(percent)
    }
    return nil
  }

  /// Half up; nil for what no whole number can be.
  private static func rounded(_ percent: Double) -> Int? {
    Int(exactly: (percent + 0.5).rounded(.down))
  }
}

/// How many answered a question: the number itself, or a bound if it may not be said.
public enum BaseFigure: Sendable, Hashable {
  /// The base.
  case counted(Int)
  /// Fewer than this.
  case below(Int)
  /// Nothing is known, or a withheld figure would follow from it.
  case unknown
}

/// Why the door does not answer: a name that the results do not have.
public enum FigureRefusal: Error, Sendable, Hashable {
  case unknownQuestion(String, known: [String])
  case unknownItem(String, of: String, known: [String])
  case unknownAnswer(String, of: String, known: [String])
  case unknownSegment(String, known: [String])
  case unknownBreakdown(String, known: [String])
  case unknownWave(String, known: [String])
  /// A bare name that several breakdowns have.
  case ambiguousSegment(String, candidates: [String])
  /// A battery was asked without an item.
  case missingItem(of: String, known: [String])
  /// The publication plan does not have this question by this breakdown.
  case notInPlan(question: String, breakdown: String)
  /// A crossing of two segments of one breakdown.
  case crossedWithItself(String)
  /// Places that the question does not count; it counts `most`, 0 if it is no ranking.
  case unknownPlaces(Places, of: String, most: Int)
  /// A mean was asked of a question that is not numeric.
  case notNumeric(String)
}
