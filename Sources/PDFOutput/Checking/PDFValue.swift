/// A value of a PDF as it is read.
enum PDFValue {
  case null
  case boolean(Bool)
  case number(Double)
  case name(String)
  case string([UInt8])
  case array([PDFValue])
  case dictionary([(key: String, value: PDFValue)])
  case reference(Int)

  /// The value of a dictionary's key; null for anything else.
  subscript(key: String) -> PDFValue {
    guard case .dictionary(let entries) = self else { return .null }
    return entries.first { $0.key == key }?.value ?? .null
  }

  /// A number without decimals.
  var whole: Int? {
    if case .number(let value) = self { Int(exactly: value) } else { nil }
  }

  /// The items of an array; a single value is one of itself, null is none.
  var items: [PDFValue] {
    switch self {
    case .array(let items): items
    case .null: []
    default: [self]
    }
  }

  /// A text for people: UTF-16 with its mark, else plain bytes; empty for what is no string.
  var text: String {
    guard case .string(let bytes) = self else { return "" }
    guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }
}

/// Reads values of a PDF from bytes.
struct PDFValueParser {
  private let bytes: [UInt8]
  private(set) var position: Int
  /// Values inside values inside values: what is deeper is damaged.
  private static let depthBound = 100

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = min(max(0, position), bytes.count)
  }

  /// The next value; null at the end, and for what is none.
  mutating func value(depth: Int = 0) -> PDFValue {
    skipSpace()
    guard position < bytes.count else { return .null }
    guard depth < Self.depthBound else {
      position = bytes.count
      return .null
    }
    switch bytes[position] {
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "("):
      var characters: [UInt8] = []
      position = LiteralString.read(bytes, from: position + 1, to: bytes.count, into: &characters)
      return .string(characters)
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "<") {
        return dictionary(depth: depth)
      }
      let start = position + 1
      while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
      defer { position += 1 }
      return .string(FontCodes.bytes(ofHexadecimal: bytes[start..<max(start, position)]))
    case UInt8(ascii: "["):
      position += 1
      var items: [PDFValue] = []
      while !isNext(UInt8(ascii: "]")) { items.append(value(depth: depth + 1)) }
      position += 1
      return .array(items)
    default: return numberOrWord()
    }
  }

  /// Passes over a word if it is next.
  mutating func skip(_ word: StaticString) -> Bool {
    skipSpace()
    guard word.stands(in: bytes, at: position) else { return false }
    position += word.utf8CodeUnitCount
    return true
  }

  private mutating func dictionary(depth: Int) -> PDFValue {
    position += 2
    var entries: [(key: String, value: PDFValue)] = []
    while let key = nextKey() {
      entries.append((String(decoding: key, as: UTF8.self), value(depth: depth + 1)))
    }
    return .dictionary(entries)
  }

  /// A number of digits alone, which is passed over; nil, and nothing is, for all else.
  mutating func natural() -> Int? {
    skipSpace()
    var end = position
    var number = 0
    while end < bytes.count, end - position < 10, (0x30...0x39).contains(bytes[end]) {
      number = number * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    if end == position { return nil }
    position = end
    return number
  }

  /// Enters a dictionary, whose entries are then read one by one; false if the next value is none.
  mutating func enterDictionary() -> Bool { skip("<<") }

  /// The next key of the dictionary that was entered; nil behind the last one.
  mutating func nextKey() -> ArraySlice<UInt8>? {
    while !isNext(UInt8(ascii: ">")) {
      position += 1
      if bytes[position - 1] == UInt8(ascii: "/") { return word() }
    }
    position += 2
    return nil
  }

  /// Passes over a value, but for the words behind the number of a reference: those are no key.
  mutating func skipValue() {
    var depth = 0
    repeat {
      skipSpace()
      guard position < bytes.count else { return }
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "("): position = LiteralString.end(bytes, from: position)
      case UInt8(ascii: "<"):
        if position < bytes.count, bytes[position] == byte {
          position += 1
          depth += 1
        } else {
          while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
          position += 1
        }
      case UInt8(ascii: ">"):
        position += 1
        depth -= 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      default: _ = word()
      }
    } while depth > 0
  }

  /// Whether the next byte that is no blank is the one named, or there is none.
  private mutating func isNext(_ byte: UInt8) -> Bool {
    skipSpace()
    return position >= bytes.count || bytes[position] == byte
  }

  private mutating func name() -> String {
    position += 1
    return String(decoding: word(), as: UTF8.self)
  }

  /// The bytes up to the next blank or delimiter.
  private mutating func word() -> ArraySlice<UInt8> {
    let start = position
    position = ContentTokens.endOfWord(in: bytes, from: start)
    return bytes[start..<position]
  }

  /// A number, a reference (`12 0 R`), `true`, `false`; null for other words.
  private mutating func numberOrWord() -> PDFValue {
    let word = word()
    guard let first = word.first else {
      position += 1
      return .null
    }
    if first == UInt8(ascii: "t"), word.elementsEqual("true".utf8) { return .boolean(true) }
    if first == UInt8(ascii: "f"), word.elementsEqual("false".utf8) { return .boolean(false) }
    guard let number = Self.number(word) else { return .null }
    let end = position
    if let object = PDFValue.number(number).whole, skip("0 R") { return .reference(object) }
    position = end
    return .number(number)
  }

  private static func number(_ word: ArraySlice<UInt8>) -> Double? {
    var whole = 0.0
    var unit = 0.0
    for byte in word.first == UInt8(ascii: "-") ? word.dropFirst() : word {
      switch byte {
      case 0x30...0x39:
        whole = whole * 10 + Double(byte - 0x30)
        unit *= 10
      case UInt8(ascii: ".") where unit == 0: unit = 1
      default: return nil
      }
    }
    let value = unit > 1 ? whole / unit : whole
    return word.first == UInt8(ascii: "-") ? -value : value
  }

  private mutating func skipSpace() {
    while position < bytes.count, ContentTokens.isSpace(bytes[position]) { position += 1 }
  }
}
