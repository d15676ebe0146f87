/// A line of the publication plan: these questions may be shown by these breakdowns and crossings.
public struct PublicationRule: Sendable, Hashable {
  /// The questions; empty for all.
  public var questions: [String]
  /// The breakdowns, `total` for everybody together.
  public var breakdowns: [String]
  /// The crossings of two breakdowns.
  public var crossings: [Crossing]

  /// Creates a line.
  public init(questions: [String], breakdowns: [String], crossings: [Crossing] = []) {
    self.questions = questions
    self.breakdowns = breakdowns
    self.crossings = crossings
  }

  private func names(_ question: String) -> Bool {
    questions.isEmpty || questions.contains(question)
  }

  /// Whether the line has a question by a breakdown, or `total`.
  public func allows(_ question: String, by breakdown: String) -> Bool {
    names(question) && breakdowns.contains(breakdown)
  }

  /// Whether the line has a question by a crossing.
  public func allows(_ question: String, by crossing: Crossing) -> Bool {
    names(question) && crossings.contains(crossing)
  }

  /// Whether the line has a question for a segment.
  public func allows(_ question: String, for segment: SegmentKey) -> Bool {
    if let crossing = segment.crossing { return allows(question, by: crossing) }
    return allows(question, by: segment.breakdown ?? "total")
  }
}
