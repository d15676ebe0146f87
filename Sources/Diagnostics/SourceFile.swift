/// The text of a source file, with the one conversion between byte offsets and positions.
///
/// Every reader (YAML, Markdown, CSV) goes through this type, so that columns mean the same
/// everywhere: Unicode scalars, counted from 1.
public struct SourceFile: Sendable {
  /// The path relative to the report folder, as diagnostics print it.
  public let path: String
  /// The whole text.
  public let text: String
  /// The UTF-8 bytes of the text.
  public let bytes: [UInt8]
  /// The byte offset at which each line starts; the first is 0.
  private let lineStarts: [Int]
  /// Whether each line has one byte for every scalar.
  private let isASCII: [Bool]

  /// Creates a source file from its path and text.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
    bytes = Array(text.utf8)
    var starts = [0]
    var isASCII = [true]
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") {
        starts.append(offset + 1)
        isASCII.append(true)
      } else if byte >= 0x80 {
        isASCII[isASCII.count - 1] = false
      }
    }
    lineStarts = starts
    self.isASCII = isASCII
  }

  /// The number of lines; a text that ends in a newline has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// The text of a line without its line end; empty for a line that does not exist.
  public func line(_ number: Int) -> String {
    String(decoding: bytes[self.bytes(ofLine: number)], as: UTF8.self)
  }

  /// Where a line stands without its line end; empty, at the start or the end of the text, for a line
  /// that does not exist.
  public func bytes(ofLine number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else {
      let end = number < 1 ? 0 : bytes.count
      return end..<end
    }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The byte offset at which a line starts, clamped to the text.
  public func offset(ofLine number: Int) -> Int {
    if number < 1 { return 0 }
    return number <= lineStarts.count ? lineStarts[number - 1] : bytes.count
  }

  /// The position of a byte offset, clamped to the text.
  public func position(ofByte offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let scalars =
      isASCII[low]
      ? offset - lineStarts[low] : bytes[lineStarts[low]..<offset].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: low + 1, column: scalars + 1)
  }

  /// The byte offset of a position, clamped to the line's end.
  public func offset(of position: SourcePosition) -> Int {
    var offset = self.offset(ofLine: position.line)
    var column = 1
    while column < position.column, offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// The range between two byte offsets.
  public func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(
      file: path, start: position(ofByte: bytes.lowerBound), end: position(ofByte: bytes.upperBound)
    )
  }

  /// The range of a whole line.
  public func range(ofLine number: Int) -> SourceRange {
    let length = line(number).unicodeScalars.count
    return SourceRange(
      file: path, start: SourcePosition(line: number, column: 1),
      end: SourcePosition(line: number, column: length + 1))
  }
}
