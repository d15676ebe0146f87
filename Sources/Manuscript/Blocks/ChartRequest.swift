import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults

/// A chart that is asked for, checked: its selection, its kind, and what is added to it.
struct ChartRequest {
  var selection: ChartSelection
  var kind: Chart.Kind
  /// The order of rows; nil for the one that suits the question.
  var order: ChartSpec.Order?
  /// The segment by which rows are ordered and with which tests compare; nil for the largest value of
  /// all, and for tests against the others together.
  var reference: SegmentKey?
  /// The answer or net at the right of each row; nil for none.
  var net: String?
  /// Whether segments are tested against the others.
  var hasSignificance: Bool
  /// Whether values have whiskers.
  var hasWhiskers: Bool
}

extension ChartRequest {
  /// What segments are tested against.
  enum Test {
    /// The other segments of the breakdown together.
    case others
    /// One segment of the same breakdown.
    case reference(SegmentKey)
  }

  /// The test of each row; nil for none.
  ///
  /// Groups are compared only if nobody is in both: with a reference of the same breakdown, else with
  /// the others.
  var test: Test? {
    guard hasSignificance else { return nil }
    guard let reference, case .segment(let breakdown, _) = reference else { return .others }
    let isShared = selection.segments.allSatisfy { segment in
      if case .segment(breakdown, _) = segment { true } else { false }
    }
    return isShared ? .reference(reference) : .others
  }
}

/// What a row, a series or a cell of a chart stands for; nil where another axis says it.
struct ChartKey {
  var item: String?
  var answer: String?
  var segment: SegmentKey?
  var wave: String?
  /// The places of a ranking; nil for the first, and for other questions.
  var places: Places?

  /// This key, completed by another.
  func joined(with other: ChartKey) -> ChartKey {
    ChartKey(
      item: item ?? other.item, answer: answer ?? other.answer,
      segment: segment ?? other.segment, wave: wave ?? other.wave, places: places ?? other.places)
  }
}

extension BlockComposer {
  /// The largest number of series that one row of bars compares.
  private static let mostSeries = 4
  /// The largest number of levels of diverging bars.
  private static let mostLevels = 5

  /// Checks a chart against its question; nil after faults that were reported.
  func request(
    _ spec: ChartSpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> ChartRequest? {
    guard let selection = select(spec.selection, at: range, in: scope, into: &log) else {
      return nil
    }
    let usual = usualKind(of: selection)
    var kind = spec.kind.flatMap { Chart.Kind(rawValue: $0.value.rawValue) } ?? usual
    let place = spec.kind?.range ?? range
    if let fault = unsuited(kind, usual: usual, for: selection, at: place) {
      log.report(fault)
      return nil
    }
    if kind == .groupedBars, selection.waves.count == 1,
      selection.segments.count > Self.mostSeries
    {
      kind = .smallMultiples
    }
    var isWhole = true
    func need(_ fault: Diagnostic?) {
      guard let fault else { return }
      log.report(fault)
      isWhole = false
    }
    if let flag = spec.significance, flag.value {
      need(unsuitedSignificance(kind, selection, at: flag.range))
    }
    if let flag = spec.whiskers, flag.value, !Self.kindsWithWhiskers.contains(kind) {
      need(.unsuitedKey("whiskers", of: kind.rawValue, Self.kindsWithWhiskers, at: flag.range))
    }
    var request = ChartRequest(
      selection: selection, kind: kind, order: spec.order?.value,
      hasSignificance: spec.significance?.value ?? false,
      hasWhiskers: spec.whiskers?.value ?? false)
    if spec.reference == nil, let reference, selection.segments.contains(reference) {
      request.reference = reference
    }
    if let name = spec.reference, name.text != Self.noReference {
      let found = segments(
        [name], by: spec.selection.by ?? scope.by, of: nil, in: scope, into: &log)?.first
      if let found, !selection.segments.contains(found) {
        need(.referenceNotShown(name.text, at: name.range))
      }
      if found == nil { isWhole = false }
      request.reference = found
    }
    if let name = spec.net {
      let known = selection.question.categories.map(\.id) + selection.question.nets.map(\.id)
      if !known.contains(name.text) {
        need(
          .refused(
            .unknownAnswer(name.text, of: selection.question.id, known: known), at: name.range))
      } else if !Self.kindsWithNet.contains(kind) {
        need(.unsuitedKey("net", of: kind.rawValue, Self.kindsWithNet, at: name.range))
      }
      request.net = name.text
    }
    return isWhole ? request : nil
  }

  /// The value of `reference` that takes the report's away.
  private static let noReference = "none"
  private static let kindsWithWhiskers: [Chart.Kind] = [.groupedBars, .smallMultiples, .columns]
  private static let kindsWithMarks: [Chart.Kind] = [.groupedBars, .smallMultiples, .columns]
  private static let kindsWithNet: [Chart.Kind] = [.stackedBars, .divergingBars]

  /// The kind that suits a question.
  private func usualKind(of selection: ChartSelection) -> Chart.Kind {
    let question = selection.question
    if question.kind == .ranking, selection.waves.count == 1 { return .ranking }
    if question.isScale, selection.answers.count > 1 { return .stackedBars }
    switch selection.waves.count {
    case 1: return .groupedBars
    case 2: return .dumbbell
    default: return .lines
    }
  }

  /// Why a kind does not suit a question; nil if it does.
  private func unsuited(
    _ kind: Chart.Kind, usual: Chart.Kind, for selection: ChartSelection, at range: SourceRange
  ) -> Diagnostic? {
    let question = selection.question
    let waves = selection.waves.count
    func refuse(_ why: String, use other: Chart.Kind? = nil) -> Diagnostic {
      .wrongChart(why, use: (other ?? usual).rawValue, at: range)
    }
    if question.kind == .ranking, waves == 1, kind != .ranking {
      return refuse("a ranking is drawn with 'type: ranking'", use: .ranking)
    }
    switch kind {
    case .stackedBars, .divergingBars:
      if question.kind == .ranking {
        return refuse("a ranking over waves shows the first places")
      }
      if question.kind == .multiple || question.kind == .open {
        return refuse(
          "stacked bars divide 100%, and respondents could give several answers to "
            + "'\(question.id)'")
      }
      guard kind == .divergingBars else { return nil }
      if !question.isScale {
        return refuse("diverging bars need a scale, and the answers of '\(question.id)' are none")
      }
      let levels = selection.levels.count
      return (2...Self.mostLevels).contains(levels)
        ? nil
        : refuse(
          "diverging bars show 2 to \(Self.mostLevels) levels, and there are \(levels) here",
          use: .stackedBars)
    case .ranking:
      if question.kind != .ranking { return refuse("'\(question.id)' is no ranking") }
      return waves == 1 ? nil : refuse("a ranking shows one wave")
    case .dumbbell:
      return waves == 2
        ? nil
        : refuse(
          "a dumbbell compares two waves, and there \(waves == 1 ? "is one" : "are \(waves)") here",
          use: waves == 1 ? .groupedBars : .lines)
    case .lines, .columns: return unsuitedPlot(kind, for: selection, refuse: refuse)
    case .groupedBars:
      return waves <= 2
        ? nil : refuse("grouped bars compare two waves, and there are \(waves) here", use: .lines)
    case .smallMultiples:
      return waves == 1
        ? nil : refuse("small multiples show one wave", use: waves == 2 ? .dumbbell : .lines)
    }
  }

  private func unsuitedPlot(
    _ kind: Chart.Kind, for selection: ChartSelection,
    refuse: (String, Chart.Kind?) -> Diagnostic
  ) -> Diagnostic? {
    let waves = selection.waves.count
    if kind == .lines, waves < 3 {
      return refuse(
        "lines need three waves, and there \(waves == 1 ? "is one" : "are \(waves)") here",
        waves == 2 ? .dumbbell : .groupedBars)
    }
    let answers = selection.answers.count * selection.items.count
    let segments = selection.segments.count
    if waves > 1, answers > 1, segments > 1 {
      return refuse(
        "\(kind.rawValue) over waves show one answer of several segments, or several answers of "
          + "one; choose 'categories' or 'segments'", waves == 2 ? .dumbbell : kind)
    }
    let series = waves > 1 ? max(answers, segments) : answers == 1 ? 1 : segments
    return series <= Self.mostSeries
      ? nil
      : refuse(
        "\(kind.rawValue) tell at most \(Self.mostSeries) series apart, and there are "
          + "\(series) here", waves == 1 ? .groupedBars : waves == 2 ? .dumbbell : kind)
  }

  private func unsuitedSignificance(
    _ kind: Chart.Kind, _ selection: ChartSelection, at range: SourceRange
  ) -> Diagnostic? {
    guard Self.kindsWithMarks.contains(kind), selection.waves.count == 1 else {
      return .unsuitedKey("significance", of: kind.rawValue, Self.kindsWithMarks, at: range)
    }
    let hasSegments = selection.segments.contains { $0.complement != nil }
    return hasSegments ? nil : .significanceWithoutSegments(at: range)
  }
}

extension ChartSelection {
  /// The answers of the scale that are shown, without "don't know".
  var levels: [String] {
    answers.filter { answer in
      question.categories.contains { $0.id == answer && !$0.isDontKnow }
    }
  }
}
