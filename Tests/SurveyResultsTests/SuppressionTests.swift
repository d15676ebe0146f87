import SurveyResults
import SurveyStatistics
import Testing

/// What the policy withholds, and what would follow from what it does not.
@Suite struct SuppressionTests {
  private let all = ["a", "b", "c", "d"]

  private func study(
    _ question: Question, _ bases: [String: (Int, [Int])], notReported: [String] = []
  ) -> CountedStudy {
    let names = bases.keys.sorted()
    var study = CountedStudy(
      question, reported: names.filter { !notReported.contains($0) }, notReported: notReported)
    study.bases[question.id] = Dictionary(
      uniqueKeysWithValues: bases.map {
        ("role:\($0.key)", .init(n: $0.value.0, counts: $0.value.1))
      })
    return study
  }

  // MARK: Primary rules

  @Test(arguments: [(4, true), (5, false), (0, false), (96, true), (95, false), (100, false)])
  func sensitiveAnswerOfAFewIsWithheld(_ count: Int, _ isWithheld: Bool) throws {
    let results = study(
      CountedStudy.single(["yes", "no"]),
      ["a": (100, [count, 100 - count]), "b": (100, [50, 50]), "c": (100, [50, 50])]
    ).results()
    for answer in ["yes", "no"] {
      let outcome = try results.outcome("choice", answer, role("a"))
      #expect((outcome == .withheld(.smallCell)) == isWithheld)
    }
  }

  @Test func answerThatIsNotSensitiveIsNot() throws {
    let results = study(
      CountedStudy.single(["yes", "no"], sensitive: false),
      ["a": (100, [1, 99]), "b": (100, [50, 50])]
    ).results()
    #expect(try results.count("choice", "yes", role("a")) == 1)
  }

  @Test func sensitiveAnswerOfNearlyAllOfASmallBaseIsWithheld() throws {
    // 44 of 49 is below nine in ten, 45 is not, and of 50 it may be said.
    for (n, count, isWithheld) in [
      (49, 44, false), (60, 55, false), (50, 45, false), (49, 49, true),
    ] {
      let results = study(
        CountedStudy.single(["yes", "no"]),
        ["a": (n, [count, n - count]), "b": (100, [50, 50]), "c": (100, [50, 50])]
      ).results()
      let outcome = try results.outcome("choice", "yes", role("a"))
      #expect((outcome == .withheld(.dominance)) == isWithheld, "\(n) \(count) \(outcome)")
    }
  }

  // MARK: Small groups

  /// 1549 of four reported offices, and 9 of two small ones: with a total of 1558 they would follow.
  @Test func totalLeavesOutWhoIsNotReported() throws {
    let results = study(
      CountedStudy.single(["yes", "no"], sensitive: false),
      [
        "a": (113, [68, 45]), "b": (241, [108, 133]), "c": (1081, [357, 724]),
        "d": (114, [39, 75]),
        "e": (4, [3, 1]), "f": (5, [2, 3]),
      ], notReported: ["e", "f"]
    ).results()
    #expect(results.participation(of: .total, in: "now")?.responded == 1549)
    #expect(try results.count("choice", "yes") == 572)
    for name in ["e", "f"] {
      #expect(try results.outcome("choice", "yes", role(name)) == .withheld(.smallGroup))
      #expect(try results.base(of: "choice", segment: role(name)) == .below(10))
    }
  }

  @Test func smallGroupThatIsReportedTakesAnotherWithIt() throws {
    let results = study(
      CountedStudy.single(["yes", "no"], sensitive: false),
      ["a": (9, [4, 5]), "b": (60, [20, 40]), "c": (100, [50, 50])]
    ).results()
    #expect(try results.outcome("choice", "yes", role("a")) == .withheld(.smallGroup))
    #expect(try results.outcome("choice", "yes", role("b")) == .withheld(.secondary))
    #expect(
      try results.outcome("choice", "yes", .others(breakdown: "role", id: "a"))
        == .withheld(.secondary))
    #expect(try results.count("choice", "yes", role("c")) == 50)
    #expect(try results.count("choice", "yes") == 74)
  }

  @Test func whatIsLeftOverOfTwoGroupsIsAGroup() throws {
    // The complement of b is a, which is too small.
    let results = study(
      CountedStudy.single(["yes", "no"], sensitive: false),
      ["a": (9, [4, 5]), "b": (60, [20, 40])]
    ).results()
    #expect(
      try results.outcome("choice", "yes", .others(breakdown: "role", id: "b"))
        == .withheld(.smallGroup))
    #expect(try results.outcome("choice", "yes", role("b")) == .withheld(.secondary))
  }

  // MARK: Filters

  @Test func baseThatIsAWithheldAnswerIsWithheld() throws {
    var study = study(
      CountedStudy.single(["yes", "no"]),
      ["a": (100, [97, 3]), "b": (100, [60, 40]), "c": (100, [70, 30])])
    study.questions.append(
      CountedStudy.single(["x", "y"], id: "follow", sensitive: false, filter: "choice.yes"))
    study.bases["follow"] = [
      "role:a": .init(n: 97, counts: [50, 47]), "role:b": .init(n: 60, counts: [30, 30]),
      "role:c": .init(n: 70, counts: [30, 40]),
    ]
    let results = study.results()
    #expect(try results.outcome("follow", "x", role("a")) == .withheld(.secondary))
    #expect(try results.base(of: "follow", segment: role("a")) == .unknown)
    #expect(try results.outcome("follow", "x", role("b")) == .withheld(.secondary))
    #expect(try results.count("follow", "x", role("c")) == 30)
  }

  // MARK: Sums

  @Test func withheldAnswerDoesNotFollowFromTheOthers() throws {
    let net = Net(id: "some", label: "some", members: ["b", "c"])
    let results = study(
      CountedStudy.single(["a", "b", "c"], nets: [net]),
      [
        "x": (100, [3, 20, 77, 97]), "y": (100, [30, 30, 40, 70]), "z": (100, [30, 30, 40, 70]),
      ]
    ).results()
    let outcomes = try ["a", "b", "c", "some"].map {
      try results.outcome("choice", $0, role("x"))
    }
    #expect(outcomes[0] == .withheld(.smallCell))
    #expect(outcomes[1] == .withheld(.secondary))
    #expect(outcomes[3] == .withheld(.smallCell), "97 of 100 is 3 who did not")
    #expect(try results.count("choice", "c", role("x")) == 77)
  }

  @Test func twoFewsTogetherAreNotEnough() throws {
    // 1 + 2 withheld would say that each is below 4; a third goes with them.
    let results = study(
      CountedStudy.single(["a", "b", "c", "d"]),
      ["x": (100, [1, 2, 40, 57]), "y": (200, [50, 50, 50, 50]), "z": (200, [50, 50, 50, 50])]
    ).results()
    #expect(try results.outcome("choice", "c", role("x")) == .withheld(.secondary))
    #expect(try results.count("choice", "d", role("x")) == 57)
  }

  @Test func noneAndAnyGoTogether() throws {
    let question = Question(
      id: "forms", label: "forms", text: "forms", kind: .multiple,
      categories: [
        Category(id: "threat", label: "threat"), Category(id: "abuse", label: "abuse"),
        Category(id: "none", label: "none", isNone: true),
      ], nets: [Net(id: "any", label: "any", members: ["threat", "abuse"])],
      sensitivity: "victims")
    let results = study(
      question,
      [
        "x": (100, [60, 70, 3, 97]), "y": (100, [20, 30, 60, 40]), "z": (100, [25, 30, 55, 45]),
      ]
    ).results()
    for answer in ["none", "any"] {
      #expect(try results.count("forms", answer, role("x")) == nil)
      #expect(try results.count("forms", answer, role("z")) == nil, "another goes too")
      #expect(try results.count("forms", answer, role("y")) != nil)
    }
    #expect(try results.count("forms", "threat", role("x")) == 60)
  }

  /// Counts a and b of two withheld strata would follow from a + b and 3a + 5b.
  @Test func strataAreWithheldByThree() throws {
    let study = study(
      CountedStudy.single(["yes", "no"], sensitive: false),
      ["a": (9, [4, 5]), "b": (60, [20, 40]), "c": (100, [50, 50]), "d": (100, [40, 60])])
    let counts = study.counts()
    func kept(strata: String?) -> Int {
      let kept = Suppression(
        policy: study.policy, questions: study.questions, breakdowns: study.breakdowns,
        plan: study.plan, strata: strata
      ).apply(to: counts) { segment, _ in
        counts[BaseKey(question: "choice", segment: segment, wave: "now")]?.base ?? 0
      }
      return ["a", "b", "c", "d"].count { name in
        let base = kept[BaseKey(question: "choice", segment: role(name), wave: "now")]
        if case .counted = base?.answers[AnswerKey("yes")] { return true }
        return false
      }
    }
    #expect(kept(strata: nil) == 2)
    #expect(kept(strata: "role") == 1)
  }

  // MARK: Nothing is left

  @Test func withheldFigureHasNoNumberInIt() throws {
    let results = study(
      CountedStudy.single(["yes", "no"]),
      ["a": (100, [3, 97]), "b": (100, [50, 50]), "c": (9, [4, 5])]
    ).results()
    for segment in ["a", "c"] {
      for answer in ["yes", "no"] {
        let figure = try results.figure(
          FigureRequest(question: "choice", answer: answer, segment: role(segment)))
        guard case .withheld = figure.outcome else {
          Issue.record("\(segment) \(answer): \(figure.outcome)")
          continue
        }
        #expect(numbers(in: figure).isEmpty)
        #expect(figure.percent == nil && figure.proportion == nil && figure.interval == nil)
      }
    }
    let shown = try results.figure(
      FigureRequest(question: "choice", answer: "yes", segment: role("b")))
    #expect(numbers(in: shown).contains("50"), "a figure that is shown has numbers to be found")
  }

  /// All numbers in a value, however deep.
  private func numbers(in value: Any) -> [String] {
    if value is any BinaryInteger || value is any BinaryFloatingPoint { return ["\(value)"] }
    return Mirror(reflecting: value).children.flatMap { numbers(in: $0.value) }
  }
}
