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

  /// The search leaves lines out that cannot be on the cheapest way: what it chooses, ties included, is
  /// what looking at every line in turn chooses.
  @Test(arguments: UInt64(1)...200)
  func choosesWhatTheLongWayChooses(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...40, using: &generator)
    let words = candidates(randomWords(&generator, count: count))
    for stretch in [nil, 2.5] {
      let measure = 5 * Double(Int.random(in: 4...40, using: &generator))
      let breaker = LineBreaker(measure: measure, stretchPerSpace: stretch)
      #expect(
        breaker.chooseBreaks(words) == longWay(breaker, words), "seed \(seed), measure \(measure)")
    }
  }
}

/// Finds the cheapest breaks line by line, from the shortest line that ends at a place to the longest.
private func longWay(_ breaker: LineBreaker, _ words: [LineBreaker.Candidate]) -> [Int] {
  struct Way {
    var breaks: [Int] = []
    var hyphens = 0
    var cost = Double.infinity
  }
  var ways = [[Way(cost: 0), Way(), Way()]]
  for target in words.indices {
    var best = [Way(), Way(), Way()]
    for origin in (-1..<target).reversed() {
      let width = words[target].end - (origin < 0 ? 0 : words[origin].nextStart)
      let isAdjacent = origin == target - 1
      if width > breaker.measure + 2, !isAdjacent { break }
      guard width <= breaker.measure + LineBreaker.tolerance || isAdjacent else { continue }
      for way in ways[origin + 1] where way.cost.isFinite {
        let line = breaker.cost(words, from: origin, to: target, width: width)
        let isHyphen = words[target].isHyphen
        let total = way.cost + line + (isHyphen ? LineBreaker.cost(ofHyphenAfter: way.hyphens) : 0)
        let hyphens = isHyphen ? min(way.hyphens + 1, 2) : 0
        if total < best[hyphens].cost {
          best[hyphens] = Way(breaks: way.breaks + [target], hyphens: hyphens, cost: total)
        }
      }
    }
    ways.append(best)
  }
  let last = ways[words.count]
  return (last.dropFirst().first { $0.cost < last[0].cost } ?? last[0]).breaks
}
