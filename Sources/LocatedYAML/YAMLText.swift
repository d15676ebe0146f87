import Diagnostics

/// The part of a file that is YAML, with the way from the parser's marks to bytes.
struct YAMLText {
  let source: SourceFile
  let bytes: Range<Int>
  /// The byte offset in the file at which each line starts, by YAML's notion of a line: U+0085,
  /// U+2028, U+2029 and a lone carriage return end one too.
  private let lineStarts: [Int]

  init(source: SourceFile, bytes: Range<Int>) {
    self.source = source
    self.bytes = bytes
    var starts = [bytes.lowerBound]
    var offset = bytes.lowerBound
    while offset < bytes.upperBound {
      let length = Self.breakLength(source.bytes, at: offset, end: bytes.upperBound)
      offset += max(1, length)
      if length > 0 { starts.append(offset) }
    }
    lineStarts = starts
  }

  var string: String { String(decoding: source.bytes[bytes], as: UTF8.self) }

  /// The byte offset of a mark, clamped to the text.
  func offset(of mark: YAMLMark) -> Int {
    guard mark.line >= 1 else { return bytes.lowerBound }
    guard mark.line <= lineStarts.count else { return bytes.upperBound }
    var offset = lineStarts[mark.line - 1]
    var column = 1
    while column < mark.column, offset < bytes.upperBound {
      offset += 1
      while offset < bytes.upperBound, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// The number of bytes of the line break at an offset; 0 if there is none.
  static func breakLength(_ bytes: [UInt8], at offset: Int, end: Int) -> Int {
    func byte(_ distance: Int) -> UInt8? {
      offset + distance < end ? bytes[offset + distance] : nil
    }
    switch (byte(0), byte(1), byte(2)) {
    case (0x0D, 0x0A, _): return 2
    case (0x0D, _, _), (0x0A, _, _): return 1
    case (0xC2, 0x85, _): return 2
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return 3
    default: return 0
    }
  }

  /// Reports what must not reach the parser: too much text, characters it refuses without a place,
  /// and aliases, whose expansion has no bound.
  func mayBeComposed(into log: inout DiagnosticLog) -> Bool {
    if bytes.count > LocatedYAML.sizeBound {
      let start = source.range(bytes.lowerBound..<bytes.lowerBound)
      log.report(.yamlTooLarge(LocatedYAML.sizeBound, at: start))
      return false
    }
    let lineEnds = lineStarts.dropFirst() + [bytes.upperBound]
    for (start, end) in zip(lineStarts, lineEnds) where end - start > LocatedYAML.lineBound {
      log.report(.yamlLongLine(LocatedYAML.lineBound, at: source.range(start..<start)))
      return false
    }
    var isClean = true
    var offset = bytes.lowerBound
    for scalar in string.unicodeScalars {
      let length = UTF8.width(scalar)
      if !Self.isPrintable(scalar) {
        log.report(.yamlCharacter(scalar, at: source.range(offset..<offset + length)))
        isClean = false
      }
      offset += length
    }
    if let anchor = aliasedAnchor() {
      let name = String(decoding: source.bytes[anchor], as: UTF8.self)
      log.report(.yamlAnchor(name, at: source.range(anchor)))
      isClean = false
    }
    return isClean
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  /// The first `&name` for which a `*name` stands in the text too.
  ///
  /// Anchors alone do no harm and are found in the parsed tree, where a `&` in a text is not
  /// mistaken for one.
  private func aliasedAnchor() -> Range<Int>? {
    var anchors: [(name: ArraySlice<UInt8>, range: Range<Int>)] = []
    var aliases: Set<ArraySlice<UInt8>> = []
    var offset = bytes.lowerBound
    while offset < bytes.upperBound {
      let byte = source.bytes[offset]
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") else {
        offset += 1
        continue
      }
      var end = offset + 1
      while end < bytes.upperBound, Self.isNameByte(source.bytes[end]) { end += 1 }
      if end > offset + 1 {
        let name = source.bytes[offset + 1..<end]
        if byte == UInt8(ascii: "&") {
          anchors.append((name, offset..<end))
        } else {
          aliases.insert(name)
        }
      }
      offset = end
    }
    return anchors.first { aliases.contains($0.name) }?.range
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension YAMLText {
  /// The problem of a text with a second document.
  static let secondDocument = "found another document"
  /// The problem of a text with too many open collections.
  static let tooDeep = "found too many open collections"
  /// The problem of an alias.
  static let alias = "found an alias"

  /// The diagnostic for what the parser does not understand.
  func diagnostic(for fault: YAMLFault) -> Diagnostic {
    guard let place = fault.place else {
      return .yamlSyntax("it cannot be read", at: lineRange(from: bytes.lowerBound))
    }
    let offset = offset(of: place)
    switch fault.problem {
    case Self.secondDocument: return .yamlDocuments(at: lineRange(from: offset))
    case Self.alias:
      let name = String(decoding: source.bytes[word(from: offset)], as: UTF8.self)
      return .yamlAnchor(name, at: source.range(word(from: offset)))
    case Self.tooDeep:
      return .yamlTooDeep(LocatedYAML.depthBound, at: source.range(offset..<offset))
    case "found unexpected end of stream":
      guard let context = fault.context else { break }
      let start = self.offset(of: context)
      return .yamlSyntax(
        fault.problem, at: source.range(start..<min(start + 1, bytes.upperBound)))
    default: break
    }
    if let filling = unquotedFilling(before: offset) {
      return .unquotedFilling(at: source.range(filling))
    }
    return .yamlSyntax(fault.problem, at: lineRange(from: offset))
  }

  /// A `{{` that opens a value, on the line of a fault or the line above it.
  private func unquotedFilling(before offset: Int) -> Range<Int>? {
    let line = source.position(ofByte: offset).line
    for number in [line, line - 1] where number >= 1 {
      let start = max(source.offset(ofLine: number), bytes.lowerBound)
      let end = min(start + source.line(number).utf8.count, bytes.upperBound)
      var last: UInt8 = UInt8(ascii: " ")
      var isAfterIndicator = true
      for index in start..<max(start, end) {
        let byte = source.bytes[index]
        if byte == UInt8(ascii: "{"), isAfterIndicator, index + 1 < end,
          source.bytes[index + 1] == UInt8(ascii: "{")
        {
          return index..<index + 2
        }
        if byte == UInt8(ascii: " ") {
          isAfterIndicator =
            isAfterIndicator || [UInt8(ascii: ":"), UInt8(ascii: "-")].contains(last)
        } else {
          isAfterIndicator = false
        }
        last = byte
      }
    }
    return nil
  }

  private func word(from start: Int) -> Range<Int> {
    var end = min(start + 1, bytes.upperBound)
    while end < bytes.upperBound, Self.isNameByte(source.bytes[end]) { end += 1 }
    return start..<max(start, end)
  }

  /// From an offset to the end of its line.
  private func lineRange(from offset: Int) -> SourceRange {
    var end = offset
    while end < bytes.upperBound,
      Self.breakLength(source.bytes, at: end, end: bytes.upperBound) == 0
    {
      end += 1
    }
    return source.range(offset..<end)
  }
}
