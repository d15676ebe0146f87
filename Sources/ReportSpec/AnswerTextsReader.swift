import Diagnostics
import LocatedYAML

/// Reads `texts.yaml`: for each question and segment the texts of the answers.
///
///     approved-by: redactie
///     texts:
///       verbeterpunt_thema:
///         burgemeester:
///           nazorg: {wording: nazorg, text: Burgemeesters vragen om contact dat weken later doorgaat.}
enum AnswerTextsReader {
  static func read(
    _ path: LocatedText, _ library: inout SourceLibrary, into log: inout DiagnosticLog
  ) -> AnswerTexts {
    guard let file = library.read(path.text, at: path.range, into: &log),
      let root = LocatedYAML.parse(file, into: &log)
    else { return AnswerTexts() }
    let read = root.mapping("the texts of answers", into: &log) { keys in
      var texts = AnswerTexts(approvedBy: keys.text("approved-by"))
      for question in keys.named("texts", .required) ?? [] {
        for segment in entries(of: question.value, "segments with their texts", &keys) {
          for answer in entries(of: segment.value, "answers with their texts", &keys) {
            guard let entry = entry(answer, question.key, segment.key, &keys) else { continue }
            texts.entries.append(entry)
          }
        }
      }
      return texts
    }
    return read ?? AnswerTexts()
  }

  private static func entries(
    of value: YAMLValue, _ what: String, _ keys: inout MappingReader
  ) -> [YAMLEntry] {
    if case .mapping(let entries) = value.content { return entries }
    keys.report(.notAGroup(what, at: value.range))
    return []
  }

  private static func entry(
    _ answer: YAMLEntry, _ question: LocatedText, _ segment: LocatedText,
    _ keys: inout MappingReader
  ) -> AnswerTexts.Entry? {
    var log = DiagnosticLog()
    let entry = answer.value.mapping("the text of an answer", into: &log) { keys in
      AnswerTexts.Entry(
        question: question, segment: segment, answer: answer.key,
        wording: keys.text("wording"), text: keys.inlines("text"))
    }
    for diagnostic in log.diagnostics { keys.report(diagnostic) }
    return entry
  }
}
