public import ArgumentParser
public import Press

struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Read the results through the same door as a report.",
    subcommands: [List.self, Show.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the questions, waves and breakdowns.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      try withExitCodes {
        print(try common.conclude(try Press.listResults(in: common.folder)), terminator: "")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the figures of a question, under the policy.")

    @Argument(help: "The question's name in the codebook.")
    var question: String

    @OptionGroup var common: CommonOptions

    @Option(help: "The breakdown; the whole group if not given.")
    var by: String?

    @Option(help: "The wave; the current one if not given.")
    var wave: String?

    @Option(help: "How the table is written.")
    var format: TableFormat = .table

    func run() throws {
      try withExitCodes {
        let order = ResultsOrder(
          folder: common.folder, question: question, by: by, wave: wave, format: format)
        print(try common.conclude(try Press.showResults(order)), terminator: "")
      }
    }
  }
}

extension TableFormat: ExpressibleByArgument {}
