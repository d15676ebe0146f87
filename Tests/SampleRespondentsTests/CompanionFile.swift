import Foundation

/// A file beside the codebook as rows, read without the code that imports it.
struct CompanionFile {
  let columns: [String]
  let rows: [[String: String]]

  /// Reads text with a header row; a field may be quoted, with doubled quotes inside.
  init(_ text: String) {
    var records: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"" where isQuoted || field.isEmpty: isQuoted.toggle()
      case "\"":
        // The second of two quotes within a quoted field.
        field.append(character)
        isQuoted = true
      case "," where !isQuoted:
        records[records.count - 1].append(field)
        field = ""
      case "\n" where !isQuoted:
        records[records.count - 1].append(field)
        records.append([])
        field = ""
      default: field.append(character)
      }
    }
    records.removeAll { $0.isEmpty }
    columns = records.first ?? []
    let names = columns
    rows = records.dropFirst().map { record in
      Dictionary(uniqueKeysWithValues: zip(names, record))
    }
  }

  /// Takes rows that were read otherwise.
  init(columns: [String], rows: [[String: String]]) {
    self.columns = columns
    self.rows = rows
  }
}
