/// What a publication must say of how a survey was done, as far as counts do not say it.
///
/// The items follow the disclosure lists of AAPOR, ESOMAR/WAPOR and the Dutch checklist for polls; the
/// texts are in the language of the study and are printed by the methodology section.
public struct Disclosure: Sendable, Hashable {
  /// What is said in words; the raw value is the key of the codebook.
  public enum Item: String, Sendable, Hashable, CaseIterable {
    /// Who paid; without it the sponsor did.
    case funder
    /// The associations of research agencies and codes that the agency follows.
    case membership
    /// Who belongs to the population.
    case population
    /// How large the population is, where the segments give no counts.
    case populationSize = "population-size"
    /// The day or month of which the population counts are.
    case populationDate = "population-date"
    /// Who belongs to the population and is not in the frame.
    case coverage
    /// How many were invited and how, where the segments give no counts.
    case invitations
    /// When the answers were given, where the waves give no days.
    case period
    /// The languages in which people could answer.
    case languages
    /// On which variables and targets the answers were weighted.
    case weighting
    /// In which order questions and answers were put, and where the whole questionnaire is.
    case questionnaire
    /// What became of those who did not know or did not answer.
    case missing = "missing-answers"
    /// What is known of those who did not respond.
    case nonresponse
    /// How open answers were coded, by whom, and how quotes were chosen.
    case openAnswers = "open-answers"
    /// How long the answers are kept, and where.
    case retention
    /// Whom to ask about the study.
    case contact
    /// The version of the results.
    case version
  }

  /// What participants were told about who can recognise them.
  public enum Privacy: String, Sendable, Hashable, CaseIterable {
    /// Nobody can tell who gave an answer, or who answered at all.
    case anonymous
    /// It is known who answered, and it is not told.
    case confidential
  }

  /// What is said, by item; an item that is missing was not said.
  public var texts: [Item: String]
  /// What participants were told; nil if nobody said.
  public var privacy: Privacy?
  /// Whether it was kept who had answered, for reminders or links; nil if nobody said.
  public var isTracked: Bool?

  /// Creates a disclosure; without arguments nothing is said.
  public init(
    texts: [Item: String] = [:], privacy: Privacy? = nil, isTracked: Bool? = nil
  ) {
    self.texts = texts
    self.privacy = privacy
    self.isTracked = isTracked
  }

  /// What is said of an item; nil if nothing is.
  public subscript(item: Item) -> String? { texts[item] }
}
