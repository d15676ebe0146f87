import SurveyStatistics
import Testing

/// How shares and numbers are printed, and nets.
@Suite struct RoundingTests {
  private func share(_ count: Int, _ base: Int) throws -> Proportion {
    try #require(Proportion(count: count, base: base))
  }

  @Test func netsAreSumsOfCountsNotOfPercentages() throws {
    let parts = try [46, 29].map { try share($0, 113) }
    #expect(parts.map(\.percent) == [41, 26])
    #expect(try #require(Proportion.net(of: parts)).percent == 66)
    #expect(Proportion.net(of: []) == nil)
    #expect(Proportion.net(of: try [share(1, 2), share(1, 3)]) == nil)
    #expect(Proportion.net(of: try [share(2, 3), share(2, 3)]) == nil, "they overlap")
  }

  @Test func wholeWithoutAPart() throws {
    let rest = try #require(try share(286, 1549).without(try share(46, 113)))
    #expect(rest == Proportion(count: 240, base: 1436))
    #expect(try share(2, 4).without(try share(2, 4)) == nil)
    #expect(try share(3, 4).without(try share(0, 2)) == nil, "3 of 2 cannot be")
  }

  @Test(
    arguments: [
      (0, 300, "0"), (1, 300, "<1"), (1, 200, "1"), (1, 8, "13"), (68, 113, "60"),
      (298, 300, "99"), (299, 300, ">99"), (300, 300, "100"),
    ])
  func printedPercentage(_ count: Int, _ base: Int, _ text: String) throws {
    let proportion = try share(count, base)
    #expect(PrintedPercentage(proportion).text == text)
    #expect(PrintedPercentage(share: proportion.share)?.text == text)
  }

  @Test func shareBeyondTheScaleIsNotPrinted() {
    #expect(PrintedPercentage(share: -0.1) == nil)
    #expect(PrintedPercentage(share: 1.01) == nil)
    #expect(PrintedPercentage(share: .nan) == nil)
  }

  @Test(
    arguments: [
      (7.5547, 1, 76 as Int?), (0.25, 1, 3), (-0.25, 1, -2), (1.005, 2, 101), (2.675, 2, 268),
      (12.5, 0, 13), (13.5, 0, 14), (0.049999, 1, 0), (1e300, 0, nil), (.infinity, 1, nil),
      (.nan, 1, nil), (1, 7, nil), (1, -1, nil),
    ])
  func decimalsAreRoundedHalfUp(_ value: Double, _ decimals: Int, _ units: Int?) {
    #expect(Rounding.units(value, decimals: decimals) == units)
  }

  // MARK: Largest remainder

  @Test func remaindersGiveAHundred() throws {
    #expect(try LargestRemainder.percentages(of: [46, 29, 30, 8], base: 113) == [41, 26, 26, 7])
    #expect(try LargestRemainder.percentages(of: [1, 1], base: 2) == [50, 50])
    #expect(try LargestRemainder.percentages(of: [7], base: 7) == [100])
  }

  @Test func equalClaimsAreRefused() {
    // 39.8, 26.55, 26.55 and 7.1: one of the two equal counts would get 27 and the other 26.
    #expect(throws: LargestRemainder.Refusal.tie([1, 2])) {
      try LargestRemainder.percentages(of: [45, 30, 30, 8], base: 113)
    }
    #expect(throws: LargestRemainder.Refusal.tie([0, 1, 2])) {
      try LargestRemainder.percentages(of: [1, 1, 1], base: 3)
    }
  }

  @Test(arguments: [([1, 2], 4), ([-1, 4], 3), ([], 0), ([0], 0), ([3, 1], 3)])
  func countsThatAreNoPartsAreRefused(_ counts: [Int], _ base: Int) {
    #expect(throws: LargestRemainder.Refusal.notParts) {
      try LargestRemainder.percentages(of: counts, base: base)
    }
  }
}
