import Diagnostics
import Foundation
import SampleStudy
import SurveyImport
import Testing

@testable import SurveyResults

/// The sample study as an SPSS file says the same as the text file.
@Suite struct SavedStudyTests {
  private static let report = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Reports/weerbaar-bestuur-2024")

  /// The results of the study with another survey file.
  private func results(
    of survey: String, _ bytes: [UInt8]
  ) throws -> (model: ResultsModel, diagnostics: [Diagnostic]) {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("saved-" + UUID().uuidString)
    defer { try? files.removeItem(at: folder) }
    let data = folder.appendingPathComponent("data")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    try files.copyItem(at: Self.report.appendingPathComponent("data"), to: data)
    try Data(bytes).write(to: data.appendingPathComponent(survey))
    let codebook = data.appendingPathComponent("codebook.yaml")
    let text = try String(contentsOf: codebook, encoding: .utf8)
    try Data(text.replacing("file: respondents.csv", with: "file: \(survey)").utf8).write(
      to: codebook)
    var log = DiagnosticLog()
    var sources: [String: SourceFile] = [:]
    let model = SurveyImporter.run(folder: folder.path, sources: &sources, into: &log)
    return (try #require(model, "\(log.diagnostics)"), log.diagnostics)
  }

  @Test func writingAgainGivesTheCommittedBytes() throws {
    let study = try RespondentFile(seed: RespondentFile.publishedSeed)
    let committed = try Data(
      contentsOf: Self.report.appendingPathComponent("data/respondents.sav"))
    #expect(try Data(study.sav()) == committed)
  }

  @Test func bothFilesGiveTheSameResults() throws {
    let study = try RespondentFile(seed: RespondentFile.publishedSeed)
    let (text, _) = try results(of: "respondents.csv", Array(study.csv.utf8))
    let (saved, diagnostics) = try results(of: "respondents.sav", study.sav())
    #expect(!diagnostics.contains { $0.severity == .error }, "\(diagnostics)")
    #expect(saved.counts == text.counts)
    #expect(saved.suppressionHash == text.suppressionHash)
    #expect(saved.questions == text.questions)
    var tables = 0
    for question in text.questions {
      for item in question.items.isEmpty ? [nil] : question.items.map({ Optional($0.id) }) {
        for by in [nil] + text.breakdowns.map({ Optional($0.id) })
        where text.isPlanned(question.id, by: by ?? "total") {
          let written = try [text, saved].map { results in
            try ResultsTable(question: question, item: item, by: by, wave: nil, results: results)
              .json
          }
          #expect(written[0] == written[1])
          tables += 1
        }
      }
    }
    #expect(tables >= 30)
  }

  /// The committed files, the codebook changed in the name of the file only.
  @Test func bothFilesGiveTheSameExportByteForByte() throws {
    let exports = try ["respondents.csv", "respondents.sav"].map { name in
      let file = Self.report.appendingPathComponent("data/" + name)
      let model = try results(of: name, [UInt8](try Data(contentsOf: file))).model
      #expect(model.inputs.contains { $0.path == "data/" + name })
      return [
        ResultsExchange.publication(of: model, hasProvenance: false),
        ResultsExchange.confidential(of: model, hasProvenance: false),
      ].map { Array($0.utf8) }
    }
    #expect(exports[0][0].count > 100_000)
    #expect(exports[0][0] == exports[1][0])
    #expect(exports[0][1] == exports[1][1])
  }
}
