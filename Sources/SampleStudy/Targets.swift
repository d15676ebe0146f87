/// A question with one answer: the wanted number of each answer, coded 1, 2, 3 … in the file.
struct SingleTarget: Sendable {
  let column: String
  let label: String
  let answers: [String]
  /// The number of each answer; what is missing to those who were asked did not answer.
  let counts: PerRole<[Int]>
  /// Whether some may leave the question open; they get `noAnswer`.
  var mayBeLeftOpen = false

  /// The code of a question that was put and left open.
  static let noAnswer = SurveyColumn.Code(value: 9, label: "Niet ingevuld")
}

/// A question with several answers: one column per option, coded 1 chosen and 0 not.
///
/// A coded open answer has the same form: one column per code of the code frame.
struct MultipleTarget: Sendable {
  /// What the names of the columns begin with.
  let prefix: String
  let label: String
  /// The options that may be chosen together, by the rest of their column's name.
  let options: KeyValuePairs<String, String>
  /// Options that exclude all others, each given by the people whom `MultipleMargins.alone` counts.
  var alone: KeyValuePairs<String, String> = [:]
  /// The option of those who are left; nil where everybody who is asked chooses something.
  let none: String?
  let margins: PerRole<MultipleMargins>

  /// The columns in order: options, those that stand alone, "none".
  var columns: [SurveyColumn] {
    (Array(options) + Array(alone)).map { SurveyColumn(option: "\(prefix)_\($0)", $1) }
      + (none.map { [SurveyColumn(option: "\(prefix)_geen", $0)] } ?? [])
  }

  /// The columns as one question.
  var set: SurveyColumnSet {
    SurveyColumnSet(name: prefix, label: label, columns: columns.map(\.name))
  }
}

/// A ranking of objects: everybody who is asked gives a first, second and third place.
struct RankingTarget: Sendable {
  /// What the names of the columns begin with; a column per place follows.
  let prefix: String
  let label: String
  let objects: [String]
  /// How often each object takes the first place.
  let first: PerRole<[Int]>
  /// How often each object takes one of the three places.
  let topThree: PerRole<[Int]>

  var columns: [SurveyColumn] {
    (1...3).map { SurveyColumn("\(prefix)_\($0)", "\(label): plek \($0)", answers: objects) }
  }
}

/// Key words that respondents wrote down, up to three each; a coder put them on a list.
struct KeywordTarget: Sendable {
  /// The name of the question in the codebook.
  let question: String
  /// The words in the order of their clusters, and how many people wrote each.
  let words: KeyValuePairs<String, Int>
  /// How many people wrote any.
  let anyone: Int
}
