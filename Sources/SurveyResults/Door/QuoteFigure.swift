/// A quote as it may be printed.
public struct QuoteFigure: Sendable, Hashable {
  /// The quote; its segment is nil if that may not be said.
  public var quote: Quote
  /// Whose words they are, if that may be said.
  public var segment: SegmentKey? { quote.segment }
}

extension ResultsModel {
  /// The quotes of a question in the order of their file, under the policy.
  ///
  /// Whose words they are is said only where the question's base for that segment may be shown, and
  /// the answer that the quote belongs to is not withheld there.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - answer: a category or net; nil for all quotes.
  ///   - segment: only those whose segment may be said to be this one; nil for all.
  ///   - wave: the wave; nil for the current one.
  /// - Throws: the name that the results do not have.
  public func quotes(
    of question: String, answer: String? = nil, for segment: SegmentKey? = nil,
    in wave: String? = nil
  ) throws(FigureRefusal) -> [QuoteFigure] {
    let known = try known(question)
    if let answer { _ = try answerKey(answer, nil, of: known) }
    let wave = wave ?? currentWave.id
    guard self.wave(wave) != nil else { throw .unknownWave(wave, known: waves.map(\.id)) }
    return quotes.filter {
      $0.question == question && $0.wave == wave && (answer == nil || $0.answer == answer)
    }.map { QuoteFigure(quote: shown($0)) }.filter { segment == nil || $0.segment == segment }
  }

  /// A quote without its segment, unless that may be said.
  package func shown(_ quote: Quote) -> Quote {
    guard let segment = quote.segment, maySay(segment, of: quote) else {
      var quote = quote
      quote.segment = nil
      return quote
    }
    return quote
  }

  private func maySay(_ segment: SegmentKey, of quote: Quote) -> Bool {
    guard
      let base = try? base(of: quote.question, segment: segment, wave: quote.wave),
      case .counted(let n) = base, n >= policy.group
    else { return false }
    guard let answer = quote.answer, let question = question(quote.question) else { return true }
    let items = question.items.isEmpty ? [nil] : question.items.map { Optional($0.id) }
    return items.allSatisfy { item in
      let request = FigureRequest(
        question: quote.question, item: item, answer: answer, segment: segment, wave: quote.wave)
      guard let figure = try? figure(request) else { return false }
      if case .withheld = figure.outcome { return false }
      return true
    }
  }
}
