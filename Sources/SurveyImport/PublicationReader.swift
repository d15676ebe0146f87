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
      let facts = keys.mappings("facts", .required) { fact($0.range, &$0, wave: wave) } ?? []
      return (facts.compactMap { $0 }, source)
    }
    return result ?? ([], "")
  }

  private func fact(
    _ range: SourceRange, _ keys: inout MappingReader, wave: String
  ) -> PublishedFact? {
    let question = keys.text("question", .required)
    let answer = keys.text("answer", .required)
    let item = keys.text("item")
    let segment = keys.text("segment", .required)
    let percent = keys.number("percent")?.value
    let rank = keys.wholeNumber("rank")?.value
    let direction = keys.choice("direction", of: Direction.self)?.value
    let page = keys.wholeNumber("page")?.value
    let base = keys.wholeNumber("n")?.value
    guard let question, let answer, let segment else { return nil }
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
    let contents: [PublishedFact.Content] = [
      percent.map { .percent($0) }, rank.map { .rank($0) },
      direction.map { .direction(isLower: $0 == .lower) },
    ].compactMap { $0 }
    guard contents.count == 1 else {
      keys.report(.factWithoutContent(at: range))
      return nil
    }
    guard let key = self.key(of: segment, &keys) else { return nil }
    return PublishedFact(
      question: question.text, item: item?.text, answer: answer.text, segment: key, wave: wave,
      content: contents[0], page: page, base: base)
  }

  private enum Direction: String, CaseIterable {
    case lower
    case higher
  }

  private func key(of segment: LocatedText, _ keys: inout MappingReader) -> SegmentKey? {
    if segment.text == "total" { return .total }
    for coded in codebook.breakdowns {
      let id = coded.breakdown.id
      for part in coded.breakdown.segments
      where segment.text == part.id || segment.text == "\(id):\(part.id)" {
        return .segment(breakdown: id, id: part.id)
      }
    }
    let known = codebook.breakdowns.flatMap { $0.breakdown.segments.map(\.id) }
    keys.report(.unknownName(segment.text, kind: "segment", known: known, at: segment.range))
    return nil
  }
}
