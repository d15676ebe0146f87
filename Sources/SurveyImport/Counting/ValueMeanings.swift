import SurveyFiles
import SurveyResults

/// What the values of a column mean to a question or a breakdown.
///
/// A meaning is worked out once for each distinct value of the column, so that a row costs one look-up
/// by number.
struct ValueMeanings {
  /// What a value means.
  enum Meaning {
    /// An answer, or a segment, by its position.
    case position(Int)
    /// A number, and the band that it falls in.
    case number(Double, Int?)
    /// A place of a ranking, from 1.
    case place(Int)
    /// The answer of the column is not chosen.
    case notChosen
    /// No answer, with the position of the reason; nil for an empty field.
    case missing(Int?)
    /// The codebook does not know the value.
    case unknown
  }

  /// The column in a batch.
  let column: Int
  private let meaning: (SurveyValue) -> Meaning
  private var meanings: [Meaning] = []
  private var generation = 0

  /// Takes the column and what decides a meaning.
  init(column: Int, _ meaning: @escaping (SurveyValue) -> Meaning) {
    self.column = column
    self.meaning = meaning
  }

  /// Works out the values that a batch brought.
  mutating func update(from batch: RowBatch) {
    let table = batch.tables[column]
    if table.generation != generation {
      generation = table.generation
      meanings.removeAll(keepingCapacity: true)
    }
    for value in table.values[meanings.count...] { meanings.append(meaning(value)) }
  }

  /// What a row's value means.
  func meaning(in batch: RowBatch, row: Int) -> Meaning {
    meanings[batch.code(row: row, column: column)]
  }
}

extension ValueMeanings {
  /// The segments of a breakdown.
  static func segments(of coded: CodedBreakdown, column: Int) -> ValueMeanings {
    let ids = coded.breakdown.segments.map(\.id)
    let codes = coded.codes.compactMapValues { ids.firstIndex(of: $0) }
    return ValueMeanings(column: column) { value in
      codes[value.code].map { .position($0) } ?? .unknown
    }
  }

  /// Codes that stand for answers, of a numeric question numbers.
  static func codes(
    of coded: CodedQuestion, column: Int, variable: SurveyVariable
  ) -> ValueMeanings {
    let ids = coded.question.categories.map(\.id)
    let codes = coded.codes.compactMapValues { ids.firstIndex(of: $0) }
    let bands = coded.bands.compactMap { band in
      ids.firstIndex(of: band.answer).map { (answer: $0, range: band.range) }
    }
    let isNumeric = coded.question.kind == .numeric
    let missing = missing(of: coded, variable)
    return ValueMeanings(column: column) { value in
      if let answer = codes[value.code] { return .position(answer) }
      if let missing = missing(value) { return missing }
      guard isNumeric, let number = value.number else { return .unknown }
      if bands.isEmpty { return .number(number, nil) }
      return bands.first { $0.range.contains(number) }.map { .number(number, $0.answer) }
        ?? .unknown
    }
  }

  /// Flags: 1 for an answer that is chosen, 0 for one that is not, unless the codebook says otherwise.
  static func flags(
    of coded: CodedQuestion, answer: Int, column: Int, variable: SurveyVariable
  ) -> ValueMeanings {
    let missing = missing(of: coded, variable)
    let chosen = coded.chosen
    if !chosen.isEmpty {
      return ValueMeanings(column: column) { value in
        chosen.contains(value.code) ? .position(answer) : missing(value) ?? .notChosen
      }
    }
    return ValueMeanings(column: column) { value in
      switch value.code {
      case "0": .notChosen
      case "1": .position(answer)
      default: missing(value) ?? .unknown
      }
    }
  }

  /// Places of an object in a ranking.
  static func places(
    of coded: CodedQuestion, column: Int, variable: SurveyVariable
  ) -> ValueMeanings {
    let missing = missing(of: coded, variable)
    return ValueMeanings(column: column) { value in
      if let missing = missing(value) { return missing }
      guard let place = value.number.flatMap(Int.init(exactly:)), place >= 1 else {
        return .unknown
      }
      return .place(place)
    }
  }

  /// Why a value is no answer; nil if it may be one.
  private static func missing(
    of coded: CodedQuestion, _ variable: SurveyVariable
  ) -> (SurveyValue) -> Meaning? {
    let reasons = coded.reasons
    let missing = coded.missing.compactMapValues { reasons.firstIndex(of: $0) }
    return { value in
      if let reason = missing[value.code] { return .missing(reason) }
      if value.code.isEmpty { return .missing(nil) }
      return variable.isMissing(value) ? .missing(0) : nil
    }
  }
}
