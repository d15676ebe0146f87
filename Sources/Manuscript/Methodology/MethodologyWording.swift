import SurveyResults

/// The words of the methodology section in one language; ``Methodology`` says what is said when.
protocol MethodologyWording: Sendable {
  /// The words that the rest of the report uses.
  var words: any Wording { get }
  /// What stands before the colon of a line.
  func label(_ line: MethodologyLine) -> String
  /// Behind the source of the size of a population: the day or month that it is of.
  func asOf(_ date: String) -> String
  /// How respondents were chosen.
  func selection(_ selection: Study.Selection) -> String
  /// The first and the last day of the fieldwork.
  func fieldwork(from start: String, to end: String) -> String
  /// The days on which reminders went out.
  func reminders(_ days: String) -> String
  /// How the response rate is computed.
  var responseRate: String { get }
  /// Where the questions are printed.
  var questionPlaces: String { get }
  /// What became of answers that were not given, where the study does not say.
  var missingAnswers: String { get }
  /// That results are weighted, on what if that was said (ending a sentence), and what margins use.
  func weighted(on targets: String?) -> String
  /// That results are not weighted.
  var unweighted: String { get }
  /// Whether it was examined who did not take part.
  func nonresponse(isExamined: Bool) -> String
  /// What participants were told about who can recognise them.
  func privacy(_ privacy: Disclosure.Privacy) -> String
  /// How differences are tested, and what "significant" means.
  func tests(isWeighted: Bool) -> [String]
  /// The heads of the table of comparability: question, then each wave by its label.
  func comparabilityHead(_ waves: [String]) -> [String]
  /// Whether the question of an earlier wave compares with today's; nil where it was not asked.
  func comparability(_ status: Question.Comparability?) -> String
  /// Below that table; the waves of which nobody knows how many took part.
  func comparabilityNote(unknownBase waves: [String]) -> String
  /// The title of that table.
  var comparabilityTitle: String { get }
}

/// What a line of the methodology tells, "Label: text.".
enum MethodologyLine: Sendable, Hashable, CaseIterable {
  case sponsorAndFunder, sponsor, funder, agency
  case population, populationSize, populationSource, frame, coverage
  case invitations, mode, languages, period
  case questionnaire, openAnswers
  case retention, contact, version
}

/// The methodology's words of a language.
func methodologyWording(_ words: any Wording) -> any MethodologyWording {
  words is EnglishWording ? EnglishMethodology() : DutchMethodology()
}
