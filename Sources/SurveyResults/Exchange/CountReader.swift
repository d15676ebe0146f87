/// Reads the counts, facts and quotes of an export.
struct CountReader {
  let log: ExchangeLog
  let names: ExchangeNames

  /// A base with its place in the text.
  struct Base {
    var counts: BaseCounts
    var range: Range<Int>
  }

  private static let keys = [
    "question", "item", "segment", "wave", "n", "asked", "everybody", "closed", "missing",
    "weights", "everybody_weights", "moments", "answers",
  ]

  func bases(_ values: [LocatedJSON]) -> [BaseKey: Base] {
    var bases: [BaseKey: Base] = [:]
    for value in values {
      let fields = JSONFields(value, known: Self.keys, log: log)
      let question = names.question(fields)
      let key = BaseKey(
        question: question?.id ?? "", item: names.item(fields, of: question),
        segment: names.segment(fields), wave: names.wave(fields))
      let counts = BaseCounts(
        base: fields.integer("n"), asked: fields.integer("asked"),
        everybody: fields.integer("everybody"), missing: missing(fields),
        answers: answers(fields, of: question), weights: weights(fields, "weights"),
        everybodyWeights: weights(fields, "everybody_weights"),
        moments: moments(fields), isClosed: fields.optionalFlag("closed"))
      if question != nil, bases[key] != nil {
        log.report(fields.range) {
          .nameTwice("\(key.question) for \(key.segment)", of: "base", at: $0)
        }
      }
      bases[key] = Base(counts: counts, range: fields.range)
    }
    return bases
  }

  private func answers(
    _ fields: JSONFields, of question: Question?
  ) -> [AnswerKey: AnswerCount] {
    let known = ["answer", "first_place", "last_place", "count", "weight", "withheld"]
    var answers: [AnswerKey: AnswerCount] = [:]
    for value in fields.list("answers") {
      let cell = JSONFields(value, known: known, log: log)
      let key = names.answer(cell, of: question)
      if answers[key] != nil {
        log.report(cell.range) { .nameTwice(key.answer, of: "answer", at: $0) }
      }
      if cell.value("withheld") != nil {
        if cell.value("count") != nil || cell.value("weight") != nil {
          log.report(cell.range) { .broken("what is withheld has no count", at: $0) }
        }
        answers[key] = .withheld(cell.choice("withheld", .secondary))
      } else {
        answers[key] = .counted(cell.integer("count"), weight: cell.optionalDecimal("weight"))
      }
    }
    return answers
  }

  private func missing(_ fields: JSONFields) -> [String: Int] {
    var missing: [String: Int] = [:]
    for member in fields.names("missing") {
      if case .integer(let count) = member.value.content, count > 0 {
        missing[member.key] = count
      } else {
        log.report(member.value.range) {
          .broken("a reason for no answer has a count above 0", at: $0)
        }
      }
    }
    return missing
  }

  private func weights(_ fields: JSONFields, _ key: String) -> WeightSums? {
    guard let value = fields.value(key) else { return nil }
    let sums = JSONFields(value, known: ["sum", "sum_of_squares"], log: log)
    let result = WeightSums(
      sum: sums.decimal("sum"), sumOfSquares: sums.decimal("sum_of_squares"))
    if result.sum < 0 || result.sumOfSquares < 0 {
      log.report(value.range) { .broken("sums of weights are not below 0", at: $0) }
    }
    return result
  }

  private func moments(_ fields: JSONFields) -> MomentSums? {
    guard let value = fields.value("moments") else { return nil }
    let sums = JSONFields(
      value,
      known: ["count", "weight", "weight_of_squares", "sum", "sum_of_squares", "withheld"],
      log: log)
    if sums.value("withheld") != nil {
      if sums.value("sum") != nil || sums.value("count") != nil {
        log.report(value.range) { .broken("what is withheld has no sums", at: $0) }
      }
      return .withheld(sums.choice("withheld", .secondary))
    }
    return .counted(
      Moments(
        count: sums.integer("count"), weight: sums.decimal("weight"),
        weightOfSquares: sums.decimal("weight_of_squares"), sum: sums.decimal("sum"),
        sumOfSquares: sums.decimal("sum_of_squares")))
  }

  func fact(_ value: LocatedJSON) -> PublishedFact {
    let fields = JSONFields(
      value,
      known: [
        "question", "item", "answer", "first_place", "last_place", "segment", "wave", "percent",
        "place", "direction", "page", "n",
      ], log: log)
    let question = names.question(fields)
    let answer = names.answer(fields, of: question)
    return PublishedFact(
      question: question?.id ?? "", item: names.item(fields, of: question),
      answer: answer.answer, places: answer.places, segment: names.segment(fields),
      wave: names.wave(fields), content: content(fields), page: fields.optionalInteger("page"),
      base: fields.optionalInteger("n"))
  }

  private func content(_ fields: JSONFields) -> PublishedFact.Content {
    let given = ["percent", "place", "direction"].filter { fields.value($0) != nil }
    if given.count != 1 {
      log.report(fields.range) {
        .broken("a fact is one of 'percent', 'place' and 'direction'", at: $0)
      }
    }
    if let percent = fields.optionalDecimal("percent") {
      if !(0...100).contains(percent) {
        log.report(fields.place("percent")) { .broken("a percentage is 0 to 100", at: $0) }
      }
      return .percent(percent)
    }
    if let place = fields.optionalInteger("place") {
      if place < 1 {
        log.report(fields.place("place")) { .broken("places count from 1", at: $0) }
      }
      return .rank(place)
    }
    switch fields.optionalText("direction") {
    case "lower": return .direction(isLower: true)
    case "higher", nil: return .direction(isLower: false)
    case let word?:
      log.report(fields.place("direction")) {
        .unknownWord(word, known: ["lower", "higher"], at: $0)
      }
      return .direction(isLower: false)
    }
  }

  func quote(_ value: LocatedJSON) -> Quote {
    let fields = JSONFields(
      value,
      known: [
        "question", "answer", "segment", "wave", "text", "selection", "approved_by", "redactions",
      ], log: log)
    let question = names.question(fields)
    let answer = fields.optionalText("answer")
    if let answer, let question {
      names.check(
        answer, of: "answer", in: question.answerKeys.map(\.answer), at: fields.place("answer"))
    }
    let segment = fields.optionalText("segment").map {
      names.segment($0, at: fields.place("segment"))
    }
    let approvedBy = fields.text("approved_by")
    if approvedBy.isEmpty, fields.value("approved_by") != nil {
      log.report(fields.place("approved_by")) {
        .broken("a quote says who allowed it to be printed", at: $0)
      }
    }
    return Quote(
      question: question?.id ?? "", answer: answer, segment: segment, wave: names.wave(fields),
      text: fields.text("text"), isSelection: fields.flag("selection"), approvedBy: approvedBy,
      redactions: fields.optionalText("redactions"))
  }
}
