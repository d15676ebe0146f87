import SurveyResults
import SurveyStatistics

extension Wording {
  /// A share as it is printed: `60%`, `<1%`.
  func percent(_ figure: Figure) -> String? {
    guard let percent = figure.percent else { return nil }
    if figure.weightedShare == nil, let proportion = figure.proportion {
      return self.percent(proportion)
    }
    return "\(percent)%"
  }

  /// A share as it is printed, whatever its base.
  func percent(_ proportion: Proportion) -> String {
    if proportion.isBelowOnePercent { return "<1%" }
    if proportion.isAboveNinetyNinePercent { return ">99%" }
    return "\(proportion.percent)%"
  }

  /// What vouches for a figure: "68 of 113" in the language of diagnostics.
  func evidence(_ figure: Figure, _ canonical: String) -> String {
    switch figure.outcome {
    case .counted(let proportion, let quality):
      let mark = quality == .sound ? "" : ", \(quality.rawValue)"
      return "\(canonical): \(proportion.count) of \(proportion.base)\(mark)"
    case .published(let fact):
      let page = fact.page.map { ", page \($0)" } ?? ""
      switch fact.content {
      case .percent(let percent): return "\(canonical): \(decimal(percent))% as published\(page)"
      case .rank(let place): return "\(canonical): place \(place) as published\(page)"
      case .direction(let isLower):
        return "\(canonical): \(isLower ? "lower" : "higher") as published\(page)"
      }
    case .withheld: return "\(canonical): withheld"
    case .unknown: return "\(canonical): not known"
    }
  }

  /// The text of an answer by itself.
  func text(of answer: Answer) -> String? { text(of: Resolved(answer: answer, canonical: "")) }

  /// The text of an answer that is filled in, or nil for a share that prose may not have, and for
  /// what is more than one figure.
  func text(of resolved: Resolved) -> String? {
    switch resolved.answer {
    case .count(let number): return count(number)
    case .below(let bound): return "<\u{00A0}\(bound)"
    case .rate(let rate): return percent(rate)
    case .margin(let points): return self.points(decimal(points))
    case .words(let words): return words
    case .interval(let figure): return interval(of: figure)
    case .mean(let mean): return mean.mean.map(decimal)
    case .place(let answer): return ordinal(answer.place, isShared: answer.isShared)
    case .order: return nil
    case .share(let figure, let format): return text(of: figure, as: format, resolved)
    }
  }

  private func text(of figure: Figure, as format: Query.Format?, _ resolved: Resolved) -> String? {
    switch format {
    case .count: return figure.proportion.map { count($0.count) }
    case .n: return figure.proportion.map { n($0.base) }
    case .words: return words(for: figure)
    case .wordsAndPercent:
      guard let words = words(for: figure), let percent = percent(figure) else { return nil }
      return "\(words) (\(percent))"
    case .phrase:
      let asked = resolved.isFiltered ? " \(whoWereAsked)" : ""
      return words(for: figure).map { phrase($0, of: (resolved.people ?? people) + asked) }
    case .percent, nil: return percent(figure)
    case .points, .change, .list, .names, .ordinal: return nil
    }
  }

  /// The 95 % interval in whole percentages: `53–67%`.
  private func interval(of figure: Figure) -> String? {
    figure.interval.map { interval in
      let bounds = [interval.lowerBound, interval.upperBound].map {
        count(Int(($0 + 0.5).rounded(.down)))
      }
      return "\(bounds[0])–\(bounds[1])%"
    }
  }
}

extension Figure {
  /// Whether the base is small.
  var isIndicative: Bool {
    if case .counted(_, quality: .indicative) = outcome { true } else { false }
  }

  /// The share in percent, exact; nil where prose may not have it.
  var exactPercent: Double? {
    if let weightedShare, proportion != nil { return weightedShare * 100 }
    if let proportion { return proportion.share * 100 }
    if case .published(let fact) = outcome, case .percent(let percent) = fact.content {
      return percent
    }
    return nil
  }
}
