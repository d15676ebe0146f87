import Diagnostics

/// A JSON value that was read, with its place in the text.
struct LocatedJSON {
  /// What the value is.
  enum Content {
    case text(String)
    case integer(Int)
    case decimal(Double)
    case flag(Bool)
    case nothing
    case list([LocatedJSON])
    case object([Member])
  }

  /// A key with its value.
  struct Member {
    let key: String
    let keyRange: Range<Int>
    let value: LocatedJSON
  }

  let content: Content
  /// The bytes of the value.
  let range: Range<Int>

  /// The kind of value, as messages say it.
  var kind: String {
    switch content {
    case .text: "a text"
    case .integer, .decimal: "a number"
    case .flag: "true or false"
    case .nothing: "null"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// Reads JSON (RFC 8259) and keeps the place of every value.
///
/// After a fault reading goes on behind the next comma or bracket, so that one run tells several; after
/// twenty it stops. Nesting is bounded, so no text can exhaust the stack.
struct JSONText {
  private let source: SourceFile
  private let bytes: [UInt8]
  private var place = 0
  private var faults = 0
  private(set) var log = DiagnosticLog()

  private static let deepest = 32
  private static let mostFaults = 20

  init(_ source: SourceFile) {
    self.source = source
    bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The value of the whole text; nil if there is none. Faults are in `log`.
  mutating func value() -> LocatedJSON? {
    let value = read(depth: 0)
    skipSpace()
    if place < bytes.count, faults == 0 { fail("nothing may follow the value") }
    return value
  }

  private mutating func fail(_ rule: String, at offset: Int? = nil) {
    faults += 1
    let offset = offset ?? place
    log.report(.invalidJSON(rule, at: source.range(offset..<min(offset + 1, bytes.count))))
    // Beyond the bound nothing more is read.
    if faults >= Self.mostFaults { place = bytes.count }
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func read(depth: Int) -> LocatedJSON? {
    skipSpace()
    let start = place
    guard place < bytes.count else {
      fail("a value is missing at the end")
      return nil
    }
    let content: LocatedJSON.Content?
    switch bytes[place] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < Self.deepest else {
        fail("values are nested more than \(Self.deepest) deep")
        place = bytes.count
        return nil
      }
      content = bytes[place] == UInt8(ascii: "{") ? object(depth) : list(depth)
    case UInt8(ascii: "\""): content = text().map { .text($0) }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = number()
    default: content = word()
    }
    return content.map { LocatedJSON(content: $0, range: start..<place) }
  }

  // MARK: Lists and objects

  private mutating func list(_ depth: Int) -> LocatedJSON.Content {
    var values: [LocatedJSON] = []
    parts(closing: UInt8(ascii: "]")) { reader in
      guard let value = reader.read(depth: depth + 1) else { return false }
      values.append(value)
      return true
    }
    return .list(values)
  }

  private mutating func object(_ depth: Int) -> LocatedJSON.Content {
    var members: [LocatedJSON.Member] = []
    var keys: Set<String> = []
    parts(closing: UInt8(ascii: "}")) { reader in
      let start = reader.place
      guard start < reader.bytes.count, reader.bytes[start] == UInt8(ascii: "\"") else {
        reader.fail("a key in quotation marks belongs here")
        return false
      }
      guard let key = reader.text() else { return false }
      let range = start..<reader.place
      reader.skipSpace()
      guard reader.place < reader.bytes.count, reader.bytes[reader.place] == UInt8(ascii: ":")
      else {
        reader.fail("a colon belongs behind the key")
        return false
      }
      reader.place += 1
      guard let value = reader.read(depth: depth + 1) else { return false }
      if keys.insert(key).inserted {
        members.append(LocatedJSON.Member(key: key, keyRange: range, value: value))
      } else {
        reader.fail("the key '\(key)' stands here twice", at: range.lowerBound)
      }
      return true
    }
    return .object(members)
  }

  /// The parts of a list or object; `each` reads one, and says whether it could.
  private mutating func parts(closing bracket: UInt8, _ each: (inout Self) -> Bool) {
    place += 1
    skipSpace()
    if take(bracket) { return }
    while place < bytes.count {
      skipSpace()
      if !each(&self) { recover() }
      skipSpace()
      if take(bracket) { return }
      if take(UInt8(ascii: ",")) { continue }
      if place < bytes.count {
        fail("a comma or the closing '\(Character(Unicode.Scalar(bracket)))' belongs here")
        recover()
        if take(bracket) { return }
        if !take(UInt8(ascii: ",")) { return }
      }
    }
    if faults < Self.mostFaults {
      fail("the closing '\(Character(Unicode.Scalar(bracket)))' is missing")
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// Goes on to the next comma or closing bracket of the same level.
  private mutating func recover() {
    var depth = 0
    var isInText = false
    while place < bytes.count {
      let byte = bytes[place]
      if isInText {
        if byte == UInt8(ascii: "\\") { place += 1 }
        if byte == UInt8(ascii: "\"") || byte == 0x0A { isInText = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return }
          depth -= 1
        case UInt8(ascii: ",") where depth == 0: return
        default: break
        }
      }
      place = min(place + 1, bytes.count)
    }
  }

  // MARK: Plain values

  private mutating func word() -> LocatedJSON.Content? {
    let words: [(String, LocatedJSON.Content)] = [
      ("true", .flag(true)), ("false", .flag(false)), ("null", .nothing),
    ]
    for (word, content) in words where bytes[place...].starts(with: Array(word.utf8)) {
      place += word.utf8.count
      return content
    }
    fail("a value belongs here")
    return nil
  }

  private mutating func number() -> LocatedJSON.Content? {
    let start = place
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    let first = place
    let whole = digits()
    if whole == 0 || (whole > 1 && bytes[first] == UInt8(ascii: "0")) {
      fail("this is no number", at: start)
      return nil
    }
    var isDecimal = false
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      isDecimal = true
      if digits() == 0 {
        fail("digits belong behind the point", at: start)
        return nil
      }
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      isDecimal = true
      if place < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[place]) {
        place += 1
      }
      if digits() == 0 {
        fail("digits belong behind the 'e'", at: start)
        return nil
      }
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if !isDecimal, let integer = Int(text) { return .integer(integer) }
    if let decimal = Double(text), decimal.isFinite { return .decimal(decimal) }
    fail("the number is too large", at: start)
    return nil
  }

  private mutating func digits() -> Int {
    let start = place
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
      place += 1
    }
    return place - start
  }

  // MARK: Texts

  private mutating func text() -> String? {
    let start = place
    place += 1
    var plain = place
    var result = ""
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        result += String(decoding: bytes[plain..<place], as: UTF8.self)
        place += 1
        return result
      case UInt8(ascii: "\\"):
        result += String(decoding: bytes[plain..<place], as: UTF8.self)
        guard let scalar = escape() else { return nil }
        result.unicodeScalars.append(scalar)
        plain = place
      case 0..<0x20:
        fail("the text has no closing quotation mark on its line", at: start)
        return nil
      default: place += 1
      }
    }
    fail("the text has no closing quotation mark", at: start)
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    let start = place
    place += 1
    guard place < bytes.count else {
      fail("the text ends in a backslash", at: start)
      return nil
    }
    let letter = bytes[place]
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let unit = codeUnit(), let scalar = scalar(of: unit) { return scalar }
    default: break
    }
    fail("no such escape", at: start)
    return nil
  }

  private mutating func codeUnit() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    let digits = bytes[place..<place + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    place += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// The character of a code unit, with the second half of a pair behind it.
  private mutating func scalar(of unit: UInt32) -> Unicode.Scalar? {
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
    guard bytes[place...].starts(with: Array("\\u".utf8)) else { return nil }
    place += 2
    guard let low = codeUnit(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
  }
}
