import SurveyResults
import SurveyStatistics
import Testing

/// Both sample reports, from the survey file through the results file to the door.
@Suite struct SampleReportsTests {
  static let officeHolders = "weerbaar-bestuur-2024"
  static let electionStudy = "election-study-1996"

  private func counts(_ figure: Figure) -> [Int] {
    if case .counted(let proportion, _) = figure.outcome {
      return [proportion.count, proportion.base]
    }
    return []
  }

  @Test(
    arguments: [
      ("agressie", "any", "burgemeester", 60), ("agressie", "any", "wethouder", 45),
      ("bekendheid", "bekend", "burgemeester", 93), ("bekendheid", "onbekend", "raadslid", 53),
      ("aandacht_voldoende", "eens", "burgemeester", 53),
    ])
  func publishedFiguresComeOut(
    _ question: String, _ answer: String, _ segment: String, _ percent: Int
  ) throws {
    let results = try SampleReports.stored(SampleReports.results(of: Self.officeHolders))
    let figure = try results.figure(
      FigureRequest(
        question: question, answer: answer, segment: results.segment(named: segment)))
    #expect(figure.percent == percent)
  }

  @Test func participationIsThatOfThePublication() throws {
    let results = try SampleReports.stored(SampleReports.results(of: Self.officeHolders))
    let expected = [
      "burgemeester": [342, 338, 113], "wethouder": [1311, 1311, 241],
      "raadslid": [8384, 8384, 1081], "statenlid": [570, 567, 114], "cdk": [12, 12, 4],
      "gedeputeerde": [62, 62, 5],
    ]
    for (name, counts) in expected {
      let found = results.participation(of: try results.segment(named: name), in: "2024")
      #expect([found?.population, found?.invited, found?.responded] == counts, "\(name)")
    }
    // The four reported offices: with the two others in it, those would follow by subtraction.
    #expect(results.participation(of: .total, in: "2024")?.responded == 1549)
    #expect(results.participation(of: .total, in: "2021") == nil)
  }

  @Test func answersOfTheTwoSmallestOfficesAreNowhere() throws {
    let results = try SampleReports.stored(SampleReports.results(of: Self.officeHolders))
    for name in ["cdk", "gedeputeerde"] {
      let segment = try results.segment(named: name)
      for question in results.questions where results.isPlanned(question.id, by: "role") {
        for item in question.items.isEmpty ? [nil] : question.items.map({ Optional($0.id) }) {
          for answer in question.categories.map(\.id) + question.nets.map(\.id) {
            let figure = try results.figure(
              FigureRequest(question: question.id, item: item, answer: answer, segment: segment))
            #expect(figure.outcome == .withheld(.smallGroup))
          }
        }
        #expect(try results.base(of: question.id, segment: segment) == .below(10))
      }
    }
  }

  @Test func filteredQuestionHasItsOwnBase() throws {
    let results = try SampleReports.stored(SampleReports.results(of: Self.officeHolders))
    let mayors = try results.segment(named: "burgemeester")
    var request = FigureRequest(question: "reactie", answer: "niets", segment: mayors)
    #expect(counts(try results.figure(request)) == [4, 68])
    request.isOfAll = true
    #expect(counts(try results.figure(request)) == [4, 113])
    #expect(try results.base(of: "reactie", segment: mayors) == .counted(68))
    #expect(try results.base(of: "reactie", segment: mayors, isOfAll: true) == .counted(113))
  }

  @Test func batteryIsCountedByItem() throws {
    let results = try SampleReports.stored(SampleReports.results(of: Self.electionStudy))
    let dole = FigureRequest(question: "placement", item: "dole", answer: "right")
    #expect(counts(try results.figure(dole)) == [770, 944])
    #expect(throws: FigureRefusal.missingItem(of: "placement", known: ["self", "clinton", "dole"]))
    {
      try results.figure(FigureRequest(question: "placement", answer: "right"))
    }
  }

  @Test func fileKeepsEverythingThatTheModelSays() throws {
    for report in [Self.officeHolders, Self.electionStudy] {
      let results = try SampleReports.results(of: report)
      let stored = try SampleReports.stored(results)
      #expect(stored.study == results.study)
      #expect(stored.waves == results.waves)
      #expect(stored.breakdowns == results.breakdowns)
      #expect(stored.questions == results.questions)
      #expect(stored.policy == results.policy)
      #expect(stored.plan == results.plan)
      #expect(stored.inputs == results.inputs)
      #expect(stored.suppressionHash == results.suppressionHash)
      let keys = results.breakdowns.flatMap { breakdown in
        breakdown.segments.flatMap { segment in
          [
            SegmentKey.segment(breakdown: breakdown.id, id: segment.id),
            .others(breakdown: breakdown.id, id: segment.id),
          ]
        }
      }
      for question in results.questions {
        for item in question.items.isEmpty ? [nil] : question.items.map({ Optional($0.id) }) {
          for answer in question.categories.map(\.id) + question.nets.map(\.id) {
            for segment in keys + [.total] where isAllowed(question, segment, results) {
              for wave in results.waves {
                let request = FigureRequest(
                  question: question.id, item: item, answer: answer, segment: segment,
                  wave: wave.id)
                #expect(try stored.figure(request) == results.figure(request))
              }
            }
          }
        }
      }
    }
  }

  private func isAllowed(
    _ question: Question, _ segment: SegmentKey, _ results: ResultsModel
  ) -> Bool {
    results.isPlanned(question.id, by: segment.breakdown ?? "total")
  }
}
