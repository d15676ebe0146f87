import Diagnostics
import Foundation
import Press
import Testing

/// One case for each survey file and results file that goes wrong: the place, the id, the words, that
/// the command ends with 1, and that the results that were there stay byte for byte.
@Suite struct ImportFaultTableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// `file:line:column id`.
    var expected: String
    /// The whole message.
    var message: String
    var damage: @Sendable (DeliveredSurvey) throws -> Void

    init(
      _ name: String, _ expected: String, _ message: String,
      _ damage: @escaping @Sendable (DeliveredSurvey) throws -> Void
    ) {
      testDescription = name
      self.expected = expected
      self.message = message
      self.damage = damage
    }
  }

  static let codebook = "data/codebook.yaml"
  static let saved = "data/small.sav"
  /// Where the codebook names the survey file.
  static let name = "\(codebook):2:15"

  static let files: [Case] = [
    Case(
      "cut off among the respondents", "\(name) cut-off-file",
      "'data/small.sav' ends before its last respondent"
    ) { try $0.write($0.bytes(saved).dropLast(200), to: saved) },
    Case(
      "cut off in the dictionary", "\(name) cut-off-file",
      "'data/small.sav' ends before its last respondent"
    ) { try $0.write(Array($0.bytes(saved).prefix(300)), to: saved) },
    Case("flipped bytes in the dictionary", "\(name) damaged-file", "'data/small.sav' is damaged: ")
    {
      try $0.flip(saved, from: 176)
    },
    Case(
      "flipped bytes in compressed data", "\(name) damaged-file", "'data/small.zsav' is damaged: "
    ) {
      try $0.deliver("small.zsav")
      try $0.flip("data/small.zsav", from: $0.bytes("data/small.zsav").count - 120, count: 16)
    },
    Case(
      "Windows-1252 in a file that says UTF-8", "\(name) wrong-encoding",
      "the texts of 'data/small.sav' are not in the encoding that the file says they are in"
    ) { try $0.replace(Array("Gender".utf8), [0x47, 0xE9, 0x6E, 0x72, 0x65, 0x20], in: saved) },
    Case(
      "Windows-1252 in a text file", "data/small.csv:3:1 not-utf8", "'data/small.csv' must be UTF-8"
    ) {
      try $0.deliver("small.csv")
      try $0.replace(Array("2,f".utf8), [0x32, 0x2C, 0xE9], in: "data/small.csv")
    },
    Case("empty", "\(saved):1:1 empty-data", "the survey file has no respondents") {
      try $0.write([], to: saved)
    },
    Case(
      "a text file named .sav", "\(name) wrong-kind-of-file",
      "'data/small.sav' does not begin as files of its name do"
    ) { try $0.write($0.bytes("data/small.csv"), to: saved) },
    Case(
      "a variable named twice", "\(saved):1:1 duplicate-column", "the column 'f1' is named twice"
    ) { try $0.replace("F3=f3", "F3=f1", in: saved) },
    Case(
      "a column named twice", "data/small.csv:1:1 duplicate-column",
      "the column 'role' is named twice"
    ) {
      try $0.deliver("small.csv")
      try $0.replace("role,gender", "role,gender,role", in: "data/small.csv")
    },
  ]

  static let contents: [Case] = [
    Case(
      "labels of the file twice", "\(codebook):12:7 duplicate-label",
      "'mayor' and 'alderman' have the same label, 'Mayor': nobody could tell them apart"
    ) {
      try $0.replace("Alderman", "Mayor   ", in: saved)
      try $0.replace("label: Mayor, ", "", in: codebook)
      try $0.replace("label: Alderman, ", "", in: codebook)
    },
    Case(
      "labels of the codebook twice", "\(codebook):21:23 duplicate-label",
      "'man' and 'woman' have the same label, 'Man': nobody could tell them apart"
    ) { try $0.replace("label: Woman", "label: Man", in: codebook) },
    Case(
      "a category that the codebook lacks", "\(saved):2:1 unknown-code",
      "the column 'gender' has the code 'f', which 'gender' in the codebook lacks"
    ) { try $0.replace("      woman: { label: Woman, code: f }\n", "", in: codebook) },
    Case(
      "a negative weight", "\(saved):1:1 bad-weight", "a weight is a number above 0: '-1.5'"
    ) {
      // 1.5 with its sign turned.
      try $0.replace([0, 0, 0, 0, 0, 0, 0xF8, 0x3F], [0, 0, 0, 0, 0, 0, 0xF8, 0xBF], in: saved)
    },
    Case(
      "a missing weight", "data/small-uncompressed.sav:1:1 bad-weight",
      "the respondent has no weight, and a weight is a number above 0"
    ) {
      try $0.deliver("small-uncompressed.sav")
      // The system-missing value in the place of 1.5.
      try $0.replace(
        [0, 0, 0, 0, 0, 0, 0xF8, 0x3F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xEF, 0xFF],
        in: "data/small-uncompressed.sav")
    },
    Case(
      "a codebook for another file", "\(name) other-survey",
      "'data/small.sav' has none of the columns that the codebook names: it is another survey's file"
    ) {
      try $0.replace(", weight: weight_factor", "", in: codebook)
      try $0.replace("column: role", "column: office", in: codebook)
      try $0.replace("column: gender", "column: sex", in: codebook)
    },
  ]

  /// The program lies beside the test bundle.
  private var program: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("katern").path
  }

  @Test(arguments: files + contents) func importLeavesTheOldResults(_ fault: Case) throws {
    let survey = try DeliveredSurvey()
    defer { survey.remove() }
    let first = try Press.importSurvey(in: survey.folder.path)
    try #require(!first.log.hasErrors, "\(first.log.diagnostics)")
    let before = try survey.bytes("results.sqlite")

    try fault.damage(survey)
    let outcome = try Press.importSurvey(in: survey.folder.path)
    #expect(outcome.value == nil)
    #expect(outcome.log.hasErrors)
    let found = outcome.log.sorted.filter { $0.severity == .error }.map { diagnostic in
      let place = diagnostic.range.map { "\($0.file):\($0.start.line):\($0.start.column) " } ?? ""
      return (text: place + diagnostic.id, summary: diagnostic.summary)
    }
    #expect(
      found.contains { $0.text == fault.expected && $0.summary.hasPrefix(fault.message) },
      "found: \(found)")

    let ended = try run(program, ["import", survey.folder.path])
    #expect(ended.status == 1)
    #expect(ended.output.isEmpty)
    #expect(ended.errors.contains(": error: \(fault.message)"), "\(ended.errors)")
    #expect(try survey.bytes("results.sqlite") == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: survey.folder.path)
    #expect(left.sorted() == ["data", "results.sqlite"])
  }

  static let results: [Case] = [
    Case(
      "of a newer version", "unreadable-results",
      "was written by a newer Katern (format 99, this one"
    ) {
      // SQLite's header has user_version at 60, four bytes, the highest first.
      var bytes = try $0.bytes("results.sqlite")
      bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
      try $0.write(bytes, to: "results.sqlite")
    },
    Case("not SQLite", "unreadable-results", "is not a results file of Katern") {
      try $0.flip("results.sqlite", from: 0, count: 16)
    },
    Case("cut off", "unreadable-results", "cannot be read: database disk image is malformed") {
      try $0.write(Array($0.bytes("results.sqlite").prefix(6000)), to: "results.sqlite")
    },
    Case("flipped bytes in the schema", "unreadable-results", "cannot be read: ") {
      try $0.flip("results.sqlite", from: 100, count: 8)
    },
    Case("flipped bytes in the pages", "unreadable-results", "cannot be read: ") {
      let count = try $0.bytes("results.sqlite").count
      try $0.flip("results.sqlite", from: 4096, count: count - 4096)
    },
  ]

  @Test(arguments: results) func readerSaysWhatIsWrong(_ fault: Case) throws {
    let survey = try DeliveredSurvey()
    defer { survey.remove() }
    _ = try Press.importSurvey(in: survey.folder.path)
    try fault.damage(survey)
    let before = try survey.bytes("results.sqlite")
    let outcome = try Press.listResults(in: survey.folder.path)
    #expect(outcome.value == nil)
    let found = try #require(outcome.log.sorted.first)
    #expect(found.id == fault.expected)
    #expect(found.severity == .error)
    #expect(found.summary.hasPrefix(survey.path("results.sqlite") + " " + fault.message))
    #expect(found.fixes.contains { $0.text.contains("'katern import'") })
    #expect(try run(program, ["results", "list", survey.folder.path]).status == 1)
    #expect(try survey.bytes("results.sqlite") == before)
  }

  @Test func readerSaysThatTheFileIsLocked() throws {
    let survey = try DeliveredSurvey()
    defer { survey.remove() }
    _ = try Press.importSurvey(in: survey.folder.path)
    let before = try survey.bytes("results.sqlite")
    let path = survey.path("results.sqlite")
    do {
      // What SQLite locks before it writes: 512 bytes from 1 GiB on.
      let descriptor = unsafe open(path, O_RDWR)
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      try #require(lseek(descriptor, 0x4000_0000, SEEK_SET) == 0x4000_0000)
      try #require(lockf(descriptor, F_TLOCK, 512) == 0)
      let ended = try run(program, ["results", "list", survey.folder.path])
      #expect(ended.status == 1)
      #expect(
        ended.errors.contains("error: \(path) is locked: another program is writing it"),
        "\(ended.errors)")
      #expect(ended.errors.contains("help: wait until the other program is done, or close it"))
    }
    #expect(try survey.bytes("results.sqlite") == before)
    #expect(try run(program, ["results", "list", survey.folder.path]).status == 0)
  }
}
