import Drawing
import TestSupport
import Testing

@testable import PangoTypesetting

/// The tree of patterns says what libhyphen says.
@Suite struct PatternTrieTests {
  private static let dictionaries = (try? houseFonts().dictionaries) ?? []

  /// Words that patterns occur in: pieces of patterns, one behind the other.
  private func words(of file: [UInt8], isUTF8: Bool, seed: UInt64) -> [[Unicode.Scalar]] {
    var generator = SeededGenerator(seed: seed)
    let scalars =
      isUTF8
      ? Array(String(decoding: file, as: UTF8.self).unicodeScalars)
      : file.map { Unicode.Scalar($0) }
    let pieces = scalars.split(separator: "\n").dropFirst().map { line in
      line.filter { $0.properties.isAlphabetic && !$0.properties.isUppercase }
    }
    return (0..<4_000).map { _ in
      (0..<Int.random(in: 1...5, using: &generator)).flatMap { _ in
        pieces.randomElement(using: &generator) ?? []
      }
    }
  }

  @Test(arguments: dictionaries) func equalsLibhyphen(entry: HyphenationDictionary) throws {
    let file = try #require(ListedFile.bytes(of: entry.path))
    let own = try #require(PatternTrie(file))
    let library = try #require(LibraryDictionary(path: entry.path))
    #expect(own.isUTF8 == library.isUTF8)
    var breaks = 0
    for word in words(of: file, isUTF8: own.isUTF8, seed: 1) where word.count >= 6 {
      let (left, right) = (own.marks(in: word), library.marks(in: word))
      // Nobody breaks behind the last letter.
      #expect(left?.dropLast() == right?.dropLast(), "\(String(String.UnicodeScalarView(word)))")
      breaks += left?.count { $0 } ?? 0
    }
    #expect(breaks > 2_000)
  }

  @Test(arguments: [
    "KOI8-R\na1b\n", "UTF-8\na1b/x=y,1,2\n", "UTF-8\na1b\nNEXTLEVEL\nb1c\n",
    "UTF-8\nNOHYPHEN -\na1b\n",
    "UTF-8\nLEFTHYPHENMIN 2\na1b\n", "", "UTF-8\na b\n",
  ])
  func leavesOtherDictionariesToLibhyphen(file: String) {
    #expect(PatternTrie(Array(file.utf8)) == nil)
  }

  @Test func readsWhatHasNothingButPatterns() throws {
    let trie = try #require(PatternTrie(Array("UTF-8\n%a comment\n\nb1c\n.ab3\ne2f1g".utf8)))
    #expect(
      trie.marks(in: Array("xxbcxxx".unicodeScalars)) == [
        false, false, true, false, false, false, false,
      ])
    #expect(trie.marks(in: Array("xxefgxxx".unicodeScalars))?.firstIndex(of: true) == 3)
  }
}
