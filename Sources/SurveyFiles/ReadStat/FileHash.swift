import ContentHash
import Foundation

extension ContentHash {
  /// The SHA-256 of a file, which need not fit into memory.
  ///
  /// - Returns: 64 hexadecimal digits.
  static func ofFile(_ path: String) throws(SurveyFileFault) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    defer { try? handle.close() }
    var hasher = ContentHasher()
    while true {
      let data: Data?
      do { data = try handle.read(upToCount: 1 << 20) } catch { throw .unreadable }
      guard let data, !data.isEmpty else { return hasher.finish().hexadecimal }
      hasher.update([UInt8](data))
    }
  }
}
