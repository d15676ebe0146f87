import SurveyStatistics
import Testing

/// Worked examples, computed with another program from the formulas in the documentation.
@Suite struct GoldenVectorsTests {
  private func share(_ count: Int, _ base: Int) throws -> Proportion {
    try #require(Proportion(count: count, base: base))
  }

  private func isNear(_ found: Double, _ expected: Double, within tolerance: Double = 5e-4) -> Bool
  {
    abs(found - expected) <= tolerance
  }

  // The offices of the sample study; the last but one is printed wrongly (42.8) by the report that it is
  // calibrated on.
  @Test(
    arguments: [
      (113, 342, 7.5547, AccuracyClass.b), (241, 1311, 5.7051, .b), (1081, 8384, 2.7820, .a),
      (4, 12, 41.7866, .e), (5, 62, 42.3648, .e), (114, 570, 8.2166, .b),
    ])
  func marginOfOneHalf(
    _ base: Int, _ population: Int, _ expected: Double, _ accuracy: AccuracyClass
  ) throws {
    let margin = try #require(Margin.ofHalf(base: Double(base), population: population))
    #expect(isNear(margin, expected))
    #expect(AccuracyClass(margin: margin, base: base) == accuracy)
  }

  @Test func marginOfACensusIsNothing() {
    #expect(Margin.ofHalf(base: 62, population: 62) == 0)
    #expect(Margin.ofHalf(base: 1, population: 1) == 0)
    #expect(Margin.ofHalf(base: 63, population: 62) == nil)
    #expect(Margin.ofHalf(base: 0) == nil)
  }

  @Test(
    arguments: [
      (68, 113, 342, 52.633, 67.267), (21, 113, 342, 13.432, 25.139),
      (123, 241, 1311, 45.357, 56.691), (573, 1081, 8384, 50.225, 55.770),
    ])
  func intervalWithFiniteCorrection(
    _ count: Int, _ base: Int, _ population: Int, _ low: Double, _ high: Double
  ) throws {
    let interval = Interval.ofShare(try share(count, base), population: population)
    #expect(isNear(interval.lowerBound, low, within: 1e-3))
    #expect(isNear(interval.upperBound, high, within: 1e-3))
  }

  @Test func intervalDecidesWhetherThereIsAMajority() throws {
    let most = Interval.ofShare(try share(573, 1081), population: 8384)
    let half = Interval.ofShare(try share(568, 1081), population: 8384)
    #expect(most.lowerBound > 50)
    #expect(isNear(half.lowerBound, 49.76, within: 5e-3))
    #expect(isNear(half.upperBound, 55.31, within: 5e-3))
    #expect(try share(573, 1081).percent == share(568, 1081).percent)
  }

  @Test(
    arguments: [
      (45, 100, 300, 111...160), (2, 4, 12, 2...10), (0, 4, 12, 0...6), (3, 5, 62, 10...58),
      (0, 5, 62, 0...31), (68, 113, 342, 179...231),
    ])
  func exactInversion(
    _ count: Int, _ base: Int, _ population: Int, _ people: ClosedRange<Int>
  ) throws {
    #expect(Interval.hypergeometric(try share(count, base), population: population) == people)
  }

  @Test func smallBasesHaveTheExactInterval() throws {
    let two = Interval.ofShare(try share(2, 4), population: 12)
    #expect(isNear(two.lowerBound, 100.0 / 6, within: 1e-9))
    #expect(isNear(two.upperBound, 500.0 / 6, within: 1e-9))
    let all = Interval.ofShare(try share(3, 12), population: 12)
    #expect(all == 25...25)
  }

  @Test func twoGroups() throws {
    let mayors = Comparison.ofGroups(try share(46, 113), try share(41, 241))
    #expect(isNear(mayors.z, 4.8273))
    let help = Comparison.ofGroups(try share(52, 113), try share(43, 114))
    #expect(isNear(help.z, 1.2672) && isNear(help.p, 0.20508))
    let waves = Comparison.ofGroups(try share(39, 100), try share(60, 113))
    #expect(isNear(waves.z, -2.0587) && isNear(waves.p, 0.03952))
    #expect(isNear(waves.points, -14.097, within: 1e-3))
    let complement = Comparison.ofGroups(try share(46, 113), try share(240, 1436))
    #expect(isNear(complement.z, 6.3296))
    #expect(!help.isExact)
  }

  @Test func withinOneQuestion() {
    let first = Comparison.withinQuestion(0.35, 0.20, base: 113)
    #expect(isNear(first.z, 2.1954))
    #expect(isNear(first.interval.lowerBound, 1.6, within: 0.05))
    #expect(isNear(first.interval.upperBound, 28.4, within: 0.05))
    #expect(Comparison.withinQuestion(0.25, 0.25, base: 114).p == 1)
    #expect(Comparison.withinQuestion(0, 0, base: 0).p == 1)
  }

  @Test func holmOfAllPairs() throws {
    let counts = [(46, 113), (41, 241), (184, 1081), (15, 114)]
    var values: [Double] = []
    for left in counts.indices {
      for right in counts.indices where right > left {
        let (a, b) = (counts[left], counts[right])
        values.append(Comparison.ofGroups(try share(a.0, a.1), try share(b.0, b.1)).p)
      }
    }
    let expected = [6.921e-6, 7.433e-9, 1.138e-5, 0.9974, 0.8769, 0.8769]
    for (found, expected) in zip(Comparison.holm(values), expected) {
      #expect(abs(found - expected) <= 5e-4 * expected, "\(found) \(expected)")
    }
  }

  @Test func effectiveBaseOfRolesWeighedToTheirPopulations() throws {
    let roles = [(342, 113), (1311, 241), (8384, 1081), (570, 114)]
    let sum = roles.reduce(0) { $0 + Double($1.0) }
    let squares = roles.reduce(0) { $0 + Double($1.0) * Double($1.0) / Double($1.1) }
    let base = try #require(EffectiveBase.kish(sum: sum, sumOfSquares: squares))
    #expect(isNear(base, 1479.57, within: 5e-3))
    #expect(isNear(1549 / base, 1.04692, within: 5e-6))
    #expect(EffectiveBase.kish(sum: 0, sumOfSquares: 0) == nil)
  }

  @Test func stratifiedMarginIsBelowThatOfTheEffectiveBase() throws {
    let strata = try [(342, 113, 68), (1311, 241, 108), (8384, 1081, 357), (570, 114, 38)].map {
      Margin.Stratum(population: $0.0, proportion: try share($0.2, $0.1))
    }
    let whole = try #require(Margin.stratifiedShare(strata))
    let margin = try #require(Margin.stratified(strata))
    #expect(isNear(100 * whole, 35.4, within: 0.06))
    #expect(isNear(margin, 2.2, within: 0.06))
    #expect(Margin.stratified([]) == nil)
    #expect(Margin.stratifiedShare([]) == nil)
  }

  @Test(arguments: [(30, 113, 27), (75, 113, 66), (1, 8, 13), (45, 113, 40), (8, 113, 7)])
  func percentagesAreRoundedHalfUp(_ count: Int, _ base: Int, _ percent: Int) throws {
    #expect(try share(count, base).percent == percent)
  }

  @Test func roundedPartsNeedNotAddUp() throws {
    let parts = try [45, 30, 30, 8].map { try share($0, 113).percent }
    #expect(parts == [40, 27, 27, 7])
    #expect(parts.reduce(0, +) == 101)
  }

  @Test func endsOfTheScaleSayThatTheyAreRounded() throws {
    #expect(try share(1, 300).isBelowOnePercent)
    #expect(try !share(1, 200).isBelowOnePercent)
    #expect(try !share(0, 300).isBelowOnePercent)
    #expect(try share(299, 300).isAboveNinetyNinePercent)
    #expect(try !share(300, 300).isAboveNinetyNinePercent)
    #expect(Proportion(count: 3, base: 2) == nil)
    #expect(Proportion(count: 0, base: 0) == nil)
    #expect(Proportion(count: -1, base: 2) == nil)
    #expect(Proportion(count: 1, base: .max) == nil)
  }
}
