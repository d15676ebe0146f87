import TestSupport
import Testing

@testable import Typesetting

/// Candidates of words of these widths with spaces of 5 points between them; a word given in two parts
/// may be hyphenated between them, with a hyphen of 5 points.
private func candidates(_ words: [[Double]]) -> [LineBreaker.Candidate] {
  var result: [LineBreaker.Candidate] = []
  var pen = 0.0
  for (number, word) in words.enumerated() {
    for (part, width) in word.enumerated() {
      pen += width
      let isInside = part < word.count - 1
      result.append(
        LineBreaker.Candidate(
          end: isInside ? pen + 5 : pen,
          nextStart: isInside ? pen : pen + 5,
          spacesBefore: number,
          spacesBeforeNext: isInside ? number : number + 1,
          isHyphen: isInside
        )
      )
    }
    pen += 5
  }
  return result
}

private func widths(_ breaks: [Int], _ candidates: [LineBreaker.Candidate]) -> [Double] {
  var start = 0.0
  return breaks.map { index in
    defer { start = candidates[index].nextStart }
    return candidates[index].end - start
  }
}

private func randomWords(_ generator: inout SeededGenerator, count: Int) -> [[Double]] {
  (0..<count).map { _ in
    let letters = Int.random(in: 1...12, using: &generator)
    guard letters > 5, Bool.random(using: &generator) else { return [Double(letters) * 5] }
    let cut = Int.random(in: 2..<letters - 1, using: &generator)
    return [Double(cut) * 5, Double(letters - cut) * 5]
  }
}

@Suite struct LineBreakerTests {
  @Test func whatFitsIsOneLine() {
    let breaker = LineBreaker(measure: 35)
    #expect(breaker.chooseBreaks(candidates([[15], [15]])) == [1])
    #expect(breaker.chooseBreaks([]).isEmpty)
  }

  @Test func theParagraphIsBrokenAsAWhole() {
    // First-fit would fill the first line with three words and leave 30 of 60 points on the second.
    let words = candidates([[15], [15], [15], [30], [50], [10]])
    let breaks = LineBreaker(measure: 60).chooseBreaks(words)
    #expect(widths(breaks, words) == [35, 50, 50, 10])
  }

  @Test func aHyphenIsOnlyMadeWhereItHelps() {
    let plain = candidates([[30], [20], [20, 20], [40]])
    #expect(widths(LineBreaker(measure: 60).chooseBreaks(plain), plain) == [55, 40, 40])
    let needed = candidates([[10], [25, 25], [40], [40]])
    #expect(
      LineBreaker(measure: 50).chooseBreaks(needed).contains { needed[$0].isHyphen }
    )
  }

  @Test func aWordTooWideStandsAloneAndTheRestIsBrokenAsUsual() {
    let words = candidates([[20], [100], [20], [20]])
    #expect(widths(LineBreaker(measure: 50).chooseBreaks(words), words) == [20, 100, 45])
  }

  @Test(arguments: UInt64(1)...60)
  func noOtherChoiceIsCheaper(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = candidates(randomWords(&generator, count: 7))
    for stretch in [nil, 2.5] {
      let breaker = LineBreaker(measure: 80, stretchPerSpace: stretch)
      let chosen = breaker.demerits(of: breaker.chooseBreaks(words), in: words)
      var least = Double.infinity
      for choice in 0..<(1 << (words.count - 1)) {
        let breaks =
          (0..<words.count - 1).filter { choice >> $0 & 1 == 1 } + [words.count - 1]
        least = min(least, breaker.demerits(of: breaks, in: words))
      }
      #expect(chosen <= least * (1 + 1e-12), "seed \(seed), stretch \(stretch ?? 0)")
    }
  }

  @Test(arguments: UInt64(1)...100)
  func linesFitAndHyphensDoNotPileUp(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let measure = Double.random(in: 65...200, using: &generator)
    let words = candidates(randomWords(&generator, count: 60))
    let breaks = LineBreaker(measure: measure).chooseBreaks(words)
    #expect(breaks == breaks.sorted() && Set(breaks).count == breaks.count, "seed \(seed)")
    #expect(breaks.last == words.count - 1, "seed \(seed)")
    #expect(widths(breaks, words).allSatisfy { $0 <= measure + 0.001 }, "seed \(seed)")
    let hyphens = breaks.map { words[$0].isHyphen }
    for index in hyphens.indices.dropFirst(2) {
      #expect(!(hyphens[index] && hyphens[index - 1] && hyphens[index - 2]), "seed \(seed)")
    }
    #expect(!(hyphens.dropLast().last ?? false) || (widths(breaks, words).last ?? 0) > measure / 3)
  }
}
