import Diagnostics
import SurveyResults

extension Diagnostic {
  static func malformedQuery(
    _ found: String, expected: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "malformed-query", at: range,
      "a query cannot have \(found) here", fixes: [Fix("expected \(list(expected))")])
  }

  static func noQuestion(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-question", at: range,
      "a query without a question needs a heading that sets one",
      fixes: [
        Fix("write question.answer, or set it in the heading: '## Title {question=name}'")
      ])
  }

  static func refused(_ refusal: FigureRefusal, at range: SourceRange) -> Diagnostic {
    func unknown(_ kind: String, _ name: String, _ known: [String], of: String = "") -> Diagnostic {
      Diagnostic(
        .error, id: "unknown-\(kind)", at: range, "the results have no \(kind) '\(name)'\(of)",
        notes: known.isEmpty || known.count > 12
          ? [] : [Note("there are: \(known.joined(separator: ", "))")],
        fixes: Suggestion.fixes(for: name, in: known))
    }
    switch refusal {
    case .unknownQuestion(let name, let known): return unknown("question", name, known)
    case .unknownItem(let name, let question, let known):
      return unknown("item", name, known, of: " of '\(question)'")
    case .unknownAnswer(let name, let question, let known):
      return unknown("category", name, known, of: " or net of '\(question)'")
    case .unknownSegment(let name, let known): return unknown("segment", name, known)
    case .unknownBreakdown(let name, let known): return unknown("breakdown", name, known)
    case .unknownWave(let name, let known): return unknown("wave", name, known)
    case .ambiguousSegment(let name, let candidates):
      return Diagnostic(
        .error, id: "ambiguous-segment", at: range,
        "several breakdowns have a segment '\(name)'",
        fixes: candidates.map { Fix("write '\($0)'", replacement: $0) })
    case .missingItem(let question, let known):
      return Diagnostic(
        .error, id: "missing-item", at: range,
        "'\(question)' is a battery: a query names one of its items",
        notes: [Note("there are: \(known.joined(separator: ", "))")])
    case .notInPlan(let question, let breakdown):
      return Diagnostic(
        .error, id: "not-in-plan", at: range,
        "the codebook does not publish '\(question)' by '\(breakdown)'",
        fixes: [Fix("add it to 'publish' in the codebook, and import again")])
    }
  }

  static func noSegment(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-segment", at: range,
      "'\(word)' needs a segment: a sheet, '::: each', or 'for' on the left of a claim")
  }

  static func withheld(_ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "withheld-figure", at: range, "this figure is withheld: \(reason)",
      fixes: [Fix("leave the sentence out, or print it only where it may be said")])
  }

  static func insufficientBase(_ bound: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "insufficient-base", at: range,
      "fewer than \(bound) answered: no figure in a sentence",
      fixes: [Fix("leave it out, or describe the answers without a figure")])
  }

  static func unknownFigure(_ query: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-figure", at: range, "nothing is known of '\(query)'")
  }

  static func wrongFigure(
    _ words: String, actual: String, evidence: String, at range: SourceRange,
    replacing: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "wrong-figure", at: range, "the text says \(words) and the data say \(actual)",
      notes: [Note(evidence)],
      fixes: [Fix("write '\(actual)'", replacement: actual, at: replacing)])
  }

  static func wrongWords(
    _ words: String, range shares: String, actual: String, evidence: String,
    suggestion: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "wrong-words", at: range,
      "'\(words)' stands for \(shares), and the data say \(actual)", notes: [Note(evidence)],
      fixes: [Fix("write '\(suggestion)'", replacement: suggestion)])
  }

  static func unprovenMajority(
    _ words: String, interval: String, suggestion: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unproven-majority", at: range,
      "'\(words)' takes a side of one half, and the 95% interval has both: \(interval)",
      fixes: [Fix("write '\(suggestion)'", replacement: suggestion)])
  }

  static func unknownWords(
    _ words: String, known: [String], suggestion: String, at range: SourceRange
  ) -> Diagnostic {
    let near = Suggestion.nearest(to: words, in: known, limit: 1)
    return Diagnostic(
      .error, id: "unknown-words", at: range, "no share is known by the words '\(words)'",
      fixes: (near.isEmpty ? [suggestion] : near).map { Fix("write '\($0)'", replacement: $0) })
  }

  static func failedClaim(
    _ words: String, left: String, right: String, test: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "failed-claim", at: range, "the data do not bear out '\(words)'",
      notes: [Note("\(left) against \(right)")] + (test.map { [Note($0)] } ?? []))
  }

  static func claimOfOther(_ subject: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "claim-without-share", at: range,
      "a claim compares two shares, and '\(subject)' is none")
  }

  static func skippedHeading(from: Int, to level: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "skipped-heading", at: range,
      "a heading of level \(level) cannot follow one of level \(from)",
      fixes: [Fix("use level \(from + 1)")])
  }

  static func duplicateAnchor(_ anchor: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "duplicate-anchor", at: range, "each heading has a name of its own: '#\(anchor)'")
  }

  static func unknownFootnote(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-footnote", at: range, "no footnote is named '\(label)'",
      fixes: [Fix("add a line '[^\(label)]: …'")])
  }

  static func nothingToShow(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "nothing-to-show", at: range, "nothing of this block may be or can be shown")
  }

  static func wrongChart(_ kind: String, question: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "wrong-chart", at: range,
      "stacked bars divide 100%, and respondents could give several answers to '\(question)'",
      fixes: [Fix("use 'type: grouped-bars'", replacement: "grouped-bars")])
  }

  private static func list(_ expected: [String]) -> String {
    guard expected.count > 1, let last = expected.last else { return expected.first ?? "nothing" }
    return expected.dropLast().joined(separator: ", ") + " or " + last
  }
}
