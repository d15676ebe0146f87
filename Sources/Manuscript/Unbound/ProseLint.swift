import Diagnostics

/// What is wrong with sentences as they stand, whatever the data say: a margin that is misread.
struct ProseLint {
  private let margin: Set<String>
  private let repetition: Set<String>
  private let inside: Set<String>
  private let negation: Set<String>

  init(language: String) {
    if language.hasPrefix("en") {
      margin = ["margin", "margins"]
      repetition = ["repeated", "repeat", "again", "replication"]
      inside = ["within", "inside"]
      negation = ["not", "never", "no"]
    } else {
      margin = ["marge", "foutmarge", "marges", "foutmarges"]
      repetition = ["herhaling", "herhaald", "herhaalde", "herhalingsmeting", "opnieuw"]
      inside = ["binnen"]
      negation = ["niet", "geen", "nooit"]
    }
  }

  /// Reports a sentence that says a repeated survey would fall within the margin.
  func check(_ text: [ProseToken], at range: SourceRange, into log: inout DiagnosticLog) {
    var words: Set<String> = []
    for token in text {
      words.insert(token.folded)
      guard token.endsSentence else { continue }
      if isMisread(words) { log.report(.marginMisread(at: range)) }
      words = []
    }
  }

  private func isMisread(_ words: Set<String>) -> Bool {
    [margin, repetition, inside].allSatisfy { !words.isDisjoint(with: $0) }
      && words.isDisjoint(with: negation)
  }
}
