import Diagnostics
import SurveyFiles
import SurveyResults

/// Turns the values of a row into segments and responses.
struct RowDecoder {
  /// How the columns of a question are read.
  enum Form {
    /// One column of codes.
    case coded
    /// A column for each answer.
    case flags
    /// A column for the first answer given, one for the second …
    case mentions
    /// A column for each place of a ranking.
    case places
    /// A column for each of these objects of a ranking.
    case ranks([Int])
    /// Codes from a file beside the survey file, by position in `codeTables`; nil for one with faults.
    case codes(Int?)
  }

  /// A question, or an item of a battery, with all names resolved to positions.
  struct Slot {
    let question: Question
    let form: Form
    var columns: [ValueMeanings]
    /// The answer that excludes all others; nil if there is none.
    let none: Int?
    /// Whether its answers are coded from texts.
    let isOpen: Bool
    /// The position of each answer in what is counted.
    let positions: [AnswerKey: Int]

    init(_ question: Question, _ form: Form, _ columns: [ValueMeanings]) {
      self.question = question
      self.form = form
      self.columns = columns
      none = question.categories.firstIndex(where: \.isNone)
      isOpen = question.kind == .open
      positions = Dictionary(
        uniqueKeysWithValues: question.answerKeys.enumerated().map { ($1, $0) })
    }
  }

  private(set) var table: ColumnTable
  private var divisions: [(name: String, column: ValueMeanings)] = []
  var slots: [Slot] = []
  var codeTables: [CodeTable] = []
  private var weightColumn: Int?
  private let strata: StratumWeights?
  private var respondentColumn: Int?
  /// The row at hand.
  var respondent = Respondent()
  /// The faults of rows; bounded, so that a wrong codebook does not print a million lines.
  private(set) var log = DiagnosticLog()
  private var faults = 0

  static let faultBound = 20

  /// Finds all columns; nil if one is missing, which is reported.
  ///
  /// - Parameters:
  ///   - codebook: the codebook.
  ///   - table: the columns of the survey file.
  ///   - codes: the codes of open questions that have a file of them.
  ///   - strata: the weights of strata; nil for none.
  ///   - log: takes what is missing.
  init?(
    codebook: Codebook, table: ColumnTable, codes: [String: CodeTable],
    strata: StratumWeights?, into log: inout DiagnosticLog
  ) {
    self.strata = strata
    self.table = table
    var table = table
    var isWhole = true
    func find(_ column: LocatedText) -> Int? {
      let position = table.position(of: column, into: &log)
      if position == nil { isWhole = false }
      return position
    }
    for coded in codebook.breakdowns {
      guard let column = find(coded.column) else { continue }
      divisions.append((coded.breakdown.id, .segments(of: coded, column: column)))
    }
    weightColumn = codebook.weight.flatMap(find)
    respondentColumn = codebook.respondent.flatMap(find)
    for coded in codebook.questions {
      let ids = coded.question.categories.map(\.id)
      func answer(_ id: String) -> Int { ids.firstIndex(of: id) ?? 0 }
      func add(_ form: Form, _ columns: [ValueMeanings?]) {
        slots.append(Slot(coded.question, form, columns.compactMap { $0 }))
      }
      func meanings(in column: LocatedText) -> ValueMeanings? {
        find(column).map {
          .codes(of: coded, column: $0, variable: table.variable(at: $0))
        }
      }
      switch coded.source {
      case .column(let column): add(.coded, [meanings(in: column)])
      case .items(let items): for item in items { add(.coded, [meanings(in: item.column)]) }
      case .answers(let answers):
        add(
          .flags,
          answers.map { pair in
            find(pair.column).map {
              .flags(
                of: coded, answer: answer(pair.answer), column: $0,
                variable: table.variable(at: $0))
            }
          })
      case .mentions(let columns): add(.mentions, columns.map(meanings(in:)))
      case .places(let columns): add(.places, columns.map(meanings(in:)))
      case .ranks(let answers):
        add(
          .ranks(answers.map { answer($0.answer) }),
          answers.map { pair in
            find(pair.column).map {
              .places(of: coded, column: $0, variable: table.variable(at: $0))
            }
          })
      case .tables: continue
      case .codes:
        let known = codes[coded.question.id]
        add(.codes(known.map { _ in codeTables.count }), [])
        if let known { codeTables.append(known) }
      }
    }
    self.table = table
    if !isWhole { return nil }
  }

  /// The positions in the file of the columns that a batch must have.
  var columns: [Int] { table.wanted }

  /// How many faults are not in the log.
  var faultsLeftOut: Int { max(0, faults - Self.faultBound) }

  mutating func report(_ diagnostic: Diagnostic) {
    faults += 1
    if faults <= Self.faultBound { log.report(diagnostic) }
  }

  /// Reports the codes of those who are not in the survey file; once, after the last row.
  func checkCodes(into log: inout DiagnosticLog) {
    for codes in codeTables { codes.check(into: &log) }
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
      decode(batch, row: row)
      counter.add(respondent)
    }
  }

  func place(line: Int) -> SourceRange {
    SourceRange(file: table.file, start: SourcePosition(line: line, column: 1))
  }

  private mutating func decode(_ batch: RowBatch, row: Int) {
    respondent.clear()
    for division in divisions.indices {
      respondent.add(segment: segment(batch, row: row, division: division))
    }
    for slot in slots.indices { respond(batch, row: row, slot: slot) }
    respondent.weight =
      strata.map { $0.weights[respondent.segments[$0.breakdown]] } ?? weight(batch, row: row)
  }

  /// The identifier of the respondent, which files of codes name; empty without one.
  func identifier(_ batch: RowBatch, row: Int) -> String {
    respondentColumn.map { batch.value(row: row, column: $0).code } ?? ""
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
    if case .position(let segment) = divisions[division].column.meaning(in: batch, row: row) {
      return segment
    }
    let (name, column) = divisions[division]
    let range = place(line: batch.line(of: row))
    let code = batch.value(row: row, column: column.column).code
    let title = table.variable(at: column.column).name
    report(
      code.isEmpty
        ? .noSegment(column: title, of: name, at: range)
        : .unknownCode(code, column: title, of: name, at: range))
    return 0
  }
}
