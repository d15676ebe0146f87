import Diagnostics
import SurveyResults
import SurveyStatistics
import Testing

/// How the survey file may be written.
@Suite struct SurveyFileTests {
  /// What the door says of everybody, so that two ways of writing can be compared.
  private func figures(_ survey: SmallSurvey) throws -> [Figure.Outcome] {
    let (results, diagnostics) = try survey.imported()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let known = try #require(results)
    return try known.questions.flatMap { question in
      try question.categories.map { category in
        try known.figure(
          FigureRequest(
            question: question.id, item: question.items.first?.id, answer: category.id)
        ).outcome
      }
    }
  }

  private func rewritten(_ change: (String) -> String) -> SmallSurvey {
    var survey = SmallSurvey()
    survey.files[SmallSurvey.answers] = Array(change(survey.text(SmallSurvey.answers)).utf8)
    return survey
  }

  private static func with(_ separator: String, _ end: String, _ text: String) -> String {
    text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).joined(separator: separator)
    }.joined(separator: end) + end
  }

  @Test func manyWaysOfWritingTheSameRows() throws {
    let expected = try figures(SmallSurvey())
    #expect(expected.count == 9)
    let quoted: (String) -> String = { text in
      text.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false)
          .map { "\"\($0)\"" }.joined(separator: ",")
      }.joined(separator: "\n")
    }
    let ways: [(String, (String) -> String)] = [
      ("semicolons", { Self.with(";", "\n", $0) }), ("tabs", { Self.with("\t", "\n", $0) }),
      ("carriage returns", { Self.with(",", "\r\n", $0) }),
      ("byte-order mark", { "\u{FEFF}" + $0 }), ("no last newline", { String($0.dropLast()) }),
      ("quotes", quoted), ("blank lines", { Self.with(",", "\n\n", $0) }),
      ("blank lines with carriage returns", { Self.with(",", "\r\n\r\n", $0) }),
      ("spaces", { Self.with(" , ", "\n", $0) }),
      (
        "decimal commas",
        { text in
          Self.with(";", "\n", text).split(separator: "1.5").joined(separator: "1,5")
        }
      ),
    ]
    for (name, way) in ways { #expect(try figures(rewritten(way)) == expected, "\(name)") }
  }

  @Test func windows1252IsReadIfTheCodebookSaysSo() throws {
    var survey = SmallSurvey()
    try survey.replace("csv, w", "csv, encoding: windows-1252, w", in: SmallSurvey.codebook)
    try survey.replace("weight: w", "weight: gewicht\u{eb}", in: SmallSurvey.codebook)
    try survey.replace(",w\n", ",gewicht@\n", in: SmallSurvey.answers)
    let at = UInt8(ascii: "@")
    let bytes = survey.files[SmallSurvey.answers] ?? []
    survey.files[SmallSurvey.answers] = bytes.map { $0 == at ? 0xEB : $0 }
    #expect(try figures(survey) == figures(SmallSurvey()))
  }

  @Test func quotedFieldMayHoldEverything() throws {
    var survey = SmallSurvey()
    try survey.replace("role,f1", "role,note,f1", in: SmallSurvey.answers)
    let rows = survey.text(SmallSurvey.answers).split(separator: "\n").map(String.init)
    let note = "\"a \"\"quoted\"\" word, a comma;\r\nand a line\""
    let noted = rows.dropFirst().map { row -> String in
      let comma = row.firstIndex(of: ",") ?? row.endIndex
      return row[..<comma] + "," + note + row[comma...]
    }
    survey.files[SmallSurvey.answers] = Array(
      ([rows[0]] + noted).joined(separator: "\n").utf8)
    #expect(try figures(survey) == figures(SmallSurvey()))
  }

  @Test func lineOfAFaultCountsLinesNotRows() throws {
    var survey = SmallSurvey()
    try survey.replace(
      "2,1,1,0,2,1,2,22,1.5\n", "\n\"2\n\",1,1,0,2,1,2,22,1.5\n\n9,1,1,0,2,1,2,22,1.5\n",
      in: SmallSurvey.answers)
    let lines = try survey.imported().diagnostics.compactMap(\.range?.start.line)
    #expect(lines == [4, 7])
  }

  @Test func answersOfAMultipleQuestion() throws {
    // Nothing chosen where "none" could be is no answer; a person with two forms counts once.
    var survey = SmallSurvey()
    try survey.replace("1,1,0,0,1,1,1,20,1.5", "1,0,0,0,,1,1,20,1.5", in: SmallSurvey.answers)
    let results = try #require(try survey.imported().results)
    let any = try results.figure(FigureRequest(question: "forms", answer: "any"))
    guard case .counted(let proportion, _) = any.outcome else {
      Issue.record("\(any)")
      return
    }
    #expect([proportion.count, proportion.base] == [15, 23])
  }

  @Test func missingCodesAndWeights() throws {
    var survey = SmallSurvey()
    try survey.replace("1,1,0,0,1,1,1,20,1.5", "1,1,0,0,1,9,1,20,13.5", in: SmallSurvey.answers)
    let results = try #require(try survey.imported().results)
    #expect(try results.base(of: "views", item: "left") == .counted(23))
    #expect(try results.base(of: "views", item: "right") == .counted(24))
    let young = try results.figure(FigureRequest(question: "age", answer: "young"))
    // Ten are under 40; the weight of one of them is 13.5, of all others 1.5.
    #expect(young.weightedShare == (9 * 1.5 + 13.5) / (23 * 1.5 + 13.5))
    #expect(young.percent == 56)
    #expect(young.proportion?.percent == 42)
  }

  @Test func whoIsNotReportedCountsNowhereElse() throws {
    var survey = SmallSurvey()
    try survey.replace("reported: [mayor, alderman]", "reported: [mayor]", in: SmallSurvey.codebook)
    try survey.replace(
      "scales:\n",
      """
        age:
          label: Age
          column: v1
          segments: { one: { code: 1, singular: one, plural: ones } }
      scales:

      """, in: SmallSurvey.codebook)
    let results = try #require(try survey.imported().results)
    for segment in ["total", "mayor", "one", "alderman"] {
      let key = try results.segment(named: segment)
      #expect(results.participation(of: key, in: "2")?.responded == 12, "\(segment)")
    }
  }
}
