import SurveyResults

/// The nets that a question has without anybody writing them.
struct BuiltInNets {
  /// The language of the study.
  let language: String

  /// The nets of a kind of question.
  ///
  /// - Parameters:
  ///   - kind: the kind.
  ///   - categories: the answers.
  ///   - places: how many places of a ranking are counted.
  ///   - canTie: whether a ranking can have ties.
  func nets(
    of kind: Question.Kind, categories: [Category], places: Int, canTie: Bool
  ) -> [Net] {
    let isDutch = language == "nl"
    switch kind {
    case .open:
      return [
        Net(
          id: Net.answered, label: isDutch ? "Gaf een antwoord" : "Gave an answer",
          members: categories.filter { !$0.isNone }.map(\.id))
      ]
    case .ranking:
      let partial = Net(
        id: Net.partial,
        label: isDutch
          ? "Noemde er minder dan \(places)" : "Ranked fewer than \(places)", members: [])
      let tied = Net(
        id: Net.tied,
        label: isDutch ? "Gaf een plaats meer dan eens" : "Gave a place more than once",
        members: [])
      return canTie ? [partial, tied] : [partial]
    case .single, .multiple, .battery, .numeric: return []
    }
  }
}
