import Foundation
import SurveyFiles

/// Writes a draft of a codebook as YAML with comments.
struct DraftWriter {
  private(set) var text = ""

  private mutating func line(_ text: String) { self.text += text + "\n" }

  /// Writes the codebook.
  mutating func write(_ questions: [DraftQuestion], of dictionary: SurveyDictionary, file: String) {
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    let slug = NameMaker.slug(name)
    line("# Drafted from \(file). It imports as it stands; lines with 'decide' need a person.")
    line("# Under a question may stand: sensitive: why its answers need protection,")
    line("# universe: { text: who was asked }, asked-if: question.answer, nets.")
    line("study:")
    line("  id: \(slug.isEmpty ? "survey" : slug)")
    line("  title: \(Self.scalar(dictionary.label.isEmpty ? name : dictionary.label))")
    line("  language: en  # decide: nl or en, of all labels")
    line("  selection: census  # decide: census, random, quota or self-selected")
    line("data:")
    line("  file: \(Self.scalar(file))")
    if let weight = dictionary.weight {
      line("  weight: \(Self.scalar(weight))  # the file is weighted by it")
    }
    line("waves:")
    line("  \"1\": { label: \"1\" }  # decide: name it; fieldwork: [2024-06-03, 2024-07-12]")
    writeBreakdown(questions)
    line("questions:")
    for question in questions { write(question) }
    line("publish:")
    line(
      "  - { questions: all, by: [total] }  # decide: what may be shown, and by which breakdowns")
  }

  /// No variable is a breakdown by itself: one is written out as a comment.
  private mutating func writeBreakdown(_ questions: [DraftQuestion]) {
    for question in questions {
      guard case .single(let column, let answers) = question.form, answers.answers.count > 1 else {
        continue
      }
      line("# decide: by what are figures broken down, and which segments are reported?")
      line("# breakdowns:")
      line("#   \(question.name):")
      line("#     label: \(Self.scalar(question.label))")
      line("#     column: \(Self.scalar(column))")
      line("#     segments:")
      for answer in answers.answers where !answer.isMissing {
        let label = Self.scalar(answer.label)
        line(
          "#       \(answer.name): { code: \(Self.scalar(answer.code)), singular: \(label), "
            + "plural: \(label) }")
      }
      return
    }
  }

  private mutating func write(_ question: DraftQuestion) {
    if case .none(let column, let reason) = question.form {
      line("  # \(Self.comment(column)): not read: \(reason)")
      return
    }
    line("  \(Self.key(question.name)):\(question.guess.map { "  # decide: \($0)" } ?? "")")
    line("    label: \(Self.scalar(question.label))")
    line("    text: \(Self.scalar(question.label))")
    switch question.form {
    case .single(let column, let answers):
      line("    kind: single")
      line("    column: \(Self.scalar(column))")
      write(answers)
    case .mentions(let columns, let answers):
      line("    kind: multiple")
      line("    columns: [\(columns.map(Self.scalar).joined(separator: ", "))]")
      write(answers)
    case .multiple(let columns, let chosen):
      line("    kind: multiple")
      if let chosen { line("    chosen: \(Self.scalar(chosen))") }
      line("    columns:")
      for column in columns {
        line("      \(Self.key(column.name)): \(Self.scalar(column.column))")
      }
      line("    categories:  # decide: none: true for 'none of these'")
      for column in columns { line("      \(Self.key(column.name)): \(Self.scalar(column.label))") }
    case .battery(let items, let answers):
      line("    kind: battery")
      line("    items:")
      for item in items {
        line(
          "      \(Self.key(item.name)): { label: \(Self.scalar(item.label)), "
            + "column: \(Self.scalar(item.column)) }")
      }
      write(answers)
    case .numeric(let column, let bands, let isWhole):
      line("    kind: numeric")
      line("    column: \(Self.scalar(column))")
      line("    bands:  # decide: these hold about as many respondents each")
      var names = NameMaker()
      for band in bands {
        let label = "\(band.lowerBound) to \(band.upperBound)"
        let name = names.name(for: label, code: label)
        // With decimals a band ends just below the next, so that every number is in one.
        let end = isWhole ? "\(band.upperBound)" : "\(Double(band.upperBound) + 0.999_999)"
        line(
          "      \(Self.key(name)): { label: \"\(label)\", from: \(band.lowerBound), to: \(end) }")
      }
    case .none: break
    }
  }

  private mutating func write(_ answers: FileAnswers) {
    line("    categories:")
    for answer in answers.answers {
      let label = Self.scalar(answer.label)
      let missing = answer.isMissing ? ", missing: \(label)" : ""
      line(
        "      \(Self.key(answer.name)): { label: \(label), code: \(Self.scalar(answer.code))"
          + "\(missing) }")
    }
  }

  /// A name, quoted if YAML would take it for a number.
  private static func key(_ name: String) -> String {
    name.unicodeScalars.first.map { $0.properties.isAlphabetic } == true ? name : "\"\(name)\""
  }

  /// A text as YAML has it: plain if it is letters and digits, else in double quotes.
  static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || " _-".unicodeScalars
          .contains(scalar)
    }
    let words: Set = ["", "yes", "no", "true", "false", "null", "on", "off", "y", "n"]
    let isTrimmed = text.first != " " && text.last != " " && text.first != "-"
    let isWhole = text.allSatisfy { ("0"..."9").contains($0) }
    if isPlain, isTrimmed, !words.contains(text.lowercased()) { return text }
    if isWhole, !text.isEmpty { return text }
    return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case let scalar where scalar.value < 0x20 || scalar.value == 0x7F: " "
    default: String(scalar)
    }
  }

  /// A text without line ends, for a comment.
  private static func comment(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
