import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults

/// What a chart or table of results is about, looked up and completed with its defaults.
struct ChartSelection {
  var question: Question
  /// The segments that are compared; the total if there is no breakdown.
  var segments: [SegmentKey]
  /// The waves, the first first.
  var waves: [String]
  /// The answers: categories or nets, by name.
  var answers: [String]
  /// The items of a battery; a lone nil for other kinds.
  var items: [String?]

  /// Each segment in each wave.
  var cohorts: [(segment: SegmentKey, wave: String)] {
    segments.flatMap { segment in waves.map { (segment, $0) } }
  }
}

extension BlockComposer {
  /// Looks a selection up; nil after faults that were reported.
  func select(
    _ selection: ResultSelection, at range: SourceRange, in scope: Scope,
    into log: inout DiagnosticLog
  ) -> ChartSelection? {
    guard let name = selection.question ?? scope.question else {
      log.report(.noQuestion(at: range))
      return nil
    }
    guard let question = results.question(name.text) else {
      log.report(
        .refused(
          .unknownQuestion(name.text, known: results.questions.map(\.id)), at: name.range))
      return nil
    }
    var isWhole = true
    func known(
      _ names: [LocatedText]?, _ all: [String], _ refuse: (String) -> FigureRefusal
    )
      -> [String]?
    {
      names?.filter { name in
        if all.contains(name.text) { return true }
        log.report(.refused(refuse(name.text), at: name.range))
        isWhole = false
        return false
      }.map(\.text)
    }
    let categories = question.categories.map(\.id)
    let allAnswers = categories + question.nets.map(\.id)
    let answers =
      known(selection.categories, allAnswers) {
        .unknownAnswer($0, of: question.id, known: allAnswers)
      } ?? categories
    let items = question.items.map(\.id)
    let chosenItems =
      known(selection.items, items) { .unknownItem($0, of: question.id, known: items) }
      ?? (selection.question == nil ? scope.item.map { [$0] } : nil) ?? items
    let allWaves = results.waves.map(\.id)
    let waves =
      known(selection.waves, allWaves) { .unknownWave($0, known: allWaves) }
      ?? [scope.wave?.text ?? inlines.resolver.currentWave]
    guard
      let segments = segments(
        selection.segments, by: selection.by ?? scope.by, of: name, in: scope, into: &log),
      isWhole, !answers.isEmpty
    else { return nil }
    return ChartSelection(
      question: question, segments: segments, waves: waves, answers: answers,
      items: items.isEmpty ? [nil] : chosenItems)
  }

  /// The segments that are named, or those of a breakdown, or the total.
  func segments(
    _ names: [LocatedText]?, by: LocatedText?, of question: LocatedText?, in scope: Scope,
    into log: inout DiagnosticLog
  ) -> [SegmentKey]? {
    if let by, results.breakdown(by.text) == nil {
      log.report(
        .refused(
          .unknownBreakdown(by.text, known: results.breakdowns.map(\.id)), at: by.range))
      return nil
    }
    if let by, let question, !results.isPlanned(question.text, by: by.text) {
      log.report(
        .refused(.notInPlan(question: question.text, breakdown: by.text), at: by.range))
      return nil
    }
    guard let names else {
      guard let by, let breakdown = results.breakdown(by.text) else { return [.total] }
      return breakdown.segments.filter(\.isReported).map {
        .segment(breakdown: breakdown.id, id: $0.id)
      }
    }
    var segments: [SegmentKey] = []
    for name in names {
      switch name.text {
      case "this", "others":
        let this = scope.this ?? scope.segment
        if let key = name.text == "this" ? this : this?.complement {
          segments.append(key)
        } else {
          log.report(.noSegment(name.text, at: name.range))
          return nil
        }
      default:
        let isQualified = name.text.contains(":") || name.text == "total"
        let full = isQualified ? name.text : by.map { "\($0.text):\(name.text)" } ?? name.text
        do throws(FigureRefusal) {
          segments.append(try results.segment(named: full))
        } catch {
          log.report(.refused(error, at: name.range))
          return nil
        }
      }
    }
    return segments
  }

  /// The name of a segment in charts and tables, with a capital.
  func label(of segment: SegmentKey) -> String {
    switch segment {
    case .total: wording.everybody.capitalisedFirst
    case .others: wording.others.capitalisedFirst
    case .segment: (results.segment(segment)?.plural ?? segment.description).capitalisedFirst
    case .crossing(let first, let second):
      [first, second].map { part in
        results.segment(.segment(breakdown: part.breakdown, id: part.id))?.plural ?? part.id
      }.joined(separator: ", ").capitalisedFirst
    }
  }

  /// The colour of a segment: the same in every chart.
  func colour(of segment: SegmentKey) -> String {
    guard case .segment(let breakdown, let id) = segment,
      let position = results.breakdown(breakdown)?.segments.firstIndex(where: { $0.id == id })
    else { return segment == .total ? "role-1" : "neutral" }
    return "role-\(position % 4 + 1)"
  }

  /// The name of an answer.
  func label(of answer: String, in question: Question) -> String {
    question.categories.first { $0.id == answer }?.label
      ?? question.nets.first { $0.id == answer }?.label ?? answer
  }
}
