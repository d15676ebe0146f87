import SurveyResults

/// The sentences of the methodology section in one language.
protocol MethodologyWording: Sendable {
  /// The words that the rest of the report uses.
  var words: any Wording { get }
  /// Who asked, paid and did it.
  func parties(_ study: Study) -> [String]
  /// Whom the study is about, and how they were reached.
  func population(_ study: Study) -> [String]
  /// How and when people answered.
  func fieldwork(_ study: Study, wave: Wave) -> [String]
  /// What was asked, and how answers were counted.
  func questions(_ study: Study) -> [String]
  /// Weighting, non-response and how far results reach.
  func reach(_ study: Study, isWeighted: Bool) -> [String]
  /// How differences are tested, and what "significant" means.
  func tests(isWeighted: Bool) -> [String]
  /// Privacy, retention, contact and version.
  func handling(_ study: Study) -> [String]
  /// The heads of the table of comparability: question, wave by label, how many took part then.
  func comparabilityHead(_ waves: [String]) -> [String]
  func comparability(_ status: Question.Comparability?) -> String
  /// Below that table.
  func comparabilityNote(unknownBase waves: [String]) -> String
  /// The title of that table.
  var comparabilityTitle: String { get }
}

extension MethodologyWording {
  /// How the survey was done, a paragraph for each subject; subjects of which nothing is known are
  /// left out.
  func paragraphs(_ study: Study, wave: Wave, isWeighted: Bool) -> [String] {
    [
      parties(study), population(study), fieldwork(study, wave: wave), questions(study),
      reach(study, isWeighted: isWeighted), handling(study),
    ].filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  /// "Label: text." with one full stop; nil without a text.
  func line(_ label: String, _ text: String?) -> String? {
    text.map { "\(label): \(Self.ended($0))" }
  }

  /// A text as sentences: its first letter in capitals, a full stop behind it.
  static func sentence(_ text: String) -> String { ended(text.capitalisedFirst) }

  private static func ended(_ text: String) -> String {
    guard let last = text.last, !".!?".contains(last) else { return text }
    return text + "."
  }
}

/// The methodology's sentences of a language.
func methodologyWording(_ words: any Wording) -> any MethodologyWording {
  words is EnglishWording ? EnglishMethodology() : DutchMethodology()
}
