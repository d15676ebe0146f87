import Diagnostics
import SurveyResults
import SurveyStatistics
import Testing

/// Surveys of statistical packages, counted by a codebook.
@Suite struct SavedSurveyTests {
  private func counts(
    _ question: String, _ answers: [String], in results: ResultsModel
  ) throws -> [Int?] {
    try answers.map { answer in
      let figure = try results.figure(FigureRequest(question: question, answer: answer))
      return figure.proportion?.count
    }
  }

  @Test(arguments: ["small.sav", "small.zsav", "small-uncompressed.sav"])
  func missingValuesOfTheFileLeaveTheBase(_ name: String) throws {
    let (found, diagnostics) = try SavedSurvey(name).imported()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let results = try #require(found)
    #expect(results.participation(of: .total, in: "1")?.responded == 5)
    #expect(try results.base(of: "safety") == .counted(4))
    #expect(try results.base(of: "age") == .counted(3))
    #expect(try results.base(of: "forms") == .counted(4))
    #expect(try counts("safety", ["unsafe", "safe", "unknown"], in: results) == [1, 2, 1])
    #expect(try counts("age", ["young", "old"], in: results) == [2, 1])
    #expect(try counts("gender", ["man", "woman"], in: results) == [2, 3])
    #expect(try counts("forms", ["verbal", "threat", "none"], in: results) == [2, 2, 1])
  }

  @Test func codebookCanMakeAMissingValueAnAnswer() throws {
    var survey = try SavedSurvey()
    try survey.replace("code: 8, dont", "code: [8, 9], dont")
    let results = try #require(try survey.imported().results)
    #expect(try results.base(of: "safety") == .counted(5))
  }

  @Test func mentionsAreCountedOncePerRespondent() throws {
    var survey = try SavedSurvey()
    try survey.replace(
      "  gender:\n",
      """
        why:
          label: Why
          text: Why?
          kind: multiple
          columns: [m1, m2]
          categories:
            anger: { label: Anger, code: 1 }
            other: { label: Politics or another reason, code: [2, 3] }
        gender:

      """)
    let (found, diagnostics) = try survey.imported()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let results = try #require(found)
    #expect(try results.base(of: "why") == .counted(4))
    #expect(try counts("why", ["anger", "other"], in: results) == [2, 4])
  }

  @Test func codebookCanSayWhatMeansChosen() throws {
    var survey = try SavedSurvey()
    try survey.replace("kind: multiple\n", "kind: multiple\n    chosen: 0\n")
    try survey.replace("{ label: None, none: true }", "None")
    let results = try #require(try survey.imported().results)
    #expect(try counts("forms", ["verbal", "threat"], in: results) == [2, 2])
    #expect(try results.base(of: "forms") == .counted(4))
    try survey.replace("kind: single\n", "kind: single\n    chosen: 1\n")
    #expect(try survey.imported().diagnostics.contains { $0.id == "chosen-without-columns" })
  }

  @Test func faultOfARowPointsAtTheRespondent() throws {
    var survey = try SavedSurvey()
    try survey.replace("code: [-2, 1]", "code: 1")
    let diagnostics = try survey.imported().diagnostics
    let found = try #require(diagnostics.first { $0.id == "unknown-code" })
    #expect(found.range?.file == SavedSurvey.answers)
    #expect(found.range?.start.line == 5)
  }

  @Test func filesThatAreNotWhole() throws {
    let cases: [(String, (inout SavedSurvey) throws -> Void)] = [
      ("cut-off-file", { $0.answers.removeLast(200) }),
      ("cut-off-file", { $0.answers.removeLast($0.answers.count - 300) }),
      ("empty-data", { $0.answers = [] }),
      ("wrong-kind-of-file", { $0.answers = Array("role,f1\n1,1\n".utf8) }),
      ("damaged-file", { $0.answers[176] = 9 }),
      ("wrong-encoding", { try $0.replace("Gender", [0x47, 0xE9, 0x6E, 0x64, 0x65, 0x72]) }),
      ("duplicate-column", { try $0.replace("F3=f3", Array("F3=f1".utf8)) }),
    ]
    for (id, damage) in cases {
      var survey = try SavedSurvey()
      try damage(&survey)
      let (results, diagnostics) = try survey.imported()
      #expect(results == nil, "\(id)")
      #expect(
        diagnostics.contains { $0.id == id && $0.severity == .error }, "\(id): \(diagnostics)")
    }
  }

  @Test func codebookForAnotherFile() throws {
    var survey = try SavedSurvey()
    for (old, new) in [
      ("column: role", "column: a"), ("f1, threat: f2, none: f3", "b, threat: c, none: d"),
      ("column: gender", "column: e"), ("column: rating", "column: f"),
      ("column: age", "column: g"), ("answers.sav }", "answers.sav, weight: none }"),
    ] { try survey.replace(old, new) }
    let (results, diagnostics) = try survey.imported()
    #expect(results == nil)
    #expect(diagnostics.map(\.id) == ["other-survey"])
  }

  @Test func setsThatCannotBeReadAreAWarning() throws {
    var survey = try SavedSurvey()
    try survey.replace("$forms=D1", Array("$forms=X1".utf8))
    let (results, diagnostics) = try survey.imported()
    #expect(results != nil)
    #expect(diagnostics.map(\.id) == ["unreadable-sets"])
    #expect(diagnostics.first?.severity == .warning)
  }
}
