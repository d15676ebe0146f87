import Diagnostics
import SurveyFiles
import SurveyResults

/// Turns the values of a row into segments and responses.
struct RowDecoder {
  /// A question, or an item of a battery, with all names resolved to positions.
  private struct Slot {
    /// The name of the question.
    var question: String
    /// One column of codes, or a column for each answer.
    var columns: [ValueMeanings]
    var isDichotomous: Bool
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
  private var divisions: [(name: String, column: ValueMeanings)] = []
  private var slots: [Slot] = []
  private var weightColumn: Int?
  /// The faults of rows; bounded, so that a wrong codebook does not print a million lines.
  private(set) var log = DiagnosticLog()
  private var faults = 0

  static let faultBound = 20

  /// Finds all columns; nil if one is missing, which is reported.
  init?(codebook: Codebook, table: ColumnTable, into log: inout DiagnosticLog) {
    var table = table
    var isWhole = true
    func find(_ column: LocatedText) -> Int? {
      let position = table.position(of: column, into: &log)
      if position == nil { isWhole = false }
      return position
    }
    for coded in codebook.breakdowns {
      guard let column = find(coded.column) else { continue }
      divisions.append((coded.breakdown.id, Self.segments(of: coded, column: column)))
    }
    weightColumn = codebook.weight.flatMap(find)
    for coded in codebook.questions {
      switch coded.source {
      case .column(let column):
        guard let column = find(column) else { continue }
        slots.append(Self.slot(of: coded, [Self.codes(of: coded, column, table)]))
      case .items(let items):
        for item in items {
          guard let column = find(item.column) else { continue }
          slots.append(Self.slot(of: coded, [Self.codes(of: coded, column, table)]))
        }
      case .answers(let answers):
        let ids = coded.question.categories.map(\.id)
        let columns = answers.compactMap { answer -> ValueMeanings? in
          guard let column = find(answer.column) else { return nil }
          let position = ids.firstIndex(of: answer.answer) ?? 0
          return Self.flags(of: coded, answer: position, column, table)
        }
        slots.append(Self.slot(of: coded, columns, isDichotomous: true))
      }
    }
    self.table = table
    if !isWhole { return nil }
  }

  /// The positions in the file of the columns that a batch must have.
  var columns: [Int] { table.wanted }

  private static func slot(
    of coded: CodedQuestion, _ columns: [ValueMeanings], isDichotomous: Bool = false
  ) -> Slot {
    let categories = coded.question.categories
    let none = categories.firstIndex(where: \.isNone)
    return Slot(
      question: coded.question.id, columns: columns, isDichotomous: isDichotomous, none: none,
      noneName: none.map { categories[$0].id } ?? "")
  }

  private static func segments(of coded: CodedBreakdown, column: Int) -> ValueMeanings {
    let ids = coded.breakdown.segments.map(\.id)
    let codes = coded.codes.compactMapValues { ids.firstIndex(of: $0) }
    return ValueMeanings(column: column) { value in
      codes[value.code].map { .position($0) } ?? .unknown
    }
  }

  private static func codes(
    of coded: CodedQuestion, _ column: Int, _ table: ColumnTable
  ) -> ValueMeanings {
    let ids = coded.question.categories.map(\.id)
    let codes = coded.codes.compactMapValues { ids.firstIndex(of: $0) }
    let bands = coded.bands.compactMap { band in
      ids.firstIndex(of: band.answer).map { (answer: $0, range: band.range) }
    }
    let missing = coded.missing
    let variable = table.variable(at: column)
    return ValueMeanings(column: column) { value in
      let code = value.code
      if let answer = codes[code] { return .position(answer) }
      if missing.contains(code) || variable.isMissing(value) { return .missing }
      if !bands.isEmpty, let number = value.number,
        let band = bands.first(where: { $0.range.contains(number) })
      {
        return .position(band.answer)
      }
      return .unknown
    }
  }

  private static func flags(
    of coded: CodedQuestion, answer: Int, _ column: Int, _ table: ColumnTable
  ) -> ValueMeanings {
    let missing = coded.missing
    let variable = table.variable(at: column)
    return ValueMeanings(column: column) { value in
      switch value.code {
      case "0": .notChosen
      case "1": .position(answer)
      case let code where missing.contains(code) || variable.isMissing(value): .missing
      default: .unknown
      }
    }
  }

  /// How many faults are not in the log.
  var faultsLeftOut: Int { max(0, faults - Self.faultBound) }

  private mutating func report(_ diagnostic: Diagnostic) {
    faults += 1
    if faults <= Self.faultBound { log.report(diagnostic) }
  }

  /// Counts the rows of a batch; those that are no rows of the table are reported.
  mutating func decode(_ batch: RowBatch, into counter: inout RespondentCounter) {
    for row in batch.misshapen {
      report(.wrongFieldCount(row.fields, expected: table.count, at: place(line: row.line)))
    }
    for division in divisions.indices { divisions[division].column.update(from: batch) }
    for slot in slots.indices {
      for column in slots[slot].columns.indices {
        slots[slot].columns[column].update(from: batch)
      }
    }
    for row in 0..<batch.count {
      let respondent = decode(batch, row: row)
      counter.add(
        segments: respondent.segments, responses: respondent.responses, weight: respondent.weight)
    }
  }

  private func place(line: Int) -> SourceRange {
    SourceRange(file: table.file, start: SourcePosition(line: line, column: 1))
  }

  private mutating func decode(_ batch: RowBatch, row: Int) -> Respondent {
    let segments = divisions.indices.map { segment(batch, row: row, division: $0) }
    let responses = slots.indices.map { slot in
      slots[slot].isDichotomous
        ? dichotomous(batch, row: row, slot: slot) : coded(batch, row: row, slot: slot)
    }
    return Respondent(
      segments: segments, responses: responses, weight: weight(batch, row: row))
  }

  private mutating func weight(_ batch: RowBatch, row: Int) -> Double {
    guard let weightColumn else { return 1 }
    let value = batch.value(row: row, column: weightColumn)
    if let weight = value.number, weight > 0, weight < 1e9 { return weight }
    report(.badWeight(value.code, at: place(line: batch.line(of: row))))
    return 1
  }

  /// Every respondent has a segment: one without would follow from the total and the segments.
  private mutating func segment(_ batch: RowBatch, row: Int, division: Int) -> Int {
    let column = divisions[division].column
    if case .position(let segment) = column.meaning(in: batch, row: row) { return segment }
    let name = divisions[division].name
    let range = place(line: batch.line(of: row))
    let code = batch.value(row: row, column: column.column).code
    let title = table.variable(at: column.column).name
    report(
      code.isEmpty
        ? .noSegment(column: title, of: name, at: range)
        : .unknownCode(code, column: title, of: name, at: range))
    return 0
  }

  private mutating func coded(_ batch: RowBatch, row: Int, slot: Int) -> Response {
    let column = slots[slot].columns[0]
    switch column.meaning(in: batch, row: row) {
    case .position(let answer): return .answers([answer])
    case .missing, .notChosen: return .missing
    case .unknown:
      report(
        .unknownCode(
          batch.value(row: row, column: column.column).code,
          column: table.variable(at: column.column).name, of: slots[slot].question,
          at: place(line: batch.line(of: row))))
      return .missing
    }
  }

  private mutating func dichotomous(_ batch: RowBatch, row: Int, slot: Int) -> Response {
    var chosen: [Int] = []
    var isAnswered = false
    for column in slots[slot].columns {
      switch column.meaning(in: batch, row: row) {
      case .missing: continue
      case .notChosen: isAnswered = true
      case .position(let answer):
        isAnswered = true
        chosen.append(answer)
      case .unknown:
        report(
          .unknownFlag(
            batch.value(row: row, column: column.column).code,
            column: table.variable(at: column.column).name, of: slots[slot].question,
            at: place(line: batch.line(of: row))))
      }
    }
    if let none = slots[slot].none, chosen.count > 1, chosen.contains(none) {
      report(
        .brokenExclusion(
          slots[slot].noneName, of: slots[slot].question, at: place(line: batch.line(of: row))))
    }
    // Where "none of these" can be chosen, nothing chosen is no answer.
    let isEmpty = chosen.isEmpty && slots[slot].none != nil
    return isAnswered && !isEmpty ? .answers(chosen) : .missing
  }
}
