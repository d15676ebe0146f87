import Diagnostics
import Foundation
import SurveyImport
import SurveyResults
import Testing

/// A survey of 24 respondents with one question of each kind; tests change its files.
struct SmallSurvey {
  static let codebook = "data/codebook.yaml"
  static let answers = "data/answers.csv"
  static let publication = "data/published.yaml"

  /// The bytes of each file by its path.
  var files: [String: [UInt8]] = [
    codebook: Array(codebookText.utf8), answers: Array(answersText.utf8),
    publication: Array(publicationText.utf8),
  ]

  private static let codebookText = """
    study: { id: small, title: Small, language: en, selection: census }
    data: { file: answers.csv, weight: w }
    waves:
      "2": { label: two, fieldwork: [2024-06-03, 2024-07-12], reminders: [2024-06-17] }
      "1": { label: one, published: published.yaml }
    breakdowns:
      role:
        label: Role
        column: role
        segments:
          mayor: { code: 1, singular: mayor, plural: mayors, population: 40, invited: 38 }
          alderman: { code: [2, 3], singular: alderman, plural: aldermen }
        reported: [mayor, alderman]
    scales:
      agree:
        categories: { agree: { label: Agree, code: 1 }, disagree: { label: Disagree, code: 2 } }
    questions:
      forms:
        label: Forms
        text: Which forms?
        kind: multiple
        columns: { threat: f1, abuse: f2, none: f3 }
        categories: { threat: Threat, abuse: Abuse, none: { label: None, none: true } }
        nets: { any: { label: Any, of: [threat, abuse] } }
        comparable: { "1": similar }
      known:
        label: Known
        text: Do you know it?
        kind: single
        column: known
        scale: agree
        asked-if: forms.any
      views:
        label: Views
        text: What do you think?
        kind: battery
        items: { left: { label: Left, column: v1 }, right: { label: Right, column: v2 } }
        scale: agree
        missing: [9]
      age:
        label: Age
        text: How old are you?
        kind: numeric
        column: age
        bands: { young: { label: Young, from: 0, to: 39 }, old: { label: Old, from: 40, to: 120 } }
    publish:
      - { questions: all, by: [total, role] }
    policy: { group: 10, cell: 5, dominance: 0.9, indicative: 20, insufficient: 12 }

    """

  private static let answersText: String = {
    let kinds = ["1,0,0,1", "1,1,0,2", "0,0,1,"]
    let rows = (0..<24).map { number in
      "\(number % 2 + 1),\(kinds[number % 3]),1,\(number % 2 + 1),\(20 + 2 * number),1.5"
    }
    return "role,f1,f2,f3,known,v1,v2,age,w\n" + rows.joined(separator: "\n") + "\n"
  }()

  private static let publicationText = """
    wave: "1"
    source: An older report
    facts:
      - { question: forms, answer: any, segment: mayor, percent: 40, page: 3 }
      - { question: views, item: left, answer: agree, segment: total, rank: 1 }

    """

  /// The text of a file.
  func text(_ file: String) -> String { String(decoding: files[file] ?? [], as: UTF8.self) }

  /// Puts a text in the place of the first of another, which must be there.
  mutating func replace(_ old: String, _ new: String, in file: String) throws {
    let text = text(file)
    let range = try #require(text.range(of: old), "'\(old)' is not there")
    files[file] = Array(text.replacingCharacters(in: range, with: new).utf8)
  }

  /// Writes the files to a folder of their own, imports them, and takes the folder away.
  func imported() throws -> (results: ResultsModel?, diagnostics: [Diagnostic]) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("survey-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("data/folder"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    var sources: [String: SourceFile] = [:]
    var log = DiagnosticLog()
    let results = SurveyImporter.run(folder: folder.path, sources: &sources, into: &log)
    return (results, log.diagnostics)
  }
}
