import Foundation
import Press
import Testing

/// A small report in a temporary folder of its own: one chapter, one chart, sixty respondents.
struct MiniReport {
  /// The folder.
  let folder: URL

  /// Writes the files; `edits` replace a text in a file first.
  init(_ edits: [Edit] = []) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString)")
    var files = Self.files
    for edit in edits {
      let text = try #require(files[edit.file], "no file \(edit.file)")
      try #require(text.contains(edit.old), "\(edit.file) does not have '\(edit.old)'")
      files[edit.file] = text.replacingOccurrences(of: edit.old, with: edit.new)
    }
    for (path, text) in files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  /// A change of one file.
  struct Edit: Sendable {
    var file: String
    var old: String
    var new: String

    init(_ file: String, _ old: String, _ new: String) {
      self.file = file
      self.old = old
      self.new = new
    }
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file in the folder.
  func path(_ file: String) -> String { folder.appendingPathComponent(file).path }

  static let files: [String: String] = [
    "report.yaml": """
    title: Mini
    language: en-GB
    date: 2024-11-19
    chapters: [chapters/one.md]
    editions:
      report: { layout: rapport }
      sheet: { layout: factsheet, template: sheet.md, each: role, file: "{segment}.pdf" }

    """,
    "chapters/one.md": """
    ---
    title: One
    ---

    ## Colours {question=colour}

    - Of the cooks, [50%]{red for cook} choose red; [most]{blue for waiter} waiters choose blue.
    - In all {{ n }} took part, {{ n for cook }} of them cooks.

    ```chart
    by: role
    type: stacked-bars
    title: Colours by role
    ```

    ```methodology
    ```

    """,
    "sheet.md": """
    ---
    title: "Mini: {{ plural for this }}"
    ---

    Of the {{ plural for this }}, {{ colour.red for this }} choose red.

    """,
    "data/codebook.yaml": """
    study:
      id: mini
      title: Mini
      language: en
      selection: census
      sponsor: The kitchen
      agency: The scullery
      membership: The scullery follows the code of the guild.
      population: everybody who works here
      population-source: the payroll
      population-date: 1 May 2024
      frame: everybody with a locker
      coverage: ten cooks have no locker
      mode: on paper
      languages: English
      questionnaire: one question
      nonresponse: nothing is known of the others.
      privacy: confidential
      retention: a week
      contact: the scullery
      version: "1"
    data: { file: answers.csv }
    waves: { "2024": { label: "2024", fieldwork: [2024-06-03, 2024-06-07] } }
    breakdowns:
      role:
        label: Role
        column: role
        segments:
          cook: { code: 1, singular: cook, plural: cooks, population: 100, invited: 90 }
          waiter: { code: 2, singular: waiter, plural: waiters, population: 300, invited: 300 }
          owner: { code: 3, singular: owner, plural: owners, population: 5, invited: 5 }
        reported: [cook, waiter]
    questions:
      colour:
        label: Colour
        text: Which colour do you choose?
        kind: single
        column: colour
        categories:
          red: { label: Red, code: 1 }
          blue: { label: Blue, code: 2 }

    """,
    "data/answers.csv": answers,
  ]

  /// 60 cooks, half of them for red; 100 waiters, 20 for red; 4 owners.
  private static let answers: String = {
    var lines = ["role,colour"]
    for number in 0..<60 { lines.append("1,\(number < 30 ? 1 : 2)") }
    for number in 0..<100 { lines.append("2,\(number < 20 ? 1 : 2)") }
    for _ in 0..<4 { lines.append("3,1") }
    return lines.joined(separator: "\n") + "\n"
  }()
}

/// The checkout: Katern's own layouts and fonts.
let checkout = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

let house = House(path: checkout.path)

/// Runs a program and gives its output; a failure to start is a failure of the test.
func run(
  _ program: String, _ arguments: [String]
) throws -> (status: Int32, output: String, errors: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let output = Pipe()
  let errors = Pipe()
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  let text = output.fileHandleForReading.readDataToEndOfFile()
  let noise = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (
    process.terminationStatus, String(decoding: text, as: UTF8.self),
    String(decoding: noise, as: UTF8.self)
  )
}
