import Diagnostics
import SurveyResults

/// A codebook as read: what the columns of a survey file mean.
struct Codebook {
  var study: Study
  /// The survey file, or the file of tables, relative to the folder of the codebook.
  var dataFile: LocatedText
  /// Whether the data are tables of counts, not respondents.
  var isTabulated: Bool
  /// The breakdown whose segments get their share of the population; nil for none.
  var strata: LocatedText?
  /// The file of populations and invitations; nil if there is none.
  var cohorts: LocatedText?
  /// The encoding of its texts; nil for what the file says itself.
  var encoding: LocatedText?
  /// The column of weights; nil for an unweighted study.
  var weight: LocatedText?
  /// The column that names the respondent, for the codes of open answers; nil if there is none.
  var respondent: LocatedText?
  /// The file of quotes; nil if there is none.
  var quotes: LocatedText?
  var waves: [Wave]
  /// The files with what is known of waves without data.
  var publications: [(wave: String, file: LocatedText)]
  /// The files with the respondents of earlier waves.
  var earlierFiles: [(wave: String, file: LocatedText)] = []
  var breakdowns: [CodedBreakdown]
  var questions: [CodedQuestion]
  var plan: [PublicationRule]
  var policy: Policy

  /// Whether respondents have weights.
  var isWeighted: Bool { weight != nil || strata != nil }

  /// The crossings of the plan, in the order of the breakdowns.
  var crossings: [Crossing] {
    let all = breakdowns.map(\.breakdown.id)
    return all.indices.flatMap { first in
      all[(first + 1)...].map { Crossing(all[first], $0) }
    }.filter { crossing in plan.contains { $0.crossings.contains(crossing) } }
  }
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
    /// A column for each answer: 1 chosen, 0 not, unless `chosen` says otherwise.
    case answers([(answer: String, column: LocatedText)])
    /// A column for the first answer that somebody gave, one for the second …; the codes are answers.
    case mentions([LocatedText])
    /// A column for each item; the codes are answers.
    case items([(item: String, column: LocatedText)])
    /// A column for each place of a ranking, with the code of the object that was put there.
    case places([LocatedText])
    /// A column for each object of a ranking, with its place.
    case ranks([(answer: String, column: LocatedText)])
    /// A file of codes, joined by the respondent.
    case codes(LocatedText)
    /// Tables of counts.
    case tables
  }

  var question: Question
  var source: Source
  /// The answer of each code.
  var codes: [String: String]
  /// The codes that stand for no answer, each with its reason; `""` for none known.
  var missing: [String: String]
  /// The codes that mean chosen in a column for each answer, all others that are no missing values
  /// meaning not chosen; empty for 1 and 0.
  var chosen: Set<String> = []
  /// The bands of a numeric question.
  var bands: [(answer: String, range: ClosedRange<Double>)]
  /// Where the codebook has the question.
  var range: SourceRange

  /// Why answers are missing; no known reason comes first.
  var reasons: [String] { [""] + Set(missing.values).subtracting([""]).sorted() }

  /// The question and the answer of the filter; nil without a filter.
  var filterParts: (question: String, answer: String)? {
    guard let filter = question.filter, let dot = filter.firstIndex(of: ".") else { return nil }
    return (String(filter[..<dot]), String(filter[filter.index(after: dot)...]))
  }
}
