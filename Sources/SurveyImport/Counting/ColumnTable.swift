import Diagnostics

/// Where the codebook's columns are in the survey file.
struct ColumnTable {
  /// The file as diagnostics name it.
  let file: String
  private let positions: [String: Int]
  private let header: [String]

  /// Reads the header; a column that is named twice is reported.
  init(header: [String], file: String, into log: inout DiagnosticLog) {
    self.file = file
    self.header = header.map(trimmed)
    var positions: [String: Int] = [:]
    let range = SourceRange(file: file, start: SourcePosition(line: 1, column: 1))
    for (position, name) in self.header.enumerated() {
      if positions[name] != nil { log.report(.duplicateColumn(name, at: range)) }
      positions[name] = position
    }
    self.positions = positions
  }

  /// The number of columns.
  var count: Int { header.count }

  /// The position of a column; an unknown one is reported at its place in the codebook.
  func position(of column: LocatedText, into log: inout DiagnosticLog) -> Int? {
    if let position = positions[column.text] { return position }
    log.report(
      .unknownColumn(column.text, file: file, known: header.sorted(), at: column.range))
    return nil
  }

  /// The name of a column.
  func name(of position: Int) -> String {
    header.indices.contains(position) ? header[position] : ""
  }
}

/// A text without spaces around it.
func trimmed(_ text: String) -> String {
  guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
  let bytes = Array(text.utf8)
  let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.count
  let end = bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
  return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
}

/// The number that a field holds, with a decimal point or comma; nil for anything else.
func number(_ text: String) -> Double? {
  var bytes = Array(text.utf8)
  guard !bytes.isEmpty, bytes.count <= 32 else { return nil }
  for (position, byte) in bytes.enumerated() {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
      continue
    case UInt8(ascii: ","): bytes[position] = UInt8(ascii: ".")
    default: return nil
    }
  }
  return Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
}
