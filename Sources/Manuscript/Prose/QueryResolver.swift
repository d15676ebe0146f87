import Diagnostics
import ReportSpec
import SurveyResults
import SurveyStatistics

/// What a query comes to.
enum Answer {
  /// A share of the results or of a publication.
  case share(Figure, format: Query.Format?)
  /// A count: n, population, invited, a base.
  case count(Int)
  /// A base that may not be said.
  case below(Int)
  /// A percentage that is no answer: the response rate.
  case rate(Int)
  /// A margin in percentage points.
  case margin(Double)
  /// Words: a segment's name, an accuracy class.
  case words(String)
}

/// A resolved query: the answer, and the query completed with its defaults.
struct Resolved {
  var answer: Answer
  /// `agressie.any for role:burgemeester in 2024`.
  var canonical: String
}

/// Looks queries up in the results, with the defaults of their place.
struct QueryResolver {
  let results: ResultsModel
  let wording: any Wording
  /// The report's current wave.
  let currentWave: String

  /// The answer; nil after a fault that was reported at its characters.
  func resolve(
    _ query: Query, in scope: Scope, at source: SpecQuery, other: SegmentKey? = nil,
    into log: inout DiagnosticLog
  ) -> Resolved? {
    guard let segment = segment(of: query, in: scope, at: source, other: other, into: &log) else {
      return nil
    }
    let wave = query.wave?.text ?? scope.wave?.text ?? currentWave
    let place = query.wave.map { source.range(ofUTF8: $0.bytes) } ?? source.range
    guard results.wave(wave) != nil else {
      log.report(.refused(.unknownWave(wave, known: results.waves.map(\.id)), at: place))
      return nil
    }
    switch query.subject {
    case .cohort(let measure):
      return cohort(measure, of: segment, in: wave, at: source, into: &log)
    case .base(let name):
      return base(name, of: query, segment: segment, wave: wave, in: scope, at: source, into: &log)
    case .path(let names):
      return share(
        names, of: query, segment: segment, wave: wave, in: scope, at: source, into: &log)
    case nil: return nil
    }
  }

  /// The segment that a query means.
  func segment(
    of query: Query, in scope: Scope, at source: SpecQuery, other: SegmentKey?,
    into log: inout DiagnosticLog
  ) -> SegmentKey? {
    switch query.segment {
    case .named(let name):
      do throws(FigureRefusal) {
        return try results.segment(named: name.text)
      } catch {
        log.report(.refused(error, at: source.range(ofUTF8: name.bytes)))
        return nil
      }
    case .total: return .total
    case .this:
      if let this = scope.this { return this }
      log.report(.noSegment("this", at: source.range))
      return nil
    case .others:
      if let complement = (other ?? scope.this)?.complement { return complement }
      log.report(.noSegment("others", at: source.range))
      return nil
    case nil: return other ?? scope.segment ?? .total
    }
  }

  private func cohort(
    _ measure: Query.CohortMeasure, of segment: SegmentKey, in wave: String,
    at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Resolved? {
    let canonical = "\(measure.rawValue) for \(segment) in \(wave)"
    func resolved(_ answer: Answer?) -> Resolved? {
      if let answer { return Resolved(answer: answer, canonical: canonical) }
      log.report(.unknownFigure(canonical, at: source.range))
      return nil
    }
    if measure == .singular || measure == .plural {
      let named = results.segment(segment)
      return resolved(
        named.map { .words(measure == .singular ? $0.singular : $0.plural) })
    }
    guard let counts = results.participation(of: segment, in: wave) else { return resolved(nil) }
    let margin = Margin.ofHalf(base: Double(counts.responded), population: counts.population)
    switch measure {
    case .n: return resolved(.count(counts.responded))
    case .population: return resolved(counts.population.map { .count($0) })
    case .invited: return resolved(counts.invited.map { .count($0) })
    case .responseRate:
      let share = counts.invited.flatMap { Proportion(count: counts.responded, base: $0) }
      return resolved(share.map { .rate($0.percent) })
    case .margin: return resolved(margin.map { .margin($0) })
    default:
      return resolved(
        margin.map {
          .words(
            wording.accuracy(AccuracyClass(margin: $0, base: counts.responded).rawValue))
        })
    }
  }

  private func base(
    _ name: Query.Name?, of query: Query, segment: SegmentKey, wave: String, in scope: Scope,
    at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Resolved? {
    guard let question = name?.text ?? scope.question?.text else {
      log.report(.noQuestion(at: source.range))
      return nil
    }
    let place = name.map { source.range(ofUTF8: $0.bytes) } ?? source.range
    do throws(FigureRefusal) {
      let base = try results.base(
        of: question, segment: segment, wave: wave, isOfAll: query.isOfAll)
      let canonical = "base of \(question) for \(segment) in \(wave)"
      switch base {
      case .counted(let n): return Resolved(answer: .count(n), canonical: canonical)
      case .below(let bound): return Resolved(answer: .below(bound), canonical: canonical)
      case .unknown:
        log.report(.unknownFigure(canonical, at: source.range))
        return nil
      }
    } catch {
      log.report(.refused(error, at: place))
      return nil
    }
  }

  private func share(
    _ names: [Query.Name], of query: Query, segment: SegmentKey, wave: String, in scope: Scope,
    at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Resolved? {
    guard let path = path(names, in: scope, at: source, into: &log) else { return nil }
    let request = FigureRequest(
      question: path.question, item: path.item, answer: path.answer, segment: segment,
      wave: wave, isOfAll: query.isOfAll)
    do throws(FigureRefusal) {
      let figure = try results.figure(request)
      let item = path.item.map { ".\($0)" } ?? ""
      let canonical =
        "\(path.question)\(item).\(path.answer) for \(segment) in \(wave)"
        + (query.isOfAll ? " of all" : "")
      return Resolved(answer: .share(figure, format: query.format), canonical: canonical)
    } catch {
      log.report(.refused(error, at: self.range(of: error, names: names, query, at: source, scope)))
      return nil
    }
  }

  /// The place of the name that the door does not know.
  private func range(
    of refusal: FigureRefusal, names: [Query.Name], _ query: Query, at source: SpecQuery,
    _ scope: Scope
  ) -> SourceRange {
    let wanted: String
    switch refusal {
    case .unknownQuestion(let name, _), .unknownItem(let name, _, _),
      .unknownAnswer(let name, _, _):
      wanted = name
    default: return source.range
    }
    if let name = names.first(where: { $0.text == wanted }) {
      return source.range(ofUTF8: name.bytes)
    }
    // The name is the heading's, not the query's.
    return scope.question?.text == wanted ? scope.question?.range ?? source.range : source.range
  }

  /// Question, item and answer of one to three names.
  private func path(
    _ names: [Query.Name], in scope: Scope, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> (question: String, item: String?, answer: String)? {
    let texts = names.map(\.text)
    if texts.count == 3 { return (texts[0], texts[1], texts[2]) }
    let isDefaultItem = scope.question.flatMap { results.question($0.text) }?.items
      .contains { $0.id == texts[0] }
    if texts.count == 2, results.question(texts[0]) != nil || isDefaultItem != true {
      return (texts[0], nil, texts[1])
    }
    guard let question = scope.question?.text else {
      log.report(.noQuestion(at: source.range))
      return nil
    }
    return texts.count == 2 ? (question, texts[0], texts[1]) : (question, nil, texts[0])
  }
}
