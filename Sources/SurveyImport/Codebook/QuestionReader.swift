import Diagnostics
import LocatedYAML
import SurveyResults

/// Reads the questions of a codebook in order.
struct QuestionReader {
  let scales: [String: AnswerList]
  let waves: [String]
  private(set) var log = DiagnosticLog()
  private var above: [CodedQuestion] = []

  init(scales: [String: AnswerList], waves: [String]) {
    self.scales = scales
    self.waves = waves
  }

  mutating func read(_ entry: YAMLEntry) -> CodedQuestion? {
    var log = DiagnosticLog()
    var question: CodedQuestion?
    _ = entry.value.mapping("the question '\(entry.key.text)'", into: &log) { keys in
      question = self.question(entry.key, &keys)
    }
    self.log.append(log)
    guard let question else { return nil }
    above.append(question)
    return question
  }

  private func question(_ name: LocatedText, _ keys: inout MappingReader) -> CodedQuestion? {
    let label = keys.text("label", .required)
    let text = keys.text("text", .required)
    let kind = keys.choice("kind", .required, of: Question.Kind.self)
    var answers = self.scale(&keys)
    answers.read(&keys)
    let bands = self.bands(&keys, into: &answers)
    for code in keys.texts("missing") ?? [] {
      if answers.codes[code.text] != nil { keys.report(.repeatedCode(code.text, at: code.range)) }
      answers.missing.insert(code.text)
    }
    let column = keys.text("column")
    let columns = keys.named("columns") ?? []
    let items = self.items(&keys)
    let filter = keys.text("asked-if")
    var universe: String?
    _ = keys.mapping("universe") { universe = $0.text("text", .required)?.text }
    let sensitivity = keys.text("sensitive")?.text
    let isOrdered = keys.flag("ordered")?.value
    let comparability = self.comparability(&keys)
    guard let kind = kind?.value else { return nil }
    if answers.categories.isEmpty {
      let needs = kind == .numeric ? "bands" : "categories"
      keys.report(.wrongSource(kind.rawValue, needs: needs, at: name.range))
    }
    guard
      let source = source(
        kind, column: column, columns: columns, items: items.map(\.1), answers: answers,
        name: name, &keys)
    else { return nil }
    if let filter { checkFilter(filter, of: name.text, &keys) }
    return CodedQuestion(
      question: Question(
        id: name.text, label: label?.text ?? name.text, text: text?.text ?? "", kind: kind,
        items: items.map(\.0), categories: answers.categories, nets: answers.nets,
        universe: universe, filter: filter?.text, sensitivity: sensitivity,
        comparability: comparability, isScale: isOrdered ?? (kind != .multiple)),
      source: source, codes: answers.codes, missing: answers.missing, bands: bands,
      range: name.range)
  }

  /// The answers of the scale that a question names; its own may follow.
  private func scale(_ keys: inout MappingReader) -> AnswerList {
    guard let scale = keys.text("scale") else { return AnswerList() }
    if let shared = scales[scale.text] { return shared }
    keys.report(
      .unknownName(scale.text, kind: "scale", known: scales.keys.sorted(), at: scale.range))
    return AnswerList()
  }

  private func source(
    _ kind: Question.Kind, column: LocatedText?, columns: [YAMLEntry],
    items: [(item: String, column: LocatedText)], answers: AnswerList, name: LocatedText,
    _ keys: inout MappingReader
  ) -> CodedQuestion.Source? {
    switch kind {
    case .single, .numeric:
      if let column { return .column(column) }
      keys.report(.wrongSource(kind.rawValue, needs: "column", at: name.range))
    case .battery:
      if !items.isEmpty { return .items(items) }
      keys.report(.wrongSource(kind.rawValue, needs: "items", at: name.range))
    case .multiple:
      let known = answers.categories.map(\.id)
      let pairs = columns.compactMap { entry -> (answer: String, column: LocatedText)? in
        guard known.contains(entry.key.text) else {
          keys.report(
            .unknownName(entry.key.text, kind: "answer", known: known, at: entry.key.range))
          return nil
        }
        guard case .scalar(let column) = entry.value.content else { return nil }
        return (entry.key.text, column.text)
      }
      let named = Set(pairs.map(\.answer))
      if !pairs.isEmpty, named == Set(known) { return .answers(pairs) }
      if !columns.isEmpty, pairs.count == columns.count,
        let left = known.first(where: { !named.contains($0) })
      {
        keys.report(.wrongSource("multiple", needs: "columns: \(left)", at: name.range))
      } else if columns.isEmpty {
        keys.report(.wrongSource("multiple", needs: "columns", at: name.range))
      }
    }
    return nil
  }

  private func items(_ keys: inout MappingReader) -> [(Item, (item: String, column: LocatedText))] {
    var log = DiagnosticLog()
    var items: [(Item, (item: String, column: LocatedText))] = []
    for entry in keys.named("items") ?? [] {
      CodebookReader.check(entry.key, into: &log)
      let id = entry.key.text
      _ = entry.value.mapping("the item '\(id)'", into: &log) { keys in
        let label = keys.text("label", .required)
        guard let column = keys.text("column", .required) else { return }
        items.append((Item(id: id, label: label?.text ?? id), (id, column)))
      }
    }
    for diagnostic in log.diagnostics { keys.report(diagnostic) }
    return items
  }

  private func bands(
    _ keys: inout MappingReader, into answers: inout AnswerList
  ) -> [(answer: String, range: ClosedRange<Double>)] {
    var bands: [(answer: String, range: ClosedRange<Double>)] = []
    var log = DiagnosticLog()
    for entry in keys.named("bands") ?? [] {
      CodebookReader.check(entry.key, into: &log)
      let id = entry.key.text
      _ = entry.value.mapping("the band '\(id)'", into: &log) { keys in
        let label = keys.text("label", .required)
        let low = keys.number("from", .required)
        let high = keys.number("to", .required)
        guard let low, let high else { return }
        guard low.value <= high.value else {
          keys.report(.bandOrder(id, at: low.range))
          return
        }
        if answers.categories.contains(where: { $0.id == id }) {
          keys.report(.duplicateName(id, kind: "answer", at: entry.key.range))
        }
        answers.categories.append(Category(id: id, label: label?.text ?? id))
        bands.append((id, low.value...high.value))
      }
    }
    for diagnostic in log.diagnostics { keys.report(diagnostic) }
    return bands
  }

  private func comparability(
    _ keys: inout MappingReader
  ) -> [String: Question.Comparability] {
    keys.mapping("comparable") { keys in
      var result: [String: Question.Comparability] = [:]
      for entry in keys.entries {
        if !waves.contains(entry.key.text) {
          keys.report(
            .unknownName(entry.key.text, kind: "wave", known: waves, at: entry.key.range))
        }
        result[entry.key.text] =
          keys.choice(entry.key.text, of: Question.Comparability.self)?.value
      }
      return result
    } ?? [:]
  }

  private func checkFilter(
    _ filter: LocatedText, of question: String, _ keys: inout MappingReader
  ) {
    let parts = filter.text.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let source = above.first(where: { $0.question.id == parts[0] }) else {
      keys.report(.filterLoop(question, at: filter.range))
      return
    }
    if !source.question.items.isEmpty {
      keys.report(.filterBattery(parts[0], at: filter.range))
      return
    }
    let known = source.question.categories.map(\.id) + source.question.nets.map(\.id)
    if !known.contains(parts[1]) {
      keys.report(.unknownName(parts[1], kind: "answer", known: known, at: filter.range))
    }
  }
}
