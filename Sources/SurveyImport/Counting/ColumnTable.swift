import Diagnostics
import SurveyResults

/// Where the codebook's columns are in the survey file.
struct ColumnTable {
  /// The file as diagnostics name it.
  let file: String
  private let positions: [String: Int]
  private let header: [String]

  /// Reads the header; a column that is named twice is reported.
  init(header: [String], file: String, into log: inout DiagnosticLog) {
    self.file = file
    self.header = header
    var positions: [String: Int] = [:]
    let range = SourceRange(file: file, start: SourcePosition(line: 1, column: 1))
    for (position, name) in header.enumerated() {
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
}

/// Turns the fields of a row into segments and responses.
struct RowDecoder {
  private struct Slot {
    var coded: CodedQuestion
    var columns: [Int]
    /// For dichotomous columns the answer of each; nil for coded columns.
    var answers: [Int]?
  }

  private let codebook: Codebook
  private let file: String
  private var segmentColumns: [Int] = []
  private var slots: [Slot] = []
  private var weightColumn: Int?
  /// The faults of rows; bounded, so that a wrong codebook does not print a million lines.
  private(set) var log = DiagnosticLog()
  private var faults = 0

  static let faultBound = 20

  /// Finds all columns; nil if one is missing, which is reported.
  init?(codebook: Codebook, table: ColumnTable, into log: inout DiagnosticLog) {
    self.codebook = codebook
    file = table.file
    var isWhole = true
    func find(_ column: LocatedText) -> Int {
      guard let position = table.position(of: column, into: &log) else {
        isWhole = false
        return 0
      }
      return position
    }
    segmentColumns = codebook.breakdowns.map { find($0.column) }
    weightColumn = codebook.weight.map(find)
    for coded in codebook.questions {
      let ids = coded.question.categories.map(\.id)
      switch coded.source {
      case .column(let column):
        slots.append(Slot(coded: coded, columns: [find(column)], answers: nil))
      case .items(let items):
        for item in items {
          slots.append(Slot(coded: coded, columns: [find(item.column)], answers: nil))
        }
      case .answers(let answers):
        slots.append(
          Slot(
            coded: coded, columns: answers.map { find($0.column) },
            answers: answers.map { ids.firstIndex(of: $0.answer) ?? 0 }))
      }
    }
    if !isWhole { return nil }
  }

  /// How many faults are not in the log.
  var faultsLeftOut: Int { max(0, faults - Self.faultBound) }

  private mutating func report(_ diagnostic: Diagnostic) {
    faults += 1
    if faults <= Self.faultBound { log.report(diagnostic) }
  }

  /// What a row says; `line` is its line in the file.
  mutating func decode(
    _ row: [String], line: Int
  ) -> (segments: [String?], responses: [Response], weight: Double) {
    let range = SourceRange(file: file, start: SourcePosition(line: line, column: 1))
    var segments: [String?] = []
    for (coded, column) in zip(codebook.breakdowns, segmentColumns) {
      let code = trimmed(row[column])
      if code.isEmpty {
        segments.append(nil)
      } else if let id = coded.codes[code] {
        segments.append(id)
      } else {
        report(
          .unknownCode(code, column: coded.column.text, of: coded.breakdown.id, at: range))
        segments.append(nil)
      }
    }
    var responses: [Response] = []
    for slot in slots {
      responses.append(
        slot.answers == nil
          ? coded(row, slot: slot, at: range) : dichotomous(row, slot: slot, at: range))
    }
    var weight = 1.0
    if let weightColumn {
      let text = trimmed(row[weightColumn])
      let point = text.split(separator: ",", omittingEmptySubsequences: false).joined(
        separator: ".")
      if let value = Double(point), value > 0, value.isFinite {
        weight = value
      } else {
        report(.badWeight(text, at: range))
      }
    }
    return (segments, responses, weight)
  }

  private mutating func coded(_ row: [String], slot: Slot, at range: SourceRange) -> Response {
    let code = trimmed(row[slot.columns[0]])
    if code.isEmpty || slot.coded.missing.contains(code) { return .missing }
    let ids = slot.coded.question.categories.map(\.id)
    if let id = slot.coded.codes[code], let position = ids.firstIndex(of: id) {
      return .answers([position])
    }
    if let number = Double(code),
      let band = slot.coded.bands.first(where: { $0.range.contains(number) }),
      let position = ids.firstIndex(of: band.answer)
    {
      return .answers([position])
    }
    let column: String
    switch slot.coded.source {
    case .column(let name): column = name.text
    default: column = slot.coded.question.id
    }
    report(.unknownCode(code, column: column, of: slot.coded.question.id, at: range))
    return .missing
  }

  private mutating func dichotomous(
    _ row: [String], slot: Slot, at range: SourceRange
  ) -> Response {
    guard let answers = slot.answers else { return .missing }
    var chosen: [Int] = []
    var isAnswered = false
    for (column, answer) in zip(slot.columns, answers) {
      switch trimmed(row[column]) {
      case "": continue
      case "0": isAnswered = true
      case "1":
        isAnswered = true
        chosen.append(answer)
      case let code where slot.coded.missing.contains(code): continue
      case let code:
        report(
          .unknownCode(
            code, column: slot.coded.question.categories[answer].id,
            of: slot.coded.question.id, at: range))
      }
    }
    let categories = slot.coded.question.categories
    if chosen.count > 1, let none = chosen.first(where: { categories[$0].isNone }) {
      report(.brokenExclusion(categories[none].id, of: slot.coded.question.id, at: range))
    }
    return isAnswered ? .answers(chosen) : .missing
  }

  private func trimmed(_ text: String) -> String {
    guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.count
    let end = bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}
