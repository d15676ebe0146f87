import Foundation
import SurveyResults
import SurveyStatistics
import Testing

/// `texts.yaml` beside the codebook: words for coded answers, in the order of the counts.
@Suite struct AnswerTextsTests {
  let results: ResultsModel
  let groups: [[[String: String]]]

  init() throws {
    let judge = try PublishedStatementTests.judge.get()
    results = judge.results
    let rows = judge.companions["texts.yaml"]?.rows ?? []
    groups = Dictionary(grouping: rows) { "\($0["question"] ?? "") \($0["segment"] ?? "")" }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  private func count(_ answer: String, _ row: [String: String]) throws -> Int {
    let figure = try results.figure(
      FigureRequest(
        question: row["question"] ?? "", answer: answer,
        segment: results.segment(named: row["segment"] ?? "")))
    guard case .counted(let proportion, _) = figure.outcome else { return -1 }
    return proportion.count
  }

  @Test func themesOfAnOfficeAreItsMostFrequentInOrder() throws {
    #expect(groups.count == 16)
    for rows in groups {
      let first = try #require(rows.first)
      let question = try #require(results.question(first["question"] ?? ""))
      let named = rows.compactMap { $0["answer"] }
      let counts = try named.map { try count($0, first) }
      #expect(counts == counts.sorted(by: >), "\(question.id) \(first["segment"] ?? "")")
      let rest = question.categories.filter {
        !$0.isNone && !["overig", "anders"].contains($0.id) && !named.contains($0.id)
      }
      let least = try #require(counts.last)
      for category in rest { #expect(try count(category.id, first) < least, "\(category.id)") }
    }
  }

  @Test func everyAnswerHasWords() {
    for row in groups.joined() {
      let isTheme = row["question"]?.hasSuffix("_thema") == true
      #expect(row["wording"]?.isEmpty == false)
      #expect(row["text"]?.isEmpty == !isTheme)
    }
  }
}
