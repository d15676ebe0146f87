import Diagnostics
import SurveyFiles

/// Where the codebook's columns are in the survey file, and which of them a batch of rows has.
struct ColumnTable {
  /// The file as diagnostics name it.
  let file: String
  /// The positions in the file of the columns that were asked for, in the order of a batch.
  private(set) var wanted: [Int] = []
  private let variables: [SurveyVariable]
  private var positions: [String: Int] = [:]

  /// Takes the names of the columns; one that is named twice is reported.
  init(_ dictionary: SurveyDictionary, file: String, into log: inout DiagnosticLog) {
    self.file = file
    variables = dictionary.variables
    let range = SourceRange(file: file, start: SourcePosition(line: 1, column: 1))
    for (position, variable) in variables.enumerated() {
      if positions[variable.name] != nil {
        log.report(.duplicateColumn(variable.name, at: range))
      }
      positions[variable.name] = position
    }
  }

  /// The number of columns of the file.
  var count: Int { variables.count }

  /// The position of a column in a batch; an unknown one is reported at its place in the codebook.
  mutating func position(of column: LocatedText, into log: inout DiagnosticLog) -> Int? {
    guard let position = positions[column.text] else {
      let known = variables.map(\.name).sorted()
      log.report(.unknownColumn(column.text, file: file, known: known, at: column.range))
      return nil
    }
    if let place = wanted.firstIndex(of: position) { return place }
    wanted.append(position)
    return wanted.count - 1
  }

  /// What the file says of a column of a batch.
  func variable(at place: Int) -> SurveyVariable { variables[wanted[place]] }
}
