import Diagnostics
import SurveyResults

/// What was counted of a survey, from respondents or from tables.
struct CountedSurvey {
  /// All counts, before the policy.
  var counts: [BaseKey: BaseCounts] = [:]
  /// How many took part, by wave and segment.
  var responded: [String: [SegmentKey: Int]] = [:]
  /// Where a base stands in a table; nothing for one that was counted from respondents.
  var places: [BaseKey: SourceRange] = [:]
}

/// Reads tables of counts, where respondents are not at hand.
///
/// The columns are `question`, `category`, `segment`, `n` and `k`, and as far as they are needed `item`,
/// `place` of a ranking, and `wave`. A row is a category or net of a base.
struct TableReader {
  let codebook: Codebook
  private var survey = CountedSurvey()
  private var seen: Set<Cell> = []

  private struct Cell: Hashable {
    var base: BaseKey
    var answer: AnswerKey
  }

  init(codebook: Codebook) { self.codebook = codebook }

  /// The counts of a file; nil if it cannot be read.
  mutating func read(
    files: inout DataFolder, into log: inout DiagnosticLog
  ) -> CountedSurvey? {
    guard
      let table = CompanionTable(
        codebook.dataFile, required: ["question", "category", "segment", "n", "k"],
        files: &files, into: &log)
    else { return nil }
    for row in table.all { add(row, into: &log) }
    if table.all.isEmpty { log.report(.emptyData(table.file)) }
    if log.hasErrors { return nil }
    complete(into: &log)
    var sums = TableSums(survey: survey, breakdowns: codebook.breakdowns.map(\.breakdown))
    sums.sum(into: &log)
    survey = sums.survey
    addFilters()
    addParticipation()
    return survey
  }

  private mutating func add(_ row: CompanionTable.Row, into log: inout DiagnosticLog) {
    for column in ["question", "category", "segment", "n", "k"] where row[column] == nil {
      log.report(.emptyField(column, at: row.range))
      return
    }
    guard let question = question(row, into: &log),
      let key = base(row, of: question, into: &log),
      let answer = answer(row, of: question, into: &log),
      let n = count("n", row, into: &log), let k = count("k", row, into: &log)
    else { return }
    if let known = survey.counts[key], known.base != n {
      log.report(.otherBase(n, known: known.base, of: question.id, key.segment, at: row.range))
    }
    if !seen.insert(Cell(base: key, answer: answer)).inserted {
      log.report(.repeatedCell(answer.answer, of: question.id, key.segment, at: row.range))
    }
    var counts = survey.counts[key] ?? BaseCounts(base: n, answers: [:])
    counts.answers[answer] = .counted(k, weight: nil)
    survey.counts[key] = counts
    if survey.places[key] == nil { survey.places[key] = row.range }
  }

  private func question(
    _ row: CompanionTable.Row, into log: inout DiagnosticLog
  ) -> Question? {
    let known = codebook.questions.map(\.question)
    let name = row["question"] ?? ""
    if let question = known.first(where: { $0.id == name }) { return question }
    log.report(.unknownName(name, kind: "question", known: known.map(\.id), at: row.range))
    return nil
  }

  private func base(
    _ row: CompanionTable.Row, of question: Question, into log: inout DiagnosticLog
  ) -> BaseKey? {
    let waves = codebook.waves.filter { $0.publication == nil }.map(\.id)
    let wave = row["wave"] ?? waves[0]
    if !waves.contains(wave) {
      log.report(.unknownName(wave, kind: "wave", known: waves, at: row.range))
    }
    let items = question.items.map(\.id)
    let item = row["item"]
    if let item, !items.contains(item) {
      log.report(.unknownName(item, kind: "item", known: items, at: row.range))
    } else if item == nil, !items.isEmpty {
      log.report(.emptyField("item", at: row.range))
    }
    let names = SegmentNames(breakdowns: codebook.breakdowns.map(\.breakdown))
    return names.key(of: LocatedText(row["segment"] ?? "", at: row.range), into: &log).map {
      BaseKey(question: question.id, item: item, segment: $0, wave: wave)
    }
  }

  private func answer(
    _ row: CompanionTable.Row, of question: Question, into log: inout DiagnosticLog
  ) -> AnswerKey? {
    let categories = question.categories.map(\.id)
    let known = categories + question.nets.map(\.id)
    let name = row["category"] ?? ""
    guard known.contains(name) else {
      log.report(.unknownName(name, kind: "answer", known: known, at: row.range))
      return nil
    }
    guard let most = question.places, categories.contains(name) else { return AnswerKey(name) }
    guard let place = row["place"].flatMap(Int.init), (1...most).contains(place) else {
      log.report(.badPlace(row["place"] ?? "", most: most, at: row.range))
      return nil
    }
    return AnswerKey(name, places: .place(place))
  }

  private func count(
    _ column: String, _ row: CompanionTable.Row, into log: inout DiagnosticLog
  ) -> Int? {
    let text = row[column] ?? ""
    if let count = Int(text), (0...10_000_000_000).contains(count) { return count }
    log.report(.badCount(column, text, at: row.range))
    return nil
  }

  /// Adds what follows: tops of a ranking, nets of answers that exclude one another, and a net of all
  /// others beside "none". What does not follow must be there.
  private mutating func complete(into log: inout DiagnosticLog) {
    for (key, base) in survey.counts.sorted(by: { $0.key < $1.key }) {
      guard let question = codebook.questions.first(where: { $0.question.id == key.question })
      else { continue }
      var answers = base.answers
      func count(_ answer: AnswerKey) -> Int? {
        if case .counted(let count, _) = answers[answer] { count } else { nil }
      }
      for answer in question.question.answerKeys where answers[answer] == nil {
        if let found = following(answer, question.question, n: base.base, count) {
          answers[answer] = .counted(found, weight: nil)
        } else if let place = survey.places[key] {
          log.report(.absentCell(answer, of: key.question, key.segment, at: place))
        }
      }
      survey.counts[key]?.answers = answers
    }
  }

  private func following(
    _ answer: AnswerKey, _ question: Question, n: Int, _ count: (AnswerKey) -> Int?
  ) -> Int? {
    func sum(_ keys: [AnswerKey]) -> Int? {
      let counts = keys.compactMap(count)
      return counts.count == keys.count ? counts.reduce(0, +) : nil
    }
    if let places = answer.places {
      if places.first == places.last { return nil }
      return sum((1...places.last).map { AnswerKey(answer.answer, places: .place($0)) })
    }
    guard let net = question.nets.first(where: { $0.id == answer.answer }), !net.members.isEmpty
    else { return nil }
    switch question.kind {
    case .single, .battery, .numeric: return sum(net.members.map { AnswerKey($0) })
    case .multiple, .open, .ranking:
      let none = question.categories.filter(\.isNone).map(\.id)
      let others = Set(question.categories.map(\.id)).subtracting(none)
      if none.count == 1, Set(net.members) == others {
        return count(AnswerKey(none[0])).map { n - $0 }
      }
      return net.members.count == 1 ? count(AnswerKey(net.members[0])) : nil
    }
  }

  /// Everybody a filtered question could have been put to: those who answered its filter.
  private mutating func addFilters() {
    for coded in codebook.questions {
      guard let source = coded.filterParts?.question else { continue }
      for key in survey.counts.keys where key.question == coded.question.id {
        let filter = BaseKey(question: source, segment: key.segment, wave: key.wave)
        if let everybody = survey.counts[filter]?.base {
          survey.counts[key]?.everybody = everybody
        }
      }
    }
  }

  /// As many took part as answered the question that most answered.
  private mutating func addParticipation() {
    for (key, base) in survey.counts {
      let known = survey.responded[key.wave, default: [:]][key.segment] ?? 0
      survey.responded[key.wave, default: [:]][key.segment] = max(known, base.base)
    }
  }
}
