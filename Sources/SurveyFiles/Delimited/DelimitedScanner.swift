import ContentHash
import Foundation

/// Reads a delimited text file field by field, in bounded memory.
///
/// The delimiter is the one of `;`, tab and `,` that the header has most; fields may be quoted, with
/// doubled quotes inside; a byte-order mark, carriage returns and spaces around a field are passed
/// over.
struct DelimitedScanner: ~Copyable {
  /// What comes after a field.
  enum FieldEnd {
    case field
    case row
    case file
  }

  private let handle: FileHandle
  private var hasher: ContentHasher? = ContentHasher()
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var delimiter = UInt8(ascii: ",")
  /// The field at hand if it was quoted, else empty.
  private var quoted: [UInt8] = []
  private var isQuoted = false
  private var start = 0
  private var end = 0
  private var line = 1
  /// The line on which the row at hand started, from 1.
  private(set) var rowLine = 1

  private static let chunk = 1 << 18
  /// The most bytes of a field.
  static let fieldBound = 1 << 20
  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  /// Opens a file and settles its delimiter.
  static func open(path: String) throws(SurveyFileFault) -> DelimitedScanner {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    var scanner = DelimitedScanner(handle: handle)
    try scanner.fill()
    if scanner.buffer.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.position = 3 }
    scanner.delimiter = scanner.settleDelimiter()
    return scanner
  }

  private init(handle: FileHandle) { self.handle = handle }

  deinit { try? handle.close() }

  /// The SHA-256 of everything that was read; once, at the end.
  mutating func takeHash() -> String { hasher.take()?.finish().hexadecimal ?? "" }

  /// Goes to the next row; false at the end.
  mutating func startRow() throws(SurveyFileFault) -> Bool {
    rowLine = line
    if position < buffer.count { return true }
    return try fill()
  }

  /// Reads a field of the row; `bytes` and `key` then say what it is.
  mutating func readField() throws(SurveyFileFault) -> FieldEnd {
    if try !ensureByte() { return try finish(at: position, with: .file) }
    if buffer[position] == Self.quote { return try readQuoted() }
    isQuoted = false
    var index = position
    while true {
      while index < buffer.count {
        let byte = buffer[index]
        if byte == delimiter { return try finish(at: index, with: .field) }
        if byte == Self.newline {
          line += 1
          return try finish(at: index, with: .row)
        }
        index += 1
      }
      if index - position >= Self.fieldBound { throw longField }
      let length = index - position
      let hasMore = try fill()
      index = position + length
      if !hasMore { return try finish(at: index, with: .file) }
    }
  }

  /// Whether the field is empty.
  var isEmpty: Bool { start == end }

  /// The bytes of the field.
  var bytes: ArraySlice<UInt8> { isQuoted ? quoted[start..<end] : buffer[start..<end] }

  /// The field as a number that no other field has; nil if it has more than seven bytes.
  var key: UInt64? {
    let count = end - start
    guard count <= 7 else { return nil }
    var key = UInt64(truncatingIfNeeded: count) << 56
    for offset in 0..<count {
      let byte = isQuoted ? quoted[start &+ offset] : buffer[start &+ offset]
      key |= UInt64(byte) << UInt64(offset &* 8)
    }
    return key
  }

  private var longField: SurveyFileFault { .longField(line: rowLine, bound: Self.fieldBound) }

  private mutating func ensureByte() throws(SurveyFileFault) -> Bool {
    if position < buffer.count { return true }
    return try fill()
  }

  /// Settles where the unquoted field ends and goes on behind it.
  private mutating func finish(
    at index: Int, with ending: FieldEnd
  ) throws(SurveyFileFault) -> FieldEnd {
    if index - position >= Self.fieldBound { throw longField }
    isQuoted = false
    start = position
    end = index
    position = ending == .file ? index : index + 1
    trim(in: buffer, ending)
    return ending
  }

  private mutating func readQuoted() throws(SurveyFileFault) -> FieldEnd {
    quoted.removeAll(keepingCapacity: true)
    position += 1
    var isOpen = true
    var ending = FieldEnd.file
    while try ensureByte() {
      let byte = buffer[position]
      position += 1
      if quoted.count >= Self.fieldBound { throw longField }
      if byte == Self.newline { line += 1 }
      if isOpen, byte == Self.quote {
        if try ensureByte(), buffer[position] == Self.quote {
          quoted.append(byte)
          position += 1
        } else {
          isOpen = false
        }
      } else if isOpen {
        quoted.append(byte)
      } else if byte == delimiter || byte == Self.newline {
        ending = byte == delimiter ? .field : .row
        break
      } else {
        quoted.append(byte)
      }
    }
    if isOpen { throw .openQuote(line: rowLine) }
    isQuoted = true
    start = 0
    end = quoted.count
    trim(in: quoted, ending)
    return ending
  }

  private mutating func trim(in bytes: [UInt8], _ ending: FieldEnd) {
    if ending != .field, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    while end > start, bytes[end - 1] == Self.space { end -= 1 }
    while end > start, bytes[start] == Self.space { start += 1 }
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

  /// Reads on, and keeps what is not yet behind `position`; false at the end of the file.
  @discardableResult
  private mutating func fill() throws(SurveyFileFault) -> Bool {
    if isAtEnd { return false }
    let data: Data
    do {
      data = try handle.read(upToCount: Self.chunk) ?? Data()
    } catch {
      throw .unreadable
    }
    isAtEnd = data.isEmpty
    if isAtEnd { return false }
    let bytes = [UInt8](data)
    hasher?.update(bytes.span)
    if position == buffer.count {
      buffer = bytes
    } else {
      buffer = buffer[position...] + bytes
    }
    position = 0
    return true
  }
}
