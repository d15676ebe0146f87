/// Linear equations over withheld counts: what a reader with a pencil could solve.
///
/// Each equation says that some withheld counts add up to something known; what, does not matter for
/// the question whether one of them has a single solution. Rows are kept reduced (Gauss–Jordan).
struct SumSystem {
  private let size: Int
  private var rows: [[Double]] = []

  /// A system over so many withheld counts.
  init(size: Int) { self.size = size }

  /// Adds an equation: the coefficient of each withheld count, by its position.
  mutating func add(_ terms: [(position: Int, factor: Double)]) {
    var row = Array(repeating: 0.0, count: size)
    for term in terms { row[term.position] += term.factor }
    for known in rows {
      guard let pivot = known.firstIndex(where: { $0 != 0 }), row[pivot] != 0 else { continue }
      row = Self.subtract(row[pivot], known, from: row)
    }
    guard let pivot = row.firstIndex(where: { $0 != 0 }) else { return }
    let lead = row[pivot]
    row = row.map { $0 / lead }
    for index in rows.indices where rows[index][pivot] != 0 {
      rows[index] = Self.subtract(rows[index][pivot], row, from: rows[index])
    }
    rows.append(row)
  }

  /// Coefficients are small whole numbers and their quotients: what is this near to 0 is 0.
  private static func subtract(_ factor: Double, _ other: [Double], from row: [Double]) -> [Double]
  {
    zip(row, other).map { left, right in
      let difference = left - factor * right
      return abs(difference) < 1e-9 ? 0 : difference
    }
  }

  /// The positions that have a single solution.
  var solved: [Int] {
    rows.compactMap { row in
      let used = row.indices.filter { row[$0] != 0 }
      return used.count == 1 ? used[0] : nil
    }
  }
}
