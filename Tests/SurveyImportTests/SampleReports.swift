import Diagnostics
import Foundation
import SurveyImport
import SurveyResults
import Testing

/// The sample reports of this repository, imported.
enum SampleReports {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The results of a sample report; anything that the import says is a failure.
  static func results(of report: String) throws -> ResultsModel {
    var log = DiagnosticLog()
    var sources: [String: SourceFile] = [:]
    let folder = root.appendingPathComponent("Reports").appendingPathComponent(report).path
    let results = SurveyImporter.run(folder: folder, sources: &sources, into: &log)
    #expect(log.diagnostics.isEmpty, "\(TextRenderer(sources: sources).render(log.sorted))")
    return try #require(results)
  }

  /// The results after a way through the file.
  static func stored(_ results: ResultsModel) throws -> ResultsModel {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("results-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("results.sqlite").path
    try ResultsFile.write(results, to: path)
    return try ResultsFile.read(path: path)
  }
}
