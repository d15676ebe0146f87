import Foundation
import GRDB
import SurveyResults
import SurveyStatistics
import Testing

/// Withheld numbers of every kind are neither in what the door gives nor in the bytes of a file.
@Suite struct PlantedCountsTests {
  /// Numbers that no other part of a file has by accident: three bytes each.
  private enum Planted {
    static let shown = 1_234_567
    static let few = 345_679
    static let group = 654_321
    static let crossing = 543_217
    static let sum = 765_433.0
  }

  private let breakdowns = ["town", "role"].map { id in
    Breakdown(
      id: id, label: id,
      segments: ["a", "b", "c"].map { Segment(id: $0, singular: $0, plural: $0) })
  }

  private let ranking = Question(
    id: "ranking", label: "r", text: "r", kind: .ranking,
    categories: ["x", "y", "z"].map { Category(id: $0, label: $0) }, sensitivity: "people",
    places: 2)
  private let number = Question(
    id: "number", label: "n", text: "n", kind: .numeric, categories: [])

  private func both(_ town: String, _ role: String) -> SegmentKey {
    SimulatedStudy.both(town, role)
  }

  /// Nine crossings: in `a and a` the few, `c and c` too small a group; margins are summed.
  private func results() -> ResultsModel {
    var counts: [BaseKey: BaseCounts] = [:]
    var people: [SegmentKey: Int] = [:]
    let names = ["a", "b", "c"]
    func firstPlaces(_ town: String, _ role: String) -> [Int] {
      switch (town, role) {
      case ("a", "a"): [Planted.few, Planted.shown, 2_000_000]
      case ("c", "c"): [Planted.crossing, 55_552, 55_552]
      default: [2_000_000, 2_000_000, 2_000_000]
      }
    }
    var cells: [SegmentKey: [Int]] = [:]
    for town in names {
      for role in names {
        let first = firstPlaces(town, role)
        cells[both(town, role)] = first
        for key in [
          SegmentKey.total, SimulatedStudy.town(town), SimulatedStudy.role(role),
        ] {
          cells[key] = zip(cells[key] ?? [0, 0, 0], first).map(+)
        }
        for other in names where other != town {
          let key = SegmentKey.others(breakdown: "town", id: other)
          cells[key] = zip(cells[key] ?? [0, 0, 0], first).map(+)
        }
        for other in names where other != role {
          let key = SegmentKey.others(breakdown: "role", id: other)
          cells[key] = zip(cells[key] ?? [0, 0, 0], first).map(+)
        }
      }
    }
    for (segment, first) in cells {
      let n = first.reduce(0, +)
      people[segment] = n
      // Who puts one object first puts the next one second.
      let second = [first[2], first[0], first[1]]
      var answers: [AnswerKey: AnswerCount] = [:]
      for (index, object) in ["x", "y", "z"].enumerated() {
        answers[AnswerKey(object, places: .place(1))] = .counted(first[index], weight: nil)
        answers[AnswerKey(object, places: .place(2))] = .counted(second[index], weight: nil)
        answers[AnswerKey(object, places: .top(2))] = .counted(
          first[index] + second[index], weight: nil)
      }
      counts[BaseKey(question: "ranking", segment: segment, wave: "now")] = BaseCounts(
        base: n, answers: answers)
      counts[BaseKey(question: "number", segment: segment, wave: "now")] = BaseCounts(
        base: n, answers: [:],
        moments: .counted(
          Moments(
            count: n, weight: Double(n), weightOfSquares: Double(n),
            sum: segment == both("c", "c") ? Planted.sum : 3 * Double(n), sumOfSquares: 1e7)))
    }
    var policy = Policy()
    policy.group = 1_000_000
    policy.cell = 500_000
    return SimulatedStudy.results(
      of: counts, questions: [ranking, number], breakdowns: breakdowns,
      plan: [
        PublicationRule(
          questions: [], breakdowns: ["total", "town", "role"],
          crossings: [Crossing("town", "role")])
      ], policy: policy, took: { people[$0] ?? 0 })
  }

  private func has(_ number: Int, _ data: Data) -> Bool {
    let bytes = [UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
    return data.range(of: Data(bytes)) != nil || data.range(of: Data("\(number)".utf8)) != nil
  }

  @Test func withheldCountsOfPlacesCrossingsAndNumbersAreNotInTheBytes() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("results.sqlite")
    let results = results()
    try ResultsFile.write(results, to: path)
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let shown = try results.figure(FigureRequest(question: "ranking", answer: "x"))
    guard case .counted(let proportion, _) = shown.outcome else {
      Issue.record("\(shown.outcome)")
      return
    }
    #expect(has(proportion.count, data), "a count that is shown is found, so the search works")
    #expect(!has(Planted.few, data), "a place that few gave")
    #expect(!has(Planted.few + Planted.shown, data), "the sum of the few and another")
    #expect(!has(Planted.crossing, data), "an answer of a small crossing")
    #expect(has(Planted.group, data), "that it took part may be said")
    let sum = bigEndian(Planted.sum.bitPattern)
    #expect(data.range(of: Data(sum)) == nil, "a sum of a small crossing")
    #expect(!has(Int(Planted.sum), data))
  }

  @Test func twoAxesSayNothingOfEachOther() throws {
    let results = results()
    let withheld = try results.figure(
      FigureRequest(question: "ranking", answer: "x", segment: both("c", "c"))
    ).outcome
    #expect(withheld.confidentiality == .primary && withheld.reliability == nil)
    let shown = try results.figure(FigureRequest(question: "ranking", answer: "x")).outcome
    #expect(shown.confidentiality == .free && shown.reliability == .sound)
    #expect(Withholding.secondary.confidentiality == .secondary)
    let folder = try TemporaryFolder()
    let path = folder.path("results.sqlite")
    try ResultsFile.write(results, to: path)
    let queue = try DatabaseQueue(path: path)
    let rows = try queue.read { database in
      try Row.fetchAll(
        database, sql: "SELECT DISTINCT confidentiality, reliability, k IS NULL FROM cell_status")
    }
    let states = Set(
      rows.map { "\($0[0] as String? ?? "") \($0[1] as String? ?? "") \($0[2] as Int? ?? -1)" })
    #expect(states.contains("F sound 0"))
    #expect(
      states.contains { $0.hasPrefix("A  1") } && !states.contains { $0.hasPrefix("A sound") })
    #expect(states.allSatisfy { $0.hasPrefix("F") == $0.hasSuffix("0") })
  }

  private func bigEndian(_ value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(value >> (56 - 8 * $0) & 0xFF) }
  }

  @Test func withheldFiguresOfTheNewKindsHaveNoNumberInThem() throws {
    let results = results()
    for segment in [both("a", "a"), both("c", "c")] {
      let figure = try results.figure(
        FigureRequest(question: "ranking", answer: "x", segment: segment))
      guard case .withheld = figure.outcome else {
        Issue.record("\(segment): \(figure.outcome)")
        continue
      }
      var outside = figure
      // The places are what was asked, not what was answered.
      outside.request.places = nil
      #expect(numbers(in: outside).isEmpty, "\(figure)")
    }
    let mean = try results.mean(of: "number", segment: both("c", "c"))
    #expect(mean.outcome == .withheld(.smallGroup))
    #expect(numbers(in: mean).isEmpty)
    #expect(mean.mean == nil && mean.standardDeviation == nil && mean.moments == nil)
    let shown = try results.mean(of: "number", segment: .total)
    #expect(!numbers(in: shown).isEmpty, "a mean that is shown has numbers to be found")
  }

  /// All numbers in a value, however deep.
  private func numbers(in value: Any) -> [String] {
    if value is any BinaryInteger || value is any BinaryFloatingPoint { return ["\(value)"] }
    return Mirror(reflecting: value).children.flatMap { numbers(in: $0.value) }
  }
}
