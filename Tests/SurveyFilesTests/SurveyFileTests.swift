import SurveyFiles
import Testing

/// The same small survey in every kind of file that ReadStat reads.
@Suite struct SurveyFileTests {
  private static let spss = ["small.sav", "small.zsav", "small-uncompressed.sav"]

  @Test(arguments: spss + ["small.por"])
  func variablesWithLabelsAndMissingValues(_ name: String) throws {
    let file = try SurveyFile(path: Fixture.path(name))
    let isPortable = name == "small.por"
    let names = [
      "role", "gender", "f1", "f2", "f3", "m1", "m2", "rating", "age", "weight_factor", "remark",
    ]
    if !isPortable { #expect(file.dictionary.variables.map(\.name) == names) }
    func variable(_ name: String) throws -> SurveyVariable {
      try #require(file.variable(isPortable ? name.uppercased() : name))
    }
    let role = try variable("role")
    #expect(role.label == "Which office do you hold?")
    #expect(role.kind == .number)
    #expect(
      role.labels == [
        .init(.number(1), "Mayor"), .init(.number(2), "Alderman"), .init(.number(3), "Councillor"),
      ])
    #expect(try variable("gender").kind == .text)
    #expect(try variable("gender").label(of: .text("f")) == "Woman")
    #expect(try variable("rating").missing == [.value(.number(9))])
    #expect(try variable("m1").isMissing(.number(98)))
    #expect(try !variable("m1").isMissing(.number(97)))
    let age = try variable("age")
    for number in [-1e300, -2, 0, 999] { #expect(age.isMissing(.number(number))) }
    for number in [0.5, 998, 1000] { #expect(!age.isMissing(.number(number))) }
    if isPortable { return }
    #expect(role.measure == .nominal)
    #expect(try variable("rating").measure == .ordinal)
    #expect(age.measure == .scale)
    #expect(file.dictionary.label == "Small office survey")
    #expect(file.dictionary.weight == "weight_factor")
    #expect(file.dictionary.rows == 5)
  }

  @Test(arguments: spss + ["small.por"])
  func rowsOfTheColumnsAskedFor(_ name: String) throws {
    let file = try SurveyFile(path: Fixture.path(name))
    let names = ["remark", "age", "m2", "gender"]
    let isPortable = name == "small.por"
    let rows = try file.rows(of: isPortable ? names.map { $0.uppercased() } : names)
    #expect(
      rows == [
        [.text(isPortable ? "cafe" : "café"), .number(34.5), .number(3), .text("m")],
        [.text("ok"), .number(51), .nothing, .text("f")],
        [.nothing, .number(-1), .number(1), .text("m")],
        [.text("a longer remark here"), .number(28), .nothing, .text("f")],
        [.text(isPortable ? "naive" : "naïve"), .number(999), .number(3), .text("f")],
      ])
  }

  @Test func stataWithTaggedMissingValues() throws {
    let file = try SurveyFile(path: Fixture.path("small.dta"))
    #expect(file.variable("role")?.label == "Which office do you hold?")
    let rating = try #require(file.variable("rating"))
    #expect(rating.label(of: .missing(tag: "a")) == "Don't know")
    #expect(rating.label(of: .number(5)) == "Very safe")
    #expect(rating.isMissing(.missing(tag: "b")))
    #expect(
      try file.rows(of: ["rating", "age", "remark"]) == [
        [.number(5), .number(34.5), .text("café")], [.number(4), .number(51), .text("ok")],
        [.missing(tag: "a"), .nothing, .nothing],
        [.missing(tag: "b"), .number(28), .text("a longer remark here")],
        [.number(1), .number(40.25), .text("naïve")],
      ])
  }

  @Test(arguments: spss)
  func multipleResponseSets(_ name: String) throws {
    let sets = try SurveyFile(path: Fixture.path(name)).dictionary.sets
    #expect(
      sets == [
        MultipleResponseSet(
          name: "forms", label: "Forms of aggression", form: .dichotomies(counted: .number(1)),
          variables: ["f1", "f2", "f3"]),
        MultipleResponseSet(
          name: "reasons", label: "Reasons given", form: .categories, variables: ["m1", "m2"]),
        MultipleResponseSet(
          name: "counted", label: "", form: .dichotomies(counted: .number(1)),
          variables: ["f1", "f2"]),
      ])
  }

  @Test func rowsAreCountedWithoutColumns() throws {
    let file = try SurveyFile(path: Fixture.path("small.sav"))
    var count = 0
    let hash = try file.readRows(of: []) { count += $0.count }
    #expect(count == 5)
    #expect(hash.count == 64)
    let again = try file.readRows(of: [3, 1]) { _ in }
    #expect(hash == again)
  }

  @Test func kindIsKnownByContent() throws {
    let bytes = try Fixture.bytes("small.sav")
    try Fixture.with(bytes, named: "survey.dat") { path in
      let file = try SurveyFile(path: path)
      #expect(file.dictionary.variables.count == 11)
    }
    try Fixture.with(Array("role,age\n1,2\n".utf8), named: "survey.sav") { path in
      _ = #expect(throws: SurveyFileFault.wrongKind) { try SurveyFile(path: path) }
    }
    try Fixture.with([], named: "survey.sav") { path in
      _ = #expect(throws: SurveyFileFault.empty) { try SurveyFile(path: path) }
    }
    #expect(throws: SurveyFileFault.unreadable) { try SurveyFile(path: Fixture.path("none.sav")) }
    #expect(throws: SurveyFileFault.unknownEncoding("ebcdic")) {
      try SurveyFile(path: Fixture.path("small.sav"), encoding: "ebcdic")
    }
  }

  @Test func windows1252InAFileThatSaysUTF8() throws {
    var bytes = try Fixture.bytes("small-uncompressed.sav")
    let label = Array("Gender".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: label) })
    bytes[place + 4] = 0xE9
    try Fixture.with(bytes, named: "wrong.sav") { path in
      #expect(throws: SurveyFileFault.wrongEncoding) { _ = try SurveyFile(path: path) }
      let file = try SurveyFile(path: path, encoding: "windows-1252")
      #expect(file.variable("gender")?.label == "Gendér")
    }
  }
}
