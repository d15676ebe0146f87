/// A question with its answers.
public struct Question: Sendable, Hashable {
  /// The kinds of question.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One answer.
    case single
    /// Any number of answers.
    case multiple
    /// One answer for each of several items, on one scale.
    case battery
    /// A number, in bands.
    case numeric
    /// The answers as objects, put in order: the first places are counted.
    case ranking
    /// Answers in people's own words, coded afterwards.
    case open
  }

  /// How far answers of another wave can be compared.
  public enum Comparability: String, Sendable, Hashable, CaseIterable {
    case identical
    case similar
    case no
  }

  /// The name in queries.
  public var id: String
  /// A short name for headings.
  public var label: String
  /// The wording that respondents saw.
  public var text: String
  /// The kind.
  public var kind: Kind
  /// The items of a battery; empty for other kinds.
  public var items: [Item]
  /// The answers in the order of the questionnaire.
  public var categories: [Category]
  /// The nets: named groups of answers.
  public var nets: [Net]
  /// Who was asked, in words; nil for everybody.
  public var universe: String?
  /// The answer that led to the question: `agressie.any`; nil for everybody.
  public var filter: String?
  /// Why the answers are sensitive; nil if they are not.
  public var sensitivity: String?
  /// How far each other wave compares, by wave.
  public var comparability: [String: Comparability]
  /// Whether the answers stand on a scale: charts keep their order.
  public var isScale: Bool
  /// How many places of a ranking are counted; nil for other kinds.
  public var places: Int?
  /// Who coded an open question: `human`, or the name of a model; nil for other kinds.
  public var coder: String?

  /// Creates a question.
  public init(
    id: String, label: String, text: String, kind: Kind, items: [Item] = [],
    categories: [Category], nets: [Net] = [], universe: String? = nil, filter: String? = nil,
    sensitivity: String? = nil, comparability: [String: Comparability] = [:],
    isScale: Bool = false, places: Int? = nil, coder: String? = nil
  ) {
    self.id = id
    self.label = label
    self.text = text
    self.kind = kind
    self.items = items
    self.categories = categories
    self.nets = nets
    self.universe = universe
    self.filter = filter
    self.sensitivity = sensitivity
    self.comparability = comparability
    self.isScale = isScale
    self.places = places
    self.coder = coder
  }
}

/// An item of a battery.
public struct Item: Sendable, Hashable {
  /// The name in queries.
  public var id: String
  /// The name in print.
  public var label: String

  /// Creates an item.
  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }
}

/// An answer.
public struct Category: Sendable, Hashable {
  /// The name in queries.
  public var id: String
  /// The name in print.
  public var label: String
  /// Whether it excludes all other answers: "none of these".
  public var isNone: Bool
  /// Whether it says that the respondent does not know.
  public var isDontKnow: Bool
  /// Whether it gathers what fits no other answer: "something else". Charts draw it after the named
  /// answers, and lists in order of naming leave it out.
  public var isRest: Bool

  /// Creates an answer.
  public init(
    id: String, label: String, isNone: Bool = false, isDontKnow: Bool = false, isRest: Bool = false
  ) {
    self.id = id
    self.label = label
    self.isNone = isNone
    self.isDontKnow = isDontKnow
    self.isRest = isRest
  }
}

/// A named group of answers: those who gave at least one of them.
///
/// A ranking has two that nobody wrote, without members: `partial`, who left places open, and `tied`,
/// who put several objects at one place. An open question has `answered`, all codes but "none".
public struct Net: Sendable, Hashable {
  /// The name in queries.
  public var id: String
  /// The name in print.
  public var label: String
  /// The answers, by name; empty for what is counted in another way.
  public var members: [String]

  /// Of an open question: those who gave an answer at all.
  package static let answered = "answered"
  /// Of a ranking: those who left places open.
  package static let partial = "partial"
  /// Of a ranking: those who put several objects at one place.
  package static let tied = "tied"

  /// Creates a net.
  public init(id: String, label: String, members: [String]) {
    self.id = id
    self.label = label
    self.members = members
  }
}
