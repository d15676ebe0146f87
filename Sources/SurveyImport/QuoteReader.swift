import Diagnostics
import SurveyResults

/// Reads quotes: only what a person approved enters.
struct QuoteReader {
  let codebook: Codebook

  private static let yes: Set<String> = ["yes", "true", "1", "ja"]
  private static let no: Set<String> = ["no", "false", "0", "nee"]

  /// The approved quotes in the order of the file, with the columns `question`, `text`, `approved_by`
  /// and, as far as they are there, `answer`, `segment`, `wave`, `selection` and `redactions`.
  func read(
    _ name: LocatedText, files: inout DataFolder, into log: inout DiagnosticLog
  ) -> [Quote] {
    guard
      let table = CompanionTable(
        name, required: ["question", "text", "approved_by"], files: &files, into: &log)
    else { return [] }
    var unapproved = 0
    var quotes: [Quote] = []
    for row in table.all {
      guard let approver = row["approved_by"] else {
        unapproved += 1
        continue
      }
      if let quote = quote(row, approvedBy: approver, into: &log) { quotes.append(quote) }
    }
    if unapproved > 0 {
      log.report(.unapprovedQuotes(unapproved, file: table.file, at: name.range))
    }
    return quotes
  }

  private func quote(
    _ row: CompanionTable.Row, approvedBy approver: String, into log: inout DiagnosticLog
  ) -> Quote? {
    let questions = codebook.questions.map(\.question)
    guard let asked = row["question"], let text = row["text"] else {
      log.report(.emptyField(row["question"] == nil ? "question" : "text", at: row.range))
      return nil
    }
    guard let question = questions.first(where: { $0.id == asked }) else {
      log.report(
        .unknownName(asked, kind: "question", known: questions.map(\.id), at: row.range))
      return nil
    }
    let answers = question.categories.map(\.id) + question.nets.map(\.id)
    if let answer = row["answer"], !answers.contains(answer) {
      log.report(.unknownName(answer, kind: "answer", known: answers, at: row.range))
    }
    let waves = codebook.waves.map(\.id)
    if let wave = row["wave"], !waves.contains(wave) {
      log.report(.unknownName(wave, kind: "wave", known: waves, at: row.range))
    }
    var segment: SegmentKey?
    if let name = row["segment"] {
      segment = SegmentNames(breakdowns: codebook.breakdowns.map(\.breakdown)).key(
        of: LocatedText(name, at: row.range), into: &log)
    }
    return Quote(
      question: asked, answer: row["answer"], segment: segment, wave: row["wave"] ?? waves[0],
      text: text, isSelection: isSelection(row, into: &log), approvedBy: approver,
      redactions: row["redactions"])
  }

  private func isSelection(_ row: CompanionTable.Row, into log: inout DiagnosticLog) -> Bool {
    guard let word = row["selection"]?.lowercased() else { return true }
    if !Self.yes.contains(word), !Self.no.contains(word) {
      log.report(.badFlag("selection", word, at: row.range))
    }
    return !Self.no.contains(word)
  }
}
