import Diagnostics
import SurveyResults
import SurveyStatistics
import Testing

@testable import SurveyImport

/// Codebooks that leave out what the survey file says.
@Suite struct CompletionTests {
  private static let head = """
    study: { id: small, title: Small, language: en, selection: census }
    data: { file: answers.sav }
    waves: { "1": { label: one } }
    policy: { group: 1, cell: 1, indicative: 2, insufficient: 1 }

    """

  private func imported(
    _ questions: String, head: String = head
  ) throws -> (results: ResultsModel?, diagnostics: [Diagnostic]) {
    var survey = try SavedSurvey()
    survey.codebook = head + questions
    return try survey.imported()
  }

  @Test func fileSaysEverything() throws {
    let (found, diagnostics) = try imported(
      """
      breakdowns: { role: }
      questions:
        role:
        gender:
        forms:
        sex: { column: gender, label: Sex }
      """)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let results = try #require(found)
    let role = try #require(results.question("role"))
    #expect(role.label == "Which office do you hold?")
    #expect(role.categories.map(\.id) == ["mayor", "alderman", "councillor"])
    #expect(results.question("sex")?.text == "Sex")
    let forms = try #require(results.question("forms"))
    #expect(forms.label == "Forms of aggression")
    #expect(forms.kind == .multiple)
    #expect(forms.categories.map(\.label) == ["Verbal abuse", "Threats", "None of these"])
    #expect(
      results.breakdowns[0].segments.map(\.id) == ["mayor", "alderman", "councillor"])
    // The weights are the file's: 1.5 + 1.25 of 1.5 + 0.5 + 1 + 1.25.
    let verbal = try results.figure(FigureRequest(question: "forms", answer: "verbal-abuse"))
    #expect(verbal.weightedShare == 2.75 / 4.25)
  }

  @Test func codebookCanRefuseTheWeightsOfTheFile() throws {
    let head = Self.head.split(separator: ".sav", maxSplits: 1).joined(
      separator: ".sav, weight: none")
    let results = try #require(try imported("questions: { gender: }", head: head).results)
    let man = try results.figure(FigureRequest(question: "gender", answer: "man"))
    #expect(man.weightedShare == nil)
  }

  @Test func codebooksOwnWordStands() throws {
    let (found, diagnostics) = try imported(
      """
      questions:
        gender: { label: Sex, categories: { man: { label: Men }, woman: } }
      """)
    let results = try #require(found)
    #expect(results.question("gender")?.label == "Sex")
    #expect(results.question("gender")?.categories.map(\.label) == ["Men", "Woman"])
    #expect(diagnostics.map(\.id) == ["other-labels"])
    #expect(diagnostics.first?.notes.first?.text.contains("'Man', the codebook 'Men'") == true)
  }

  @Test func contradictions() throws {
    let cases: [(String, Diagnostic.Severity, String)] = [
      (
        "swapped-label", .error,
        "gender: { categories: { man: { label: Man, code: f }, woman: { label: Woman, code: m } } }"
      ),
      (
        "code-without-label", .warning,
        "gender: { categories: { man: { label: Man, code: m }, other: { label: Other, code: o } } }"
      ),
      ("unknown-set", .error, "worries: { set: reason }"),
      ("unknown-column", .error, "gender: { column: sex }"),
    ]
    for (id, severity, question) in cases {
      let diagnostics = try imported("questions:\n  \(question)\n").diagnostics
      let found = try #require(diagnostics.first { $0.id == id }, "\(id): \(diagnostics)")
      #expect(found.severity == severity)
      #expect(found.range?.file == SavedSurvey.codebook)
      #expect(found.range?.start.line == 6)
    }
  }

  @Test func namesFromLabels() {
    var names = NameMaker()
    let labels: [(String, String)] = [
      ("Very safe", "very-safe"), ("Very safe!", "very-safe-2"), ("Één keer", "een-keer"),
      ("???", "code-7"), ("Total", "total-code-7"), ("Don't know", "dont-know"),
      ("18–24 jaar", "18-24-jaar"), ("Несколько раз", "несколько-раз"),
      (
        "A label that is a good deal longer than any name should ever be",
        "a-label-that-is-a-good-deal-longer-than"
      ),
    ]
    for (label, name) in labels { #expect(names.name(for: label, code: "7") == name) }
  }
}
