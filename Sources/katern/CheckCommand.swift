import ArgumentParser
import Press

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say everything that can be said about a report without printing it.",
    discussion: """
      Reads spec, results, layouts and fonts, resolves every query of every edition, holds bound \
      words and claims against the data, and lays all pages out. Writes no file.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "Check this edition only.")
  var edition: String?

  func run() throws {
    try withExitCodes {
      let house = try common.findHouse()
      let summary = try common.conclude(
        try Press.check(common.folder, house: house, edition: edition))
      print(summary)
    }
  }
}
