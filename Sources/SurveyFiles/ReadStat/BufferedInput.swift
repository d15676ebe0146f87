import Foundation

/// A file that is read in large pieces and given out in small ones, with a place that can be set.
///
/// ReadStat asks for a row, a record or a byte at a time; without a buffer each would be a call of the
/// system.
final class BufferedInput {
  private let handle: FileHandle?
  private let size: Int
  private var buffer: [UInt8] = []
  /// Where the buffer starts in the file.
  private var bufferStart = 0
  /// Where the next byte is taken from.
  private(set) var position = 0

  private static let chunk = 1 << 18

  /// Opens a file.
  init(path: String) throws(SurveyFileFault) {
    guard let handle = FileHandle(forReadingAtPath: path), let end = try? handle.seekToEnd(),
      let size = Int(exactly: end)
    else { throw .unreadable }
    self.handle = handle
    self.size = size
  }

  /// Takes bytes for a file.
  init(bytes: [UInt8]) {
    handle = nil
    size = bytes.count
    buffer = bytes
  }

  deinit { try? handle?.close() }

  /// The bytes that come next, as many as were asked for or as there are.
  func read(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - position)))
    let length = unsafe bytes.withUnsafeMutableBytes { unsafe read(into: $0) }
    bytes.removeLast(bytes.count - length)
    return bytes
  }

  /// Fills a buffer as far as the file goes.
  ///
  /// - Returns: how many bytes were filled in.
  @unsafe func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < target.count {
      let offset = position - bufferStart
      guard offset >= 0, offset < buffer.count else {
        if !fill() { break }
        continue
      }
      let length = min(target.count - filled, buffer.count - offset)
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: target[filled...])
      unsafe rest.copyBytes(from: buffer[offset..<offset + length])
      filled += length
      position += length
    }
    return filled
  }

  /// Sets the place of the next byte; nil and no change if it would be before the first.
  func seek(_ offset: Int, from origin: SeekOrigin) -> Int? {
    let base =
      switch origin {
      case .start: 0
      case .current: position
      case .end: size
      }
    let (sum, isOverflow) = base.addingReportingOverflow(offset)
    guard !isOverflow, sum >= 0 else { return nil }
    position = sum
    return sum
  }

  /// What a place is counted from.
  enum SeekOrigin {
    case start
    case current
    case end
  }

  private func fill() -> Bool {
    guard let handle, position < size, (try? handle.seek(toOffset: UInt64(position))) != nil,
      let data = try? handle.read(upToCount: Self.chunk), !data.isEmpty
    else { return false }
    buffer = [UInt8](data)
    bufferStart = position
    return true
  }
}
