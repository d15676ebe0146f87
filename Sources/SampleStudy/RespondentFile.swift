/// The made-up respondents of the sample study as a survey file: one row each, empty where a
/// question was not put.
public struct RespondentFile: Sendable {
  /// The seed of the file that is committed with the sample report.
  public static let publishedSeed: UInt64 = 2024

  /// The names of the columns, in order; the first two are the row number and the office.
  public let columns: [String]
  /// One row per respondent; nil where the question was not put to this respondent.
  public let rows: [[Int?]]

  /// Draws respondents who together meet every count of the calibration.
  ///
  /// The same seed gives the same file.
  ///
  /// - Throws: a fault when the calibration contradicts itself.
  public init(seed: UInt64) throws(CalibrationFault) {
    var generator = SplitMix64(seed: seed)
    var columns: [String] = []
    var people: [[Int?]] = []
    for role in Role.allCases {
      var answers = AnswerSheets(role: role)
      try answers.fill(using: &generator)
      columns = answers.columns
      people += answers.rows
    }
    let numbered = generator.shuffled(people).enumerated()
    self.columns = ["respondent"] + columns
    rows = numbered.map { [$0.offset + 1] + $0.element }
  }

  /// The file as comma-separated text with a header row and a line feed after each row.
  public var csv: String {
    let lines = rows.map { row in
      row.map { $0.map(String.init) ?? "" }.joined(separator: ",")
    }
    return ([columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }
}

/// The answer sheets of all respondents of one office, filled in question by question.
private struct AnswerSheets {
  let role: Role
  private(set) var columns = ["rol"]
  private(set) var rows: [[Int?]]

  private var everyone: [Int] { Array(rows.indices) }

  init(role: Role) {
    self.role = role
    rows = Array(repeating: [role.rawValue], count: role.respondents)
  }

  mutating func fill(using generator: inout SplitMix64) throws(CalibrationFault) {
    let victims = try ask(Calibration.aggression, of: everyone, using: &generator)
    _ = try ask(Calibration.reaction, of: victims, using: &generator)
    _ = try ask(Calibration.hypotheticalReaction, of: everyone, using: &generator)
    _ = try ask(Calibration.hypotheticalSupport, of: everyone, using: &generator)
    let awareness = try ask(Calibration.awareness, using: &generator)
    let aware = everyone.filter { awareness[$0] > 0 }
    _ = try ask(
      Calibration.participation,
      of: everyone,
      choosersFrom: aware,
      using: &generator
    )
    _ = try ask(Calibration.attention, using: &generator)
  }

  /// Puts a single-response question to everyone and returns the position of each answer.
  private mutating func ask(
    _ target: SingleTarget,
    using generator: inout SplitMix64
  ) throws(CalibrationFault) -> [Int] {
    let answers = try generator.answers(
      target.counts[role],
      question: "\(target.column), \(role)",
      by: everyone
    )
    columns.append(target.column)
    for (person, answer) in answers.enumerated() { rows[person].append(answer + 1) }
    return answers
  }

  /// Puts a multiple-response question to `asked` and returns who chose at least one option.
  ///
  /// - Parameter choosersFrom: who may choose an option; nil means everyone who is asked.
  private mutating func ask(
    _ target: MultipleTarget,
    of asked: [Int],
    choosersFrom: [Int]? = nil,
    using generator: inout SplitMix64
  ) throws(CalibrationFault) -> [Int] {
    let chosen = try generator.people(
      for: target.margins[role],
      question: "\(target.none), \(role)",
      from: choosersFrom ?? asked
    )
    let choosers = chosen.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let asked = Set(asked)
    columns += target.options + [target.none]
    for person in everyone {
      guard asked.contains(person) else {
        rows[person] += Array(repeating: nil, count: target.options.count + 1)
        continue
      }
      rows[person] += chosen.map { $0.contains(person) ? 1 : 0 }
      rows[person].append(choosers.contains(person) ? 0 : 1)
    }
    return choosers.sorted()
  }
}
