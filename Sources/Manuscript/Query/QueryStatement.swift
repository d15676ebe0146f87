/// What stands between braces: a figure, a claim, or what a sentence is made of.
struct QueryStatement: Hashable {
  /// What is done with it.
  enum Purpose: Hashable {
    /// It is filled in, or holds the words that are bound to it.
    case figure
    /// It is held against the data, and prints nothing.
    case claim
    /// A sentence is written.
    case sentence
  }

  /// How two figures compare.
  enum Relation: String, Hashable, CaseIterable {
    case greater = ">"
    case less = "<"
    /// They are about the same: no test tells them apart, and they are near.
    case equal = "="
    /// Nothing is claimed of them.
    case versus = "vs"
  }

  /// What a figure is compared with.
  enum Other: Hashable {
    /// Another figure; what it does not say it takes from the left.
    case query(Query)
    /// The same figure of each of these segments, or of each other segment of a breakdown.
    case all(of: [Query.Name])
  }

  /// A place among the answers of a question.
  struct Rank: Hashable {
    /// From 1; nil for the last.
    var place: Int?
    /// Whether the place is shared with another answer.
    var isShared = false
  }

  /// What is said of the figure.
  enum Assertion: Hashable {
    case comparison(Relation, Other)
    case rank(Rank)
  }

  /// What is done with it.
  var purpose = Purpose.figure
  /// The figure.
  var query: Query
  /// What is said of it; nil for nothing but the figure itself.
  var assertion: Assertion?
  /// Whether a test has to bear it out.
  var isTested = false
  /// The breakdown whose segments a sentence goes through; nil for none.
  var breakdown: Query.Name?
  /// The verb and what follows it, for a sentence; nil for words that suit every answer.
  var predicate: String?

  /// The form: that of the right side goes before that of the left.
  var format: Query.Format? {
    if case .comparison(_, .query(let other)) = assertion, let format = other.format {
      return format
    }
    return query.format
  }
}
