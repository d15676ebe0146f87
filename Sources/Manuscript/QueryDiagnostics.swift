import Diagnostics
import SurveyResults

/// Faults of claims about the place of an answer, of differences and of sentences.
extension Diagnostic {
  static func netWithoutPlace(_ net: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "answer-without-place", at: range,
      "'\(net)' is a net: it holds other answers, and has no place among them")
  }

  static func answerWithoutPlace(_ answer: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "answer-without-place", at: range,
      "'\(answer)' says none or don't know, and has no place among the other answers")
  }

  static func orderWithheld(_ answer: String, _ reason: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, id: "withheld-figure", at: range,
      "the order of the answers cannot be said: '\(answer)' is withheld, \(reason)",
      fixes: [Fix("compare two answers that are not: one > other")])
  }

  static func wordsAgainstRank(_ words: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "words-against-claim", at: range,
      "'\(words)' names another place than the query", fixes: [Fix("turn the words or the query")])
  }

  static func numberInClaim(
    _ number: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "wrong-figure", at: range,
      "the claim does not vouch for the number \(number)",
      notes: known.isEmpty ? [] : [Note("its own are: \(known.joined(separator: ", "))")],
      fixes: [Fix("bind the number to a query of its own")])
  }

  static func noChange(left: String, right: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-change", at: range, "how these figures differ cannot be said",
      notes: [Note("\(left) against \(right)")])
  }

  static func listOfOne(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "list-of-one", at: range, "a list is made of several answers: top 3 of question")
  }

  static func formatOfList(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "format-of-list", at: range,
      "the first answers of a question are printed 'as list' or 'as names'")
  }

  static func verbWithoutNumber(_ query: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "verb-without-number", at: range,
      "a verb agrees with a share, a count or a list, and '\(query)' is none")
  }

  static func boundSentence(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "bound-sentence", at: range,
      "a sentence is written by Katern: put it between double braces")
  }

  static func sentenceWithFormat(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-sentence", at: range, "a sentence has no 'as' and no 'verb' of its own")
  }

  static func noSentence(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-sentence", at: range, "no sentence can be made of this",
      notes: [
        Note("shares: sentence question.answer by role"),
        Note("a change: sentence question.answer for segment vs in wave"),
        Note("a ranking: sentence top 3 of question for segment"),
      ])
  }

  static func numberInPredicate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-sentence", at: range,
      "what follows 'saying' has no numbers: nothing would vouch for them")
  }

  static func emptyPredicate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-sentence", at: range,
      "what follows 'saying' is a verb, and what belongs to it")
  }

  static func repeatedSentence(
    below question: String, first: String, line: Int, file: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "repeated-sentence", at: range,
      "this sentence is about '\(question)' here, and stood in the text about '\(first)' before",
      notes: [Note("the first time: \(file):\(line)")],
      fixes: [Fix("write what it should say of '\(question)', or move it above both headings")])
  }

  static func otherItemNamed(
    _ other: String, instead item: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "other-item-named", at: range,
      "the figure is about '\(item)', and the words around it name '\(other)'",
      fixes: [Fix("name '\(item)', or bind the figure of '\(other)'")])
  }
}
