import Diagnostics
import SurveyResults

/// The wording of what is wrong with tables, cohorts and counts.
extension Diagnostic {
  static func oneOrTheOther(_ key: String, _ other: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "one-or-the-other", at: range, "'data' has '\(key)' or '\(other)', not both")
  }

  static func stratumWithoutPopulation(_ segment: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "stratum-without-population", at: range,
      "weights of strata need the population of each segment, and '\(segment)' has none",
      fixes: [Fix("write 'population' at the segment")])
  }

  static func manySmallReported(
    _ count: Int, of breakdown: String, bound: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "small-reported-segments", at: range,
      "\(count) segments of '\(breakdown)' have fewer than \(bound) respondents; they are withheld, "
        + "and others with them where their answers would follow from a total")
  }

  static func badCount(_ column: String, _ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "bad-count", at: range,
      "the column '\(column)' holds a whole number from 0 to 10 000 000 000, not '\(text)'")
  }

  static func badPlace(_ text: String, most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "bad-place", at: range,
      "a row of a ranking has a 'place' from 1 to \(most), not '\(text)'")
  }

  static func otherBase(
    _ n: Int, known: Int, of question: String, _ segment: SegmentKey, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "other-base", at: range,
      "'\(question)' has n \(n) for '\(segment)' here, and \(known) in a row above")
  }

  static func repeatedCell(
    _ answer: String, of question: String, _ segment: SegmentKey, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "repeated-cell", at: range,
      "'\(answer)' of '\(question)' for '\(segment)' stands in a row above already")
  }

  static func repeatedCohort(_ segment: SegmentKey, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "repeated-cohort", at: range, "'\(segment)' stands in a row above already")
  }

  static func absentCell(
    _ answer: AnswerKey, of question: String, _ segment: SegmentKey, at range: SourceRange
  ) -> Diagnostic {
    let place = answer.places.map { " at \($0)" } ?? ""
    return Diagnostic(
      .error, id: "absent-cell", at: range,
      "'\(question)' has no row of '\(answer.answer)'\(place) for '\(segment)', and it does not "
        + "follow from the others",
      fixes: [Fix("add it, with k 0 if nobody gave it")])
  }

  static func otherSum(
    _ what: String, _ found: Int, parts: Int, of question: String, _ segment: SegmentKey,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "other-sum", at: range,
      "'\(what)' of '\(question)' is \(found) for '\(segment)', and its reported parts add up to "
        + "\(parts)",
      notes: [Note("who is in no reported part could be told from the difference")],
      fixes: [Fix("leave the row out: it is summed")])
  }

  static func impossibleCount(
    _ rule: String, answer: String?, of question: String, _ segment: SegmentKey,
    at range: SourceRange
  ) -> Diagnostic {
    let name = answer.map { "\(question).\($0)" } ?? question
    return Diagnostic(
      .error, id: "impossible-count", at: range, "'\(name)' for '\(segment)': \(rule)")
  }
}
