import Diagnostics
import LocatedYAML
import SurveyResults

/// Reads what an earlier publication said: `published-2021.yaml`.
struct PublicationReader {
  let codebook: Codebook

  /// The facts and the name of the publication.
  func read(
    _ value: YAMLValue, wave: String, into log: inout DiagnosticLog
  ) -> (facts: [PublishedFact], source: String) {
    let result = value.mapping("the publication", into: &log) { keys in
      let named = keys.text("wave", .required)
      if let named, named.text != wave {
        keys.report(.otherWave(named.text, expected: wave, at: named.range))
      }
      let source = keys.text("source", .required)?.text ?? ""
      var seen: Set<FactPlace> = []
      let facts = keys.mappings("facts", .required) { keys -> PublishedFact? in
        guard let fact = fact(&keys, wave: wave) else { return nil }
        let place = FactPlace(
          question: fact.question, item: fact.item, places: fact.places, answer: fact.answer,
          segment: fact.segment)
        if !seen.insert(place).inserted { keys.report(.repeatedFact(at: keys.range)) }
        return fact
      }
      return ((facts ?? []).compactMap { $0 }, source)
    }
    return result ?? ([], "")
  }

  /// What a fact is about: there is one fact for each.
  private struct FactPlace: Hashable {
    var question: String
    var item: String?
    var places: Places?
    var answer: String
    var segment: SegmentKey
  }

  private func fact(_ keys: inout MappingReader, wave: String) -> PublishedFact? {
    let question = keys.text("question", .required)
    let answer = keys.text("answer", .required)
    let item = keys.text("item")
    let segment = keys.text("segment", .required)
    let content = self.content(&keys)
    let page = count("page", &keys)
    let base = count("n", &keys)
    let place = keys.wholeNumber("place")
    let top = keys.wholeNumber("top")
    guard let question, let answer, let segment, let content else { return nil }
    let known = codebook.questions.map(\.question)
    guard let asked = known.first(where: { $0.id == question.text }) else {
      keys.report(
        .unknownName(
          question.text, kind: "question", known: known.map(\.id), at: question.range))
      return nil
    }
    let answers = asked.categories.map(\.id) + asked.nets.map(\.id)
    if !answers.contains(answer.text) {
      keys.report(.unknownName(answer.text, kind: "answer", known: answers, at: answer.range))
    }
    let items = asked.items.map(\.id)
    if let item, !items.contains(item.text) {
      keys.report(.unknownName(item.text, kind: "item", known: items, at: item.range))
    } else if item == nil, !items.isEmpty {
      keys.report(.wrongSource(asked.kind.rawValue, needs: "item", at: question.range))
    }
    let names = SegmentNames(breakdowns: codebook.breakdowns.map(\.breakdown))
    var log = DiagnosticLog()
    let key = names.key(of: segment, into: &log)
    for diagnostic in log.diagnostics { keys.report(diagnostic) }
    let places = self.places(of: asked, answer: answer.text, place: place, top: top, &keys)
    guard let key else { return nil }
    return PublishedFact(
      question: question.text, item: item?.text, answer: answer.text, places: places,
      segment: key, wave: wave, content: content, page: page, base: base)
  }

  /// The places of a ranking that a fact is about: the top 1, unless it says `place` or `top`.
  private func places(
    of question: Question, answer: String, place: Located<Int>?, top: Located<Int>?,
    _ keys: inout MappingReader
  ) -> Places? {
    guard let most = question.places, question.categories.contains(where: { $0.id == answer })
    else {
      if let range = place?.range ?? top?.range {
        keys.report(.factBound("place", must: "left out: the question is no ranking", at: range))
      }
      return nil
    }
    for number in [place, top].compactMap({ $0 }) where !(1...most).contains(number.value) {
      keys.report(.factBound("place", must: "between 1 and \(most)", at: number.range))
    }
    if let place, top != nil {
      keys.report(.factBound("place", must: "left out beside 'top'", at: place.range))
    }
    if let place { return .place(place.value) }
    return .top(top?.value ?? 1)
  }

  private func content(_ keys: inout MappingReader) -> PublishedFact.Content? {
    let percent = keys.number("percent")
    let rank = keys.wholeNumber("rank")
    let direction = keys.choice("direction", of: Direction.self)?.value
    if let percent, !(0...100).contains(percent.value) {
      keys.report(.factBound("percent", must: "between 0 and 100", at: percent.range))
    }
    if let rank, !(1...1000).contains(rank.value) {
      keys.report(.factBound("rank", must: "between 1 and 1000", at: rank.range))
    }
    let contents: [PublishedFact.Content] = [
      percent.map { .percent($0.value) }, rank.map { .rank($0.value) },
      direction.map { .direction(isLower: $0 == .lower) },
    ].compactMap { $0 }
    if contents.count != 1 { keys.report(.factWithoutContent(at: keys.range)) }
    return contents.count == 1 ? contents.first : nil
  }

  private func count(_ key: String, _ keys: inout MappingReader) -> Int? {
    guard let count = keys.wholeNumber(key) else { return nil }
    if !(1...1_000_000_000).contains(count.value) {
      keys.report(.factBound(key, must: "between 1 and 1 000 000 000", at: count.range))
    }
    return count.value
  }

  private enum Direction: String, CaseIterable {
    case lower
    case higher
  }
}
