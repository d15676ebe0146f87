import Diagnostics
import Foundation
import SurveyImport
import Testing

/// New deliveries of a survey file.
@Suite struct DeliveryTests {
  /// What is said of a delivery beside the small survey, or another text file.
  private func check(
    _ delivery: [UInt8], named name: String = "new.csv", survey: SmallSurvey = SmallSurvey()
  ) throws -> (delivery: Delivery?, diagnostics: [Diagnostic]) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("delivery-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    for (file, bytes) in survey.files {
      try Data(bytes).write(to: folder.appendingPathComponent(file))
    }
    let path = folder.appendingPathComponent(name).path
    try Data(delivery).write(to: URL(fileURLWithPath: path))
    var log = DiagnosticLog()
    var sources: [String: SourceFile] = [:]
    let found = Delivery.check(path, in: folder.path, sources: &sources, into: &log)
    return (found, log.diagnostics)
  }

  private func changed(_ old: String, _ new: String) throws -> [UInt8] {
    var survey = SmallSurvey()
    try survey.replace(old, new, in: SmallSurvey.answers)
    return survey.files[SmallSurvey.answers] ?? []
  }

  @Test func respondentsAreCounted() throws {
    let rows = SmallSurvey().text(SmallSurvey.answers).split(separator: "\n")
    let more = (rows + [rows[1], rows[2]]).joined(separator: "\n")
    let (found, diagnostics) = try check(Array(more.utf8))
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(found?.respondentsBefore == 24)
    #expect(found?.respondentsAfter == 26)
    #expect(found?.target.hasSuffix("data/answers.csv") == true)
  }

  @Test func whatDoesNotFitAnyMore() throws {
    let cases: [(String, Diagnostic.Severity, [UInt8], String)] = [
      ("column-gone", .error, try changed("known,v1", "knows,v1"), "'known', which 'known' needs"),
      ("new-columns", .warning, try changed("known,v1", "knows,v1"), "1 new column"),
      (
        "code-without-category", .error,
        try changed("2,1,1,0,2,1,2,22,1.5", "7,1,1,0,2,1,2,22,1.5"),
        "1 respondent have code '7'"
      ),
      (
        "code-without-category", .error,
        try changed("2,1,1,0,2,1,2,22,1.5", "2,1,1,0,2,1,2,150,1.5"), "code '150' in 'age'"
      ),
      (
        "code-without-category", .error,
        try changed("2,1,1,0,2,1,2,22,1.5", "2,1,x,0,2,1,2,22,1.5"),
        "code 'x' in 'f2'"
      ),
      ("empty-data", .error, [], "no respondents"),
    ]
    for (id, severity, bytes, words) in cases {
      let diagnostics = try check(bytes).diagnostics
      let found = diagnostics.filter { $0.id == id }
      #expect(found.contains { $0.severity == severity }, "\(id): \(diagnostics)")
      #expect(found.contains { $0.summary.contains(words) }, "\(found)")
    }
    let other = try check(try SavedSurvey().answers, named: "new.sav").diagnostics
    #expect(other.contains { $0.id == "other-kind-of-file" })
  }

  @Test func unusedColumnThatIsGone() throws {
    var survey = SmallSurvey()
    try survey.replace(", weight: w", "", in: SmallSurvey.codebook)
    let rows = survey.text(SmallSurvey.answers).split(separator: "\n")
    let narrow = rows.map { $0[..<($0.lastIndex(of: ",") ?? $0.endIndex)] }
    let (found, diagnostics) = try check(
      Array(narrow.joined(separator: "\n").utf8), survey: survey)
    #expect(found != nil)
    #expect(diagnostics.map(\.id) == ["unused-columns-gone"])
    #expect(diagnostics.first?.severity == .warning)
    #expect(diagnostics.first?.summary.contains("no more column 'w'") == true)
  }

  @Test func labelsThatChanged() throws {
    var survey = SmallSurvey()
    let saved = try SavedSurvey()
    survey.files = [
      SmallSurvey.codebook: Array(saved.codebook.utf8), SavedSurvey.answers: saved.answers,
    ]
    var new = saved
    try new.replace("Alderman", Array("Deputy!!".utf8))
    let (found, diagnostics) = try check(new.answers, named: "new.sav", survey: survey)
    #expect(found?.respondentsBefore == 5)
    #expect(diagnostics.map(\.id) == ["labels-changed"], "\(diagnostics)")
    #expect(diagnostics.first?.notes.map(\.text) == ["code 2 was 'Alderman' and is 'Deputy!!'"])
    #expect(try check(saved.answers, named: "new.sav", survey: survey).diagnostics.isEmpty)
  }

  @Test func codebookWithoutAFile() throws {
    var survey = SmallSurvey()
    try survey.replace("file: answers.csv, ", "", in: SmallSurvey.codebook)
    let diagnostics = try check([], survey: survey).diagnostics
    #expect(diagnostics.map(\.id) == ["no-data-file"])
  }
}
