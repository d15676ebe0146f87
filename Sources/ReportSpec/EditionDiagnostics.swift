import Diagnostics

// MARK: - Editions

extension Diagnostic {
  static func noEditions(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-editions", at: range, "a report must have an edition",
      fixes: [Fix("add 'report: {layout: rapport}' below 'editions:'")])
  }

  static func noChapters(_ edition: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-chapters", at: range,
      "the edition '\(edition)' needs chapters or a template",
      fixes: [Fix("add 'chapters: [chapters/01.md]' to the report")])
  }

  static func contentsDepth(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "contents-depth", at: range, "'contents' must be true, false, 1, 2, 3 or tiles")
  }

  static func eachWithoutTemplate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "each-without-template", at: range, "'each' needs a 'template'",
      fixes: [Fix("add 'template: factsheet.md'")])
  }

  static func withoutEach(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "sheet-without-each", at: range, "'\(key)' needs 'each'")
  }

  static func sheetFileName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "sheet-file-name", at: range,
      "'file' must be the name of a file with '{segment}' in it",
      fixes: [Fix("write \"{segment}.pdf\"", replacement: "\"{segment}.pdf\"")])
  }

  static func notAChapter(_ path: String, known: [String], at range: SourceRange) -> Diagnostic {
    let near = Suggestion.fixes(for: path, in: known)
    return Diagnostic(
      .error, id: "not-a-chapter", at: range,
      "an edition prints chapters of the report, and '\(path)' is none",
      fixes: near.isEmpty ? [Fix("add it to the 'chapters' of the report")] : near)
  }

  static func noChaptersChosen(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-chapters", at: range, "an edition must print a chapter",
      fixes: [Fix("leave 'chapters' out to print all")])
  }

  static func chaptersWithTemplate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "chapters-with-template", at: range,
      "an edition prints its 'template' or 'chapters', not both")
  }
}
