/// The records of an SPSS dictionary as far as the sets need them: names and extensions.
///
/// Every length is held against the file: a damaged dictionary ends the reading, and what was read
/// before it stays.
struct SPSSRecords {
  /// An extension record.
  struct Extension {
    var subtype: Int
    var bytes: [UInt8]
  }

  /// The extension records in the order of the file.
  private(set) var extensions: [Extension] = []
  /// Where the record stands that ends the dictionary; nil if it was not reached.
  private(set) var end: Int?
  private var shortNames: Set<String> = []
  /// The long name of each short one.
  private var longNames: [String: String] = [:]
  private let input: BufferedInput
  private var isSwapped = false

  private static let headerLength = 176
  /// No extension record of a survey is longer.
  private static let extensionBound = 1 << 24

  init(input: BufferedInput) {
    self.input = input
    let header = input.read(Self.headerLength)
    guard header.count == Self.headerLength else { return }
    let layout = Self.number(header[64..<68], isSwapped: false)
    isSwapped = layout != 2 && layout != 3
    while readRecord() {}
    for record in extensions where record.subtype == 13 {
      for pair in record.bytes.split(separator: UInt8(ascii: "\t")) {
        let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
        guard parts.count == 2 else { continue }
        longNames[Self.folded(parts[0])] = String(decoding: parts[1], as: UTF8.self)
      }
    }
  }

  /// The name of a variable by its short name, in any case of letters; nil if there is none.
  func variable(shortName: String) -> String? {
    let name = shortName.lowercased()
    if let long = longNames[name] { return long }
    if shortNames.contains(name) { return shortName.uppercased() }
    // Some programs write the long name.
    return longNames.values.first { $0.lowercased() == name }
  }

  /// The short name of a variable, in small letters as sets have it.
  func shortName(of name: String) -> String {
    longNames.first { $0.value == name }?.key ?? name.lowercased()
  }

  private static func folded(_ bytes: some Collection<UInt8>) -> String {
    trimmed(String(decoding: bytes, as: UTF8.self)).lowercased()
  }

  /// Reads or passes over a record; false at the end of the dictionary, or of what makes sense.
  private mutating func readRecord() -> Bool {
    let start = input.position
    let type = readNumber()
    if type == 999 { end = start }
    return switch type {
    case 2: readVariable()
    case 3: skipLabels()
    case 4: readNumber().map { skip($0, of: 4) } ?? false
    case 6: readNumber().map { skip($0, of: 80) } ?? false
    case 7: readExtension()
    default: false
    }
  }

  private mutating func readVariable() -> Bool {
    guard readNumber() != nil, let hasLabel = readNumber(), let missing = readNumber(),
      skip(2, of: 4)
    else { return false }
    let name = input.read(8)
    guard name.count == 8, (-3...3).contains(missing) else { return false }
    shortNames.insert(Self.folded(name))
    if hasLabel != 0 {
      guard let length = readNumber(), skip((length + 3) / 4, of: 4) else { return false }
    }
    return skip(abs(missing), of: 8)
  }

  private mutating func skipLabels() -> Bool {
    guard let count = readNumber(), count >= 0 else { return false }
    for _ in 0..<count {
      let head = input.read(9)
      guard head.count == 9, let length = head.last else { return false }
      // The length and the label together fill whole pieces of eight bytes.
      guard skip((Int(length) + 8) / 8 * 8 - 1, of: 1) else { return false }
    }
    return true
  }

  private mutating func readExtension() -> Bool {
    guard let subtype = readNumber(), let size = readNumber(), let count = readNumber(), size >= 0,
      count >= 0
    else { return false }
    let (length, isOverflow) = size.multipliedReportingOverflow(by: count)
    guard !isOverflow, length <= Self.extensionBound else { return false }
    guard [7, 13, 19].contains(subtype) else { return skip(length, of: 1) }
    let bytes = input.read(length)
    extensions.append(Extension(subtype: subtype, bytes: bytes))
    return bytes.count == length
  }

  private func skip(_ count: Int, of size: Int) -> Bool {
    let (length, isOverflow) = count.multipliedReportingOverflow(by: size)
    return !isOverflow && length >= 0 && input.seek(length, from: .current) != nil
  }

  private func readNumber() -> Int? {
    let bytes = input.read(4)
    return bytes.count == 4 ? Self.number(bytes[...], isSwapped: isSwapped) : nil
  }

  /// A number of 32 bits with its sign.
  private static func number(_ bytes: ArraySlice<UInt8>, isSwapped: Bool) -> Int {
    let ordered = isSwapped ? Array(bytes) : bytes.reversed()
    return Int(Int32(truncatingIfNeeded: ordered.reduce(0) { $0 << 8 | UInt64($1) }))
  }
}
