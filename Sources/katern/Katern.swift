import ArgumentParser

/// Prints reports and fact sheets from survey results.
///
/// The command is thin: each subcommand calls one function of `Press` and prints what it gives. The
/// results go to files or standard output, everything to be said to standard error.
@main
struct Katern: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "katern",
    abstract: "Print reports and fact sheets from survey results.",
    discussion: """
      A report is a folder with report.yaml, chapters in Markdown and a codebook beside its survey \
      file. Import the survey once, then build the report:

        katern import Reports/weerbaar-bestuur-2024
        katern build Reports/weerbaar-bestuur-2024 -o report.pdf
        katern batch Reports/weerbaar-bestuur-2024 --edition factsheet -o sheets

      Exit codes: 0 done; 1 the report has errors; 64 bad command line; 70 a fault of Katern itself.
      """,
    version: "0.1.0",
    subcommands: [
      ImportCommand.self,  // survey file + codebook → results.sqlite
      ResultsCommand.self,  // list | show
      FiguresCommand.self,  // every printed number, and what changed
      CheckCommand.self,  // everything that can be said without printing
      BuildCommand.self,  // one report as PDF, PNG or SVG
      BatchCommand.self,  // a document per segment, with a manifest
    ])

  static func main() {
    LargePages.ask()
    main(nil)
  }
}
