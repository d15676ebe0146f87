import Diagnostics
import ReportSpec
import SurveyResults

/// Whose answers, and when.
struct Cohort: Hashable {
  var segment: SegmentKey
  var wave: String
}

/// The answers of a question in the order of how many gave them.
struct AnswerOrder {
  /// From the first place; those of one place in the order of the questionnaire.
  var answers: [RankedAnswer]
  /// Whether nobody can be counted in two of them.
  var isExclusive: Bool
}

extension QueryResolver {
  /// The answers that the `top` of a question means: its categories, or the items of a battery.
  ///
  /// Answers that say "none of these" or "don't know", and the rest, have no place.
  func top(
    of names: [Query.Name], _ query: Query, _ cohort: Cohort, in scope: Scope, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> (order: AnswerOrder, question: Question)? {
    guard let question = orderedQuestion(names, in: scope, at: source, into: &log) else {
      return nil
    }
    var request = FigureRequest(
      question: question.id, answer: "", segment: cohort.segment, wave: cohort.wave,
      isOfAll: query.isOfAll, places: places(of: query))
    if names.count > 1 {
      if question.items.contains(where: { $0.id == names[1].text }) {
        request.item = names[1].text
      } else if !question.items.isEmpty, question.answerNames.contains(names[1].text) {
        request.answer = names[1].text
      } else {
        _ = known(names[1], itemOf: question, at: source, into: &log)
        return nil
      }
    } else if !question.items.isEmpty {
      guard let item = scope.item, question.items.contains(where: { $0.id == item }) else {
        log.report(
          .refused(
            .missingItem(of: question.id, known: question.items.map(\.id)), at: source.range))
        return nil
      }
      request.item = item
    }
    return order(request, of: question, at: source, into: &log).map { ($0, question) }
  }

  private func orderedQuestion(
    _ names: [Query.Name], in scope: Scope, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Question? {
    if let name = names.first { return question(name, at: source, into: &log) }
    if let named = scope.question { return results.question(named.text) }
    log.report(.noQuestion(at: source.range))
    return nil
  }

  /// The order that the answer of a request stands in: the categories of its question, or, of a
  /// battery, the items with that answer.
  func order(
    around request: FigureRequest, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> AnswerOrder? {
    guard let question = results.question(request.question) else { return nil }
    var request = request
    if question.items.isEmpty {
      if question.nets.contains(where: { $0.id == request.answer }) {
        log.report(.netWithoutPlace(request.answer, at: source.range))
        return nil
      }
    } else {
      request.item = nil
    }
    return order(request, of: question, at: source, into: &log)
  }

  /// Either the items of a battery with the answer of the request, or the categories.
  private func order(
    _ request: FigureRequest, of question: Question, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> AnswerOrder? {
    let isOfItems = !question.items.isEmpty && request.item == nil
    let candidates: [(id: String, label: String)] =
      isOfItems
      ? question.items.map { ($0.id, $0.label) }
      : question.categories.filter { !$0.isNone && !$0.isDontKnow && !$0.isRest }.map {
        ($0.id, $0.label)
      }
    var answers: [RankedAnswer] = []
    for candidate in candidates {
      var own = request
      if isOfItems { own.item = candidate.id } else { own.answer = candidate.id }
      guard let figure = figure(own, at: source, into: &log),
        isOrderable(figure, candidate.label, at: source, into: &log)
      else { return nil }
      answers.append(
        RankedAnswer(
          label: candidate.label, figure: figure, canonical: canonical(figure.request), place: 1,
          isShared: false))
    }
    let exclusive =
      !isOfItems
      && answers.allSatisfy { results.hasOneAnswerEach(question, $0.figure.request) }
    return AnswerOrder(answers: Self.placed(answers), isExclusive: exclusive)
  }

  private func figure(
    _ request: FigureRequest, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Figure? {
    do throws(FigureRefusal) {
      return try results.figure(request)
    } catch {
      log.report(.refused(error, at: source.range))
      return nil
    }
  }

  /// Whether an answer can be put in an order; reports why it cannot.
  private func isOrderable(
    _ figure: Figure, _ label: String, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Bool {
    switch figure.outcome {
    case .counted(_, .insufficient):
      log.report(.insufficientBase(results.policy.insufficient, at: source.range))
    case .withheld(let reason):
      let words = EnglishWording().withholding(reason, policy: results.policy)
      log.report(.orderWithheld(label, words, at: source.range))
    case .published(let fact):
      if case .direction = fact.content { break }
      return true
    case .unknown: break
    case .counted: return true
    }
    if case .withheld = figure.outcome { return false }
    if case .counted = figure.outcome { return false }
    log.report(.unknownFigure(canonical(figure.request), at: source.range))
    return false
  }

  /// The answers by size, each with its place; true counts decide, never rounded shares.
  private static func placed(_ answers: [RankedAnswer]) -> [RankedAnswer] {
    func size(_ answer: RankedAnswer) -> Double {
      if case .published(let fact) = answer.figure.outcome, case .rank(let place) = fact.content {
        return -Double(place)
      }
      return answer.figure.exactPercent ?? -1000
    }
    let sizes = answers.map(size)
    let placed = answers.enumerated().map { index, answer in
      var answer = answer
      answer.place = 1 + sizes.count { $0 > sizes[index] }
      answer.isShared = sizes.count { $0 == sizes[index] } > 1
      return answer
    }
    return placed.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element)
  }

  /// The places of a ranking that a query counts.
  func places(of query: Query) -> Places? {
    query.places.map { places in
      switch places {
      case .place(let place): .place(place)
      case .top(let count): .top(count)
      }
    }
  }

  /// A request as a query that says all of it.
  func canonical(_ request: FigureRequest) -> String {
    let item = request.item.map { ".\($0)" } ?? ""
    let places = request.places.map { " \($0)" } ?? ""
    return "\(request.question)\(item).\(request.answer)\(places) for \(request.segment) in "
      + (request.wave ?? currentWave) + (request.isOfAll ? " of all" : "")
  }

  /// A segment as a noun without article: "burgemeesters", "overige deelnemers".
  func people(of segment: SegmentKey) -> String {
    switch segment {
    case .total: return wording.people
    case .others: return wording.others
    case .segment: return results.segment(segment)?.plural ?? segment.description
    case .crossing(let first, let second):
      return wording.crossed(
        [first, second].map { part in
          results.segment(.segment(breakdown: part.breakdown, id: part.id))?.plural ?? part.id
        })
    }
  }
}
