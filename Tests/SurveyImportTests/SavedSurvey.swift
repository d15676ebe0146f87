import Diagnostics
import Foundation
import SurveyResults
import Testing

/// A codebook for the small survey files of SurveyFilesTests; tests change it and the file.
struct SavedSurvey {
  static let codebook = "data/codebook.yaml"
  static let answers = "data/answers.sav"

  /// The text of the codebook.
  var codebook = codebookText
  /// The survey file.
  var answers: [UInt8]

  /// Takes one of the fixtures.
  init(_ name: String = "small.sav") throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    answers = [UInt8](
      try Data(contentsOf: tests.appendingPathComponent("SurveyFilesTests/Fixtures/" + name)))
  }

  private static let codebookText = """
    study: { id: small, title: Small, language: en, selection: census }
    data: { file: answers.sav }
    waves: { "1": { label: one } }
    breakdowns:
      role:
        label: Role
        column: role
        segments:
          mayor: { code: 1, singular: mayor, plural: mayors }
          alderman: { code: 2, singular: alderman, plural: aldermen }
          councillor: { code: 3, singular: councillor, plural: councillors }
    questions:
      forms:
        label: Forms
        text: Which forms?
        kind: multiple
        columns: { verbal: f1, threat: f2, none: f3 }
        categories: { verbal: Verbal, threat: Threat, none: { label: None, none: true } }
      gender:
        label: Gender
        text: Are you a man or a woman?
        kind: single
        column: gender
        categories: { man: { label: Man, code: m }, woman: { label: Woman, code: f } }
      safety:
        label: Safety
        text: How safe?
        kind: single
        column: rating
        categories:
          unsafe: { label: Unsafe, code: [-2, 1] }
          safe: { label: Safe, code: [4, 5] }
          unknown: { label: Don't know, code: 8, dont-know: true }
      age:
        label: Age
        text: How old are you?
        kind: numeric
        column: age
        bands: { young: { label: Young, from: 18, to: 39 }, old: { label: Old, from: 40, to: 120 } }
    policy: { group: 1, cell: 1, indicative: 2, insufficient: 1 }

    """

  /// Puts a text in the place of the first of another, which must be there.
  mutating func replace(_ old: String, _ new: String) throws {
    let range = try #require(codebook.range(of: old), "'\(old)' is not there")
    codebook.replaceSubrange(range, with: new)
  }

  /// Puts bytes in the place of the first text of the same length in the survey file.
  mutating func replace(_ old: String, _ new: [UInt8]) throws {
    let old = Array(old.utf8)
    #expect(old.count == new.count)
    let place = try #require(answers.indices.first { answers[$0...].starts(with: old) })
    answers.replaceSubrange(place..<place + old.count, with: new)
  }

  /// What the import makes of it.
  func imported() throws -> (results: ResultsModel?, diagnostics: [Diagnostic]) {
    var survey = SmallSurvey()
    survey.files = [Self.codebook: Array(codebook.utf8), Self.answers: answers]
    return try survey.imported()
  }
}
