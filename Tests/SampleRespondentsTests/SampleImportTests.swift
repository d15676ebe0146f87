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

  @Test func publishedFiguresComeOutOfTheDoor() throws {
    let results = try Self.imported("weerbaar-bestuur-2024")
    for figure in Published.figures {
      guard let (question, answer) = figure.measure.query else { continue }
      let segment = try results.segment(named: figure.role.segment)
      let found = try results.figure(
        FigureRequest(question: question, answer: answer, segment: segment))
      let percent = try #require(found.percent, "\(figure)")
      #expect(figure.percent.contains(percent), "\(figure): \(percent)")
    }
  }

  // F106, F108, F110, F112, F128, F130 and F132.
  @Test(
    arguments: [
      ("bekendheid", "goed", "burgemeester", 12), ("bekendheid", "bekend", "burgemeester", 80),
      ("bekendheid", "bekend", "wethouder", 35), ("bekendheid", "bekend", "raadslid", 26),
      ("aandacht_voldoende", "eens", "burgemeester", 39),
      ("aandacht_voldoende", "eens", "raadslid", 20),
      ("aandacht_voldoende", "eens", "wethouder", 36),
    ])
  func figuresOfTheFirstWaveAreThoseOfThePublication(
    _ question: String, _ answer: String, _ segment: String, _ percent: Int
  ) throws {
    let results = try Self.imported("weerbaar-bestuur-2024")
    let figure = try results.figure(
      FigureRequest(
        question: question, answer: answer, segment: results.segment(named: segment), wave: "2021"))
    #expect(figure.percent == percent)
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

extension Measure {
  /// Question and answer of the codebook; nil where it has no such net.
  fileprivate var query: (String, String)? {
    let questions = [
      "agr": "agressie", "rea": "reactie", "hre": "hyp_reactie", "hon": "hyp_ondersteuning",
      "dee": "deelname",
    ]
    switch self {
    case .coded("bekendheid", 1...1): return ("bekendheid", "onbekend")
    case .coded("bekendheid", 4...4): return ("bekendheid", "goed")
    case .coded("bekendheid", 2...4): return ("bekendheid", "bekend")
    case .coded("aandacht", 1...2): return ("aandacht_voldoende", "eens")
    case .coded: return nil
    case .notChosen(let column): return questions[String(column.prefix(3))].map { ($0, "any") }
    case .chosen("rea_geen"), .chosen("hre_geen"):
      return questions[String(column.prefix(3))].map { ($0, "niets") }
    case .chosen(let column):
      return questions[String(column.prefix(3))].map { ($0, String(column.dropFirst(4))) }
    }
  }
}
