import SurveyFiles
import Testing

/// What is written is read back.
@Suite struct SPSSWriterTests {
  private static let dictionary = SurveyDictionary(
    variables: [
      SurveyVariable(
        name: "role", label: "Welke functie hebt u?", kind: .number, measure: .nominal,
        labels: [.init(.number(1), "Burgemeester"), .init(.number(9), "Geen antwoord")],
        missing: [.value(.number(9))]),
      SurveyVariable(name: "aggression_verbal", label: "Verbaal", kind: .number),
      SurveyVariable(name: "aggression_threat", label: "Bedreiging", kind: .number),
      SurveyVariable(
        name: "age", label: "Leeftijd", kind: .number, measure: .scale,
        missing: [.range(-.infinity...0), .value(.number(999))]),
      SurveyVariable(name: "remark", label: "Één opmerking", kind: .text, labels: []),
    ],
    sets: [
      MultipleResponseSet(
        name: "aggression", label: "Vormen van agressie", form: .dichotomies(counted: .number(1)),
        variables: ["aggression_verbal", "aggression_threat"]),
      MultipleResponseSet(
        name: "both", label: "Reeks", form: .categories, variables: ["role", "age"]),
    ],
    label: "Een klein bestand")

  private static let rows: [[SurveyValue]] = [
    [.number(1), .number(1), .number(0), .number(41.5), .text("één")],
    [.number(9), .nothing, .nothing, .number(999), .nothing],
    [
      .number(1), .number(0), .number(1), .number(-3), .text("a remark of some length, over eight"),
    ],
  ]

  @Test func everythingIsReadBack() throws {
    let bytes = try SPSSWriter.bytes(of: Self.dictionary, rows: Self.rows)
    try Fixture.with(bytes, named: "written.sav") { path in
      let file = try SurveyFile(path: path)
      #expect(file.dictionary.label == Self.dictionary.label)
      #expect(file.dictionary.sets == Self.dictionary.sets)
      #expect(file.dictionary.unreadableSets == 0)
      for (found, expected) in zip(file.dictionary.variables, Self.dictionary.variables) {
        #expect(found.name == expected.name)
        #expect(found.label == expected.label)
        #expect(found.kind == expected.kind)
        #expect(found.labels == expected.labels)
        #expect(Set(found.missing) == Set(expected.missing))
      }
      #expect(try file.rows(of: Self.dictionary.variables.map(\.name)) == Self.rows)
    }
  }

  @Test func sameSurveySameBytes() throws {
    let first = try SPSSWriter.bytes(of: Self.dictionary, rows: Self.rows)
    let second = try SPSSWriter.bytes(of: Self.dictionary, rows: Self.rows)
    #expect(first == second)
  }

  @Test func refusalsSayWhy() {
    let dictionary = SurveyDictionary(variables: [SurveyVariable(name: "no name", kind: .number)])
    #expect(throws: SPSSWriter.Refusal.self) {
      _ = try SPSSWriter.bytes(of: dictionary, rows: [])
    }
  }
}
