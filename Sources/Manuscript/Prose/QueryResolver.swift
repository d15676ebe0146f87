import Diagnostics
import ReportSpec
import SurveyResults
import SurveyStatistics

/// Looks queries up in the results, with the defaults of their place.
struct QueryResolver {
  let results: ResultsModel
  let wording: any Wording
  /// The report's current wave.
  let currentWave: String

  /// The answer; nil after faults that were reported, each at its characters.
  func resolve(
    _ query: Query, in scope: Scope, at source: SpecQuery, for fixed: SegmentKey? = nil,
    other: SegmentKey? = nil, into log: inout DiagnosticLog
  ) -> Resolved? {
    // Everything is looked up before anything is given up, so that every fault is reported.
    let segment =
      fixed ?? segment(of: query, in: scope, at: source, other: other, into: &log)
    let wave = wave(of: query, in: scope, at: source, into: &log)
    switch query.subject {
    case .cohort(let measure):
      guard let segment, let wave else { return nil }
      return cohort(measure, of: segment, in: wave, scope, at: source, into: &log)
    case .base(let names):
      guard let (question, item) = base(names, in: scope, at: source, into: &log), let segment,
        let wave
      else { return nil }
      return base(
        of: question, item: item, segment, wave, isOfAll: query.isOfAll, at: source, into: &log)
    case .path(let names):
      guard let path = path(names, in: scope, at: source, into: &log), let segment, let wave else {
        return nil
      }
      return share(path, of: query, Cohort(segment: segment, wave: wave), at: source, into: &log)
    case .interval(let names):
      guard let path = path(names, in: scope, at: source, into: &log), let segment, let wave,
        let share = share(
          path, of: query, Cohort(segment: segment, wave: wave), at: source, into: &log)
      else { return nil }
      return interval(share)
    case .mean(let names):
      guard let question = numericQuestion(names, in: scope, at: source, into: &log), let segment,
        let wave
      else { return nil }
      return mean(of: question, Cohort(segment: segment, wave: wave), at: source, into: &log)
    case .top(let count, let names):
      guard let segment, let wave else { return nil }
      let cohort = Cohort(segment: segment, wave: wave)
      guard
        let (order, question) = top(of: names, query, cohort, in: scope, at: source, into: &log)
      else { return nil }
      return top(count, of: order, question, query, cohort)
    case nil: return nil
    }
  }

  private func wave(
    of query: Query, in scope: Scope, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> String? {
    let wave = query.wave?.text ?? scope.wave?.text ?? currentWave
    if results.wave(wave) != nil { return wave }
    let place = query.wave.map { source.range(ofUTF8: $0.bytes) } ?? scope.wave?.range
    log.report(
      .refused(.unknownWave(wave, known: results.waves.map(\.id)), at: place ?? source.range))
    return nil
  }

  /// The segment that a query means.
  func segment(
    of query: Query, in scope: Scope, at source: SpecQuery, other: SegmentKey?,
    into log: inout DiagnosticLog
  ) -> SegmentKey? {
    let place = query.segmentBytes.map { source.range(ofUTF8: $0) } ?? source.range
    switch query.segment {
    case .named(let names):
      do throws(FigureRefusal) {
        return try results.segment(named: names.map(\.text).joined(separator: " and "))
      } catch {
        log.report(.refused(error, at: place))
        return nil
      }
    case .total: return .total
    case .this:
      if let this = scope.this { return this }
      log.report(.noSegment("this", at: place))
      return nil
    case .others:
      if let complement = (other ?? scope.this ?? scope.segment)?.complement { return complement }
      log.report(.noSegment("others", at: place))
      return nil
    case nil: return other ?? scope.segment ?? .total
    }
  }

  /// The segments of a claim that names several: those of a list, or all others of a breakdown that
  /// are reported.
  func segments(
    named names: [Query.Name], besides query: Query, in scope: Scope, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> [SegmentKey]? {
    let own = segment(of: query, in: scope, at: source, other: nil, into: &log)
    if names.count == 1, let breakdown = results.breakdown(names[0].text) {
      return reported(breakdown).filter { $0 != own }
    }
    var segments: [SegmentKey] = []
    for name in names {
      do throws(FigureRefusal) {
        segments.append(try results.segment(named: name.text))
      } catch {
        log.report(.refused(error, at: source.range(ofUTF8: name.bytes)))
      }
    }
    return segments.count == names.count ? segments : nil
  }

  /// The segments of a breakdown that reports speak of.
  func reported(_ breakdown: Breakdown) -> [SegmentKey] {
    breakdown.segments.filter(\.isReported).map { .segment(breakdown: breakdown.id, id: $0.id) }
  }

  private func cohort(
    _ measure: Query.CohortMeasure, of segment: SegmentKey, in wave: String, _ scope: Scope,
    at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Resolved? {
    let canonical = "\(measure.rawValue) for \(segment) in \(wave)"
    func resolved(_ answer: Answer?) -> Resolved? {
      if let answer { return Resolved(answer: answer, canonical: canonical) }
      log.report(.unknownFigure(canonical, at: source.range))
      return nil
    }
    switch measure {
    case .singular, .plural:
      let named = results.segment(segment)
      return resolved(
        named.map { .words(measure == .singular ? $0.singular : $0.plural) })
    case .item:
      let items = scope.question.flatMap { results.question($0.text)?.items } ?? []
      if let item = items.first(where: { $0.id == scope.item }) {
        return resolved(.words(item.label))
      }
      log.report(.noItem(at: source.range))
      return nil
    default: break
    }
    guard let counts = results.participation(of: segment, in: wave) else { return resolved(nil) }
    switch measure {
    case .n: return resolved(.count(counts.responded))
    case .population: return resolved(counts.population.map { .count($0) })
    case .invited: return resolved(counts.invited.map { .count($0) })
    case .responseRate:
      return resolved(
        counts.invited.flatMap { Proportion(count: counts.responded, base: $0) }.map { .rate($0) })
    default: break
    }
    guard results.study.selection != .selfSelected else {
      log.report(.noMargin(at: source.range))
      return nil
    }
    let margin = results.margin(of: counts)
    if measure == .margin { return resolved(margin.map { .margin($0) }) }
    return resolved(
      margin.map {
        .words(wording.accuracy(AccuracyClass(margin: $0, base: counts.responded).rawValue))
      })
  }

  /// The question and item of a base; the heading's question if there is no name.
  private func base(
    _ names: [Query.Name], in scope: Scope, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> (question: Question, item: String?)? {
    guard let first = names.first else {
      if let named = scope.question, let question = results.question(named.text) {
        return (question, question.items.contains { $0.id == scope.item } ? scope.item : nil)
      }
      if scope.question == nil { log.report(.noQuestion(at: source.range)) }
      return nil
    }
    guard let question = question(first, at: source, into: &log) else { return nil }
    guard names.count > 1 else { return (question, nil) }
    guard let item = known(names[1], itemOf: question, at: source, into: &log) else { return nil }
    return (question, item)
  }

  private func base(
    of question: Question, item: String?, _ segment: SegmentKey, _ wave: String, isOfAll: Bool,
    at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Resolved? {
    do throws(FigureRefusal) {
      let base = try results.base(
        of: question.id, item: item, segment: segment, wave: wave, isOfAll: isOfAll)
      let name = question.id + (item.map { ".\($0)" } ?? "")
      let canonical = "base of \(name) for \(segment) in \(wave)" + (isOfAll ? " of all" : "")
      switch base {
      case .counted(let n): return Resolved(answer: .count(n), canonical: canonical)
      case .below(let bound): return Resolved(answer: .below(bound), canonical: canonical)
      case .unknown:
        log.report(.unknownFigure(canonical, at: source.range))
        return nil
      }
    } catch {
      log.report(.refused(error, at: source.range))
      return nil
    }
  }

  private func share(
    _ path: AnswerPath, of query: Query, _ cohort: Cohort, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> Resolved? {
    let request = FigureRequest(
      question: path.question.id, item: path.item, answer: path.answer, segment: cohort.segment,
      wave: cohort.wave, isOfAll: query.isOfAll, places: places(of: query))
    do throws(FigureRefusal) {
      let figure = try results.figure(request)
      var resolved = Resolved(
        answer: .share(figure, format: query.format), canonical: canonical(figure.request),
        people: people(of: figure.request.segment), label: path.question.label(of: path.answer),
        isFiltered: path.question.filter != nil && !query.isOfAll)
      guard query.format == .ordinal else { return resolved }
      guard let order = order(around: figure.request, at: source, into: &log) else { return nil }
      guard let placed = order.answers.first(where: { $0.figure.request == figure.request }) else {
        log.report(.answerWithoutPlace(path.answer, at: source.range))
        return nil
      }
      resolved.answer = .place(placed)
      return resolved
    } catch {
      var place = source.range
      if case .unknownPlaces = error, let bytes = query.placesBytes {
        place = source.range(ofUTF8: bytes)
      }
      log.report(.refused(error, at: place))
      return nil
    }
  }

  private func interval(_ share: Resolved) -> Resolved {
    guard case .share(let figure, _) = share.answer else { return share }
    var resolved = share
    resolved.answer = .interval(figure)
    resolved.canonical = "interval of \(share.canonical)"
    return resolved
  }

  private func numericQuestion(
    _ names: [Query.Name], in scope: Scope, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Question? {
    if let name = names.first { return question(name, at: source, into: &log) }
    if let named = scope.question { return results.question(named.text) }
    log.report(.noQuestion(at: source.range))
    return nil
  }

  private func mean(
    of question: Question, _ cohort: Cohort, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Resolved? {
    do throws(FigureRefusal) {
      let mean = try results.mean(of: question.id, segment: cohort.segment, wave: cohort.wave)
      return Resolved(
        answer: .mean(mean),
        canonical: "mean of \(question.id) for \(mean.segment) in \(mean.wave)",
        people: people(of: mean.segment), label: question.label)
    } catch {
      log.report(.refused(error, at: source.range))
      return nil
    }
  }

  /// The first answers of an order; all of those that share the last place, none that nobody gave.
  private func top(
    _ count: Int, of order: AnswerOrder, _ question: Question, _ query: Query, _ cohort: Cohort
  ) -> Resolved {
    let answers = order.answers.filter { $0.place <= count && $0.figure.exactPercent != 0 }
    let places = query.places.map { places in
      switch places {
      case .place(let place): " place \(place)"
      case .top(let count): " top \(count)"
      }
    }
    let segment = answers.first?.figure.request.segment ?? cohort.segment
    return Resolved(
      answer: .order(answers, format: query.format),
      canonical: "top \(count) of \(question.id)\(places ?? "") for \(segment) in \(cohort.wave)"
        + (query.isOfAll ? " of all" : ""),
      people: people(of: segment), label: question.label,
      isFiltered: question.filter != nil && !query.isOfAll)
  }
}

extension Question {
  /// The label of a category or net; its name if it has none.
  func label(of answer: String) -> String {
    categories.first { $0.id == answer }?.label ?? nets.first { $0.id == answer }?.label ?? answer
  }
}

extension ResultsModel {
  /// The margin of a cohort at a share of one half, in percentage points; nil where there is none.
  func margin(of people: Participation) -> Double? {
    guard study.selection != .selfSelected else { return nil }
    return Margin.ofHalf(base: Double(people.responded), population: people.population)
  }
}
