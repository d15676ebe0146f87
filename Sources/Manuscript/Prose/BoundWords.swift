import Diagnostics
import ReportSpec
import SurveyResults
import SurveyStatistics

/// Holds an author's words against the answer that they are bound to.
struct BoundWords {
  let wording: any Wording
  let policy: Policy

  /// Reports words that the answer does not bear out.
  ///
  /// - Parameters:
  ///   - words: the author's words.
  ///   - resolved: the answer.
  ///   - range: the whole span, with its query.
  ///   - place: the words alone.
  ///   - log: takes what is wrong.
  /// - Returns: whether the words may stand.
  func check(
    _ words: String, against resolved: Resolved, at range: SourceRange, words place: SourceRange,
    into log: inout DiagnosticLog
  ) -> Bool {
    switch resolved.answer {
    case .share(let figure, let format):
      guard isPrintable(figure, canonical: resolved.canonical, at: range, into: &log) else {
        return false
      }
      if format == .points {
        log.report(.pointsWithoutComparison(at: range))
        return false
      }
      if format == .count || format == .n {
        return checkNumber(words, against: resolved, at: range, words: place, into: &log)
      }
      return checkShare(words, resolved, figure, at: range, words: place, into: &log)
    case .words(let actual):
      if AcceptedWords.folded(words) == AcceptedWords.folded(actual) { return true }
      log.report(
        .wrongFigure(
          "'\(words)'", actual: actual, evidence: resolved.canonical, at: range,
          replacing: place))
      return false
    default: return checkNumber(words, against: resolved, at: range, words: place, into: &log)
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
}

// MARK: - Numbers

extension BoundWords {
  private func checkNumber(
    _ words: String, against resolved: Resolved, at range: SourceRange, words place: SourceRange,
    into log: inout DiagnosticLog
  ) -> Bool {
    guard let actual = wording.text(of: resolved) else { return false }
    if isSame(words, actual, resolved.answer) { return true }
    var evidence = resolved.canonical
    if case .share(let figure, _) = resolved.answer {
      evidence = wording.evidence(figure, resolved.canonical)
    }
    log.report(
      .wrongFigure(words, actual: actual, evidence: evidence, at: range, replacing: place))
    return false
  }

  private func isSame(_ words: String, _ actual: String, _ answer: Answer) -> Bool {
    let folded = AcceptedWords.folded(words)
    if folded == AcceptedWords.folded(actual) { return true }
    switch answer {
    case .count(let number):
      return wording.numerals.indices.contains(number)
        && folded == AcceptedWords.folded(wording.numerals[number])
    case .margin(let points):
      return [wording.decimal(points), "\(wording.decimal(points))%"].contains(folded)
    case .rate(let rate): return percentage(in: words).number == wording.percent(rate)
    case .share(let figure, .n):
      // "n = 113" is printed; "113" says the same.
      return figure.proportion.map { folded == wording.count($0.base) } ?? false
    default: return false
    }
  }

  /// The percentage of a text as it would be printed, and the words around it.
  ///
  /// "60 procent" and "60 %" say what "60%" says.
  private func percentage(in text: String) -> (number: String?, words: String) {
    var number: String?
    var rest: [String] = []
    var pieces = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    while let piece = pieces.popFirst() {
      let bare = piece.drop { $0 == "(" }.prefix { $0 != ")" }
      let digits = bare.hasSuffix("%") ? bare.dropLast() : bare
      let isNumber =
        digits.contains { $0.isASCII && $0.isNumber }
        && digits.allSatisfy { $0.isASCII && ($0.isNumber || "<>.,".contains($0)) }
      guard isNumber, number == nil else {
        rest.append(piece)
        continue
      }
      number = digits + "%"
      guard !bare.hasSuffix("%") else { continue }
      for unit in [["%"]] + wording.percentWords where pieces.prefix(unit.count) == unit[...] {
        pieces.removeFirst(unit.count)
        break
      }
    }
    return (number, rest.joined(separator: " "))
  }
}

// MARK: - Shares

extension BoundWords {
  private func checkShare(
    _ text: String, _ resolved: Resolved, _ figure: Figure, at range: SourceRange,
    words place: SourceRange, into log: inout DiagnosticLog
  ) -> Bool {
    let (number, phrase) = percentage(in: text)
    let evidence = wording.evidence(figure, resolved.canonical)
    if let number, let actual = wording.percent(figure), number != actual {
      log.report(
        .wrongFigure(text, actual: actual, evidence: evidence, at: range, replacing: place))
      return false
    }
    if phrase.isEmpty { return number != nil }
    return checkWords(phrase, figure, evidence: evidence, at: place, into: &log)
  }

  private func checkWords(
    _ words: String, _ figure: Figure, evidence: String, at place: SourceRange,
    into log: inout DiagnosticLog
  ) -> Bool {
    guard let percent = figure.exactPercent else { return false }
    let suggestion = wording.words(for: figure) ?? ""
    guard let meaning = wording.accepted.meaning(of: words) else {
      log.report(.unknownWords(words, suggestion: suggestion, evidence: evidence, at: place))
      return false
    }
    if meaning.takesSide, let interval = figure.interval, interval.contains(50) {
      let bounds =
        "\(wording.decimal(interval.lowerBound))–\(wording.decimal(interval.upperBound))%"
      log.report(
        .unprovenMajority(words, interval: bounds, suggestion: suggestion, at: place))
      return false
    }
    guard meaning.contains(percent) else {
      log.report(
        .wrongWords(
          words, range: "\(wording.decimal(meaning.low))–\(wording.decimal(meaning.high))%",
          actual: wording.percent(figure) ?? "", evidence: evidence, suggestion: suggestion,
          at: place))
      return false
    }
    // A published share has no interval: it must lie well off one half.
    if meaning.takesSide, figure.interval == nil, abs(percent - 50) < 10 {
      log.report(
        .unprovenMajority(words, interval: "not known", suggestion: suggestion, at: place))
      return false
    }
    if meaning.isNuanced, figure.isIndicative {
      log.report(
        .wordsTooPrecise(
          words, bound: policy.indicative, evidence: evidence, suggestion: suggestion, at: place))
      return false
    }
    return true
  }
}
