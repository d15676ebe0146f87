import Diagnostics
import DocumentTree
import Foundation
import SurveyImport
import SurveyResults
import Testing

/// An answer that hardly anybody did not give is withheld as one that hardly anybody gave: a list in
/// order that left it out would put another answer first.
@Suite struct WithheldOrderTests {
  private static let codebook = """
    study: { id: withheld, title: Volgorde, language: nl, selection: census }
    data: { file: answers.csv }
    waves: { "2024": { label: "2024" } }
    breakdowns:
      role:
        label: Ambt
        column: role
        segments:
          burgemeester: { code: 1, singular: burgemeester, plural: burgemeesters }
    questions:
      vorm:
        label: Vorm
        text: Welke vormen?
        kind: multiple
        columns: { schelden: a, dreigen: b, geweld: c }
        categories: { schelden: Schelden, dreigen: Dreigen, geweld: Geweld }
        sensitive: slachtoffers mogen niet te herkennen zijn

    """

  /// Sixty mayors, of whom some were sworn at, thirty threatened and ten attacked.
  private func results(swornAt: Int) throws -> ResultsModel {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("withheld-\(UUID().uuidString)")
    let data = folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = (0..<60).map { "1,\($0 < swornAt ? 1 : 0),\($0 < 30 ? 1 : 0),\($0 < 10 ? 1 : 0)" }
    try Self.codebook.write(
      to: data.appendingPathComponent("codebook.yaml"), atomically: true, encoding: .utf8)
    try (["role,a,b,c"] + rows).joined(separator: "\n").write(
      to: data.appendingPathComponent("answers.csv"), atomically: true, encoding: .utf8)
    var sources: [String: SourceFile] = [:]
    var log = DiagnosticLog()
    return try #require(
      SurveyImporter.run(folder: folder.path, sources: &sources, into: &log), "\(log.sorted)")
  }

  private func firstLine(swornAt: Int) throws -> String {
    let outcome = try SmallReport.compose(
      "```toplist\nquestion: vorm\n```", results: results(swornAt: swornAt))
    return outcome.text.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func saysNoOrderWhereAnAnswerIsWithheld() throws {
    #expect(try firstLine(swornAt: 40) == "Het vaakst: schelden")
    #expect(try firstLine(swornAt: 58) == "te weinig antwoorden voor een volgorde")
  }
}
