import SurveyResults
import SurveyStatistics
import Testing

/// The differences of a published report that would have named nine people, and the ways here to the
/// same numbers: none of them is open.
@Suite struct DifferencingTests {
  private static let sizes = [
    ("mayor", 113), ("alderman", 241), ("councillor", 1081), ("provincial", 114),
    ("commissioner", 4), ("deputy", 5),
  ]

  private func study(reported: Int) -> CountedStudy {
    let names = Self.sizes.map(\.0)
    var study = CountedStudy(
      CountedStudy.single(["yes", "no"], sensitive: false),
      reported: Array(names.prefix(reported)), notReported: Array(names.dropFirst(reported)))
    study.bases["choice"] = Dictionary(
      uniqueKeysWithValues: Self.sizes.map {
        ("role:\($0.0)", .init(n: $0.1, counts: [$0.1 / 3, $0.1 - $0.1 / 3]))
      })
    return study
  }

  /// 1558 beside the four offices' 1549 would say what nine people answered.
  @Test func totalIsOfTheReportedOffices() throws {
    let results = study(reported: 4).results()
    #expect(try results.base(of: "choice") == .counted(1549))
    let four = try ["mayor", "alderman", "councillor", "provincial"].map {
      try results.count("choice", "yes", role($0)) ?? 0
    }
    #expect(try results.count("choice", "yes") == four.reduce(0, +))
    for small in ["commissioner", "deputy"] {
      #expect(try results.outcome("choice", "yes", role(small)) == .withheld(.smallGroup))
    }
  }

  /// With all six reported the total is 1558, and then not all four offices are shown beside it.
  @Test func totalOfAllIsNotShownBesideAllOthers() throws {
    let results = study(reported: 6).results()
    let total = try results.count("choice", "yes")
    let shown = try Self.sizes.map { try results.count("choice", "yes", role($0.0)) }
    #expect(total != nil)
    #expect(shown.filter { $0 != nil }.count < 4, "\(shown)")
    // What is left over is a group of ten at least, of whom nobody knows which are the nine.
    let left = zip(Self.sizes, shown).filter { $0.1 == nil }.map(\.0.1).reduce(0, +)
    #expect(left >= 10 + 9)
  }

  /// A net over two breakdowns, such as "all of the province" (123 beside 114), is a breakdown of its
  /// own: its people are counted, and the two small offices are kept out of it too.
  @Test func provincialTotalLeavesOutTheSmallOffices() throws {
    var study = SimulatedStudy(
      CountedStudy.single(["yes", "no"], id: "q", sensitive: false),
      towns: ["local", "provincial"],
      roles: ["councillor", "member", "deputy"])
    func add(_ count: Int, _ town: String, _ role: String) {
      for number in 0..<count {
        study.people.append(
          .init(
            town: town, role: role, answers: [AnswerKey(number % 3 == 0 ? "yes" : "no")]))
      }
    }
    add(1000, "local", "councillor")
    add(114, "provincial", "member")
    add(9, "provincial", "deputy")
    let results = study.results()
    func count(_ segment: SegmentKey) throws -> Int? {
      let figure = try results.figure(
        FigureRequest(question: "q", answer: "yes", segment: segment))
      if case .counted(let proportion, _) = figure.outcome { return proportion.count }
      return nil
    }
    let province = try count(SimulatedStudy.town("provincial"))
    let member = try count(SimulatedStudy.role("member"))
    let crossing = try count(SimulatedStudy.both("provincial", "member"))
    #expect(try count(SimulatedStudy.role("deputy")) == nil)
    #expect(province == nil || (member == nil && crossing == nil))
    #expect(try count(.total) != nil)
  }

  /// Who took part may always be said: the response table prints each n.
  @Test func responseTableMayPrintEveryNumber() {
    let results = study(reported: 4).results()
    for (name, n) in Self.sizes {
      #expect(results.participation(of: role(name), in: "now")?.responded == n)
    }
  }
}
