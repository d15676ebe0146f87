import SurveyStatistics
import Testing

/// Comparisons of several groups, of waves, of a part with the rest, and of answers.
@Suite struct FamilyTests {
  private func share(_ count: Int, _ base: Int) throws -> Proportion {
    try #require(Proportion(count: count, base: base))
  }

  private func groups(
    _ counts: [Int], bases: [Int] = [113, 241, 1081, 114]
  ) throws
    -> [Comparison.Group]
  {
    try zip(counts, bases).map { .init(try share($0, $1)) }
  }

  private func isNear(_ found: Double, _ expected: Double, within tolerance: Double) -> Bool {
    abs(found - expected) <= tolerance
  }

  @Test func oneOfficeStandsOutAgainstAllOthers() throws {
    let pairs = Comparison.pairs(of: try groups([46, 41, 184, 15]))
    #expect(pairs.map(\.left) == [0, 0, 0, 1, 1, 2])
    #expect(pairs.map(\.right) == [1, 2, 3, 2, 3, 3])
    let expected = [6.921e-6, 7.433e-9, 1.138e-5, 0.9974, 0.8769, 0.8769]
    for (pair, expected) in zip(pairs, expected) {
      #expect(abs(pair.adjusted - expected) <= 5e-4 * expected)
      #expect(pair.isSignificant() == (pair.left == 0))
    }
  }

  @Test func familyDecidesWhatSinglePairsDoNot() throws {
    let experiences = Comparison.pairs(of: try groups([51, 75, 259, 26]))
    #expect(isNear(experiences[0].adjusted, 0.041, within: 5e-4))
    #expect(experiences[1].adjusted < 0.002 && experiences[2].adjusted < 0.002)
    #expect(isNear(experiences[3].adjusted, 0.062, within: 5e-4))
    let help = Comparison.pairs(of: try groups([52, 58, 335, 43]))
    #expect(isNear(help[0].adjusted, 2e-4, within: 5e-5))
    #expect(isNear(help[1].adjusted, 0.006, within: 5e-4))
    #expect(isNear(help[2].adjusted, 0.283, within: 5e-4))
    #expect(isNear(help[4].adjusted, 0.031, within: 5e-4))
    #expect(!help[2].isSignificant() && help[4].isSignificant())
  }

  @Test func smallBasesAreNotTestedAndNotInTheFamily() throws {
    let pairs = Comparison.pairs(of: try groups([46, 3, 184, 2], bases: [113, 29, 1081, 5]))
    #expect(pairs.map(\.left) == [0] && pairs.map(\.right) == [2])
    #expect(pairs[0].adjusted == pairs[0].result.p)
    #expect(Comparison.pairs(of: []).isEmpty)
  }

  @Test func weightedGroupsAreTestedOnTheirEffectiveBases() throws {
    let one = try #require(Comparison.Group(share: 0.41, effectiveBase: 90))
    let other = try #require(Comparison.Group(share: 0.17, effectiveBase: 200))
    let rare = try #require(Comparison.Group(share: 0.001, effectiveBase: 40))
    let pairs = Comparison.pairs(of: [one, other, rare, rare])
    #expect(pairs.count == 5, "two rare shares expect too few to be tested")
    #expect(
      pairs[0].result == Comparison.ofGroups(0.41, base: 90, 0.17, base: 200))
    #expect(Comparison.Group(share: 1.1, effectiveBase: 9) == nil)
    #expect(Comparison.Group(share: .nan, effectiveBase: 9) == nil)
    #expect(Comparison.Group(share: 0.5, effectiveBase: 0) == nil)
  }

  @Test func partIsTestedAgainstTheRest() throws {
    let mayors = try share(46, 113)
    let all = try share(286, 1549)
    let test = try #require(Comparison.ofPart(mayors, of: all))
    #expect(isNear(test.z, 6.3296, within: 5e-4))
    #expect(test == Comparison.ofGroups(mayors, try share(240, 1436)))
    #expect(Comparison.ofPart(all, of: mayors) == nil)
    #expect(Comparison.ofPart(all, of: all) == nil)
    #expect(Comparison.ofPart(try share(50, 60), of: try share(40, 100)) == nil)
  }

  // MARK: Waves

  @Test func changeBetweenWavesComesWithItsInterval() throws {
    let change = Comparison.ofWaves(from: try share(39, 100), to: try share(60, 113))
    #expect(isNear(change.z, 2.0587, within: 5e-4))
    #expect(isNear(change.p, 0.0395, within: 5e-4))
    #expect(isNear(change.points, 14.1, within: 0.05))
    #expect(isNear(change.interval.lowerBound, 0.8, within: 0.05))
    #expect(isNear(change.interval.upperBound, 27.4, within: 0.05))
  }

  // How many must have answered the earlier wave, of which only a percentage was printed.
  @Test(
    arguments: [
      (39, 60, 113, 90 as Int?), (20, 335, 1081, 79), (35, 118, 241, 71), (12, 45, 113, 15),
      (36, 84, 241, nil),
    ])
  func leastBaseThatMakesAChangeSignificant(
    _ percent: Int, _ count: Int, _ base: Int, _ expected: Int?
  ) throws {
    let later = try share(count, base)
    #expect(Comparison.leastEarlierBase(from: percent, to: later) == expected)
    #expect(Comparison.leastEarlierBase(from: 101, to: later) == nil)
    #expect(Comparison.leastEarlierBase(from: -1, to: later) == nil)
  }

  // MARK: Order within a question

  @Test func answerGivenMostOftenIsTestedAgainstEachOther() throws {
    // Mayors: 35 and 20 %, and two others; picked after looking, so adjusted for three pairs.
    let lead = try #require(Comparison.lead(of: [23, 40, 10, 23], base: 113))
    #expect(lead.leaders == [1])
    #expect(lead.pairs.map(\.right) == [0, 2, 3])
    #expect(isNear(lead.pairs[0].result.z, 2.19, within: 0.03))
    #expect(lead.pairs[0].adjusted == 2 * lead.pairs[0].result.p)
    #expect(lead.isSignificant() == lead.pairs.allSatisfy { $0.adjusted < 0.05 })
    #expect(try #require(Comparison.lead(of: [80, 10, 5], base: 113)).isSignificant())
  }

  @Test func equalCountsShareTheFirstPlace() throws {
    let lead = try #require(Comparison.lead(of: [28, 28, 20], base: 114))
    #expect(lead.leaders == [0, 1])
    #expect(lead.pairs.isEmpty && !lead.isSignificant())
    let small = try #require(Comparison.lead(of: [20, 3], base: 29))
    #expect(small.leaders == [0])
    #expect(!small.isSignificant(), "a base under 30 is not tested")
  }

  @Test func countsThatAreNoChoiceHaveNoLead() {
    #expect(Comparison.lead(of: [60, 60], base: 100) == nil)
    #expect(Comparison.lead(of: [-1, 60], base: 100) == nil)
    #expect(Comparison.lead(of: [], base: 100) == nil)
    #expect(Comparison.lead(of: [1], base: 0) == nil)
  }
}
