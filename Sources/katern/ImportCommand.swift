import ArgumentParser
import Press

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Count a survey file into results.sqlite, by the report's codebook.",
    discussion: """
      Reads data/codebook.yaml and the files it names. Only counts are kept, never respondents, and \
      nothing of groups under ten. A results file that is there stays as it was if anything is wrong.

      --init writes a first codebook from a survey file's own labels: beside the file, or into the \
      data folder of --output with a copy of the file. --update takes a new delivery of the data: it \
      lists what does not fit the codebook any more, and if nothing is wrong replaces the file and \
      counts it.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .customLong("init"),
    help: ArgumentHelp("Write a first codebook for a survey file.", valueName: "survey"),
    completion: .file())
  var draft: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("With --init: the report folder to write into.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "With --init: write over a codebook that is there.")
  var force = false

  @Option(
    help: ArgumentHelp("Take a new delivery of the survey file.", valueName: "survey"),
    completion: .file())
  var update: String?

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if draft != nil, update != nil {
      throw ValidationError("--init and --update cannot be given together")
    }
    if draft == nil, output != nil || force {
      throw ValidationError("--output and --force belong to --init")
    }
  }

  func run() throws {
    try withExitCodes {
      let line = ProgressLine(isQuiet: quiet)
      defer { line.clear() }
      let outcome: Outcome<String>
      if let draft {
        outcome = try Press.draftCodebook(
          DraftOrder(survey: draft, folder: output, isForced: force))
      } else if let update {
        outcome = try Press.updateSurvey(in: common.folder, with: update) {
          line.show($0, of: $1, "respondents")
        }
      } else {
        outcome = try Press.importSurvey(in: common.folder) {
          line.show($0, of: $1, "respondents")
        }
      }
      line.clear()
      print(try common.conclude(outcome))
    }
  }
}
