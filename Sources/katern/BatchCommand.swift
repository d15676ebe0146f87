import ArgumentParser
import Diagnostics
import Press

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Print an edition once for each segment.",
    discussion: """
      Each file is written whole or not at all. manifest.json says what became of each segment: \
      printed, withheld by the policy, or failed. One failing document does not stop the rest.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The edition of report.yaml: one that has `each:`.")
  var edition: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String?

  func run() throws {
    try withExitCodes {
      let outcome = try Press.batch(
        common.folder, edition: edition, output: output, house: try common.findHouse())
      try common.report(outcome)
      for entry in outcome.value?.entries ?? [] {
        let pages = entry.pages.map { ", \($0) page\($0 == 1 ? "" : "s")" } ?? ""
        let what = entry.file ?? entry.reason ?? ""
        print("\(entry.status.rawValue)  \(entry.segment)  \(what)\(pages)")
      }
      if outcome.value == nil || outcome.log.hasErrors { throw ExitCode(1) }
    }
  }
}
