import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults

extension BlockComposer {
  /// A chart, or what stands in its place if its condition fails.
  mutating func chart(
    _ spec: ChartSpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    guard let request = request(spec, at: range, in: scope, into: &log) else { return [] }
    let question = request.selection.question
    if let fault = incomparable(request.selection, at: spec.selection.waves?.first?.range ?? range)
    {
      log.report(fault)
      return []
    }
    let printed = inlines.figures.count
    var cells = ChartCells(results: results, inlines: inlines)
    cells.hasWhiskers = request.hasWhiskers
    // The list is the cells' while they are made: with one owner it grows in place.
    inlines.figures = []
    var chart =
      switch request.kind {
      case .stackedBars, .divergingBars: dividedBars(request, cells: &cells)
      case .dumbbell: dumbbell(request, cells: &cells)
      case .ranking: ranking(request, cells: &cells)
      case .groupedBars, .smallMultiples, .columns, .lines:
        comparison(request, cells: &cells)
      }
    if spec.condition.when?.value == .reportable, !cells.isReportable {
      cells.forget(from: printed)
      inlines = cells.inlines
      guard let otherwise = spec.condition.otherwise else { return [] }
      return [
        Block(
          .paragraph(inlines.compose(otherwise, in: scope, into: &log)), range: range)
      ]
    }
    inlines = cells.inlines
    if chart.rows.isEmpty || chart.series.isEmpty {
      log.report(.nothingToShow(at: range))
      return []
    }
    chart.title =
      spec.title.map { inlines.compose($0, in: scope, into: &log) }
      ?? [Inline(question.label, origin: .label)]
    chart.subtitle =
      spec.subtitle.map { inlines.compose($0, in: scope, into: &log) }
      ?? subtitle(of: question)
    var notes = [[Inline(wording.base(question.universe), origin: .label)]]
    if let note = spec.note { notes.append(inlines.compose(note, in: scope, into: &log)) }
    chart.notes = [(notes + chart.notes + cells.notes(for: chart, of: request)).joinedWithSpaces]
    return withData(chart, of: request, table: spec.table?.value, at: range)
  }

  /// A chart with its data as a table: printed below it, behind it, or in the straight counts.
  private mutating func withData(
    _ chart: Chart, of request: ChartRequest, table isWanted: Bool?, at range: SourceRange
  ) -> [Block] {
    let question = request.selection.question.id
    let isCounted = counted[question]?.cover(request) ?? false
    let usual = isCounted ? .none : tables
    let place = isWanted.map { $0 ? .after : .none } ?? usual
    let words = Chart.TableWords(
      indicative: wording.indicative, higher: wording.chartWords.significance(.higher),
      lower: wording.chartWords.significance(.lower))
    var chart = chart
    let sentence = ChartSentence(
      wording: wording, isBrief: place != .none,
      tellsIndicative: results.policy.smallRows != .hatchedBar)
    chart.alternativeText = sentence.text(of: chart)
    if place == .behind { chart.tableWords = words }
    let block =
      isCounted
      ? linkToCounts(chart, of: question, at: range) : Block(.chart(chart), range: range)
    guard place == .after else { return [block] }
    // Title and notes stand with the chart already.
    var table = chart.table(with: words)
    table.title = []
    table.notes = []
    return [block, Block(.table(table), range: range)]
  }

  /// The wording of a question; empty if the codebook has none.
  func subtitle(of question: Question) -> [Inline] {
    question.text.isEmpty ? [] : [Inline(question.text, origin: .label)]
  }

  /// Waves compare only if the codebook says so.
  private func incomparable(_ selection: ChartSelection, at range: SourceRange) -> Diagnostic? {
    guard selection.waves.count > 1 else { return nil }
    let question = selection.question
    for wave in selection.waves where wave != results.currentWave.id {
      switch question.comparability[wave] {
      case .identical, .similar: continue
      case .no: return .notComparable(question.id, wave: wave, isSaid: true, at: range)
      case nil: return .notComparable(question.id, wave: wave, isSaid: false, at: range)
      }
    }
    return nil
  }

  /// A figure's query with all its defaults.
  func canonical(
    _ question: String, _ item: String?, _ answer: String, _ segment: SegmentKey, _ wave: String
  ) -> String {
    "\(question)\(item.map { ".\($0)" } ?? "").\(answer) for \(segment) in \(wave)"
  }

  /// A segment's name, with the wave where there are several.
  func cohortName(
    _ segment: SegmentKey, _ wave: String, in selection: ChartSelection
  ) -> String {
    let name = label(of: segment)
    return selection.waves.count > 1 ? "\(name), \(waveName(wave))" : name
  }

  /// The name of a wave in print.
  func waveName(_ wave: String) -> String { results.wave(wave)?.label ?? wave }

  /// The name of an item in print.
  func itemName(_ item: String, of question: Question) -> String {
    question.items.first { $0.id == item }?.label ?? item
  }
}

extension [[Inline]] {
  /// Several notes as one paragraph.
  var joinedWithSpaces: [Inline] {
    var result: [Inline] = []
    for note in self {
      if !result.isEmpty { result.append(Inline(" ", origin: .label)) }
      result += note
    }
    return result
  }
}
