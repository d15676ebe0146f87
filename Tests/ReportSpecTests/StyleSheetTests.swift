import Diagnostics
import Drawing
import HouseStyle
import ReportSpec
import Testing

@Suite struct StyleSheetTests {
  /// A layout with everything that every layout must have; the texts stand on the lines named.
  private func layout(
    colours: String = "", paragraphs: String = "", masters: String = "", more: String = ""
  ) -> String {
    var lines = ["page: {width: 210mm, height: 297mm}", "baseline: 14pt", "colours:"]
    if !colours.isEmpty { lines.append("  " + colours) }
    for name in StyleSheet.requiredColours where !colours.hasPrefix(name + ":") {
      lines.append("  \(name): \"#102030\"")
    }
    lines += ["fonts: {text: [Inter, Noto Sans]}", "paragraphs:"]
    if !paragraphs.isEmpty { lines.append("  " + paragraphs) }
    for name in ParagraphStyle.requiredNames where !paragraphs.hasPrefix(name + ":") {
      lines.append(name == "body" ? "  body: {font: text}" : "  \(name): {based-on: body}")
    }
    lines += [
      "masters:", masters.isEmpty ? "  body: {frames: {text: {top: 20mm}}}" : "  " + masters,
    ]
    lines += ["parts: {body: body}"]
    if !more.isEmpty { lines.append(more) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func read(_ text: String) -> (StyleSheet?, [Diagnostic], SourceFile) {
    var log = DiagnosticLog()
    let file = SourceFile(path: "Layouts/l.yaml", text: text)
    let sheet = StyleSheetReader.read(file, name: "l", into: &log)
    return (sheet, log.sorted, file)
  }

  @Test func aLayoutIsReadWhole() throws {
    let masters = """
      body:
          ink: paper
          next: body
          frames:
            text: {left: 20mm, right: 10mm, top: 72, height: 1cm, align: bottom, styles: [body]}
          furniture:
            - {fill: accent}
            - {line: rule, weight: 1pt, top: 30pt, height: 0}
            - {text: "{chapter} {folio}", style: folio, bottom: 10mm, height: 10pt}
            - {shape: "M0 0H10V10L0 10Z", view: [10, 20], colour: accent, width: 100, height: 100}
      """
    let (read, diagnostics, _) = read(
      layout(
        colours: "accent: ink",
        paragraphs:
          "heading-1: {based-on: body, size: 20pt, colour: rule, rule-above: {width: 2pt, gap: 3}}",
        masters: masters,
        more: "page-limit: 2\n"
          + "chart: {bar-height: 12pt, label-share: 0.4, shrink: {row-gap: 2pt}}"))
    #expect(diagnostics == [])
    let sheet = try #require(read)
    #expect(sheet.pageSize == Size(width: .millimetres(210), height: .millimetres(297)))
    #expect(sheet.baseline == 14)
    #expect(sheet.pageLimit == 2)
    #expect(sheet.colours["accent"] == Colour(hexadecimal: "#102030"))
    #expect(
      sheet.partMasters == [
        "cover": "body", "contents": "body", "divider": "body", "body": "body", "flow": "body",
        "sheet": "body", "back": "body",
      ])
    #expect(sheet.chart.barHeight == 12)
    #expect(sheet.chart.labelShare == 0.4)
    #expect(sheet.chart.least?.rowGap == 2)
    #expect(sheet.chart.least?.barHeight == 12)
    #expect(sheet.chart.most == nil)
    #expect(sheet.chart.set(to: -0.5).rowGap == 5)
    let heading = sheet.paragraph("heading-1")
    #expect(heading.text.families == ["Inter", "Noto Sans"])
    #expect(heading.text.size == 20)
    #expect(heading.leading == 14)
    #expect(heading.ruleAbove == .init(colour: "rule", width: 2, gap: 3))
    let master = try #require(sheet.masters["body"])
    #expect(master.ink == "paper")
    let frame = try #require(master.frames.first)
    #expect(frame.rect.left == .millimetres(20))
    #expect(abs((frame.rect.right - .millimetres(200)).points) < 0.001)
    #expect(frame.rect.top == 72)
    #expect(frame.isBottomAligned)
    #expect(frame.styles == ["body"])
    #expect(master.furniture.map(\.kind) == [.background, .background, .footer, .background])
    #expect(master.furniture.first?.rect == Rect(origin: .zero, size: sheet.pageSize))
    guard case .shape(let path, _) = master.furniture.last?.content else {
      Issue.record("no shape")
      return
    }
    #expect(
      path
        == Path([
          .move(.zero), .line(Point(x: 100, y: 0)), .line(Point(x: 100, y: 50)),
          .line(Point(x: 0, y: 50)), .close,
        ]))
  }

  @Test(arguments: [
    ("colours", "ink: #102030", "layout-colour", "ink", nil),
    ("colours", "ink: \"#10203\"", "layout-colour", "\"#10203\"", nil),
    ("colours", "ink: papier", "unknown-colour", "papier", "did you mean 'paper'?"),
    ("colours", "ink: ink", "circular-colour", "ink\n", nil),
    ("paragraphs", "body: {size: 9pt}", "style-without-font", "body:", nil),
    ("paragraphs", "lead: {based-on: lead}", "circular-style", "lead}", nil),
    ("paragraphs", "lead: {based-on: bdy}", "unknown-style", "bdy", "did you mean 'body'?"),
    ("paragraphs", "body: {font: text, size: 9px}", "layout-length", "9px", nil),
    ("paragraphs", "body: {font: text, size: -9}", "layout-bounds", "-9", nil),
    ("paragraphs", "body: {font: text, siz: 9}", "unknown-key", "siz", "did you mean 'size'?"),
    (
      "paragraphs", "body: {font: text, align: centr}", "unknown-choice", "centr",
      "did you mean 'centre'?"
    ),
    (
      "paragraphs", "body: {font: text, colour: inkt}", "unknown-colour", "inkt",
      "did you mean 'ink'?"
    ),
    ("paragraphs", "body: {font: text, weight: 1000}", "layout-bounds", "1000", nil),
    ("masters", "body: {frames: {}}", "master-without-frame", "body:", nil),
    ("masters", "body: {frames: {a: {top: 1, bottom: 1, height: 1}}}", "layout-place", "1}}}", nil),
    ("masters", "body: {frames: {a: {left: 300mm}}}", "layout-place", "a:", nil),
    (
      "masters", "body: {next: bod, frames: {a: {}}}", "unknown-master", "bod,",
      "did you mean 'body'?"
    ),
    ("masters", "body: {frames: {a: {}}, furniture: [{top: 1}]}", "layout-furniture", "top:", nil),
    (
      "masters", "body: {frames: {a: {}}, furniture: [{shape: \"L 1 1\", colour: ink}]}",
      "layout-shape", "\"L 1", nil
    ),
    (
      "masters", "body: {frames: {a: {}}, furniture: [{text: \"{foli}\", style: folio}]}",
      "unknown-field", "{foli}", "did you mean 'folio'?"
    ),
    ("more", "pagelimit: 2", "unknown-key", "pagelimit", "did you mean 'page-limit'?"),
    ("more", "chart: {label-share: 2}", "layout-bounds", "2}", nil),
    ("more", "notes: {measure: 20pt}", "layout-bounds", "20pt", nil),
    ("more", "chart: {row-gap: 5, shrink: {row-gap: 6}}", "layout-bounds", "6}}", nil),
    ("more", "chart: {shrink: {bar-height: 2}}", "layout-bounds", "2}}", nil),
    ("more", "chart: {bar-height: 9, stretch: {bar-height: 8}}", "layout-bounds", "8}}", nil),
    (
      "more", "chart: {stretch: {bar-hight: 8}}", "unknown-key", "bar-hight",
      "did you mean 'bar-height'?"
    ),
  ])
  func faultsHaveAPlace(
    section: String, text: String, id: String, place: String, fix: String?
  ) throws {
    let (sheet, diagnostics, file) = read(
      layout(
        colours: section == "colours" ? text : "", paragraphs: section == "paragraphs" ? text : "",
        masters: section == "masters" ? text : "", more: section == "more" ? text : ""))
    #expect(sheet == nil)
    let found = try #require(diagnostics.first { $0.id == id }, "\(diagnostics)")
    let range = try #require(found.range)
    let line = file.line(range.start.line)
    #expect(line.contains(text))
    let rest =
      String(
        String.UnicodeScalarView(line.unicodeScalars.dropFirst(range.start.column - 1))) + "\n"
    #expect(rest.hasPrefix(place), "\(rest)")
    if let fix { #expect(found.fixes.first?.text == fix) }
  }

  @Test func whatIsMissingIsNamed() {
    let (sheet, diagnostics, _) = read("page: {width: 100, height: 100}\nbaseline: 12\n")
    #expect(sheet == nil)
    #expect(
      Set(diagnostics.map(\.id)) == [
        "missing-key", "missing-colour", "missing-paragraph-style", "missing-part",
      ])
  }

  @Test func unknownLayoutsAreFaultsOfTheEdition() {
    var library = SourceLibrary(folder: "/nonexistent")
    var log = DiagnosticLog()
    let range = SourceRange(file: "report.yaml", start: SourcePosition(line: 3, column: 4))
    let sheet = StyleSheetReader.read(
      LocatedText("raport", at: range), ownFolder: "/nonexistent", library: &library, into: &log)
    #expect(sheet == nil)
    #expect(log.diagnostics.map(\.id) == ["unknown-layout"])
    #expect(log.diagnostics.first?.range == range)
  }

  @Test(arguments: [
    ("fonts: [{family: A, file: a.otf, sha256: x, licence: OFL}]", "font-hash", 42),
    ("fonts: [{family: A, file: a.otf, licence: OFL}]", "missing-key", 10),
    ("fonts: [{famly: A}]", "unknown-key", 10),
    ("fonts: []\nhyphenation: [{language: nl}]", "missing-key", 16),
  ])
  func fontListsHaveFaults(text: String, id: String, column: Int) {
    var log = DiagnosticLog()
    let file = SourceFile(path: "Fonts/fonts.yaml", text: text)
    #expect(FontListReader.read(file, folder: "/fonts", into: &log) == nil)
    let found = log.diagnostics.first { $0.id == id }
    #expect(found?.range?.start.column == column, "\(log.diagnostics)")
  }

  @Test func wordsOnTilesMustContrast() throws {
    let (read, diagnostics, _) = read(
      layout(
        colours: "paper: \"#FFFFFF\"",
        more: "tiles: {columns: 4, height: 80pt, numbered: {ground: accent, ink: paper}, "
          + "others: {ground: accent-soft, ink: paper}}"))
    #expect(diagnostics == [])
    let tiles = try #require(read?.tiles)
    #expect(tiles.columns == 4)
    #expect(tiles.height == 80)
    #expect(tiles.numbered == .init(ground: "accent", ink: "paper", number: "paper"))
    let (none, faults, file) = self.read(
      layout(more: "tiles: {numbered: {ground: accent, ink: ink}, others: {ground: paper}}"))
    #expect(none == nil)
    #expect(Set(faults.map(\.id)) == ["tile-contrast"])
    #expect(faults.first?.range?.start.line == file.lineCount - 1)
    #expect(faults.first?.summary.contains("contrast of 1.0 to 1") == true)
  }

  @Test func fontFilesAreRelativeToTheList() {
    var log = DiagnosticLog()
    let hash = String(repeating: "0A", count: 32)
    let text = """
      fonts:
        - {family: A, weight: 700, italic: true, file: a.otf, sha256: "\(hash)", licence: OFL}
        - {family: A, file: /usr/a.otf, sha256: "\(hash)", package: fonts-a, licence: OFL}
      """
    let file = SourceFile(path: "Fonts/fonts.yaml", text: text)
    let catalogue = FontListReader.read(file, folder: "/fonts", into: &log)
    #expect(log.diagnostics == [])
    #expect(catalogue?.faces.map(\.path) == ["/fonts/a.otf", "/usr/a.otf"])
    #expect(catalogue?.faces.map(\.weight) == [700, 400])
    #expect(catalogue?.faces.map(\.package) == [nil, "fonts-a"])
    #expect(catalogue?.faces.first?.sha256 == hash.lowercased())
  }
}
