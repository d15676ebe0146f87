/// What a survey file says of itself: its variables in order, and what goes with them.
public struct SurveyDictionary: Sendable, Hashable {
  /// The variables in the order of the file.
  public var variables: [SurveyVariable]
  /// The multiple-response sets, in the order of the file; text files have none.
  public var sets: [MultipleResponseSet]
  /// How many set records of the file cannot be understood.
  public var unreadableSets = 0
  /// The variable with the weights; nil if the file names none.
  public var weight: String?
  /// The number of respondents; nil if the file does not say.
  public var rows: Int?
  /// The title of the file, "" if it has none.
  public var label: String

  /// Creates a dictionary.
  public init(
    variables: [SurveyVariable], sets: [MultipleResponseSet] = [], weight: String? = nil,
    rows: Int? = nil, label: String = ""
  ) {
    self.variables = variables
    self.sets = sets
    self.weight = weight
    self.rows = rows
    self.label = label
  }
}

/// A variable of a survey file: a column with its labels.
public struct SurveyVariable: Sendable, Hashable {
  /// What the values of a variable are.
  public enum Kind: String, Sendable, Hashable {
    case number
    case text
  }

  /// How the values are measured, as the file says.
  public enum Measure: String, Sendable, Hashable {
    case nominal
    case ordinal
    case scale
  }

  /// A value with what it stands for.
  public struct Label: Sendable, Hashable {
    /// The value.
    public var value: SurveyValue
    /// What it stands for.
    public var text: String

    /// Creates a label.
    public init(_ value: SurveyValue, _ text: String) {
      self.value = value
      self.text = text
    }
  }

  /// Values that stand for no answer.
  public enum Missing: Sendable, Hashable {
    /// One value.
    case value(SurveyValue)
    /// All numbers from one to another, both included; infinite for "lowest" and "highest".
    case range(ClosedRange<Double>)
  }

  /// The name, as columns are named in a codebook.
  public var name: String
  /// The label, "" if there is none; often the text of the question.
  public var label: String
  /// What the values are.
  public var kind: Kind
  /// How they are measured; nil if the file does not say.
  public var measure: Measure?
  /// The labels of values, in the order of the file.
  public var labels: [Label]
  /// The values that stand for no answer.
  public var missing: [Missing]

  /// Creates a variable.
  public init(
    name: String, label: String = "", kind: Kind = .text, measure: Measure? = nil,
    labels: [Label] = [], missing: [Missing] = []
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.measure = measure
    self.labels = labels
    self.missing = missing
  }

  /// Whether a value stands for no answer.
  public func isMissing(_ value: SurveyValue) -> Bool {
    switch value {
    case .nothing, .missing: true
    case .number(let number):
      missing.contains { rule in
        switch rule {
        case .value(let value): value == .number(number)
        case .range(let range): range.contains(number)
        }
      }
    case .text: missing.contains(.value(value))
    }
  }

  /// What a value stands for; nil without a label.
  public func label(of value: SurveyValue) -> String? {
    labels.first { $0.value == value }?.text
  }
}

/// Variables that together hold the answers to one question, of which people could give several.
public struct MultipleResponseSet: Sendable, Hashable {
  /// How the variables hold the answers.
  public enum Form: Sendable, Hashable {
    /// A variable for each answer; this value in it means chosen.
    case dichotomies(counted: SurveyValue)
    /// A variable for the first answer given, one for the second, and so on, with the same codes.
    case categories
  }

  /// The name without the `$`.
  public var name: String
  /// The label, "" if there is none.
  public var label: String
  /// How the variables hold the answers.
  public var form: Form
  /// The names of the variables, as the dictionary has them.
  public var variables: [String]

  /// Creates a set.
  public init(name: String, label: String, form: Form, variables: [String]) {
    self.name = name
    self.label = label
    self.form = form
    self.variables = variables
  }
}
