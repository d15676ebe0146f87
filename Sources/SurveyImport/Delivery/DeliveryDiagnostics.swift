import Diagnostics

extension Diagnostic {
  static func noDataFile(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-data-file", at: range,
      "the codebook names no survey file that a delivery could replace",
      fixes: [Fix("write 'data: { file: … }'")])
  }

  static func otherExtension(
    _ found: String, than expected: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "other-kind-of-file", at: range,
      "the delivery is a .\(found) file and the codebook names a .\(expected) file",
      fixes: [Fix("put the file into the data folder, and its name here")])
  }

  static func columnGone(
    _ column: String, of owner: String, file: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "column-gone", at: range,
      "'\(file)' has no column '\(column)', which '\(owner)' needs",
      fixes: Suggestion.fixes(for: column, in: known))
  }

  static func newColumns(_ names: [String], file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "new-columns", at: range,
      "'\(file)' has \(names.count) new column\(names.count == 1 ? "" : "s"), which the codebook "
        + "does not read: \(shortList(names))")
  }

  static func unusedColumnsGone(
    _ names: [String], file: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "unused-columns-gone", at: range,
      "'\(file)' has no more \(names.count == 1 ? "column" : "columns") \(shortList(names)), which "
        + "the codebook does not read")
  }

  static func labelsChanged(
    _ notes: [Diagnostic.Note], of column: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "labels-changed", at: range,
      "the labels of '\(column)' changed since the last delivery", notes: notes)
  }

  static func codeWithoutCategory(
    _ code: String, count: Int, label: String?, column: String, of owner: String,
    at range: SourceRange
  ) -> Diagnostic {
    let name = label.map { " ('\($0)')" } ?? ""
    let people = "\(count) respondent\(count == 1 ? "" : "s")"
    return Diagnostic(
      .error, id: "code-without-category", at: range,
      "\(people) have code '\(code)'\(name) in '\(column)', which '\(owner)' lacks",
      fixes: [Fix("add the code to a category, or list it under 'missing'")])
  }

  /// The first ten names, and how many more there are.
  private static func shortList(_ names: [String]) -> String {
    let first = names.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 10 ? "\(first) and \(names.count - 10) more" : first
  }
}
