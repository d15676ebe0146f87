/// The answer sheets of all respondents of one office, filled in question by question.
struct AnswerSheets {
  let role: Role
  private(set) var columns: [SurveyColumn]
  private(set) var sets: [SurveyColumnSet] = []
  private(set) var rows: [[Int?]]
  /// Those who sought support after they met with aggression.
  private(set) var supported: [Int] = []

  private var everyone: [Int] { Array(rows.indices) }

  init(role: Role) {
    self.role = role
    columns = [
      SurveyColumn("rol", "Ambt", answers: Role.allCases.map(\.label))
    ]
    rows = Array(repeating: [role.rawValue], count: role.respondents)
  }

  /// Puts all questions but the open one, whose answers are counted over all offices.
  mutating func fill(using generator: inout SplitMix64) throws(CalibrationFault) {
    try fillExperience(using: &generator)
    _ = try ask(Calibration.hypotheticalReaction, of: everyone, using: &generator)
    _ = try ask(Calibration.hypotheticalSupport, of: everyone, using: &generator)
    _ = try ask(Calibration.hypotheticalSource, of: everyone, using: &generator)
    let critics = try ask(Calibration.improvement, of: everyone, using: &generator)[0]
    _ = try ask(Calibration.improvementThemes, of: critics, using: &generator)
    let pleased = try ask(Calibration.compliment, of: everyone, using: &generator)[0]
    _ = try ask(Calibration.complimentThemes, of: pleased, using: &generator)
    try ask(Calibration.importance, using: &generator)
    let awareness = try ask(Calibration.awareness, of: everyone, using: &generator)
    _ = try ask(
      Calibration.participation, of: everyone, choosersFrom: Array(awareness.dropFirst().joined()),
      using: &generator)
    _ = try ask(Calibration.suggestions, of: everyone, using: &generator)
    _ = try ask(Calibration.attentionKind, of: everyone, using: &generator)
    _ = try ask(Calibration.attention, of: everyone, using: &generator)
  }

  private mutating func fillExperience(
    using generator: inout SplitMix64
  ) throws(CalibrationFault) {
    let victims = try ask(Calibration.aggression, of: everyone, using: &generator)
    let reactions = try ask(
      Calibration.reaction, of: Set(victims.joined()).sorted(), using: &generator)
    supported = reactions[2]
    _ = try ask(Calibration.source, of: supported, using: &generator)
    _ = try ask(Calibration.form, of: supported, using: &generator)
    _ = try ask(Calibration.usefulness, of: supported, using: &generator)
    for judgement in Calibration.judgements {
      _ = try ask(judgement, of: supported, using: &generator)
    }
  }

  /// Puts a question with one answer.
  ///
  /// - Returns: who gave each answer.
  private mutating func ask(
    _ target: SingleTarget, of asked: [Int], using generator: inout SplitMix64
  ) throws(CalibrationFault) -> [[Int]] {
    var counts = target.counts[role]
    if target.mayBeLeftOpen { counts.append(max(0, asked.count - counts.reduce(0, +))) }
    let positions = try generator.answers(
      counts, question: "\(target.column), \(role)", by: asked)
    var given = Dictionary(uniqueKeysWithValues: zip(asked, positions))
    let missing = target.mayBeLeftOpen ? [SingleTarget.noAnswer] : []
    columns.append(
      SurveyColumn(target.column, target.label, answers: target.answers, missing: missing))
    for person in everyone {
      rows[person].append(
        given[person].map { $0 < target.answers.count ? $0 + 1 : SingleTarget.noAnswer.value })
    }
    given = given.filter { $0.value < target.answers.count }
    return target.answers.indices.map { answer in asked.filter { given[$0] == answer } }
  }

  /// Puts a question with several answers.
  ///
  /// - Parameter choosersFrom: who may choose an option; nil means everyone who is asked.
  /// - Returns: who chose each of the options that may go together.
  private mutating func ask(
    _ target: MultipleTarget, of asked: [Int], choosersFrom: [Int]? = nil,
    using generator: inout SplitMix64
  ) throws(CalibrationFault) -> [[Int]] {
    let margins = target.margins[role]
    var chosen = try generator.people(
      for: margins, question: "\(target.prefix), \(role)", from: choosersFrom ?? asked)
    let choosers = chosen.reduce(into: Set<Int>()) { $0.formUnion($1) }
    var left = asked.filter { !choosers.contains($0) }[...]
    for count in margins.alone {
      chosen.append(Set(left.prefix(count)))
      left = left.dropFirst(count)
    }
    if target.none != nil {
      chosen.append(Set(left))
    } else if !left.isEmpty {
      throw .answersDoNotAddUp(
        question: "\(target.prefix), \(role)", sum: asked.count - left.count, asked: asked.count)
    }
    columns += target.columns
    sets.append(target.set)
    let isAsked = Set(asked)
    for person in everyone {
      rows[person] += chosen.map { choice in
        isAsked.contains(person) ? (choice.contains(person) ? 1 : 0) : nil
      }
    }
    return chosen.prefix(target.options.count).map { $0.sorted() }
  }

  /// Puts a ranking to everyone.
  private mutating func ask(
    _ target: RankingTarget, using generator: inout SplitMix64
  ) throws(CalibrationFault) {
    let places = try generator.rankings(
      first: target.first[role], topThree: target.topThree[role],
      question: "\(target.prefix), \(role)", people: rows.count)
    columns += target.columns
    for (person, objects) in places.enumerated() { rows[person] += objects.map { $0 + 1 } }
  }
}
