import ContentHash
import Foundation

/// Reads a delimited text file row by row, in bounded memory.
///
/// The delimiter is the one of `;`, tab and `,` that the header has most; fields may be quoted, with
/// doubled quotes inside; a byte-order mark and carriage returns are passed over.
final class DelimitedRows {
  /// What can be wrong with the text itself.
  enum Fault: Error {
    case unreadable
    case notUTF8(line: Int)
    case openQuote(line: Int)
    /// No field of a survey is this long; a quote may be open.
    case longField(line: Int)
  }

  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var isBroken = false
  private var hasher: ContentHasher? = ContentHasher()
  private var delimiter = UInt8(ascii: ",")
  private var line = 1
  /// The line on which the last row started, from 1.
  private(set) var rowLine = 1

  private static let chunk = 1 << 16
  /// The most bytes of a field.
  static let fieldBound = 1 << 20
  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")

  /// Opens a file and settles its delimiter.
  init(path: String) throws(Fault) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    self.handle = handle
    fill()
    if isBroken { throw .unreadable }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    delimiter = settleDelimiter()
  }

  deinit { try? handle.close() }

  /// The SHA-256 of everything that was read; once, at the end.
  func finish() -> String { hasher.take()?.finish().hexadecimal ?? "" }

  /// The next row, or nil at the end; blank lines are passed over.
  func next() throws(Fault) -> [String]? {
    while let row = try read() {
      if row != [""] { return row }
    }
    return nil
  }

  private func read() throws(Fault) -> [String]? {
    let start = line
    rowLine = line
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var sawByte = false
    while let byte = take() {
      sawByte = true
      if field.count >= Self.fieldBound { throw .longField(line: start) }
      if byte == Self.newline { line += 1 }
      if isQuoted {
        if byte == Self.quote {
          if peek() == Self.quote {
            field.append(byte)
            _ = take()
          } else {
            isQuoted = false
          }
        } else {
          field.append(byte)
        }
      } else if byte == Self.quote, field.isEmpty {
        isQuoted = true
      } else if byte == delimiter {
        fields.append(try text(field, line: start))
        field.removeAll(keepingCapacity: true)
      } else if byte == Self.newline {
        break
      } else {
        field.append(byte)
      }
    }
    if isBroken { throw .unreadable }
    if isQuoted { throw .openQuote(line: start) }
    if !sawByte { return nil }
    if field.last == UInt8(ascii: "\r") { field.removeLast() }
    fields.append(try text(field, line: start))
    return fields
  }

  private func text(_ bytes: [UInt8], line: Int) throws(Fault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(line: line) }
    return text
  }

  private func settleDelimiter() -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in buffer[position...] {
      if byte == Self.quote { isQuoted.toggle() }
      if byte == Self.newline, !isQuoted { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? candidates[0]
  }

  private func peek() -> UInt8? {
    if position >= buffer.count { fill() }
    return position < buffer.count ? buffer[position] : nil
  }

  private func take() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    return byte
  }

  private func fill() {
    if isAtEnd { return }
    do {
      let data = try handle.read(upToCount: Self.chunk) ?? Data()
      isAtEnd = data.isEmpty
      buffer = [UInt8](data)
      position = 0
      hasher?.update(buffer)
    } catch {
      isAtEnd = true
      isBroken = true
    }
  }
}
