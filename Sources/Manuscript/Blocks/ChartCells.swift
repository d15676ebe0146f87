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
      return .value(
        share: figure.weightedShare ?? proportion.share,
        label: Inline(text, origin: .figure(index)), isIndicative: quality != .sound)
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

  /// The notes for the marks that are there.
  var notes: [[Inline]] {
    var texts: [String] = []
    if hasIndicative { texts.append(wording.indicativeNote(below: results.policy.indicative)) }
    if hasInsufficient {
      texts.append(wording.insufficientNote(below: results.policy.insufficient))
    }
    if !withholdings.isEmpty {
      let reasons = withholdings.sorted { $0.rawValue < $1.rawValue }.map {
        wording.withholding($0, policy: results.policy)
      }
      texts.append(wording.withheldNote(reasons))
    }
    for wave in incompleteWaves {
      texts.append(wording.incompleteNote(wave: results.wave(wave)?.label ?? wave))
    }
    return texts.map { [Inline($0, origin: .label)] }
  }
}
