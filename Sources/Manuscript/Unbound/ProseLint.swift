import Diagnostics

/// What is wrong with sentences as they stand, whatever the data say.
struct ProseLint {
  /// The words of a language that tell a misreading of the margin.
  private struct MarginWords {
    var margin: Set<String>
    var repetition: Set<String>
    var inside: Set<String>
    var negation: Set<String>
  }

  private let margin: MarginWords
  /// Where each sentence of a question's section stood first.
  private var sentences: [String: (question: String, range: SourceRange)] = [:]

  /// The fewest words of a sentence that is not repeated by chance.
  private static let longSentence = 8

  init(language: String) {
    margin =
      language.hasPrefix("en")
      ? MarginWords(
        margin: ["margin", "margins"], repetition: ["repeated", "repeat", "again", "replication"],
        inside: ["within", "inside"], negation: ["not", "never", "no"])
      : MarginWords(
        margin: ["marge", "foutmarge", "marges", "foutmarges"],
        repetition: ["herhaling", "herhaald", "herhaalde", "herhalingsmeting", "opnieuw"],
        inside: ["binnen"], negation: ["niet", "geen", "nooit"])
  }

  /// Judges the sentences of a paragraph.
  ///
  /// - Parameters:
  ///   - text: the paragraph.
  ///   - range: where it stands.
  ///   - question: the question of its heading.
  ///   - log: takes what is wrong.
  mutating func check(
    _ text: String, at range: SourceRange, question: String?, into log: inout DiagnosticLog
  ) {
    for sentence in Self.sentences(of: text) {
      let words = Set(sentence)
      if !words.isDisjoint(with: margin.margin), !words.isDisjoint(with: margin.repetition),
        !words.isDisjoint(with: margin.inside), words.isDisjoint(with: margin.negation)
      {
        log.report(.marginMisread(at: range))
      }
      guard let question, sentence.count >= Self.longSentence else { continue }
      let key = sentence.joined(separator: " ")
      if let first = sentences[key] {
        guard first.question != question else { continue }
        log.report(.repeatedSentence(of: first.question, first: first.range, at: range))
      } else {
        sentences[key] = (question, range)
      }
    }
  }

  /// The sentences of a text as their words.
  private static func sentences(of text: String) -> [[String]] {
    var sentences: [[String]] = [[]]
    for token in ProseToken.tokens(of: text) {
      sentences[sentences.count - 1].append(token.folded)
      if token.endsSentence { sentences.append([]) }
    }
    return sentences.filter { !$0.isEmpty }
  }
}
