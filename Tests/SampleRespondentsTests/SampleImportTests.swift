import Diagnostics
import Foundation
import SurveyImport
import SurveyResults
import SurveyStatistics
import Testing

@testable import SampleStudy

/// Both sample reports as the import reads them: the published figures come out of the door.
@Suite struct SampleImportTests {
  static let reports = SurveyTable.path
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func imported(_ report: String) throws -> ResultsModel {
    var log = DiagnosticLog()
    var sources: [String: SourceFile] = [:]
    let model = SurveyImporter.run(
      folder: reports.appendingPathComponent(report).path, sources: &sources, into: &log)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics)")
    return try #require(model)
  }

  @Test func nothingButTheTwoSmallestOfficesIsWithheld() throws {
    let results = try Self.imported("weerbaar-bestuur-2024")
    for role in Role.allCases {
      let segment = try results.segment(named: role.segment)
      for question in results.questions where results.isPlanned(question.id, by: "role") {
        for item in question.items.isEmpty ? [nil] : question.items.map({ Optional($0.id) }) {
          for answer in question.categories.map(\.id) + question.nets.map(\.id) {
            let figure = try results.figure(
              FigureRequest(question: question.id, item: item, answer: answer, segment: segment))
            if case .counted = figure.outcome {
              #expect(role.isReported)
            } else {
              #expect(!role.isReported, "\(question.id).\(answer) for \(role)")
              #expect(figure.outcome == .withheld(.smallGroup))
            }
          }
        }
      }
    }
  }

  // The words of the survey file are those of the codebook.
  @Test func labelsOfColumnsAreThoseOfTheCodebook() throws {
    let file = try RespondentFile(seed: RespondentFile.publishedSeed)
    let results = try Self.imported("weerbaar-bestuur-2024")
    let known = Set(results.questions.flatMap { $0.categories.map(\.label) })
    let offices = Set(results.breakdowns.flatMap { $0.segments.map(\.singular) })
    let options = Set(file.sets.flatMap(\.columns))
    for column in file.columns.dropFirst() {
      let labels = options.contains(column.name) ? [column.label] : column.codes.map(\.label)
      #expect(Set(labels).isSubset(of: column.name == "rol" ? offices : known), "\(column.name)")
    }
  }

  @Test func reactionOfProvincialCouncillorsIsIndicative() throws {
    let results = try Self.imported("weerbaar-bestuur-2024")
    let figure = try results.figure(
      FigureRequest(
        question: "reactie", answer: "any", segment: results.segment(named: "statenlid")))
    guard case .counted(let proportion, let quality) = figure.outcome else {
      Issue.record("\(figure.outcome)")
      return
    }
    #expect(proportion.count == 20)
    #expect(proportion.base == 39)
    #expect(quality == .indicative)
  }

  // The counts were taken from the file by hand, with another program.
  @Test func electionStudyIsCountedByPartyGroup() throws {
    let results = try Self.imported("election-study-1996")
    func counts(_ request: FigureRequest) throws -> [Int] {
      guard case .counted(let proportion, _) = try results.figure(request).outcome else {
        return []
      }
      return [proportion.count, proportion.base]
    }
    let democrats = try results.segment(named: "democrat")
    #expect(try counts(.init(question: "identification", answer: "independent")) == [239, 944])
    #expect(try counts(.init(question: "placement", item: "dole", answer: "right")) == [770, 944])
    #expect(
      try counts(.init(question: "vote", answer: "clinton", segment: democrats)) == [366, 380])
    #expect(
      try counts(.init(question: "education", answer: "degree", segment: democrats)) == [160, 380])
    #expect(try counts(.init(question: "age", answer: "over-64")) == [170, 944])
  }
}

extension Role {
  /// The name of the office in the codebook.
  fileprivate var segment: String {
    switch self {
    case .burgemeester: "burgemeester"
    case .wethouder: "wethouder"
    case .raadslid: "raadslid"
    case .statenlid: "statenlid"
    case .commissaris: "cdk"
    case .gedeputeerde: "gedeputeerde"
    }
  }
}
