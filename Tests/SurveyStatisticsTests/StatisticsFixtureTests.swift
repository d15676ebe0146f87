import Foundation
import SurveyStatistics
import Testing

/// Random cases, computed with SciPy by Fixtures/make-statistics.py.
@Suite struct StatisticsFixtureTests {
  struct Fixture: Decodable {
    struct Bounds: Decodable {
      var counts: [Int]
      var interval: [Double]?
      var people: [Int]?
    }
    struct Test: Decodable {
      var counts: [Int]
      var z: Double?
      var p: Double
    }
    struct Family: Decodable {
      var p: [Double]
      var adjusted: [Double]
    }
    var z: Double
    var wilson: [Bounds]
    var hypergeometric: [Bounds]
    var groups: [Test]
    var fisher: [Test]
    var mcNemar: [Test]
    var holm: [Family]
  }

  let fixture: Fixture

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/statistics.json")
    fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
  }

  private func share(_ count: Int, _ base: Int) throws -> Proportion {
    try #require(Proportion(count: count, base: base))
  }

  @Test func pointOfTheNormalDistribution() {
    #expect(abs(Margin.z - fixture.z) < 1e-14)
    #expect(abs(Comparison.twoSided(fixture.z) - 0.05) < 1e-14)
  }

  @Test func wilson() throws {
    #expect(fixture.wilson.count == 40)
    for entry in fixture.wilson {
      let expected = try #require(entry.interval)
      let found = Interval.wilson(
        try share(entry.counts[0], entry.counts[1]).share, base: Double(entry.counts[1]))
      #expect(abs(found.lowerBound - expected[0]) < 1e-9, "\(entry.counts)")
      #expect(abs(found.upperBound - expected[1]) < 1e-9, "\(entry.counts)")
    }
  }

  @Test func exactInversion() throws {
    #expect(fixture.hypergeometric.count == 40)
    for entry in fixture.hypergeometric {
      let expected = try #require(entry.people)
      let found = Interval.hypergeometric(
        try share(entry.counts[0], entry.counts[1]), population: entry.counts[2])
      #expect(found == expected[0]...expected[1], "\(entry.counts)")
    }
  }

  @Test func groups() throws {
    #expect(fixture.groups.count == 40)
    for entry in fixture.groups {
      let found = Comparison.ofGroups(
        try share(entry.counts[0], entry.counts[1]), try share(entry.counts[2], entry.counts[3]))
      #expect(abs(found.z - (entry.z ?? .nan)) < 1e-9, "\(entry.counts)")
      #expect(abs(found.p - entry.p) < 1e-12, "\(entry.counts)")
      #expect(!found.isExact)
    }
  }

  @Test func fisher() throws {
    #expect(fixture.fisher.count == 40)
    for entry in fixture.fisher {
      let found = Comparison.ofGroups(
        try share(entry.counts[0], entry.counts[1]), try share(entry.counts[2], entry.counts[3]))
      #expect(abs(found.p - entry.p) < 1e-9, "\(entry.counts)")
      #expect(found.isExact)
    }
  }

  @Test func mcNemar() throws {
    for entry in fixture.mcNemar {
      let found = try #require(
        Comparison.mcNemar(
          onlyFirst: entry.counts[0], onlySecond: entry.counts[1], base: entry.counts[2]))
      #expect(abs(found.p - entry.p) < 1e-9, "\(entry.counts)")
    }
  }

  @Test func holm() {
    for family in fixture.holm {
      for (found, expected) in zip(Comparison.holm(family.p), family.adjusted) {
        #expect(abs(found - expected) < 1e-12)
      }
    }
  }
}
