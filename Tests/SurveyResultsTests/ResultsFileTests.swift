import Foundation
import GRDB
import SurveyResults
import TestSupport
import Testing

/// The results file: what is in it, what is not, and what it says of files that are no results.
@Suite struct ResultsFileTests {
  /// Counts that no other part of a file has by accident: three bytes each.
  private enum Planted {
    static let shown = 1_234_567
    static let small = 345_679
    static let rest = 700_001
    static let group = 654_321
    static let size = 900_001
  }

  private func study() -> CountedStudy {
    var study = CountedStudy(
      CountedStudy.single(["yes", "no", "maybe"]), reported: ["a", "b", "c"], notReported: ["d"])
    study.policy.group = 1_000_000
    study.policy.cell = 500_000
    let large = CountedStudy.Base(n: 6_000_000, counts: [2_000_000, 2_000_000, 2_000_000])
    study.bases["choice"] = [
      "role:a": .init(
        n: Planted.small + Planted.rest + Planted.shown,
        counts: [Planted.small, Planted.rest, Planted.shown]),
      "role:b": large, "role:c": large,
      "role:d": .init(
        n: Planted.size, counts: [Planted.group, Planted.size - Planted.group, 0]),
    ]
    return study
  }

  /// Whether a file has a number as SQLite writes it, or in digits.
  private func has(_ number: Int, _ data: Data) -> Bool {
    let bytes = [UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
    return data.range(of: Data(bytes)) != nil || data.range(of: Data("\(number)".utf8)) != nil
  }

  @Test func withheldCountsAreNotInTheBytes() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("results.sqlite")
    try ResultsFile.write(study().results(), to: path)
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(has(Planted.shown, data), "a count that is shown is found, so the search works")
    #expect(!has(Planted.small, data), "a sensitive cell")
    #expect(!has(Planted.rest, data), "the answer that goes with it")
    #expect(!has(Planted.group, data), "an answer of a small group")
    #expect(has(Planted.size, data), "that the group took part may be said")
  }

  @Test func withheldCountsAreInNoExport() throws {
    let results = study().results()
    for text in [
      ResultsExchange.publication(of: results), ResultsExchange.confidential(of: results),
    ] {
      let numbers = Set(text.split { !$0.isNumber }.compactMap { Int($0) })
      #expect(numbers.contains(Planted.shown), "a count that is shown is found")
      for count in [Planted.small, Planted.rest, Planted.group] {
        #expect(!numbers.contains(count), "\(count)")
      }
      #expect(numbers.contains(Planted.size), "that the group took part may be said")
    }
  }

  @Test func countOnASmallBaseIsInTheConfidentialExportOnly() throws {
    var study = study()
    study.policy.insufficient = 50_000_000
    study.policy.indicative = 60_000_000
    let results = study.results()
    #expect(!ResultsExchange.publication(of: results).contains("\(Planted.shown)"))
    #expect(ResultsExchange.confidential(of: results).contains("\(Planted.shown)"))
  }

  @Test func sameModelGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let results = study().results()
    try ResultsFile.write(results, to: folder.path("one.sqlite"))
    try ResultsFile.write(results, to: folder.path("two.sqlite"))
    let one = try Data(contentsOf: URL(fileURLWithPath: folder.path("one.sqlite")))
    let two = try Data(contentsOf: URL(fileURLWithPath: folder.path("two.sqlite")))
    #expect(one == two)
    // Over an old file too, which leaves nothing behind.
    try ResultsFile.write(results, to: folder.path("one.sqlite"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("one.sqlite"))) == two)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        == ["one.sqlite", "two.sqlite"])
  }

  // MARK: Files that are no results

  private func error(reading path: String) -> ResultsFileError? {
    do throws(ResultsFileError) {
      _ = try ResultsFile.read(path: path)
      return nil
    } catch { return error }
  }

  private func written(_ folder: TemporaryFolder) throws -> String {
    let path = folder.path("results.sqlite")
    try ResultsFile.write(study().results(), to: path)
    return path
  }

  private func change(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func fileThatIsNotThere() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("none.sqlite")
    #expect(error(reading: path) == .missing(path))
    #expect(error(reading: path)?.description == "there is no results file at \(path)")
  }

  @Test func fileOfAnotherMake() throws {
    let folder = try TemporaryFolder()
    let text = folder.path("text.sqlite")
    try Data("question,answer\nagressie,any\n".utf8).write(to: URL(fileURLWithPath: text))
    #expect(error(reading: text) == .notResults(text))
    let other = folder.path("other.sqlite")
    try change(other, "CREATE TABLE study (id TEXT)")
    #expect(error(reading: other) == .notResults(other))
    let empty = folder.path("empty.sqlite")
    try Data().write(to: URL(fileURLWithPath: empty))
    #expect(error(reading: empty) == .notResults(empty))
  }

  @Test func fileOfANewerProgram() throws {
    let folder = try TemporaryFolder()
    let path = try written(folder)
    try change(path, "PRAGMA user_version = 99")
    #expect(error(reading: path) == .newer(path, version: 99))
    #expect(error(reading: path)?.description.contains("newer Katern (format 99") == true)
  }

  @Test func fileOfAnOlderProgram() throws {
    let folder = try TemporaryFolder()
    let path = try written(folder)
    try change(path, "PRAGMA user_version = 1")
    #expect(error(reading: path) == .older(path, version: 1))
    #expect(error(reading: path)?.description.contains("'katern import'") == true)
  }

  @Test(
    arguments: [
      "DELETE FROM study", "DELETE FROM wave", "DELETE FROM policy", "DROP TABLE cell",
      "ALTER TABLE base DROP COLUMN sum_w",
      "UPDATE cohort SET segment = 'nobody' WHERE segment = 'role:a'",
      "UPDATE question SET kind = 'essay'", "UPDATE cell SET withheld = 'why', k = NULL",
      "DROP TABLE policy; CREATE TABLE policy (indicative TEXT); INSERT INTO policy VALUES ('x')",
    ])
  func fileWhoseContentsCannotBe(_ sql: String) throws {
    let folder = try TemporaryFolder()
    let path = try written(folder)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: sql)
    }
    try queue.close()
    guard case .unreadable(path, let reason) = error(reading: path) else {
      Issue.record("\(String(describing: error(reading: path)))")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test(arguments: Array(UInt64(1)...40))
  func damagedBytesNeverTrap(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let path = try written(folder)
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    for _ in 0..<200 {
      data[Int.random(in: 0..<data.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    try data.write(to: URL(fileURLWithPath: path))
    _ = error(reading: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == data, "seed \(seed)")
  }

  @Test(arguments: [1, 50, 100, 4096, 8192, 20_000])
  func cutOffFileIsUnreadable(_ length: Int) throws {
    let folder = try TemporaryFolder()
    let path = try written(folder)
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    try data.prefix(length).write(to: URL(fileURLWithPath: path))
    #expect(data.count > length)
    #expect(error(reading: path) != nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == data.prefix(length))
  }

  // MARK: The old file stays

  @Test func modelThatCannotBeWrittenLeavesTheOldFile() throws {
    let folder = try TemporaryFolder()
    let path = try written(folder)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    var study = study()
    study.facts = [
      PublishedFact(
        question: "choice", answer: "yes", segment: .total, wave: "a wave that is not there",
        content: .rank(1))
    ]
    guard case .unwritable(path, _) = failure(writing: study.results(), to: path) else {
      Issue.record("it was written")
      return
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["results.sqlite"])
  }

  @Test func placeThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let results = study().results()
    #expect(failure(writing: results, to: folder.path("no/such/folder.sqlite")) != nil)
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("folder"), withIntermediateDirectories: false)
    #expect(failure(writing: results, to: folder.path("folder")) != nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["folder"])
  }

  private func failure(writing results: ResultsModel, to path: String) -> ResultsFileError? {
    do throws(ResultsFileError) {
      try ResultsFile.write(results, to: path)
      return nil
    } catch { return error }
  }
}
