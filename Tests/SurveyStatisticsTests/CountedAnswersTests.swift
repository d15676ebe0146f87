import SurveyStatistics
import Testing

/// Multiple response, rankings, numbers, scales of accuracy, effective bases.
@Suite struct CountedAnswersTests {
  @Test func multipleResponseHasTheBaseOfCases() throws {
    // 40 % of the mayors had none: at least one form is what is left, whatever the forms add up to.
    let mayors = try #require(
      MultipleResponse(base: 113, counts: [58, 30, 8, 4, 2], none: 45))
    #expect(mayors.atLeastOne == 68)
    #expect(mayors.mentions == 102)
    #expect(mayors.mentionsPerPerson == 1.5)
    let sum = try #require(mayors.sumOfPercentages)
    #expect(abs(sum - 14_700.0 / 113) < 1e-9)
  }

  @Test func countsThatMultipleResponseCannotHave() {
    #expect(MultipleResponse(base: 10, counts: [11]) == nil)
    #expect(MultipleResponse(base: 10, counts: [4, 5]) == nil, "somebody gave no answer")
    #expect(MultipleResponse(base: 10, counts: [8], none: 3) == nil, "none excludes the others")
    #expect(MultipleResponse(base: 10, counts: [-1, 10]) == nil)
    #expect(MultipleResponse(base: 10, counts: [0], none: 10)?.mentionsPerPerson == nil)
    #expect(MultipleResponse(base: 0, counts: [0])?.sumOfPercentages == nil)
  }

  @Test func rankingHasOneBaseForAllPlaces() throws {
    // 100 people rank three of four objects; ten of them leave the third place open.
    let ranked = try #require(
      RankedObjects(
        base: 100, places: [[40, 20, 10], [30, 30, 20], [20, 30, 30], [10, 20, 30]]))
    #expect(ranked.top(1, of: 0)?.percent == 40)
    #expect(ranked.top(3, of: 1)?.percent == 80)
    #expect(ranked.top(9, of: 1) == ranked.top(3, of: 1))
    #expect(ranked.given(1) == 100 && ranked.given(3) == 90 && ranked.given(4) == 0)
    #expect(ranked.sumOfPercentages == 290)
    #expect(ranked.meanPlace(of: 0) == 110.0 / 70)
    #expect(ranked.top(1, of: 4) == nil && ranked.top(0, of: 0) == nil)
    #expect(ranked.meanPlace(of: -1) == nil)
  }

  @Test func countsThatARankingCannotHave() {
    #expect(RankedObjects(base: 10, places: [[6, 6], [4, 4]]) == nil, "one object, named twice")
    #expect(RankedObjects(base: 10, places: [[6, 0], [3, 0]]) == nil, "a first place is open")
    #expect(RankedObjects(base: 10, places: [[6, 0], [4]]) == nil)
    #expect(RankedObjects(base: 10, places: []) == nil)
    #expect(RankedObjects(base: 10, places: [[]]) == nil)
    #expect(RankedObjects(base: 10, places: [[-1], [11]]) == nil)
    #expect(RankedObjects(base: 10, places: [[6], [5]]) != nil, "a place may be shared")
  }

  @Test func meanAndDeviationOfSums() throws {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sum of squared deviations 32.
    let summary = try #require(NumericSummary(count: 8, sum: 40, sumOfSquares: 232))
    #expect(summary.mean == 5)
    let deviation = try #require(summary.standardDeviation)
    #expect(abs(deviation * deviation - 32.0 / 7) < 1e-12)
    #expect(summary.effectiveBase == 8)
    #expect(summary.margin(population: 8) == 0)
    #expect(summary.margin(population: 7) == nil)
    let endless = try #require(summary.margin())
    #expect(abs(endless - 1.4815935) < 1e-6)
    let one = try #require(NumericSummary(count: 1, sum: 3, sumOfSquares: 9))
    #expect(one.standardDeviation == nil && one.margin() == nil)
    #expect(NumericSummary(count: 0, sum: 0, sumOfSquares: 0) == nil)
    #expect(NumericSummary(count: 2, sum: .infinity, sumOfSquares: 1) == nil)
    #expect(NumericSummary(count: 2, sum: 1e300, sumOfSquares: 1) == nil)
  }

  @Test func scaleOfAccuracyIsTheHousesOrAnother() throws {
    #expect(AccuracyClass(margin: 5, base: 400) == .a)
    #expect(AccuracyClass(margin: 5.001, base: 400) == .b)
    #expect(AccuracyClass(margin: 14, base: 60) == .c)
    #expect(AccuracyClass(margin: 18, base: 60) == .d)
    #expect(AccuracyClass(margin: 18.1, base: 60) == .e)
    // A census is exact, and its base small all the same.
    #expect(AccuracyClass(margin: 0, base: 49) == .c)
    #expect(AccuracyClass(margin: 0, base: 29) == .e)
    let strict = try #require(
      AccuracyScale(margins: [1, 2, 3, 4], indicative: 100, insufficient: 60))
    #expect(AccuracyClass(margin: 2.5, base: 400, scale: strict) == .c)
    #expect(AccuracyClass(margin: 0.5, base: 80, scale: strict) == .c)
    #expect(AccuracyScale(margins: [5, 5, 14, 18], indicative: 50, insufficient: 30) == nil)
    #expect(AccuracyScale(margins: [5], indicative: 50, insufficient: 30) == nil)
    #expect(AccuracyScale(margins: [5, 10, 14, 18], indicative: 20, insufficient: 30) == nil)
  }

  @Test func effectiveBaseOfOfficesWeighedToTheirPopulations() throws {
    let strata = try [(342, 113), (1311, 241), (8384, 1081), (570, 114)].map {
      Margin.Stratum(
        population: $0.0, proportion: try #require(Proportion(count: 0, base: $0.1)))
    }
    let base = try #require(EffectiveBase.ofStrata(strata))
    #expect(abs(base - 1479.57) < 5e-3)
    let effect = try #require(EffectiveBase.designEffect(base: 1549, effective: base))
    #expect(abs(effect - 1.04692) < 5e-6)
    #expect(EffectiveBase.designEffect(base: 0, effective: 1) == nil)
    #expect(EffectiveBase.ofStrata([]) == nil)
  }
}
