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
      #expect(cache.size <= max(budget, 4_000))
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
}
