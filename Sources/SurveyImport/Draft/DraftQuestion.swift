import SurveyFiles

/// A question as a draft of a codebook proposes it.
struct DraftQuestion {
  /// What the draft takes the columns for.
  enum Form {
    /// One column of codes.
    case single(column: String, answers: FileAnswers)
    /// A column for each answer; `chosen` is the code for chosen, nil for 1.
    case multiple(columns: [(name: String, label: String, column: String)], chosen: String?)
    /// A column for the first answer given, one for the second, and so on.
    case mentions(columns: [String], answers: FileAnswers)
    /// A column for each item, on one scale.
    case battery(items: [(name: String, label: String, column: String)], answers: FileAnswers)
    /// A number in bands; whether all its values are whole numbers.
    case numeric(column: String, bands: [ClosedRange<Int>], isWhole: Bool)
    /// A column that the draft makes no question of, with the reason.
    case none(column: String, reason: String)
  }

  /// The name of the question.
  var name: String
  /// The label of the variable or the set.
  var label: String
  /// What the draft takes the columns for.
  var form: Form
  /// Why, if it is a guess from the values and not said by the file; nil if the file says it.
  var guess: String?
}
