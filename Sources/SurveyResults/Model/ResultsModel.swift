/// The results of a study in memory: what `results.sqlite` holds.
///
/// Counts are not public. They leave through the door (`figure(_:)`, `base(of:)`), which applies the
/// policy; participation may always be said.
///
///     let results = try ResultsFile.read(path: "results.sqlite")
///     let request = FigureRequest(
///       question: "agressie", answer: "any",
///       segment: try results.segment(named: "burgemeester"))
///     let figure = try results.figure(request)
///     switch figure.outcome {
///     case .counted(let proportion, let quality):
///       print("\(proportion.percent)% of \(proportion.base), \(quality)")
///     case .published(let fact): print("printed before, on page \(fact.page ?? 0)")
///     case .withheld(let reason): print("withheld: \(reason)")
///     case .unknown: print("not known")
///     }
public struct ResultsModel: Sendable {
  /// The study.
  public let study: Study
  /// The waves; the first is the current one.
  public let waves: [Wave]
  /// The breakdowns in order.
  public let breakdowns: [Breakdown]
  /// The questions in the order of the questionnaire.
  public let questions: [Question]
  /// The rules of publication.
  public let policy: Policy
  /// The publication plan.
  public let plan: [PublicationRule]
  /// The files that the results come from.
  public let inputs: [InputFile]
  /// The SHA-256 of policy, plan and what they withheld.
  public let suppressionHash: String

  let participation: [CohortKey: Participation]
  let counts: [BaseKey: BaseCounts]
  let facts: [PublishedFact]
  let quotes: [Quote]
  private let factIndex: [FactKey: PublishedFact]
  private let questionIndex: [String: Int]
  /// The waves in which a question has counts, by question.
  private let askedWaves: [String: Set<String>]

  struct CohortKey: Hashable {
    var wave: String
    var segment: SegmentKey
  }

  private struct FactKey: Hashable {
    var base: BaseKey
    var answer: AnswerKey
  }

  /// What a model is made of; the importer counts, and the policy has been applied.
  package init(
    study: Study, waves: [Wave], breakdowns: [Breakdown], questions: [Question], policy: Policy,
    plan: [PublicationRule], inputs: [InputFile], suppressionHash: String,
    participation: [(wave: String, segment: SegmentKey, Participation)],
    counts: [BaseKey: BaseCounts], facts: [PublishedFact], quotes: [Quote] = []
  ) {
    self.study = study
    self.waves = waves
    self.breakdowns = breakdowns
    self.questions = questions
    self.policy = policy
    self.plan = plan
    self.inputs = inputs
    self.suppressionHash = suppressionHash
    self.participation = Dictionary(
      participation.map { (CohortKey(wave: $0.wave, segment: $0.segment), $0.2) },
      uniquingKeysWith: { first, _ in first })
    self.counts = counts
    self.facts = facts
    self.quotes = quotes
    factIndex = Dictionary(
      facts.map { fact in
        let base = BaseKey(
          question: fact.question, item: fact.item, segment: fact.segment, wave: fact.wave)
        return (FactKey(base: base, answer: AnswerKey(fact.answer, places: fact.places)), fact)
      }, uniquingKeysWith: { first, _ in first })
    askedWaves = Dictionary(
      counts.keys.map { ($0.question, Set([$0.wave])) }, uniquingKeysWith: { $0.union($1) })
    questionIndex = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The current wave.
  public var currentWave: Wave { waves[0] }

  /// The question with a name.
  public func question(_ id: String) -> Question? { questionIndex[id].map { questions[$0] } }

  /// Whether a question was put in a wave: in the current one, or in one that has counts of it.
  func wasAsked(_ question: String, in wave: String) -> Bool {
    wave == currentWave.id || askedWaves[question]?.contains(wave) ?? false
  }

  /// The breakdown with a name.
  public func breakdown(_ id: String) -> Breakdown? { breakdowns.first { $0.id == id } }

  /// The wave with a name.
  public func wave(_ id: String) -> Wave? { waves.first { $0.id == id } }

  /// The segment that a key names; nil for the total, for crossings and for unknown names.
  public func segment(_ key: SegmentKey) -> Segment? {
    switch key {
    case .total, .crossing: nil
    case .segment(let breakdown, let id), .others(let breakdown, let id):
      self.breakdown(breakdown)?.segments.first { $0.id == id }
    }
  }

  func fact(_ base: BaseKey, answer: AnswerKey) -> PublishedFact? {
    factIndex[FactKey(base: base, answer: answer)]
  }

  /// The results with quotes; whose words they are is left out where it may not be said.
  package func with(quotes: [Quote]) -> ResultsModel {
    ResultsModel(
      study: study, waves: waves, breakdowns: breakdowns, questions: questions, policy: policy,
      plan: plan, inputs: inputs, suppressionHash: suppressionHash,
      participation: participation.map { ($0.key.wave, $0.key.segment, $0.value) },
      counts: counts, facts: facts, quotes: quotes.map(shown))
  }
}
