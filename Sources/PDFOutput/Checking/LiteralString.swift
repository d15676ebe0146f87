/// Reads literal strings of a PDF with their escapes.
enum LiteralString {
  /// Reads a string whose first byte stands at `start`; returns the position behind it.
  static func read(
    _ bytes: [UInt8], from start: Int, to end: Int, into codes: inout [UInt8]
  ) -> Int {
    var position = start
    var depth = 1
    while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard position < end else { return end }
        position = escape(bytes, at: position, to: end, &codes)
        continue
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
      codes.append(byte)
    }
    return position
  }

  /// The position behind a string whose first byte stands at `start`.
  static func end(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    var depth = 1
    while position < bytes.count, depth > 0 {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
    }
    return min(position, bytes.count)
  }

  private static func escape(
    _ bytes: [UInt8], at start: Int, to end: Int, _ codes: inout [UInt8]
  ) -> Int {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "n"): codes.append(10)
    case UInt8(ascii: "r"): codes.append(13)
    case UInt8(ascii: "t"): codes.append(9)
    case UInt8(ascii: "b"): codes.append(8)
    case UInt8(ascii: "f"): codes.append(12)
    case 10: break
    case 0x30...0x37:
      let digits = bytes[start..<min(end, start + 3)].prefix { (0x30...0x37).contains($0) }
      codes.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }))
      return start + digits.count
    default: codes.append(byte)
    }
    return start + 1
  }
}
