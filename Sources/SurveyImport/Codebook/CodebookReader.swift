import Diagnostics
import LocatedYAML
import SurveyResults

/// Reads codebook.yaml; every fault is reported, and reading goes on as far as it makes sense.
struct CodebookReader {
  private(set) var log = DiagnosticLog()

  /// Words that queries use themselves.
  static let reserved: Set<String> = [
    "for", "in", "vs", "as", "of", "all", "total", "this", "others", "n", "population", "invited",
    "base", "margin", "reliability", "response-rate", "top", "claim", "sentence", "and", "not",
  ]

  /// The codebook; nil if it is not a group of keys at all.
  mutating func read(_ value: YAMLValue) -> Codebook? {
    var log = DiagnosticLog()
    let result = value.mapping("the codebook", into: &log) { keys in
      codebook(&keys)
    }
    self.log.append(log)
    return result ?? nil
  }

  private mutating func codebook(_ keys: inout MappingReader) -> Codebook? {
    var study: Study?
    _ = keys.mapping("study", .required) { study = self.study(&$0) }
    let data = keys.mapping("data", .required) { keys in
      (keys.text("file", .required), keys.text("weight"))
    }
    let (waves, publications) = self.waves(&keys)
    let breakdowns = (keys.named("breakdowns") ?? []).compactMap { entry in
      self.breakdown(entry)
    }
    checkNames(keys.named("breakdowns") ?? [], kind: "breakdown")
    var scales: [String: AnswerList] = [:]
    for entry in keys.named("scales") ?? [] {
      scales[entry.key.text] = answers(of: entry)
    }
    let entries = keys.named("questions", .required) ?? []
    checkNames(entries, kind: "question")
    var reader = QuestionReader(scales: scales)
    let questions = entries.compactMap { reader.read($0) }
    log.append(reader.log)
    let plan = self.plan(&keys, questions: questions, breakdowns: breakdowns)
    let policy = keys.mapping("policy") { self.policy(&$0) } ?? Policy()
    guard let study, let file = data?.0, !waves.isEmpty else { return nil }
    return Codebook(
      study: study, dataFile: file, weight: data?.1, waves: waves, publications: publications,
      breakdowns: breakdowns, questions: questions, plan: plan, policy: policy)
  }

  private mutating func answers(of entry: YAMLEntry) -> AnswerList? {
    var log = DiagnosticLog()
    let list = entry.value.mapping("the scale '\(entry.key.text)'", into: &log) { keys in
      AnswerList(&keys)
    }
    self.log.append(log)
    return list
  }

  private func study(_ keys: inout MappingReader) -> Study? {
    let id = keys.text("id", .required)
    let title = keys.text("title", .required)
    let language = keys.text("language", .required)
    let selection = keys.choice("selection", .required, of: Study.Selection.self)
    let study = Study(
      id: id?.text ?? "", title: title?.text ?? "", language: language?.text ?? "",
      sponsor: keys.text("sponsor")?.text, agency: keys.text("agency")?.text,
      selection: selection?.value ?? .selfSelected, frame: keys.text("frame")?.text,
      mode: keys.text("mode")?.text, populationSource: keys.text("population-source")?.text,
      isNonresponseExamined: keys.flag("nonresponse-examined")?.value ?? false,
      note: keys.text("synthetic")?.text ?? keys.text("note")?.text)
    if id == nil || title == nil || language == nil || selection == nil { return nil }
    return study
  }

  private mutating func waves(
    _ keys: inout MappingReader
  ) -> (waves: [Wave], publications: [(wave: String, file: LocatedText)]) {
    let entries = keys.named("waves", .required) ?? []
    checkNames(entries, kind: "wave")
    var publications: [(wave: String, file: LocatedText)] = []
    var waves: [Wave] = []
    var log = DiagnosticLog()
    for (position, entry) in entries.enumerated() {
      let id = entry.key.text
      let wave = entry.value.mapping("the wave '\(id)'", into: &log) { keys in
        var wave = Wave(id: id, label: keys.text("label")?.text ?? id)
        if let days = keys.texts("fieldwork"), let first = days.first, let last = days.last {
          wave.fieldwork = (first.text, last.text)
        }
        wave.reminders = (keys.texts("reminders") ?? []).map(\.text)
        if let file = keys.text("published") {
          if position == 0 { keys.report(.noWave(at: file.range)) }
          publications.append((id, file))
          wave.publication = file.text
        }
        return wave
      }
      if let wave { waves.append(wave) }
    }
    self.log.append(log)
    return (waves, publications)
  }

  private mutating func breakdown(_ entry: YAMLEntry) -> CodedBreakdown? {
    let id = entry.key.text
    var log = DiagnosticLog()
    let result = entry.value.mapping("the breakdown '\(id)'", into: &log) { keys in
      self.breakdown(id, &keys)
    }
    self.log.append(log)
    return result ?? nil
  }

  private mutating func breakdown(_ id: String, _ keys: inout MappingReader) -> CodedBreakdown? {
    let label = keys.text("label", .required)
    let column = keys.text("column", .required)
    let entries = keys.named("segments", .required) ?? []
    checkNames(entries, kind: "segment")
    let names = entries.map(\.key.text)
    let reported = keys.texts("reported")
    for name in reported ?? [] where !names.contains(name.text) {
      keys.report(.unknownName(name.text, kind: "segment", known: names, at: name.range))
    }
    let isReported = reported.map { Set($0.map(\.text)) } ?? Set(names)
    var coded = CodedBreakdown(
      breakdown: Breakdown(id: id, label: label?.text ?? id, segments: []),
      column: column ?? LocatedText("", at: keys.range), codes: [:], cohorts: [:])
    var log = DiagnosticLog()
    for entry in entries {
      let name = entry.key.text
      _ = entry.value.mapping("the segment '\(name)'", into: &log) { keys in
        let singular = keys.text("singular", .required)
        let plural = keys.text("plural", .required)
        coded.breakdown.segments.append(
          Segment(
            id: name, singular: singular?.text ?? name, plural: plural?.text ?? name,
            isReported: isReported.contains(name)))
        for code in keys.texts("code", .required) ?? [] {
          if coded.codes[code.text] != nil {
            keys.report(.repeatedCode(code.text, at: code.range))
          }
          coded.codes[code.text] = name
        }
        coded.cohorts[name] = (
          keys.wholeNumber("population")?.value, keys.wholeNumber("invited")?.value,
          entry.key.range
        )
      }
    }
    self.log.append(log)
    return column == nil ? nil : coded
  }

  private mutating func plan(
    _ keys: inout MappingReader, questions: [CodedQuestion], breakdowns: [CodedBreakdown]
  ) -> [PublicationRule] {
    let known = questions.map(\.question.id)
    let ways = ["total"] + breakdowns.map(\.breakdown.id)
    let rules = keys.mappings("publish") { keys -> PublicationRule in
      let chosen = keys.texts("questions", .required) ?? []
      let by = keys.texts("by", .required) ?? []
      let isAll = chosen.map(\.text) == ["all"]
      for name in chosen where !isAll && !known.contains(name.text) {
        keys.report(.unknownName(name.text, kind: "question", known: known, at: name.range))
      }
      for name in by where !ways.contains(name.text) {
        keys.report(.unknownName(name.text, kind: "breakdown", known: ways, at: name.range))
      }
      return PublicationRule(
        questions: isAll ? [] : chosen.map(\.text).filter(known.contains),
        breakdowns: by.map(\.text).filter(ways.contains))
    }
    return rules ?? [PublicationRule(questions: [], breakdowns: ways)]
  }

  private func policy(_ keys: inout MappingReader) -> Policy {
    var policy = Policy()
    policy.indicative = keys.wholeNumber("indicative")?.value ?? policy.indicative
    policy.insufficient = keys.wholeNumber("insufficient")?.value ?? policy.insufficient
    policy.group = keys.wholeNumber("group")?.value ?? policy.group
    policy.cell = keys.wholeNumber("cell")?.value ?? policy.cell
    policy.dominance = keys.number("dominance")?.value ?? policy.dominance
    policy.smallRows =
      keys.choice("small-rows", of: Policy.SmallRows.self)?.value ?? policy.smallRows
    return policy
  }

  /// Names must be unique (the YAML reader sees to that), well formed and no words of the language.
  private mutating func checkNames(_ entries: [YAMLEntry], kind: String) {
    for entry in entries { Self.check(entry.key, into: &log) }
  }

  static func check(_ name: LocatedText, into log: inout DiagnosticLog) {
    if reserved.contains(name.text) {
      log.report(.reservedName(name.text, at: name.range))
      return
    }
    let isWellFormed =
      name.text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
      }
      && name.text.unicodeScalars.first.map { $0 != "-" && $0 != "_" } ?? false
    if !isWellFormed { log.report(.malformedName(name.text, at: name.range)) }
  }
}
