import Diagnostics
import Foundation
import SurveyResults
import Testing

/// A fault, what makes it, and where it is reported.
struct Fault: Sendable, CustomStringConvertible {
  var id: String
  var file = SmallSurvey.codebook
  var old: String
  var new: String
  /// What the place points at: this text, where it first stands; nil for the start of its line.
  var at: String
  var isAtLineStart = false
  /// The file of the place, if it is another one than was changed.
  var place: String?
  var severity = Diagnostic.Severity.error
  /// The survey that is changed.
  var survey = SmallSurvey()

  var description: String { "\(id): \(new)" }

  /// A fault of the codebook.
  static func codebook(_ id: String, _ old: String, _ new: String, at: String) -> Fault {
    Fault(id: id, old: old, new: new, at: at)
  }

  /// A fault of a row: reported at the start of its line.
  static func row(_ id: String, _ old: String, _ new: String, at: String? = nil) -> Fault {
    Fault(
      id: id, file: SmallSurvey.answers, old: old, new: new, at: at ?? new, isAtLineStart: true)
  }

  /// A fault of the publication.
  static func fact(_ id: String, _ old: String, _ new: String, at: String) -> Fault {
    Fault(id: id, file: SmallSurvey.publication, old: old, new: new, at: at)
  }

  static let all = study + answers + rows + facts + kinds + tables

  private static let study: [Fault] = [
    codebook("unknown-choice", "language: en", "language: fr", at: "fr"),
    codebook("missing-file", "answers.csv", "answer.csv", at: "answer.csv"),
    codebook("outside-folder", "answers.csv", "../codebook.yaml", at: "../"),
    codebook("outside-folder", "answers.csv", "/etc/passwd", at: "/etc"),
    codebook("not-a-file", "answers.csv", "folder", at: "folder"),
    codebook("unknown-encoding", "csv, w", "csv, encoding: ebcdic, w", at: "ebcdic"),
    codebook("unknown-column", "weight: w", "weight: gewicht", at: "gewicht"),
    codebook("bad-date", "2024-07-12", "2024-02-30", at: "2024-02-30"),
    codebook("bad-date", "2024-06-17", "17 juni", at: "17 juni"),
    codebook("fieldwork-order", "2024-07-12", "2024-05-12", at: "2024-06-03"),
    codebook("fieldwork-order", ", 2024-07-12", "", at: "2024-06-03"),
    codebook("no-current-wave", "label: two", "published: published.yaml", at: "published.yaml"),
    codebook("reserved-name", "  role:", "  total:", at: "total:"),
    codebook("malformed-name", "mayor: { code", "the mayor: { code", at: "the mayor"),
    codebook("unknown-segment", "[mayor, alderman]", "[major, alderman]", at: "major"),
    codebook("repeated-code", "[2, 3]", "[2, 1]", at: "1], singular"),
    codebook("count-bound", "population: 40", "population: 99999999999", at: "99999999999"),
    codebook("cohort-order", "invited: 38", "invited: 41", at: "mayor: {"),
    codebook("cohort-order", "population: 40, invited: 38", "population: 3", at: "mayor: {"),
    codebook("empty-rule", "questions: all", "questions: []", at: "{ questions: []"),
    codebook("unknown-question", "questions: all", "questions: [form]", at: "form]"),
    codebook("unknown-breakdown", "by: [total, role]", "by: [rol]", at: "rol]"),
    codebook("policy-bound", "group: 10", "group: 0", at: "0, cell"),
    codebook("policy-bound", "dominance: 0.9", "dominance: 90", at: "90"),
    codebook("policy-bound", "indicative: 20", "indicative: 2", at: "{ group: 10"),
    Fault(
      id: "small-reported-segment", old: "group: 10", new: "group: 13", at: "mayor: {",
      severity: .warning),
  ]

  private static let answers: [Fault] = [
    codebook("wrong-source", "kind: battery", "kind: single", at: "views:"),
    codebook(
      "wrong-source", "columns: { threat: f1, abuse: f2, none: f3 }\n    cat", "cat", at: "forms:"),
    codebook("wrong-source", ", none: f3", "", at: "forms:"),
    codebook("wrong-source", "    scale: agree\n    asked", "    asked", at: "known:"),
    codebook("unknown-answer", "threat: f1", "threats: f1", at: "threats"),
    codebook("unknown-answer", "of: [threat, abuse]", "of: [threat, abus]", at: "abus]"),
    codebook("unknown-answer", "forms.any", "forms.some", at: "forms.some"),
    codebook("unknown-scale", "scale: agree\n    asked", "scale: agreed\n    asked", at: "agreed"),
    codebook("unknown-wave", "\"1\": similar", "\"0\": similar", at: "\"0\": similar"),
    codebook("duplicate-name", "nets: { any:", "nets: { threat:", at: "threat: { label: Any"),
    codebook("duplicate-label", "label: Disagree", "label: Agree", at: "Agree, code: 2"),
    codebook(
      "duplicate-label", "right: { label: Right", "right: { label: Left", at: "Left, column: v2"),
    codebook(
      "duplicate-label", "singular: alderman", "singular: mayor", at: "mayor, plural: aldermen"),
    codebook("repeated-code", "missing: [9]", "missing: [2]", at: "2]\n  age"),
    codebook("band-order", "from: 0, to: 39", "from: 50, to: 39", at: "50, to"),
    codebook("filter-order", "forms.any", "age.old", at: "age.old"),
    codebook("filter-order", "forms.any", "forms", at: "forms\n  views"),
    codebook(
      "filter-battery", "    column: age", "    asked-if: views.agree\n    column: age",
      at: "views.agree"),
    codebook("unknown-key", "asked-if", "asked-of", at: "asked-of"),
    Fault(
      id: "answered-unasked", old: "forms.any", new: "forms.abuse", at: "known:",
      severity: .warning),
  ]

  private static let rows: [Fault] = [
    row("duplicate-column", "f1,f2", "f1,f1,f2"),
    row("wrong-field-count", "1,1,0,0,1,1,1,20,1.5", "1,1,0"),
    row("unknown-code", "2,1,1,0,2,1,2,22,1.5", "7,1,1,0,2,1,2,22,1.5"),
    row("unknown-code", "2,1,1,0,2,1,2,22,1.5", "2,1,1,0,5,1,2,22,1.5"),
    row("unknown-code", "2,1,1,0,2,1,2,22,1.5", "2,1,1,0,2,1,2,0x16,1.5"),
    row("unknown-flag", "2,1,1,0,2,1,2,22,1.5", "2,1,yes,0,2,1,2,22,1.5"),
    row("no-segment", "2,1,1,0,2,1,2,22,1.5", ",1,1,0,2,1,2,22,1.5", at: ",1,1,0,2,1,2,22"),
    row("broken-exclusion", "2,1,1,0,2,1,2,22,1.5", "2,1,1,1,2,1,2,22,1.5"),
    row("bad-weight", "2,1,1,0,2,1,2,22,1.5", "2,1,1,0,2,1,2,22,0"),
    row("bad-weight", "2,1,1,0,2,1,2,22,1.5", "2,1,1,0,2,1,2,22,nan"),
    row("open-quote", "2,1,1,0,2,1,2,22,1.5", "2,1,1,0,2,1,2,\"22,1.5"),
    row(
      "long-field", "2,1,1,0,2,1,2,22,1.5",
      "2,1,1,0,2,1,2," + String(repeating: "2", count: 1 << 20) + ",1.5", at: "2,1,1,0,2,1,2,222"),
  ]

  private static let facts: [Fault] = [
    fact("other-wave", "wave: \"1\"", "wave: \"3\"", at: "\"3\""),
    fact("empty-fact", ", percent: 40", "", at: "{ question: forms"),
    fact("empty-fact", "percent: 40", "percent: 40, rank: 2", at: "{ question: forms"),
    fact("fact-bound", "percent: 40", "percent: 140", at: "140"),
    fact("fact-bound", "rank: 1", "rank: 0", at: "0 }"),
    fact("fact-bound", "page: 3", "page: -3", at: "-3"),
    fact("unknown-question", "question: forms", "question: form", at: "form,"),
    fact("unknown-answer", "answer: any", "answer: all", at: "all"),
    fact("unknown-item", "item: left", "item: lift", at: "lift"),
    fact("wrong-source", "item: left, ", "", at: "views"),
    fact("unknown-segment", "segment: mayor", "segment: major", at: "major"),
    fact(
      "repeated-fact", "  - { question: views",
      "  - { answer: any, question: forms, segment: mayor, rank: 2 }\n  - { question: views",
      at: "{ answer: any, question"),
  ]
}

/// Faults of rankings, open answers, quotes and crossings.
extension Fault {
  private static func kinds(
    _ id: String, _ old: String, _ new: String, at: String, in file: String = SmallSurvey.codebook
  ) -> Fault {
    Fault(
      id: id, file: file, old: old, new: new, at: at,
      isAtLineStart: file != SmallSurvey.codebook, survey: .kinds)
  }

  fileprivate static let kinds: [Fault] = [
    kinds("bad-crossing", "[town, role]", "[town, town]", at: "[town, town]"),
    kinds("bad-crossing", "[town, role]", "[role]", at: "[role]"),
    kinds("bad-crossing", "[town, role]", "[[town], role]", at: "[town], role]"),
    kinds("unknown-breakdown", "[town, role]", "[total, role]", at: "total, role]]"),
    kinds(
      "ranking-nets", "    missing: [9]", "    nets: { any: { label: Any, of: [speed] } }",
      at: "first:"),
    kinds("place-bound", "places: 2", "places: 4", at: "4\n"),
    kinds("place-bound", "places: 2", "places: 0", at: "0\n"),
    kinds("place-columns", "[p1, p2]", "[p1]", at: "first:"),
    kinds("wrong-source", "    places: 2\n    columns: [", "    columns: [", at: "first:"),
    kinds("wrong-source", "    coder: human\n", "", at: "ideas:"),
    kinds("wrong-source", ", cost: r3", "", at: "ranked:"),
    kinds("duplicate-name", "{ kind: {", "{ answered: {", at: "words:"),
    kinds("no-respondents", ", id: nr", "", at: "codes.csv"),
    kinds(
      "filter-battery", "column: hours", "column: hours\n    asked-if: first.speed",
      at: "first.speed"),
    kinds("ranked-twice", "0,1,1,1,2,1", "0,1,1,2,2,1", at: "0,1,1,2,2", in: SmallSurvey.answers),
    kinds("unknown-code", "0,1,1,1,2,1", "0,1,1,7,2,1", at: "0,1,1,7,2", in: SmallSurvey.answers),
    kinds("bad-rank", "0,1,1,1,2,1", "0,1,1,1,2,0", at: "0,1,1,1,2,0", in: SmallSurvey.answers),
    kinds("unknown-code", "\n3;1", "\n3;7", at: "3;7", in: SmallSurvey.codes),
    kinds("empty-field", "\n3;1", "\n ;1", at: " ;1", in: SmallSurvey.codes),
    kinds("empty-field", "\n3;1", "\n3;", at: "3;\n", in: SmallSurvey.codes),
    kinds("unknown-column", "respondent;", "who;", at: "who", in: SmallSurvey.codes),
    kinds("wrong-field-count", "\n3;1", "\n3;1;1", at: "3;1;1", in: SmallSurvey.codes),
    kinds("unknown-question", "words,kind", "word,kind", at: "word,", in: SmallSurvey.quotes),
    kinds("unknown-answer", "words,kind", "words,kin", at: "words,kin", in: SmallSurvey.quotes),
    kinds("unknown-segment", "and north", "and west", at: "words,kind", in: SmallSurvey.quotes),
    kinds("bad-crossing", "and north", "and role:mayor", at: "words,kind", in: SmallSurvey.quotes),
    kinds("bad-flag", "Ann,yes", "Ann,maybe", at: "words,kind", in: SmallSurvey.quotes),
    kinds("empty-field", "Kind words.", "", at: "words,kind", in: SmallSurvey.quotes),
    Fault(
      id: "codes-of-nobody", file: SmallSurvey.codes, old: "0;1", new: "99;1", at: "resp",
      severity: .warning, survey: .kinds),
    Fault(
      id: "unapproved-quotes", old: "study:", new: "study:", at: "quotes.csv", severity: .warning,
      survey: .kinds),
  ]
}

/// Faults of tables and cohorts.
extension Fault {
  private static func tables(
    _ id: String, _ old: String, _ new: String, at: String, in file: String = SmallSurvey.answers
  ) -> Fault {
    Fault(
      id: id, file: file, old: old, new: new, at: at,
      isAtLineStart: file != SmallSurvey.codebook, survey: .tables)
  }

  fileprivate static let tables: [Fault] = [
    tables(
      "one-or-the-other", "tables: answers.csv", "tables: answers.csv, file: a.csv", at: "a.csv",
      in: SmallSurvey.codebook),
    tables(
      "one-or-the-other", "tables: answers.csv", "tables: answers.csv, strata: role",
      at: "role }", in: SmallSurvey.codebook),
    tables(
      "unknown-breakdown", "tables: answers.csv", "file: answers.csv, strata: rol", at: "rol }",
      in: SmallSurvey.codebook),
    tables(
      "wrong-source", "    items: { left: { label: Left } }\n", "", at: "views:",
      in: SmallSurvey.codebook),
    tables("place-bound", "places: 2", "places: 3", at: "3\n", in: SmallSurvey.codebook),
    tables(
      "other-base", "abuse;;mayor;2;113", "abuse;;mayor;2;112", at: "forms;;abuse;;mayor;2;112"),
    tables(
      "repeated-cell", "forms;;abuse;;mayor;2", "forms;;threat;;mayor;2",
      at: "forms;;threat;;mayor;2;113;30"),
    tables("absent-cell", "known;;little;;mayor;2;113;33\n", "", at: "known;;well;;mayor"),
    tables("bad-count", "2;113;60", "2;113;60.5", at: "forms;;threat;;mayor"),
    tables("bad-place", "speed;1;total", "speed;3;total", at: "first;;speed;3"),
    tables("bad-place", "speed;1;total", "speed;;total", at: "first;;speed;;"),
    tables("empty-field", "views;left;agree", "views;;agree", at: "views;;agree"),
    tables("empty-field", "2;113;60", "2;;60", at: "forms;;threat;;mayor"),
    tables("unknown-question", "known;;well;;mayor", "know;;well;;mayor", at: "know;"),
    tables("unknown-answer", "known;;well;;mayor", "known;;good;;mayor", at: "known;;good"),
    tables("unknown-segment", "known;;well;;mayor", "known;;well;;major", at: "known;;well;;major"),
    tables("unknown-item", "views;left;agree", "views;lift;agree", at: "views;lift"),
    tables("unknown-wave", "threat;;mayor;1", "threat;;mayor;0", at: "forms;;threat;;mayor;0"),
    tables("unknown-column", ";n;k", ";base;k", at: "question"),
    tables("repeated-cohort", "mayor,1,", "mayor,2,", at: "mayor,2,352", in: SmallSurvey.cohorts),
    tables("bad-count", "342,338", "many,338", at: "mayor,2,many", in: SmallSurvey.cohorts),
    tables("unknown-wave", "mayor,1,", "mayor,0,", at: "mayor,0", in: SmallSurvey.cohorts),
    tables("unknown-segment", "mayor,1,", "major,1,", at: "major", in: SmallSurvey.cohorts),
    tables("empty-field", "mayor,1,", ",1,", at: ",1,352", in: SmallSurvey.cohorts),
    tables("cohort-order", "342,338,114", "342,338,340", at: "mayor,2", in: SmallSurvey.cohorts),
  ]
}

/// Every fault that the import can find, with its place.
@Suite struct ImportFaultsTests {
  @Test(arguments: Fault.all)
  func faultIsReportedAtItsPlace(_ fault: Fault) throws {
    var survey = fault.survey
    try survey.replace(fault.old, fault.new, in: fault.file)
    let (results, diagnostics) = try survey.imported()
    let found = try #require(diagnostics.first { $0.id == fault.id }, "\(diagnostics)")
    let source = SourceFile(path: fault.file, text: survey.text(fault.file))
    let text = Array(source.text.utf8)
    let needle = Array(fault.at.utf8)
    let first = text.indices.first { text[$0...].starts(with: needle) }
    let offset = try #require(first, "'\(fault.at)' is not there")
    var expected = source.position(ofByte: offset)
    if fault.isAtLineStart { expected.column = 1 }
    #expect(found.range?.file == fault.file)
    #expect(found.range?.start == expected, "\(TextRenderer().render(found))")
    #expect(found.severity == fault.severity)
    #expect((results == nil) == (fault.severity == .error))
    #expect(!found.summary.hasSuffix("."))
  }

  @Test func surveyItselfHasNone() throws {
    let (results, diagnostics) = try SmallSurvey().imported()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(results?.participation(of: .total, in: "2")?.responded == 24)
  }

  @Test func emptyAndMissingFiles() throws {
    var survey = SmallSurvey()
    for (text, id) in [("", "empty-data"), ("role,f1,f2,f3,known,v1,v2,age,w\n", "empty-data")] {
      survey.files[SmallSurvey.answers] = Array(text.utf8)
      let diagnostics = try survey.imported().diagnostics
      #expect(diagnostics.map(\.id) == [id])
      #expect(diagnostics.first?.range?.file == SmallSurvey.answers)
    }
    survey.files[SmallSurvey.codebook] = nil
    #expect(try survey.imported().diagnostics.map(\.id) == ["missing-file"])
  }

  @Test func bytesThatAreNotUTF8() throws {
    for file in [SmallSurvey.codebook, SmallSurvey.publication, SmallSurvey.answers] {
      var survey = SmallSurvey()
      let end = survey.files[file]?.lastIndex(of: UInt8(ascii: "1")) ?? 0
      survey.files[file]?[end] = 0xE9
      let found = try #require(try survey.imported().diagnostics.first { $0.id == "not-utf8" })
      if file == SmallSurvey.answers { #expect(found.range?.start.line == 25) }
    }
  }

  @Test func faultsOfRowsAreCountedNotListed() throws {
    var survey = SmallSurvey()
    let rows = survey.text(SmallSurvey.answers).split(separator: "\n")
    let wrong = rows.dropFirst().map { "9" + $0.dropFirst() }
    survey.files[SmallSurvey.answers] = Array(
      ([String(rows[0])] + wrong).joined(separator: "\n").utf8)
    let diagnostics = try survey.imported().diagnostics
    #expect(diagnostics.filter { $0.id == "unknown-code" }.count == 20)
    let rest = try #require(diagnostics.first { $0.id == "more-faults" })
    #expect(rest.summary.contains(" 4 more"))
    #expect(rest.range == nil)
  }

  @Test func severalFaultsAreReportedInOneRun() throws {
    var survey = SmallSurvey()
    for (old, new) in [
      ("language: en", "language: fr"), ("forms.any", "forms.some"), ("[mayor,", "[major,"),
    ] { try survey.replace(old, new, in: SmallSurvey.codebook) }
    let ids = Set(try survey.imported().diagnostics.map(\.id))
    #expect(ids.isSuperset(of: ["unknown-choice", "unknown-answer", "unknown-segment"]))
  }

  @Test func segmentOfTwoBreakdownsIsAmbiguousInAFact() throws {
    var survey = SmallSurvey()
    try survey.replace(
      "scales:\n",
      """
        former:
          label: Former role
          column: role
          segments: { mayor: { code: [1, 2], singular: mayor, plural: mayors } }
      scales:

      """, in: SmallSurvey.codebook)
    let found = try #require(
      try survey.imported().diagnostics.first { $0.id == "ambiguous-segment" })
    #expect(found.fixes.map(\.replacement) == ["role:mayor", "former:mayor"])
    #expect(found.range?.start == SourcePosition(line: 4, column: 46))
  }

  /// Faults whose test is in another file of this folder: they need another survey, or are no fault of
  /// one place.
  private static let elsewhere: [String: [String]] = [
    "ImportFaultsTests": ["empty-data", "not-utf8", "more-faults", "ambiguous-segment"],
    "TablesTests": ["other-sum", "impossible-count", "stratum-without-population"],
    "CrossingWarningTests": ["small-reported-segments"],
    "SavedSurveyTests": [
      "wrong-encoding", "wrong-kind-of-file", "cut-off-file", "damaged-file", "unreadable-sets",
      "other-survey", "chosen-without-columns",
    ],
    "CompletionTests": ["swapped-label", "code-without-label", "unknown-set", "other-labels"],
    "DraftTests": ["nothing-to-ask"],
    "EarlierWaveTests": ["wave-file"],
    "DeliveryTests": [
      "no-data-file", "other-kind-of-file", "column-gone", "new-columns", "unused-columns-gone",
      "labels-changed", "code-without-category",
    ],
  ]

  /// Each id of each diagnostics file of SurveyImport has a case above, or in the file that is named.
  @Test func everyFaultHasACase() throws {
    let sources = SampleReports.root.appendingPathComponent("Sources/SurveyImport")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    let wording = paths.filter { $0.hasSuffix("Diagnostics.swift") }
    #expect(wording.count >= 5)
    let text = try wording.map { path in
      try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
    }.joined()
    let ids = Set(
      text.split(separator: "id: \"").dropFirst().compactMap {
        $0.split(separator: "\"").first.map(String.init)
      }.filter { !$0.contains("\\") })
    // A file that is there and cannot be read: a test that runs as root cannot make one.
    var cases = Set(Fault.all.map(\.id)).union(["unreadable-file"])
    let tests = SampleReports.root.appendingPathComponent("Tests/SurveyImportTests")
    for (name, known) in Self.elsewhere {
      let test = try String(
        contentsOf: tests.appendingPathComponent(name + ".swift"), encoding: .utf8)
      for id in known { #expect(test.contains("\"\(id)\""), "\(name) has no \(id)") }
      cases.formUnion(known)
    }
    #expect(ids.count > 70)
    #expect(ids.subtracting(cases).sorted() == [])
  }
}
