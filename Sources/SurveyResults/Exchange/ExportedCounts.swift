/// The counts, facts and quotes of a results file as they are, for the confidential export.
struct ExportedCounts {
  let model: ResultsModel

  var bases: [JSONValue] {
    model.counts.sorted { $0.key < $1.key }.map { key, counts in
      .object(
        ExportedStudy.present([
          ("question", .text(key.question)), ("item", ExportedStudy.text(key.item)),
          ("segment", .text(key.segment.description)), ("wave", .text(key.wave)),
          ("n", .number(counts.base)), ("asked", .number(counts.asked)),
          ("everybody", .number(counts.everybody)),
          ("closed", counts.isClosed ? .flag(true) : nil),
          ("missing", missing(counts)), ("weights", counts.weights.map(sums)),
          ("everybody_weights", counts.everybodyWeights.map(sums)),
          ("moments", counts.moments.map(moments)),
          (
            "answers",
            .list(counts.answers.sorted { $0.key < $1.key }.map { cell($0.key, $0.value) })
          ),
        ]))
    }
  }

  private func missing(_ counts: BaseCounts) -> JSONValue? {
    if counts.missing.isEmpty { return nil }
    return .object(
      counts.missing.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
  }

  private func sums(_ sums: WeightSums) -> JSONValue {
    .object([("sum", .decimal(sums.sum)), ("sum_of_squares", .decimal(sums.sumOfSquares))])
  }

  private func moments(_ sums: MomentSums) -> JSONValue {
    switch sums {
    case .withheld(let reason): .object([("withheld", .text(reason.rawValue))])
    case .counted(let moments):
      .object([
        ("count", .number(moments.count)), ("weight", .decimal(moments.weight)),
        ("weight_of_squares", .decimal(moments.weightOfSquares)), ("sum", .decimal(moments.sum)),
        ("sum_of_squares", .decimal(moments.sumOfSquares)),
      ])
    }
  }

  private func cell(_ key: AnswerKey, _ count: AnswerCount) -> JSONValue {
    let name: [(String, JSONValue?)] = [
      ("answer", .text(key.answer)), ("first_place", ExportedStudy.number(key.places?.first)),
      ("last_place", ExportedStudy.number(key.places?.last)),
    ]
    switch count {
    case .withheld(let reason):
      return .object(ExportedStudy.present(name + [("withheld", .text(reason.rawValue))]))
    case .counted(let count, let weight):
      return .object(
        ExportedStudy.present(
          name + [("count", .number(count)), ("weight", weight.map { .decimal($0) })]))
    }
  }

  var facts: [JSONValue] {
    model.facts.map { fact in
      var percent: JSONValue?
      var place: JSONValue?
      var direction: JSONValue?
      switch fact.content {
      case .percent(let value): percent = .decimal(value)
      case .rank(let value): place = .number(value)
      case .direction(let isLower): direction = .text(isLower ? "lower" : "higher")
      }
      return .object(
        ExportedStudy.present([
          ("question", .text(fact.question)), ("item", ExportedStudy.text(fact.item)),
          ("answer", .text(fact.answer)),
          ("first_place", ExportedStudy.number(fact.places?.first)),
          ("last_place", ExportedStudy.number(fact.places?.last)),
          ("segment", .text(fact.segment.description)), ("wave", .text(fact.wave)),
          ("percent", percent), ("place", place), ("direction", direction),
          ("page", ExportedStudy.number(fact.page)), ("n", ExportedStudy.number(fact.base)),
        ]))
    }
  }

  var quotes: [JSONValue] {
    model.quotes.map { quote in
      .object(
        ExportedStudy.present([
          ("question", .text(quote.question)), ("answer", ExportedStudy.text(quote.answer)),
          ("segment", ExportedStudy.text(quote.segment?.description)),
          ("wave", .text(quote.wave)), ("text", .text(quote.text)),
          ("selection", .flag(quote.isSelection)), ("approved_by", .text(quote.approvedBy)),
          ("redactions", ExportedStudy.text(quote.redactions)),
        ]))
    }
  }
}
