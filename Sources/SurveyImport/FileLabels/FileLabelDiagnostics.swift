import Diagnostics

extension Diagnostic {
  static func otherSurvey(_ file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "other-survey", at: range,
      "'\(file)' has none of the columns that the codebook names: it is another survey's file")
  }

  static func unknownSet(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-set", at: range,
      "the survey file has no multiple-response set '\(name)'",
      fixes: Suggestion.fixes(for: name, in: known))
  }

  static func chosenWithoutColumns(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "chosen-without-columns", at: range,
      "'chosen' belongs to a question with a column for each answer")
  }

  static func codeWithoutLabel(
    _ code: String, column: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "code-without-label", at: range,
      "the survey file has no label for code \(code) of '\(column)', and labels for others")
  }

  static func nothingToAsk(_ file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "nothing-to-ask", at: range,
      "no column of '\(file)' has codes or numbers that could be counted")
  }

  static func swappedLabel(
    _ label: String, code: String, column: String, known: String, other: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "swapped-label", at: range,
      "code \(code) of '\(column)' is '\(known)' in the survey file; '\(label)' is code \(other)",
      fixes: [Fix("write 'code: \(other)', or another label", replacement: other)])
  }

  static func otherLabels(
    _ notes: [Diagnostic.Note], of name: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "other-labels", at: range,
      "\(notes.count) answer\(notes.count == 1 ? "" : "s") of '\(name)' "
        + "\(notes.count == 1 ? "has" : "have") another label than in the survey file",
      notes: notes)
  }
}
