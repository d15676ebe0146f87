import Foundation
import SurveyResults
import Testing

/// The example of Documentation/Codebook.md is a codebook that works.
@Suite struct CodebookExampleTests {
  @Test func exampleOfTheDocumentationIsImported() throws {
    let page = try String(
      contentsOf: SampleReports.root.appendingPathComponent("Documentation/Codebook.md"),
      encoding: .utf8)
    let start = try #require(page.range(of: "```yaml\n"))
    let end = try #require(page.range(of: "```", range: start.upperBound..<page.endIndex))
    let facts = try #require(page.range(of: "    wave: \"2021\"\n"))
    let factLines = page[facts.lowerBound...].split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) + "\n" }.joined()
    let rows = (0..<60).map { number in
      number % 2 == 0 ? "\(number % 4 / 2 + 1),1,0,0,1" : "\(number % 4 / 2 + 1),0,0,1,"
    }
    var survey = SmallSurvey()
    survey.files = [
      SmallSurvey.codebook: Array(page[start.upperBound..<end.lowerBound].utf8),
      "data/respondents.csv": Array(
        ("role,agr_1,agr_2,agr_3,rep\n" + rows.joined(separator: "\n")).utf8),
      "data/published-2021.yaml": Array(factLines.utf8),
    ]
    let (found, diagnostics) = try survey.imported()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let results = try #require(found)
    let any = try results.figure(FigureRequest(question: "aggression", answer: "any"))
    #expect(any.percent == 50)
    let before = try results.figure(
      FigureRequest(
        question: "aggression", answer: "any", segment: results.segment(named: "mayor"),
        wave: "2021"))
    #expect(before.percent == 39)
  }
}
