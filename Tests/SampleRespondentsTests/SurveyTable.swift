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

  /// How many of those who were asked count for a measure, and how many were asked.
  func count(_ measure: Measure, _ role: Role) -> (k: Int, n: Int) {
    let answers = answers(measure.column, of: role)
    return (answers.count { measure.counts($0) }, answers.count)
  }

  /// The percentage rounded half up, as a report prints it; nil where nobody was asked.
  func percent(_ measure: Measure, _ role: Role) -> Int? {
    let (k, n) = count(measure, role)
    return n == 0 ? nil : (200 * k + n) / (2 * n)
  }
}
