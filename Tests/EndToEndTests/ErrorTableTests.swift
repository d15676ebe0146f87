import Diagnostics
import Foundation
import Press
import Testing

/// One case for each thing that users get wrong: the place, the id, and that nothing is written.
@Suite struct ErrorTableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var edits: [MiniReport.Edit]
    /// `file:line:column id`, in the order of the run.
    var expected: [String]
    var testDescription: String { name }

    init(_ name: String, _ edits: [MiniReport.Edit], _ expected: [String]) {
      self.name = name
      self.edits = edits
      self.expected = expected
    }

    init(_ name: String, _ file: String, _ old: String, _ new: String, _ expected: String) {
      self.init(name, [.init(file, old, new)], [expected])
    }
  }

  static let one = "chapters/one.md"

  static let cases: [Case] = [
    Case("question", one, "question=colour", "question=color", "\(one):5:22 unknown-question"),
    Case(
      "question in a query", one, "red for cook", "color.red for cook",
      "\(one):7:23 unknown-question"),
    Case("category", one, "red for cook", "rad for cook", "\(one):7:23 unknown-category"),
    Case("segment", one, "red for cook", "red for coock", "\(one):7:31 unknown-segment"),
    Case(
      "segment of a chart", one, "type: stacked", "segments: [coock]\ntype: stacked",
      "\(one):12:12 unknown-segment"),
    Case("breakdown", one, "by: role", "by: rolle", "\(one):11:5 unknown-breakdown"),
    Case("wave", one, "red for cook", "red for cook in 2042", "\(one):7:39 unknown-wave"),
    Case("query", one, "red for cook", "red for", "\(one):7:29 malformed-query"),
    Case(
      "query without end", one, "{{ n }}", "{{ n for cook waiter }}", "\(one):8:24 malformed-query"),
    Case("figure", one, "[50%]{red for cook}", "[55%]{red for cook}", "\(one):7:17 wrong-figure"),
    Case(
      "words", one, "[50%]{red for cook}", "[about a third]{red for cook}",
      "\(one):7:18 wrong-words"),
    Case(
      "unknown words", one, "[50%]{red for cook}", "[loads]{red for cook}",
      "\(one):7:18 unknown-words"),
    Case(
      "majority", one, "[50%]{red for cook}", "[more than half]{red for cook}",
      "\(one):7:18 unproven-majority"),
    Case(
      "claim", one, "[50%]{red for cook}", "[less often]{red for cook < for others}",
      "\(one):7:17 failed-claim"),
    Case("withheld", one, "red for cook", "red for owner", "\(one):7:17 withheld-figure"),
    Case(
      "layout", "report.yaml", "layout: rapport", "layout: raport",
      "report.yaml:6:21 unknown-layout"),
    Case(
      "tiles", "report.yaml", "layout: rapport }", "layout: rapport, contents: tiles }",
      "report.yaml:6:21 layout-without-tiles"),
    Case(
      "address", one, "```methodology\n```", "```address\n```", "\(one):16:1 no-contact"),
    Case(
      "missing chapter", "report.yaml", "chapters/one.md", "chapters/two.md",
      "report.yaml:4:12 missing-file"),
    Case(
      "chapter outside", "report.yaml", "chapters/one.md", "../one.md",
      "report.yaml:4:12 outside-folder"),
    Case("yaml key", "report.yaml", "language:", "langauge:", "report.yaml:1:1 missing-key"),
    Case("chart key", one, "by: role", "bye: role", "\(one):11:1 unknown-key"),
    Case("chart type", one, "stacked-bars", "pie", "\(one):12:7 unknown-choice"),
    Case("fence", one, "```chart", "```chrat", "\(one):10:1 unknown-block"),
    Case("html", one, "In all", "<b>In</b> all", "\(one):8:3 raw-html"),
    Case("glyph", one, "choose red;", "choose \u{4E2D};", "\(one):7:44 missing-glyph"),
  ]

  @Test(arguments: cases) func pointsAtTheFault(_ fault: Case) throws {
    let report = try MiniReport(fault.edits)
    defer { report.remove() }
    let imported = try Press.importSurvey(in: report.folder.path)
    try #require(!imported.log.hasErrors)
    let target = report.path("out.pdf")
    let outcome = try Press.build(
      BuildOrder(folder: report.folder.path, output: target), house: house)
    let found = outcome.log.sorted.filter { $0.severity == .error }.map { diagnostic in
      let place = diagnostic.range.map { "\($0.file):\($0.start.line):\($0.start.column) " } ?? ""
      return place + diagnostic.id
    }
    for expected in fault.expected { #expect(found.contains(expected), "found: \(found)") }
    #expect(outcome.value == nil)
    #expect(!FileManager.default.fileExists(atPath: target))
    let text = TextRenderer(sources: outcome.sources).render(outcome.log.sorted)
    #expect(text.contains(": error: "))
    #expect(text.contains(" | "), "the line is shown: \(text)")
  }

  @Test func reportsAllFaultsOfARunAtOnce() throws {
    let report = try MiniReport([
      .init(Self.one, "red for cook", "rad for cook"),
      .init(Self.one, "blue for waiter", "blue for weiter"),
      .init(Self.one, "by: role", "by: rolle"),
    ])
    defer { report.remove() }
    _ = try Press.importSurvey(in: report.folder.path)
    let outcome = try Press.build(BuildOrder(folder: report.folder.path), house: house)
    let ids = outcome.log.sorted.map(\.id)
    #expect(ids == ["unknown-category", "unknown-segment", "unknown-breakdown"])
    let fixes = outcome.log.sorted.compactMap(\.fixes.first?.text)
    #expect(fixes.contains("did you mean 'red'?"))
    #expect(fixes.contains("did you mean 'waiter'?"))
    #expect(fixes.contains("did you mean 'role'?"))
  }

  /// A copy of the house in the folder of a report, with another list of fonts.
  private func copyOfHouse(
    of report: MiniReport, edit: (inout String) -> Void
  ) throws -> House {
    let files = FileManager.default
    let other = report.folder.appendingPathComponent("house")
    try files.createDirectory(
      at: other.appendingPathComponent("Fonts"), withIntermediateDirectories: true)
    try files.copyItem(
      at: checkout.appendingPathComponent("Layouts"), to: other.appendingPathComponent("Layouts"))
    var list = try String(
      contentsOf: checkout.appendingPathComponent("Fonts/fonts.yaml"), encoding: .utf8)
    edit(&list)
    try list.write(
      to: other.appendingPathComponent("Fonts/fonts.yaml"), atomically: true, encoding: .utf8)
    return House(path: other.path)
  }

  private static func spoil(_ list: inout String) {
    list.replace("Inter-Regular.otf", with: "Inter-Gone.otf")
    list.replace("sha256: 9261", with: "sha256: 0000")
    // No layout of the report names Lato.
    list.replace("Lato-Regular.ttf", with: "Lato-Gone.ttf")
  }

  @Test func saysWhichFontsAreMissingAndChanged() throws {
    let report = try MiniReport()
    defer { report.remove() }
    _ = try Press.importSurvey(in: report.folder.path)
    let house = try copyOfHouse(of: report, edit: Self.spoil)
    let folder = report.folder.path
    let logs = [
      try Press.build(BuildOrder(folder: folder), house: house).log,
      try Press.figures(folder, edition: "report", segment: nil, house: house).log,
      try Press.check(folder, house: house, edition: nil).log,
      try Press.batch(folder, edition: "sheet", output: report.path("sheets"), house: house).log,
    ]
    for log in logs {
      let errors = log.sorted.filter { $0.severity == .error }
      #expect(errors.map(\.id) == ["missing-font-file", "changed-font-file"])
      let missing = try #require(errors.first)
      #expect((missing.summary + missing.fixes.map(\.text).joined()).contains("fonts-inter"))
    }
  }

  @Test func saysWhatIsWrongWithFontsBesideOtherFaults() throws {
    let report = try MiniReport()
    defer { report.remove() }
    let outcome = try Press.build(
      BuildOrder(folder: report.folder.path), house: copyOfHouse(of: report, edit: Self.spoil))
    #expect(
      Set(outcome.log.sorted.map(\.id))
        == ["unreadable-results", "missing-font-file", "changed-font-file"])
  }

  @Test func buildsWithoutFontsThatItDoesNotNeed() throws {
    let report = try MiniReport()
    defer { report.remove() }
    _ = try Press.importSurvey(in: report.folder.path)
    let house = try copyOfHouse(of: report) {
      $0.replace("Lato-Regular.ttf", with: "Lato-Gone.ttf")
    }
    let outcome = try Press.build(
      BuildOrder(folder: report.folder.path, output: report.path("a.pdf")), house: house)
    #expect(outcome.value?.count == 1, "\(outcome.log.sorted)")
  }

  @Test func saysToImportFirst() throws {
    let report = try MiniReport()
    defer { report.remove() }
    let outcome = try Press.build(BuildOrder(folder: report.folder.path), house: house)
    let fault = try #require(outcome.log.sorted.first)
    #expect(fault.id == "unreadable-results")
    #expect(fault.fixes.map(\.text) == ["run 'katern import' first"])
  }
}
