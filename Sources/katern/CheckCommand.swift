import ArgumentParser
import Diagnostics
import Press

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say everything that can be said about a report without printing it.",
    discussion: """
      Reads spec, results, layouts and fonts, resolves every query of every edition, holds bound \
      words and claims against the data, looks for numbers that nothing vouches for, and lays all \
      pages out. Writes no file, unless --fix rewrites bound words that the data changed.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "Check this edition only.")
  var edition: String?

  @Flag(help: "Rewrite bound words that the data do not bear out, and show what changed.")
  var fix = false

  @Flag(help: "With --fix: show what would change and leave the files as they are.")
  var dryRun = false

  func validate() throws {
    if dryRun && !fix { throw ValidationError("--dry-run goes with --fix") }
  }

  func run() throws {
    try withExitCodes {
      if fix { return try mend() }
      let house = try common.findHouse()
      let summary = try common.conclude(
        try Press.check(common.folder, house: house, edition: edition))
      print(summary)
    }
  }

  private func mend() throws {
    let outcome = try Press.fix(
      common.folder, house: try common.findHouse(), edition: edition, isDryRun: dryRun)
    try common.report(outcome)
    guard let summary = outcome.value else { throw ExitCode(1) }
    print(summary.diff, terminator: "")
    let words = summary.count == 1 ? "1 bound text" : "\(summary.count) bound texts"
    print(dryRun ? "would rewrite \(words)" : "rewrote \(words)")
    if outcome.log.hasErrors { throw ExitCode(1) }
  }
}
