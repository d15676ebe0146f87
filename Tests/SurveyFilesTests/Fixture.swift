import Foundation
import SurveyFiles

/// The small survey files of this folder; small.sps and small.py made them.
enum Fixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// Writes bytes to a file of its own and takes it away afterwards.
  static func with<Result>(
    _ bytes: [UInt8], named name: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("survey-file-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return try body(file.path)
  }
}

extension SurveyFile {
  /// All values, row by row, of the variables with these names.
  func rows(of names: [String]) throws -> [[SurveyValue]] {
    let columns = names.compactMap { name in
      dictionary.variables.firstIndex { $0.name == name }
    }
    var rows: [[SurveyValue]] = []
    _ = try readRows(of: columns) { batch in
      for row in 0..<batch.count {
        rows.append(columns.indices.map { batch.value(row: row, column: $0) })
      }
    }
    return rows
  }

  /// The variable of a name.
  func variable(_ name: String) -> SurveyVariable? {
    dictionary.variables.first { $0.name == name }
  }
}
