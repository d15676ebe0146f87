import Diagnostics
import Foundation
import SurveyResults
import SurveyStatistics
import TestSupport
import Testing

/// Results as JSON and back, for all kinds of question, from the samples and a small survey.
@Suite struct ResultsExchangeTests {
  private static func kinds() throws -> ResultsModel {
    let imported = try SmallSurvey.kinds.imported()
    #expect(imported.diagnostics.allSatisfy { $0.severity == .warning })
    return try #require(imported.results)
  }

  private func studies() throws -> [(String, ResultsModel)] {
    try [
      ("offices", SampleReports.results(of: SampleReportsTests.officeHolders)),
      ("election", SampleReports.results(of: SampleReportsTests.electionStudy)),
      ("kinds", Self.kinds()),
    ]
  }

  private func schema() throws -> JSONSchema {
    let file = SampleReports.root.appendingPathComponent("Documentation/results.schema.json")
    return try JSONSchema(String(contentsOf: file, encoding: .utf8))
  }

  private func bytes(_ model: ResultsModel) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("exchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("results.sqlite")
    try ResultsFile.write(model, to: file.path)
    return try Data(contentsOf: file)
  }

  @Test func confidentialExportComesBackToTheSameBytes() throws {
    for (name, imported) in try studies() {
      let results = try SampleReports.stored(imported)
      let text = ResultsExchange.confidential(of: results)
      var log = DiagnosticLog()
      let source = SourceFile(path: "export.json", text: text)
      let back = ResultsExchange.model(from: source, into: &log)
      let said = TextRenderer(sources: [source.path: source]).render(log.sorted)
      #expect(log.diagnostics.isEmpty, "\(name): \(said)")
      let model = try #require(back)
      #expect(try bytes(model) == bytes(imported), "\(name)")
      #expect(ResultsExchange.confidential(of: model) == text, "\(name)")
      #expect(
        ResultsExchange.publication(of: model) == ResultsExchange.publication(of: imported),
        "\(name)")
    }
  }

  @Test func exportsKeepToTheSchema() throws {
    let schema = try schema()
    for (name, results) in try studies() {
      for text in [
        ResultsExchange.publication(of: results), ResultsExchange.confidential(of: results),
        ResultsExchange.publication(of: results, hasProvenance: false),
      ] {
        let faults = schema.faults(in: try JSONDocument(text))
        #expect(faults.isEmpty, "\(name): \(faults.prefix(5))")
      }
    }
  }

  @Test func schemaRefusesNumbersWhereThereMayBeNone() throws {
    let schema = try schema()
    let text = ResultsExchange.publication(of: try Self.kinds())
    #expect(text.contains("\"quality\": \"withheld\", \"reason\""))
    for (old, new) in [
      ("\"quality\": \"withheld\"", "\"quality\": \"withheld\", \"count\": 3"),
      ("\"confidential\": false", "\"confidential\": true"),
      ("\"katern\": \"results\"", "\"katern\": \"something\""),
      ("\"kind\": \"open\"", "\"kind\": \"opened\""),
    ] {
      #expect(text.contains(old))
      let changed = text.replacingOccurrences(of: old, with: new)
      #expect(!schema.faults(in: try JSONDocument(changed)).isEmpty, "\(new)")
    }
  }

  @Test func publicationHasEveryFigureAsTheDoorGivesIt() throws {
    for (name, results) in try studies() {
      let document = try JSONDocument(ResultsExchange.publication(of: results))
      let entries = try #require(document["results"]).list
      #expect(!entries.isEmpty, "\(name)")
      var withheld = 0
      for entry in entries {
        for cell in try #require(entry["answers"]).list {
          var request = FigureRequest(
            question: try #require(entry["question"]?.text), item: entry["item"]?.text,
            answer: try #require(cell["answer"]?.text),
            segment: try #require(SegmentKey(entry["segment"]?.text ?? "")),
            wave: entry["wave"]?.text)
          if let first = cell["first_place"]?.number, let last = cell["last_place"]?.number {
            request.places = Places(first: Int(first), last: Int(last))
          }
          let figure = try results.figure(request)
          #expect(cell["percent"]?.number == figure.percent.map(Double.init))
          #expect(cell["count"]?.number == figure.proportion.map { Double($0.count) })
          if case .withheld(let reason) = figure.outcome {
            withheld += 1
            #expect(cell["reason"]?.text == reason.rawValue)
            #expect(cell["interval"] == nil && cell["base"] == nil)
          }
        }
      }
      #expect(name == "election" || withheld > 0, "\(name) withholds something")
    }
  }

  @Test func figureOfTheSampleIsInThePublication() throws {
    let results = try SampleReports.results(of: SampleReportsTests.officeHolders)
    let text = ResultsExchange.publication(of: results)
    #expect(text == ResultsExchange.publication(of: results))
    #expect(
      text.contains(
        #"{"answer": "any", "quality": "sound", "percent": 60, "count": 68, "base": 113, "interval": [52.6, 67.3]}"#
      ))
    #expect(text.contains(#""confidential": false"#))
    #expect(!ResultsExchange.publication(of: results, hasProvenance: false).contains("sha256"))
  }

  @Test func quoteOfAFewSaysNotWhoseItIsNorWhoAllowedIt() throws {
    let results = try Self.kinds()
    let text = ResultsExchange.publication(of: results)
    #expect(text.contains("We are few."))
    #expect(!text.contains("approved_by") && !text.contains("Ann"))
    let quotes = try #require(try JSONDocument(text)["quotes"]).list
    let few = try #require(quotes.first { $0["text"]?.text == "We are few." })
    #expect(few["segment"] == nil)
  }
}
