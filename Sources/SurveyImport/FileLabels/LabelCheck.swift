import Diagnostics
import LocatedYAML
import SurveyFiles

/// Holds the labels of a codebook against those of the survey file.
///
/// The codebook's word stands, but where the two contradict each other somebody should know: a code
/// whose label the file gives to another code is an error, other wording and codes that the file knows
/// nothing of are warnings.
struct LabelCheck {
  private let variables: [String: SurveyVariable]
  private(set) var log = DiagnosticLog()

  init(_ dictionary: SurveyDictionary) {
    variables = Dictionary(
      dictionary.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Checks a codebook that was completed.
  mutating func check(_ codebook: YAMLValue) {
    for entry in codebook.value("breakdowns")?.entries ?? [] {
      guard let column = entry.value.text("column") else { continue }
      check(
        entry.value.value("segments")?.entries ?? [], label: "singular", of: entry.key,
        column: column.text, isWordingChecked: false)
    }
    let scales = codebook.value("scales")
    for entry in codebook.value("questions")?.entries ?? [] {
      let scale = entry.value.text("scale").flatMap { scales?.value($0.text) }
      let categories =
        (scale?.value("categories")?.entries ?? [])
        + (entry.value.value("categories")?.entries ?? [])
      for column in columns(of: entry.value) {
        check(categories, label: "label", of: entry.key, column: column, isWordingChecked: true)
      }
    }
  }

  /// The columns of a question that have codes; those with a column for each answer have none.
  private func columns(of question: YAMLValue) -> [String] {
    if let column = question.text("column") { return [column.text] }
    if let items = question.value("items") {
      return items.entries.compactMap { $0.value.text("column")?.text }
    }
    guard let columns = question.value("columns"), columns.entries.isEmpty else { return [] }
    return columns.texts.map(\.text)
  }

  private mutating func check(
    _ entries: [YAMLEntry], label key: String, of name: LocatedText, column: String,
    isWordingChecked: Bool
  ) {
    guard let variable = variables[column], !variable.labels.isEmpty else { return }
    let answers = FileAnswers(variable)
    var others: [Diagnostic.Note] = []
    // A scale may have labels at its ends only; then codes without one say nothing.
    let count = entries.reduce(0) { $0 + ($1.value.value("code")?.texts.count ?? 0) }
    let isLabelled = count <= variable.labels.count
    for entry in entries {
      let codes = entry.value.value("code")?.texts ?? []
      let label = entry.value.text(key) ?? entry.key
      for code in codes {
        guard let known = answers.answer(code: code.text) else {
          if isLabelled {
            log.report(.codeWithoutLabel(code.text, column: column, at: code.range))
          }
          continue
        }
        if FileAnswers.agree(known.label, label.text) { continue }
        let swapped = answers.answers.first { answer in
          FileAnswers.agree(answer.label, label.text) && !codes.contains { $0.text == answer.code }
        }
        if let swapped {
          log.report(
            .swappedLabel(
              label.text, code: code.text, column: column, known: known.label,
              other: swapped.code, at: code.range))
        } else if codes.count == 1, isWordingChecked {
          others.append(
            Diagnostic.Note(
              "the file calls code \(code.text) of '\(column)' '\(known.label)', the codebook "
                + "'\(label.text)'",
              at: label.range))
        }
      }
    }
    if !others.isEmpty { log.report(.otherLabels(others, of: name.text, at: name.range)) }
  }
}
