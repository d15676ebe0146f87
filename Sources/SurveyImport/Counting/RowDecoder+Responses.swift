import Diagnostics
import SurveyFiles
import SurveyResults

/// How the values of a question's columns become a response.
extension RowDecoder {
  /// Takes what a row says to a question into `respondent`.
  mutating func respond(_ batch: RowBatch, row: Int, slot: Int) {
    switch slots[slot].form {
    case .coded: coded(batch, row: row, slot: slot)
    case .flags:
      answers(batch, row: row, slot: slot) { .unknownFlag($0, column: $1, of: $2, at: $3) }
    case .mentions:
      answers(batch, row: row, slot: slot) { .unknownCode($0, column: $1, of: $2, at: $3) }
    case .places: ranking(places(batch, row: row, slot: slot), slot: slot)
    case .ranks(let objects): ranking(ranks(objects, batch, row: row, slot: slot), slot: slot)
    case .codes(let table):
      if let table {
        let person = identifier(batch, row: row)
        for answer in codeTables[table].take(person) { respondent.give(answer) }
      }
      respondent.endAnswers()
    }
  }

  private func meaning(
    _ batch: RowBatch, row: Int, slot: Int, _ index: Int
  ) -> ValueMeanings.Meaning {
    slots[slot].columns[index].meaning(in: batch, row: row)
  }

  private typealias Wording = (
    _ code: String, _ column: String, _ question: String, _ range: SourceRange
  ) -> Diagnostic

  private mutating func report(
    _ batch: RowBatch, row: Int, slot: Int, _ index: Int, _ wording: Wording
  ) {
    let column = slots[slot].columns[index].column
    report(
      wording(
        batch.value(row: row, column: column).code, table.variable(at: column).name,
        slots[slot].question.id, place(line: batch.line(of: row))))
  }

  private mutating func coded(_ batch: RowBatch, row: Int, slot: Int) {
    switch meaning(batch, row: row, slot: slot, 0) {
    case .position(let answer):
      respondent.give(answer)
      respondent.endAnswers()
    case .number(let number, let band):
      if let band { respondent.give(band) }
      respondent.end(number: number)
    case .missing(let reason): respondent.endMissing(reason: reason ?? 0)
    case .place, .notChosen, .unknown:
      report(batch, row: row, slot: slot, 0) {
        .unknownCode($0, column: $1, of: $2, at: $3)
      }
      respondent.endMissing(reason: 0)
    }
  }

  /// The answers of a question that people could give several to.
  private mutating func answers(
    _ batch: RowBatch, row: Int, slot: Int, _ wording: Wording
  ) {
    var isAnswered = false
    var reason: Int?
    for index in slots[slot].columns.indices {
      switch meaning(batch, row: row, slot: slot, index) {
      case .missing(let found): reason = reason ?? found
      case .notChosen: isAnswered = true
      case .position(let answer):
        isAnswered = true
        respondent.give(answer)
      case .place, .number, .unknown: report(batch, row: row, slot: slot, index, wording)
      }
    }
    let none = slots[slot].none
    if let none, respondent.given > 1, respondent.hasGiven(none) {
      let question = slots[slot].question
      report(
        .brokenExclusion(
          question.categories[none].id, of: question.id, at: place(line: batch.line(of: row))))
    }
    // Who was asked an open question and wrote nothing is in its base. Where "none of these" can be
    // chosen, nothing chosen is no answer.
    let isInBase = slots[slot].isOpen && reason == nil
    let isEmpty = respondent.given == 0 && none != nil
    if isInBase || isAnswered && !isEmpty {
      respondent.endAnswers()
    } else {
      respondent.endMissing(reason: reason ?? 0)
    }
  }

  /// The objects of each place, and the first reason why a field has none.
  private typealias Ranking = (objects: [[Int]], reason: Int?)

  private mutating func places(_ batch: RowBatch, row: Int, slot: Int) -> Ranking {
    var ranking: Ranking = ([], nil)
    for index in slots[slot].columns.indices {
      ranking.objects.append([])
      switch meaning(batch, row: row, slot: slot, index) {
      case .missing(let reason): ranking.reason = ranking.reason ?? reason
      case .position(let object):
        if ranking.objects.contains([object]) {
          report(batch, row: row, slot: slot, index) { code, _, question, range in
            .rankedTwice(code, of: question, at: range)
          }
        } else {
          ranking.objects[index] = [object]
        }
      case .number, .place, .notChosen, .unknown:
        report(batch, row: row, slot: slot, index) {
          .unknownCode($0, column: $1, of: $2, at: $3)
        }
      }
    }
    return ranking
  }

  /// From a column of each object; places that are not counted are passed over.
  private mutating func ranks(
    _ objects: [Int], _ batch: RowBatch, row: Int, slot: Int
  ) -> Ranking {
    let most = slots[slot].question.places ?? 1
    var ranking: Ranking = (Array(repeating: [], count: most), nil)
    for (index, object) in objects.enumerated() {
      switch meaning(batch, row: row, slot: slot, index) {
      case .missing(let reason): ranking.reason = ranking.reason ?? reason
      case .place(let place): if place <= most { ranking.objects[place - 1].append(object) }
      case .position, .number, .notChosen, .unknown:
        report(batch, row: row, slot: slot, index) {
          .badRank($0, column: $1, of: $2, at: $3)
        }
      }
    }
    return ranking
  }

  /// What is counted of a ranking: each object at its place, and whether places are open or shared.
  private mutating func ranking(_ ranking: Ranking, slot: Int) {
    let ranked = ranking.objects.reduce(0) { $0 + $1.count }
    if ranked == 0 {
      respondent.endMissing(reason: ranking.reason ?? 0)
      return
    }
    let categories = slots[slot].question.categories
    var keys: [AnswerKey] = []
    for (index, objects) in ranking.objects.enumerated() {
      keys += objects.map { AnswerKey(categories[$0].id, places: .place(index + 1)) }
    }
    if ranked < ranking.objects.count { keys.append(AnswerKey(Net.partial)) }
    if ranking.objects.contains(where: { $0.count > 1 }) {
      keys.append(AnswerKey(Net.tied))
    }
    for position in keys.compactMap({ slots[slot].positions[$0] }) { respondent.give(position) }
    respondent.endAnswers()
  }
}
