import Diagnostics
import LocatedYAML
import Testing

@Suite struct YAMLFaultTests {
  @Test(arguments: [
    ("a: b: c", "yaml-syntax", 1, 5),
    ("a: [1, 2", "yaml-syntax", 1, 9),
    ("a: \"open", "yaml-syntax", 1, 4),
    ("a: 1\n\tb: 2", "yaml-syntax", 2, 1),
    ("a: @b", "yaml-syntax", 1, 4),
    ("a: 1\n b: 2", "yaml-syntax", 2, 3),
    ("a: {{ x.y }}", "yaml-unquoted-filling", 1, 4),
    ("a: {{ x.y }} van de raad", "yaml-unquoted-filling", 1, 4),
    ("- {{ x > in 2021 }} a\n- b", "yaml-unquoted-filling", 1, 3),
    ("a: 1\nb: 2\na: 3", "duplicate-key", 3, 1),
    ("a: 1\n\"a\": 2", "duplicate-key", 2, 1),
    ("1: a\n\"1\": b", "duplicate-key", 2, 1),
    ("a:\n  - x: 1\n    x: 2", "duplicate-key", 3, 5),
    ("a: &x 1\nb: *x", "yaml-anchor", 1, 4),
    ("a: &x 1", "yaml-anchor", 1, 4),
    ("a: *x", "yaml-anchor", 1, 4),
    ("a: !!str 1", "yaml-tag", 1, 4),
    ("a: 1\n---\nb: 2", "yaml-documents", 2, 1),
    ("a: x\u{1}y", "yaml-character", 1, 5),
    ("? [a]\n: b", "yaml-key", 1, 1),
  ])
  func faultsHaveAPlace(yaml: String, id: String, line: Int, column: Int) throws {
    var log = DiagnosticLog()
    _ = LocatedYAML.parse(SourceFile(path: "f.yaml", text: yaml), into: &log)
    let fault = try #require(log.diagnostics.first)
    #expect(fault.id == id, "\(fault)")
    #expect(fault.range?.start == SourcePosition(line: line, column: column), "\(fault)")
    #expect(log.diagnostics.count == 1)
  }

  @Test func everyRepeatedKeyIsReported() throws {
    var log = DiagnosticLog()
    let text = "a: 1\nb: {c: 1, c: [2]}\na: {x: 1}\nd: 4"
    let value = LocatedYAML.parse(SourceFile(path: "f.yaml", text: text), into: &log)
    #expect(
      log.sorted.map { [$0.range?.start.line, $0.range?.start.column] } == [[2, 11], [3, 1]])
    #expect(log.diagnostics.allSatisfy { $0.id == "duplicate-key" })
    guard case .mapping(let entries) = value?.content else {
      Issue.record("\(String(describing: value))")
      return
    }
    #expect(entries.map(\.key.text) == ["a", "b", "d"])
  }

  @Test func depthAndSizeAreBounded() {
    for text in [
      String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
      String(repeating: "[", count: 5_000), String(repeating: "- ", count: 40) + "x",
    ] {
      var log = DiagnosticLog()
      _ = LocatedYAML.parse(SourceFile(path: "f.yaml", text: text), into: &log)
      #expect(log.diagnostics.map(\.id) == ["yaml-too-deep"])
    }
    var log = DiagnosticLog()
    let long = String(repeating: "x", count: LocatedYAML.sizeBound + 1)
    #expect(LocatedYAML.parse(SourceFile(path: "f.yaml", text: long), into: &log) == nil)
    #expect(log.diagnostics.map(\.id) == ["yaml-too-large"])
    log = DiagnosticLog()
    let line = "a: b\nc: " + String(repeating: "x", count: LocatedYAML.lineBound)
    #expect(LocatedYAML.parse(SourceFile(path: "f.yaml", text: line), into: &log) == nil)
    #expect(log.diagnostics.first?.range?.start == SourcePosition(line: 2, column: 1))
  }

  @Test func aliasesAreNotExpanded() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    text += "? *a40\n: x\n"
    var log = DiagnosticLog()
    #expect(LocatedYAML.parse(SourceFile(path: "f.yaml", text: text), into: &log) == nil)
    #expect(log.diagnostics.map(\.id) == ["yaml-anchor"])
  }

  @Test func noBytesTrap() {
    var random = SystemlessRandom(seed: 20_241_119)
    let alphabet = Array("ab:- \n\t\r\"'\\[]{}|>#&*!%@`,?~\u{0}\u{85}é\u{2028}😀xU0".unicodeScalars)
    for round in 0..<2_000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      let file = SourceFile(path: "f.yaml", text: String(scalars))
      var log = DiagnosticLog()
      let value = LocatedYAML.parse(file, into: &log)
      #expect(value != nil || log.hasErrors, "round \(round): \(file.text.debugDescription)")
      for diagnostic in log.diagnostics {
        let line = diagnostic.range?.start.line ?? 0
        #expect(line >= 1 && line <= file.lineCount, "round \(round)")
      }
    }
  }
}

/// SplitMix64: the same numbers for the same seed everywhere.
struct SystemlessRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
