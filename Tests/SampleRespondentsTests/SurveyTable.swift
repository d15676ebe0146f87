import Foundation
import SampleStudy

/// The committed survey file, read without the code that made it.
struct SurveyTable {
  let columns: [String]
  let rows: [[Substring]]

  static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Reports/weerbaar-bestuur-2024/data/respondents.csv")

  static func committedText() throws -> String {
    try String(contentsOf: path, encoding: .utf8)
  }

  init(_ text: String) {
    let lines = text.split(separator: "\n")
    columns = lines.first.map { $0.split(separator: ",").map(String.init) } ?? []
    rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  /// The answers of one office to one column, without the empty ones.
  func answers(_ column: String, of role: Role) -> [Int] {
    guard let index = columns.firstIndex(of: column), let office = columns.firstIndex(of: "rol")
    else { return [] }
    return rows.filter { Int($0[office]) == role.rawValue }.compactMap { Int($0[index]) }
  }
}
