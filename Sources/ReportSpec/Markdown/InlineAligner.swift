/// Finds the text of inlines in the bytes they were parsed from, in reading order.
///
/// libcmark's own columns drift behind escapes and lazy continuations; the words themselves do not.
struct InlineAligner {
  private let bytes: [UInt8]
  /// Where the search goes on.
  private(set) var cursor = 0
  /// Where the block ends.
  private var limit = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Goes to the start of a block, and bounds the search by its end.
  mutating func enter(_ block: Range<Int>) {
    cursor = min(max(0, block.lowerBound), bytes.count)
    limit = min(max(cursor, block.upperBound), bytes.count)
  }

  /// Goes forward to an offset.
  mutating func advance(to offset: Int) { cursor = min(max(cursor, offset), limit) }

  /// The offset of each byte of a text, and behind the last one the offset where it ends; nil if the
  /// block has no such text ahead.
  mutating func find(_ text: [UInt8]) -> [Int]? {
    guard !text.isEmpty else { return [cursor] }
    var start = cursor
    while start < limit {
      if let offsets = match(text, at: start) {
        cursor = offsets.last ?? start
        return offsets
      }
      start += 1
    }
    return nil
  }

  /// Goes behind the next text that stands as it is, with nothing in it or before it that could have been
  /// written in another way: what `find` finds, without an offset for each byte.
  ///
  /// - Returns: where it stands; nil, and the cursor stays, if that cannot be told by its bytes alone.
  mutating func takePlain(_ text: [UInt8]) -> Range<Int>? {
    guard !text.isEmpty, text.allSatisfy(Self.isPlain) else { return nil }
    var start = cursor
    while start + text.count <= limit {
      var length = 0
      while length < text.count, bytes[start + length] == text[length] { length += 1 }
      if length == text.count {
        cursor = start + length
        return start..<cursor
      }
      // What begins here or later may be an escape or an entity.
      for offset in start...start + length
      where bytes[offset] == UInt8(ascii: "\\") || bytes[offset] == UInt8(ascii: "&") {
        return nil
      }
      start += 1
    }
    return nil
  }

  /// Whether a byte is always itself: no escape, entity, bracket, brace or cover.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), 0..<0x20:
      false
    default: true
    }
  }

  /// The byte at the cursor and those behind it.
  func isAt(_ text: String) -> Bool { bytes[cursor..<limit].starts(with: text.utf8) }

  /// Goes behind the next occurrence of a byte.
  mutating func skip(past byte: UInt8) {
    if let found = bytes[cursor..<limit].firstIndex(of: byte) { cursor = found + 1 }
  }

  /// Goes behind `](address)` or `][name]`, where the cursor stands at the bracket.
  mutating func skipAddress() {
    if isAt("](") {
      var depth = 0
      for offset in (cursor + 1)..<limit {
        if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
        if bytes[offset] == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0 {
          cursor = offset + 1
          return
        }
      }
    } else if isAt("][") {
      cursor += 1
      skip(past: UInt8(ascii: "]"))
    }
  }

  /// The offsets of a text that begins at `start`, where a character may be written as an escape or
  /// an entity, and a blank of code as a line end.
  private func match(_ text: [UInt8], at start: Int) -> [Int]? {
    var offsets: [Int] = []
    offsets.reserveCapacity(text.count + 1)
    var (found, offset) = (0, start)
    while found < text.count {
      guard offset < limit else { return nil }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\"), offset + 1 < limit, bytes[offset + 1] == text[found],
        Self.isPunctuation(text[found])
      {
        offsets.append(offset + 1)
        (found, offset) = (found + 1, offset + 2)
      } else if byte == text[found] {
        offsets.append(offset)
        (found, offset) = (found + 1, offset + 1)
        if byte == UInt8(ascii: "&"), let end = endOfEntity(at: offset - 1),
          !text[found...].starts(with: bytes[offset..<end])
        {
          offset = end
        }
      } else if byte == UInt8(ascii: "&"), let end = endOfEntity(at: offset) {
        offsets.append(offset)
        found += 1
        while found < text.count, text[found] & 0xC0 == 0x80 {
          offsets.append(offset)
          found += 1
        }
        offset = end
      } else {
        return nil
      }
    }
    offsets.append(offset)
    return offsets
  }

  private func endOfEntity(at start: Int) -> Int? {
    for offset in (start + 1)..<max(start + 1, min(start + 34, limit)) {
      switch bytes[offset] {
      case UInt8(ascii: ";"): return offset > start + 1 ? offset + 1 : nil
      case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
      default: return nil
      }
    }
    return nil
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
