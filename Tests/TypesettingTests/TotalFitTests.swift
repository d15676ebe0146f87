import Drawing
import TestSupport
import Testing

@testable import Typesetting

/// Paragraphs worked out by hand, in characters of 5 points: what first-fit makes of them, and what
/// looks better.
@Suite struct TotalFitTests {
  /// Words of so many characters with spaces of one character between them.
  private func candidates(_ words: [Int]) -> [LineBreaker.Candidate] {
    var pen = 0.0
    return words.enumerated().map { number, letters in
      let end = pen + Double(letters) * 5
      pen = end + 5
      return LineBreaker.Candidate(
        end: end, nextStart: pen, spacesBefore: number, spacesBeforeNext: number + 1,
        isHyphen: false)
    }
  }

  /// The breaks of first-fit: each line takes what it can.
  private func firstFit(_ candidates: [LineBreaker.Candidate], measure: Double) -> [Int] {
    var breaks: [Int] = []
    var start = 0.0
    for (index, candidate) in candidates.enumerated() where candidate.end - start > measure {
      breaks.append(index - 1)
      start = candidates[index - 1].nextStart
    }
    return breaks + [candidates.count - 1]
  }

  private func characters(_ breaks: [Int], _ candidates: [LineBreaker.Candidate]) -> [Int] {
    var start = 0.0
    return breaks.map { index in
      defer { start = candidates[index].nextStart }
      return Int((candidates[index].end - start) / 5)
    }
  }

  /// `aaa bb cc ddddd` on six characters: first-fit leaves `cc` alone, four characters short.
  @Test func raggedLinesAreEvenlyShort() {
    let words = candidates([3, 2, 2, 5])
    let breaker = LineBreaker(measure: 30)
    let greedy = firstFit(words, measure: 30)
    let whole = breaker.chooseBreaks(words)
    #expect(characters(greedy, words) == [6, 2, 5])
    #expect(characters(whole, words) == [3, 5, 5])
    #expect(breaker.demerits(of: whole, in: words) < breaker.demerits(of: greedy, in: words))
  }

  /// Words of 2, 2, 5, 2, 3, 7, 3 and 5 characters on fourteen: first-fit fills the first line and
  /// leaves 15 points for the one space of the second; better are 7.5 for each of two spaces.
  @Test func justifiedSpacesGrowEvenly() {
    let words = candidates([2, 2, 5, 2, 3, 7, 3, 5])
    let breaker = LineBreaker(measure: 70, stretchPerSpace: 2.5)
    let greedy = firstFit(words, measure: 70)
    let whole = breaker.chooseBreaks(words)
    #expect(characters(greedy, words) == [14, 11, 9])
    #expect(characters(whole, words) == [11, 14, 9])
    #expect(breaker.demerits(of: whole, in: words) < breaker.demerits(of: greedy, in: words))
  }

  /// The same paragraph as glyphs: the spaces of each justified line are what the reckoning says.
  @Test func justifiedLinesHaveTheSpacesOfTheReckoning() throws {
    let text = [2, 2, 5, 2, 3, 7, 3, 5].map { String(repeating: "x", count: $0) }
    let lines = try set(
      styled(text.joined(separator: " ")), 70, ParagraphOptions(alignment: .justified))
    let spaces = lines.map { line in
      line.runs.flatMap { placed in
        zip(placed.run.text, placed.run.glyphs).filter { $0.0 == " " }.map(\.1.advance)
      }
    }
    // The space at the end of a line is drawn behind it and not stretched.
    #expect(spaces == [[12.5, 12.5, 5], [5, 5, 5], [5]])
  }

  /// Two hyphens in a row are the most, even where a line without a space has to stay short for it.
  ///
  /// Words of two halves of five characters on a measure of twelve: behind half a word each line
  /// is full with a hyphen at its end, and half empty without one.
  @Test func aThirdHyphenInARowIsRefused() {
    var result = candidates([5])
    var pen = 30.0
    for number in 1...6 {
      result.append(
        LineBreaker.Candidate(
          end: pen + 30, nextStart: pen + 25, spacesBefore: number, spacesBeforeNext: number,
          isHyphen: true))
      result.append(
        LineBreaker.Candidate(
          end: pen + 50, nextStart: pen + 55, spacesBefore: number, spacesBeforeNext: number + 1,
          isHyphen: false))
      pen += 55
    }
    let breaks = LineBreaker(measure: 60, stretchPerSpace: 2.5).chooseBreaks(result)
    let hyphens = breaks.map { result[$0].isHyphen ? "-" : "." }.joined()
    // Behind the third line the words begin anew, and none has to be divided.
    #expect(hyphens == "--.....")
  }
}
