import Diagnostics
import LocatedYAML
import SurveyResults

/// Categories and nets with their codes: of a question, or of a scale that several share.
struct AnswerList {
  var categories: [Category] = []
  var nets: [Net] = []
  var codes: [String: String] = [:]
  /// The codes that stand for no answer, each with its reason; `""` for none known.
  var missing: [String: String] = [:]

  /// Reads `categories` and `nets`, after those that are there.
  mutating func read(_ keys: inout MappingReader) {
    readCategories(&keys)
    readNets(&keys)
  }

  private mutating func readCategories(_ keys: inout MappingReader) {
    var log = DiagnosticLog()
    for entry in keys.named("categories") ?? [] {
      CodebookReader.check(entry.key, into: &log)
      let id = entry.key.text
      if case .scalar(let label) = entry.value.content {
        add(
          Category(id: id, label: label.text.text), label: label.text,
          codes: [LocatedText(id, at: entry.key.range)], into: &log)
        continue
      }
      _ = entry.value.mapping("the category '\(id)'", into: &log) { keys in
        let label = keys.text("label", .required)
        let codes = keys.texts("code") ?? [LocatedText(id, at: entry.key.range)]
        if let reason = keys.text("missing") {
          for code in codes {
            if self.codes[code.text] != nil {
              keys.report(.repeatedCode(code.text, at: code.range))
            }
            missing[code.text] = reason.text
          }
          return
        }
        let category = Category(
          id: id, label: label?.text ?? id, isNone: keys.flag("none")?.value ?? false,
          isDontKnow: keys.flag("dont-know")?.value ?? false,
          isRest: keys.flag("rest")?.value ?? false)
        var log = DiagnosticLog()
        add(category, label: label, codes: codes, into: &log)
        for diagnostic in log.diagnostics { keys.report(diagnostic) }
      }
    }
    for diagnostic in log.diagnostics { keys.report(diagnostic) }
  }

  private mutating func add(
    _ category: Category, label: LocatedText?, codes: [LocatedText],
    into log: inout DiagnosticLog
  ) {
    if let label, let other = categories.first(where: { $0.label == label.text }) {
      log.report(.duplicateLabel(label, of: category.id, and: other.id))
    }
    if categories.contains(where: { $0.id == category.id }), let range = codes.first?.range {
      log.report(.duplicateName(category.id, kind: "answer", at: range))
    }
    categories.append(category)
    for code in codes {
      if self.codes[code.text] != nil || missing[code.text] != nil {
        log.report(.repeatedCode(code.text, at: code.range))
      }
      self.codes[code.text] = category.id
    }
  }

  private mutating func readNets(_ keys: inout MappingReader) {
    let known = categories.map(\.id)
    var log = DiagnosticLog()
    for entry in keys.named("nets") ?? [] {
      CodebookReader.check(entry.key, into: &log)
      let id = entry.key.text
      if known.contains(id) || nets.contains(where: { $0.id == id }) {
        log.report(.duplicateName(id, kind: "answer", at: entry.key.range))
      }
      _ = entry.value.mapping("the net '\(id)'", into: &log) { keys in
        let label = keys.text("label", .required)
        let members = keys.texts("of", .required) ?? []
        for member in members where !known.contains(member.text) {
          keys.report(.unknownName(member.text, kind: "answer", known: known, at: member.range))
        }
        nets.append(
          Net(
            id: id, label: label?.text ?? id,
            members: members.map(\.text).filter(known.contains)))
      }
    }
    for diagnostic in log.diagnostics { keys.report(diagnostic) }
  }
}
