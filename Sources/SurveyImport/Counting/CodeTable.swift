import Diagnostics
import SurveyResults

/// The codes of an open question, by respondent.
struct CodeTable {
  private var answers: [String: [Int]] = [:]
  private var unmatched: Set<String> = []
  private let file: String
  private let question: String

  /// Reads the codes of a question from a file with the columns `respondent` and `code`, and `question`
  /// if it has those of several; nil if the file cannot be read.
  init?(
    of coded: CodedQuestion, file name: LocatedText, files: inout DataFolder,
    into log: inout DiagnosticLog
  ) {
    guard
      let table = CompanionTable(
        name, required: ["respondent", "code"], files: &files, into: &log)
    else { return nil }
    file = table.file
    question = coded.question.id
    let ids = coded.question.categories.map(\.id)
    for row in table.all where !table.has("question") || row["question"] == question {
      guard let respondent = row["respondent"] else {
        log.report(.emptyField("respondent", at: row.range))
        continue
      }
      guard let code = row["code"] else {
        log.report(.emptyField("code", at: row.range))
        continue
      }
      guard let answer = coded.codes[code].flatMap(ids.firstIndex) else {
        log.report(.unknownCode(code, column: "code", of: question, at: row.range))
        continue
      }
      if answers[respondent]?.contains(answer) != true {
        answers[respondent, default: []].append(answer)
      }
      unmatched.insert(respondent)
    }
  }

  /// The answers of a respondent; none for somebody who gave no answer.
  mutating func take(_ respondent: String) -> [Int] {
    guard let found = answers[respondent] else { return [] }
    unmatched.remove(respondent)
    return found
  }

  /// Reports the codes of those who are not in the survey file.
  func check(into log: inout DiagnosticLog) {
    if let first = unmatched.min() {
      log.report(
        .codesOfNobody(unmatched.count, first: first, question: question, file: file))
    }
  }
}
