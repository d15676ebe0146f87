import Drawing

/// Bytes of a PDF in the making: numbers, names, strings and references as the format spells them.
struct PDFSyntax {
  private(set) var bytes: [UInt8] = []

  /// Adds operators and dictionary marks as they are.
  mutating func add(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds a text that is put together as it is.
  mutating func add(text: String) { bytes += text.utf8 }

  mutating func add(_ more: PDFSyntax) { bytes += more.bytes }

  /// Forgets all that was added, but not the room that it took.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func add(byte: UInt8) { bytes.append(byte) }

  mutating func add(bytes more: [UInt8]) { bytes += more }

  mutating func add(bytes more: ArraySlice<UInt8>) { bytes += more }

  mutating func integer(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(value.magnitude)
  }

  /// A length in points with two decimals: an eightieth of what a printer of 2400 dots can place.
  mutating func length(_ length: Length) {
    let hundredths = Int((length.points * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    digits(whole)
    if rest == 0 { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  /// A number with so many decimals at most, noughts at the end left out.
  mutating func decimal(_ value: Double, places: Int) {
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    let scaled = Int((value * Double(unit)).rounded())
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = Int(scaled.magnitude).quotientAndRemainder(dividingBy: unit)
    digits(UInt(whole))
    if rest == 0 { return }
    bytes.append(UInt8(ascii: "."))
    var left = rest
    while left > 0 {
      unit /= 10
      let (digit, less) = left.quotientAndRemainder(dividingBy: unit)
      bytes.append(UInt8(ascii: "0") + UInt8(digit))
      left = less
    }
  }

  private mutating func digits(_ value: UInt) {
    if value >= 100 { digits(value / 100) }
    let pair = UInt8(truncatingIfNeeded: value % 100)
    if value >= 10 { bytes.append(UInt8(ascii: "0") + pair / 10) }
    bytes.append(UInt8(ascii: "0") + pair % 10)
  }

  /// `12 0 R`.
  mutating func reference(_ object: PDFFile.Object) {
    integer(object.number)
    add(" 0 R")
  }

  /// A name, with its slash; what has no letter or digit's shape is escaped.
  mutating func name(_ text: String) {
    bytes.append(UInt8(ascii: "/"))
    for byte in text.utf8 {
      if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "#"), !ContentTokens.isDelimiter(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "#"))
        hexadecimal(byte)
      }
    }
  }

  /// A text for people: plain bytes where it is ASCII, UTF-16 elsewhere.
  mutating func text(_ text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return string(text.utf8) }
    var units: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      units.append(UInt8(unit >> 8))
      units.append(UInt8(unit & 0xFF))
    }
    string(units)
  }

  /// A literal string of any bytes.
  mutating func string(_ characters: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "("))
    for byte in characters { stringByte(byte) }
    bytes.append(UInt8(ascii: ")"))
  }

  /// A byte inside a literal string.
  mutating func stringByte(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 13: add("\\r")  // a bare one would be read as a line end
    default: bytes.append(byte)
    }
  }

  /// `<0041>`: big-endian, so many bytes each.
  mutating func hexadecimal(_ units: some Sequence<UInt16>) {
    bytes.append(UInt8(ascii: "<"))
    for unit in units {
      hexadecimal(UInt8(unit >> 8))
      hexadecimal(UInt8(unit & 0xFF))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func hexadecimal(_ byte: UInt8) {
    hexadecimal(digit: byte >> 4)
    hexadecimal(digit: byte & 0xF)
  }

  private mutating func hexadecimal(digit: UInt8) {
    bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
  }

  /// An array of numbers, two decimals each.
  mutating func rectangle(_ edges: [Length]) {
    add("[")
    for (index, edge) in edges.enumerated() {
      if index > 0 { add(" ") }
      length(edge)
    }
    add("]")
  }
}
