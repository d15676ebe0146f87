/// What the two-byte codes of a font stand for: its ToUnicode map.
struct FontCodes: Sendable {
  /// The UTF-8 text of each code; empty for one that the map does not have.
  private var texts: [[UInt8]] = []
  /// The text of each code that stands for one byte; nought for others.
  private var bytes: [UInt8] = []
  /// Stands for a code that the map does not have.
  private static let unknown = Array("\u{FFFD}".utf8)

  /// Reads a ToUnicode map; ranges and single codes.
  init(map: [UInt8]) {
    // A map has words only of hexadecimal digits, names and operators; strings never hold blanks.
    var numbers: [[UInt8]] = []
    var position = 0
    var isRange = false
    while position < map.count {
      switch map[position] {
      case UInt8(ascii: "<"):
        let start = position + 1
        while position < map.count, map[position] != UInt8(ascii: ">") { position += 1 }
        numbers.append(Self.bytes(ofHexadecimal: map[min(start, position)..<position]))
        if numbers.count == (isRange ? 3 : 2) {
          add(numbers, isRange: isRange)
          numbers = []
        }
        position += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        let start = position
        while position < map.count, Self.isLetter(map[position]) { position += 1 }
        let word = map[start..<position]
        if word.elementsEqual("beginbfchar".utf8) { (numbers, isRange) = ([], false) }
        if word.elementsEqual("beginbfrange".utf8) { (numbers, isRange) = ([], true) }
        if word.elementsEqual("begincodespacerange".utf8) { numbers = [] }
      default: position += 1
      }
    }
  }

  private mutating func add(_ numbers: [[UInt8]], isRange: Bool) {
    func code(_ bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
    let first = code(numbers[0])
    guard isRange else {
      set(first, to: Self.text(ofUTF16: numbers[1]))
      return
    }
    for (offset, value) in (first...max(first, code(numbers[1]))).prefix(65536).enumerated() {
      var target = numbers[2]
      guard let last = target.indices.last else { return }
      target[last] = target[last] &+ UInt8(truncatingIfNeeded: offset)
      set(value, to: Self.text(ofUTF16: target))
    }
  }

  private mutating func set(_ code: Int, to text: [UInt8]) {
    if code >= texts.count {
      bytes += Array(repeating: 0, count: code + 1 - texts.count)
      texts += Array(repeating: [], count: code + 1 - texts.count)
    }
    texts[code] = text
    bytes[code] = text.count == 1 ? text[0] : 0
  }

  /// Appends the UTF-8 text of a string of codes.
  func append(textOf codes: [UInt8], to text: inout [UInt8]) {
    for index in stride(from: 0, to: codes.count - 1, by: 2) {
      let code = Int(codes[index]) << 8 | Int(codes[index + 1])
      if code < bytes.count, bytes[code] != 0 {
        text.append(bytes[code])
        continue
      }
      let isKnown = code < texts.count && !texts[code].isEmpty
      text += isKnown ? texts[code] : Self.unknown
    }
  }

  private static func text(ofUTF16 bytes: [UInt8]) -> [UInt8] {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The bytes that pairs of hexadecimal digits stand for; blanks are passed over.
  static func bytes(ofHexadecimal digits: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      guard let value = value(ofHexadecimal: digit) else { continue }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    // An odd digit at the end stands for itself and a nought.
    if let high { bytes.append(high << 4) }
    return bytes
  }

  private static func value(ofHexadecimal digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
