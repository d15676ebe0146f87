import Diagnostics
import SurveyFiles

/// Finds what of a new survey file does not fit the codebook, or differs from the file before.
struct DeliveryComparison {
  let columns: CodebookColumns
  /// The new file as diagnostics name it.
  let file: String
  /// Where the codebook names the survey file.
  let place: SourceRange
  private(set) var log = DiagnosticLog()

  init(columns: CodebookColumns, file: String, place: SourceRange) {
    self.columns = columns
    self.file = file
    self.place = place
  }

  /// Reports columns that are gone or new, and labels that changed.
  mutating func compare(_ new: SurveyDictionary, with old: SurveyDictionary?) {
    let names = new.variables.map(\.name)
    for column in columns.columns where !names.contains(column.name.text) {
      log.report(
        .columnGone(
          column.name.text, of: column.owner, file: file, known: names, at: column.name.range))
    }
    guard let old else { return }
    let used = Set(columns.columns.map(\.name.text))
    let before = old.variables.map(\.name)
    let added = names.filter { !before.contains($0) && !used.contains($0) }
    let gone = before.filter { !names.contains($0) && !used.contains($0) }
    if !added.isEmpty { log.report(.newColumns(added, file: file, at: place)) }
    if !gone.isEmpty { log.report(.unusedColumnsGone(gone, file: file, at: place)) }
    for column in columns.columns {
      let name = column.name.text
      guard let now = new.variables.first(where: { $0.name == name }),
        let then = old.variables.first(where: { $0.name == name })
      else { continue }
      let notes = changes(from: then, to: now)
      if !notes.isEmpty { log.report(.labelsChanged(notes, of: name, at: column.name.range)) }
    }
  }

  private func changes(from then: SurveyVariable, to now: SurveyVariable) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    if then.label != now.label {
      notes.append(Diagnostic.Note("the column was '\(then.label)' and is '\(now.label)'"))
    }
    for label in then.labels {
      let code = label.value.code
      let found = now.label(of: label.value)
      if let found, found != label.text {
        notes.append(Diagnostic.Note("code \(code) was '\(label.text)' and is '\(found)'"))
      } else if found == nil {
        notes.append(Diagnostic.Note("code \(code) was '\(label.text)' and has no label"))
      }
    }
    for label in now.labels where then.label(of: label.value) == nil {
      notes.append(Diagnostic.Note("code \(label.value.code) is new: '\(label.text)'"))
    }
    return notes
  }

  /// Reports codes that occur and that the codebook has no answer for.
  mutating func checkCodes(of dictionary: SurveyDictionary, _ scan: VariableScan) {
    for column in columns.columns {
      guard let codes = column.codes,
        let position = dictionary.variables.firstIndex(where: { $0.name == column.name.text }),
        let counts = scan.counts[position]
      else { continue }
      let variable = dictionary.variables[position]
      for value in scan.answers(of: position, variable) ?? [] {
        let isBanded = value.number.map { number in
          column.bands.contains { $0.contains(number) }
        }
        if codes.contains(value.code) || isBanded == true { continue }
        log.report(
          .codeWithoutCategory(
            value.code, count: counts[value] ?? 0, label: variable.label(of: value),
            column: column.name.text, of: column.owner, at: column.name.range))
      }
    }
  }
}
