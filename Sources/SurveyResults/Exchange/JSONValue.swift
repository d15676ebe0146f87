/// A JSON value to be written; its keys keep their order.
enum JSONValue {
  case text(String)
  case number(Int)
  /// A number with a fraction, written with as many digits as it takes to read the same one back.
  case decimal(Double)
  case flag(Bool)
  case nothing
  case list([JSONValue])
  case object([(String, JSONValue)])

  /// A text, or `null`.
  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .nothing }

  /// The value as JSON, two spaces for each level; lists and objects of plain values on one line.
  func text() -> String {
    var result = ""
    write(into: &result, indent: "")
    return result
  }

  private func write(into result: inout String, indent: String) {
    switch self {
    case .text(let text): Self.write(text, into: &result)
    case .number(let number): result += "\(number)"
    case .decimal(let number): result += number.isFinite ? "\(number)" : "null"
    case .flag(let flag): result += flag ? "true" : "false"
    case .nothing: result += "null"
    case .list(let values):
      Self.write(
        values, between: ("[", "]"), isShort: values.allSatisfy(\.isPlain), into: &result,
        indent: indent
      ) { $0.write(into: &$1, indent: $2) }
    case .object(let keys):
      Self.write(
        keys, between: ("{", "}"), isShort: keys.allSatisfy { $0.1.isShort }, into: &result,
        indent: indent
      ) { key, result, indent in
        Self.write(key.0, into: &result)
        result += ": "
        key.1.write(into: &result, indent: indent)
      }
    }
  }

  /// Whether the value has no parts.
  private var isPlain: Bool {
    switch self {
    case .text, .number, .decimal, .flag, .nothing: true
    case .list, .object: false
    }
  }

  /// Whether the value may stand on the line of its object: a plain one, or a list of numbers.
  private var isShort: Bool {
    if case .list(let values) = self {
      return values.allSatisfy {
        switch $0 {
        case .number, .decimal: true
        default: false
        }
      }
    }
    return isPlain
  }

  private static func write<Part>(
    _ parts: [Part], between brackets: (String, String), isShort: Bool, into result: inout String,
    indent: String, each: (Part, inout String, String) -> Void
  ) {
    let inner = indent + "  "
    result += brackets.0
    for (position, part) in parts.enumerated() {
      if position > 0 { result += isShort ? ", " : "," }
      if !isShort { result += "\n" + inner }
      each(part, &result, inner)
    }
    if !isShort { result += "\n" + indent }
    result += brackets.1
  }

  private static func write(_ text: String, into result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
