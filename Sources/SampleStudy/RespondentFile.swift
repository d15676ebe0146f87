/// The made-up respondents of the sample study as a survey file: one row each, empty where a
/// question was not put.
public struct RespondentFile: Sendable {
  /// The seed of the file that is committed with the sample report.
  public static let publishedSeed: UInt64 = 2024

  /// The columns in order; the first two are the row number and the office.
  public let columns: [SurveyColumn]
  /// The columns that together are one question.
  public let sets: [SurveyColumnSet]
  /// One row per respondent; nil where the question was not put to this respondent.
  public let rows: [[Int?]]
  /// The coded answers to the open question that has a file of its own.
  public let codes: [CodedAnswer]

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
    let words = try generator.keywords(Calibration.keywords, from: sheets)
    let people = sheets.indices.flatMap { office in
      sheets[office].rows.indices.map { Person(office: office, place: $0) }
    }
    let numbered = Array(generator.shuffled(people).enumerated())
    columns = [SurveyColumn("respondent", "Volgnummer")] + (sheets.first?.columns ?? [])
    sets = sheets.first?.sets ?? []
    rows = numbered.map { [$0.offset + 1] + sheets[$0.element.office].rows[$0.element.place] }
    codes = numbered.flatMap { number, person in
      (words[person] ?? []).map {
        CodedAnswer(respondent: number + 1, question: Calibration.keywords.question, code: $0)
      }
    }
  }

  /// The file as comma-separated text with a header row and a line feed after each row.
  public var csv: String {
    let lines = rows.map { row in
      row.map { $0.map(String.init) ?? "" }.joined(separator: ",")
    }
    return ([columns.map(\.name).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  /// The codes as comma-separated text with a header row and a line feed after each row.
  public var codesCSV: String {
    let lines = codes.map { "\($0.respondent),\($0.question),\($0.code)" }
    return (["respondent,question,code"] + lines).joined(separator: "\n") + "\n"
  }
}

/// A code that one respondent's open answer was given; a respondent may have several.
public struct CodedAnswer: Sendable, Equatable {
  /// The number in column `respondent`.
  public let respondent: Int
  /// The name of the question in the codebook.
  public let question: String
  /// The code.
  public let code: String
}
