import Diagnostics
import ReportSpec
import SurveyResults

extension AnswerTexts {
  /// The themes of a question for a segment; empty for totals, and where nothing was written.
  func themes(of question: String, for segment: SegmentKey) -> [ThemesSpec.Theme] {
    entries(of: question, for: segment).compactMap { entry in
      entry.text.map { ThemesSpec.Theme(answer: entry.answer, text: $0) }
    }
  }

  /// How lists word an answer of a segment; nil for the codebook's label.
  func wording(of answer: String, question: String, for segment: SegmentKey) -> String? {
    entries(of: question, for: segment).first { $0.answer.text == answer }?.wording?.text
  }

  private func entries(of question: String, for segment: SegmentKey) -> [Entry] {
    entries.filter { entry in
      guard entry.question.text == question else { return false }
      return segment.description == entry.segment.text
        || segment.description.hasSuffix(":" + entry.segment.text)
    }
  }

  /// Holds the names against the results.
  func check(against results: ResultsModel, into log: inout DiagnosticLog) {
    var checked: Set<LocatedText> = []
    for entry in entries {
      if checked.insert(entry.segment).inserted {
        do throws(FigureRefusal) {
          _ = try results.segment(named: entry.segment.text)
        } catch {
          log.report(.refused(error, at: entry.segment.range))
        }
      }
      guard let question = results.question(entry.question.text) else {
        if checked.insert(entry.question).inserted {
          let known = results.questions.map(\.id)
          log.report(
            .refused(
              .unknownQuestion(entry.question.text, known: known), at: entry.question.range))
        }
        continue
      }
      let answers = question.categories.map(\.id)
      if !answers.contains(entry.answer.text) {
        log.report(
          .refused(
            .unknownAnswer(entry.answer.text, of: question.id, known: answers),
            at: entry.answer.range))
      }
    }
  }
}
