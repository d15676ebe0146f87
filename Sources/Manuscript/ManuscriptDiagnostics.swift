import Diagnostics
import DocumentTree
import SurveyResults

extension Diagnostic {
  static func malformedQuery(
    _ fault: QueryFault, at range: SourceRange
  ) -> Diagnostic {
    let words = fault.expected.map { String($0.prefix { $0 != " " }) }
    let near = fault.word.map { Suggestion.fixes(for: $0, in: words) } ?? []
    return Diagnostic(
      .error, id: "malformed-query", at: range, "a query cannot have \(fault.found) here",
      fixes: near + [Fix("expected \(list(fault.expected))")])
  }

  static func noContact(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-contact", at: range, "an address block must say how somebody is reached",
      fixes: [Fix("add 'mail: info@example.org' to it, or 'contact:' to report.yaml")])
  }

  static func noQuestion(near: [String] = [], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-question", at: range,
      "a query without a question needs a heading that sets one",
      fixes: near.map { Fix("did you mean '\($0)'?", replacement: $0) } + [
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
    case .crossedWithItself(let breakdown):
      return Diagnostic(
        .error, id: "crossed-with-itself", at: range,
        "'and' crosses segments of two breakdowns, and both of these are of '\(breakdown)'")
    case .unknownPlaces(let places, let question, let most):
      return Diagnostic(
        .error, id: "unknown-place", at: range,
        most == 0
          ? "'\(question)' is no ranking and has no '\(places)'"
          : "'\(question)' counts \(most) places and has no '\(places)'")
    case .notNumeric(let question):
      return Diagnostic(
        .error, id: "not-numeric", at: range,
        "'\(question)' is not numeric and has no mean")
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
    _ words: String, suggestion: String, evidence: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-words", at: range, "no share is known by the words '\(words)'",
      notes: [Note(evidence)], fixes: [Fix("write '\(suggestion)'", replacement: suggestion)])
  }

  static func failedClaim(
    _ words: String, evidence: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "failed-claim", at: range, "the data do not bear out '\(words)'",
      notes: evidence.map { Note($0) })
  }

  static func claimOfOther(_ subject: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "claim-without-share", at: range,
      "a claim compares two shares, and '\(subject)' is none")
  }

  static func notComparable(
    _ question: String, wave: String, isSaid: Bool, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "not-comparable", at: range,
      isSaid
        ? "the codebook says that '\(question)' cannot be compared with \(wave)"
        : "the codebook does not say whether '\(question)' can be compared with \(wave)",
      fixes: isSaid
        ? [] : [Fix("write comparable: { \"\(wave)\": identical }, or similar, at the question")])
  }

  static func wordsAgainstClaim(
    _ words: String, relation: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "words-against-claim", at: range,
      "'\(words)' says the opposite of '\(relation)'", fixes: [Fix("turn the sign or the words")])
  }

  static func wordsTooPrecise(
    _ words: String, bound: Int, evidence: String, suggestion: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "words-too-precise", at: range,
      "'\(words)' is finer than fewer than \(bound) answers allow", notes: [Note(evidence)],
      fixes: [Fix("write '\(suggestion)'", replacement: suggestion)])
  }

  static func comparisonFilled(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "comparison-filled", at: range,
      "a comparison gives nothing to fill in: bind words to it, or end it with 'as points'")
  }

  static func pointsWithoutComparison(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "points-without-comparison", at: range,
      "'as points' is the difference of two shares: write one > other as points")
  }

  static func noItem(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-item", at: range, "'item' stands for the item of '::: each item of'")
  }

  static func noItems(_ question: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-items", at: range, "'\(question)' is no battery: it has no items")
  }

  static func onlyWithoutSegment(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-segment", at: range,
      "'::: only' chooses by the segment of a sheet or of '::: each', and here is neither")
  }

  static func noMargin(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-margin", at: range,
      "there is no margin for people who took part of their own accord")
  }

  static func skippedHeading(from: Int, to level: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "skipped-heading", at: range,
      "a heading of level \(level) cannot follow one of level \(from)",
      fixes: [Fix("use level \(from + 1)")])
  }

  static func unknownFootnote(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-footnote", at: range, "no footnote is named '\(label)'",
      fixes: [Fix("add a line '[^\(label)]: …'")])
  }

  static func noQuotes(_ question: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "no-quotes", at: range,
      "the results have no approved quotes of '\(question)' that may stand here",
      fixes: [Fix("quotes come from 'quotes' in the codebook; each needs 'approved_by'")])
  }

  static func noClusters(_ question: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-clusters", at: range,
      "keywords stand in clusters, and '\(question)' has no nets of its answers",
      fixes: [Fix("group the answers under 'nets' in the codebook")])
  }

  static func notAList(_ question: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "not-a-list", at: range,
      "a toplist orders answers, and '\(question)' has items of its own",
      fixes: [Fix("use a chart")])
  }

  static func noThemes(
    _ question: String, _ segment: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "no-themes", at: range,
      "nothing is written of the themes of '\(question)' for \(segment)",
      fixes: [
        Fix("write them under 'themes' here, or in the file that 'texts' of report.yaml names")
      ]
    )
  }

  static func unapprovedThemes(
    _ question: String, coder: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unapproved-themes", at: range,
      "the answers to '\(question)' were coded by '\(coder)': a person must approve their themes",
      fixes: [Fix("write 'approved-by: NAME'")])
  }

  static func themeNotNamed(_ theme: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "theme-not-named", at: range,
      "nobody of this group named '\(theme)'",
      fixes: [Fix("take the theme out of this group's list")])
  }

  static func nothingToShow(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "nothing-to-show", at: range, "nothing of this block may be or can be shown")
  }

  /// A kind of chart that does not suit its question; `other` does.
  static func wrongChart(_ why: String, use other: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "wrong-chart", at: range, why,
      fixes: [Fix("use 'type: \(other)'", replacement: other)])
  }

  /// A key that a kind of chart does not have.
  static func unsuitedKey(
    _ key: String, of kind: String, _ kinds: [Chart.Kind], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unsuited-key", at: range,
      "'\(key)' goes with \(list(kinds.map { "'\($0.rawValue)'" })), and this chart is "
        + "'\(kind)'", fixes: [Fix("leave '\(key)' out")])
  }

  static func significanceWithoutSegments(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "significance-without-segments", at: range,
      "'significance' compares segments with the others, and this chart has none",
      fixes: [Fix("say by which breakdown: 'by: …'")])
  }

  static func referenceNotShown(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "reference-not-shown", at: range,
      "rows cannot be ordered by '\(name)': the chart does not show it")
  }

  private static func list(_ expected: [String]) -> String {
    guard expected.count > 1, let last = expected.last else { return expected.first ?? "nothing" }
    return expected.dropLast().joined(separator: ", ") + " or " + last
  }
}
