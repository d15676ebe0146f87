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

  /// Creates a question.
  public init(
    id: String, label: String, text: String, kind: Kind, items: [Item] = [],
    categories: [Category], nets: [Net] = [], universe: String? = nil, filter: String? = nil,
    sensitivity: String? = nil, comparability: [String: Comparability] = [:],
    isScale: Bool = false
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

  /// Creates an answer.
  public init(id: String, label: String, isNone: Bool = false, isDontKnow: Bool = false) {
    self.id = id
    self.label = label
    self.isNone = isNone
    self.isDontKnow = isDontKnow
  }
}

/// A named group of answers: those who gave at least one of them.
public struct Net: Sendable, Hashable {
  /// The name in queries.
  public var id: String
  /// The name in print.
  public var label: String
  /// The answers, by name.
  public var members: [String]

  /// Creates a net.
  public init(id: String, label: String, members: [String]) {
    self.id = id
    self.label = label
    self.members = members
  }
}
