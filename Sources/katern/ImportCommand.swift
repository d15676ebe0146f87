import ArgumentParser
import Press

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Count a survey file into results.sqlite, by the report's codebook.",
    discussion: """
      Reads data/codebook.yaml and the files it names. Only counts are kept, never respondents, and \
      nothing of groups under ten. A results file that is there stays as it was if anything is wrong.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    try withExitCodes {
      let summary = try common.conclude(try Press.importSurvey(in: common.folder))
      print(summary)
    }
  }
}
