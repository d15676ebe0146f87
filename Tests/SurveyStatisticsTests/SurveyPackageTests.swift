import Foundation
import SurveyStatistics
import Testing

/// Random cases, computed with R and its package `survey` by Fixtures/make-survey-package.R.
@Suite struct SurveyPackageTests {
  struct Fixture: Decodable {
    struct Strata: Decodable {
      var population: [Int]
      var base: [Int]
      var count: [Int]
      var share: Double
      var margin: Double
      var kish: Double
    }
    struct Numbers: Decodable {
      var count: Int
      var weight: Double
      var weightOfSquares: Double
      var sum: Double
      var sumOfSquares: Double
      var mean: Double
      var deviation: Double
      var population: Int?
      var margin: Double?
    }
    struct Score: Decodable {
      var count: Int
      var base: Int
      var interval: [Double]
    }
    struct Two: Decodable {
      var counts: [Int]
      var p: Double
      var interval: [Double]?
    }
    struct Family: Decodable {
      var p: [Double]
      var adjusted: [Double]
    }
    var stratified: [Strata]
    var numeric: [Numbers]
    var score: [Score]
    var two: [Two]
    var mcnemar: [Two]
    var families: [Family]
  }

  let fixture: Fixture

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/survey-package.json")
    fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
  }

  private func share(_ count: Int, _ base: Int) throws -> Proportion {
    try #require(Proportion(count: count, base: base))
  }

  /// Equal to about twelve digits.
  private func same(_ found: Double?, _ expected: Double) throws -> Bool {
    abs(try #require(found) - expected) <= 1e-11 * max(1, abs(expected))
  }

  @Test func stratifiedSharesMarginsAndEffectiveBases() throws {
    #expect(fixture.stratified.count == 12)
    for entry in fixture.stratified {
      let strata = try entry.population.indices.map {
        Margin.Stratum(
          population: entry.population[$0], proportion: try share(entry.count[$0], entry.base[$0]))
      }
      #expect(try same(Margin.stratifiedShare(strata), entry.share))
      #expect(try same(Margin.stratified(strata), entry.margin))
      #expect(try same(EffectiveBase.ofStrata(strata), entry.kish))
    }
  }

  @Test func meansDeviationsAndMargins() throws {
    #expect(fixture.numeric.count == 12)
    for entry in fixture.numeric {
      let summary = try #require(
        NumericSummary(
          count: entry.count, weight: entry.weight, weightOfSquares: entry.weightOfSquares,
          sum: entry.sum, sumOfSquares: entry.sumOfSquares))
      #expect(try same(summary.mean, entry.mean))
      // The sums of squares lose digits where the spread is small beside the mean.
      let deviation = try #require(summary.standardDeviation)
      #expect(abs(deviation - entry.deviation) <= 1e-9 * entry.deviation)
      guard let population = entry.population, let expected = entry.margin else { continue }
      let margin = try #require(summary.margin(population: population))
      #expect(abs(margin - expected) <= 1e-9 * expected)
    }
  }

  @Test func scoreIntervals() throws {
    for entry in fixture.score {
      let found = Interval.wilson(
        try share(entry.count, entry.base).share, base: Double(entry.base))
      #expect(abs(found.lowerBound - entry.interval[0]) < 1e-9)
      #expect(abs(found.upperBound - entry.interval[1]) < 1e-9)
    }
  }

  @Test func differencesOfTwoSamples() throws {
    #expect(fixture.two.count == 24)
    var exact = 0
    for entry in fixture.two {
      let found = Comparison.ofGroups(
        try share(entry.counts[0], entry.counts[1]), try share(entry.counts[2], entry.counts[3]))
      #expect(abs(found.p - entry.p) < 1e-9, "\(entry.counts)")
      let interval = try #require(entry.interval)
      #expect(abs(max(-100, found.interval.lowerBound) - interval[0]) < 1e-9)
      #expect(abs(min(100, found.interval.upperBound) - interval[1]) < 1e-9)
      exact += found.isExact ? 1 : 0
    }
    #expect(exact >= 6 && exact <= 18)
  }

  @Test func mcNemarOfManyDiscordantPairs() throws {
    for entry in fixture.mcnemar {
      let found = try #require(
        Comparison.mcNemar(
          onlyFirst: entry.counts[0], onlySecond: entry.counts[1], base: entry.counts[2]))
      #expect(!found.isExact)
      #expect(abs(found.p - entry.p) < 1e-12, "\(entry.counts)")
    }
  }

  @Test func holm() {
    for family in fixture.families {
      for (found, expected) in zip(Comparison.holm(family.p), family.adjusted) {
        #expect(abs(found - expected) < 1e-12)
      }
    }
  }
}
