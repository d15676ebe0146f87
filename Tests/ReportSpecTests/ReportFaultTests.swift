import Diagnostics
import Foundation
import Testing

@testable import ReportSpec

/// A report folder that lives as long as a test.
final class ScratchFolder {
  let path: String

  init(_ files: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("report-spec-\(UUID().uuidString)")
    path = folder.path
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func read() -> (ReportSource?, [Diagnostic]) {
    var library = SourceLibrary(folder: path)
    var log = DiagnosticLog()
    let report = ReportReader.read(&library, into: &log)
    return (report, log.sorted)
  }
}

@Suite struct ReportFaultTests {
  private static let chapter = "---\ntitle: T\n---\n"
  private static let head = "title: T\nlanguage: nl-NL\nchapters: [c.md]\n"
  private static let edition = "editions: {report: {layout: rapport}}\n"

  @Test func aReportIsReadWhole() throws {
    let folder = try ScratchFolder([
      "report.yaml": """
      title: Weerbaar bestuur
      language: nl-NL
      authors: [A, B]
      date: 2024-02-29
      waves: {current: "2024", previous: "2021"}
      chapters: [chapters/01.md]
      editions:
        report: {layout: rapport, cover: true, contents: true}
        sheets: {layout: factsheet, template: sheet.md, each: role, segments: [a], file: "x-{segment}.pdf"}
      """,
      "chapters/01.md": "---\ntitle: Eén *twee*\nnumber: 1\ndivider: true\n---\nTekst.",
      "sheet.md": "---\ntitle: \"{{ segment }}\"\n---\n",
    ])
    let (read, diagnostics) = folder.read()
    let report = try #require(read)
    #expect(diagnostics == [])
    #expect(report.title.text == "Weerbaar bestuur")
    #expect(report.language.value == .dutch)
    #expect(report.authors.map(\.text) == ["A", "B"])
    #expect(report.date?.value == ReportDate("2024-02-29"))
    #expect(report.results.value == report.folder + "/results.sqlite")
    #expect(report.currentWave?.text == "2024")
    #expect(report.previousWave?.text == "2021")
    #expect(report.chapters.map(\.title.plainText) == ["Eén twee"])
    #expect(report.chapters.first?.number?.text == "1")
    #expect(report.chapters.first?.hasDivider == true)
    #expect(report.editions.map(\.name.text) == ["report", "sheets"])
    #expect(report.editions.map(\.hasCover) == [true, false])
    #expect(report.editions.map(\.contents) == [.list(depth: 2), nil])
    #expect(report.editions.last?.each?.text == "role")
    #expect(report.editions.last?.segments?.map(\.text) == ["a"])
    guard case .fill(let query) = report.editions.last?.template?.title.first?.content else {
      Issue.record("the template's title is not filled in")
      return
    }
    #expect(query.text == "segment")
  }

  @Test(arguments: [
    ("titel: T\nlanguage: nl-NL\n" + edition, "unknown-key", 1, 1),
    ("language: nl-NL\n" + edition, "missing-key", 1, 1),
    ("title: T\nlanguage: nl\n" + edition, "unknown-choice", 2, 11),
    (head + "date: 2023-02-29\n" + edition, "report-date", 4, 7),
    (head + "words: {veel: 40}\n" + edition, "words-for-shares", 4, 15),
    (head + "words: {veel: 40-20}\n" + edition, "words-for-shares", 4, 15),
    (head + "words: {meer dan 3: 20-40}\n" + edition, "words-for-shares", 4, 21),
    (head + "editions: {}\n", "no-editions", 1, 1),
    (head + "editions: {r: {cover: true}}\n", "missing-key", 4, 16),
    (head + "editions: {r: {layout: a, contents: 9}}\n", "contents-depth", 4, 37),
    (head + "editions: {r: {layout: a, tables: below}}\n", "unknown-choice", 4, 35),
    (head + "editions: {r: {layout: a, chapters: [d.md]}}\n", "not-a-chapter", 4, 38),
    (head + "editions: {r: {layout: a, chapters: [c.md, c.md]}}\n", "duplicate-chapter", 4, 44),
    (head + "editions: {r: {layout: a, each: role}}\n", "each-without-template", 4, 33),
    (head + "editions: {r: {layout: a, segments: [x]}}\n", "sheet-without-each", 4, 38),
    (
      head + "editions: {r: {layout: a, template: c.md, each: x, file: a.pdf}}\n",
      "sheet-file-name", 4, 58
    ),
    ("title: T\nlanguage: nl-NL\n" + edition, "no-chapters", 3, 12),
    ("title: T\nlanguage: nl-NL\nchapters: [d.md]\n" + edition, "missing-file", 3, 12),
    ("title: T\nlanguage: nl-NL\nchapters: [../c.md]\n" + edition, "outside-folder", 3, 12),
    ("title: T\nlanguage: nl-NL\nchapters: [/etc/passwd]\n" + edition, "outside-folder", 3, 12),
    ("title: T\nlanguage: nl-NL\nchapters: [sub]\n" + edition, "unreadable-file", 3, 12),
    ("title: T\nlanguage: nl-NL\nchapters: [c.md, c.md]\n" + edition, "duplicate-chapter", 3, 18),
    (head + "results: ../x.sqlite\n" + edition, "outside-folder", 4, 10),
    (head + "waves: 2024\n" + edition, "wrong-kind", 4, 8),
    (head + "contact: {mail: x}\n" + edition, "contact-mail", 4, 17),
    (head + "editions: {r: {layout: a, contents: tile}}\n", "contents-depth", 4, 37),
  ])
  func faultsHaveAPlace(yaml: String, id: String, line: Int, column: Int) throws {
    let folder = try ScratchFolder([
      "report.yaml": yaml, "c.md": Self.chapter, "sub/x.md": Self.chapter,
    ])
    let (_, diagnostics) = folder.read()
    let found = diagnostics.first { $0.id == id }
    #expect(found?.range?.file == "report.yaml", "\(diagnostics)")
    #expect(found?.range?.start == SourcePosition(line: line, column: column), "\(diagnostics)")
  }

  @Test func aFolderWithoutReportIsAFault() throws {
    let (report, diagnostics) = try ScratchFolder(["x.md": ""]).read()
    #expect(report == nil)
    #expect(diagnostics.map(\.id) == ["missing-file"])
  }

  @Test func aSymbolicLinkDoesNotLeadOut() throws {
    let folder = try ScratchFolder(["report.yaml": Self.head + Self.edition])
    let other = try ScratchFolder(["secret.md": Self.chapter])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/c.md", withDestinationPath: other.path + "/secret.md")
    #expect(folder.read().1.map(\.id) == ["outside-folder"])
  }

  @Test func filesThatAreNoTextAreFaults() throws {
    let folder = try ScratchFolder(["report.yaml": Self.head + Self.edition, "c.md": ""])
    let file = URL(fileURLWithPath: folder.path + "/c.md")
    try Data([0x61, 0x0A, 0x62, 0xE9, 0x63]).write(to: file)
    #expect(folder.read().1.map(\.id) == ["not-utf8"])
    #expect(folder.read().1.first?.range?.start == SourcePosition(line: 2, column: 2))
    try Data("---\ntitle: T\n---\na\u{2}b".utf8).write(to: file)
    #expect(folder.read().1.map(\.id) == ["control-character"])
    try Data(repeating: 0x61, count: SourceLibrary.sizeBound + 1).write(to: file)
    #expect(folder.read().1.map(\.id) == ["file-too-large"])
  }

  @Test func linksAndNamesOfHeadingsAgree() throws {
    let folder = try ScratchFolder([
      "report.yaml": "title: T\nlanguage: nl-NL\nchapters: [a.md, b.md]\n" + Self.edition,
      "a.md": Self.chapter + "## A {#een}\n\n[x](#twee) [y](#twe)\n",
      "b.md": Self.chapter + "## B {#twee}\n\n## C {#een}\n",
    ])
    let (_, diagnostics) = folder.read()
    #expect(diagnostics.map(\.id) == ["unknown-anchor", "duplicate-anchor"])
    #expect(diagnostics.map { $0.range?.start.line } == [6, 6])
    #expect(diagnostics.first?.fixes.first?.text == "did you mean 'twee'?")
  }

  @Test func anEditionPrintsSomeChaptersUnderItsOwnTitle() throws {
    let folder = try ScratchFolder([
      "report.yaml": """
      title: T
      language: nl-NL
      chapters: [a.md, b.md, c.md]
      editions:
        all: {layout: rapport}
        some: {layout: rapport, title: In tabellen, chapters: [c.md, a.md]}
      """,
      "a.md": "---\ntitle: A\n---\n", "b.md": "---\ntitle: B\n---\n",
      "c.md": "---\ntitle: C\n---\n",
    ])
    let (read, diagnostics) = folder.read()
    let report = try #require(read)
    #expect(diagnostics == [])
    let printed = report.editions.map { report.printed(as: $0) }
    #expect(printed.map(\.title.text) == ["T", "In tabellen"])
    #expect(printed.map { $0.chapters.map(\.title.plainText) } == [["A", "B", "C"], ["C", "A"]])
  }

  @Test func anEditionHasATemplateOrChapters() throws {
    let yaml = Self.head + "editions: {r: {layout: a, template: c.md, chapters: []}}\n"
    let folder = try ScratchFolder(["report.yaml": yaml, "c.md": Self.chapter])
    #expect(folder.read().1.map(\.id) == ["chapters-with-template", "no-chapters"])
  }
}
