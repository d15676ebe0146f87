import Drawing
import TestSupport
import Testing
import Typesetting

@testable import PangoTypesetting

private let sample = """
  Burgemeesters en wethouders krijgen vaker te maken met agressie: ruim 60\u{A0}% van de \
  gemeenteraadsleden noemt ondersteuningsteams en onderzoeksverantwoording in 2021–2024.
  """

private func lines(_ cache: WordCache) throws -> [TextLine] {
  let styles = [
    TextStyle(families: ["Inter"], size: 10), TextStyle(families: ["Vollkorn"], size: 11),
  ]
  let typesetter = try PangoTypesetter(cache: cache)
  return try styles.flatMap { style in
    try [90, 130, 170].flatMap { measure in
      try typesetter.lines(
        of: dutch(sample, style),
        measure: Length(measure),
        options: ParagraphOptions(isHyphenated: true)
      )
    }
  }
}

@Suite struct WordCacheTests {
  @Test func forgettingNeverChangesALine() throws {
    let fonts = try houseFonts()
    let reference = try lines(WordCache(fonts: fonts))
    for budget in [0, 2_000, 20_000] {
      let cache = WordCache(fonts: fonts, budget: budget)
      #expect(try lines(cache) == reference)
      #expect(try lines(cache) == reference)
      #expect(cache.size <= budget)
    }
  }

  @Test func workersShareIt() async throws {
    let cache = WordCache(fonts: try houseFonts())
    let reference = try lines(cache)
    try await withThrowingTaskGroup(of: [TextLine].self) { group in
      for _ in 0..<8 { group.addTask { try lines(cache) } }
      for try await result in group { #expect(result == reference) }
    }
  }

  /// Within the budget each key is shaped once, whatever is asked between.
  @Test func noKeyIsShapedTwiceWithinTheBudget() throws {
    let fonts = try houseFonts()
    let all = WordCache(fonts: fonts)
    let reference = try lines(all)
    #expect(all.kept == all.count)
    #expect(try lines(all) == reference)
    #expect(all.kept == all.count)
    // A budget that just holds everything forgets nothing either.
    let tight = WordCache(fonts: fonts, budget: all.size)
    #expect(try lines(tight) == reference)
    #expect(try lines(tight) == reference)
    #expect(tight.kept == all.kept)
    #expect(tight.size == all.size)
    // Half of it, and much is shaped anew.
    let small = WordCache(fonts: fonts, budget: all.size / 2)
    #expect(try lines(small) == reference)
    #expect(try lines(small) == reference)
    #expect(small.kept > all.kept)
    #expect(small.size <= all.size / 2)
  }

  @Test(arguments: [0, 500, 2_000, 20_000]) func theBudgetHoldsInBytes(budget: Int) throws {
    let cache = WordCache(fonts: try houseFonts(), budget: budget)
    _ = try lines(cache)
    #expect(cache.size <= budget)
  }

  /// What stays in use is kept when something has to go.
  @Test func whatIsUsedIsKeptLonger() throws {
    let cache = WordCache(fonts: try houseFonts(), budget: 20_000)
    func word(_ number: Int) -> [UInt8] { Array("word \(number)".utf8) }
    func isKept(_ number: Int) -> Bool {
      cache.breaks(of: word(number).span, style: 0, kind: .breaks) != nil
    }
    func keep(_ number: Int) {
      cache.keep(.breaks(.none), of: word(number).span, style: 0, kind: .breaks)
    }
    keep(0)
    for number in 1...1_000 {
      #expect(isKept(0))
      keep(number)
    }
    #expect(!isKept(1))
    #expect(isKept(1_000))
  }
}
