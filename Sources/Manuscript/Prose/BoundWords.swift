import Diagnostics
import ReportSpec
import SurveyResults
import SurveyStatistics

/// Holds an author's words against the answer that they are bound to.
struct BoundWords {
  let wording: any Wording
  let policy: Policy

  /// Reports words that the answer does not bear out.
  func check(
    _ words: String, against resolved: Resolved, at range: SourceRange, words place: SourceRange,
    into log: inout DiagnosticLog
  ) {
    switch resolved.answer {
    case .share(let figure, let format):
      guard isPrintable(figure, canonical: resolved.canonical, at: range, into: &log) else {
        return
      }
      if isNumber(words) || format == .count || format == .n {
        checkNumber(words, against: resolved, at: range, words: place, into: &log)
      } else {
        checkShare(words, figure, canonical: resolved.canonical, at: place, into: &log)
      }
    case .words(let actual):
      if folded(words) != folded(actual) {
        log.report(
          .wrongFigure(
            "'\(words)'", actual: actual, evidence: resolved.canonical, at: range,
            replacing: place))
      }
    default: checkNumber(words, against: resolved, at: range, words: place, into: &log)
    }
  }

  /// Reports a figure that prose may not have.
  func isPrintable(
    _ figure: Figure, canonical: String, at range: SourceRange, into log: inout DiagnosticLog
  ) -> Bool {
    switch figure.outcome {
    case .counted(_, .insufficient):
      log.report(.insufficientBase(policy.insufficient, at: range))
    case .withheld(let reason):
      log.report(
        .withheld(EnglishWording().withholding(reason, policy: policy), at: range))
    case .unknown: log.report(.unknownFigure(canonical, at: range))
    case .published(let fact):
      if case .percent = fact.content { return true }
      log.report(.unknownFigure(canonical, at: range))
    case .counted: return true
    }
    return false
  }

  private func isNumber(_ words: String) -> Bool {
    words.unicodeScalars.contains { ("0"..."9").contains($0) }
  }

  private func checkNumber(
    _ words: String, against resolved: Resolved, at range: SourceRange, words place: SourceRange,
    into log: inout DiagnosticLog
  ) {
    guard let actual = wording.text(of: resolved.answer) else { return }
    // "60 procent" and "60 %" say what "60%" says; a margin may leave its unit out.
    if digits(words) == digits(actual) { return }
    var evidence = resolved.canonical
    if case .share(let figure, _) = resolved.answer {
      evidence = wording.evidence(figure, resolved.canonical)
    }
    log.report(
      .wrongFigure(words, actual: actual, evidence: evidence, at: range, replacing: place))
  }

  private func digits(_ text: String) -> String {
    String(
      text.unicodeScalars.filter {
        ("0"..."9").contains($0) || "<>.,".unicodeScalars.contains($0)
      }.map(Character.init))
  }

  private func checkShare(
    _ words: String, _ figure: Figure, canonical: String, at place: SourceRange,
    into log: inout DiagnosticLog
  ) {
    guard let percent = figure.exactPercent else { return }
    let wanted = folded(words)
    let all = wording.shares + wording.lexicon
    let known = all.filter { folded($0.words) == wanted || folded($0.words) == "een \(wanted)" }
    let suggestion = wording.words(percent: percent, interval: figure.interval)
    let actual = wording.percent(figure) ?? ""
    if known.isEmpty {
      log.report(
        .unknownWords(words, known: all.map(\.words), suggestion: suggestion, at: place))
      return
    }
    guard let match = known.first(where: { $0.holds(percent) }) else {
      let widest = known[known.count - 1]
      log.report(
        .wrongWords(
          words, range: "\(wording.decimal(widest.low))–\(wording.decimal(widest.high))%",
          actual: actual, evidence: wording.evidence(figure, canonical), suggestion: suggestion,
          at: place))
      return
    }
    if match.side != .neither, let interval = figure.interval, interval.contains(50) {
      let bounds =
        "\(wording.decimal(interval.lowerBound))–\(wording.decimal(interval.upperBound))%"
      log.report(
        .unprovenMajority(words, interval: bounds, suggestion: wording.aboutHalf, at: place))
    }
  }

  /// Lower case, accents of "één" gone, blanks folded.
  private func folded(_ text: String) -> String {
    let plain = String(text.lowercased().map { $0 == "é" ? "e" : $0 == "\u{00A0}" ? " " : $0 })
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
