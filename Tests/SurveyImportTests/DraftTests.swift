import Diagnostics
import Foundation
import SurveyImport
import SurveyResults
import Testing

/// First codebooks for survey files.
@Suite struct DraftTests {
  /// The draft for a file, and what the import makes of it as it stands.
  private func draft(
    _ bytes: [UInt8], named name: String
  ) throws -> (text: String, results: ResultsModel?, diagnostics: [Diagnostic]) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("draft-" + UUID().uuidString)
    let data = folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = data.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    var log = DiagnosticLog()
    guard let draft = CodebookDraft.make(for: file.path, into: &log) else {
      return ("", nil, log.diagnostics)
    }
    try Data(draft.text.utf8).write(to: data.appendingPathComponent("codebook.yaml"))
    var sources: [String: SourceFile] = [:]
    let results = SurveyImporter.run(folder: folder.path, sources: &sources, into: &log)
    return (draft.text, results, log.diagnostics)
  }

  @Test(arguments: ["small.sav", "small.zsav", "small.por", "small.dta"])
  func draftImportsAsItStands(_ name: String) throws {
    let (text, results, diagnostics) = try draft(try SavedSurvey(name).answers, named: name)
    #expect(diagnostics.isEmpty, "\(text)\n\(diagnostics)")
    #expect(results?.participation(of: .total, in: "1")?.responded == 5)
  }

  @Test func draftOfLabelsAndSets() throws {
    let (text, found, _) = try draft(try SavedSurvey().answers, named: "small.sav")
    for line in [
      "# Drafted from small.sav.", "  title: Small office survey", "  weight: weight_factor",
      "      mayor: { label: Mayor, code: 1 }",
      "      refused: { label: Refused, code: 9, missing: Refused }",
      "      verbal-abuse: f1", "    columns: [m1, m2]", "# breakdowns:",
      "selection: census  # decide", "  age:  # decide: guessed from the values",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    let results = try #require(found)
    #expect(
      results.questions.map(\.id) == [
        "role", "gender", "forms", "counted", "reasons", "rating", "age", "remark",
      ])
  }

  @Test func draftOfATextFileStatesItsGuesses() throws {
    var rows = ["id;role;agr_verbal;agr_threat;v1;v2;age;remark;note"]
    for number in 1...60 {
      rows.append(
        [
          String(number), ["mayor", "member"][number % 2], String(number % 2),
          String(number % 3 / 2), String(number % 5 + 1), String(number % 4 + 2),
          "\(number + 17),5", "said \(number)", "",
        ].joined(separator: ";"))
    }
    let bytes = [0xEF, 0xBB, 0xBF] + Array(rows.joined(separator: "\r\n").utf8)
    let (text, found, diagnostics) = try draft(bytes, named: "survey.csv")
    #expect(diagnostics.isEmpty, "\(text)\n\(diagnostics)")
    let results = try #require(found)
    #expect(results.questions.map(\.kind) == [.single, .multiple, .battery, .numeric])
    #expect(results.questions.map(\.id) == ["role", "agr", "v", "age"])
    for line in [
      "# id: not read: another value for every respondent", "columns of 0 and 1 side by side",
      "columns with the same stem side by side", "guessed from the values", "# note: not read",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
  }

  @Test func filesWithoutADraft() throws {
    #expect(try draft([], named: "a.csv").diagnostics.map(\.id) == ["empty-data"])
    #expect(try draft(Array("a,b\n".utf8), named: "a.csv").diagnostics.map(\.id) == ["empty-data"])
    let texts = (1...20).map { "text \($0)" }.joined(separator: "\n")
    #expect(
      try draft(Array("a\n\(texts)".utf8), named: "a.csv").diagnostics.map(\.id)
        == ["nothing-to-ask"])
    #expect(
      try draft(Array("role".utf8), named: "a.sav").diagnostics.map(\.id) == ["wrong-kind-of-file"])
  }

  @Test func strangeLabelsAreQuoted() throws {
    let label = Array("Gen: #\\'\u{22}".utf8.prefix(9))
    var survey = try SavedSurvey()
    try survey.replace("Gender", Array(label.prefix(6)))
    try survey.replace("Alderman", Array("- [a]: \u{22}".utf8))
    let (text, results, diagnostics) = try draft(survey.answers, named: "small.sav")
    #expect(diagnostics.isEmpty, "\(text)\n\(diagnostics)")
    #expect(results?.question("role")?.categories.map(\.label).contains("- [a]: \u{22}") == true)
  }
}
