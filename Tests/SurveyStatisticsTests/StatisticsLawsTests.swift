import SurveyStatistics
import TestSupport
import Testing

/// What holds for all counts, tried on seeded random ones.
@Suite struct StatisticsLawsTests {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]

  private func share(_ base: Int, _ random: inout SeededGenerator) throws -> Proportion {
    try #require(Proportion(count: Int.random(in: 0...base, using: &random), base: base))
  }

  @Test(arguments: seeds)
  func marginFallsAsMoreTakePart(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let population = Int.random(in: 2...5000, using: &random)
    var last = Double.infinity
    for base in stride(from: 1, through: population, by: max(1, population / 50)) {
      let margin = try #require(Margin.ofHalf(base: Double(base), population: population))
      let endless = try #require(Margin.ofHalf(base: Double(base)))
      #expect(margin < last, "seed \(seed)")
      #expect(margin <= endless, "seed \(seed)")
      last = margin
    }
  }

  @Test(arguments: seeds)
  func intervalHoldsItsShareAndNarrowsWithThePopulation(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let base = Int.random(in: 1...300, using: &random)
      let proportion = try share(base, &random)
      let population = base + Int.random(in: 0...1000, using: &random)
      let interval = Interval.ofShare(proportion, population: population)
      let percent = 100 * proportion.share
      #expect(interval.lowerBound >= 0 && interval.upperBound <= 100, "seed \(seed)")
      #expect(interval.lowerBound <= percent + 1e-9, "seed \(seed) \(proportion) \(population)")
      #expect(interval.upperBound >= percent - 1e-9, "seed \(seed) \(proportion) \(population)")
    }
  }

  @Test(arguments: seeds)
  func intervalOfTheOppositeIsTheMirrorImage(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      let base = Int.random(in: 1...120, using: &random)
      let population = base + Int.random(in: 1...500, using: &random)
      let one = try share(base, &random)
      let other = try #require(Proportion(count: base - one.count, base: base))
      let left = Interval.ofShare(one, population: population)
      let right = Interval.ofShare(other, population: population)
      #expect(abs(left.lowerBound + right.upperBound - 100) < 1e-9, "seed \(seed) \(one)")
      #expect(abs(left.upperBound + right.lowerBound - 100) < 1e-9, "seed \(seed) \(one)")
    }
  }

  @Test(arguments: seeds)
  func testIsTheSameFromBothSides(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let left = try share(Int.random(in: 1...200, using: &random), &random)
      let right = try share(Int.random(in: 1...200, using: &random), &random)
      let there = Comparison.ofGroups(left, right)
      let back = Comparison.ofGroups(right, left)
      #expect(abs(there.p - back.p) < 1e-9 && abs(there.z + back.z) < 1e-9, "seed \(seed)")
      #expect((0...1).contains(there.p), "seed \(seed)")
      #expect(Comparison.ofGroups(left, left).p > 0.999, "seed \(seed)")
    }
  }

  @Test(arguments: seeds)
  func holmKeepsTheOrderAndNeverHelps(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      Double.random(in: 0...1, using: &random)
    }
    let adjusted = Comparison.holm(values)
    for left in values.indices {
      #expect(adjusted[left] >= values[left] && adjusted[left] <= 1, "seed \(seed)")
      #expect(
        adjusted[left] <= min(1, values[left] * Double(values.count)) + 1e-15, "seed \(seed)")
      for right in values.indices where values[left] < values[right] {
        #expect(adjusted[left] <= adjusted[right], "seed \(seed)")
      }
    }
    #expect(Comparison.holm([]).isEmpty)
  }

  @Test(arguments: seeds)
  func roundedPartsOfAWholeDifferByLessThanTheirNumber(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let counts = (0..<Int.random(in: 2...8, using: &random)).map { _ in
      Int.random(in: 0...400, using: &random)
    }
    let base = max(1, counts.reduce(0, +))
    let shares = try counts.map { try #require(Proportion(count: $0, base: base)) }
    let sum = shares.map(\.percent).reduce(0, +)
    #expect(
      abs(sum - 100) <= counts.count / 2 || counts.reduce(0, +) == 0, "seed \(seed): \(counts)")
    for share in shares {
      #expect(abs(Double(share.percent) - 100 * share.share) <= 0.5 + 1e-9, "seed \(seed)")
    }
  }

  @Test func hugeNumbersNeitherTrapNorTakeLong() throws {
    let half = try #require(Proportion(count: 1, base: 4))
    #expect(Interval.hypergeometric(half, population: 1_000_000_000) != nil)
    let large = try #require(Proportion(count: 400_000_000_000_000, base: 1_000_000_000_000_000))
    #expect(large.percent == 40)
    let interval = Interval.ofShare(large, population: nil)
    #expect(interval.upperBound - interval.lowerBound < 1e-3)
    #expect(Comparison.ofGroups(half, large).p > 0.5)
  }
}
