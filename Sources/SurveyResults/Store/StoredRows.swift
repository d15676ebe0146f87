import GRDBSQLite

/// A results file that is open for reading.
///
/// Every command reads one whole, table by table: that is short work for SQLite itself, and GRDB, which
/// writes them, has a price for each statement and value that reading need not pay.
@safe final class StoredDatabase {
  private var handle: OpaquePointer?

  /// What SQLite refuses, by its own code and words.
  struct Fault: Error {
    var code: Int32
    var message: String
  }

  /// Opens a file; SQLite reads nothing of it yet.
  init(path: String) throws {
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(path, &handle, flags, nil)
    if code != SQLITE_OK { throw fault(code) }
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// The rows of a query.
  func rows(_ sql: String) throws -> StoredRows {
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else { throw fault(code) }
    return unsafe StoredRows(adopting: statement, of: self)
  }

  /// Runs a statement that has no rows.
  func run(_ sql: String) throws {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    if code != SQLITE_OK { throw fault(code) }
  }

  fileprivate func fault(_ code: Int32) -> Fault {
    guard let words = unsafe sqlite3_errmsg(handle) else { return Fault(code: code, message: "") }
    return unsafe Fault(code: code & 0xFF, message: String(cString: words))
  }
}

/// The rows of a query, one after the other.
@safe final class StoredRows {
  private let statement: OpaquePointer
  private let database: StoredDatabase
  /// The names of the columns.
  private let names: [String]

  /// A value that this program cannot have written.
  struct Damage: Error, CustomStringConvertible {
    let description: String
  }

  fileprivate init(adopting statement: OpaquePointer, of database: StoredDatabase) {
    unsafe self.statement = statement
    self.database = database
    names = unsafe (0..<sqlite3_column_count(statement)).map {
      unsafe sqlite3_column_name(statement, $0).map { unsafe String(cString: $0) } ?? ""
    }
  }

  deinit { unsafe sqlite3_finalize(statement) }

  /// Moves to the next row; false behind the last.
  func next() throws -> Bool {
    switch unsafe sqlite3_step(statement) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    case let code: throw database.fault(code)
    }
  }

  /// What `read` makes of each row.
  func map<Result>(_ read: (StoredRows) throws -> Result) throws -> [Result] {
    var results: [Result] = []
    while try next() { results.append(try read(self)) }
    return results
  }

  /// A value of the row.
  func value<Value: StoredValue>(_ column: String) throws -> Value {
    guard let value: Value = try optional(column) else {
      throw Damage(description: "the column '\(column)' is empty")
    }
    return value
  }

  /// A value of the row that may be absent.
  func optional<Value: StoredValue>(_ column: String) throws -> Value? {
    guard let index = names.firstIndex(of: column) else {
      throw Damage(description: "there is no column '\(column)'")
    }
    let content = content(index)
    if case .nothing = content { return nil }
    guard let value = Value(content) else {
      throw Damage(description: "the column '\(column)' holds \(content)")
    }
    return value
  }

  /// One of the names of an enumeration.
  func choice<Choice: RawRepresentable<String>>(
    _ column: String, of type: Choice.Type = Choice.self
  ) throws -> Choice {
    let text: String = try value(column)
    guard let choice = Choice(rawValue: text) else {
      throw Damage(description: "'\(text)' is no \(type)")
    }
    return choice
  }

  /// What a column of the row holds, by its place from 0.
  func content(_ column: Int) -> StoredContent {
    let column = Int32(column)
    switch unsafe sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(Int(unsafe sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      guard let start = unsafe sqlite3_column_text(statement, column) else { return .nothing }
      let count = Int(unsafe sqlite3_column_bytes(statement, column))
      return unsafe .text(
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    case SQLITE_BLOB: return .bytes(count: Int(unsafe sqlite3_column_bytes(statement, column)))
    default: return .nothing
    }
  }
}

/// What stands in a column of a row.
enum StoredContent: CustomStringConvertible {
  case nothing
  case integer(Int)
  case real(Double)
  case text(String)
  case bytes(count: Int)

  /// As faults say it.
  var description: String {
    switch self {
    case .nothing: "NULL"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text.debugDescription
    case .bytes(let count): "\(count) bytes"
    }
  }
}

/// A kind of value that is stored in a column.
protocol StoredValue {
  /// The value, if it is of this kind.
  init?(_ content: StoredContent)
}

extension Int: StoredValue {
  init?(_ content: StoredContent) {
    guard case .integer(let number) = content else { return nil }
    self = number
  }
}

extension Bool: StoredValue {
  init?(_ content: StoredContent) {
    guard case .integer(let number) = content else { return nil }
    self = number != 0
  }
}

extension Double: StoredValue {
  init?(_ content: StoredContent) {
    switch content {
    case .integer(let number): self = Double(number)
    case .real(let number): self = number
    default: return nil
    }
  }
}

extension String: StoredValue {
  init?(_ content: StoredContent) {
    guard case .text(let text) = content else { return nil }
    self = text
  }
}
