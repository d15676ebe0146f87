import GRDB

/// Writes a model into the tables, in an order that does not depend on hashing.
struct ResultsWriter {
  let database: Database

  func write(_ model: ResultsModel) throws {
    try writeStudy(model)
    try writeWaves(model)
    try writeBreakdowns(model)
    try writeQuestions(model.questions)
    for (position, rule) in model.plan.enumerated() {
      try insert("plan", ["position": position])
      for question in rule.questions {
        try insert("plan_question", ["plan": position, "question": question])
      }
      for breakdown in rule.breakdowns {
        try insert("plan_breakdown", ["plan": position, "breakdown": breakdown])
      }
      for crossing in rule.crossings {
        try insert(
          "plan_crossing",
          ["plan": position, "first": crossing.first, "second": crossing.second])
      }
    }
    try writeCounts(model.counts)
    try writeFacts(model.facts)
    try writeQuotes(model.quotes)
  }

  private func insert(
    _ table: String, _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>
  ) throws {
    let columns = values.map(\.key).joined(separator: ", ")
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    let statement = try database.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(values.map(\.value)))
  }

  private func writeStudy(_ model: ResultsModel) throws {
    let study = model.study
    try insert(
      "study",
      [
        "id": study.id, "title": study.title, "language": study.language,
        "sponsor": study.sponsor, "agency": study.agency,
        "selection": study.selection.rawValue, "frame": study.frame, "mode": study.mode,
        "population_source": study.populationSource,
        "nonresponse_examined": study.isNonresponseExamined, "note": study.note,
        "suppression_hash": model.suppressionHash,
      ])
    for (item, text) in study.disclosure.rows {
      try insert("disclosure", ["item": item, "text": text])
    }
    for input in model.inputs {
      try insert("input", ["path": input.path, "sha256": input.sha256])
    }
    let policy = model.policy
    try insert(
      "policy",
      [
        "indicative": policy.indicative, "insufficient": policy.insufficient,
        "smallest_group": policy.group, "smallest_cell": policy.cell,
        "dominance": policy.dominance, "small_rows": policy.smallRows.rawValue,
      ])
  }

  private func writeWaves(_ model: ResultsModel) throws {
    for (position, wave) in model.waves.enumerated() {
      try insert(
        "wave",
        [
          "id": wave.id, "position": position, "label": wave.label,
          "field_start": wave.fieldwork?.start, "field_end": wave.fieldwork?.end,
          "publication": wave.publication,
        ])
      for day in wave.reminders.sorted() { try insert("reminder", ["wave": wave.id, "day": day]) }
    }
    let cohorts = model.participation.sorted {
      ($0.key.wave, $0.key.segment) < ($1.key.wave, $1.key.segment)
    }
    for (key, value) in cohorts {
      try insert(
        "cohort",
        [
          "wave": key.wave, "segment": key.segment.description, "population": value.population,
          "invited": value.invited, "responded": value.responded,
        ])
    }
  }

  private func writeBreakdowns(_ model: ResultsModel) throws {
    for (position, breakdown) in model.breakdowns.enumerated() {
      try insert(
        "breakdown", ["id": breakdown.id, "position": position, "label": breakdown.label])
      for (place, segment) in breakdown.segments.enumerated() {
        try insert(
          "segment",
          [
            "breakdown": breakdown.id, "id": segment.id, "position": place,
            "singular": segment.singular, "plural": segment.plural,
            "reported": segment.isReported,
          ])
      }
    }
  }

  private func writeQuestions(_ questions: [Question]) throws {
    for (position, question) in questions.enumerated() {
      try insert(
        "question",
        [
          "id": question.id, "position": position, "label": question.label,
          "wording": question.text, "kind": question.kind.rawValue, "scale": question.isScale,
          "universe": question.universe, "filter": question.filter,
          "sensitivity": question.sensitivity, "places": question.places,
          "coder": question.coder,
        ])
      for (wave, status) in question.comparability.sorted(by: { $0.key < $1.key }) {
        try insert(
          "comparability", ["question": question.id, "wave": wave, "status": status.rawValue])
      }
      for (place, item) in question.items.enumerated() {
        try insert(
          "item",
          ["question": question.id, "id": item.id, "position": place, "label": item.label])
      }
      for (place, category) in question.categories.enumerated() {
        try insert(
          "category",
          [
            "question": question.id, "id": category.id, "position": place,
            "label": category.label, "is_none": category.isNone,
            "is_dont_know": category.isDontKnow, "is_rest": category.isRest,
          ])
      }
      for (place, net) in question.nets.enumerated() {
        try insert(
          "net", ["question": question.id, "id": net.id, "position": place, "label": net.label])
        for (member, category) in net.members.enumerated() {
          try insert(
            "net_member",
            ["question": question.id, "net": net.id, "position": member, "category": category])
        }
      }
    }
  }

  private func writeCounts(_ counts: [BaseKey: BaseCounts]) throws {
    let ordered = counts.sorted { $0.key < $1.key }
    for (index, (key, value)) in ordered.enumerated() {
      let id = index + 1
      try insert(
        "base",
        [
          "id": id, "question": key.question, "item": key.item,
          "segment": key.segment.description, "wave": key.wave, "n": value.base,
          "asked": value.asked, "everybody": value.everybody, "closed": value.isClosed,
          "sum_w": value.weights?.sum, "sum_w2": value.weights?.sumOfSquares,
          "everybody_w": value.everybodyWeights?.sum,
          "everybody_w2": value.everybodyWeights?.sumOfSquares,
        ])
      for (reason, count) in value.missing.sorted(by: { $0.key < $1.key }) {
        try insert("missing", ["base": id, "reason": reason, "count": count])
      }
      for (answer, count) in value.answers.sorted(by: { $0.key < $1.key }) {
        try writeCell(answer, count, base: id)
      }
      try writeMoments(value.moments, base: id)
    }
  }

  /// There may be a million cells: their statement is looked up as it is.
  private func writeCell(_ key: AnswerKey, _ count: AnswerCount, base: Int) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO cell (base, answer, first_place, last_place, k, w, withheld)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    var (k, w, withheld): (Int?, Double?, String?)
    switch count {
    case .counted(let count, let weight): (k, w) = (count, weight)
    case .withheld(let reason): withheld = reason.rawValue
    }
    try statement.execute(
      arguments: [
        base, key.answer, key.places?.first ?? 0, key.places?.last ?? 0, k, w, withheld,
      ])
  }

  private func writeMoments(_ sums: MomentSums?, base: Int) throws {
    switch sums {
    case nil: break
    case .counted(let moments):
      try insert(
        "moments",
        [
          "base": base, "n": moments.count, "sum_w": moments.weight,
          "sum_w2": moments.weightOfSquares, "sum_wx": moments.sum,
          "sum_wx2": moments.sumOfSquares,
        ])
    case .withheld(let reason):
      try insert("moments", ["base": base, "withheld": reason.rawValue])
    }
  }

  private func writeQuotes(_ quotes: [Quote]) throws {
    for (position, quote) in quotes.enumerated() {
      try insert(
        "quote",
        [
          "position": position, "question": quote.question, "answer": quote.answer,
          "segment": quote.segment?.description, "wave": quote.wave, "text": quote.text,
          "selection": quote.isSelection, "approved_by": quote.approvedBy,
          "redactions": quote.redactions,
        ])
    }
  }

  private func writeFacts(_ facts: [PublishedFact]) throws {
    for fact in facts {
      var percent: Double?
      var place: Int?
      var direction: String?
      switch fact.content {
      case .percent(let value): percent = value
      case .rank(let value): place = value
      case .direction(let isLower): direction = isLower ? "lower" : "higher"
      }
      try insert(
        "published_fact",
        [
          "question": fact.question, "item": fact.item, "answer": fact.answer,
          "first_place": fact.places?.first, "last_place": fact.places?.last,
          "segment": fact.segment.description, "wave": fact.wave, "percent": percent,
          "place": place, "direction": direction, "page": fact.page, "n": fact.base,
        ])
    }
  }
}
