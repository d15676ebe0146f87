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
    /// The 95 % interval of a share.
    case interval(of: [Name])
    /// The mean of a numeric question; the heading's question without a name.
    case mean(of: [Name])
    /// The answers that most people gave; of the heading's question without a name.
    case top(Int, of: [Name])
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
    case n
    case words
    /// The words, and the percentage in brackets.
    case wordsAndPercent = "words-and-percent"
    /// The words with those whom they are about: "ruim een derde van de raadsleden".
    case phrase
    /// The difference of a comparison, in percentage points.
    case points
    /// Which way a comparison goes, and by how much.
    case change
    /// The answers of a `top`, each with its percentage.
    case list
    /// The answers of a `top` without their percentages.
    case names
    /// The place of an answer among the answers of its question.
    case ordinal
  }

  /// The places of a ranking that are counted.
  enum Places: Hashable {
    /// This place.
    case place(Int)
    /// Up to this place.
    case top(Int)
  }

  /// Whose answers.
  enum Segment: Hashable {
    /// A segment by name, or two or more that are crossed.
    case named([Name])
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

  /// The two forms of a verb.
  struct Verb: Hashable {
    var singular: String
    var plural: String
  }

  /// What is asked; nil on the right side of a claim that repeats the left one's subject.
  var subject: Subject?
  /// The places of a ranking; nil for the first place, and for other questions.
  var places: Places?
  /// Where the places stand; nil without any.
  var placesBytes: Range<Int>?
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
  /// The verb that is to agree with the words for the figure; it is what is printed.
  var verb: Verb?
}
