import ArgumentParser
import Diagnostics
import Foundation
import Press

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
  @Argument(help: "The report folder.", completion: .directory)
  var folder = "."

  @Option(help: "How errors and warnings are written to standard error.")
  var diagnostics: DiagnosticFormat = .text

  @Option(
    help: ArgumentHelp(
      "The folder with Katern's own Layouts and Fonts; found from the program if not given.",
      valueName: "folder"))
  var house: String?

  /// How diagnostics are written.
  enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  /// The house to use.
  func findHouse() throws -> House {
    if let house { return House(path: house) }
    guard let found = House.find(executable: Bundle.main.executablePath ?? "") else {
      throw Fault("Katern's folder with Layouts and Fonts is not above the program; use --house")
    }
    return found
  }

  /// Writes what a run has to say, and ends the program with 1 if it holds an error.
  func conclude<Value>(_ outcome: Outcome<Value>) throws -> Value {
    try report(outcome)
    guard let value = outcome.value, !outcome.log.hasErrors else { throw ExitCode(1) }
    return value
  }

  /// Writes what a run has to say.
  func report<Value>(_ outcome: Outcome<Value>) throws {
    let diagnostics = outcome.log.sorted
    switch self.diagnostics {
    case .text:
      StandardError.write(TextRenderer(sources: outcome.sources).render(diagnostics))
      let counts = [Diagnostic.Severity.error, .warning].compactMap { severity -> String? in
        let count = diagnostics.count { $0.severity == severity }
        if count == 0 { return nil }
        return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
      }
      if !counts.isEmpty { StandardError.write("katern: \(counts.joined(separator: ", "))\n") }
    case .json: StandardError.write(try JSONRenderer().render(diagnostics))
    }
  }
}

/// Something that is not the report's fault: what the machine refused, or a fault of Katern's.
struct Fault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The standard error stream.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// Runs a command's body and turns what it throws into the promised exit codes.
func withExitCodes(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let code as ExitCode {
    throw code
  } catch let error as HostError {
    StandardError.write("katern: error: \(error)\n")
    throw ExitCode(1)
  } catch let error as Fault {
    StandardError.write("katern: error: \(error)\n")
    throw ExitCode(1)
  } catch {
    StandardError.write("katern: this is a fault of Katern itself: \(error)\n")
    throw ExitCode(70)
  }
}
