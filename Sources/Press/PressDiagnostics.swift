import Diagnostics
import SurveyResults

extension Diagnostic {
  static func unreadableResults(_ error: ResultsFileError, at range: SourceRange) -> Diagnostic {
    let fixes: [Fix] =
      switch error {
      case .missing: [Fix("run 'katern import' first")]
      case .notResults, .unreadable: [Fix("make it anew with 'katern import'")]
      case .newer: [Fix("use that Katern, or make the file anew with 'katern import'")]
      case .locked: [Fix("wait until the other program is done, or close it")]
      case .older, .unwritable: []
      }
    return Diagnostic(
      .error, id: "unreadable-results", at: range, error.description, fixes: fixes)
  }

  static func unknownEdition(_ name: String, known: [String], at file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-edition", at: nil, "\(file) has no edition '\(name)'",
      notes: [Note("there are: \(known.joined(separator: ", "))")],
      fixes: Suggestion.fixes(for: name, in: known))
  }

  static func editionPerSegment(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "edition-per-segment", at: range,
      "the edition '\(name)' is printed for each segment",
      fixes: [Fix("use 'katern batch --edition \(name)', or name one with --segment")])
  }

  static func editionOfOne(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "edition-of-one", at: range,
      "the edition '\(name)' is one document: it has no 'each'",
      fixes: [Fix("use 'katern build --edition \(name)'")])
  }

  static func unknownSegment(_ refusal: FigureRefusal, at range: SourceRange?) -> Diagnostic {
    switch refusal {
    case .unknownBreakdown(let name, let known):
      return Diagnostic(
        .error, id: "unknown-breakdown", at: range, "the results have no breakdown '\(name)'",
        notes: [Note("there are: \(known.joined(separator: ", "))")],
        fixes: Suggestion.fixes(for: name, in: known))
    case .unknownSegment(let name, let known):
      return Diagnostic(
        .error, id: "unknown-segment", at: range, "the results have no segment '\(name)'",
        notes: [Note("there are: \(known.joined(separator: ", "))")],
        fixes: Suggestion.fixes(for: name, in: known))
    case .ambiguousSegment(let name, let candidates):
      return Diagnostic(
        .error, id: "ambiguous-segment", at: range,
        "several breakdowns have a segment '\(name)'",
        fixes: candidates.map { Fix("write '\($0)'", replacement: $0) })
    default:
      return Diagnostic(
        .error, id: "unknown-segment", at: range, "the results have no such segment")
    }
  }

  static func refusedTable(_ refusal: FigureRefusal) -> Diagnostic {
    switch refusal {
    case .unknownQuestion(let name, let known):
      return Diagnostic(
        .error, id: "unknown-question", at: nil, "the results have no question '\(name)'",
        fixes: Suggestion.fixes(for: name, in: known)
          + [Fix("'katern results list' lists the questions")])
    case .unknownWave(let name, let known):
      return Diagnostic(
        .error, id: "unknown-wave", at: nil, "the results have no wave '\(name)'",
        notes: [Note("there are: \(known.joined(separator: ", "))")],
        fixes: Suggestion.fixes(for: name, in: known))
    case .notInPlan(let question, let breakdown):
      return Diagnostic(
        .error, id: "not-in-plan", at: nil,
        "the codebook does not publish '\(question)' by '\(breakdown)'",
        fixes: [Fix("'katern results list' says by what each question is published")])
    case .crossedWithItself(let breakdown):
      return Diagnostic(
        .error, id: "crossed-with-itself", at: nil,
        "'\(breakdown)' cannot be crossed with itself",
        fixes: [Fix("name two breakdowns: --by municipality,role")])
    default: return unknownSegment(refusal, at: nil)
    }
  }

  static func oversizedExport(_ file: String, bound: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "file-too-large", at: nil, "\(file) has more than \(bound) bytes")
  }

  static func exportNotUTF8(_ file: String) -> Diagnostic {
    Diagnostic(.error, id: "not-utf8", at: nil, "\(file) is no UTF-8 text")
  }

  static func layoutWithoutTiles(_ layout: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "layout-without-tiles", at: range,
      "the layout '\(layout)' does not say what contents look like as tiles",
      fixes: [Fix("say 'contents: true', or add 'tiles: {columns: 3}' to the layout")])
  }
}
