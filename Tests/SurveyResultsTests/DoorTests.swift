import SurveyResults
import SurveyStatistics
import Testing

/// What the door says, and what it refuses.
@Suite struct DoorTests {
  private func study(_ n: Int, sensitive: Bool = false) -> CountedStudy {
    var study = CountedStudy(
      CountedStudy.single(["yes", "no"], sensitive: sensitive), reported: ["mayor", "alderman"])
    study.bases["choice"] = [
      "role:mayor": .init(n: n, counts: [n / 2, n - n / 2]),
      "role:alderman": .init(n: 100, counts: [40, 60]),
    ]
    return study
  }

  @Test(
    arguments: [
      (29, Figure.Quality.insufficient), (30, .indicative), (49, .indicative), (50, .sound),
    ])
  func qualityFollowsFromTheBase(_ n: Int, _ expected: Figure.Quality) throws {
    let results = study(n).results()
    let figure = try results.figure(
      FigureRequest(question: "choice", answer: "yes", segment: role("mayor")))
    guard case .counted(let proportion, let quality) = figure.outcome else {
      Issue.record("\(figure)")
      return
    }
    #expect(quality == expected)
    #expect(proportion.base == n)
    // Prose has nothing of a base that is too small.
    #expect((figure.proportion == nil) == (expected == .insufficient))
    #expect((figure.percent == nil) == (expected == .insufficient))
    #expect((figure.interval == nil) == (expected == .insufficient))
  }

  @Test func populationCorrectsTheIntervalOfEverybodyOnly() throws {
    var study = study(100)
    study.population = ["role:mayor": 100]
    let request = FigureRequest(question: "choice", answer: "yes", segment: role("mayor"))
    #expect(try study.results().figure(request).interval == 50...50)
    study.population = [:]
    let endless = try #require(try study.results().figure(request).interval)
    #expect(endless.lowerBound < 41 && endless.upperBound > 59)
  }

  @Test func whoDidNotAnswerIsAsOneWhoDidNotTakePart() throws {
    // 100 of a population of 100 answered the filter, which leaves no doubt; who was asked next is a
    // part of that population of a size that nobody knows, until all are the base again.
    var study = study(100)
    study.population = ["role:mayor": 200]
    study.questions.append(
      CountedStudy.single(["x", "y"], id: "next", sensitive: false, filter: "choice.yes"))
    study.bases["next"] = ["role:mayor": .init(n: 50, counts: [25, 25])]
    let results = study.results()
    func width(_ question: String, _ answer: String) throws -> Double {
      let request = FigureRequest(question: question, answer: answer, segment: role("mayor"))
      let interval = try #require(try results.figure(request).interval)
      return interval.upperBound - interval.lowerBound
    }
    let corrected = Interval.ofShare(
      try #require(Proportion(count: 50, base: 100)), population: 200)
    #expect(try width("choice", "yes") == corrected.upperBound - corrected.lowerBound)
    let endless = Interval.ofShare(try #require(Proportion(count: 25, base: 50)), population: nil)
    #expect(try width("next", "x") == endless.upperBound - endless.lowerBound)
  }

  @Test func weightedShareComesWithItsEffectiveBase() throws {
    var study = CountedStudy(CountedStudy.single(["yes", "no"], sensitive: false), reported: ["a"])
    study.bases["choice"] = ["role:a": .init(n: 100, counts: [50, 50], weights: [150, 450])]
    // The helper takes the last weight for the sum.
    let figure = try study.results().figure(FigureRequest(question: "choice", answer: "yes"))
    #expect(figure.weightedShare == 150.0 / 450)
    #expect(figure.percent == 33)
    #expect(figure.effectiveBase == 100)
    let interval = try #require(figure.interval)
    #expect(interval.contains(100.0 / 3) && !interval.contains(50))
  }

  @Test func namesThatTheResultsDoNotHaveAreRefused() throws {
    let results = study(60).results()
    func refusal(_ request: FigureRequest) -> FigureRefusal? {
      do throws(FigureRefusal) {
        _ = try results.figure(request)
        return nil
      } catch { return error }
    }
    #expect(
      refusal(.init(question: "choise", answer: "yes"))
        == .unknownQuestion("choise", known: ["choice"]))
    #expect(
      refusal(.init(question: "choice", answer: "jes"))
        == .unknownAnswer("jes", of: "choice", known: ["yes", "no"]))
    #expect(
      refusal(.init(question: "choice", answer: "yes", segment: role("major")))
        == .unknownSegment("major", known: ["mayor", "alderman"]))
    #expect(
      refusal(
        .init(
          question: "choice", answer: "yes", segment: .segment(breakdown: "rol", id: "mayor")))
        == .unknownBreakdown("rol", known: ["role"]))
    #expect(
      refusal(.init(question: "choice", answer: "yes", wave: "then"))
        == .unknownWave("then", known: ["now"]))
    #expect(
      refusal(.init(question: "choice", item: "x", answer: "yes"))
        == .unknownItem("x", of: "choice", known: []))
  }

  @Test func planRefusesWhatItDoesNotHave() throws {
    var study = study(60)
    study.plan = [PublicationRule(questions: ["choice"], breakdowns: ["total"])]
    let results = study.results()
    #expect(try results.count("choice", "yes") == 70)
    let refusal = FigureRefusal.notInPlan(question: "choice", breakdown: "role")
    #expect(throws: refusal) { try results.outcome("choice", "yes", role("mayor")) }
    #expect(throws: refusal) {
      try results.outcome("choice", "yes", .others(breakdown: "role", id: "mayor"))
    }
    #expect(throws: refusal) { try results.base(of: "choice", segment: role("mayor")) }
  }

  @Test func bareNameOfTwoBreakdownsIsAmbiguous() throws {
    var study = study(60)
    study.breakdowns.append(
      Breakdown(
        id: "former", label: "Former role",
        segments: [Segment(id: "mayor", singular: "mayor", plural: "mayors")]))
    let results = study.results()
    #expect(
      throws: FigureRefusal.ambiguousSegment("mayor", candidates: ["role:mayor", "former:mayor"])
    ) { try results.segment(named: "mayor") }
    #expect(
      try results.segment(named: "former:mayor") == .segment(breakdown: "former", id: "mayor"))
    #expect(try results.segment(named: "alderman") == role("alderman"))
    #expect(try results.segment(named: "total") == .total)
    #expect(throws: FigureRefusal.self) { try results.segment(named: "role:nobody") }
    #expect(throws: FigureRefusal.self) { try results.segment(named: "nothing:mayor") }
  }

  @Test func publishedWaveHasFactsOnly() throws {
    var study = study(60)
    study.waves.append(Wave(id: "then", label: "Then", publication: "A report"))
    study.waves.append(Wave(id: "never", label: "Never"))
    let fact = PublishedFact(
      question: "choice", answer: "yes", segment: role("mayor"), wave: "then",
      content: .percent(38.5), page: 7)
    study.facts = [fact]
    let results = study.results()
    func figure(_ answer: String, _ wave: String) throws -> Figure {
      try results.figure(
        FigureRequest(question: "choice", answer: answer, segment: role("mayor"), wave: wave))
    }
    #expect(try figure("yes", "then").outcome == .published(fact))
    #expect(try figure("yes", "then").percent == 39)
    #expect(try figure("yes", "then").proportion == nil)
    #expect(try figure("no", "then").outcome == .unknown)
    #expect(try figure("yes", "never").outcome == .unknown)
    #expect(try results.base(of: "choice", wave: "then") == .unknown)
    #expect(results.participation(of: .total, in: "never") == nil)
  }

  @Test func percentageThatIsNoNumberIsNone() throws {
    var study = study(60)
    study.waves.append(Wave(id: "then", label: "Then", publication: "A report"))
    study.facts = [
      PublishedFact(
        question: "choice", answer: "yes", segment: .total, wave: "then", content: .percent(1e300))
    ]
    let request = FigureRequest(question: "choice", answer: "yes", wave: "then")
    #expect(try study.results().figure(request).percent == nil)
  }

  @Test func smallFilteredBaseIsNotSaid() throws {
    var study = study(100)
    study.questions.append(
      CountedStudy.single(["yes", "no"], id: "follow", sensitive: false, filter: "choice.yes"))
    for (n, expected) in [
      (9, BaseFigure.below(10)), (10, .below(30)), (29, .below(30)), (30, .counted(30)),
    ] {
      study.bases["choice"]?["role:mayor"] = .init(n: 100, counts: [n, 100 - n])
      study.bases["follow"] = [
        "role:mayor": .init(n: n, counts: [n / 2, n - n / 2]),
        "role:alderman": .init(n: 40, counts: [20, 20]),
      ]
      let results = study.results()
      #expect(try results.base(of: "follow", segment: role("mayor")) == expected)
      if n < 10 {
        #expect(try results.outcome("follow", "yes", role("mayor")) == .withheld(.smallGroup))
      }
    }
  }
}
