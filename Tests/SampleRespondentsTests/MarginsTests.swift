import Testing

@testable import SampleStudy

@Suite struct MarginsTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func marginsAndUnionAreMetExactly(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let anyone = 1 + generator.next(below: 60)
    let options = (0..<4).map { _ in generator.next(below: anyone + 1) }
    let margins = MultipleMargins(anyone: anyone, options: options + [anyone])
    let pool = Array(100..<(100 + anyone + generator.next(below: 20)))

    let chosen = try generator.people(for: margins, question: "q", from: pool)

    #expect(chosen.map(\.count) == margins.options, "seed \(seed)")
    let union = chosen.reduce(into: Set<Int>()) { $0.formUnion($1) }
    #expect(union.count == anyone, "seed \(seed)")
    #expect(union.isSubset(of: pool), "seed \(seed)")
  }

  @Test func singleAnswersAddUp() throws {
    var generator = SplitMix64(seed: 3)
    let answers = try generator.answers([2, 0, 3], question: "q", by: Array(0..<5))
    #expect(answers.sorted() == [0, 0, 2, 2, 2])
  }

  @Test func contradictionsAreNamed() {
    var generator = SplitMix64(seed: 1)
    #expect(throws: CalibrationFault.morePeopleThanAsked(question: "q", wanted: 3, asked: 2)) {
      try generator.people(
        for: MultipleMargins(anyone: 3, options: [3]),
        question: "q",
        from: [1, 2]
      )
    }
    #expect(throws: CalibrationFault.optionAboveUnion(question: "q", option: 2, anyone: 1)) {
      try generator.people(
        for: MultipleMargins(anyone: 1, options: [2]),
        question: "q",
        from: [1, 2]
      )
    }
    #expect(throws: CalibrationFault.optionsBelowUnion(question: "q", sum: 1, anyone: 2)) {
      try generator.people(
        for: MultipleMargins(anyone: 2, options: [1]),
        question: "q",
        from: [1, 2]
      )
    }
    #expect(throws: CalibrationFault.answersDoNotAddUp(question: "q", sum: 4, asked: 3)) {
      try generator.answers([1, 3], question: "q", by: [0, 1, 2])
    }
  }

  @Test func partsKeepTheWholeAndStayBelowTheWeights() {
    #expect(proportionalParts(of: 10, by: [1, 1, 1, 9]) == [1, 1, 1, 7])
    #expect(proportionalParts(of: 3, by: [1, 1, 1]) == [1, 1, 1])
    #expect(proportionalParts(of: 0, by: [0, 0]) == [0, 0])
  }

  // The first outputs of the reference implementation (Vigna, splitmix64.c) for this seed.
  @Test func sequenceIsTheReferenceSequence() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
  }

  @Test func shufflingKeepsTheElements() {
    var generator = SplitMix64(seed: 11)
    let shuffled = generator.shuffled(Array(0..<50))
    #expect(shuffled != Array(0..<50))
    #expect(shuffled.sorted() == Array(0..<50))
  }
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func rankingsMeetAllCounts(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let (first, top) = ([9, 6, 3, 2, 0, 0], [13, 14, 11, 12, 8, 2])
    let places = try generator.rankings(first: first, topThree: top, question: "q", people: 20)
    #expect(places.allSatisfy { Set($0).count == 3 })
    for object in first.indices {
      #expect(places.count { $0[0] == object } == first[object], "seed \(seed)")
      #expect(places.count { $0.contains(object) } == top[object], "seed \(seed)")
    }
  }

  @Test func impossibleRankingsAreNamed() {
    var generator = SplitMix64(seed: 1)
    #expect(throws: CalibrationFault.answersDoNotAddUp(question: "q", sum: 5, asked: 6)) {
      try generator.rankings(first: [1, 1, 0], topThree: [2, 2, 1], question: "q", people: 2)
    }
    // The second object is wanted by more people than there are beside those who put it first.
    #expect(throws: CalibrationFault.placesDoNotFit(question: "q")) {
      try generator.rankings(
        first: [1, 1, 0, 0], topThree: [1, 3, 1, 1], question: "q", people: 2)
    }
  }

  @Test func wordsAreDealtToDifferentPeople() throws {
    var generator = SplitMix64(seed: 5)
    let dealt = try generator.words([4, 3, 3, 2], question: "q", by: [10, 11, 12, 13])
    #expect(dealt.values.allSatisfy { $0.count == 3 && Set($0).count == 3 })
    #expect(dealt.values.flatMap(\.self).sorted() == [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3])
    #expect(throws: CalibrationFault.morePeopleThanAsked(question: "q", wanted: 3, asked: 2)) {
      try generator.words([3], question: "q", by: [1, 2])
    }
  }
}
