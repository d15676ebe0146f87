public import ArgumentParser
public import Press

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Print a report.",
    discussion: """
      Writes a tagged PDF (PDF/UA-1 and PDF/A-2a), or each page as PNG or SVG. If the report has an \
      error nothing is written.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The edition of report.yaml; the first if not given.")
  var edition: String?

  @Option(
    help: ArgumentHelp(
      "The segment, for an edition that is printed for each segment.", valueName: "segment"))
  var segment: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The file to write; for PNG and SVG the page number goes before the ending.",
      valueName: "file"))
  var output: String?

  @Option(help: "What to write.")
  var format: PageFormat = .pdf

  @Option(help: ArgumentHelp("The resolution of PNG pages.", valueName: "dots per inch"))
  var resolution = 144.0

  @Option(
    help: ArgumentHelp(
      "Instead of pages, tell why each page ends where it does: breaks.", valueName: "what"))
  var explain: Explanation?

  /// What can be told of a report instead of printing it.
  enum Explanation: String, CaseIterable, ExpressibleByArgument {
    case breaks
  }

  func validate() throws {
    guard (10...1200).contains(resolution) else {
      throw ValidationError("--resolution must be from 10 to 1200 dots per inch")
    }
  }

  func run() throws {
    try withExitCodes {
      let order = BuildOrder(
        folder: common.folder, edition: edition, segment: segment, output: output, format: format,
        resolution: resolution)
      if explain == .breaks {
        let text = try common.conclude(
          try Press.explainBreaks(order, house: try common.findHouse()))
        print(output ?? text, terminator: output == nil ? "" : "\n")
        return
      }
      let files = try common.conclude(try Press.build(order, house: try common.findHouse()))
      for file in files { print(file) }
    }
  }
}

extension PageFormat: ExpressibleByArgument {}
