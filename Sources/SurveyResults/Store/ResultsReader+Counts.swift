import GRDB

/// Reads the counts, fact by fact, of a results file.
extension ResultsReader {
  func counts() throws -> [BaseKey: BaseCounts] {
    var answers = try cells()
    let moments = try moments()
    let missing = try missing()
    var counts: [BaseKey: BaseCounts] = [:]
    for row in try rows("SELECT * FROM base") {
      let id: Int = try value(row, "id")
      let key = BaseKey(
        question: try value(row, "question"), item: try optional(row, "item"),
        segment: try segment(value(row, "segment")), wave: try value(row, "wave"))
      counts[key] = BaseCounts(
        base: try value(row, "n"), asked: try value(row, "asked"),
        everybody: try value(row, "everybody"), missing: missing[id] ?? [:],
        answers: answers.removeValue(forKey: id) ?? [:],
        weights: try weights(row, "sum_w", "sum_w2"),
        everybodyWeights: try weights(row, "everybody_w", "everybody_w2"), moments: moments[id],
        isClosed: try value(row, "closed"))
    }
    return counts
  }

  private func cells() throws -> [Int: [AnswerKey: AnswerCount]] {
    var cells: [Int: [AnswerKey: AnswerCount]] = [:]
    // There may be a million cells: they are read by position, row by row.
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT base, answer, first_place, last_place, k, w, withheld FROM cell")
    while let row = try cursor.next() {
      let key = AnswerKey(
        try cell(row, 1), places: Places(first: try cell(row, 2), last: try cell(row, 3)))
      let count: AnswerCount =
        if row[6] as DatabaseValue == .null {
          .counted(try cell(row, 4), weight: Double.fromDatabaseValue(row[5]))
        } else {
          .withheld(try choice(try cell(row, 6), Withholding.self))
        }
      cells[try cell(row, 0), default: [:]][key] = count
    }
    return cells
  }

  private func cell<Value: DatabaseValueConvertible>(
    _ row: Row, _ column: Int, _ type: Value.Type = Value.self
  ) throws -> Value {
    let stored: DatabaseValue = row[column]
    guard let value = Value.fromDatabaseValue(stored) else {
      throw Damage(description: "a cell holds \(stored)")
    }
    return value
  }

  private func moments() throws -> [Int: MomentSums] {
    var moments: [Int: MomentSums] = [:]
    for row in try rows("SELECT * FROM moments") {
      let reason: String? = try optional(row, "withheld")
      moments[try value(row, "base")] =
        if let reason {
          .withheld(try choice(reason, Withholding.self))
        } else {
          .counted(
            Moments(
              count: try value(row, "n"), weight: try value(row, "sum_w"),
              weightOfSquares: try value(row, "sum_w2"), sum: try value(row, "sum_wx"),
              sumOfSquares: try value(row, "sum_wx2")))
        }
    }
    return moments
  }

  private func missing() throws -> [Int: [String: Int]] {
    var missing: [Int: [String: Int]] = [:]
    for row in try rows("SELECT * FROM missing") {
      missing[try value(row, "base"), default: [:]][try value(row, "reason")] =
        try value(row, "count")
    }
    return missing
  }

  private func weights(_ row: Row, _ sum: String, _ squares: String) throws -> WeightSums? {
    guard let sum: Double = try optional(row, sum), let squares: Double = try optional(row, squares)
    else { return nil }
    return WeightSums(sum: sum, sumOfSquares: squares)
  }

  func facts() throws -> [PublishedFact] {
    try rows("SELECT * FROM published_fact ORDER BY rowid").map { row in
      let content: PublishedFact.Content
      if let percent: Double = try optional(row, "percent") {
        content = .percent(percent)
      } else if let place: Int = try optional(row, "place") {
        content = .rank(place)
      } else {
        let direction: String = try value(row, "direction")
        content = .direction(isLower: direction == "lower")
      }
      return PublishedFact(
        question: try value(row, "question"), item: try optional(row, "item"),
        answer: try value(row, "answer"), places: try places(row),
        segment: try segment(value(row, "segment")), wave: try value(row, "wave"), content: content,
        page: try optional(row, "page"), base: try optional(row, "n"))
    }
  }

  private func places(_ row: Row) throws -> Places? {
    guard let first: Int = try optional(row, "first_place"),
      let last: Int = try optional(row, "last_place")
    else { return nil }
    return Places(first: first, last: last)
  }

  func quotes() throws -> [Quote] {
    try rows("SELECT * FROM quote ORDER BY position").map { row in
      let name: String? = try optional(row, "segment")
      return Quote(
        question: try value(row, "question"), answer: try optional(row, "answer"),
        segment: try name.map(segment), wave: try value(row, "wave"),
        text: try value(row, "text"), isSelection: try value(row, "selection"),
        approvedBy: try value(row, "approved_by"), redactions: try optional(row, "redactions"))
    }
  }
}
