/// A query as parsed: what is asked, of whom, when and in which form.
struct Query: Hashable {
  /// What is asked.
  enum Subject: Hashable {
    /// One to three names: answer; question or item and answer; question, item and answer.
    case path([Name])
    /// Something of a cohort.
    case cohort(CohortMeasure)
    /// How many answered a question, or an item of it; the heading's question without a name.
    case base(of: [Name])
  }

  /// What is known of a cohort.
  enum CohortMeasure: String, Hashable, CaseIterable {
    case n
    case population
    case invited
    case responseRate = "response-rate"
    case margin
    case reliability
    case singular
    case plural
    /// The item of `::: each item of`.
    case item
  }

  /// How a figure is printed.
  enum Format: String, Hashable, CaseIterable {
    case percent
    case count
    case words
    /// The difference of a comparison, in percentage points.
    case points
    case n
  }

  /// Whose answers.
  enum Segment: Hashable {
    case named(Name)
    /// The segment of the sheet or loop.
    case this
    /// All but that segment, or all but the one that a claim compares with.
    case others
    case total
  }

  /// A word of the query with its UTF-8 offsets.
  struct Name: Hashable {
    var text: String
    var bytes: Range<Int>
  }

  /// What is asked; nil on the right side of a claim that repeats the left one's subject.
  var subject: Subject?
  /// Whose answers; nil for the default.
  var segment: Segment?
  /// Where the segment stands; nil for the default.
  var segmentBytes: Range<Int>?
  /// The wave; nil for the default.
  var wave: Name?
  /// Whether a filtered question is rebased on everybody.
  var isOfAll = false
  /// The form; nil for the one that suits the subject.
  var format: Format?
}

/// What stands in braces behind bound words: a query, or two that are compared.
struct BoundQuery: Hashable {
  /// How two figures compare.
  enum Relation: Character, Hashable, CaseIterable {
    case greater = ">"
    case less = "<"
    case equal = "="
  }

  /// The figure.
  var query: Query
  /// What it is compared with; nil for a plain binding.
  var comparison: (relation: Relation, other: Query)?

  static func == (left: Self, right: Self) -> Bool {
    left.query == right.query && left.comparison?.relation == right.comparison?.relation
      && left.comparison?.other == right.comparison?.other
  }

  func hash(into hasher: inout Hasher) { hasher.combine(query) }
}
