/// The part of an export that both kinds have: everything but counts.
struct ExportedStudy {
  let model: ResultsModel

  typealias Keys = [(String, JSONValue)]

  /// The head of the document, up to the questionnaire.
  func keys(isConfidential: Bool, hasProvenance: Bool) -> Keys {
    var keys: Keys = [
      ("katern", .text("results")), ("version", .number(ResultsExchange.version)),
      ("confidential", .flag(isConfidential)),
    ]
    if hasProvenance { keys.append(("provenance", provenance)) }
    return keys + [
      ("study", study), ("policy", policy), ("plan", .list(model.plan.map(rule))),
      ("waves", .list(model.waves.map(wave))),
      ("breakdowns", .list(model.breakdowns.map(breakdown))),
      ("questions", .list(model.questions.map(question))),
      ("participation", .list(participation)),
    ]
  }

  /// The keys that have a value.
  static func present(_ keys: [(String, JSONValue?)]) -> Keys {
    keys.compactMap { key, value in value.map { (key, $0) } }
  }

  static func text(_ text: String?) -> JSONValue? { text.map { .text($0) } }

  static func number(_ number: Int?) -> JSONValue? { number.map { .number($0) } }

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

  private var provenance: JSONValue {
    .object([
      (
        "inputs",
        .list(
          model.inputs.map {
            .object([("path", .text($0.path)), ("sha256", .text($0.sha256))])
          })
      ),
      ("suppression", .text(model.suppressionHash)),
    ])
  }

  private var study: JSONValue {
    let study = model.study
    return .object(
      Self.present([
        ("id", .text(study.id)), ("title", .text(study.title)),
        ("language", .text(study.language)), ("sponsor", Self.text(study.sponsor)),
        ("agency", Self.text(study.agency)), ("selection", .text(study.selection.rawValue)),
        ("frame", Self.text(study.frame)), ("mode", Self.text(study.mode)),
        ("population_source", Self.text(study.populationSource)),
        ("nonresponse_examined", .flag(study.isNonresponseExamined)),
        ("note", Self.text(study.note)),
        (
          "disclosure",
          .list(
            study.disclosure.rows.map { row in
              .object([("item", .text(row.item)), ("text", .text(row.text))])
            })
        ),
      ]))
  }

  private var policy: JSONValue {
    let policy = model.policy
    return .object([
      ("indicative", .number(policy.indicative)), ("insufficient", .number(policy.insufficient)),
      ("group", .number(policy.group)), ("cell", .number(policy.cell)),
      ("dominance", .decimal(policy.dominance)), ("small_rows", .text(policy.smallRows.rawValue)),
    ])
  }

  private func rule(_ rule: PublicationRule) -> JSONValue {
    .object([
      ("questions", Self.texts(rule.questions)), ("breakdowns", Self.texts(rule.breakdowns)),
      (
        "crossings",
        .list(
          rule.crossings.map {
            .object([("first", .text($0.first)), ("second", .text($0.second))])
          })
      ),
    ])
  }

  private func wave(_ wave: Wave) -> JSONValue {
    .object(
      Self.present([
        ("id", .text(wave.id)), ("label", .text(wave.label)),
        ("field_start", Self.text(wave.fieldwork?.start)),
        ("field_end", Self.text(wave.fieldwork?.end)), ("reminders", Self.texts(wave.reminders)),
        ("publication", Self.text(wave.publication)),
      ]))
  }

  private func breakdown(_ breakdown: Breakdown) -> JSONValue {
    .object([
      ("id", .text(breakdown.id)), ("label", .text(breakdown.label)),
      (
        "segments",
        .list(
          breakdown.segments.map {
            .object([
              ("id", .text($0.id)), ("singular", .text($0.singular)),
              ("plural", .text($0.plural)), ("reported", .flag($0.isReported)),
            ])
          })
      ),
    ])
  }

  private func question(_ question: Question) -> JSONValue {
    .object(
      Self.present([
        ("id", .text(question.id)), ("label", .text(question.label)),
        ("wording", .text(question.text)), ("kind", .text(question.kind.rawValue)),
        ("scale", .flag(question.isScale)), ("universe", Self.text(question.universe)),
        ("filter", Self.text(question.filter)), ("sensitivity", Self.text(question.sensitivity)),
        ("places", Self.number(question.places)), ("coder", Self.text(question.coder)),
        (
          "comparability",
          .object(
            question.comparability.sorted { $0.key < $1.key }.map {
              ($0.key, .text($0.value.rawValue))
            })
        ),
        (
          "items",
          .list(
            question.items.map { .object([("id", .text($0.id)), ("label", .text($0.label))]) })
        ),
        ("categories", .list(question.categories.map(category))),
        ("nets", .list(question.nets.map(net))),
      ]))
  }

  private func category(_ category: Category) -> JSONValue {
    .object([
      ("id", .text(category.id)), ("label", .text(category.label)),
      ("none", .flag(category.isNone)), ("dont_know", .flag(category.isDontKnow)),
      ("rest", .flag(category.isRest)),
    ])
  }

  private func net(_ net: Net) -> JSONValue {
    .object([
      ("id", .text(net.id)), ("label", .text(net.label)), ("members", Self.texts(net.members)),
    ])
  }

  private var participation: [JSONValue] {
    model.participation.sorted {
      ($0.key.wave, $0.key.segment) < ($1.key.wave, $1.key.segment)
    }.map { key, value in
      .object(
        Self.present([
          ("wave", .text(key.wave)), ("segment", .text(key.segment.description)),
          ("population", Self.number(value.population)), ("invited", Self.number(value.invited)),
          ("responded", .number(value.responded)),
        ]))
    }
  }
}
