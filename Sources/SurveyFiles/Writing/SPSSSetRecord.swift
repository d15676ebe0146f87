/// The dictionary record that holds the multiple-response sets; see `SPSSSets` for its form.
enum SPSSSetRecord {
  /// An SPSS file with a record of sets at the end of its dictionary.
  static func inserted(_ sets: [MultipleResponseSet], into file: [UInt8]) -> [UInt8] {
    let records = SPSSRecords(input: BufferedInput(bytes: file))
    guard !sets.isEmpty, let end = records.end else { return file }
    let text = sets.map { definition(of: $0, in: records) + "\n" }.joined()
    let bytes = Array(text.utf8)
    let head = [7, 7, 1, bytes.count].flatMap(littleEndian)
    return Array(file[..<end]) + head + bytes + file[end...]
  }

  private static func definition(
    of set: MultipleResponseSet, in records: SPSSRecords
  ) -> String {
    var text = "$\(set.name)="
    switch set.form {
    case .categories: text += "C"
    case .dichotomies(let counted): text += "D" + self.counted(counted.code)
    }
    text += " " + counted(set.label)
    for name in set.variables { text += " " + records.shortName(of: name) }
    return text
  }

  private static func counted(_ text: String) -> String { "\(text.utf8.count) \(text)" }

  private static func littleEndian(_ number: Int) -> [UInt8] {
    let bits = UInt32(truncatingIfNeeded: number)
    return (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
  }
}
