import Diagnostics

/// The wording of what is wrong with a codebook, a publication and the rows of a survey file.
extension Diagnostic {
  static func duplicateName(_ name: String, kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "duplicate-name", at: range, "each \(kind) has a name of its own: '\(name)'")
  }

  static func duplicateLabel(_ label: LocatedText, of name: String, and other: String) -> Diagnostic
  {
    Diagnostic(
      .error, id: "duplicate-label", at: label.range,
      "'\(other)' and '\(name)' have the same label, '\(label.text)': nobody could tell them apart",
      fixes: [Fix("write another label, or list both codes at one of them")])
  }

  static func reservedName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "reserved-name", at: range, "'\(name)' is a word of the query language",
      fixes: [Fix("choose another name")])
  }

  static func malformedName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "malformed-name", at: range,
      "a name has letters, digits, '-' and '_', and starts with a letter or digit: '\(name)'")
  }

  static func unknownName(
    _ name: String, kind: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-\(kind.split(separator: " ").joined(separator: "-"))", at: range,
      "the codebook has no \(kind) '\(name)'", fixes: Suggestion.fixes(for: name, in: known))
  }

  static func unknownColumn(
    _ name: String, file: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-column", at: range, "'\(file)' has no column '\(name)'",
      fixes: Suggestion.fixes(for: name, in: known))
  }

  static func duplicateColumn(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "duplicate-column", at: range, "the column '\(name)' is named twice")
  }

  static func repeatedCode(_ code: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "repeated-code", at: range, "the code '\(code)' can mean one thing only")
  }

  static func wrongSource(_ kind: String, needs: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "wrong-source", at: range, "a question of kind '\(kind)' needs '\(needs)'")
  }

  static func emptyData(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "empty-data",
      at: SourceRange(file: file, start: SourcePosition(line: 1, column: 1)),
      "the survey file has no respondents")
  }

  static func wrongFieldCount(_ found: Int, expected: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "wrong-field-count", at: range,
      "the row has \(found) fields and the header has \(expected)")
  }

  static func openQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "open-quote", at: range, "a quoted field is never closed")
  }

  static func longField(_ bound: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "long-field", at: range, "a field may have at most \(bound) bytes",
      fixes: [Fix("look for a quote that is never closed")])
  }

  static func noSegment(column: String, of breakdown: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-segment", at: range,
      "the column '\(column)' is empty, and every respondent has a segment of '\(breakdown)'",
      fixes: [Fix("make a segment for them with the code \"\"")])
  }

  static func unknownFlag(
    _ code: String, column: String, of name: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-flag", at: range,
      "the column '\(column)' of '\(name)' is 1, 0 or empty, not '\(code)'",
      fixes: [Fix("list the code under 'missing' if it stands for no answer")])
  }

  static func unknownCode(
    _ code: String, column: String, of name: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-code", at: range,
      "the column '\(column)' has the code '\(code)', which '\(name)' in the codebook lacks",
      fixes: [Fix("add the code to a category, or list it under 'missing'")])
  }

  static func brokenExclusion(
    _ answer: String, of question: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "broken-exclusion", at: range,
      "'\(answer)' of '\(question)' excludes other answers, and this respondent gave another")
  }

  static func answeredUnasked(_ count: Int, question: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "answered-unasked", at: range,
      "\(count) answered '\(question)' without being asked; their answers are left out")
  }

  static func badCrossing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "bad-crossing", at: range,
      "a crossing is a list of two different breakdowns: [municipality, role]")
  }

  static func rankingNets(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "ranking-nets", at: range,
      "a ranking has no nets: each object is counted at each place")
  }

  static func placeBound(_ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "place-bound", at: range,
      "'places' must be between 1 and \(most): no more than there are categories")
  }

  static func placeColumns(_ found: Int, places: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "place-columns", at: range,
      "a ranking of \(places) places has a column for each of them, and 'columns' lists \(found)",
      fixes: [Fix("write 'columns: { object: column, … }' where each column holds a place")])
  }

  static func noRespondents(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-respondents", at: range,
      "a file of codes is joined by the respondent, and 'data' names no column 'id'",
      fixes: [Fix("write 'id: COLUMN' under 'data'")])
  }

  static func rankedTwice(
    _ code: String, of question: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "ranked-twice", at: range,
      "'\(question)' has the object '\(code)' at two places of one respondent")
  }

  static func badRank(
    _ code: String, column: String, of question: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "bad-rank", at: range,
      "the column '\(column)' of '\(question)' holds a place from 1, or nothing, not '\(code)'",
      fixes: [Fix("list the code under 'missing' if it stands for no place")])
  }

  static func emptyField(_ column: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "empty-field", at: range, "the column '\(column)' is empty")
  }

  static func badFlag(_ column: String, _ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "bad-flag", at: range, "the column '\(column)' says yes or no, not '\(word)'")
  }

  static func codesOfNobody(
    _ count: Int, first: String, question: String, file: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "codes-of-nobody",
      at: SourceRange(file: file, start: SourcePosition(line: 1, column: 1)),
      "\(count) respondents with codes for '\(question)' are not in the survey file, '\(first)' "
        + "among them; their codes are left out")
  }

  static func unapprovedQuotes(_ count: Int, file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "unapproved-quotes", at: range,
      "\(count) quotes of '\(file)' have no 'approved_by' and are left out")
  }

  static func badWeight(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "bad-weight", at: range,
      text.isEmpty
        ? "the respondent has no weight, and a weight is a number above 0"
        : "a weight is a number above 0: '\(text)'")
  }

  static func cohortOrder(
    _ segment: String, responded: Int, invited: Int?, population: Int?, at range: SourceRange
  ) -> Diagnostic {
    let counts = [
      "\(responded) took part", invited.map { "\($0) invited" },
      population.map { "\($0) in the population" },
    ].compactMap { $0 }.joined(separator: ", ")
    return Diagnostic(
      .error, id: "cohort-order", at: range,
      "no more can take part than are invited, nor be invited than there are: '\(segment)' has "
        + counts)
  }

  static func smallReported(
    _ segment: String, responded: Int, bound: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "small-reported-segment", at: range,
      "'\(segment)' has \(responded) respondents, fewer than \(bound), so another segment is "
        + "withheld too: else its answers follow from the total",
      fixes: [Fix("leave it out of 'reported'")])
  }

  static func badDate(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "bad-date", at: range, "a day is written as 2024-06-03: '\(text)'")
  }

  static func fieldworkOrder(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "fieldwork-order", at: range,
      "'fieldwork' has the first day and the last day, in that order")
  }

  static func policyBound(_ key: String, must rule: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "policy-bound", at: range, "'\(key)' of the policy must be \(rule)")
  }

  static func countBound(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "count-bound", at: range, "'\(key)' must be between 0 and 10 000 000 000")
  }

  static func emptyRule(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "empty-rule", at: range, "a line of 'publish' names questions and breakdowns",
      fixes: [Fix("write 'questions: all' for every question")])
  }

  static func bandOrder(_ band: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "band-order", at: range, "'from' must not be above 'to' in the band '\(band)'")
  }

  static func filterBattery(_ source: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "filter-battery", at: range,
      "'asked-if' cannot name a battery or ranking, which has several answers: '\(source)'")
  }

  static func ambiguousSegment(
    _ name: String, candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "ambiguous-segment", at: range, "several breakdowns have a segment '\(name)'",
      fixes: candidates.map { Fix("write '\($0)'", replacement: $0) })
  }

  static func factBound(_ key: String, must rule: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "fact-bound", at: range, "'\(key)' must be \(rule)")
  }

  static func repeatedFact(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "repeated-fact", at: range,
      "question, answer and segment have one fact; this one stands above already")
  }

  static func filterLoop(_ question: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "filter-order", at: range,
      "'asked-if' of '\(question)' must name a question above it")
  }

  static func factWithoutContent(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "empty-fact", at: range,
      "a published fact has one of 'percent', 'rank' and 'direction'")
  }

  static func otherWave(_ found: String, expected: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "other-wave", at: range,
      "the file is about wave '\(found)' and the codebook names it for '\(expected)'")
  }

  static func noWave(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-current-wave", at: range,
      "the first wave is the current one and has data, so it cannot be 'published'")
  }

  static func moreFaults(_ count: Int, file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "more-faults", at: nil, "'\(file)' has \(count) more faults of this kind")
  }
}
