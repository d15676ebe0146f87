/// The made-up respondents of the sample study as a survey file: one row each, empty where a
/// question was not put.
public struct RespondentFile: Sendable {
  /// The seed of the file that is committed with the sample report.
  public static let publishedSeed: UInt64 = 2024

  /// The columns in order; the first two are the row number and the office.
  public let columns: [SurveyColumn]
  /// One row per respondent; nil where the question was not put to this respondent.
  public let rows: [[Int?]]

  /// Draws respondents who together meet every count of the calibration.
  ///
  /// The same seed gives the same file.
  ///
  /// - Throws: a fault when the calibration contradicts itself.
  public init(seed: UInt64) throws(CalibrationFault) {
    var generator = SplitMix64(seed: seed)
    var sheets: [AnswerSheets] = []
    for role in Role.allCases {
      var answers = AnswerSheets(role: role)
      try answers.fill(using: &generator)
      sheets.append(answers)
    }
    try AnswerSheets.writeKeywords(Calibration.keywords, on: &sheets, using: &generator)
    let numbered = generator.shuffled(sheets.flatMap(\.rows)).enumerated()
    columns = [SurveyColumn("respondent", "Volgnummer")] + (sheets.first?.columns ?? [])
    rows = numbered.map { [$0.offset + 1] + $0.element }
  }

  /// The file as comma-separated text with a header row and a line feed after each row.
  public var csv: String {
    let lines = rows.map { row in
      row.map { $0.map(String.init) ?? "" }.joined(separator: ",")
    }
    return ([columns.map(\.name).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }
}
