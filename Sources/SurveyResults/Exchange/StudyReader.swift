/// Reads what an export says of the study, its questionnaire and its plan.
struct StudyReader {
  let document: JSONFields
  let log: ExchangeLog

  /// The fields of an object under a key.
  func fields(_ fields: JSONFields, _ key: String, _ known: [String]) -> JSONFields {
    guard let value = fields.value(key) else {
      _ = fields.text(key)
      return JSONFields(LocatedJSON(content: .object([]), range: fields.range), known: [], log: log)
    }
    return JSONFields(value, known: known, log: log)
  }

  func study() -> Study {
    let study = fields(
      document, "study",
      [
        "id", "title", "language", "sponsor", "agency", "selection", "frame", "mode",
        "population_source", "nonresponse_examined", "note", "disclosure",
      ])
    return Study(
      id: study.text("id"), title: study.text("title"), language: study.text("language"),
      sponsor: study.optionalText("sponsor"), agency: study.optionalText("agency"),
      selection: study.choice("selection", .census), frame: study.optionalText("frame"),
      mode: study.optionalText("mode"),
      populationSource: study.optionalText("population_source"),
      isNonresponseExamined: study.flag("nonresponse_examined"), note: study.optionalText("note"),
      disclosure: disclosure(study))
  }

  private func disclosure(_ study: JSONFields) -> Disclosure {
    let rows = study.list("disclosure", isOptional: true).map { entry in
      let fields = JSONFields(entry, known: ["item", "text"], log: log)
      return (item: fields.text("item"), text: fields.text("text"))
    }
    if let disclosure = Disclosure(rows: rows) { return disclosure }
    log.report(study.place("disclosure")) {
      .broken("an item of the disclosure is none that a codebook has", at: $0)
    }
    return Disclosure()
  }

  func policy() -> Policy {
    let keys = ["indicative", "insufficient", "group", "cell", "dominance", "small_rows"]
    let fields = fields(document, "policy", keys)
    var policy = Policy()
    policy.indicative = fields.integer("indicative")
    policy.insufficient = fields.integer("insufficient")
    policy.group = fields.integer("group")
    policy.cell = fields.integer("cell")
    policy.dominance = fields.decimal("dominance")
    policy.smallRows = fields.choice("small_rows", .withhold)
    // What is missing was reported already.
    guard keys.allSatisfy({ fields.value($0) != nil }) else { return policy }
    if policy.group < 1 || policy.cell < 1 || policy.insufficient < policy.group
      || policy.indicative < policy.insufficient || policy.dominance <= 0.5 || policy.dominance > 1
    {
      log.report(fields.range) {
        .broken(
          "bounds are 1 ≤ group ≤ insufficient ≤ indicative, cell ≥ 1, 0.5 < dominance ≤ 1", at: $0)
      }
    }
    return policy
  }

  func waves() -> [Wave] {
    let known = ["id", "label", "field_start", "field_end", "reminders", "publication"]
    return named("wave", document.list("waves"), known) { wave in
      var fieldwork: (start: String, end: String)?
      if let start = wave.optionalText("field_start"), let end = wave.optionalText("field_end") {
        fieldwork = (start, end)
      }
      return Wave(
        id: wave.text("id"), label: wave.text("label"), fieldwork: fieldwork,
        reminders: wave.texts("reminders", isOptional: true),
        publication: wave.optionalText("publication"))
    }
  }

  func breakdowns() -> [Breakdown] {
    named("breakdown", document.list("breakdowns"), ["id", "label", "segments"]) { breakdown in
      let segments = named(
        "segment", breakdown.list("segments"), ["id", "singular", "plural", "reported"]
      ) {
        Segment(
          id: $0.text("id"), singular: $0.text("singular"), plural: $0.text("plural"),
          isReported: $0.flag("reported"))
      }
      return Breakdown(
        id: breakdown.text("id"), label: breakdown.text("label"), segments: segments)
    }
  }

  func questions(waves: [Wave]) -> [Question] {
    let known = [
      "id", "label", "wording", "kind", "scale", "universe", "filter", "sensitivity", "places",
      "coder", "comparability", "items", "categories", "nets",
    ]
    return named("question", document.list("questions"), known) { fields in
      let kind: Question.Kind = fields.choice("kind", .single)
      let categories = named(
        "answer", fields.list("categories"), ["id", "label", "none", "dont_know", "rest"]
      ) {
        Category(
          id: $0.text("id"), label: $0.text("label"), isNone: $0.flag("none"),
          isDontKnow: $0.flag("dont_know"), isRest: $0.flag("rest"))
      }
      let question = Question(
        id: fields.text("id"), label: fields.text("label"), text: fields.text("wording"),
        kind: kind,
        items: named("item", fields.list("items", isOptional: true), ["id", "label"]) {
          Item(id: $0.text("id"), label: $0.text("label"))
        }, categories: categories, nets: nets(fields, of: categories),
        universe: fields.optionalText("universe"), filter: fields.optionalText("filter"),
        sensitivity: fields.optionalText("sensitivity"),
        comparability: comparability(fields, waves: waves), isScale: fields.flag("scale"),
        places: fields.optionalInteger("places"), coder: fields.optionalText("coder"))
      check(question, fields)
      return question
    }
  }

  private func check(_ question: Question, _ fields: JSONFields) {
    func broken(_ rule: String, _ key: String) {
      log.report(fields.place(key)) { .broken(rule, at: $0) }
    }
    if (question.kind == .battery) == question.items.isEmpty {
      broken("a battery has items, and no other kind", "items")
    }
    if (question.kind == .ranking) != (question.places != nil) {
      broken("a ranking says how many places are counted, and no other kind", "places")
    }
    if let places = question.places, !(1...100).contains(places) {
      broken("a ranking counts 1 to 100 places", "places")
    }
    if (question.kind == .open) != (question.coder != nil) {
      broken("an open question says who coded it, and no other kind", "coder")
    }
  }

  private func nets(_ fields: JSONFields, of categories: [Category]) -> [Net] {
    let known = categories.map(\.id)
    let nets = named(
      "net", fields.list("nets", isOptional: true), ["id", "label", "members"]
    ) { net in
      let members = net.texts("members")
      for member in members where !known.contains(member) {
        log.report(net.place("members")) {
          .unknownName(member, of: "answer", known: known, at: $0)
        }
      }
      if Set(members).count < members.count {
        log.report(net.place("members")) { .broken("a net names an answer once", at: $0) }
      }
      if known.contains(net.text("id")) {
        log.report(net.place("id")) { .nameTwice(net.text("id"), of: "answer", at: $0) }
      }
      return Net(id: net.text("id"), label: net.text("label"), members: members)
    }
    return nets
  }

  private func comparability(
    _ fields: JSONFields, waves: [Wave]
  ) -> [String: Question.Comparability] {
    var result: [String: Question.Comparability] = [:]
    for member in fields.names("comparability") {
      let known = waves.map(\.id)
      if !known.contains(member.key) {
        log.report(member.keyRange) {
          .unknownName(member.key, of: "wave", known: known, at: $0)
        }
      }
      guard case .text(let word) = member.value.content else {
        log.report(member.value.range) {
          .wrongKind("a text", found: member.value.kind, at: $0)
        }
        continue
      }
      if let status = Question.Comparability(rawValue: word) {
        result[member.key] = status
      } else {
        log.report(member.value.range) {
          .unknownWord(word, known: Question.Comparability.allCases.map(\.rawValue), at: $0)
        }
      }
    }
    return result
  }

  func plan(questions: [Question], breakdowns: [Breakdown]) -> [PublicationRule] {
    let places = breakdowns.map(\.id)
    func check(_ name: String, _ what: String, _ known: [String], _ range: Range<Int>) {
      if !known.contains(name) {
        log.report(range) { .unknownName(name, of: what, known: known, at: $0) }
      }
    }
    return document.list("plan").map { entry in
      let rule = JSONFields(entry, known: ["questions", "breakdowns", "crossings"], log: log)
      let result = PublicationRule(
        questions: rule.texts("questions"), breakdowns: rule.texts("breakdowns"),
        crossings: rule.list("crossings", isOptional: true).map { entry in
          let fields = JSONFields(entry, known: ["first", "second"], log: log)
          let crossing = Crossing(fields.text("first"), fields.text("second"))
          for name in [crossing.first, crossing.second] {
            check(name, "breakdown", places, fields.range)
          }
          if let one = places.firstIndex(of: crossing.first),
            let other = places.firstIndex(of: crossing.second), one >= other
          {
            log.report(fields.range) {
              .broken("a crossing names two breakdowns in the order of the study", at: $0)
            }
          }
          return crossing
        })
      for name in result.questions {
        check(name, "question", questions.map(\.id), rule.place("questions"))
      }
      for name in result.breakdowns {
        check(name, "breakdown", ["total"] + places, rule.place("breakdowns"))
      }
      return result
    }
  }

  func participation(
    _ names: ExchangeNames
  ) -> [(wave: String, segment: SegmentKey, Participation)] {
    var seen: Set<String> = []
    return document.list("participation").map { entry in
      let fields = JSONFields(
        entry, known: ["wave", "segment", "population", "invited", "responded"], log: log)
      let wave = names.wave(fields)
      let segment = names.segment(fields)
      let counts = Participation(
        population: fields.optionalInteger("population"),
        invited: fields.optionalInteger("invited"), responded: fields.integer("responded"))
      if !seen.insert("\(wave) \(segment)").inserted {
        log.report(fields.range) {
          .nameTwice("\(segment), \(wave)", of: "participation", at: $0)
        }
      }
      let order = [0, counts.responded] + [counts.invited, counts.population].compactMap { $0 }
      if zip(order, order.dropFirst()).contains(where: >) {
        log.report(fields.range) {
          .broken("0 ≤ responded ≤ invited ≤ population, and here they are not", at: $0)
        }
      }
      return (wave, segment, counts)
    }
  }

  /// The entries of a list, whose `id` must differ.
  private func named<Entry>(
    _ what: String, _ values: [LocatedJSON], _ known: [String], _ read: (JSONFields) -> Entry
  ) -> [Entry] {
    var seen: Set<String> = []
    return values.map { value in
      let fields = JSONFields(value, known: known, log: log)
      let entry = read(fields)
      if let id = fields.optionalText("id"), !seen.insert(id).inserted {
        log.report(fields.place("id")) { .nameTwice(id, of: what, at: $0) }
      }
      return entry
    }
  }
}
