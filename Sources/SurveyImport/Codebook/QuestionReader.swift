import Diagnostics
import LocatedYAML
import SurveyResults

/// Reads the questions of a codebook in order.
struct QuestionReader {
  let scales: [String: AnswerList]
  let waves: [String]
  let builtIn: BuiltInNets
  /// Whether the data are tables, so that questions need no columns.
  let isTabulated: Bool
  /// Whether the survey file names its respondents, so that codes can be joined.
  let hasRespondents: Bool
  private(set) var log = DiagnosticLog()
  private var above: [CodedQuestion] = []

  init(
    scales: [String: AnswerList], waves: [String], builtIn: BuiltInNets, isTabulated: Bool,
    hasRespondents: Bool
  ) {
    self.scales = scales
    self.waves = waves
    self.builtIn = builtIn
    self.isTabulated = isTabulated
    self.hasRespondents = hasRespondents
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
      answers.missing[code.text] = ""
    }
    let places = keys.wholeNumber("places")
    let coder = keys.text("coder")
    let chosen = keys.texts("chosen") ?? []
    var source = SourceReader(
      name: name, answers: answers, column: keys.text("column"), columns: keys.value("columns"),
      codes: keys.text("codes"), places: places, hasRespondents: hasRespondents)
    let items = self.items(&keys)
    source.items = items.map(\.1)
    let filter = keys.text("asked-if")
    var universe: String?
    _ = keys.mapping("universe") { universe = $0.text("text", .required)?.text }
    let sensitivity = keys.text("sensitive")?.text
    let isOrdered = keys.flag("ordered")?.value
    let comparability = self.comparability(&keys)
    guard let kind = kind?.value else { return nil }
    if answers.categories.isEmpty, kind != .numeric {
      keys.report(.wrongSource(kind.rawValue, needs: "categories", at: name.range))
    }
    guard let found = isTabulated ? source.tables(kind, &keys) : source.read(kind, &keys) else {
      return nil
    }
    if let first = chosen.first {
      let isFlags = if case .answers = found { true } else { false }
      if !isFlags { keys.report(.chosenWithoutColumns(at: first.range)) }
    }
    if let filter { checkFilter(filter, of: name.text, &keys) }
    if kind == .open, coder == nil {
      keys.report(.wrongSource(kind.rawValue, needs: "coder", at: name.range))
    }
    addBuiltIn(kind, places: places?.value ?? 0, to: &answers, from: found, at: name, &keys)
    return CodedQuestion(
      question: Question(
        id: name.text, label: label?.text ?? name.text, text: text?.text ?? "", kind: kind,
        items: items.map(\.0), categories: answers.categories, nets: answers.nets,
        universe: universe, filter: filter?.text, sensitivity: sensitivity,
        comparability: comparability, isScale: isOrdered ?? Self.isScale(kind),
        places: kind == .ranking ? places?.value : nil, coder: kind == .open ? coder?.text : nil),
      source: found, codes: answers.codes, missing: answers.missing,
      chosen: Set(chosen.map(\.text)), bands: bands,
      range: name.range)
  }

  private static func isScale(_ kind: Question.Kind) -> Bool {
    switch kind {
    case .single, .battery, .numeric: true
    case .multiple, .ranking, .open: false
    }
  }

  private func addBuiltIn(
    _ kind: Question.Kind, places: Int, to answers: inout AnswerList,
    from source: CodedQuestion.Source, at name: LocatedText, _ keys: inout MappingReader
  ) {
    if kind == .ranking, !answers.nets.isEmpty { keys.report(.rankingNets(at: name.range)) }
    let canTie = if case .ranks = source { true } else { false }
    let nets = builtIn.nets(
      of: kind, categories: answers.categories, places: places, canTie: canTie)
    for net in nets {
      if (answers.categories.map(\.id) + answers.nets.map(\.id)).contains(net.id) {
        keys.report(.duplicateName(net.id, kind: "answer", at: name.range))
      }
      answers.nets.append(net)
    }
  }

  /// The answers of the scale that a question names; its own may follow.
  private func scale(_ keys: inout MappingReader) -> AnswerList {
    guard let scale = keys.text("scale") else { return AnswerList() }
    if let shared = scales[scale.text] { return shared }
    keys.report(
      .unknownName(scale.text, kind: "scale", known: scales.keys.sorted(), at: scale.range))
    return AnswerList()
  }

  private func items(_ keys: inout MappingReader) -> [(Item, (item: String, column: LocatedText))] {
    var log = DiagnosticLog()
    var items: [(Item, (item: String, column: LocatedText))] = []
    for entry in keys.named("items") ?? [] {
      CodebookReader.check(entry.key, into: &log)
      let id = entry.key.text
      _ = entry.value.mapping("the item '\(id)'", into: &log) { keys in
        let label = keys.text("label", .required)
        let column = keys.text("column", isTabulated ? .optional : .required)
        guard let column = column ?? (isTabulated ? entry.key : nil) else { return }
        if let label, let other = items.first(where: { $0.0.label == label.text }) {
          keys.report(.duplicateLabel(label, of: id, and: other.0.id))
        }
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
    if [.battery, .ranking].contains(source.question.kind) {
      keys.report(.filterBattery(parts[0], at: filter.range))
      return
    }
    let known = source.question.categories.map(\.id) + source.question.nets.map(\.id)
    if !known.contains(parts[1]) {
      keys.report(.unknownName(parts[1], kind: "answer", known: known, at: filter.range))
    }
  }
}
