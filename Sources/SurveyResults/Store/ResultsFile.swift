import Foundation
import GRDB
import GRDBSQLite

/// Why a results file cannot be read or written.
public enum ResultsFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file.
  case missing(String)
  /// The file is none of ours.
  case notResults(String)
  /// A newer program wrote it.
  case newer(String, version: Int)
  /// An older program wrote it.
  case older(String, version: Int)
  /// Another program has the file in use.
  case locked(String)
  /// SQLite's own words.
  case unreadable(String, reason: String)
  /// The file could not be put into its place.
  case unwritable(String, reason: String)

  /// The fault in one sentence.
  public var description: String {
    switch self {
    case .missing(let path): "there is no results file at \(path)"
    case .notResults(let path): "\(path) is not a results file of Katern"
    case .newer(let path, let version):
      "\(path) was written by a newer Katern (format \(version), this one reads "
        + "\(ResultsSchema.version))"
    case .older(let path, let version):
      "\(path) was written by an older Katern (format \(version), this one reads "
        + "\(ResultsSchema.version)): import the survey again with 'katern import'"
    case .locked(let path): "\(path) is locked: another program is writing it"
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }
}

/// The results model on disk: one SQLite file.
public enum ResultsFile {
  /// Reads a results file.
  public static func read(path: String) throws(ResultsFileError) -> ResultsModel {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    do {
      let database = try StoredDatabase(path: path)
      // One transaction: all tables are of one moment.
      try database.run("BEGIN")
      try check(database, path: path)
      return try ResultsReader(database: database).model()
    } catch let error as ResultsFileError {
      throw error
    } catch let fault as StoredDatabase.Fault {
      switch fault.code {
      case SQLITE_NOTADB: throw .notResults(path)
      case SQLITE_BUSY: throw .locked(path)
      default: throw .unreadable(path, reason: fault.message)
      }
    } catch {
      throw .unreadable(path, reason: "\(error)")
    }
  }

  /// Writes a results file beside its place and renames it: the old one stays until the new is whole.
  public static func write(_ model: ResultsModel, to path: String) throws(ResultsFileError) {
    let temporary = path + ".part"
    let files = FileManager.default
    do {
      try? files.removeItem(atPath: temporary)
      var configuration = Configuration()
      configuration.foreignKeysEnabled = true
      let queue = try DatabaseQueue(path: temporary, configuration: configuration)
      try ResultsSchema.migrator.migrate(queue)
      try queue.write { database in try ResultsWriter(database: database).write(model) }
      try queue.vacuum()
      try queue.close()
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
      try handle.synchronize()
      try handle.close()
    } catch {
      try? files.removeItem(atPath: temporary)
      throw .unwritable(path, reason: "\(error)")
    }
    guard unsafe rename(temporary, path) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      try? files.removeItem(atPath: temporary)
      throw .unwritable(path, reason: reason)
    }
  }

  private static func check(_ database: StoredDatabase, path: String) throws {
    func number(_ pragma: String) throws -> Int {
      let row = try database.rows("PRAGMA \(pragma)")
      guard try row.next() else { return 0 }
      return Int(row.content(0)) ?? 0
    }
    guard try number("application_id") == ResultsSchema.applicationID else {
      throw ResultsFileError.notResults(path)
    }
    let version = try number("user_version")
    if version > ResultsSchema.version { throw ResultsFileError.newer(path, version: version) }
    if version < ResultsSchema.version { throw ResultsFileError.older(path, version: version) }
    let faults = try database.rows("PRAGMA quick_check").map { String($0.content(0)) ?? "" }
    guard faults == ["ok"] else {
      throw ResultsFileError.unreadable(path, reason: faults.prefix(3).joined(separator: "; "))
    }
  }
}
