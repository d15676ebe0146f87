import CReadStat
import ContentHash

/// Fills batches with the rows that ReadStat gives, value by value.
struct ReadStatRows {
  private var batch: RowBatch
  private let read: (RowBatch) -> Void
  /// The column of a batch for each variable of the file; nil for one that is only counted.
  private let columns: [Int32]
  /// The variable whose value ends a row.
  private let last: Int

  private static let unread: Int32 = -1

  private init(columns: [Int], variables: Int, _ read: @escaping (RowBatch) -> Void) {
    var positions = Array(repeating: Self.unread, count: variables)
    for (position, column) in columns.enumerated() { positions[column] = Int32(position) }
    batch = RowBatch(columns: columns.count)
    self.columns = positions
    // With no column to read, the first variable still tells where rows end.
    last = columns.max() ?? 0
    self.read = read
  }

  /// Reads all rows; see `SurveyFile.readRows(of:_:)`.
  static func read(
    _ file: SurveyFile, kind: SurveyFileKind, encoding: String?, columns: [Int],
    _ read: (RowBatch) -> Void
  ) throws(SurveyFileFault) -> String {
    let parser = try ReadStatParser.open(path: file.path)
    unsafe parser.setRowHandlers(
      variable: { index, _, _, context in
        guard let context = unsafe context else { return CInt(READSTAT_HANDLER_ABORT) }
        let isRead = unsafe context.assumingMemoryBound(to: ReadStatRows.self).pointee
          .reads(Int(index))
        return CInt(isRead ? READSTAT_HANDLER_OK : READSTAT_HANDLER_SKIP_VARIABLE)
      },
      value: { row, variable, value, context in
        guard let context = unsafe context, let variable = unsafe variable else {
          return CInt(READSTAT_HANDLER_ABORT)
        }
        unsafe context.assumingMemoryBound(to: ReadStatRows.self).pointee.take(
          value, variable: Int(variable.pointee.index), row: Int(row))
        return CInt(READSTAT_HANDLER_OK)
      })
    try withoutActuallyEscaping(read) { (read) throws(SurveyFileFault) in
      var rows = ReadStatRows(
        columns: columns, variables: file.dictionary.variables.count, read)
      try unsafe withUnsafeMutablePointer(to: &rows) { (pointer) throws(SurveyFileFault) in
        try unsafe parser.parse(
          kind, encoding: encoding, context: UnsafeMutableRawPointer(pointer))
      }
      if !rows.batch.isEmpty { read(rows.batch) }
    }
    guard let hash = ContentHash(ofFile: file.path) else { throw .unreadable }
    return hash.hexadecimal
  }

  private func reads(_ variable: Int) -> Bool {
    guard columns.indices.contains(variable) else { return false }
    return columns[variable] != Self.unread || variable == last
  }

  @inline(__always)
  private mutating func take(_ value: readstat_value_t, variable: Int, row: Int) {
    guard columns.indices.contains(variable) else { return }
    let column = Int(columns[variable])
    if column >= 0 { unsafe store(value, column: column) }
    if variable == last { endRow(row) }
  }

  @inline(__always)
  private mutating func store(_ value: readstat_value_t, column: Int) {
    if unsafe value.is_tagged_missing != 0 {
      batch.setMissing(tag: UInt8(bitPattern: unsafe value.tag), column: column)
      return
    }
    if unsafe value.is_system_missing != 0 {
      batch.setNothing(column: column)
      return
    }
    switch unsafe value.type {
    case READSTAT_TYPE_DOUBLE: batch.setNumber(unsafe value.v.double_value, column: column)
    case READSTAT_TYPE_INT8: batch.setNumber(Double(unsafe value.v.i8_value), column: column)
    case READSTAT_TYPE_INT16: batch.setNumber(Double(unsafe value.v.i16_value), column: column)
    case READSTAT_TYPE_INT32: batch.setNumber(Double(unsafe value.v.i32_value), column: column)
    case READSTAT_TYPE_FLOAT:
      batch.setNumber(exactDecimal(unsafe value.v.float_value), column: column)
    default: unsafe storeText(value.v.string_value, column: column)
    }
  }

  private mutating func storeText(_ characters: UnsafePointer<CChar>?, column: Int) {
    batch.setText(trimmed(unsafe text(characters)), column: column)
  }

  private mutating func endRow(_ row: Int) {
    batch.endRow(line: row + 1)
    if batch.isFull {
      read(batch)
      batch.clear()
    }
  }
}
