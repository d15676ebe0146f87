/// Reads the counts, fact by fact, of a results file.
extension ResultsReader {
  func counts() throws -> [BaseKey: BaseCounts] {
    var answers = try cells()
    let moments = try moments()
    let missing = try missing()
    var counts: [BaseKey: BaseCounts] = [:]
    var segments: [String: SegmentKey] = [:]
    let row = try database.rows("SELECT * FROM base")
    while try row.next() {
      let id: Int = try row.value("id")
      let name: String = try row.value("segment")
      let segment = try segments[name] ?? segment(name)
      segments[name] = segment
      let key = BaseKey(
        question: try row.value("question"), item: try row.optional("item"), segment: segment,
        wave: try row.value("wave"))
      counts[key] = BaseCounts(
        base: try row.value("n"), asked: try row.value("asked"),
        everybody: try row.value("everybody"), missing: missing[id] ?? [:],
        answers: answers.removeValue(forKey: id) ?? [:],
        weights: try weights(row, "sum_w", "sum_w2"),
        everybodyWeights: try weights(row, "everybody_w", "everybody_w2"), moments: moments[id],
        isClosed: try row.value("closed"))
    }
    return counts
  }

  private func cells() throws -> [Int: [AnswerKey: AnswerCount]] {
    var cells: [Int: [AnswerKey: AnswerCount]] = [:]
    // There may be a million cells: they are read by position, row by row.
    let row = try database.rows(
      "SELECT base, answer, first_place, last_place, k, w, withheld FROM cell")
    while try row.next() {
      let key = AnswerKey(
        try cell(row, 1), places: Places(first: try cell(row, 2), last: try cell(row, 3)))
      let count: AnswerCount
      if case .nothing = row.content(6) {
        count = .counted(try cell(row, 4), weight: Double(row.content(5)))
      } else {
        let name: String = try cell(row, 6)
        guard let reason = Withholding(rawValue: name) else {
          throw Damage(description: "'\(name)' is no \(Withholding.self)")
        }
        count = .withheld(reason)
      }
      cells[try cell(row, 0), default: [:]][key] = count
    }
    return cells
  }

  private func cell<Value: StoredValue>(_ row: StoredRows, _ column: Int) throws -> Value {
    let content = row.content(column)
    guard let value = Value(content) else {
      throw Damage(description: "a cell holds \(content)")
    }
    return value
  }

  private func moments() throws -> [Int: MomentSums] {
    var moments: [Int: MomentSums] = [:]
    let row = try database.rows("SELECT * FROM moments")
    while try row.next() {
      moments[try row.value("base")] =
        if try row.optional("withheld") as String? != nil {
          .withheld(try row.choice("withheld"))
        } else {
          .counted(
            Moments(
              count: try row.value("n"), weight: try row.value("sum_w"),
              weightOfSquares: try row.value("sum_w2"), sum: try row.value("sum_wx"),
              sumOfSquares: try row.value("sum_wx2")))
        }
    }
    return moments
  }

  private func missing() throws -> [Int: [String: Int]] {
    var missing: [Int: [String: Int]] = [:]
    let row = try database.rows("SELECT * FROM missing")
    while try row.next() {
      missing[try row.value("base"), default: [:]][try row.value("reason")] =
        try row.value("count")
    }
    return missing
  }

  private func weights(_ row: StoredRows, _ sum: String, _ squares: String) throws -> WeightSums? {
    guard let sum: Double = try row.optional(sum),
      let squares: Double = try row.optional(squares)
    else { return nil }
    return WeightSums(sum: sum, sumOfSquares: squares)
  }

  func facts() throws -> [PublishedFact] {
    try database.rows("SELECT * FROM published_fact ORDER BY rowid").map { row in
      let content: PublishedFact.Content
      if let percent: Double = try row.optional("percent") {
        content = .percent(percent)
      } else if let place: Int = try row.optional("place") {
        content = .rank(place)
      } else {
        let direction: String = try row.value("direction")
        content = .direction(isLower: direction == "lower")
      }
      return PublishedFact(
        question: try row.value("question"), item: try row.optional("item"),
        answer: try row.value("answer"), places: try places(row),
        segment: try segment(row.value("segment")), wave: try row.value("wave"), content: content,
        page: try row.optional("page"), base: try row.optional("n"))
    }
  }

  private func places(_ row: StoredRows) throws -> Places? {
    guard let first: Int = try row.optional("first_place"),
      let last: Int = try row.optional("last_place")
    else { return nil }
    return Places(first: first, last: last)
  }

  func quotes() throws -> [Quote] {
    try database.rows("SELECT * FROM quote ORDER BY position").map { row in
      let name: String? = try row.optional("segment")
      return Quote(
        question: try row.value("question"), answer: try row.optional("answer"),
        segment: try name.map(segment), wave: try row.value("wave"),
        text: try row.value("text"), isSelection: try row.value("selection"),
        approvedBy: try row.value("approved_by"), redactions: try row.optional("redactions"))
    }
  }
}
