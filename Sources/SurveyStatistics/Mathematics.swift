#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The natural logarithm; the C library's.
func logarithm(_ x: Double) -> Double { log(x) }
/// e to the power x; the C library's.
func exponential(_ x: Double) -> Double { exp(x) }
/// The complementary error function; the C library's.
func complementaryError(_ x: Double) -> Double { erfc(x) }

/// Logarithms of factorials, summed once up to 255 and by Stirling's series above.
///
/// The series is Σ log i = n log n − n + ½ log 2πn + 1/12n − 1/360n³ + 1/1260n⁵; from 256 on its first
/// omitted term is below 10⁻²⁰, so a population of millions costs no table.
enum LogFactorial {
  private static let table: [Double] = {
    var values = [0.0]
    for number in 1...255 { values.append(values[number - 1] + logarithm(Double(number))) }
    return values
  }()

  /// log n!, for n of at least 0.
  static func of(_ n: Int) -> Double {
    if n < table.count { return table[max(n, 0)] }
    let x = Double(n)
    let square = x * x
    let correction = (1 / 12.0 - (1 / 360.0 - 1 / (1260.0 * square)) / square) / x
    return x * logarithm(x) - x + 0.5 * logarithm(2 * Double.pi * x) + correction
  }

  /// The logarithm of the number of ways to choose k of n.
  static func choose(_ n: Int, _ k: Int) -> Double { of(n) - of(k) - of(n - k) }
}

/// How many of `draws` people, drawn from `population` without replacement, are among `marked` people.
struct Hypergeometric {
  let population: Int
  let marked: Int
  let draws: Int

  /// The counts that can happen.
  var support: ClosedRange<Int> {
    max(0, draws - (population - marked))...min(draws, marked)
  }

  /// P(X = count); 0 for what cannot happen.
  func probability(_ count: Int) -> Double {
    guard support.contains(count) else { return 0 }
    return exponential(
      LogFactorial.choose(marked, count)
        + LogFactorial.choose(population - marked, draws - count)
        - LogFactorial.choose(population, draws))
  }

  /// P(X ≤ count), summed over the shorter side.
  func atMost(_ count: Int) -> Double {
    if count < support.lowerBound { return 0 }
    if count >= support.upperBound { return 1 }
    let below = support.lowerBound...count
    let above = count + 1...support.upperBound
    if below.count <= above.count { return sum(below) }
    return 1 - sum(above)
  }

  /// P(X ≥ count), summed over the shorter side.
  func atLeast(_ count: Int) -> Double {
    if count <= support.lowerBound { return 1 }
    if count > support.upperBound { return 0 }
    let below = support.lowerBound...count - 1
    let above = count...support.upperBound
    if above.count <= below.count { return sum(above) }
    return 1 - sum(below)
  }

  private func sum(_ counts: ClosedRange<Int>) -> Double {
    counts.reduce(0) { $0 + probability($1) }
  }
}
