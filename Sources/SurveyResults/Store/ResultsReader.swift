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
        InputFile(path: try value($0, "path"), sha256: try value($0, "sha256"))
      },
      suppressionHash: try value(study, "suppression_hash"), participation: try participation(),
      counts: counts, facts: try facts(), quotes: try quotes())
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(database, sql: sql, arguments: arguments)
  }

  /// A value of a row; a file of another make may lack it, or have another kind of value there.
  func value<Value: DatabaseValueConvertible>(
    _ row: Row, _ column: String, _ type: Value.Type = Value.self
  ) throws -> Value {
    guard let value: Value = try optional(row, column) else {
      throw Damage(description: "the column '\(column)' is empty")
    }
    return value
  }

  /// A value of a row that may be absent.
  func optional<Value: DatabaseValueConvertible>(
    _ row: Row, _ column: String, _ type: Value.Type = Value.self
  ) throws -> Value? {
    guard row.hasColumn(column) else {
      throw Damage(description: "there is no column '\(column)'")
    }
    let stored: DatabaseValue = row[column]
    if stored.isNull { return nil }
    guard let value = Value.fromDatabaseValue(stored) else {
      throw Damage(description: "the column '\(column)' holds \(stored)")
    }
    return value
  }

  func choice<Choice: RawRepresentable>(
    _ text: String, _ type: Choice.Type
  ) throws -> Choice where Choice.RawValue == String {
    guard let value = Choice(rawValue: text) else {
      throw Damage(description: "'\(text)' is no \(type)")
    }
    return value
  }

  func segment(_ text: String) throws -> SegmentKey {
    guard let key = SegmentKey(text) else {
      throw Damage(description: "'\(text)' is no segment")
    }
    return key
  }

  private func study(_ row: Row) throws -> Study {
    Study(
      id: try value(row, "id"), title: try value(row, "title"),
      language: try value(row, "language"), sponsor: try optional(row, "sponsor"),
      agency: try optional(row, "agency"),
      selection: try choice(value(row, "selection"), Study.Selection.self),
      frame: try optional(row, "frame"), mode: try optional(row, "mode"),
      populationSource: try optional(row, "population_source"),
      isNonresponseExamined: try value(row, "nonresponse_examined"),
      note: try optional(row, "note"), disclosure: try disclosure())
  }

  private func disclosure() throws -> Disclosure {
    let rows = try rows("SELECT * FROM disclosure ORDER BY rowid").map { row in
      (item: try value(row, "item", String.self), text: try value(row, "text", String.self))
    }
    guard let disclosure = Disclosure(rows: rows) else {
      throw Damage(description: "the table 'disclosure' has an item that no codebook has")
    }
    return disclosure
  }

  private func waves() throws -> [Wave] {
    let waves = try rows("SELECT * FROM wave ORDER BY position").map { row -> Wave in
      var fieldwork: (start: String, end: String)?
      if let start: String = try optional(row, "field_start"),
        let end: String = try optional(row, "field_end")
      {
        fieldwork = (start, end)
      }
      let id: String = try value(row, "id")
      let reminders = try String.fetchAll(
        database, sql: "SELECT day FROM reminder WHERE wave = ? ORDER BY day", arguments: [id])
      return Wave(
        id: id, label: try value(row, "label"), fieldwork: fieldwork, reminders: reminders,
        publication: try optional(row, "publication"))
    }
    if waves.isEmpty { throw Damage(description: "it holds no wave") }
    return waves
  }

  private func breakdowns() throws -> [Breakdown] {
    try rows("SELECT * FROM breakdown ORDER BY position").map { row in
      let id: String = try value(row, "id")
      let segments = try rows(
        "SELECT * FROM segment WHERE breakdown = ? ORDER BY position", [id]
      ).map {
        Segment(
          id: try value($0, "id"), singular: try value($0, "singular"),
          plural: try value($0, "plural"),
          isReported: try value($0, "reported"))
      }
      return Breakdown(id: id, label: try value(row, "label"), segments: segments)
    }
  }

  private func questions() throws -> [Question] {
    try rows("SELECT * FROM question ORDER BY position").map { row in
      let id: String = try value(row, "id")
      func parts(_ table: String) throws -> [Row] {
        try rows("SELECT * FROM \(table) WHERE question = ? ORDER BY position", [id])
      }
      var comparability: [String: Question.Comparability] = [:]
      for entry in try rows("SELECT * FROM comparability WHERE question = ?", [id]) {
        comparability[try value(entry, "wave")] = try choice(
          try value(entry, "status"), Question.Comparability.self)
      }
      let members = try parts("net_member")
      return Question(
        id: id, label: try value(row, "label"), text: try value(row, "wording"),
        kind: try choice(value(row, "kind"), Question.Kind.self),
        items: try parts("item").map {
          Item(id: try value($0, "id"), label: try value($0, "label"))
        },
        categories: try parts("category").map {
          Category(
            id: try value($0, "id"), label: try value($0, "label"),
            isNone: try value($0, "is_none"),
            isDontKnow: try value($0, "is_dont_know"), isRest: try value($0, "is_rest"))
        },
        nets: try parts("net").map { net in
          let name: String = try value(net, "id")
          return Net(
            id: name, label: try value(net, "label"),
            members: try members.filter { try value($0, "net") == name }.map {
              try value($0, "category")
            })
        },
        universe: try optional(row, "universe"), filter: try optional(row, "filter"),
        sensitivity: try optional(row, "sensitivity"),
        comparability: comparability, isScale: try value(row, "scale"),
        places: try optional(row, "places"), coder: try optional(row, "coder"))
    }
  }

  private func policy() throws -> Policy {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM policy") else {
      throw Damage(description: "it holds no policy")
    }
    var policy = Policy()
    policy.indicative = try value(row, "indicative")
    policy.insufficient = try value(row, "insufficient")
    policy.group = try value(row, "smallest_group")
    policy.cell = try value(row, "smallest_cell")
    policy.dominance = try value(row, "dominance")
    policy.smallRows = try choice(value(row, "small_rows"), Policy.SmallRows.self)
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
          arguments: [rule]),
        crossings: try rows(
          "SELECT first, second FROM plan_crossing WHERE plan = ? ORDER BY rowid", [rule]
        ).map { Crossing(try value($0, "first"), try value($0, "second")) })
    }
  }

  private func participation() throws -> [(wave: String, segment: SegmentKey, Participation)] {
    try rows("SELECT * FROM cohort ORDER BY wave, segment").map { row in
      let counts = Participation(
        population: try optional(row, "population"), invited: try optional(row, "invited"),
        responded: try value(row, "responded"))
      return (try value(row, "wave"), try segment(value(row, "segment")), counts)
    }
  }
}
