/// An operator of a content stream with the bytes of its operands.
package struct ContentOperation {
  /// The bytes from the first operand to the operator's end.
  package var bytes: Range<Int>
  /// Where the operator begins.
  package var name: Int
}

/// Cuts a content stream into operations; strings, dictionaries and inline images are passed over.
package struct ContentTokens {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The operations in order.
  package func operations() -> ContentOperations { ContentOperations(tokens: self) }

  /// The next operation from a position on, which is moved behind it.
  fileprivate func operation(from position: inout Int) -> ContentOperation? {
    var start: Int?
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isSpace(byte) {
        position += 1
        continue
      }
      if byte == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 {
          position += 1
        }
        continue
      }
      if start == nil { start = position }
      if let end = operandEnd(at: position) {
        position = end
        continue
      }
      let word = position
      position = Self.endOfWord(in: bytes, from: word)
      if position == word {
        position += 1
        continue
      }
      if isOperand(word..<position) || isWord(word..<position, "BI") { continue }
      var name = word
      if isWord(word..<position, "ID") {
        name = endOfImage(from: position)
        // An image that does not end is the last thing in the content, and no operation.
        if name >= bytes.count {
          position = bytes.count
          return nil
        }
        position = min(bytes.count, name + 2)
      }
      return ContentOperation(bytes: (start ?? word)..<position, name: name)
    }
    return nil
  }

  /// Whether an operation is the one named.
  package func isOperation(_ operation: ContentOperation, _ name: StaticString) -> Bool {
    isWord(operation.name..<operation.bytes.upperBound, name)
  }

  private func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && word.stands(in: bytes, at: range.lowerBound)
  }

  /// The end of a string, name, array mark or dictionary mark; nil for anything else.
  private func operandEnd(at position: Int) -> Int? {
    switch bytes[position] {
    case UInt8(ascii: "("): return LiteralString.end(bytes, from: position + 1)
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "<") {
        return position + 2
      }
      var end = position
      while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
      return min(bytes.count, end + 1)
    case UInt8(ascii: ">"): return min(bytes.count, position + 2)
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      return position + 1
    case UInt8(ascii: "/"):
      return Self.endOfWord(in: bytes, from: position + 1)
    default: return nil
    }
  }

  private func isOperand(_ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    switch first {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: return true
    default: break
    }
    return isWord(range, "true") || isWord(range, "false") || isWord(range, "null")
  }

  /// Where the EI of an inline image stands: between white space.
  private func endOfImage(from position: Int) -> Int {
    var end = position + 1
    while end + 2 <= bytes.count {
      if bytes[end] == UInt8(ascii: "E"), bytes[end + 1] == UInt8(ascii: "I"),
        Self.isSpace(bytes[end - 1]), end + 2 >= bytes.count || Self.isSpace(bytes[end + 2])
      {
        return end
      }
      end += 1
    }
    return bytes.count
  }

  /// The MCID among the operands of a `BDC`; nil for artifacts and spans without one.
  package static func identifier(in operands: ArraySlice<UInt8>) -> Int? {
    let length = 4
    let last = operands.endIndex - length
    guard operands.startIndex <= last,
      let place = (operands.startIndex...last).first(where: { start in
        operands[start] == UInt8(ascii: "M")
          && "MCID".utf8.elementsEqual(operands[start..<start + length])
      })
    else { return nil }
    let digits = operands[(place + length)...].drop { $0 == 0x20 || $0 == 0x0A }
      .prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty || digits.count > 9
      ? nil : digits.reduce(0) { 10 * $0 + Int($1 - 0x30) }
  }

  /// Where the word ends that begins at a position: at a blank, a delimiter or the end.
  static func endOfWord(in bytes: [UInt8], from position: Int) -> Int {
    var end = position
    while end < bytes.count, !isSpace(bytes[end]), !isDelimiter(bytes[end]) { end += 1 }
    return end
  }

  /// Whether a byte is white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: true
    default: false
    }
  }

  /// Whether a byte ends a word though it is no white space.
  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true  // ( ) < > [ ] { } / %
    default: false
    }
  }
}

/// The operations of a content stream, cut when they are asked for.
package struct ContentOperations: Sequence, IteratorProtocol {
  private let tokens: ContentTokens
  private var position = 0

  fileprivate init(tokens: ContentTokens) { self.tokens = tokens }

  /// The next operation.
  package mutating func next() -> ContentOperation? { tokens.operation(from: &position) }
}

extension StaticString {
  /// Whether bytes have this word at a position.
  func stands(in bytes: [UInt8], at start: Int) -> Bool {
    guard start + utf8CodeUnitCount <= bytes.count else { return false }
    return withUTF8Buffer { word in
      for offset in word.indices where unsafe word[offset] != bytes[start + offset] { return false }
      return true
    }
  }
}
