import SurveyFiles

/// The values that occur in the columns of a survey file, as far as a draft of a codebook needs them.
struct VariableScan {
  /// How often each value occurs, by column; nil for a column with more distinct values than this
  /// keeps.
  private(set) var counts: [[SurveyValue: Int]?]
  /// The number of respondents.
  private(set) var respondents = 0

  /// The most distinct values that are kept of a column.
  private static let valueBound = 4096

  /// Reads the whole file.
  init(_ file: SurveyFile) throws(SurveyFileFault) {
    let columns = Array(file.dictionary.variables.indices)
    var counts = columns.map { _ -> [SurveyValue: Int]? in [:] }
    var respondents = 0
    _ = try file.readRows(of: columns) { batch in
      respondents += batch.count
      for column in columns where counts[column] != nil {
        let values = batch.tables[column].values
        var numbers = Array(repeating: 0, count: values.count)
        for code in batch.codes(of: column) { numbers[Int(code)] += 1 }
        for (value, number) in zip(values, numbers) where number > 0 {
          counts[column]?[value, default: 0] += number
        }
        if counts[column]?.count ?? 0 > Self.valueBound { counts[column] = nil }
      }
    }
    self.counts = counts
    self.respondents = respondents
  }

  /// The values of a column that stand for an answer, in order; nil if there are too many to list.
  ///
  /// - Parameters:
  ///   - column: the position of the column.
  ///   - variable: what the file says of it.
  func answers(of column: Int, _ variable: SurveyVariable) -> [SurveyValue]? {
    counts[column]?.keys.filter { !variable.isMissing($0) }.sorted(by: Self.isBefore)
  }

  /// Numbers in their order, then texts in theirs.
  private static func isBefore(_ left: SurveyValue, _ right: SurveyValue) -> Bool {
    switch (left.number, right.number) {
    case (let left?, let right?): left < right
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): left.code < right.code
    }
  }

  /// The bounds of four bands of a number with about as many respondents in each.
  ///
  /// - Returns: whole numbers that rise; fewer if many gave the same number, none if the column has too
  ///   many distinct values or holds other than numbers.
  func bands(of column: Int, _ variable: SurveyVariable) -> [ClosedRange<Int>] {
    guard let answers = answers(of: column, variable), let counts = counts[column] else {
      return []
    }
    let numbers = answers.compactMap { value in
      value.number.flatMap { Int(exactly: $0.rounded(.down)) }.map { ($0, counts[value] ?? 0) }
    }
    guard numbers.count == answers.count, let first = numbers.first, let last = numbers.last
    else { return [] }
    let total = numbers.reduce(0) { $0 + $1.1 }
    var bands: [ClosedRange<Int>] = []
    var low = first.0
    var seen = 0
    for (number, count) in numbers where number >= low {
      seen += count
      guard seen * 4 >= total * (bands.count + 1), bands.count < 3, number < last.0 else {
        continue
      }
      bands.append(low...number)
      low = number + 1
    }
    return bands + [low...last.0]
  }
}
