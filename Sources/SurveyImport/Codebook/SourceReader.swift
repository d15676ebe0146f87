import Diagnostics
import LocatedYAML
import SurveyResults

/// Finds out where the answers of a question are: what its kind needs must be there.
struct SourceReader {
  let name: LocatedText
  let answers: AnswerList
  let column: LocatedText?
  let columns: YAMLValue?
  let codes: LocatedText?
  let places: Located<Int>?
  let hasRespondents: Bool
  var items: [(item: String, column: LocatedText)] = []

  /// The source; nil if something is missing, which is reported.
  func read(_ kind: Question.Kind, _ keys: inout MappingReader) -> CodedQuestion.Source? {
    switch kind {
    case .single, .numeric:
      if let column { return .column(column) }
      report(kind, needs: "column", &keys)
    case .battery:
      if !items.isEmpty { return .items(items) }
      report(kind, needs: "items", &keys)
    case .multiple:
      if let mentions { return .mentions(mentions) }
      return columnOfEach(kind, &keys).map { .answers($0) }
    case .open:
      guard let codes else { return columnOfEach(kind, &keys).map { .answers($0) } }
      if !hasRespondents { keys.report(.noRespondents(at: codes.range)) }
      return .codes(codes)
    case .ranking: return ranking(&keys)
    }
    return nil
  }

  /// Tables need no columns; a battery needs its items all the same, and a ranking its places.
  func tables(_ kind: Question.Kind, _ keys: inout MappingReader) -> CodedQuestion.Source? {
    if kind == .battery, items.isEmpty {
      report(kind, needs: "items", &keys)
      return nil
    }
    return kind == .ranking && !checkPlaces(&keys) ? nil : .tables
  }

  private func checkPlaces(_ keys: inout MappingReader) -> Bool {
    guard let places else {
      report(.ranking, needs: "places", &keys)
      return false
    }
    let most = min(20, max(1, answers.categories.count))
    if (1...most).contains(places.value) { return true }
    keys.report(.placeBound(most, at: places.range))
    return false
  }

  /// A list of columns: one for the first answer that somebody gave, one for the second …
  private var mentions: [LocatedText]? {
    guard case .sequence(let values)? = columns?.content, !values.isEmpty else { return nil }
    let found = values.compactMap { value -> LocatedText? in
      if case .scalar(let scalar) = value.content { scalar.text } else { nil }
    }
    return found.count == values.count ? found : nil
  }

  private func report(_ kind: Question.Kind, needs: String, _ keys: inout MappingReader) {
    keys.report(.wrongSource(kind.rawValue, needs: needs, at: name.range))
  }

  private func ranking(_ keys: inout MappingReader) -> CodedQuestion.Source? {
    guard checkPlaces(&keys), let places else { return nil }
    guard case .sequence(let values)? = columns?.content else {
      return columnOfEach(.ranking, &keys).map { .ranks($0) }
    }
    let found = values.compactMap { value -> LocatedText? in
      if case .scalar(let scalar) = value.content { scalar.text } else { nil }
    }
    guard found.count == values.count, found.count == places.value else {
      keys.report(.placeColumns(found.count, places: places.value, at: name.range))
      return nil
    }
    return .places(found)
  }

  /// A column for each answer.
  private func columnOfEach(
    _ kind: Question.Kind, _ keys: inout MappingReader
  ) -> [(answer: String, column: LocatedText)]? {
    guard case .mapping(let entries)? = columns?.content, !entries.isEmpty else {
      report(kind, needs: "columns", &keys)
      return nil
    }
    let known = answers.categories.map(\.id)
    let pairs = entries.compactMap { entry -> (answer: String, column: LocatedText)? in
      guard known.contains(entry.key.text) else {
        keys.report(
          .unknownName(entry.key.text, kind: "answer", known: known, at: entry.key.range))
        return nil
      }
      guard case .scalar(let column) = entry.value.content else { return nil }
      return (entry.key.text, column.text)
    }
    let named = Set(pairs.map(\.answer))
    if named == Set(known) { return pairs }
    if pairs.count == entries.count, let left = known.first(where: { !named.contains($0) }) {
      report(kind, needs: "columns: \(left)", &keys)
    }
    return nil
  }
}
