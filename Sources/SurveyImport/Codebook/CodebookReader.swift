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
      DataKeys(&keys)
    }
    let quotes = keys.mapping("quotes") { $0.text("file", .required) } ?? nil
    let (waves, publications, earlierFiles) = self.waves(&keys)
    let isTabulated = data?.tables != nil
    let breakdowns = (keys.named("breakdowns") ?? []).compactMap { entry in
      self.breakdown(entry, isTabulated: isTabulated)
    }
    let cohorts = keys.mapping("cohorts") { $0.text("file", .required) } ?? nil
    if let strata = data?.strata {
      let known = breakdowns.map(\.breakdown.id)
      if !known.contains(strata.text) {
        log.report(.unknownName(strata.text, kind: "breakdown", known: known, at: strata.range))
      }
    }
    checkNames(keys.named("breakdowns") ?? [])
    var scales: [String: AnswerList] = [:]
    for entry in keys.named("scales") ?? [] {
      Self.check(entry.key, into: &log)
      scales[entry.key.text] = answers(of: entry)
    }
    let entries = keys.named("questions", .required) ?? []
    checkNames(entries)
    var reader = QuestionReader(
      scales: scales, waves: waves.map(\.id), builtIn: BuiltInNets(language: study?.language ?? ""),
      isTabulated: isTabulated, hasRespondents: data?.respondent != nil)
    let questions = entries.compactMap { reader.read($0) }
    log.append(reader.log)
    let plan = self.plan(&keys, questions: questions, breakdowns: breakdowns)
    let policy = keys.mapping("policy") { self.policy(&$0) } ?? Policy()
    guard let study, let file = data?.file ?? data?.tables, !waves.isEmpty else { return nil }
    return Codebook(
      study: study, dataFile: file, isTabulated: isTabulated, strata: data?.strata,
      cohorts: cohorts,
      encoding: data?.encoding, weight: data?.weight,
      respondent: data?.respondent, quotes: quotes, waves: waves, publications: publications,
      earlierFiles: earlierFiles, breakdowns: breakdowns, questions: questions, plan: plan,
      policy: policy)
  }

  /// What the codebook says of the survey file.
  private struct DataKeys {
    let file: LocatedText?
    let tables: LocatedText?
    let weight: LocatedText?
    let strata: LocatedText?
    let encoding: LocatedText?
    let respondent: LocatedText?

    /// Reads them: a survey file or a file of tables, and weights of one kind.
    init(_ keys: inout MappingReader) {
      tables = keys.text("tables")
      file = keys.text("file", tables == nil ? .required : .optional)
      weight = keys.text("weight")
      strata = keys.text("strata")
      encoding = keys.text("encoding")
      respondent = keys.text("id")
      if let file, tables != nil { keys.report(.oneOrTheOther("file", "tables", at: file.range)) }
      if let strata, weight != nil {
        keys.report(.oneOrTheOther("strata", "weight", at: strata.range))
      }
      if let strata, tables != nil {
        keys.report(.oneOrTheOther("strata", "tables", at: strata.range))
      }
    }
  }

  private mutating func answers(of entry: YAMLEntry) -> AnswerList? {
    var log = DiagnosticLog()
    let list = entry.value.mapping("the scale '\(entry.key.text)'", into: &log) { keys in
      var list = AnswerList()
      list.read(&keys)
      return list
    }
    self.log.append(log)
    return list
  }

  /// The languages that labels can have.
  private enum Language: String, CaseIterable {
    case dutch = "nl"
    case english = "en"
  }

  private func study(_ keys: inout MappingReader) -> Study? {
    let id = keys.text("id", .required)
    let title = keys.text("title", .required)
    let language = keys.choice("language", .required, of: Language.self)
    let selection = keys.choice("selection", .required, of: Study.Selection.self)
    let study = Study(
      id: id?.text ?? "", title: title?.text ?? "", language: language?.value.rawValue ?? "",
      sponsor: keys.text("sponsor")?.text, agency: keys.text("agency")?.text,
      selection: selection?.value ?? .selfSelected, frame: keys.text("frame")?.text,
      mode: keys.text("mode")?.text, populationSource: keys.text("population-source")?.text,
      isNonresponseExamined: keys.flag("nonresponse-examined")?.value ?? false,
      note: keys.text("synthetic")?.text ?? keys.text("note")?.text,
      disclosure: Disclosure(&keys))
    if id == nil || title == nil || language == nil || selection == nil { return nil }
    return study
  }

  private mutating func waves(
    _ keys: inout MappingReader
  ) -> (
    waves: [Wave], publications: [(wave: String, file: LocatedText)],
    earlierFiles: [(wave: String, file: LocatedText)]
  ) {
    let entries = keys.named("waves", .required) ?? []
    checkNames(entries)
    var publications: [(wave: String, file: LocatedText)] = []
    var earlierFiles: [(wave: String, file: LocatedText)] = []
    var waves: [Wave] = []
    var log = DiagnosticLog()
    for (position, entry) in entries.enumerated() {
      let id = entry.key.text
      let wave = entry.value.mapping("the wave '\(id)'", into: &log) { keys in
        var wave = Wave(id: id, label: keys.text("label")?.text ?? id)
        let days = Self.days("fieldwork", &keys)
        if let first = days.first, let last = days.last {
          wave.fieldwork = (first.text, last.text)
          if days.count != 2 || last.text < first.text {
            keys.report(.fieldworkOrder(at: first.range))
          }
        }
        wave.reminders = Self.days("reminders", &keys).map(\.text)
        if let file = keys.text("published") {
          if position == 0 { keys.report(.noWave(at: file.range)) }
          publications.append((id, file))
          wave.publication = file.text
        }
        if let file = keys.text("file") {
          if position == 0 || wave.publication != nil {
            keys.report(.waveFile(isFirst: position == 0, at: file.range))
          } else {
            earlierFiles.append((id, file))
          }
        }
        return wave
      }
      if let wave { waves.append(wave) }
    }
    self.log.append(log)
    return (waves, publications, earlierFiles)
  }

  /// Days as 2024-06-03.
  private static func days(_ key: String, _ keys: inout MappingReader) -> [LocatedText] {
    let days = keys.texts(key) ?? []
    for day in days where !isDay(day.text) { keys.report(.badDate(day.text, at: day.range)) }
    return days
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
  }

  private mutating func breakdown(_ entry: YAMLEntry, isTabulated: Bool) -> CodedBreakdown? {
    let id = entry.key.text
    var log = DiagnosticLog()
    let result = entry.value.mapping("the breakdown '\(id)'", into: &log) { keys in
      self.breakdown(id, isTabulated: isTabulated, &keys)
    }
    self.log.append(log)
    return result ?? nil
  }

  private mutating func breakdown(
    _ id: String, isTabulated: Bool, _ keys: inout MappingReader
  ) -> CodedBreakdown? {
    let label = keys.text("label", .required)
    let column = keys.text("column", isTabulated ? .optional : .required)
    let entries = keys.named("segments", .required) ?? []
    checkNames(entries)
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
        let others = coded.breakdown.segments
        if let singular, let other = others.first(where: { $0.singular == singular.text }) {
          keys.report(.duplicateLabel(singular, of: name, and: other.id))
        }
        coded.breakdown.segments.append(
          Segment(
            id: name, singular: singular?.text ?? name, plural: plural?.text ?? name,
            isReported: isReported.contains(name)))
        for code in keys.texts("code", isTabulated ? .optional : .required) ?? [] {
          if coded.codes[code.text] != nil {
            keys.report(.repeatedCode(code.text, at: code.range))
          }
          coded.codes[code.text] = name
        }
        coded.cohorts[name] = (
          Self.people("population", &keys), Self.people("invited", &keys), entry.key.range
        )
      }
    }
    self.log.append(log)
    return column == nil && !isTabulated ? nil : coded
  }

  private static func people(_ key: String, _ keys: inout MappingReader) -> Int? {
    guard let count = keys.wholeNumber(key) else { return nil }
    if !(0...10_000_000_000).contains(count.value) {
      keys.report(.countBound(key, at: count.range))
      return nil
    }
    return count.value
  }

  private mutating func plan(
    _ keys: inout MappingReader, questions: [CodedQuestion], breakdowns: [CodedBreakdown]
  ) -> [PublicationRule] {
    let known = questions.map(\.question.id)
    let ways = ["total"] + breakdowns.map(\.breakdown.id)
    let rules = keys.mappings("publish") { keys -> PublicationRule in
      let chosen = keys.texts("questions", .required) ?? []
      let by = keys.list("by", .required) ?? []
      if chosen.isEmpty || by.isEmpty { keys.report(.emptyRule(at: keys.range)) }
      let isAll = chosen.map(\.text) == ["all"]
      for name in chosen where !isAll && !known.contains(name.text) {
        keys.report(.unknownName(name.text, kind: "question", known: known, at: name.range))
      }
      var rule = PublicationRule(
        questions: isAll ? [] : chosen.map(\.text).filter(known.contains), breakdowns: [])
      for value in by { Self.add(value, to: &rule, ways: ways, &keys) }
      return rule
    }
    return rules ?? [PublicationRule(questions: [], breakdowns: ways)]
  }

  /// A breakdown, `total`, or a list of the two breakdowns of a crossing.
  private static func add(
    _ value: YAMLValue, to rule: inout PublicationRule, ways: [String],
    _ keys: inout MappingReader
  ) {
    func name(_ value: YAMLValue, in known: [String]) -> String? {
      guard case .scalar(let scalar) = value.content else {
        keys.report(.badCrossing(at: value.range))
        return nil
      }
      if known.contains(scalar.text.text) { return scalar.text.text }
      keys.report(
        .unknownName(scalar.text.text, kind: "breakdown", known: known, at: scalar.text.range))
      return nil
    }
    guard case .sequence(let parts) = value.content else {
      if let way = name(value, in: ways) { rule.breakdowns.append(way) }
      return
    }
    let breakdowns = Array(ways.dropFirst())
    let positions = parts.compactMap { name($0, in: breakdowns) }.compactMap(breakdowns.firstIndex)
    if positions.count < parts.count { return }
    guard positions.count == 2, positions[0] != positions[1] else {
      keys.report(.badCrossing(at: value.range))
      return
    }
    rule.crossings.append(
      Crossing(breakdowns[positions.min() ?? 0], breakdowns[positions.max() ?? 0]))
  }

  private func policy(_ keys: inout MappingReader) -> Policy {
    var policy = Policy()
    policy.indicative = bound("indicative", &keys) ?? policy.indicative
    policy.insufficient = bound("insufficient", &keys) ?? policy.insufficient
    policy.group = bound("group", &keys) ?? policy.group
    policy.cell = bound("cell", &keys) ?? policy.cell
    if let dominance = keys.number("dominance") {
      policy.dominance = dominance.value
      if !(0.5...1).contains(dominance.value) {
        keys.report(
          .policyBound("dominance", must: "between 0.5 and 1", at: dominance.range))
      }
    }
    if policy.indicative < policy.insufficient {
      keys.report(.policyBound("indicative", must: "at least 'insufficient'", at: keys.range))
    }
    policy.smallRows =
      keys.choice("small-rows", of: Policy.SmallRows.self)?.value ?? policy.smallRows
    return policy
  }

  private func bound(_ key: String, _ keys: inout MappingReader) -> Int? {
    guard let count = keys.wholeNumber(key) else { return nil }
    if (1...1_000_000).contains(count.value) { return count.value }
    keys.report(.policyBound(key, must: "between 1 and 1 000 000", at: count.range))
    return nil
  }

  /// Names must be unique (the YAML reader sees to that), well formed and no words of the language.
  private mutating func checkNames(_ entries: [YAMLEntry]) {
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
