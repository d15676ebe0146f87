import ArgumentParser

@main
struct Katern: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "katern", abstract: "Print reports and fact sheets from survey results.")
}
