package import Diagnostics

extension ResultsExchange {
  /// Reads a confidential export; all its faults are reported, each at its place.
  ///
  /// The text is not trusted: beside its form, every name must be known, and the counts must be such as
  /// a survey can give under the policy that the file states (`ExchangeInvariants`).
  ///
  /// - Returns: the results; nil after a fault.
  package static func model(
    from source: SourceFile, into log: inout DiagnosticLog
  ) -> ResultsModel? {
    var text = JSONText(source)
    let value = text.value()
    let faults = ExchangeLog(source)
    faults.append(text.log)
    defer { log.append(faults.log) }
    guard let value, !faults.hasErrors else { return nil }
    return ExchangeReader(log: faults).read(value)
  }
}

/// Reads the document of a confidential export.
struct ExchangeReader {
  let log: ExchangeLog

  private static let keys = [
    "katern", "version", "confidential", "provenance", "study", "policy", "plan", "waves",
    "breakdowns", "questions", "participation", "bases", "facts", "quotes",
  ]

  func read(_ value: LocatedJSON) -> ResultsModel? {
    guard isConfidentialExport(value) else { return nil }
    let document = JSONFields(value, known: Self.keys, log: log)
    let reader = StudyReader(document: document, log: log)
    let provenance = reader.fields(document, "provenance", ["inputs", "suppression"])
    let inputs = provenance.list("inputs").map { entry in
      let input = JSONFields(entry, known: ["path", "sha256"], log: log)
      return InputFile(path: input.text("path"), sha256: input.text("sha256"))
    }
    let study = reader.study()
    let policy = reader.policy()
    let waves = reader.waves()
    let breakdowns = reader.breakdowns()
    let questions = reader.questions(waves: waves)
    let plan = reader.plan(questions: questions, breakdowns: breakdowns)
    let names = ExchangeNames(
      waves: waves, breakdowns: breakdowns, questions: questions, log: log)
    let participation = reader.participation(names)
    let counts = CountReader(log: log, names: names)
    let bases = counts.bases(document.list("bases"))
    let facts = document.list("facts").map(counts.fact)
    let quotes = document.list("quotes").map(counts.quote)
    if waves.isEmpty {
      log.report(document.place("waves")) { .broken("a study has at least one wave", at: $0) }
    }
    if log.hasErrors { return nil }
    let model = ResultsModel(
      study: study, waves: waves, breakdowns: breakdowns, questions: questions, policy: policy,
      plan: plan, inputs: inputs, suppressionHash: provenance.text("suppression"),
      participation: participation, counts: bases.mapValues(\.counts), facts: facts,
      quotes: quotes)
    ExchangeInvariants(model: model, log: log).check(bases)
    return log.hasErrors ? nil : model
  }

  /// Whether the document is one that can be read; if not, that is the only thing to say.
  private func isConfidentialExport(_ value: LocatedJSON) -> Bool {
    guard case .object(let members) = value.content else {
      log.report(value.range) { .notAnExport(at: $0) }
      return false
    }
    func member(_ key: String) -> LocatedJSON? { members.first { $0.key == key }?.value }
    let start = value.range.lowerBound..<value.range.lowerBound + 1
    guard case .text("results") = member("katern")?.content else {
      log.report(member("katern")?.range ?? start) { .notAnExport(at: $0) }
      return false
    }
    if let version = member("version"), case .integer(let number) = version.content,
      number != ResultsExchange.version
    {
      log.report(version.range) {
        .newerExport(number, reads: ResultsExchange.version, at: $0)
      }
      return false
    }
    guard case .flag(true) = member("confidential")?.content else {
      log.report(member("confidential")?.range ?? start) { .notConfidential(at: $0) }
      return false
    }
    return true
  }
}

/// The names that a study has, to check those that counts refer to.
struct ExchangeNames {
  let waves: [Wave]
  let breakdowns: [Breakdown]
  let questions: [Question]
  let log: ExchangeLog
  private let questionIndex: [String: Int]

  init(waves: [Wave], breakdowns: [Breakdown], questions: [Question], log: ExchangeLog) {
    self.waves = waves
    self.breakdowns = breakdowns
    self.questions = questions
    self.log = log
    questionIndex = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first
      })
  }

  func wave(_ fields: JSONFields) -> String {
    let name = fields.text("wave")
    check(name, of: "wave", in: waves.map(\.id), at: fields.place("wave"))
    return name
  }

  func question(_ fields: JSONFields) -> Question? {
    let name = fields.text("question")
    if let index = questionIndex[name] { return questions[index] }
    check(name, of: "question", in: questions.map(\.id), at: fields.place("question"))
    return nil
  }

  func item(_ fields: JSONFields, of question: Question?) -> String? {
    let name = fields.optionalText("item")
    guard let question else { return name }
    let known = question.items.map(\.id)
    if let name {
      check(name, of: "item", in: known, at: fields.place("item"))
    } else if !known.isEmpty {
      log.report(fields.place("question")) {
        .broken("'\(question.id)' is asked by item, and the object has none", at: $0)
      }
    }
    return name
  }

  /// The segment of an object; the total if the text is none.
  func segment(_ fields: JSONFields) -> SegmentKey {
    let text = fields.text("segment")
    guard fields.value("segment") != nil else { return .total }
    return segment(text, at: fields.place("segment"))
  }

  func segment(_ text: String, at range: Range<Int>) -> SegmentKey {
    guard let key = SegmentKey(text) else {
      log.report(range) { .noSegment(text, at: $0) }
      return .total
    }
    switch key {
    case .total: break
    case .segment(let breakdown, let id), .others(let breakdown, let id):
      check(SegmentPart(breakdown: breakdown, id: id), at: range)
    case .crossing(let first, let second):
      check(first, at: range)
      check(second, at: range)
      let order = breakdowns.map(\.id)
      if let one = order.firstIndex(of: first.breakdown),
        let other = order.firstIndex(of: second.breakdown), one >= other
      {
        log.report(range) {
          .broken("a crossing names two breakdowns in the order of the study", at: $0)
        }
      }
    }
    return key
  }

  private func check(_ part: SegmentPart, at range: Range<Int>) {
    guard let breakdown = breakdowns.first(where: { $0.id == part.breakdown }) else {
      check(part.breakdown, of: "breakdown", in: breakdowns.map(\.id), at: range)
      return
    }
    check(part.id, of: "segment", in: breakdown.segments.map(\.id), at: range)
  }

  /// An answer with its places, which the question must count.
  func answer(_ fields: JSONFields, of question: Question?) -> AnswerKey {
    let name = fields.text("answer")
    var places: Places?
    if let first = fields.optionalInteger("first_place"),
      let last = fields.optionalInteger("last_place")
    {
      places = Places(first: first, last: last)
    }
    let key = AnswerKey(name, places: places)
    guard let question, fields.value("answer") != nil else { return key }
    let known = question.answerKeys
    if !known.contains(where: { $0.answer == name }) {
      check(name, of: "answer", in: known.map(\.answer), at: fields.place("answer"))
    } else if !known.contains(key) {
      log.report(fields.place("first_place")) {
        .broken("'\(question.id)' does not count these places of '\(name)'", at: $0)
      }
    }
    return key
  }

  func check(_ name: String, of what: String, in known: [String], at range: Range<Int>) {
    if !name.isEmpty, !known.contains(name) {
      log.report(range) { .unknownName(name, of: what, known: known, at: $0) }
    }
  }
}
