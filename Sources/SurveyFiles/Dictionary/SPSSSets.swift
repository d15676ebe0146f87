/// Reads the multiple-response sets of an SPSS file, which ReadStat does not give.
///
/// They stand in record 7, subtypes 7 and 19, of the dictionary, as text: `$name=`, then `C` (a
/// variable for the first answer, one for the second …), `D` (a variable for each answer, with the
/// value that means chosen) or `E` (the same, with the answers' labels taken from the values), a label,
/// and the variables by their short names. PSPP's description of the format, "Multiple Response Sets
/// Records", is followed. The dictionary is not compressed, in `.zsav` files neither.
struct SPSSSets {
  private var sets: [MultipleResponseSet] = []
  private var unreadable = 0

  /// The sets of a file, and how many of them cannot be understood.
  static func read(
    path: String, encoding: TextEncoding?
  ) throws(SurveyFileFault) -> (sets: [MultipleResponseSet], unreadable: Int) {
    let records = SPSSRecords(input: try BufferedInput(path: path))
    var reader = SPSSSets()
    for record in records.extensions where record.subtype == 7 || record.subtype == 19 {
      for line in record.bytes.split(separator: UInt8(ascii: "\n")) {
        let definition = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        var parser = SPSSSetDefinition(definition, encoding: encoding)
        if let set = parser.set(in: records) {
          // Subtype 19 repeats the sets of subtype 7 in some files.
          if !reader.sets.contains(where: { $0.name == set.name }) { reader.sets.append(set) }
        } else {
          reader.unreadable += 1
        }
      }
    }
    return (reader.sets, reader.unreadable)
  }
}

/// One line of a set record, read from left to right.
struct SPSSSetDefinition {
  private var rest: ArraySlice<UInt8>
  private let encoding: TextEncoding?

  init(_ line: ArraySlice<UInt8>, encoding: TextEncoding?) {
    rest = line
    self.encoding = encoding
  }

  /// The set; nil if the line is not of the form, or names a variable that is not there.
  mutating func set(in records: SPSSRecords) -> MultipleResponseSet? {
    guard take() == UInt8(ascii: "$"), let name = take(until: UInt8(ascii: "=")), !name.isEmpty
    else { return nil }
    let kind = take()
    if kind == UInt8(ascii: "E") {
      // Whether the label of the first variable is the label of the set.
      guard takeSpace(), take(until: UInt8(ascii: " ")) != nil else { return nil }
    } else if kind != UInt8(ascii: "C"), kind != UInt8(ascii: "D") {
      return nil
    }
    var counted: String?
    if kind != UInt8(ascii: "C") {
      guard let value = takeCounted() else { return nil }
      counted = value
    }
    guard takeSpace(), let label = takeCounted() else { return nil }
    var names: [String] = []
    for name in rest.split(separator: UInt8(ascii: " ")) {
      guard let variable = records.variable(shortName: text(name)) else { return nil }
      names.append(variable)
    }
    guard !names.isEmpty else { return nil }
    return MultipleResponseSet(
      name: name, label: trimmed(label),
      form: counted.map { .dichotomies(counted: Self.value($0)) } ?? .categories,
      variables: names)
  }

  private static func value(_ text: String) -> SurveyValue {
    let text = trimmed(text)
    return SurveyValue.number(in: text).map { .number($0) } ?? .text(text)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = (encoding ?? .utf8).text(bytes) { return text }
    return TextEncoding.windows1252.text(bytes) ?? ""
  }

  private mutating func take() -> UInt8? { rest.popFirst() }

  private mutating func takeSpace() -> Bool { take() == UInt8(ascii: " ") }

  private mutating func take(until end: UInt8) -> String? {
    guard let position = rest.firstIndex(of: end) else { return nil }
    let bytes = rest[..<position]
    rest = rest[rest.index(after: position)...]
    return text(bytes)
  }

  /// A length, a space, and so many bytes.
  private mutating func takeCounted() -> String? {
    guard let digits = take(until: UInt8(ascii: " ")), let length = Int(digits), length >= 0,
      length <= rest.count
    else { return nil }
    let bytes = rest.prefix(length)
    rest = rest.dropFirst(length)
    return text(bytes)
  }
}
