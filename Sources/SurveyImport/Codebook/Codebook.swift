import Diagnostics
import SurveyResults

/// A codebook as read: what the columns of a survey file mean.
struct Codebook {
  var study: Study
  /// The survey file, relative to the folder of the codebook.
  var dataFile: LocatedText
  /// The encoding of its texts; nil for what the file says itself.
  var encoding: LocatedText?
  /// The column of weights; nil for an unweighted study.
  var weight: LocatedText?
  var waves: [Wave]
  /// The files with what is known of waves without data.
  var publications: [(wave: String, file: LocatedText)]
  var breakdowns: [CodedBreakdown]
  var questions: [CodedQuestion]
  var plan: [PublicationRule]
  var policy: Policy
}

/// A breakdown with its column and codes.
struct CodedBreakdown {
  var breakdown: Breakdown
  var column: LocatedText
  /// The segment of each code.
  var codes: [String: String]
  /// Population and invitations, by segment, with the place that says so.
  var cohorts: [String: (population: Int?, invited: Int?, range: SourceRange)]
}

/// A question with its columns and codes.
struct CodedQuestion {
  /// Where the answers are.
  enum Source {
    /// One column; its codes are answers.
    case column(LocatedText)
    /// A column for each answer: 1 chosen, 0 not.
    case answers([(answer: String, column: LocatedText)])
    /// A column for each item; the codes are answers.
    case items([(item: String, column: LocatedText)])
  }

  var question: Question
  var source: Source
  /// The answer of each code.
  var codes: [String: String]
  /// The codes that stand for no answer.
  var missing: Set<String>
  /// The bands of a numeric question.
  var bands: [(answer: String, range: ClosedRange<Double>)]
  /// Where the codebook has the question.
  var range: SourceRange

  /// The question and the answer of the filter; nil without a filter.
  var filterParts: (question: String, answer: String)? {
    guard let filter = question.filter, let dot = filter.firstIndex(of: ".") else { return nil }
    return (String(filter[..<dot]), String(filter[filter.index(after: dot)...]))
  }
}
