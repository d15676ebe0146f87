import Diagnostics
import SurveyResults

/// Turns the fields of a row into segments and responses.
struct RowDecoder {
  /// A question, or an item of a battery, with all names resolved to positions.
  private struct Slot {
    /// The name of the question.
    var question: String
    var columns: [Int]
    /// For dichotomous columns the answer of each; nil for coded columns.
    var answers: [Int]?
    /// The answer of each code.
    var codes: [String: Int]
    var bands: [(answer: Int, range: ClosedRange<Double>)]
    var missing: Set<String>
    /// The answer that excludes all others; nil if there is none.
    var none: Int?
    /// The name of that answer.
    var noneName: String
  }

  /// What a row says.
  struct Respondent {
    /// The position of the segment in each breakdown.
    var segments: [Int]
    /// One for each question, or item of a battery.
    var responses: [Response]
    /// The weight, 1 in an unweighted study.
    var weight: Double
  }

  private let table: ColumnTable
  private var divisions: [(column: Int, name: String, codes: [String: Int])] = []
  private var slots: [Slot] = []
  private var weightColumn: Int?
  /// The faults of rows; bounded, so that a wrong codebook does not print a million lines.
  private(set) var log = DiagnosticLog()
  private var faults = 0

  static let faultBound = 20

  /// Finds all columns; nil if one is missing, which is reported.
  init?(codebook: Codebook, table: ColumnTable, into log: inout DiagnosticLog) {
    self.table = table
    var isWhole = true
    func find(_ column: LocatedText) -> Int {
      guard let position = table.position(of: column, into: &log) else {
        isWhole = false
        return 0
      }
      return position
    }
    for coded in codebook.breakdowns {
      let ids = coded.breakdown.segments.map(\.id)
      let codes = coded.codes.compactMapValues { ids.firstIndex(of: $0) }
      divisions.append((find(coded.column), coded.breakdown.id, codes))
    }
    weightColumn = codebook.weight.map(find)
    for coded in codebook.questions {
      var slot = Self.slot(of: coded)
      switch coded.source {
      case .column(let column):
        slot.columns = [find(column)]
        slots.append(slot)
      case .items(let items):
        for item in items {
          slot.columns = [find(item.column)]
          slots.append(slot)
        }
      case .answers(let answers):
        let ids = coded.question.categories.map(\.id)
        slot.columns = answers.map { find($0.column) }
        slot.answers = answers.map { ids.firstIndex(of: $0.answer) ?? 0 }
        slots.append(slot)
      }
    }
    if !isWhole { return nil }
  }

  private static func slot(of coded: CodedQuestion) -> Slot {
    let categories = coded.question.categories
    let ids = categories.map(\.id)
    let none = categories.firstIndex(where: \.isNone)
    return Slot(
      question: coded.question.id, columns: [], answers: nil,
      codes: coded.codes.compactMapValues { ids.firstIndex(of: $0) },
      bands: coded.bands.compactMap { band in
        ids.firstIndex(of: band.answer).map { ($0, band.range) }
      },
      missing: coded.missing, none: none, noneName: none.map { ids[$0] } ?? "")
  }

  /// How many faults are not in the log.
  var faultsLeftOut: Int { max(0, faults - Self.faultBound) }

  private mutating func report(_ diagnostic: Diagnostic) {
    faults += 1
    if faults <= Self.faultBound { log.report(diagnostic) }
  }

  /// What a row says; nil for a row with another number of fields than the header.
  ///
  /// - Parameters:
  ///   - row: the fields.
  ///   - line: the line in the file on which the row starts.
  mutating func decode(_ row: [String], line: Int) -> Respondent? {
    let range = SourceRange(file: table.file, start: SourcePosition(line: line, column: 1))
    guard row.count == table.count else {
      report(.wrongFieldCount(row.count, expected: table.count, at: range))
      return nil
    }
    let segments = divisions.indices.map { segment(row, division: $0, at: range) }
    let responses = slots.indices.map { slot in
      slots[slot].answers == nil
        ? coded(row, slot: slot, at: range) : dichotomous(row, slot: slot, at: range)
    }
    var weight = 1.0
    if let weightColumn {
      let text = trimmed(row[weightColumn])
      if let value = number(text), value > 0, value < 1e9 {
        weight = value
      } else {
        report(.badWeight(text, at: range))
      }
    }
    return Respondent(segments: segments, responses: responses, weight: weight)
  }

  /// Every respondent has a segment: one without would follow from the total and the segments.
  private mutating func segment(_ row: [String], division: Int, at range: SourceRange) -> Int {
    let (column, name, codes) = divisions[division]
    let code = trimmed(row[column])
    if let segment = codes[code] { return segment }
    if code.isEmpty {
      report(.noSegment(column: table.name(of: column), of: name, at: range))
    } else {
      report(.unknownCode(code, column: table.name(of: column), of: name, at: range))
    }
    return 0
  }

  private mutating func coded(_ row: [String], slot: Int, at range: SourceRange) -> Response {
    let column = slots[slot].columns[0]
    let code = trimmed(row[column])
    if let answer = slots[slot].codes[code] { return .answers([answer]) }
    if code.isEmpty || slots[slot].missing.contains(code) { return .missing }
    if !slots[slot].bands.isEmpty, let number = number(code),
      let band = slots[slot].bands.first(where: { $0.range.contains(number) })
    {
      return .answers([band.answer])
    }
    report(
      .unknownCode(code, column: table.name(of: column), of: slots[slot].question, at: range))
    return .missing
  }

  private mutating func dichotomous(_ row: [String], slot: Int, at range: SourceRange) -> Response {
    guard let answers = slots[slot].answers else { return .missing }
    var chosen: [Int] = []
    var isAnswered = false
    for (column, answer) in zip(slots[slot].columns, answers) {
      switch trimmed(row[column]) {
      case "": continue
      case "0": isAnswered = true
      case "1":
        isAnswered = true
        chosen.append(answer)
      case let code where slots[slot].missing.contains(code): continue
      case let code:
        report(
          .unknownFlag(
            code, column: table.name(of: column), of: slots[slot].question, at: range))
      }
    }
    if let none = slots[slot].none, chosen.count > 1, chosen.contains(none) {
      report(.brokenExclusion(slots[slot].noneName, of: slots[slot].question, at: range))
    }
    // Where "none of these" can be chosen, nothing chosen is no answer.
    let isEmpty = chosen.isEmpty && slots[slot].none != nil
    return isAnswered && !isEmpty ? .answers(chosen) : .missing
  }
}
