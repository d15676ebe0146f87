import Foundation
import Testing

/// The command as a stranger runs it: arguments, streams and exit codes.
@Suite struct CommandTests {
  /// The program lies beside the test bundle.
  private var program: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("katern").path
  }

  private func katern(
    _ arguments: String...
  ) throws -> (
    status: Int32, output: String, errors: String
  ) {
    try run(program, arguments)
  }

  @Test func importsBuildsAndSaysWhatItWrote() throws {
    let report = try MiniReport()
    defer { report.remove() }
    let imported = try katern("import", report.folder.path)
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.output.contains("1 questions, 160 respondents in 2024"))
    let target = report.path("mini.pdf")
    let built = try katern("build", report.folder.path, "-o", target)
    #expect(built.status == 0, "\(built.errors)")
    #expect(built.output == target + "\n")
    #expect(built.errors.isEmpty)
    let shown = try katern("results", "show", "colour", report.folder.path, "--by", "role")
    #expect(shown.status == 0)
    #expect(shown.output.contains("50%"))
    #expect(!shown.output.contains("100%"), "owners are four: nothing is shown of them")
  }

  @Test func tellsWhyEachPageEnds() throws {
    let report = try MiniReport([
      .init("chapters/one.md", "```methodology", "::: page\nAlone.\n:::\n\n```methodology")
    ])
    defer { report.remove() }
    _ = try katern("import", report.folder.path)
    let told = try katern("build", report.folder.path, "--explain", "breaks")
    #expect(told.status == 0, "\(told.errors)")
    let lines = told.output.split(separator: "\n").map(String.init)
    let pages = lines.filter { $0.hasPrefix("page ") }
    #expect(pages.count >= 3)
    for (number, line) in pages.enumerated() { #expect(line.hasPrefix("page \(number + 1): ")) }
    #expect(
      pages[0].hasSuffix("what follows starts a page, before \"Alone.\" (chapters/one.md:17)"))
    #expect(pages.last?.hasSuffix("the part is at its end") == true)
    let file = report.path("breaks.txt")
    let written = try katern("build", report.folder.path, "--explain", "breaks", "-o", file)
    #expect(written.output == file + "\n")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == told.output)
  }

  @Test func endsWithOneOnAFaultyReport() throws {
    let report = try MiniReport([.init("chapters/one.md", "[50%]", "[51%]")])
    defer { report.remove() }
    _ = try katern("import", report.folder.path)
    let built = try katern("build", report.folder.path)
    #expect(built.status == 1)
    #expect(built.errors.contains("chapters/one.md:7:17: error: the text says 51%"))
    #expect(built.errors.contains("help: write '50%'"))
    let json = try katern("check", report.folder.path, "--diagnostics", "json")
    #expect(json.status == 1)
    #expect(json.errors.contains("\"id\" : \"wrong-figure\""))
  }

  @Test func endsWithSixtyFourOnABadCommandLine() throws {
    #expect(try katern("bild").status == 64)
    #expect(try katern("build", "--format", "docx").status == 64)
    #expect(try katern("batch").status == 64)
  }

  @Test func keepsTheOldResultsIfTheNewAreFaulty() throws {
    let report = try MiniReport()
    defer { report.remove() }
    _ = try katern("import", report.folder.path)
    let path = report.path("results.sqlite")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    try Data("role,colour\n1,9\n".utf8).write(
      to: URL(fileURLWithPath: report.path("data/answers.csv")))
    let again = try katern("import", report.folder.path)
    #expect(again.status == 1)
    #expect(
      again.errors.contains("data/answers.csv:2:1: error: the column 'colour' has the code '9'"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}
