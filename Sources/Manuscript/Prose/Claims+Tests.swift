import SurveyResults
import SurveyStatistics

extension Claims {
  /// How a claim can be tested.
  enum Test {
    /// By this test, as one of a family of tests if there is one.
    case made(Comparison.Result, Family?)
    /// By this test of percentages that the publication of a wave has rounded.
    case rounded(Comparison.Result, wave: String)
    case impossible(Caveat)
    case overlap
  }

  /// The tests that one claim was picked from: all pairs of segments in one row of figures.
  struct Family {
    var breakdown: String
    /// How many pairs there are.
    var size: Int
    /// The probability of the claim's own pair, adjusted by Holm.
    var adjusted: Double
  }

  /// The test of two figures.
  func test(_ left: Figure, _ right: Figure) -> Test {
    for figure in [right, left] {
      if case .published(let fact) = figure.outcome {
        return roundedTest(left, right).map { .rounded($0, wave: fact.wave) }
          ?? .impossible(.untestedWave(fact.wave))
      }
    }
    let (here, there) = (left.request, right.request)
    // Whether people took part in both waves is not known: the waves are taken for independent.
    if here.wave != there.wave { return compared(left, right) }
    if here.segment == there.segment { return ofSamePeople(left, right) }
    switch (here.segment, there.segment) {
    case (.segment(let one, _), .segment(let two, _)):
      return one == two ? inFamily(left, right, of: one) : .overlap
    case (.segment, .others), (.others, .segment):
      let isSplit = here.segment.complement == there.segment
      return isSplit || there.segment.complement == here.segment
        ? compared(left, right) : .overlap
    case (.segment, .total): return againstRest(left, there)
    case (.total, .segment): return againstRest(right, here)
    case (.crossing(let one, let two), .crossing(let three, let four)):
      // Crossings that differ in one of their segments have nobody in common.
      let isApart =
        one.breakdown == three.breakdown && two.breakdown == four.breakdown
        && (one.id != three.id || two.id != four.id)
      return isApart ? compared(left, right) : .overlap
    default: return .overlap
    }
  }

  /// The test of printed percentages, as near to each other as rounding allows; nil where a base is
  /// not known or small.
  private func roundedTest(_ left: Figure, _ right: Figure) -> Comparison.Result? {
    func printed(_ figure: Figure) -> (share: Double, base: Double, isRounded: Bool)? {
      if case .published(let fact) = figure.outcome, case .percent(let percent) = fact.content,
        let base = fact.base, base >= results.policy.insufficient
      {
        return (percent / 100, Double(base), true)
      }
      guard let proportion = figure.proportion else { return nil }
      return (
        figure.weightedShare ?? proportion.share, figure.effectiveBase ?? Double(proportion.base),
        false
      )
    }
    guard var one = printed(left), var two = printed(right) else { return nil }
    let room = (one.isRounded ? 0.005 : 0) + (two.isRounded ? 0.005 : 0)
    let difference = one.share - two.share
    if abs(difference) <= room {
      one.share = two.share
    } else {
      let step = difference > 0 ? 0.005 : -0.005
      if one.isRounded { one.share -= step }
      if two.isRounded { two.share += step }
    }
    return Comparison.ofGroups(one.share, base: one.base, two.share, base: two.base)
  }

  private func result(_ left: Figure, _ right: Figure) -> Comparison.Result? {
    guard let one = left.proportion, let two = right.proportion else { return nil }
    if let first = left.weightedShare, let second = right.weightedShare,
      let base = left.effectiveBase, let other = right.effectiveBase
    {
      return Comparison.ofGroups(first, base: base, second, base: other)
    }
    return Comparison.ofGroups(one, two)
  }

  private func compared(_ left: Figure, _ right: Figure) -> Test {
    result(left, right).map { .made($0, nil) } ?? .overlap
  }

  /// A pair of segments is picked from all pairs of the row: Holm's adjustment over them.
  private func inFamily(_ left: Figure, _ right: Figure, of breakdown: String) -> Test {
    guard let own = result(left, right) else { return .overlap }
    guard left.request.isSameRow(as: right.request), let segments = results.breakdown(breakdown)
    else { return .made(own, nil) }
    let keys = Set([left.request.segment, right.request.segment])
    var row: [Figure] = []
    for segment in segments.segments {
      var request = left.request
      request.segment = .segment(breakdown: breakdown, id: segment.id)
      guard segment.isReported || keys.contains(request.segment),
        let figure = try? results.figure(request), figure.proportion != nil
      else { continue }
      row.append(figure)
    }
    var probabilities: [Double] = []
    var index: Int?
    for (position, first) in row.enumerated() {
      for second in row[(position + 1)...] {
        guard let result = result(first, second) else { continue }
        if Set([first.request.segment, second.request.segment]) == keys {
          index = probabilities.count
        }
        probabilities.append(result.p)
      }
    }
    guard let index, probabilities.count > 1 else { return .made(own, nil) }
    let family = Family(
      breakdown: breakdown, size: probabilities.count,
      adjusted: Comparison.holm(probabilities)[index])
    return .made(own, family)
  }

  /// A segment is tested against the rest, never against the total that it is a part of.
  private func againstRest(_ part: Figure, _ total: FigureRequest) -> Test {
    var request = total
    guard let complement = part.request.segment.complement else { return .overlap }
    request.segment = complement
    guard let rest = try? results.figure(request), rest.proportion != nil else { return .overlap }
    return compared(part, rest)
  }

  /// Two answers of one choice exclude each other; others may overlap, which needs joint counts.
  private func ofSamePeople(_ left: Figure, _ right: Figure) -> Test {
    let (here, there) = (left.request, right.request)
    guard here.question == there.question, here.item == there.item, here.isOfAll == there.isOfAll,
      let question = results.question(here.question), results.hasOneAnswerEach(question, here),
      here.places == there.places,
      question.members(of: here.answer).isDisjoint(with: question.members(of: there.answer)),
      let result = withinQuestion(left, right)
    else { return .impossible(.samePeople) }
    return .made(result, nil)
  }

  /// The test of two answers that nobody can both have given.
  func withinQuestion(_ left: Figure, _ right: Figure) -> Comparison.Result? {
    guard let one = left.proportion, let two = right.proportion else { return nil }
    let base = left.effectiveBase.map { Int($0) } ?? one.base
    return Comparison.withinQuestion(
      left.weightedShare ?? one.share, right.weightedShare ?? two.share, base: base)
  }
}

extension FigureRequest {
  /// Whether two requests differ in their segments only.
  fileprivate func isSameRow(as other: FigureRequest) -> Bool {
    var other = other
    other.segment = segment
    return other == self
  }
}

extension ResultsModel {
  /// Whether nobody can be counted for two answers of the base that a request is about.
  ///
  /// Of a ranking one place has one answer, unless people gave a place more than once.
  func hasOneAnswerEach(_ question: Question, _ request: FigureRequest) -> Bool {
    switch question.kind {
    case .multiple, .open: return false
    case .single, .battery, .numeric: return true
    case .ranking:
      guard request.places.map({ $0.first == $0.last }) ?? true else { return false }
      guard question.nets.contains(where: { $0.id == Net.tied }) else { return true }
      var ties = request
      (ties.answer, ties.places) = (Net.tied, nil)
      guard let figure = try? figure(ties), let tied = figure.proportion else { return false }
      return tied.count == 0
    }
  }
}

extension Question {
  /// The categories that an answer stands for: itself, or those of the net.
  func members(of answer: String) -> Set<String> {
    Set(nets.first { $0.id == answer }?.members ?? [answer])
  }
}
