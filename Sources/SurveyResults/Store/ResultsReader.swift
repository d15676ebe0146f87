/// Reads a model from the tables, each from its first row to its last.
struct ResultsReader {
  typealias Damage = StoredRows.Damage

  let database: StoredDatabase

  func model() throws -> ResultsModel {
    let study = try database.rows("SELECT * FROM study")
    guard try study.next() else { throw Damage(description: "it holds no study") }
    let counts = try counts()
    return ResultsModel(
      study: try self.study(study), waves: try waves(), breakdowns: try breakdowns(),
      questions: try questions(), policy: try policy(), plan: try plan(),
      inputs: try database.rows("SELECT * FROM input ORDER BY rowid").map {
        InputFile(path: try $0.value("path"), sha256: try $0.value("sha256"))
      },
      suppressionHash: try study.value("suppression_hash"), participation: try participation(),
      counts: counts, facts: try facts(), quotes: try quotes())
  }

  func segment(_ text: String) throws -> SegmentKey {
    guard let key = SegmentKey(text) else {
      throw Damage(description: "'\(text)' is no segment")
    }
    return key
  }

  /// What `read` makes of each row of a query, in order, by what a column names.
  private func grouped<Key: StoredValue & Hashable, Result>(
    by column: String, _ sql: String, _ read: (StoredRows) throws -> Result
  ) throws -> [Key: [Result]] {
    var groups: [Key: [Result]] = [:]
    let rows = try database.rows(sql)
    while try rows.next() {
      let key: Key = try rows.value(column)
      groups[key, default: []].append(try read(rows))
    }
    return groups
  }

  private func study(_ row: StoredRows) throws -> Study {
    Study(
      id: try row.value("id"), title: try row.value("title"),
      language: try row.value("language"), sponsor: try row.optional("sponsor"),
      agency: try row.optional("agency"), selection: try row.choice("selection"),
      frame: try row.optional("frame"), mode: try row.optional("mode"),
      populationSource: try row.optional("population_source"),
      isNonresponseExamined: try row.value("nonresponse_examined"),
      note: try row.optional("note"), disclosure: try disclosure())
  }

  private func disclosure() throws -> Disclosure {
    let rows = try database.rows("SELECT * FROM disclosure ORDER BY rowid").map { row in
      (item: try row.value("item") as String, text: try row.value("text") as String)
    }
    guard let disclosure = Disclosure(rows: rows) else {
      throw Damage(description: "the table 'disclosure' has an item that no codebook has")
    }
    return disclosure
  }

  private func waves() throws -> [Wave] {
    let reminders: [String: [String]] = try grouped(
      by: "wave", "SELECT * FROM reminder ORDER BY day"
    ) { try $0.value("day") }
    let waves = try database.rows("SELECT * FROM wave ORDER BY position").map { row -> Wave in
      var fieldwork: (start: String, end: String)?
      if let start: String = try row.optional("field_start"),
        let end: String = try row.optional("field_end")
      {
        fieldwork = (start, end)
      }
      let id: String = try row.value("id")
      return Wave(
        id: id, label: try row.value("label"), fieldwork: fieldwork, reminders: reminders[id] ?? [],
        publication: try row.optional("publication"))
    }
    if waves.isEmpty { throw Damage(description: "it holds no wave") }
    return waves
  }

  private func breakdowns() throws -> [Breakdown] {
    let segments: [String: [Segment]] = try grouped(
      by: "breakdown", "SELECT * FROM segment ORDER BY position"
    ) {
      Segment(
        id: try $0.value("id"), singular: try $0.value("singular"), plural: try $0.value("plural"),
        isReported: try $0.value("reported"))
    }
    return try database.rows("SELECT * FROM breakdown ORDER BY position").map { row in
      let id: String = try row.value("id")
      return Breakdown(id: id, label: try row.value("label"), segments: segments[id] ?? [])
    }
  }

  private func questions() throws -> [Question] {
    let parts = try QuestionParts(self)
    return try database.rows("SELECT * FROM question ORDER BY position").map { row in
      let id: String = try row.value("id")
      return Question(
        id: id, label: try row.value("label"), text: try row.value("wording"),
        kind: try row.choice("kind"), items: parts.items[id] ?? [],
        categories: parts.categories[id] ?? [], nets: parts.nets[id] ?? [],
        universe: try row.optional("universe"), filter: try row.optional("filter"),
        sensitivity: try row.optional("sensitivity"),
        comparability: Dictionary(
          parts.comparability[id] ?? [], uniquingKeysWith: { _, last in last }),
        isScale: try row.value("scale"), places: try row.optional("places"),
        coder: try row.optional("coder"))
    }
  }

  /// What questions are made of, by question.
  private struct QuestionParts {
    var items: [String: [Item]]
    var categories: [String: [Category]]
    var nets: [String: [Net]]
    var comparability: [String: [(String, Question.Comparability)]]

    init(_ reader: ResultsReader) throws {
      items = try reader.grouped(by: "question", "SELECT * FROM item ORDER BY position") {
        Item(id: try $0.value("id"), label: try $0.value("label"))
      }
      categories = try reader.grouped(by: "question", "SELECT * FROM category ORDER BY position") {
        Category(
          id: try $0.value("id"), label: try $0.value("label"), isNone: try $0.value("is_none"),
          isDontKnow: try $0.value("is_dont_know"), isRest: try $0.value("is_rest"))
      }
      let members: [String: [(net: String, category: String)]] = try reader.grouped(
        by: "question", "SELECT * FROM net_member ORDER BY position"
      ) { (try $0.value("net"), try $0.value("category")) }
      nets = try reader.grouped(by: "question", "SELECT * FROM net ORDER BY position") { row in
        let id: String = try row.value("id")
        let members = members[try row.value("question")] ?? []
        return Net(
          id: id, label: try row.value("label"),
          members: members.filter { $0.net == id }.map(\.category))
      }
      comparability = try reader.grouped(by: "question", "SELECT * FROM comparability") {
        (try $0.value("wave"), try $0.choice("status"))
      }
    }
  }

  private func policy() throws -> Policy {
    let row = try database.rows("SELECT * FROM policy")
    guard try row.next() else { throw Damage(description: "it holds no policy") }
    var policy = Policy()
    policy.indicative = try row.value("indicative")
    policy.insufficient = try row.value("insufficient")
    policy.group = try row.value("smallest_group")
    policy.cell = try row.value("smallest_cell")
    policy.dominance = try row.value("dominance")
    policy.smallRows = try row.choice("small_rows")
    return policy
  }

  private func plan() throws -> [PublicationRule] {
    let questions: [Int: [String]] = try grouped(
      by: "plan", "SELECT * FROM plan_question ORDER BY rowid"
    ) { try $0.value("question") }
    let breakdowns: [Int: [String]] = try grouped(
      by: "plan", "SELECT * FROM plan_breakdown ORDER BY rowid"
    ) { try $0.value("breakdown") }
    let crossings: [Int: [Crossing]] = try grouped(
      by: "plan", "SELECT * FROM plan_crossing ORDER BY rowid"
    ) { Crossing(try $0.value("first"), try $0.value("second")) }
    return try database.rows("SELECT * FROM plan ORDER BY position").map { row in
      let rule: Int = try row.value("position")
      return PublicationRule(
        questions: questions[rule] ?? [], breakdowns: breakdowns[rule] ?? [],
        crossings: crossings[rule] ?? [])
    }
  }

  private func participation() throws -> [(wave: String, segment: SegmentKey, Participation)] {
    try database.rows("SELECT * FROM cohort ORDER BY wave, segment").map { row in
      let counts = Participation(
        population: try row.optional("population"), invited: try row.optional("invited"),
        responded: try row.value("responded"))
      return (try row.value("wave"), try segment(row.value("segment")), counts)
    }
  }
}
