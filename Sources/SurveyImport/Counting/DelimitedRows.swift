import Diagnostics
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
  }

  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var delimiter = UInt8(ascii: ",")
  /// The line on which the next row starts, from 1.
  private(set) var line = 1

  private static let chunk = 1 << 16
  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")

  /// Opens a file and settles its delimiter.
  init(path: String) throws(Fault) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    self.handle = handle
    fill()
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    delimiter = settleDelimiter()
  }

  deinit { try? handle.close() }

  /// The next row, or nil at the end; blank lines are passed over.
  func next() throws(Fault) -> [String]? {
    while let row = try read() {
      if row != [""] { return row }
    }
    return nil
  }

  private func read() throws(Fault) -> [String]? {
    let start = line
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var sawByte = false
    while let byte = take() {
      sawByte = true
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
    guard let data = try? handle.read(upToCount: Self.chunk), !data.isEmpty else {
      isAtEnd = true
      return
    }
    buffer = [UInt8](data)
    position = 0
  }
}
