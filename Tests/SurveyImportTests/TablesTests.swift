import Diagnostics
import SurveyResults
import SurveyStatistics
import Testing

/// Tables instead of respondents: what follows is summed, what cannot be is reported.
@Suite struct TablesTests {
  private func results() throws -> ResultsModel {
    let (found, diagnostics) = try SmallSurvey.tables.imported()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    return try #require(found)
  }

  private func count(
    _ results: ResultsModel, _ question: String, _ answer: String, _ segment: SegmentKey = .total,
    item: String? = nil, wave: String = "2", places: Places? = nil
  ) throws -> [Int]? {
    let figure = try results.figure(
      FigureRequest(
        question: question, item: item, answer: answer, segment: segment, wave: wave,
        places: places))
    guard case .counted(let proportion, _) = figure.outcome else { return nil }
    return [proportion.count, proportion.base]
  }

  private func role(_ id: String) -> SegmentKey { .segment(breakdown: "role", id: id) }

  @Test func totalsNetsAndComplementsAreSummed() throws {
    let results = try results()
    #expect(try count(results, "forms", "threat") == [160, 354], "the reported offices")
    #expect(try count(results, "forms", "any", role("mayor")) == [68, 113], "113 without 45")
    #expect(try count(results, "known", "some", role("mayor")) == [73, 113])
    #expect(
      try count(results, "forms", "abuse", .others(breakdown: "role", id: "mayor")) == [50, 241])
    #expect(try count(results, "views", "agree", item: "left") == [200, 350])
    #expect(try count(results, "first", "speed") == [180, 300])
    #expect(try count(results, "first", "speed", places: .top(2)) == [280, 300])
  }

  @Test func earlierWaveHasCountsOfItsOwn() throws {
    let results = try results()
    #expect(try count(results, "forms", "any", role("mayor"), wave: "1") == [39, 100])
    #expect(results.participation(of: role("mayor"), in: "1")?.population == 352)
    #expect(try count(results, "known", "some", wave: "1") == nil)
  }

  @Test func cohortsSayWhoTookPart() throws {
    let results = try results()
    let mayor = results.participation(of: role("mayor"), in: "2")
    #expect(mayor == Participation(population: 342, invited: 338, responded: 114))
    // Nobody said how many commissioners took part: as many as answered the most.
    #expect(results.participation(of: role("commissioner"), in: "2")?.responded == 4)
    #expect(results.participation(of: .total, in: "2")?.responded == 355)
    let few = try results.figure(
      FigureRequest(question: "forms", answer: "threat", segment: role("commissioner")))
    #expect(few.outcome == .withheld(.smallGroup))
  }

  /// 1558 beside 1549: a total of all who answered is refused where small offices are not reported.
  @Test func totalWithTheSmallOfficesInItIsRefused() throws {
    var survey = SmallSurvey.tables
    try survey.replace(
      "known;;well;;total", "forms;;threat;;total;2;358;163\nknown;;well;;total",
      in: SmallSurvey.answers)
    let (results, diagnostics) = try survey.imported()
    #expect(results == nil)
    let fault = try #require(diagnostics.first { $0.id == "absent-cell" })
    #expect(fault.summary.contains("'total'"))
    for row in ["abuse;;total;2;358;81", "none;;total;2;358;179"] {
      try survey.replace(
        "known;;well;;total", "forms;;\(row)\nknown;;well;;total", in: SmallSurvey.answers)
    }
    let sum = try #require(try survey.imported().diagnostics.first { $0.id == "other-sum" })
    #expect(sum.summary.contains("'n' of 'forms' is 358 for 'total'"))
    #expect(sum.summary.hasSuffix("add up to 354"))
  }

  @Test(
    arguments: [
      (
        "forms;;threat;;mayor;2;113;60", "forms;;threat;;mayor;2;113;160", "'forms.threat'",
        "160 of 113"
      ),
      (
        "views;left;disagree;;total;2;350;150", "views;left;disagree;;total;2;350;149", "'views'",
        "add up to 349"
      ),
      ("forms;;none;;mayor;2;113;45", "forms;;none;;mayor;2;113;2", "'forms'", "add up to 92"),
      ("first;;partial;;total;2;300;50", "first;;partial;;total;2;300;0\n", "", ""),
      (
        "first;;trust;1;total;2;300;120", "first;;trust;1;total;2;300;140", "'first'",
        "add up to 320"
      ),
      ("mayor,2,342,338,114", "mayor,2,342,338,112", "'forms'", "353 took part"),
    ])
  func countThatCannotBeIsNamed(_ old: String, _ new: String, _ what: String, _ rule: String) throws
  {
    var survey = SmallSurvey.tables
    let file = old.hasPrefix("mayor") ? SmallSurvey.cohorts : SmallSurvey.answers
    try survey.replace(old, new, in: file)
    let found = try survey.imported().diagnostics.filter { $0.id == "impossible-count" }
    if what.isEmpty {
      #expect(
        found.isEmpty, "a ranking without open places may have as many first places as people")
      return
    }
    let fault = try #require(
      found.first { $0.summary.hasPrefix(what) && $0.summary.contains(rule) }, "\(found)")
    #expect(fault.summary.contains("mayor") || fault.summary.contains("total"))
    #expect(fault.range?.file == SmallSurvey.answers)
  }
}

/// Weights that give each office its share of all offices.
@Suite struct StratumWeightsTests {
  /// Four offices of 113, 241, 1081 and 114 with 60, 45, 33 and 33 %, weighted to 342, 1311, 8384 and
  /// 570: unweighted 36.8 %, weighted 35.4 %, with an effective base of 1480.
  @Test func totalIsWeightedToThePopulation() throws {
    let offices = [(113, 342, 68), (241, 1311, 108), (1081, 8384, 357), (114, 570, 38)]
    var survey = SmallSurvey()
    let segments = offices.enumerated().map { index, office in
      "      o\(index): { code: \(index), singular: o\(index), plural: os, population: \(office.1) }\n"
    }.joined()
    let codebook = """
      study: { id: strata, title: Strata, language: en, selection: census }
      data: { file: answers.csv, strata: office }
      waves: { "1": { label: one } }
      breakdowns:
        office:
          label: Office
          column: office
          segments:

      """ + segments.split(separator: "\n").map { "  " + $0 + "\n" }.joined() + """
        questions:
          any:
            label: Any
            text: Any?
            kind: single
            column: any
            categories: { yes: { label: "Yes", code: 1 }, no: { label: "No", code: 0 } }

        """
    let rows = offices.enumerated().flatMap { index, office in
      (0..<office.0).map { "\(index),\($0 < office.2 ? 1 : 0)\n" }
    }.joined()
    survey.files = [
      SmallSurvey.codebook: Array(codebook.utf8),
      SmallSurvey.answers: Array(("office,any\n" + rows).utf8),
    ]
    let (found, diagnostics) = try survey.imported()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let results = try #require(found)
    let figure = try results.figure(FigureRequest(question: "any", answer: "yes"))
    #expect(
      figure.outcome == .counted(try #require(Proportion(count: 571, base: 1549)), quality: .sound))
    #expect(
      abs((figure.weightedShare ?? 0) - 0.354) < 0.0005,
      "\(String(describing: figure.weightedShare))")
    #expect(abs((figure.effectiveBase ?? 0) - 1479.57) < 0.005)
    let office = try results.figure(
      FigureRequest(
        question: "any", answer: "yes", segment: .segment(breakdown: "office", id: "o0")))
    #expect(
      abs((office.weightedShare ?? 0) - 68.0 / 113) < 1e-12, "within an office all weigh the same")

    try survey.replace(", population: 570", "", in: SmallSurvey.codebook)
    #expect(try survey.imported().diagnostics.map(\.id) == ["stratum-without-population"])
  }
}
