/// The rules of publication; printed in the methodology.
public struct Policy: Sendable, Hashable {
  /// What charts show of a base below `insufficient`.
  public enum SmallRows: String, Sendable, Hashable, CaseIterable {
    /// The row with its reason and no bar.
    case rowWithoutBar = "row-without-bar"
    /// A hatched bar.
    case hatchedBar = "hatched-bar"
    /// No row.
    case withhold
  }

  /// Below this base a figure is marked as indicative.
  public var indicative = 50
  /// Below this base a figure is not shown as a percentage.
  public var insufficient = 30
  /// Below this number of respondents a group leaves nothing but that it took part.
  public var group = 10
  /// A sensitive answer given, or not given, by fewer than this many (and not by nobody) is withheld.
  public var cell = 5
  /// A sensitive answer of at least this share of a base below `indicative` is withheld.
  public var dominance = 0.9
  /// What charts show of a base below `insufficient`.
  public var smallRows = SmallRows.rowWithoutBar

  /// The rules as they are unless a codebook says otherwise.
  public init() {}
}

/// Which file the results come from.
public struct InputFile: Sendable, Hashable {
  /// The path relative to the report folder.
  public var path: String
  /// The SHA-256 of its bytes.
  public var sha256: String

  /// Creates an entry.
  public init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}

/// A line of the publication plan: these questions may be shown by these breakdowns.
public struct PublicationRule: Sendable, Hashable {
  /// The questions; empty for all.
  public var questions: [String]
  /// The breakdowns, `total` for everybody together.
  public var breakdowns: [String]

  /// Creates a line.
  public init(questions: [String], breakdowns: [String]) {
    self.questions = questions
    self.breakdowns = breakdowns
  }

  /// Whether the line has a question by a breakdown, or `total`.
  public func allows(_ question: String, by breakdown: String) -> Bool {
    (questions.isEmpty || questions.contains(question)) && breakdowns.contains(breakdown)
  }
}

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
    question: String, item: String? = nil, answer: String, segment: SegmentKey, wave: String,
    content: Content, page: Int? = nil, base: Int? = nil
  ) {
    self.question = question
    self.item = item
    self.answer = answer
    self.segment = segment
    self.wave = wave
    self.content = content
    self.page = page
    self.base = base
  }
}
