import Diagnostics
import Foundation
import SurveyResults
import TestSupport
import Testing

/// Exports that are damaged, edited or made by others: each fault at its place, never a trap.
@Suite struct ExchangeFaultsTests {
  static func study() -> CountedStudy {
    var question = CountedStudy.single(
      ["yes", "no", "maybe"], nets: [Net(id: "some", label: "Some", members: ["yes", "maybe"])])
    question.comparability = ["then": .similar]
    var study = CountedStudy(question, reported: ["mayor", "alderman"], notReported: ["clerk"])
    study.waves.append(
      Wave(
        id: "then", label: "Then “old”", fieldwork: ("2020-01-02", "2020-02-03"),
        reminders: ["2020-01-09"], publication: "A report"))
    study.facts = [
      PublishedFact(
        question: "choice", answer: "yes", segment: .total, wave: "then", content: .percent(38.5),
        page: 7, base: 90)
    ]
    study.bases["choice"] = [
      "role:mayor": .init(n: 100, counts: [60, 30, 10, 70]),
      "role:alderman": .init(n: 120, counts: [20, 80, 20, 40]),
      "role:clerk": .init(n: 4, counts: [1, 2, 1, 2]),
    ]
    study.population = ["role:mayor": 342]
    return study
  }

  private static let text = ResultsExchange.confidential(of: study().results())

  private func diagnostics(_ text: String) -> [Diagnostic] {
    var log = DiagnosticLog()
    let source = SourceFile(path: "export.json", text: text)
    let model = ResultsExchange.model(from: source, into: &log)
    #expect((model == nil) == log.hasErrors)
    return log.sorted
  }

  /// The diagnostics after one edit; the text must have what is replaced.
  private func diagnostics(_ old: String, _ new: String) -> [Diagnostic] {
    guard let range = Self.text.range(of: old) else {
      Issue.record("the export has no \(old)")
      return []
    }
    return diagnostics(Self.text.replacingCharacters(in: range, with: new))
  }

  @Test func exportItselfHasNoFault() {
    #expect(diagnostics(Self.text).isEmpty)
    #expect(diagnostics("\u{FEFF}" + Self.text).isEmpty, "a byte-order mark does no harm")
  }

  @Test(
    arguments: [
      ("\"group\": 10", "\"group\": ten", "invalid-json"),
      ("\"group\": 10", "\"group\": 010", "invalid-json"),
      ("\"group\": 10", "\"group\": 1.", "invalid-json"),
      ("\"group\": 10", "\"group\": 1e", "invalid-json"),
      ("\"group\": 10", "\"group\": 1e999", "invalid-json"),
      ("\"group\": 10", "\"group\": 10, \"group\": 11", "invalid-json"),
      ("\"group\": 10", "\"group\" 10", "invalid-json"),
      ("\"title\": \"Study\"", "\"title\": \"St\\udy\"", "invalid-json"),
      ("\"title\": \"Study\"", "\"title\": \"Study", "invalid-json"),
      ("\"title\": \"Study\"", "\"title\": 'Study'", "invalid-json"),
      ("\"group\": 10", "\"group\": \"10\"", "wrong-kind"),
      ("\"group\": 10", "\"group\": 10.5", "wrong-kind"),
      ("\"group\": 10", "\"group\": null", "missing-key"),
      ("\"group\": 10", "\"groep\": 10", "unknown-key"),
      ("\"group\": 10", "\"group\": 0", "broken-invariant"),
      ("\"selection\": \"census\"", "\"selection\": \"censsus\"", "unknown-word"),
      ("\"kind\": \"single\"", "\"kind\": \"battery\"", "broken-invariant"),
      ("\"kind\": \"single\"", "\"kind\": \"ranking\"", "broken-invariant"),
      ("\"version\": 1", "\"version\": 2", "newer-export"),
      ("\"katern\": \"results\"", "\"katern\": \"report\"", "not-an-export"),
      ("\"confidential\": true", "\"confidential\": false", "not-confidential"),
      ("\"segment\": \"role:mayor\"", "\"segment\": \"role:major\"", "unknown-name"),
      ("\"segment\": \"role:mayor\"", "\"segment\": \"rol:mayor\"", "unknown-name"),
      ("\"segment\": \"role:mayor\"", "\"segment\": \"the mayors\"", "no-segment"),
      ("\"members\": [\"yes\"", "\"members\": [\"yse\"", "unknown-name"),
      ("\"then\": \"similar\"", "\"than\": \"similar\"", "unknown-name"),
      ("\"then\": \"similar\"", "\"then\": 7", "wrong-kind"),
      ("\"id\": \"alderman\"", "\"id\": \"mayor\"", "name-twice"),
      ("\"responded\": 100", "\"responded\": 400", "broken-invariant"),
      ("\"percent\": 38.5", "\"percent\": 138.5", "broken-invariant"),
      ("\"percent\": 38.5", "\"percent\": 38.5, \"place\": 2", "broken-invariant"),
      ("\"count\": 60", "\"count\": 61", "broken-invariant"),
      ("\"count\": 60", "\"count\": -1", "broken-invariant"),
      ("\"count\": 60", "\"count\": 9223372036854775807", "broken-invariant"),
      ("\"count\": 60", "\"count\": 60, \"withheld\": \"small-cell\"", "broken-invariant"),
      ("\"count\": 60", "\"withheld\": \"becauses\"", "unknown-word"),
      ("\"n\": 100", "\"n\": 101", "broken-invariant"),
      ("\"everybody\": 100", "\"everybody\": 99", "broken-invariant"),
      ("\"plan\": [", "\"plan\": [7, ", "wrong-kind"),
      ("\"breakdowns\": [\"total\"", "\"breakdowns\": [\"all\"", "unknown-name"),
    ])
  func faultHasItsPlace(_ old: String, _ new: String, _ id: String) throws {
    let found = diagnostics(old, new)
    let first = try #require(found.first { $0.id == id }, "\(found.map(\.id))")
    let range = try #require(first.range)
    let offset = try #require(Self.text.range(of: old)).lowerBound
    let line = Self.text[..<offset].count { $0 == "\n" } + 1
    // A rule about several values is told at their object, or at the one that breaks it.
    #expect(abs(range.start.line - line) < 30, "\(range.start) \(line)")
    #expect(range.start.column > 0)
  }

  @Test func unknownWordOfAComparisonIsNamed() throws {
    let found = diagnostics("\"then\": \"similar\"", "\"then\": \"simular\"")
    #expect(found.map(\.id) == ["unknown-word"])
    let fault = try #require(found.first)
    #expect(fault.summary == "'simular' is none of the words allowed here")
    #expect(fault.fixes.map(\.text) == ["did you mean 'similar'?"])
  }

  @Test func countThatThePolicyWithholdsDoesNotComeIn() throws {
    // As if somebody had put back who of the four clerks said yes.
    let base = """
      "bases": [
          {
            "question": "choice", "segment": "role:clerk", "wave": "now", "n": 4, "asked": 4,
            "everybody": 4, "answers": [
              {"answer": "maybe", "count": 1}, {"answer": "no", "count": 2},
              {"answer": "some", "count": 2}, {"answer": "yes", "count": 1}
            ]
          },
      """
    let found = diagnostics("\"bases\": [", base)
    #expect(found.contains { $0.summary.contains("fewer than 10 took part") })
    #expect(found.contains { $0.summary.contains("'yes' is sensitive") })
  }

  @Test func allFaultsAreToldAtOnce() {
    var text = Self.text
    for (old, new) in [
      ("\"group\": 10", "\"groep\": 10"), ("\"kind\": \"single\"", "\"kind\": \"singel\""),
      ("\"percent\": 38.5", "\"percent\": \"38,5\""),
    ] {
      text = text.replacingOccurrences(of: old, with: new)
    }
    #expect(
      Set(diagnostics(text).map(\.id))
        == ["unknown-key", "missing-key", "unknown-word", "wrong-kind"])
    #expect(diagnostics("{\"a\": tru, \"b\": [1 2], \"c\": +1}").map(\.id).count == 3)
  }

  @Test(
    arguments: [
      "", " ", "null", "[]", "{}", "7", "\"", "{", "[", "{\"", "{\"a\"", "{\"a\":", "[,]", "[1,]",
      "{,}", "-", "tru", "\"\\", "\"\\u12", "\"\\ud800\"", "{} {}", "\u{0}", "]", "}", "[}", "{]",
    ])
  func textThatIsNoExportIsRefused(_ text: String) {
    #expect(!diagnostics(text).isEmpty)
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(diagnostics(deep).contains { $0.summary.contains("nested more than 32 deep") })
    let objects = String(repeating: "{\"a\":", count: 100_000)
    #expect(diagnostics(objects).contains { $0.id == "invalid-json" })
  }

  @Test func escapesAreReadAsTheyAreWritten() throws {
    var study = Self.study()
    study.questions[0].text = "\"Quotes\", \\ back, \n line, \t tab, \u{1} control, é 漢 😀"
    let text = ResultsExchange.confidential(of: study.results())
    var log = DiagnosticLog()
    let model = try #require(
      ResultsExchange.model(from: SourceFile(path: "x", text: text), into: &log))
    #expect(model.questions[0].text == study.questions[0].text)
    let pairs = text.replacingOccurrences(of: "é 漢 😀", with: "\\u00e9 \\u6f22 \\uD83D\\ude00")
    #expect(pairs != text)
    let other = try #require(
      ResultsExchange.model(from: SourceFile(path: "x", text: pairs), into: &log))
    #expect(other.questions[0].text == study.questions[0].text)
  }

  @Test(arguments: Array(UInt64(1)...30))
  func damagedTextNeverTraps(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(Self.text.utf8)
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...127, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(Array("{}[]\",:-0e".utf8).randomElement(using: &random) ?? 0, at: place)
      }
    }
    if seed.isMultiple(of: 3) {
      bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
    }
    _ = diagnostics(String(decoding: bytes, as: UTF8.self))
  }
}
