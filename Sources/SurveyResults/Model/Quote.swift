/// What a respondent wrote, in his or her own words, as a person allowed it to be printed.
public struct Quote: Sendable, Hashable {
  /// The question that it answers.
  public var question: String
  /// The category or net that it belongs to; nil if it belongs to none.
  public var answer: String?
  /// Whose words they are; nil if that may not be said.
  public var segment: SegmentKey?
  /// The wave.
  public var wave: String
  /// The words.
  public var text: String
  /// Whether it was chosen from among others, and not all are printed.
  public var isSelection: Bool
  /// Who allowed it to be printed.
  public var approvedBy: String
  /// What was taken out of it: "place name"; nil if nothing was.
  public var redactions: String?

  /// Creates a quote.
  public init(
    question: String, answer: String? = nil, segment: SegmentKey? = nil, wave: String,
    text: String, isSelection: Bool = true, approvedBy: String, redactions: String? = nil
  ) {
    self.question = question
    self.answer = answer
    self.segment = segment
    self.wave = wave
    self.text = text
    self.isSelection = isSelection
    self.approvedBy = approvedBy
    self.redactions = redactions
  }
}
