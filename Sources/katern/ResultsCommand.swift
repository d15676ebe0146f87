public import ArgumentParser
public import Press

struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Read, export and import the results of a survey.",
    discussion: """
      All figures come through the same door as those of a report: a figure on a small base is marked, \
      one on a base that is too small or that the policy withholds has no number.
      """,
    subcommands: [List.self, Show.self, Export.self, Import.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the waves, breakdowns and questions.",
      discussion: """
        Says who took part, with the margin of each segment; of each question its kind, its base, by \
        what it is published, and in which waves it was asked.
        """)

    @OptionGroup var common: CommonOptions

    func run() throws {
      try withExitCodes {
        print(try common.conclude(try Press.listResults(in: common.folder)), terminator: "")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the figures of a question, under the policy.",
      discussion: """
        Answers stand below one another, segments side by side. A ranking has a row for each object and \
        place, a numeric question its mean, a battery a table for each item, an open question its \
        codes and the quotes that may be printed.

          katern results show agressie --by role
          katern results show agressie --by municipality,role --format csv
          katern results show bekendheid --by role --wave 2021
        """)

    @Argument(help: "The question's name in the codebook.")
    var question: String

    @OptionGroup var common: CommonOptions

    @Option(
      help: ArgumentHelp(
        "The breakdown, or two with a comma between them; the whole group if not given.",
        valueName: "breakdown"))
    var by: String?

    @Option(help: "The wave; the current one if not given.")
    var wave: String?

    @Option(
      help: "How the table is written: for people, or as CSV or JSON, which have the intervals too."
    )
    var format: TableFormat = .table

    @Flag(help: "Write the 95 % interval behind each percentage of a table.")
    var intervals = false

    func run() throws {
      try withExitCodes {
        let order = ResultsOrder(
          folder: common.folder, question: question, by: by, wave: wave, format: format,
          hasIntervals: intervals)
        print(try common.conclude(try Press.showResults(order)), terminator: "")
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the results as JSON, under the policy.",
      discussion: """
        Every figure that the codebook publishes, with counts, base, interval and quality; what is \
        withheld says why and has no number. Documentation/results.schema.json describes the file.

        With --confidential the file has everything that results.sqlite holds, says so in its head, \
        and can be imported again without loss. Do not publish it.
        """)

    @OptionGroup var common: CommonOptions

    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: ArgumentHelp("The file to write; standard output if not given.", valueName: "file"))
    var output: String?

    @Flag(help: "Write everything that the results file holds, for import elsewhere.")
    var confidential = false

    @Flag(
      inversion: .prefixedNo,
      help: "Name the files that the results come from, with their hashes.")
    var provenance = true

    func run() throws {
      try withExitCodes {
        let order = ExportOrder(
          folder: common.folder, output: output, isConfidential: confidential,
          hasProvenance: provenance)
        print(try common.conclude(try Press.exportResults(order)), terminator: "")
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Read a confidential export back into results.sqlite.",
      discussion: """
        The file is checked before anything is written: its form, every name, and whether the counts \
        can be those of a survey under the policy in the file. All faults are told, each with line and \
        column. A results file that is there stays as it was if anything is wrong.
        """)

    @Argument(help: "The export.", completion: .file(extensions: ["json"]))
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws {
      try withExitCodes {
        print(
          try common.conclude(try Press.importResults(from: file, into: common.folder)))
      }
    }
  }
}

extension TableFormat: ExpressibleByArgument {}
