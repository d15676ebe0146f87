/// A delimited text file with a header row.
struct DelimitedFile: ~Copyable {
  /// The columns; a text file says nothing of them but their names.
  let dictionary: SurveyDictionary
  private let encoding: TextEncoding
  private var scanner: DelimitedScanner

  /// Opens a file and reads the header.
  static func open(
    path: String, encoding: TextEncoding
  ) throws(SurveyFileFault) -> DelimitedFile {
    var scanner = try DelimitedScanner.open(path: path)
    var variables: [SurveyVariable] = []
    // Blank lines above the header are passed over.
    while variables.isEmpty {
      guard try scanner.startRow() else { throw .empty }
      var ending = DelimitedScanner.FieldEnd.field
      while ending == .field {
        ending = try scanner.readField()
        guard let name = encoding.text(scanner.bytes) else {
          throw .badText(line: scanner.rowLine)
        }
        variables.append(SurveyVariable(name: name))
      }
      if variables.map(\.name) == [""] { variables = [] }
    }
    return DelimitedFile(
      dictionary: SurveyDictionary(variables: variables), encoding: encoding, scanner: scanner)
  }

  /// Reads all rows; see `SurveyFile.readRows(of:_:)`.
  mutating func readRows(
    of columns: [Int], _ read: (RowBatch) -> Void
  ) throws(SurveyFileFault) -> String {
    var targets = Array(repeating: -1, count: dictionary.variables.count)
    for (position, column) in columns.enumerated() { targets[column] = position }
    var batch = RowBatch(columns: columns.count)
    while try scanner.startRow() {
      try readRow(into: &batch, targets: targets)
      if batch.isFull {
        read(batch)
        batch.clear()
      }
    }
    if !batch.isEmpty { read(batch) }
    return scanner.takeHash()
  }

  private mutating func readRow(
    into batch: inout RowBatch, targets: [Int]
  ) throws(SurveyFileFault) {
    var count = 0
    var isBlank = true
    var ending = DelimitedScanner.FieldEnd.field
    while ending == .field {
      ending = try scanner.readField()
      if !scanner.isEmpty { isBlank = false }
      if count < targets.count, targets[count] >= 0 {
        try store(in: &batch, column: targets[count])
      }
      count += 1
    }
    if count == 1, isBlank { return }
    if count == targets.count {
      batch.endRow(line: scanner.rowLine)
    } else {
      batch.addMisshapen(line: scanner.rowLine, fields: count)
    }
  }

  @inline(__always)
  private func store(in batch: inout RowBatch, column: Int) throws(SurveyFileFault) {
    if scanner.isEmpty {
      batch.setNothing(column: column)
    } else if let key = scanner.key {
      let isText = batch.setShortText(key: key, column: column) { encoding.text(scanner.bytes) }
      if !isText { throw .badText(line: scanner.rowLine) }
    } else if let text = encoding.text(scanner.bytes) {
      batch.setText(text, column: column)
    } else {
      throw .badText(line: scanner.rowLine)
    }
  }
}
