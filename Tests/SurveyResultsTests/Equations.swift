/// Rows of linear equations over withheld cells, reduced as they come in (Gauss–Jordan): a plain and
/// slow solver, so that the tests do not trust the one they test.
struct Equations {
  private(set) var rows: [[Double]] = []

  mutating func add(_ equation: [Double]) {
    var row = equation
    for known in rows {
      let pivot = known.firstIndex { $0 != 0 } ?? 0
      if row[pivot] != 0 { row = Self.reduced(row, by: known, times: row[pivot]) }
    }
    guard let pivot = row.firstIndex(where: { $0 != 0 }) else { return }
    let lead = row[pivot]
    row = row.map { $0 / lead }
    for index in rows.indices where rows[index][pivot] != 0 {
      rows[index] = Self.reduced(rows[index], by: row, times: rows[index][pivot])
    }
    rows.append(row)
  }

  private static func reduced(_ row: [Double], by other: [Double], times factor: Double) -> [Double]
  {
    zip(row, other).map { left, right in
      let rest = left - factor * right
      return abs(rest) < 1e-9 ? 0 : rest
    }
  }

  /// The cells that have one solution.
  var solved: [Int] {
    rows.compactMap { row in
      let used = row.indices.filter { row[$0] != 0 }
      return used.count == 1 ? used[0] : nil
    }
  }
}
