import Diagnostics
import Testing

@testable import ReportSpec

@Suite struct MarkdownPositionTests {
  @Test(arguments: [
    // Queries and what stands around them.
    (
      "[60%]{any for x} van",
      "p@4(bound('60%' 4:2-4:5){any for x 4:7-4:16} 4:1-4:17 ' van' 4:17-4:21)"
    ),
    (
      "Eén {{ n for x }} deed",
      "p@4('Eén ' 4:1-4:5 fill{n for x 4:8-4:15} 4:5-4:18 ' deed' 4:18-4:23)"
    ),
    ("{{a}}{{b}}", "p@4(fill{a 4:3-4:4} 4:1-4:6 fill{b 4:8-4:9} 4:6-4:11)"),
    (
      "é*ü [**60%** á]{q}*",
      "p@4('é' 4:1-4:2 em('ü ' 4:3-4:5 bound(strong('60%' 4:8-4:11) ' á' 4:13-4:15){q 4:17-4:18} 4:5-4:19))"
    ),
    ("**[60%]{q}** x", "p@4(strong(bound('60%' 4:4-4:7){q 4:9-4:10} 4:3-4:11) ' x' 4:13-4:15)"),
    (
      "[zie [60%]{q} hier](#a) en",
      "p@4(link('zie ' 4:2-4:6 bound('60%' 4:7-4:10){q 4:12-4:13} 4:6-4:14 ' hier' 4:14-4:19) → #a ' en' 4:24-4:27)"
    ),
    (
      "[*a* [b](https://x.nl/b)]{q}.",
      "p@4(bound(em('a' 4:3-4:4) ' ' 4:5-4:6 link('b' 4:7-4:8) → https://x.nl/b){q 4:27-4:28} 4:1-4:29 '.' 4:29-4:30)"
    ),
    (
      "\\*a\\* &amp; \\[b\\] [c\\]]{q}",
      "p@4('*a* & [b] ' 4:2-4:19 bound('c]' 4:20-4:23){q 4:25-4:26} 4:19-4:27)"
    ),
    (
      "[a]{x > in 2021 | y < *z* `b`}",
      "p@4(bound('a' 4:2-4:3){x > in 2021 | y < *z* `b` 4:5-4:30} 4:1-4:31)"
    ),
    (
      "`{{ x }}` en `[a]{b}`",
      "p@4(code '{{ x }}' 4:2-4:9 ' en ' 4:10-4:14 code '[a]{b}' 4:15-4:21)"
    ),
    ("\\{{ geen }} [a]\\{b}", "p@4('{{ geen }} [a]{b}' 4:2-4:20)"),
    ("[a](https://x.nl){b}", "p@4(link('a' 4:2-4:3) → https://x.nl '{b}' 4:18-4:21)"),
    // Over line ends.
    (
      "[60%]{any\n   for x} y",
      "p@4(bound('60%' 4:2-4:5){any for x 4:7-5:9} 4:1-5:10 ' y' 5:10-5:12)"
    ),
    (
      "a [b\nc]{q} d",
      "p@4('a ' 4:1-4:3 bound('b' 4:4-4:5 ' ' 4:5-5:1 'c' 5:1-5:2){q 5:4-5:5} 4:3-5:6 ' d' 5:6-5:8)"
    ),
    (
      "- [60%]{x\nfor y} z\n- b",
      "ul@4(p@4(bound('60%' 4:4-4:7){x for y 4:9-5:6} 4:3-5:7 ' z' 5:7-5:9); p@6('b' 6:3-6:4))"
    ),
    (
      "> [a]{x\n> > in 2021} b",
      "quote@4(p@4(bound('a' 4:4-4:5){x > in 2021 4:7-5:12} 4:3-5:13 ' b' 5:13-5:15))"
    ),
    (
      "[a]{x\n> in 2021} b", "p@4(bound('a' 4:2-4:3){x > in 2021 4:5-5:10} 4:1-5:11 ' b' 5:11-5:13)"
    ),
    (
      "een\r\n[a]{q} twee\r\n",
      "p@4('een' 4:1-4:4 ' ' 4:4-5:1 bound('a' 5:2-5:3){q 5:5-5:6} 5:1-5:7 ' twee' 5:7-5:12)"
    ),
    ("\ta", ""),
    ("-\t[a]{q}\tb", "ul@4(p@4(bound('a' 4:4-4:5){q 4:7-4:8} 4:3-4:9 '\tb' 4:9-4:11))"),
    ("a\\\nb", "p@4('a' 4:1-4:2 break 'b' 5:1-5:2)"),
    // Lists, with lazy continuation.
    (
      "- a\n  - b\nlui [c]{q}\n- d",
      "ul@4(p@4('a' 4:3-4:4) ul@5(p@5('b' 5:5-5:6 ' ' 5:6-6:1 'lui ' 6:1-6:5 bound('c' 6:6-6:7){q 6:9-6:10} 6:5-6:11)); p@7('d' 7:3-7:4))"
    ),
    ("3. a\n4. b", "ol@4(p@4('a' 4:4-4:5); p@5('b' 5:4-5:5))"),
    // Tables.
    (
      "| a {{x|y}} | [b]{p|q} |\n|---|--:|\n| é \\| c | d |",
      "table@4('a ' 4:3-4:5 fill{x|y 4:7-4:10} 4:5-4:12 | bound('b' 4:16-4:17){p|q 4:19-4:22} 4:15-4:23; 'é | c' 6:3-6:9 | 'd' 6:12-6:13)"
    ),
    (
      "Tekst [a]{q}\nvoor\n| een |\n|---|\n| {{x}} |",
      "p@4('Tekst ' 4:1-4:7 bound('a' 4:8-4:9){q 4:11-4:12} 4:7-4:13 ' ' 4:13-5:1 'voor' 5:1-5:5) "
        + "table@6('een' 6:3-6:6; fill{x 8:5-8:6} 8:3-8:8)"
    ),
    // Footnotes.
    ("Een[^n] b.\n\n[^n]: Noot {{x}}.", "p@4('Een' 4:1-4:4 note n 4:4-4:8 ' b.' 4:8-4:11)"),
    // Headings.
    (
      "## Titel [a]{q} {#b question=c}",
      "h2@4('Titel ' 4:4-4:10 bound('a' 4:11-4:12){q 4:14-4:15} 4:10-4:16)"
    ),
    ("## {{x}} ##", "h2@4(fill{x 4:6-4:7} 4:4-4:9)"),
  ])
  func everyPieceKnowsItsPlace(markdown: String, expected: String) {
    let (chapter, diagnostics) = SpecDump.chapter(markdown)
    #expect(SpecDump.text(chapter.blocks) == expected)
    #expect(diagnostics.filter { $0.id != "code-block" } == [])
  }

  @Test(arguments: [
    ("::: callout\na\n:::", "callout@4(p@5('a' 5:1-5:2))"),
    (
      "tekst\n::: columns 2\n- a\n:::\nb",
      "p@4('tekst' 4:1-4:6) columns 2@5(ul@6(p@6('a' 6:3-6:4))) p@8('b' 8:1-8:2)"
    ),
    (
      ":::: each role ::::\n::: only raadslid wethouder\n{{x}}\n:::\n::::\n",
      "each role@4(only raadslid wethouder@5(p@6(fill{x 6:3-6:4} 6:1-6:6)))"
    ),
    ("::: each item of oordeel\n```chart\nby: role\n```\n:::", "each item of oordeel@4(chart@5)"),
    ("```colophon\ntext: |\n  ::: callout\n```", "colophon@4"),
    (
      "- a\n\n  ```chart\n  by: role\n  ```\n- b",
      "ul@4(p@4('a' 4:3-4:4) chart@6; p@9('b' 9:3-9:4))"
    ),
    ("- ::: together\n  a\n  :::", "ul@4(p@4('::: together' 4:3-4:15 ' ' 4:15-5:1 'a' 5:3-5:4))"),
  ])
  func containersNest(markdown: String, expected: String) {
    let (chapter, _) = SpecDump.chapter(markdown)
    #expect(SpecDump.text(chapter.blocks) == expected)
  }

  @Test func footnotesKeepTheirText() {
    let (chapter, diagnostics) = SpecDump.chapter("Een[^n].\n\n[^n]: Noot {{x}}.\n\nDaarna.")
    #expect(diagnostics == [])
    #expect(chapter.footnotes.map(\.label) == ["n"])
    #expect(
      SpecDump.text(chapter.footnotes.flatMap(\.blocks))
        == "p@6('Noot ' 6:7-6:12 fill{x 6:14-6:15} 6:12-6:17 '.' 6:17-6:18)")
    #expect(SpecDump.text(chapter.blocks).hasSuffix("p@8('Daarna.' 8:1-8:8)"))
  }

  @Test func headingAttributesAreRead() throws {
    let (chapter, _) = SpecDump.chapter("## T {#a question=b wave=2021 by=role for=\"x\"}")
    guard case .heading(_, _, let attributes) = chapter.blocks.first?.content else {
      Issue.record("no heading")
      return
    }
    #expect(attributes.anchor?.text == "a")
    #expect(attributes.question?.text == "b")
    #expect(attributes.wave?.text == "2021")
    #expect(attributes.by?.text == "role")
    #expect(attributes.segment?.text == "x")
    #expect(attributes.question.map { SpecDump.place($0.range) } == "4:19-4:20")
  }

  @Test func aQueryPointsAtItsCharacters() throws {
    let (chapter, _) = SpecDump.chapter("Eén [a]{agressie.any\n  for raadslid}")
    guard case .paragraph(let inlines) = chapter.blocks.first?.content,
      case .bound(_, let query) = inlines.last?.content
    else {
      Issue.record("no bound words")
      return
    }
    #expect(query.text == "agressie.any for raadslid")
    #expect(SpecDump.place(query.range(ofUTF8: 9..<12)) == "4:18-4:21")
    #expect(SpecDump.place(query.range(ofUTF8: 17..<25)) == "5:7-5:15")
  }
}
