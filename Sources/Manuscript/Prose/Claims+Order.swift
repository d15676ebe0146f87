import Diagnostics
import SurveyResults
import SurveyStatistics

extension Claims {
  /// Judges a claim about the place of an answer.
  ///
  /// True counts decide, ties included. Words that say that the answer stands out, or that it was
  /// tested, need the test of the first place against every other (Holm), which only answers have
  /// that nobody could give together.
  func check(
    _ demands: Demands, _ rank: QueryStatement.Rank, of answer: ClaimedFigure,
    in order: AnswerOrder, at range: SourceRange, into log: inout DiagnosticLog
  ) -> Verdict {
    guard let own = order.answers.first(where: { $0.figure.request == answer.figure.request })
    else {
      log.report(.answerWithoutPlace(answer.figure.request.answer, at: range))
      return .failed
    }
    let last = order.answers.last?.place ?? 1
    let isThere = rank.place.map { own.place == $0 } ?? (own.place == last && last > 1)
    let says = wording.claimWords
    if let said = says.place(saidBy: demands.words), rank.place.map({ $0 != said }) ?? true {
      log.report(.wordsAgainstRank(demands.words, at: range))
      return .failed
    }
    var evidence = order.answers.prefix(5).map {
      "place \($0.place): \(wording.evidence($0.figure, $0.canonical))"
    }
    guard isThere, own.isShared == (rank.isShared || says.saysShared(demands.words)) else {
      if isThere {
        evidence.append(own.isShared ? "the place is shared" : "the place is not shared")
      }
      log.report(.failedClaim(demands.name, evidence: evidence, at: range))
      return .failed
    }
    if demands.isStrong || demands.isTested {
      if let reason = notStandingOut(own, in: order, isStrong: demands.isStrong) {
        log.report(.failedClaim(demands.name, evidence: [evidence[0], reason], at: range))
        return .failed
      }
      return .tested
    }
    if case .published(let fact) = own.figure.outcome {
      return .qualified(.untestedWave(fact.wave))
    }
    return order.isExclusive ? .counted : .qualified(.samePeople)
  }

  /// Why an answer does not stand out from all others; nil if it does.
  private func notStandingOut(
    _ own: RankedAnswer, in order: AnswerOrder, isStrong: Bool
  ) -> String? {
    guard own.place == 1, !own.isShared else { return "such words suit the first place only" }
    guard order.isExclusive else {
      return "such words need a test, and none is possible: how many people gave both answers is "
        + "not known"
    }
    let others = order.answers.filter { $0.place > 1 }
    let tests = others.compactMap { withinQuestion(own.figure, $0.figure) }
    guard tests.count == others.count else {
      return "such words need a test, and none is possible"
    }
    let adjusted = Comparison.holm(tests.map(\.p))
    for ((other, test), p) in zip(zip(others, tests), adjusted) {
      let points = difference(own.figure, other.figure) ?? test.points
      let isLarge = !isStrong || points >= Self.strongPoints
      if p >= Self.alpha || !isLarge {
        let size = isLarge ? "" : "such words need a difference of 10 points; "
        let family = Family(
          breakdown: own.figure.request.question, size: tests.count, adjusted: p)
        return "\(size)against \(other.canonical): "
          + description(of: test, points, family: tests.count > 1 ? family : nil)
      }
    }
    return nil
  }
}
