import Diagnostics

/// What is wrong with sentences as they stand, whatever the data say: a margin that is misread.
struct ProseLint {
  /// What a word may have to do with a misread margin.
  private struct Role: OptionSet {
    var rawValue: Int
    static let margin = Role(rawValue: 1)
    static let repetition = Role(rawValue: 2)
    static let inside = Role(rawValue: 4)
    static let negation = Role(rawValue: 8)
    static let misreading: Role = [.margin, .repetition, .inside]
  }

  private let roles: [String: Role]

  init(language: String) {
    let words: [(Role, [String])] =
      language.hasPrefix("en")
      ? [
        (.margin, ["margin", "margins"]),
        (.repetition, ["repeated", "repeat", "again", "replication"]),
        (.inside, ["within", "inside"]), (.negation, ["not", "never", "no"]),
      ]
      : [
        (.margin, ["marge", "foutmarge", "marges", "foutmarges"]),
        (.repetition, ["herhaling", "herhaald", "herhaalde", "herhalingsmeting", "opnieuw"]),
        (.inside, ["binnen"]), (.negation, ["niet", "geen", "nooit"]),
      ]
    roles = Dictionary(
      words.flatMap { role, words in words.map { ($0, role) } },
      uniquingKeysWith: { $0.union($1) })
  }

  /// Reports a sentence that says a repeated survey would fall within the margin.
  func check(_ text: [ProseToken], at range: SourceRange, into log: inout DiagnosticLog) {
    var found: Role = []
    for token in text {
      if let role = roles[token.folded] { found.formUnion(role) }
      guard token.endsSentence else { continue }
      if found == .misreading { log.report(.marginMisread(at: range)) }
      found = []
    }
  }
}
