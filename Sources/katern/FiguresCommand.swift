public import ArgumentParser
import Diagnostics
import Press

struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "List every number that is printed, with what vouches for it.",
    discussion: """
      A line for each number on a page: where it stands, its query, its counts and base, and the file \
      that it comes from. With --diff, says instead what changed since a ledger written before.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The edition of report.yaml; the first if not given.")
  var edition: String?

  @Option(
    help: ArgumentHelp(
      "The segment, for an edition that is printed for each segment.", valueName: "segment"))
  var segment: String?

  @Option(help: "How the list is written.")
  var format: LedgerFormat = .csv

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write; standard output if not given.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("A ledger written before, as JSON: say what changed.", valueName: "file"))
  var diff: String?

  func run() throws {
    try withExitCodes {
      let outcome = try Press.figures(
        common.folder, edition: edition, segment: segment, house: try common.findHouse())
      try common.report(outcome)
      guard let ledger = outcome.value else { throw ExitCode(1) }
      if let diff {
        print(try Press.difference(from: diff, to: ledger).text, terminator: "")
      } else {
        let text = format == .csv ? ledger.csv : try ledger.json()
        if let output { try Press.write(text, to: output) } else { print(text, terminator: "") }
      }
      if outcome.log.hasErrors { throw ExitCode(1) }
    }
  }
}

extension LedgerFormat: ExpressibleByArgument {}
