/// Whose answers are meant.
public enum SegmentKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The reported segments together.
  case total
  /// One segment of a breakdown.
  case segment(breakdown: String, id: String)
  /// The reported segments of a breakdown but one: what that one is compared with.
  case others(breakdown: String, id: String)

  /// `total`, `role:burgemeester` or `not role:burgemeester`.
  public var description: String {
    switch self {
    case .total: "total"
    case .segment(let breakdown, let id): "\(breakdown):\(id)"
    case .others(let breakdown, let id): "not \(breakdown):\(id)"
    }
  }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    if text == "total" {
      self = .total
      return
    }
    let isOthers = text.hasPrefix("not ")
    let parts = text.dropFirst(isOthers ? 4 : 0).split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let (breakdown, id) = (String(parts[0]), String(parts[1]))
    self = isOthers ? .others(breakdown: breakdown, id: id) : .segment(breakdown: breakdown, id: id)
  }

  /// Whether the left key comes first in files: by its words.
  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}

/// Names a base: those of a wave and segment who answered a question, or an item of it.
public struct BaseKey: Sendable, Hashable, Comparable {
  /// The question.
  public var question: String
  /// The item of a battery; nil for other kinds.
  public var item: String?
  /// The segment.
  public var segment: SegmentKey
  /// The wave.
  public var wave: String

  /// Creates a key.
  public init(question: String, item: String? = nil, segment: SegmentKey, wave: String) {
    self.question = question
    self.item = item
    self.segment = segment
    self.wave = wave
  }

  /// Whether the left key comes first in files.
  public static func < (left: Self, right: Self) -> Bool {
    (left.question, left.item ?? "", left.wave, left.segment)
      < (right.question, right.item ?? "", right.wave, right.segment)
  }
}

/// The counts of a base: how many answered, and how many gave each answer.
public struct BaseCounts: Sendable, Hashable {
  /// Those who were asked and answered, n.
  public var base: Int
  /// Everybody of the wave and segment who could have been asked, for `of all`.
  public var everybody: Int
  /// Each category and net.
  public var answers: [String: AnswerCount]
  /// The sums of weights; nil for an unweighted study.
  public var weights: WeightSums?
  /// The sums of weights of everybody; nil for an unweighted study.
  public var everybodyWeights: WeightSums?

  /// Creates counts; `everybodyWeights` is nil for those of the base.
  public init(
    base: Int, everybody: Int, answers: [String: AnswerCount], weights: WeightSums? = nil,
    everybodyWeights: WeightSums? = nil
  ) {
    self.base = base
    self.everybody = everybody
    self.answers = answers
    self.weights = weights
    self.everybodyWeights = everybodyWeights ?? weights
  }

  /// Whether the size of the base is itself withheld.
  var isClosed: Bool {
    base == 0 && !answers.isEmpty
      && answers.values.allSatisfy { if case .withheld = $0 { true } else { false } }
  }
}

/// The sums of the weights of a base.
public struct WeightSums: Sendable, Hashable {
  /// Σw.
  public var sum: Double
  /// Σw².
  public var sumOfSquares: Double

  /// Creates sums.
  public init(sum: Double, sumOfSquares: Double) {
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }
}

/// How many gave an answer, or why that is not said.
public enum AnswerCount: Sendable, Hashable {
  /// The count, and the sum of weights of those counted if the study is weighted.
  case counted(Int, weight: Double?)
  /// Nothing is said, and the count is nowhere.
  case withheld(Withholding)
}

/// Why something is withheld.
public enum Withholding: String, Sendable, Hashable, CaseIterable {
  /// The group is too small.
  case smallGroup = "small-group"
  /// So few gave a sensitive answer, or did not, that they could be recognised.
  case smallCell = "small-cell"
  /// So many of a small base gave a sensitive answer that it is known of each.
  case dominance
  /// Another withheld figure would follow from it.
  case secondary
}
