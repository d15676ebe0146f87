import Diagnostics
import SurveyResults
import SurveyStatistics
import Testing

/// Respondents of an earlier wave in a file of their own.
@Suite struct EarlierWaveTests {
  private static let earlier = "data/earlier.csv"

  /// The small survey with a file for its first wave, of which only one question was asked.
  private func survey(_ rows: String, wave: String = "file: earlier.csv") throws -> SmallSurvey {
    var survey = SmallSurvey()
    try survey.replace("published: published.yaml", wave, in: SmallSurvey.codebook)
    survey.files[Self.earlier] = Array(rows.utf8)
    return survey
  }

  /// Twelve mayors of whom nine met threats, and eleven aldermen of whom one did.
  private let rows =
    "role,w,f1,f2,f3\n" + String(repeating: "1,1,1,0,0\n", count: 9)
    + String(repeating: "1,1,0,0,1\n", count: 3) + "2,1,1,0,0\n"
    + String(repeating: "3,1,0,0,1\n", count: 10)

  @Test func itsQuestionsAreCounted() throws {
    let outcome = try survey(rows).imported()
    let results = try #require(outcome.results, "\(outcome.diagnostics)")
    let mayor = SegmentKey.segment(breakdown: "role", id: "mayor")
    let figure = try results.figure(
      FigureRequest(question: "forms", answer: "threat", segment: mayor, wave: "1"))
    guard case .counted(let proportion, _) = figure.outcome else {
      Issue.record("\(figure)")
      return
    }
    #expect((proportion.count, proportion.base) == (9, 12))
    #expect(results.participation(of: mayor, in: "1")?.responded == 12)
    #expect(results.participation(of: .total, in: "1")?.responded == 23)
    #expect(results.inputs.map(\.path).contains(Self.earlier))
  }

  @Test func whatWasNotAskedIsNotKnown() throws {
    let results = try #require(try survey(rows).imported().results)
    let age = try results.figure(
      FigureRequest(question: "known", answer: "agree", segment: .total, wave: "1"))
    #expect(age.outcome == .unknown)
  }

  @Test(arguments: [
    ("file: gone.csv", "role,w,f1,f2,f3\n1,1,1,0,0\n", "missing-file"),
    ("file: ../earlier.csv", "role,w,f1,f2,f3\n1,1,1,0,0\n", "outside-folder"),
    ("file: earlier.csv", "a,b\n1,2\n", "other-survey"),
    ("file: earlier.csv", "role,w,f1,f2,f3\n7,1,1,0,0\n", "unknown-code"),
    ("file: earlier.csv, published: published.yaml", "role,w,f1,f2,f3\n1,1,1,0,0\n", "wave-file"),
  ])
  func faultsAreReported(wave: String, rows: String, id: String) throws {
    let outcome = try survey(rows, wave: wave).imported()
    #expect(outcome.results == nil)
    #expect(outcome.diagnostics.map(\.id).contains(id), "\(outcome.diagnostics.map(\.id))")
  }
}
