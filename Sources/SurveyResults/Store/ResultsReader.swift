import GRDB

/// Reads a model from the tables.
struct ResultsReader {
  let database: Database

  /// A value that this program cannot have written.
  struct Damage: Error, CustomStringConvertible {
    let description: String
  }

  func model() throws -> ResultsModel {
    guard let study = try Row.fetchOne(database, sql: "SELECT * FROM study") else {
      throw Damage(description: "it holds no study")
    }
    let counts = try counts()
    return ResultsModel(
      study: try self.study(study), waves: try waves(), breakdowns: try breakdowns(),
      questions: try questions(), policy: try policy(), plan: try plan(),
      inputs: try rows("SELECT * FROM input ORDER BY rowid").map {
        InputFile(path: $0["path"], sha256: $0["sha256"])
      },
      suppressionHash: study["suppression_hash"], participation: try participation(),
      counts: counts, facts: try facts())
  }

  private func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(database, sql: sql, arguments: arguments)
  }

  private func choice<Choice: RawRepresentable>(
    _ text: String, _ type: Choice.Type
  ) throws -> Choice where Choice.RawValue == String {
    guard let value = Choice(rawValue: text) else {
      throw Damage(description: "'\(text)' is no \(type)")
    }
    return value
  }

  private func segment(_ text: String) throws -> SegmentKey {
    guard let key = SegmentKey(text) else {
      throw Damage(description: "'\(text)' is no segment")
    }
    return key
  }

  private func study(_ row: Row) throws -> Study {
    Study(
      id: row["id"], title: row["title"], language: row["language"], sponsor: row["sponsor"],
      agency: row["agency"], selection: try choice(row["selection"], Study.Selection.self),
      frame: row["frame"], mode: row["mode"], populationSource: row["population_source"],
      isNonresponseExamined: row["nonresponse_examined"], note: row["note"])
  }

  private func waves() throws -> [Wave] {
    let waves = try rows("SELECT * FROM wave ORDER BY position").map { row -> Wave in
      var fieldwork: (start: String, end: String)?
      if let start: String = row["field_start"], let end: String = row["field_end"] {
        fieldwork = (start, end)
      }
      let id: String = row["id"]
      let reminders = try String.fetchAll(
        database, sql: "SELECT day FROM reminder WHERE wave = ? ORDER BY day", arguments: [id])
      return Wave(
        id: id, label: row["label"], fieldwork: fieldwork, reminders: reminders,
        publication: row["publication"])
    }
    if waves.isEmpty { throw Damage(description: "it holds no wave") }
    return waves
  }

  private func breakdowns() throws -> [Breakdown] {
    try rows("SELECT * FROM breakdown ORDER BY position").map { row in
      let id: String = row["id"]
      let segments = try rows(
        "SELECT * FROM segment WHERE breakdown = ? ORDER BY position", [id]
      ).map {
        Segment(
          id: $0["id"], singular: $0["singular"], plural: $0["plural"],
          isReported: $0["reported"])
      }
      return Breakdown(id: id, label: row["label"], segments: segments)
    }
  }

  private func questions() throws -> [Question] {
    try rows("SELECT * FROM question ORDER BY position").map { row in
      let id: String = row["id"]
      func parts(_ table: String) throws -> [Row] {
        try rows("SELECT * FROM \(table) WHERE question = ? ORDER BY position", [id])
      }
      var comparability: [String: Question.Comparability] = [:]
      for entry in try rows("SELECT * FROM comparability WHERE question = ?", [id]) {
        comparability[entry["wave"]] = try choice(
          entry["status"], Question.Comparability.self)
      }
      let members = try parts("net_member")
      return Question(
        id: id, label: row["label"], text: row["wording"],
        kind: try choice(row["kind"], Question.Kind.self),
        items: try parts("item").map { Item(id: $0["id"], label: $0["label"]) },
        categories: try parts("category").map {
          Category(
            id: $0["id"], label: $0["label"], isNone: $0["is_none"],
            isDontKnow: $0["is_dont_know"])
        },
        nets: try parts("net").map { net in
          let name: String = net["id"]
          return Net(
            id: name, label: net["label"],
            members: members.filter { $0["net"] == name }.map { $0["category"] })
        },
        universe: row["universe"], filter: row["filter"], sensitivity: row["sensitivity"],
        comparability: comparability, isScale: row["scale"])
    }
  }

  private func policy() throws -> Policy {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM policy") else {
      throw Damage(description: "it holds no policy")
    }
    var policy = Policy()
    policy.indicative = row["indicative"]
    policy.insufficient = row["insufficient"]
    policy.group = row["smallest_group"]
    policy.cell = row["smallest_cell"]
    policy.dominance = row["dominance"]
    policy.smallRows = try choice(row["small_rows"], Policy.SmallRows.self)
    return policy
  }

  private func plan() throws -> [PublicationRule] {
    try Int.fetchAll(database, sql: "SELECT position FROM plan ORDER BY position").map { rule in
      PublicationRule(
        questions: try String.fetchAll(
          database, sql: "SELECT question FROM plan_question WHERE plan = ? ORDER BY rowid",
          arguments: [rule]),
        breakdowns: try String.fetchAll(
          database, sql: "SELECT breakdown FROM plan_breakdown WHERE plan = ? ORDER BY rowid",
          arguments: [rule]))
    }
  }

  private func participation() throws -> [(wave: String, segment: SegmentKey, Participation)] {
    try rows("SELECT * FROM cohort ORDER BY wave, segment").map { row in
      let counts = Participation(
        population: row["population"], invited: row["invited"], responded: row["responded"])
      return (row["wave"], try segment(row["segment"]), counts)
    }
  }

  private func counts() throws -> [BaseKey: BaseCounts] {
    var answers: [Int: [String: AnswerCount]] = [:]
    for row in try rows("SELECT * FROM cell") {
      let base: Int = row["base"]
      if let reason: String = row["withheld"] {
        answers[base, default: [:]][row["answer"]] = .withheld(
          try choice(reason, Withholding.self))
      } else {
        answers[base, default: [:]][row["answer"]] = .counted(row["k"], weight: row["w"])
      }
    }
    var counts: [BaseKey: BaseCounts] = [:]
    for row in try rows("SELECT * FROM base") {
      let key = BaseKey(
        question: row["question"], item: row["item"], segment: try segment(row["segment"]),
        wave: row["wave"])
      var weights: WeightSums?
      if let sum: Double = row["sum_w"], let squares: Double = row["sum_w2"] {
        weights = WeightSums(sum: sum, sumOfSquares: squares)
      }
      counts[key] = BaseCounts(
        base: row["n"], everybody: row["everybody"], answers: answers[row["id"]] ?? [:],
        weights: weights)
    }
    return counts
  }

  private func facts() throws -> [PublishedFact] {
    try rows("SELECT * FROM published_fact ORDER BY rowid").map { row in
      let content: PublishedFact.Content
      if let percent: Double = row["percent"] {
        content = .percent(percent)
      } else if let place: Int = row["place"] {
        content = .rank(place)
      } else {
        let direction: String = row["direction"]
        content = .direction(isLower: direction == "lower")
      }
      return PublishedFact(
        question: row["question"], item: row["item"], answer: row["answer"],
        segment: try segment(row["segment"]), wave: row["wave"], content: content,
        page: row["page"], base: row["n"])
    }
  }
}
