import Diagnostics
import Testing

@testable import ReportSpec

/// Each fault that a chapter can have, with the place where it is reported.
@Suite struct ChapterFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var id: String
    var line: Int
    var column: Int
    var fix: String?

    var testDescription: String { "\(id): \(text)" }
  }

  /// The text begins on line 4.
  static let cases: [Case] = [
    // Queries.
    Case(text: "Eén {{ any for x", id: "unclosed-query", line: 4, column: 5),
    Case(text: "Eén {{ a\n\nb }}", id: "unclosed-query", line: 4, column: 5),
    Case(text: "[a]{any", id: "unclosed-query", line: 4, column: 4),
    Case(text: "a {{ }} b", id: "empty-query", line: 4, column: 3),
    Case(text: "[a]{}", id: "empty-query", line: 4, column: 4),
    Case(text: "[a]{{any}}", id: "doubled-braces", line: 4, column: 4),
    Case(text: "a 60%]{any}", id: "bound-without-words", line: 4, column: 6),
    Case(text: "x []{any}", id: "bound-without-words", line: 4, column: 3),
    Case(text: "*a [b*]{any}", id: "split-bound-words", line: 4, column: 4),
    Case(text: "[a](#b{{x}})", id: "stray-query", line: 4, column: 7),
    Case(text: "[a]: https://x.nl/{{x}}\n\n[a]", id: "stray-query", line: 4, column: 19),
    // Containers.
    Case(
      text: "::: calout\na\n:::", id: "unknown-container", line: 4, column: 5,
      fix: "did you mean 'callout'?"),
    Case(text: "::: columns\na\n:::", id: "container-arguments", line: 4, column: 5),
    Case(text: "::: columns 9\na\n:::", id: "container-arguments", line: 4, column: 13),
    Case(text: "::: each\na\n:::", id: "container-arguments", line: 4, column: 5),
    Case(text: "a\n\n  ::: callout\nb", id: "unclosed-container", line: 6, column: 3),
    Case(text: "a\n:::", id: "stray-container-end", line: 5, column: 1),
    Case(text: "a\n    ::: callout\nb", id: "container-line", line: 5, column: 5),
    Case(text: "- ::: callout", id: "container-line", line: 4, column: 1),
    // Fences.
    Case(
      text: "```chrat\n```", id: "unknown-block", line: 4, column: 1,
      fix: "did you mean 'chart'?"),
    Case(text: "```\ncode\n```", id: "unknown-block", line: 4, column: 1),
    Case(text: "```chart\nby: role", id: "unclosed-fence", line: 4, column: 1),
    Case(text: "> ```chart\n> by: role\n> ```", id: "block-in-quote", line: 4, column: 1),
    Case(text: "- a\n\n  ```chart\nby: role\n```", id: "stray-fence", line: 8, column: 1),
    Case(
      text: "```chart\nquestoin: a\n```", id: "unknown-key", line: 5, column: 1,
      fix: "did you mean 'question'?"),
    Case(
      text: "```chart\ntype: grouped-bar\n```", id: "unknown-choice", line: 5, column: 7,
      fix: "did you mean 'grouped-bars'?"),
    Case(text: "```chart\ntitle: {{ x }}\n```", id: "yaml-unquoted-filling", line: 5, column: 8),
    Case(text: "```chart\ntitle: a {{ x\n```", id: "unclosed-query", line: 5, column: 10),
    Case(text: "- a\n\n  ```chart\n  by: [a\n  ```", id: "yaml-syntax", line: 8, column: 1),
    Case(text: "```key-figures\nvalue: a\n```", id: "key-figures", line: 4, column: 1),
    Case(text: "```key-figures\n- value: a\n```", id: "missing-key", line: 5, column: 3),
    Case(text: "```response\ncolumns: [rates]\n```", id: "unknown-choice", line: 5, column: 11),
    // Addresses and sign-offs.
    Case(text: "```address\nmail: info at x.nl\n```", id: "contact-mail", line: 5, column: 7),
    Case(text: "```address\nphone: bel ons\n```", id: "contact-phone", line: 5, column: 8),
    Case(text: "```address\nweb: example\n```", id: "contact-web", line: 5, column: 6),
    Case(
      text: "```address\nstraat: A 1\n```", id: "unknown-key", line: 5, column: 1,
      fix: "did you mean 'street'?"),
    Case(text: "```sign-off\nplace: A\n```", id: "missing-key", line: 5, column: 1),
    Case(text: "```sign-off\nnames: []\n```", id: "sign-off", line: 5, column: 8),
    Case(text: "```sign-off\nnames:\n  - function: f\n```", id: "missing-key", line: 6, column: 5),
    Case(
      text: "```sign-off\nnames: [A]\ndate: 2024-02-30\n```", id: "report-date", line: 6, column: 7),
    // Headings.
    Case(text: "# Titel", id: "heading-level", line: 4, column: 1),
    Case(text: "## A\n\n#### B", id: "heading-level", line: 6, column: 1, fix: "use '###'"),
    Case(text: "##", id: "empty-heading", line: 4, column: 1),
    Case(text: "## A {vraag}", id: "heading-attribute", line: 4, column: 7),
    Case(
      text: "## A {qestion=x}", id: "heading-attribute", line: 4, column: 7,
      fix: "did you mean 'question'?"),
    // Markdown that is not printed.
    Case(text: "a <b>c", id: "raw-html", line: 4, column: 3),
    Case(text: "<div>\n", id: "raw-html", line: 4, column: 1),
    Case(text: "a ![b](c.png)", id: "image", line: 4, column: 3),
    Case(text: "a\n\n***\n\nb", id: "thematic-break", line: 6, column: 1),
    Case(text: "a\n\n    b", id: "code-block", line: 6, column: 5),
    Case(text: "[a](b.md)", id: "link-address", line: 4, column: 2),
    Case(text: "[a](javascript:b)", id: "link-address", line: 4, column: 2),
    Case(
      text: "a[^bron]\n\n[^born]: b", id: "unknown-footnote", line: 4, column: 2,
      fix: "did you mean 'born'?"),
    Case(text: "a\n\n[^b]: c", id: "unused-footnote", line: 6, column: 1),
    Case(
      text: String(repeating: ">", count: 80) + " a", id: "markdown-too-deep", line: 1, column: 1),
    Case(
      text: String(repeating: "::: callout\n", count: 49) + "a\n\n"
        + String(repeating: ":::\n", count: 49),
      id: "markdown-too-deep", line: 52, column: 1),
  ]

  @Test(arguments: cases) func faultsHaveAPlace(fault: Case) {
    let (_, diagnostics) = SpecDump.chapter(fault.text)
    let found = diagnostics.first { $0.id == fault.id }
    let ids = diagnostics.map { "\($0.id) \($0.range.map { SpecDump.place($0) } ?? "")" }
    #expect(found?.range?.file == "c.md", "\(ids)")
    #expect(
      found?.range?.start == SourcePosition(line: fault.line, column: fault.column), "\(ids)")
    if let fix = fault.fix { #expect(found?.fixes.first?.text == fix) }
  }

  @Test(arguments: [
    ("Geen kop", "missing-front-matter", 1, 1),
    ("---\ntitle: T\n", "unclosed-front-matter", 1, 1),
    ("---\ndivider: true\n---\n", "missing-key", 2, 1),
    ("---\ntitle: T\nlede: a\n---\n", "unknown-key", 3, 1),
    ("---\ntitle: \"{{ x\"\n---\n", "unclosed-query", 2, 9),
    ("---\ntitle: T\nlead: |\n  Een\n  {{ x\n---\n", "unclosed-query", 5, 3),
  ])
  func frontMatterFaultsHaveAPlace(text: String, id: String, line: Int, column: Int) {
    var log = DiagnosticLog()
    _ = ChapterReader.read(SourceFile(path: "c.md", text: text), into: &log)
    let found = log.diagnostics.first { $0.id == id }
    #expect(found?.range?.start == SourcePosition(line: line, column: column), "\(log.diagnostics)")
  }

  @Test func allFaultsAreReportedInOneRun() {
    let text = "# A\n\n[b]{}\n\n```chrat\n```\n\n{{ c"
    let (_, diagnostics) = SpecDump.chapter(text)
    #expect(
      diagnostics.map(\.id) == ["heading-level", "empty-query", "unknown-block", "unclosed-query"])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["{{", "[a]{", "`", "` ``", "[", "*a", ">", "[^a]"])
  func manyFaultsTakeNoLongTime(piece: String) {
    let line = String(repeating: piece, count: 500 / piece.utf8.count) + "\n"
    let (_, diagnostics) = SpecDump.chapter(String(repeating: line, count: 200))
    #expect(diagnostics.allSatisfy { $0.range?.file == "c.md" })
  }

  @Test func longLinesAndTextsAreFaults() {
    let long = String(repeating: "x", count: ChapterReader.lineBound + 1)
    #expect(SpecDump.chapter(long).1.map(\.id) == ["long-line"])
    let text = "```chart\ntitle: \(String(repeating: "words\n  ", count: 3_000))\n```"
    #expect(SpecDump.chapter(text).1.map(\.id) == ["long-text"])
  }

  @Test func noBytesTrapAndNoQueryIsLost() {
    var random = SeededRandom(seed: 20_241_119)
    let words = [
      "a", "é", " ", " ", "\n", "\n\n", "\r\n", "\t", "[", "]", "]{", "{", "}", "{{", "}}", "*",
      "**", "_", "`", "```", "```chart\n", "~~~", ":::", "::: callout\n", ":::\n", "- ", "> ",
      "1. ", "## ", " {#a}", "|", "\n|---|\n", "\\", "&amp;", "<b>", "](", ")", "[^n]", "[^n]: ",
      "![", "    ", "---\n", "===\n", "by: role\n", "😀", "<!--", "{{ x }}", "[a]{b}", "\u{2028}",
    ]
    for round in 0..<2_000 {
      var text = round % 4 == 0 ? "" : "---\ntitle: T\n---\n"
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        text += words[Int.random(in: 0..<words.count, using: &random)]
      }
      let file = SourceFile(path: "c.md", text: text)
      var log = DiagnosticLog()
      let chapter = ChapterReader.read(file, into: &log)
      for diagnostic in log.diagnostics {
        let line = diagnostic.range?.start.line ?? 0
        #expect(line >= 1 && line <= file.lineCount, "round \(round): \(diagnostic.id)")
      }
      let isWhole = !log.diagnostics.contains { $0.id == "container-line" }
      for (words, range) in SpecDump.words(chapter.blocks) where isWhole {
        let slice = file.bytes[file.offset(of: range.start)..<file.offset(of: range.end)]
        let source = String(decoding: slice, as: UTF8.self)
        if source.contains("\\") || source.contains("&") || words == " " { continue }
        #expect(words == source, "round \(round): \(text.debugDescription)")
      }
      let written = SpecDump.text(chapter.blocks)
      #expect(!written.contains("\u{2}"), "round \(round): \(text.debugDescription)")
    }
  }
}

/// SplitMix64: the same numbers for the same seed everywhere.
struct SeededRandom: RandomNumberGenerator {
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
