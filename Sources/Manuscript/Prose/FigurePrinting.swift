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

  /// The text of an answer that is filled in, or nil for a share that prose may not have.
  func text(of answer: Answer) -> String? {
    switch answer {
    case .count(let number): return count(number)
    case .below(let bound): return "<\u{00A0}\(bound)"
    case .rate(let rate): return percent(rate)
    case .margin(let points): return self.points(decimal(points))
    case .words(let words): return words
    case .share(let figure, let format):
      switch format {
      case .count: return figure.proportion.map { count($0.count) }
      case .n: return figure.proportion.map { n($0.base) }
      case .words: return words(for: figure)
      case .percent, .points, nil: return percent(figure)
      }
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
