import Diagnostics
import DocumentTree
import SurveyResults
import SurveyStatistics

/// Makes the cells of a chart from figures, and remembers which marks its notes must explain.
struct ChartCells {
  let results: ResultsModel
  let wording: any Wording
  var inlines: InlineComposer
  private(set) var hasIndicative = false
  private(set) var hasInsufficient = false
  private(set) var withholdings: [Withholding] = []
  /// The waves of which a publication does not have every answer.
  private var incompleteWaves: [String] = []
  /// Whether the chart may be shown under `when: reportable`.
  private(set) var isReportable = true
  /// Whether values have whiskers.
  var hasWhiskers = false
  private(set) var hasWhisker = false
  /// The earlier waves with which differences are shown that nobody can test; whether their n is
  /// known.
  private(set) var untestedWaves: [(wave: String, isBaseKnown: Bool)] = []
  /// Whether a printed difference is not that of the printed percentages.
  private(set) var hasExactDifference = false

  init(results: ResultsModel, inlines: InlineComposer) {
    self.results = results
    self.inlines = inlines
    wording = inlines.wording
  }

  /// The figure of a cell; nil if the door refuses, which selections rule out.
  func figure(
    _ question: String, item: String?, answer: String, segment: SegmentKey, wave: String
  ) -> Figure? {
    do throws(FigureRefusal) {
      return try results.figure(
        FigureRequest(
          question: question, item: item, answer: answer, segment: segment, wave: wave))
    } catch {
      return nil
    }
  }

  /// The figure of a complete key.
  func figure(of key: ChartKey, question: String) -> Figure? {
    guard let answer = key.answer, let segment = key.segment, let wave = key.wave else {
      return nil
    }
    do throws(FigureRefusal) {
      return try results.figure(
        FigureRequest(
          question: question, item: key.item, answer: answer, segment: segment, wave: wave,
          places: key.places))
    } catch {
      return nil
    }
  }

  /// The cell of a figure.
  mutating func cell(_ figure: Figure?, canonical: String) -> Chart.Cell {
    guard let figure else { return .absent }
    switch figure.outcome {
    case .counted(let proportion, let quality):
      if quality == .insufficient {
        hasInsufficient = true
        isReportable = false
        guard results.policy.smallRows == .hatchedBar else {
          let bound =
            proportion.base < results.policy.group
            ? results.policy.group : results.policy.insufficient
          return .noBar(reason: Inline(wording.nBelow(bound), origin: .label))
        }
      }
      if quality != .sound { hasIndicative = true }
      let text = wording.percent(figure) ?? wording.percent(proportion)
      let index = inlines.record(
        Resolved(answer: .share(figure, format: nil), canonical: canonical), printed: text,
        at: nil)
      var value = Chart.Value(
        share: figure.weightedShare ?? proportion.share,
        label: Inline(text, origin: .figure(index)), isIndicative: quality != .sound)
      if hasWhiskers, let interval = figure.interval {
        value.interval = interval.lowerBound / 100...interval.upperBound / 100
        hasWhisker = true
      }
      return .value(value)
    case .published(let fact):
      guard case .percent(let percent) = fact.content, let text = wording.percent(figure) else {
        return .absent
      }
      let index = inlines.record(
        Resolved(answer: .share(figure, format: nil), canonical: canonical), printed: text,
        at: nil)
      return .value(
        share: percent / 100, label: Inline(text, origin: .figure(index)), isIndicative: false)
    case .withheld(let reason):
      if !withholdings.contains(reason) { withholdings.append(reason) }
      isReportable = false
      return .noBar(reason: Inline("·", origin: .label))
    case .unknown: return .absent
    }
  }

  /// The number of people behind a figure that may be said.
  mutating func count(_ count: Int, of figure: Figure, canonical: String) -> Inline {
    if figure.isIndicative { hasIndicative = true }
    let text = wording.count(count)
    let index = inlines.record(
      Resolved(answer: .share(figure, format: .count), canonical: canonical), printed: text,
      at: nil)
    return Inline(text, origin: .figure(index))
  }

  /// The base of a segment as it stands behind its name: "n = 113", "n = 39, indicatief".
  mutating func detail(
    _ question: Question, item: String?, segment: SegmentKey, wave: String
  ) -> [Inline] {
    let base: BaseFigure
    do throws(FigureRefusal) {
      base = try results.base(of: question.id, item: item, segment: segment, wave: wave)
    } catch {
      return []
    }
    switch base {
    case .counted(let n):
      let name = question.id + (item.map { ".\($0)" } ?? "")
      let text = wording.n(n)
      let index = inlines.record(
        Resolved(answer: .count(n), canonical: "base of \(name) for \(segment) in \(wave)"),
        printed: text, at: nil)
      let number = Inline(text, origin: .figure(index))
      let mark = Inline(", \(wording.indicative)", origin: .label)
      return results.quality(ofBase: n) == .indicative ? [number, mark] : [number]
    case .below(let bound): return [Inline(wording.nBelow(bound), origin: .label)]
    case .unknown:
      let isPublished = results.wave(wave)?.publication != nil
      return isPublished ? [Inline(wording.baseUnknown, origin: .label)] : []
    }
  }

  /// Takes back the printed figures from an index on: they are not printed after all.
  mutating func forget(from index: Int) {
    inlines.figures.removeLast(max(0, inlines.figures.count - index))
  }

  /// Remembers that a wave has no row because not all of it is known.
  mutating func incomplete(_ wave: String) {
    if !incompleteWaves.contains(wave) { incompleteWaves.append(wave) }
  }

  /// Remembers a wave with which a difference is shown that nobody can test.
  mutating func untested(_ wave: String, isBaseKnown: Bool) {
    guard !untestedWaves.contains(where: { $0.wave == wave }) else { return }
    untestedWaves.append((wave, isBaseKnown))
  }

  /// Remembers that a printed difference is not that of the printed percentages.
  mutating func differsFromPrint() { hasExactDifference = true }

  /// The notes for the marks that are there: bars are hatched, columns of a table are named.
  func notes(isTable: Bool) -> [[Inline]] {
    var texts: [String] = []
    if hasIndicative {
      let bound = results.policy.indicative
      texts.append(
        isTable
          ? wording.indicativeColumnNote(below: bound) : wording.indicativeNote(below: bound))
    }
    if hasInsufficient {
      texts.append(wording.insufficientNote(below: results.policy.insufficient))
    }
    if !withholdings.isEmpty {
      let reasons = withholdings.sorted { $0.rawValue < $1.rawValue }.map {
        wording.withholding($0, policy: results.policy)
      }
      texts.append(wording.withheldNote(reasons))
    }
    if !incompleteWaves.isEmpty {
      texts.append(wording.incompleteNote(wave: wording.list(incompleteWaves.map(name))))
    }
    return texts.map { [Inline($0, origin: .label)] }
  }

  /// All notes of a chart: what every reader must know, then the marks that are there.
  func notes(for chart: Chart, of request: ChartRequest) -> [[Inline]] {
    let question = request.selection.question
    let words = wording.chartWords
    var before: [String] = []
    var after: [String] = []
    if [.multiple, .open].contains(question.kind) { before.append(wording.severalAnswers) }
    switch chart.kind {
    case .divergingBars:
      let levels = chart.series.count
      let middle = levels % 2 == 1 ? chart.series[levels / 2].label.plainText : nil
      after.append(words.zeroLine(middle))
    case .stackedBars where chart.sumsDiffer: after.append(wording.roundingNote)
    default: break
    }
    if request.hasSignificance, chart.hasSignificance { after.append(words.testedWithHolm) }
    if hasWhisker { after.append(words.whiskers) }
    for isBaseKnown in [false, true] {
      let waves = untestedWaves.filter { $0.isBaseKnown == isBaseKnown }.map { name(of: $0.wave) }
      guard !waves.isEmpty else { continue }
      let names = wording.list(waves)
      after.append(isBaseKnown ? words.roundedWave(names) : wording.untestedNote(wave: names))
    }
    for wave in request.selection.waves where question.comparability[wave] == .similar {
      after.append(words.similarWave(name(of: wave)))
    }
    if hasExactDifference { after.append(words.exactDifferences) }
    return before.map { [Inline($0, origin: .label)] } + notes(isTable: false)
      + after.map { [Inline($0, origin: .label)] }
  }

  private func name(of wave: String) -> String { results.wave(wave)?.label ?? wave }
}

extension Chart {
  /// Whether the printed percentages of a row do not add up to 100.
  fileprivate var sumsDiffer: Bool {
    cells.contains { row in
      var sum = 0
      for cell in row {
        guard let label = cell.value?.label, let percent = Int(label.text.dropLast()) else {
          return false
        }
        sum += percent
      }
      return sum != 100
    }
  }
}
