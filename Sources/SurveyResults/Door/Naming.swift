extension ResultsModel {
  /// The segment with a name: `burgemeester` where only one breakdown has it, `role:burgemeester`, or
  /// two of different breakdowns with `and` between them, in any order.
  public func segment(named name: String) throws(FigureRefusal) -> SegmentKey {
    if name == "total" { return .total }
    let words = name.split(separator: " ").map(String.init)
    if words.count == 3, words[1] == "and" {
      return try crossing(part(named: words[0]), part(named: words[2]))
    }
    let part = try part(named: name)
    return .segment(breakdown: part.breakdown, id: part.id)
  }

  private func part(named name: String) throws(FigureRefusal) -> SegmentPart {
    if let part = SegmentPart(name) { return try known(part) }
    let owners = breakdowns.filter { $0.segments.contains { $0.id == name } }
    switch owners.count {
    case 1: return SegmentPart(breakdown: owners[0].id, id: name)
    case 0:
      throw .unknownSegment(name, known: breakdowns.flatMap { $0.segments.map(\.id) })
    default:
      throw .ambiguousSegment(name, candidates: owners.map { "\($0.id):\(name)" })
    }
  }

  private func known(_ part: SegmentPart) throws(FigureRefusal) -> SegmentPart {
    guard let breakdown = breakdown(part.breakdown) else {
      throw .unknownBreakdown(part.breakdown, known: breakdowns.map(\.id))
    }
    guard breakdown.segments.contains(where: { $0.id == part.id }) else {
      throw .unknownSegment(part.id, known: breakdown.segments.map(\.id))
    }
    return part
  }

  /// Two segments crossed, the breakdown that the study names first in front.
  func crossing(
    _ first: SegmentPart, _ second: SegmentPart
  ) throws(FigureRefusal) -> SegmentKey {
    let (first, second) = (try known(first), try known(second))
    let names = breakdowns.map(\.id)
    guard let one = names.firstIndex(of: first.breakdown),
      let other = names.firstIndex(of: second.breakdown), one != other
    else { throw .crossedWithItself(first.breakdown) }
    return one < other ? .crossing(first, second) : .crossing(second, first)
  }

  /// The question with a name.
  func known(_ id: String) throws(FigureRefusal) -> Question {
    guard let question = question(id) else {
      throw .unknownQuestion(id, known: questions.map(\.id))
    }
    return question
  }

  /// The key of a base, with all names checked against study and plan.
  func baseKey(
    of question: Question, item: String?, segment: SegmentKey, wave: String?
  ) throws(FigureRefusal) -> BaseKey {
    let items = question.items.map(\.id)
    if let item, !items.contains(item) {
      throw .unknownItem(item, of: question.id, known: items)
    }
    if item == nil, !items.isEmpty { throw .missingItem(of: question.id, known: items) }
    let wave = wave ?? currentWave.id
    guard self.wave(wave) != nil else { throw .unknownWave(wave, known: waves.map(\.id)) }
    var segment = segment
    switch segment {
    case .total: break
    case .segment(let breakdown, let id), .others(let breakdown, let id):
      _ = try known(SegmentPart(breakdown: breakdown, id: id))
    case .crossing(let first, let second): segment = try crossing(first, second)
    }
    guard isPlanned(question.id, for: segment) else {
      throw .notInPlan(
        question: question.id,
        breakdown: segment.crossing?.description ?? segment.breakdown ?? "total")
    }
    return BaseKey(question: question.id, item: item, segment: segment, wave: wave)
  }

  /// What an answer is counted under: of a ranking the top 1, unless the request names other places.
  func answerKey(
    _ answer: String, _ places: Places?, of question: Question
  ) throws(FigureRefusal) -> AnswerKey {
    let categories = question.categories.map(\.id)
    let answers = categories + question.nets.map(\.id)
    guard answers.contains(answer) else {
      throw .unknownAnswer(answer, of: question.id, known: answers)
    }
    guard let most = question.places, categories.contains(answer) else {
      if let places { throw .unknownPlaces(places, of: question.id, most: 0) }
      return AnswerKey(answer)
    }
    let places = places ?? .top(1)
    guard places.last <= most, places.first == 1 || places.first == places.last else {
      throw .unknownPlaces(places, of: question.id, most: most)
    }
    return AnswerKey(answer, places: places)
  }

  /// Whether the publication plan has a question by a breakdown, or `total`.
  public func isPlanned(_ question: String, by breakdown: String) -> Bool {
    plan.contains { $0.allows(question, by: breakdown) }
  }

  /// Whether the publication plan has a question by a crossing.
  public func isPlanned(_ question: String, by crossing: Crossing) -> Bool {
    plan.contains { $0.allows(question, by: crossing) }
  }

  /// Whether the publication plan has a question for a segment.
  public func isPlanned(_ question: String, for segment: SegmentKey) -> Bool {
    plan.contains { $0.allows(question, for: segment) }
  }
}
