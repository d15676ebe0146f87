/// A column of the survey file and what its codes mean, in the words that respondents saw.
///
/// This is all that a statistics file needs beside the rows: variable labels, value labels and the
/// codes that stand for no answer.
public struct SurveyColumn: Sendable, Equatable {
  /// A code and what it stands for.
  public struct Code: Sendable, Equatable {
    /// The number in the file.
    public let value: Int
    /// What it stands for.
    public let label: String
  }

  /// The name in the header of the file: small letters, digits and `_`, at most 32 of them.
  public let name: String
  /// The question, or the option of a question with several answers.
  public let label: String
  /// The answers; empty where the number is a number (`respondent`).
  public let codes: [Code]
  /// The codes that stand for no answer; a question that was not put is an empty field.
  public let missing: [Code]

  init(_ name: String, _ label: String, codes: [Code] = [], missing: [Code] = []) {
    self.name = name
    self.label = label
    self.codes = codes
    self.missing = missing
  }

  /// A column whose answers are coded 1, 2, 3 … in order.
  init(_ name: String, _ label: String, answers: [String], missing: [Code] = []) {
    self.init(
      name, label, codes: answers.enumerated().map { Code(value: $0 + 1, label: $1) },
      missing: missing)
  }

  /// A column that says whether an option was chosen.
  init(option name: String, _ label: String) {
    self.init(
      name, label, codes: [Code(value: 0, label: "Nee"), Code(value: 1, label: "Ja")])
  }
}

/// Columns that together are one question with several answers: 1 is chosen, 0 is not.
public struct SurveyColumnSet: Sendable, Equatable {
  /// The name of the set: what the names of its columns begin with.
  public let name: String
  /// The question.
  public let label: String
  /// The names of the columns in order.
  public let columns: [String]
}
