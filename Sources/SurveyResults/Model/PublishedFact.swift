/// What an earlier publication said, where the data are gone.
public struct PublishedFact: Sendable, Hashable {
  /// What is known.
  public enum Content: Sendable, Hashable {
    /// The printed percentage.
    case percent(Double)
    /// The place in an order, from 1.
    case rank(Int)
    /// Only that it was lower or higher than the current wave.
    case direction(isLower: Bool)
  }

  /// The question.
  public var question: String
  /// The item of a battery; nil for other kinds.
  public var item: String?
  /// The category or net.
  public var answer: String
  /// The places of a ranking; nil for other kinds.
  public var places: Places?
  /// The segment.
  public var segment: SegmentKey
  /// The wave.
  public var wave: String
  /// What is known.
  public var content: Content
  /// The page that says it; nil if unknown.
  public var page: Int?
  /// The base, if the publication gives it.
  public var base: Int?

  /// Creates a fact.
  public init(
    question: String, item: String? = nil, answer: String, places: Places? = nil,
    segment: SegmentKey, wave: String, content: Content, page: Int? = nil, base: Int? = nil
  ) {
    self.question = question
    self.item = item
    self.answer = answer
    self.places = places
    self.segment = segment
    self.wave = wave
    self.content = content
    self.page = page
    self.base = base
  }
}
