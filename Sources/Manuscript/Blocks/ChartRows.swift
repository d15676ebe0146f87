import DocumentTree
import SurveyResults
import SurveyStatistics

// MARK: - Rows of cells and what tests say of them

extension ChartCells {
  /// The level of all tests of charts, two-sided.
  private static let alpha = 0.05

  /// The cells of a row.
  ///
  /// - Parameters:
  ///   - keys: what each cell stands for, complete.
  ///   - question: the question.
  ///   - test: what each segment is tested against; nil for no tests. The family of tests is the row,
  ///     corrected by Holm.
  mutating func row(
    _ keys: [ChartKey], question: String, test: ChartRequest.Test? = nil
  ) -> [Chart.Cell] {
    var figures: [Figure?] = []
    var row: [Chart.Cell] = []
    figures.reserveCapacity(keys.count)
    row.reserveCapacity(keys.count)
    for key in keys {
      let figure = figure(of: key, question: question)
      figures.append(figure)
      if case .unknown? = figure?.outcome, let wave = key.wave,
        results.wave(wave)?.publication != nil
      {
        incomplete(wave)
      }
      let canonical = canonical(key, question: question)
      row.append(cell(figure, canonical: canonical))
    }
    guard let test else { return row }
    var family: [(index: Int, result: Comparison.Result)] = []
    for (index, figure) in figures.enumerated() {
      guard let figure, let result = result(of: test, for: figure) else { continue }
      family.append((index, result))
    }
    let adjusted = Comparison.holm(family.map(\.result.p))
    for ((index, result), p) in zip(family, adjusted) where p < Self.alpha {
      guard var value = row[index].value else { continue }
      value.significance = result.points > 0 ? .higher : .lower
      row[index] = .value(value)
    }
    return row
  }

  /// The test of a segment; nil where a base is too small, and for the reference itself.
  private func result(of test: ChartRequest.Test, for figure: Figure) -> Comparison.Result? {
    let other: SegmentKey? =
      switch test {
      case .others: figure.request.segment.complement
      case .reference(let segment): segment == figure.request.segment ? nil : segment
      }
    guard let other else { return nil }
    var request = figure.request
    request.segment = other
    guard let compared = try? results.figure(request) else { return nil }
    return Self.test(figure, compared)
  }

  /// Two independent groups; nil unless both are counted on bases that are large enough.
  static func test(_ left: Figure, _ right: Figure) -> Comparison.Result? {
    guard let one = left.group, let two = right.group else { return nil }
    return Comparison.pairs(of: [one, two]).first?.result
  }

  /// The difference between two waves in percentage points: "+14", with a mark if a test was
  /// possible and passed; nil unless both may stand in prose.
  ///
  /// It is that of the exact percentages, rounded half up.
  mutating func difference(
    _ later: ChartKey, from earlier: ChartKey, question: String
  ) -> Chart.Summary? {
    guard let now = figure(of: later, question: question),
      let then = figure(of: earlier, question: question), let new = now.exactPercent,
      let old = then.exactPercent
    else { return nil }
    let points = Int((abs(new - old) + 0.5 + 1e-9).rounded(.down)) * (new < old ? -1 : 1)
    if let printed = now.percent, let before = then.percent, printed - before != points {
      differsFromPrint()
    }
    let text = points == 0 ? "0" : (points > 0 ? "+" : "\u{2212}") + wording.count(abs(points))
    var quality = "sound"
    var significance: Chart.Significance?
    switch (now.outcome, then.outcome) {
    case (.counted, .counted):
      if let test = Self.test(now, then), test.p < Self.alpha {
        significance = test.points > 0 ? .higher : .lower
      }
      if now.isIndicative || then.isIndicative { quality = "indicative" }
    default:
      quality = "published"
      for figure in [then, now] {
        guard case .published(let fact) = figure.outcome else { continue }
        untested(fact.wave, isBaseKnown: fact.base != nil)
      }
    }
    let index = inlines.record(
      Resolved(
        answer: .margin(new - old),
        canonical: "\(canonical(later, question: question)) vs in \(earlier.wave ?? "")"),
      printed: text, at: nil)
    inlines.figures[index].quality = quality
    return Chart.Summary([Inline(text, origin: .figure(index))], significance: significance)
  }

  /// A figure's query with all its defaults.
  func canonical(_ key: ChartKey, question: String) -> String {
    let item = key.item.map { ".\($0)" } ?? ""
    let segment = key.segment ?? .total
    let places = key.places.map { " \($0)" } ?? ""
    return "\(question)\(item).\(key.answer ?? "")\(places) for \(segment) in \(key.wave ?? "")"
  }
}

// MARK: - Bases

extension ChartCells {
  /// The base of a key as it stands behind its name: "n = 113", "n = 39, indicatief".
  ///
  /// Of a published wave it is the base that the publication says of the answer.
  mutating func detail(of key: ChartKey, question: Question) -> [Inline] {
    guard let segment = key.segment, let wave = key.wave else { return [] }
    if let base = publishedBase(of: key, question: question) {
      return [number(base, wording.n(base), of: key, question: question)]
    }
    return detail(question, item: key.item, segment: segment, wave: wave)
  }

  private func publishedBase(of key: ChartKey, question: Question) -> Int? {
    guard case .published(let fact)? = figure(of: key, question: question.id)?.outcome else {
      return nil
    }
    return fact.base
  }

  private mutating func number(
    _ base: Int, _ text: String, of key: ChartKey, question: Question
  ) -> Inline {
    let item = key.item.map { ".\($0)" } ?? ""
    let query = "base of \(question.id)\(item) for \(key.segment ?? .total) in \(key.wave ?? "")"
    let index = inlines.record(
      Resolved(answer: .count(base), canonical: query), printed: text, at: nil)
    return Inline(text, origin: .figure(index))
  }

  /// The bases of several waves as one: "n = 98–113", or "n = 113" if there is one that is known.
  mutating func range(of keys: [ChartKey], question: Question) -> [Inline] {
    var known: [(key: ChartKey, base: Int)] = []
    for key in keys {
      guard let segment = key.segment, let wave = key.wave else { continue }
      if let base = publishedBase(of: key, question: question) {
        known.append((key, base))
      } else if case .counted(let base)? = try? results.base(
        of: question.id, item: key.item, segment: segment, wave: wave)
      {
        known.append((key, base))
      }
    }
    guard let low = known.min(by: { $0.base < $1.base }),
      let high = known.max(by: { $0.base < $1.base }), low.base < high.base
    else {
      // One base, or none: the last wave says it, a small one with its mark.
      return (known.last?.key ?? keys.last).map { detail(of: $0, question: question) } ?? []
    }
    return [
      number(low.base, wording.n(low.base), of: low.key, question: question),
      Inline("–", origin: .label),
      number(high.base, wording.count(high.base), of: high.key, question: question),
    ]
  }

  /// Several bases, each with its wave: "2021: n = 98; 2024: n = 113"; one without.
  mutating func details(of keys: [ChartKey], question: Question) -> [Inline] {
    guard keys.count > 1 else {
      return keys.first.map { detail(of: $0, question: question) } ?? []
    }
    var result: [Inline] = []
    for key in keys {
      let base = detail(of: key, question: question)
      guard !base.isEmpty, let wave = key.wave else { continue }
      let name = results.wave(wave)?.label ?? wave
      let gap = result.isEmpty ? "" : "; "
      result.append(Inline("\(gap)\(name):\u{00A0}", origin: .label))
      result += base
    }
    return result
  }

  /// Whether nothing is known of a base: the wave was published without it.
  func isUnknown(_ key: ChartKey, question: Question) -> Bool {
    if publishedBase(of: key, question: question) != nil { return false }
    guard let segment = key.segment, let wave = key.wave,
      let base = try? results.base(
        of: question.id, item: key.item, segment: segment, wave: wave)
    else { return true }
    if case .unknown = base { return true }
    return false
  }
}

extension Figure {
  /// One side of a test; nil for what is not counted or may not be told.
  fileprivate var group: Comparison.Group? {
    guard let proportion else { return nil }
    guard let share = weightedShare, let base = effectiveBase else {
      return Comparison.Group(proportion)
    }
    return Comparison.Group(share: share, effectiveBase: base)
  }
}
