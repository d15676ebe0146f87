/// Linear equations over withheld counts: what a reader with a pencil could solve.
///
/// Each equation says that some withheld counts add up to something known; what, does not matter for
/// the question whether one of them has a single solution. A count has one exactly if it is 0 in every
/// solution of the homogeneous equations. So one random solution is computed, by sparse elimination
/// modulo the prime 2⁶¹ − 1: a count that has a single solution is 0 in it for certain, another is 0 with
/// a probability of 2⁻⁶¹, and is then withheld without need. The numbers drawn are always the same.
struct SumSystem {
  private typealias Term = (position: Int, factor: UInt64)

  private let size: Int
  private var equations: [[(position: Int, factor: Int)]] = []

  /// A system over so many withheld counts.
  init(size: Int) { self.size = size }

  /// Adds an equation: the factor of each withheld count, by its position.
  mutating func add(_ terms: [(position: Int, factor: Int)]) {
    if !terms.isEmpty { equations.append(terms) }
  }

  /// Whether each count has a single solution.
  var solved: [Bool] {
    let rows = eliminated
    var isPivot = Array(repeating: false, count: size)
    for row in rows { isPivot[row.pivot] = true }
    var draw = SplitMix(state: 0x5EED)
    var solution = isPivot.map { $0 ? 0 : draw.next() % Prime.modulus }
    // A row has no pivots of earlier rows: from the last to the first all its counts are known.
    for row in rows.reversed() {
      var sum: UInt64 = 0
      for term in row.terms {
        sum = Prime.sum(sum, Prime.product(term.factor, solution[term.position]))
      }
      solution[row.pivot] = Prime.negative(sum)
    }
    return solution.map { $0 == 0 }
  }

  private struct Row {
    /// The count that the row gives, with the factor 1.
    var pivot: Int
    var terms: [Term]
  }

  /// The equations in echelon form, the shortest first; a pivot is what occurs in the fewest equations.
  private var eliminated: [Row] {
    var occurrences = Array(repeating: 0, count: size)
    for equation in equations { for term in equation { occurrences[term.position] += 1 } }
    let order = equations.indices.sorted {
      (equations[$0].count, $0) < (equations[$1].count, $1)
    }
    var rows: [Row] = []
    var rowOfPivot = Array(repeating: -1, count: size)
    var work = Elimination(size: size)
    for index in order {
      work.start(equations[index])
      while let position = work.next(rowOfPivot) {
        let row = rows[rowOfPivot[position]]
        work.substitute(row.terms, for: position)
      }
      let left = work.finish()
      guard
        let pivot = left.min(by: {
          (occurrences[$0.position], $0.position) < (occurrences[$1.position], $1.position)
        })
      else { continue }
      let inverse = Prime.inverse(pivot.factor)
      let terms = left.filter { $0.position != pivot.position }.map {
        (position: $0.position, factor: Prime.product($0.factor, inverse))
      }
      rowOfPivot[pivot.position] = rows.count
      rows.append(Row(pivot: pivot.position, terms: terms))
    }
    return rows
  }

  /// One equation while pivots are taken out of it, in the order of their rows.
  private struct Elimination {
    private var factors: [UInt64]
    private var isTouched: [Bool]
    private var touched: [Int] = []
    private var unseen = 0
    private var waiting = MinimumHeap()

    init(size: Int) {
      factors = Array(repeating: 0, count: size)
      isTouched = Array(repeating: false, count: size)
    }

    mutating func start(_ equation: [(position: Int, factor: Int)]) {
      for term in equation {
        add(
          term.factor < 0
            ? Prime.negative(UInt64(-term.factor)) : UInt64(term.factor), at: term.position)
      }
    }

    private mutating func add(_ factor: UInt64, at position: Int) {
      if !isTouched[position] {
        isTouched[position] = true
        touched.append(position)
      }
      factors[position] = Prime.sum(factors[position], factor)
    }

    /// The next count that a row gives; the earliest row first, which brings in later ones only.
    mutating func next(_ rowOfPivot: [Int]) -> Int? {
      while unseen < touched.count {
        let position = touched[unseen]
        if rowOfPivot[position] >= 0 {
          waiting.insert((rowOfPivot[position], position))
        }
        unseen += 1
      }
      while let position = waiting.removeFirst() {
        if factors[position] != 0 { return position }
      }
      return nil
    }

    mutating func substitute(_ terms: [Term], for position: Int) {
      let factor = Prime.negative(factors[position])
      factors[position] = 0
      for term in terms { add(Prime.product(factor, term.factor), at: term.position) }
    }

    /// What is left of the equation; the next can start.
    mutating func finish() -> [Term] {
      let left = touched.filter { factors[$0] != 0 }.map {
        (position: $0, factor: factors[$0])
      }
      for position in touched {
        factors[position] = 0
        isTouched[position] = false
      }
      touched.removeAll(keepingCapacity: true)
      unseen = 0
      return left
    }
  }
}

/// Arithmetic modulo 2⁶¹ − 1.
private enum Prime {
  static let modulus: UInt64 = (1 << 61) - 1

  static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let sum = left + right
    return sum >= modulus ? sum - modulus : sum
  }

  static func negative(_ value: UInt64) -> UInt64 { value == 0 ? 0 : modulus - value }

  static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return sum(low & modulus, high << 3 | low >> 61)
  }

  /// By Fermat's little theorem.
  static func inverse(_ value: UInt64) -> UInt64 {
    if value == 1 || value == modulus - 1 { return value }
    var (result, power, exponent) = (UInt64(1), value, modulus - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, power) }
      power = product(power, power)
      exponent >>= 1
    }
    return result
  }
}

/// Numbers that look random and are always the same (Steele, Lea and Flood 2014, SplitMix64).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Positions by the row that gives them, the earliest row first.
private struct MinimumHeap {
  private var entries: [(row: Int, position: Int)] = []

  mutating func insert(_ entry: (row: Int, position: Int)) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0, entries[child].row < entries[(child - 1) / 2].row {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> Int? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    if entries.isEmpty { return first.position }
    entries[0] = last
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < entries.count }
      guard let least = children.min(by: { entries[$0].row < entries[$1].row }),
        entries[least].row < entries[parent].row
      else { return first.position }
      entries.swapAt(least, parent)
      parent = least
    }
  }
}
