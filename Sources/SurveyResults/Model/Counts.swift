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

/// The counts of a base: how many were asked and answered, and how many gave each answer.
public struct BaseCounts: Sendable, Hashable {
  /// Those who were asked and answered, n; of an open question those who were asked.
  public var base: Int
  /// Those who were asked: the base and those who gave no answer.
  public var asked: Int
  /// Everybody of the wave and segment who could have been asked, for `of all`.
  public var everybody: Int
  /// How many gave no answer, by reason; `""` for no reason known. Together with the base they are
  /// those who were asked.
  public var missing: [String: Int]
  /// Each category and net.
  public var answers: [AnswerKey: AnswerCount]
  /// The sums of weights; nil for an unweighted study.
  public var weights: WeightSums?
  /// The sums of weights of everybody; nil for an unweighted study.
  public var everybodyWeights: WeightSums?
  /// The sums of a numeric question; nil for other kinds.
  public var moments: MomentSums?
  /// Whether the size of the base is itself withheld: all counts are 0 then.
  public var isClosed: Bool

  /// Creates counts; without `asked` nobody failed to answer, without `everybody` everybody was asked,
  /// without `everybodyWeights` their weights are those of the base.
  public init(
    base: Int, asked: Int? = nil, everybody: Int? = nil, missing: [String: Int] = [:],
    answers: [AnswerKey: AnswerCount], weights: WeightSums? = nil,
    everybodyWeights: WeightSums? = nil, moments: MomentSums? = nil, isClosed: Bool = false
  ) {
    self.base = base
    self.asked = asked ?? base
    self.everybody = everybody ?? base
    self.missing = missing
    self.answers = answers
    self.weights = weights
    self.everybodyWeights = everybodyWeights ?? weights
    self.moments = moments
    self.isClosed = isClosed
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

/// The sums of the numbers that people gave, or why they are not said.
public enum MomentSums: Sendable, Hashable {
  /// The sums.
  case counted(Moments)
  /// Nothing is said, and the sums are nowhere.
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
