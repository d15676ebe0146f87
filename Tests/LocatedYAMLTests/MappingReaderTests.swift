import Diagnostics
import LocatedYAML
import Testing

@Suite struct MappingReaderTests {
  private enum Kind: String, CaseIterable {
    case single
    case multiple
  }

  private func read<Result>(
    _ yaml: String,
    _ body: (inout MappingReader) -> Result
  ) -> (Result?, [Diagnostic]) {
    var log = DiagnosticLog()
    let root = LocatedYAML.parse(SourceFile(path: "f.yaml", text: yaml), into: &log)
    let result = root?.mapping("the study", into: &log, body)
    return (result, log.sorted)
  }

  @Test func valuesAreOfTheKindAskedFor() {
    let yaml = """
      title: no
      year: 2021
      weight: -1.5
      weighted: true
      kind: multiple
      roles: [raadslid, wethouder]
      role: burgemeester
      waves: {2021: old, 2024: new}
      items:
        - id: a
        - id: b
      """
    let (_, diagnostics) = read(yaml) { keys in
      #expect(keys.text("title")?.text == "no")
      #expect(keys.wholeNumber("year")?.value == 2021)
      #expect(keys.number("weight")?.value == -1.5)
      #expect(keys.flag("weighted")?.value == true)
      #expect(keys.choice("kind", of: Kind.self)?.value == .multiple)
      #expect(keys.texts("roles")?.map(\.text) == ["raadslid", "wethouder"])
      #expect(keys.texts("role")?.map(\.text) == ["burgemeester"])
      #expect(keys.named("waves")?.map(\.key.text) == ["2021", "2024"])
      #expect(keys.mappings("items") { $0.text("id")?.text } == ["a", "b"])
      #expect(keys.text("absent") == nil)
    }
    #expect(diagnostics == [])
  }

  @Test(arguments: [
    ("yaer: 2021", "unknown-key", 1, 1, "did you mean 'year'?"),
    ("year: soon", "wrong-kind", 1, 7, nil),
    ("year: \"2021\"", "wrong-kind", 1, 7, "leave the quotes out"),
    ("year: [1]", "wrong-kind", 1, 7, nil),
    ("year: 99999999999999999999", "wrong-kind", 1, 7, nil),
    ("weight: nan", "wrong-kind", 1, 9, nil),
    ("weight: 0x10", "wrong-kind", 1, 9, nil),
    ("title: {a: b}", "wrong-kind", 1, 8, nil),
    ("kind: multipel", "unknown-choice", 1, 7, "did you mean 'multiple'?"),
    ("roles: [a, [b]]", "wrong-kind", 1, 12, nil),
    ("- a", "wrong-kind", 1, 1, "write 'key: value' lines"),
  ])
  func faultsNameTheRule(yaml: String, id: String, line: Int, column: Int, fix: String?) throws {
    let (_, diagnostics) = read(yaml) { keys in
      _ = keys.text("title")
      _ = keys.wholeNumber("year")
      _ = keys.number("weight")
      _ = keys.choice("kind", of: Kind.self)
      _ = keys.texts("roles")
    }
    let fault = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(fault.id == id)
    #expect(fault.range?.start == SourcePosition(line: line, column: column))
    #expect(fault.fixes.first?.text == fix)
  }

  @Test func absentAndEmptyKeysAreMissing() {
    let (_, diagnostics) = read("title:\nother: 1") { keys in
      _ = keys.text("title", .required)
      _ = keys.wholeNumber("year", .required)
      _ = keys.value("other")
    }
    #expect(diagnostics.map(\.id) == ["missing-key", "missing-key"])
    #expect(diagnostics.map { $0.range?.start.column } == [1, 1])
    #expect(
      diagnostics.map(\.summary) == [
        "the study must have 'title'", "the study must have 'year'",
      ]
    )
  }
}
