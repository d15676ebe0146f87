import SurveyFiles

/// What the values of a column mean to a question or a breakdown.
///
/// A meaning is worked out once for each distinct value of the column, so that a row costs one look-up
/// by number.
struct ValueMeanings {
  /// What a value means.
  enum Meaning {
    /// An answer, or a segment, by its position.
    case position(Int)
    /// The answer of the column is not chosen.
    case notChosen
    /// No answer.
    case missing
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
