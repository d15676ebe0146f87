import Diagnostics
import LocatedYAML
import SurveyFiles

/// Fills in what a codebook leaves out and the survey file says.
///
/// The codebook is completed before it is read, key by key, so that a completed codebook is read like
/// one that somebody wrote. A key that is there is never changed. What is filled in has the place of
/// the name that it belongs to.
struct CodebookCompletion {
  private let dictionary: SurveyDictionary
  private let variables: [String: SurveyVariable]
  private var scales: YAMLValue?
  private(set) var log = DiagnosticLog()

  private let file: String

  /// Takes what a file says, and its name for diagnostics.
  init(_ dictionary: SurveyDictionary, file: String) {
    self.file = file
    self.dictionary = dictionary
    variables = Dictionary(
      dictionary.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The codebook with everything that the file adds to it.
  mutating func complete(_ codebook: YAMLValue) -> YAMLValue {
    var result = codebook
    if let data = codebook.value("data"), !data.entries.isEmpty {
      result = result.setting("data", to: completeWeight(data))
    }
    if let breakdowns = codebook.value("breakdowns") {
      result = result.setting("breakdowns", to: completeEach(breakdowns) { $0.breakdown($1, $2) })
    }
    scales = codebook.value("scales")
    if let questions = codebook.value("questions") {
      result = result.setting(
        "questions",
        to: completeEach(questions) {
          $0.question($1, $2)
        })
    }
    return result
  }

  private func completeWeight(_ data: YAMLValue) -> YAMLValue {
    if data.text("weight")?.text == "none" { return data.removing("weight") }
    if data.value("strata") != nil { return data }
    return data.adding("weight", dictionary.weight.map { .text($0, at: data.range) })
  }

  private mutating func completeEach(
    _ group: YAMLValue,
    _ complete: (inout CodebookCompletion, LocatedText, YAMLValue) -> YAMLValue
  ) -> YAMLValue {
    guard !group.entries.isEmpty else { return group }
    let entries = group.entries.map { entry in
      var entry = entry
      // A name with nothing behind it asks the file for everything.
      if entry.value.isNothing { entry.value = YAMLValue(.mapping([]), at: entry.key.range) }
      if case .mapping = entry.value.content {
        entry.value = complete(&self, entry.key, entry.value)
      }
      return entry
    }
    return YAMLValue(.mapping(entries), at: group.range)
  }

  private func breakdown(_ name: LocatedText, _ value: YAMLValue) -> YAMLValue {
    let column = value.text("column")?.text ?? name.text
    guard let variable = variables[column] else { return value }
    let range = name.range
    let answers = FileAnswers(variable)
    var segments = value.value("segments")
    if segments == nil, !answers.answers.isEmpty {
      let pairs = answers.answers.filter { !$0.isMissing }.map { answer in
        (answer.name, YAMLValue.mapping([("code", .text(answer.code, at: range))], at: range))
      }
      segments = .mapping(pairs, at: range)
    }
    let completed = segments.map { group in
      YAMLValue(
        .mapping(group.entries.map { segment($0, answers: answers) }), at: group.range)
    }
    var result = value.adding("column", .text(column, at: range))
      .adding("label", .text(title(of: variable), at: range))
    if let completed { result = result.setting("segments", to: completed) }
    return result
  }

  private func segment(_ entry: YAMLEntry, answers: FileAnswers) -> YAMLEntry {
    var entry = entry
    let range = entry.key.range
    if entry.value.isNothing { entry.value = YAMLValue(.mapping([]), at: range) }
    guard case .mapping = entry.value.content else { return entry }
    let known =
      entry.value.value("code").flatMap { value in
        value.texts.first.flatMap { answers.answer(code: $0.text) }
      } ?? answers.answer(called: entry.key.text, label: entry.value.text("singular")?.text)
    guard let known else { return entry }
    entry.value = entry.value.adding("code", .text(known.code, at: range))
      .adding("singular", .text(known.label, at: range))
    entry.value = entry.value.adding("plural", .text(known.label, at: range))
    return entry
  }

  private mutating func question(
    _ name: LocatedText, _ value: YAMLValue
  ) -> YAMLValue {
    var value = value
    let range = name.range
    let isPlaced = ["column", "columns", "items", "codes"].contains { value.value($0) != nil }
    let asked = value.text("set")
    let sought = asked?.text ?? (isPlaced ? nil : name.text)
    let set = dictionary.sets.first { $0.name == sought }
    if let asked, set == nil {
      let known = dictionary.sets.map(\.name)
      log.report(.unknownSet(asked.text, known: known, at: asked.range))
      value = value.removing("set")
    }
    if let set {
      value = complete(value.removing("set"), from: set, at: range)
    } else if !isPlaced, asked == nil, variables[name.text] != nil {
      value = value.adding("column", .text(name.text, at: range))
    }
    value = completeItems(value)
    if let column = value.text("column"), variables[column.text] == nil,
      ["label", "text", "kind"].contains(where: { value.value($0) == nil })
    {
      let known = variables.keys.sorted()
      log.report(.unknownColumn(column.text, file: file, known: known, at: column.range))
    }
    let columns = self.columns(of: value)
    let found = columns.compactMap { variables[$0] }
    let title = found.first.map { columns.count == 1 ? self.title(of: $0) : name.text }
    value = value.adding("label", title.map { .text($0, at: range) })
    value = value.adding("text", value.value("label"))
    value = value.adding("kind", kind(of: value, found.first).map { .text($0, at: range) })
    let isFlagged = value.value("columns")?.entries.isEmpty == false
    if let first = found.first, !isFlagged {
      value = completeMissing(value, from: FileAnswers(first), at: range)
    }
    guard value.text("kind")?.text != "multiple" || value.value("columns")?.entries.isEmpty == true
    else { return completeLabels(value) }
    let isScaled = value.value("scale") != nil || value.value("bands") != nil
    guard let first = found.first, !first.labels.isEmpty, !isScaled else { return value }
    return completeCategories(value, from: FileAnswers(first), at: range)
  }

  /// What the file calls a variable.
  private func title(of variable: SurveyVariable) -> String {
    variable.label.isEmpty ? variable.name : variable.label
  }

  /// The columns that the answers of a question are taken from.
  private func columns(of value: YAMLValue) -> [String] {
    if let column = value.text("column") { return [column.text] }
    if let items = value.value("items") {
      return items.entries.compactMap { $0.value.text("column")?.text }
    }
    guard let columns = value.value("columns") else { return [] }
    return columns.entries.isEmpty
      ? columns.texts.map(\.text) : columns.entries.compactMap { $0.value.scalarText?.text }
  }

  private func kind(of value: YAMLValue, _ variable: SurveyVariable?) -> String? {
    if value.value("items") != nil { return "battery" }
    if value.value("columns") != nil { return "multiple" }
    if value.value("bands") != nil { return "numeric" }
    guard let variable, value.value("column") != nil else { return nil }
    return variable.labels.isEmpty && variable.measure == .scale ? "numeric" : "single"
  }

  private func complete(
    _ value: YAMLValue, from set: MultipleResponseSet, at range: SourceRange
  ) -> YAMLValue {
    var value = value.adding("kind", .text("multiple", at: range))
    let label = set.label.isEmpty ? set.name : set.label
    value = value.adding("label", .text(label, at: range))
    switch set.form {
    case .categories:
      let columns = set.variables.map { YAMLValue.text($0, at: range) }
      return value.adding("columns", YAMLValue(.sequence(columns), at: range))
    case .dichotomies(let counted):
      var names = NameMaker()
      let pairs = set.variables.map { variable -> (String, YAMLValue) in
        let label = variables[variable].map(title) ?? variable
        return (names.name(for: label, code: variable), .text(variable, at: range))
      }
      value = value.adding("columns", .mapping(pairs, at: range))
      return counted.code == "1" ? value : value.adding("chosen", .text(counted.code, at: range))
    }
  }

  private func completeItems(_ value: YAMLValue) -> YAMLValue {
    guard let items = value.value("items"), !items.entries.isEmpty else { return value }
    let entries = items.entries.map { entry -> YAMLEntry in
      var entry = entry
      let range = entry.key.range
      if entry.value.isNothing { entry.value = .text(entry.key.text, at: range) }
      if let column = entry.value.scalarText {
        entry.value = .mapping([("column", entry.value)], at: column.range)
      }
      guard let variable = entry.value.text("column").flatMap({ variables[$0.text] }) else {
        return entry
      }
      entry.value = entry.value.adding("label", .text(title(of: variable), at: range))
      return entry
    }
    return value.setting("items", to: YAMLValue(.mapping(entries), at: items.range))
  }

  /// The answers of a question with a column for each: their labels are those of the columns.
  private func completeLabels(_ value: YAMLValue) -> YAMLValue {
    guard let columns = value.value("columns") else { return value }
    let categories = value.value("categories")
    let entries = columns.entries.compactMap { column -> YAMLEntry? in
      if let entry = categories?.entries.first(where: { $0.key.text == column.key.text }) {
        guard case .mapping = entry.value.content else {
          return entry.value.isNothing ? nil : entry
        }
        return labelled(entry, by: column)
      }
      return categories == nil
        ? labelled(
          YAMLEntry(key: column.key, value: YAMLValue(.mapping([]), at: column.key.range)),
          by: column) : nil
    }
    let others = categories?.entries.filter { entry in
      !columns.entries.contains { $0.key.text == entry.key.text }
    }
    guard !entries.isEmpty else { return value }
    return value.setting(
      "categories",
      to: YAMLValue(.mapping(entries + (others ?? [])), at: categories?.range ?? columns.range))
  }

  private func labelled(_ entry: YAMLEntry, by column: YAMLEntry) -> YAMLEntry {
    var entry = entry
    guard let variable = column.value.scalarText.flatMap({ variables[$0.text] }) else {
      return entry
    }
    entry.value = entry.value.adding("label", .text(title(of: variable), at: entry.key.range))
    return entry
  }

  /// The answers of a question of codes.
  private func completeCategories(
    _ value: YAMLValue, from answers: FileAnswers, at range: SourceRange
  ) -> YAMLValue {
    guard let categories = value.value("categories") else {
      let pairs = answers.answers.map { answer in
        (answer.name, Self.category(answer, at: range))
      }
      return value.adding("categories", .mapping(pairs, at: range))
    }
    let entries = categories.entries.map { entry -> YAMLEntry in
      var entry = entry
      let range = entry.key.range
      if let label = entry.value.scalarText {
        entry.value = .mapping([("label", entry.value)], at: label.range)
      } else if entry.value.isNothing {
        entry.value = YAMLValue(.mapping([]), at: range)
      }
      let codes = entry.value.value("code")?.texts.map(\.text)
      let known =
        codes.map { $0.count == 1 ? answers.answer(code: $0[0]) : nil }
        ?? answers.answer(called: entry.key.text, label: entry.value.text("label")?.text)
      guard let known else { return entry }
      entry.value = entry.value.adding("label", .text(known.label, at: range))
        .adding("code", .text(known.code, at: range))
      return entry
    }
    return value.setting("categories", to: YAMLValue(.mapping(entries), at: categories.range))
  }

  /// Why answers are missing, where the codebook has answers of its own and says nothing of these.
  private func completeMissing(
    _ value: YAMLValue, from answers: FileAnswers, at range: SourceRange
  ) -> YAMLValue {
    let categories = value.value("categories")
    let hasOwn = categories != nil || value.value("scale") != nil || value.value("bands") != nil
    guard hasOwn else { return value }
    let scale = value.text("scale").flatMap { scales?.value($0.text)?.value("categories") }
    let entries = (scale?.entries ?? []) + (categories?.entries ?? [])
    let known = entries.flatMap { $0.value.value("code")?.texts ?? [$0.key] } + entries.map(\.key)
    let named = Set((known + (value.value("missing")?.texts ?? [])).map(\.text))
    let added = answers.answers.filter { answer in
      answer.isMissing && !named.contains(answer.code) && !named.contains(answer.name)
    }
    if added.isEmpty { return value }
    let more = added.map { answer in
      YAMLEntry(
        key: LocatedText(answer.name, at: range), value: Self.category(answer, at: range))
    }
    return value.setting(
      "categories",
      to: YAMLValue(.mapping((categories?.entries ?? []) + more), at: categories?.range ?? range))
  }

  private static func category(_ answer: FileAnswers.Answer, at range: SourceRange) -> YAMLValue {
    var pairs: [(String, YAMLValue)] = [
      ("label", .text(answer.label, at: range)), ("code", .text(answer.code, at: range)),
    ]
    if answer.isMissing { pairs.append(("missing", .text(answer.label, at: range))) }
    return .mapping(pairs, at: range)
  }
}
