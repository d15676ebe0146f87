import SurveyFiles

/// The answers that the labels of a variable make: the one place where labels become names.
///
/// A completed codebook and a first draft have the same names for the same file.
struct FileAnswers {
  /// An answer.
  struct Answer: Equatable {
    /// Its name in the codebook.
    var name: String
    /// Its label in the file.
    var label: String
    /// Its code.
    var code: String
    /// Whether the file says that it stands for no answer.
    var isMissing: Bool
  }

  /// The answers in the order of the file.
  private(set) var answers: [Answer] = []

  /// Takes the value labels of a variable.
  ///
  /// - Parameter others: values that occur and have no label; each becomes an answer of its own.
  init(_ variable: SurveyVariable, others: [SurveyValue] = []) {
    var names = NameMaker()
    for entry in variable.labels {
      let code = entry.value.code
      let label = entry.text.isEmpty ? code : entry.text
      answers.append(
        Answer(
          name: names.name(for: label, code: code), label: label, code: code,
          isMissing: variable.isMissing(entry.value)))
    }
    for value in others where variable.label(of: value) == nil {
      let code = value.code
      answers.append(
        Answer(
          name: names.name(for: "code " + code, code: code), label: code, code: code,
          isMissing: variable.isMissing(value)))
    }
  }

  /// The answer of a code.
  func answer(code: String) -> Answer? { answers.first { $0.code == code } }

  /// The answer that a name or a label in the codebook means; nil if it is none or not one.
  func answer(called name: String, label: String?) -> Answer? {
    if let answer = answers.first(where: { $0.name == name }) { return answer }
    guard let label else { return nil }
    let found = answers.filter { Self.agree($0.label, label) }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether two labels are the same but for capitals, accents and signs.
  static func agree(_ left: String, _ right: String) -> Bool {
    left == right || NameMaker.slug(left) == NameMaker.slug(right)
  }
}
