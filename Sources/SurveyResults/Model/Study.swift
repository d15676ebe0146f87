/// What is known about a survey as a whole.
public struct Study: Sendable, Hashable {
  /// How the respondents came in.
  public enum Selection: String, Sendable, Hashable, CaseIterable {
    /// Everybody of the population was asked.
    case census
    /// A random sample was asked.
    case random
    /// Quotas were filled.
    case quota
    /// People took part of their own accord.
    case selfSelected = "self-selected"
  }

  /// The name in files.
  public var id: String
  /// The title.
  public var title: String
  /// The language of all labels: `nl` or `en`.
  public var language: String
  /// Who asked for the study; nil if nobody said.
  public var sponsor: String?
  /// Who did it; nil if nobody said.
  public var agency: String?
  /// How the respondents came in.
  public var selection: Selection
  /// The list from which people were invited; nil if nobody said.
  public var frame: String?
  /// How they answered: "online vragenlijst".
  public var mode: String?
  /// Where the population counts come from.
  public var populationSource: String?
  /// Whether it was examined who did not respond.
  public var isNonresponseExamined: Bool
  /// What readers must know about the data, such as that they are synthetic.
  public var note: String?
  /// What a publication must say beyond this.
  public var disclosure: Disclosure

  /// Creates a study.
  public init(
    id: String, title: String, language: String, sponsor: String? = nil, agency: String? = nil,
    selection: Selection, frame: String? = nil, mode: String? = nil,
    populationSource: String? = nil, isNonresponseExamined: Bool = false, note: String? = nil,
    disclosure: Disclosure = Disclosure()
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.sponsor = sponsor
    self.agency = agency
    self.selection = selection
    self.frame = frame
    self.mode = mode
    self.populationSource = populationSource
    self.isNonresponseExamined = isNonresponseExamined
    self.note = note
    self.disclosure = disclosure
  }
}

/// One round of fieldwork.
public struct Wave: Sendable, Hashable {
  /// The name in queries: `2024`.
  public var id: String
  /// The name in print.
  public var label: String
  /// The first and last day of fieldwork, `2024-06-03`; nil if unknown.
  public var fieldwork: (start: String, end: String)?
  /// The days of the reminders.
  public var reminders: [String]
  /// The publication that is all there is of this wave; nil for a wave with data.
  public var publication: String?

  /// Creates a wave.
  public init(
    id: String, label: String, fieldwork: (start: String, end: String)? = nil,
    reminders: [String] = [], publication: String? = nil
  ) {
    self.id = id
    self.label = label
    self.fieldwork = fieldwork
    self.reminders = reminders
    self.publication = publication
  }

  /// Whether two waves say the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.label == right.label
      && left.fieldwork?.start == right.fieldwork?.start
      && left.fieldwork?.end == right.fieldwork?.end && left.reminders == right.reminders
      && left.publication == right.publication
  }

  /// Hashes the wave by its name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A way of dividing the respondents: by role, by province.
public struct Breakdown: Sendable, Hashable {
  /// The name in queries.
  public var id: String
  /// The name in print.
  public var label: String
  /// The segments in order.
  public var segments: [Segment]

  /// Creates a breakdown.
  public init(id: String, label: String, segments: [Segment]) {
    self.id = id
    self.label = label
    self.segments = segments
  }
}

/// One value of a breakdown: the mayors.
public struct Segment: Sendable, Hashable {
  /// The name in queries.
  public var id: String
  /// One of them: "burgemeester".
  public var singular: String
  /// All of them: "burgemeesters".
  public var plural: String
  /// Whether reports speak of the segment; `total` and `others` are the reported segments only.
  public var isReported: Bool

  /// Creates a segment.
  public init(id: String, singular: String, plural: String, isReported: Bool = true) {
    self.id = id
    self.singular = singular
    self.plural = plural
    self.isReported = isReported
  }
}

/// Who took part: a wave and a segment, or a wave and everybody.
public struct Participation: Sendable, Hashable {
  /// How many there are, N; nil if unknown.
  public var population: Int?
  /// How many were asked; nil if unknown.
  public var invited: Int?
  /// How many answered, n.
  public var responded: Int

  /// Creates counts of participation.
  public init(population: Int? = nil, invited: Int? = nil, responded: Int) {
    self.population = population
    self.invited = invited
    self.responded = responded
  }
}
