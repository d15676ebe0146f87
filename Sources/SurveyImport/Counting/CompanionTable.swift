import Diagnostics
import SurveyFiles

/// A small delimited file beside the survey file, with named columns: codes, quotes.
struct CompanionTable {
  /// The file as diagnostics name it.
  let file: String
  private let positions: [String: Int]
  private let rows: [(fields: [String], line: Int)]

  /// Reads a whole file; nil if it cannot be read, which is reported.
  ///
  /// - Parameters:
  ///   - name: the file, where the codebook names it.
  ///   - required: the columns that it must have.
  ///   - files: the folder of the codebook.
  ///   - log: takes what is wrong.
  init?(
    _ name: LocatedText, required: [String], files: inout DataFolder,
    into log: inout DiagnosticLog
  ) {
    file = "data/" + name.text
    guard let path = files.path(of: name.text, at: name.range, into: &log) else { return nil }
    let header: [String]
    var rows: [(fields: [String], line: Int)] = []
    var misshapen: [RowBatch.MisshapenRow] = []
    do throws(SurveyFileFault) {
      let table = try SurveyFile(path: path)
      header = table.dictionary.variables.map(\.name)
      let hash = try table.readRows(of: Array(header.indices)) { batch in
        misshapen += batch.misshapen
        for row in 0..<batch.count {
          let fields = header.indices.map { batch.value(row: row, column: $0).code }
          rows.append((fields, batch.line(of: row)))
        }
      }
      files.addInput(file, sha256: hash)
    } catch {
      log.report(.surveyFile(error, file: file, at: name.range, encoding: nil))
      return nil
    }
    let start = SourceRange(file: file, start: SourcePosition(line: 1, column: 1))
    var positions: [String: Int] = [:]
    for (position, column) in header.enumerated() {
      if positions[column] != nil { log.report(.duplicateColumn(column, at: start)) }
      positions[column] = position
    }
    let absent = required.filter { positions[$0] == nil }
    for column in absent {
      log.report(.unknownColumn(column, file: file, known: header.sorted(), at: start))
    }
    if !absent.isEmpty { return nil }
    for row in misshapen {
      log.report(
        .wrongFieldCount(
          row.fields, expected: header.count,
          at: SourceRange(file: file, start: SourcePosition(line: row.line, column: 1))))
    }
    self.rows = rows
    self.positions = positions
  }

  /// A row, by the names of its columns.
  struct Row {
    fileprivate let fields: [String]
    fileprivate let positions: [String: Int]
    /// Where the row starts.
    let range: SourceRange

    /// A field without spaces around it; nil if it is empty or there is no such column.
    subscript(column: String) -> String? {
      guard let position = positions[column] else { return nil }
      let text = fields[position]
      return text.isEmpty ? nil : text
    }
  }

  /// Whether there is a column.
  func has(_ column: String) -> Bool { positions[column] != nil }

  /// The rows in order.
  var all: [Row] {
    rows.map {
      Row(
        fields: $0.fields, positions: positions,
        range: SourceRange(file: file, start: SourcePosition(line: $0.line, column: 1)))
    }
  }
}
