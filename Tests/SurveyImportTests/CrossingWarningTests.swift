import Diagnostics
import SurveyResults
import SurveyStatistics
import Testing

/// A breakdown of many small segments: one warning, nothing of theirs in the results.
@Suite struct CrossingWarningTests {
  @Test func manySmallSegmentsAreOneWarning() throws {
    let towns = (0..<40).map { "      t\($0): { code: \($0), singular: t\($0), plural: ts }\n" }
      .joined()
    var survey = SmallSurvey()
    let codebook = """
      study: { id: towns, title: Towns, language: en, selection: census }
      data: { file: answers.csv }
      waves: { "1": { label: one } }
      breakdowns:
        town:
          label: Town
          column: town
          segments:

      """ + towns.split(separator: "\n").map { "  " + $0 + "\n" }.joined() + """
          role:
            label: Role
            column: role
            segments:
              a: { code: 0, singular: a, plural: as }
              b: { code: 1, singular: b, plural: bs }
        questions:
          any:
            label: Any
            text: Any?
            kind: single
            column: any
            categories: { yes: { label: "Yes", code: 1 }, no: { label: "No", code: 0 } }
        publish:
          - { questions: all, by: [total, town, role, [role, town]] }

        """
    // Thirty-nine towns have four respondents each, the last has sixty.
    let rows = (0..<216).map { number in
      "\(min(39, number / 4)),\(number % 2),\(number % 3 == 0 ? 1 : 0)\n"
    }.joined()
    survey.files = [
      SmallSurvey.codebook: Array(codebook.utf8),
      SmallSurvey.answers: Array(("town,role,any\n" + rows).utf8),
    ]
    let (found, diagnostics) = try survey.imported()
    #expect(diagnostics.map(\.id) == ["small-reported-segments"])
    #expect(diagnostics.first?.summary.hasPrefix("39 segments of 'town'") == true)
    #expect(diagnostics.first?.severity == .warning)
    let results = try #require(found)
    let large = try results.figure(
      FigureRequest(
        question: "any", answer: "yes", segment: results.segment(named: "town:t39 and role:a")))
    let small = try results.figure(
      FigureRequest(
        question: "any", answer: "yes", segment: results.segment(named: "town:t1 and role:a")))
    #expect(small.outcome == .withheld(.smallGroup))
    #expect(results.participation(of: small.request.segment, in: "1")?.responded == 2)
    guard case .counted(let proportion, _) = large.outcome else {
      Issue.record("\(large.outcome)")
      return
    }
    #expect(proportion.base == 30)
    #expect(try results.base(of: "any", segment: results.segment(named: "town:t1")) == .below(10))
  }
}
