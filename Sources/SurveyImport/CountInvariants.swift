import Diagnostics
import SurveyResults

/// What every count must be, whatever it comes from; checked before the policy is applied.
struct CountInvariants {
  let codebook: Codebook
  let survey: CountedSurvey

  /// Reports each count that cannot be, with question, answer and segment.
  func check(into log: inout DiagnosticLog) {
    let coded = Dictionary(
      codebook.questions.map { ($0.question.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (key, base) in survey.counts.sorted(by: { $0.key < $1.key }) {
      // Complements are sums of segments, which are looked at themselves.
      if case .others = key.segment { continue }
      guard let question = coded[key.question] else { continue }
      let rules = CountRules(
        question: question.question, counts: base,
        responded: survey.responded[key.wave]?[key.segment])
      for broken in rules.broken {
        log.report(
          .impossibleCount(
            broken.rule, answer: broken.answer, of: key.question, key.segment,
            at: survey.places[key] ?? question.range))
      }
    }
  }
}
