import Drawing
import TestSupport
import Testing
import Typesetting

@testable import PangoTypesetting

@Suite struct WordStoreTests {
  private func entry(_ number: Int, hash: UInt64) -> WordStore.Entry {
    let place = WordBreaks.Place(
      offset: number, insertsHyphen: false, widthBefore: 0, widthBehind: 0)
    return WordStore.Entry(
      Array("word \(number)".utf8).span, style: number % 3, kind: .breaks, hash: hash,
      value: .breaks(WordBreaks([place])))
  }

  /// What is found is what was kept under that key, whatever had to go meanwhile, and even if all
  /// hashes are alike.
  @Test(arguments: [UInt64(1), 2, 3], [UInt64(1), 7, 1 << 40])
  func findsWhatWasKept(seed: UInt64, hashes: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var store = WordStore()
    let budget = 150 * entry(0, hash: 0).bytes
    var found = 0
    for _ in 0..<4_000 {
      let number = Int.random(in: 0..<600, using: &generator)
      let hash = UInt64(number) % hashes
      let value = store.find(
        Array("word \(number)".utf8).span, style: number % 3, kind: .breaks, hash: hash)
      if case .breaks(let breaks) = value {
        #expect(breaks.places.map(\.offset) == [number])
        found += 1
      } else {
        #expect(value == nil)
        store.keep(entry(number, hash: hash), budget: budget)
      }
      #expect(store.bytes <= budget)
    }
    #expect(found > 500)
    #expect(store.count > 100)
    #expect(found + store.kept == 4_000)
  }

  @Test func styleAndKindTellKeysApart() {
    var store = WordStore()
    store.keep(entry(4, hash: 9), budget: 1 << 20)
    func isKept(_ word: String, style: Int, kind: WordCache.Kind) -> Bool {
      store.find(Array(word.utf8).span, style: style, kind: kind, hash: 9) != nil
    }
    #expect(isKept("word 4", style: 1, kind: .breaks))
    #expect(!isKept("word 4", style: 2, kind: .breaks))
    #expect(!isKept("word 4", style: 1, kind: .hyphenation))
    #expect(!isKept("word 5", style: 1, kind: .breaks))
  }
}
