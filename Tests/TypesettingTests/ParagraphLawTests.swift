import Drawing
import TestSupport
import Testing
import Typesetting

/// A text of made-up words in spans of several tags and two sizes, with hyphens hard and soft.
private func randomText(_ generator: inout SeededGenerator) -> StyledText {
  let endings = ["", "", "", "-", ",", "\u{AD}raad", "\u{A0}x"]
  var spans: [StyledText.Span] = []
  for tag in 0..<Int.random(in: 1...6, using: &generator) {
    var style = plain
    if Int.random(in: 0..<4, using: &generator) == 0 { style.size = 6 }
    let words = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      String(repeating: "é", count: Int.random(in: 1...9, using: &generator))
        + (endings.randomElement(using: &generator) ?? "")
    }
    let gap = Bool.random(using: &generator) ? " " : ""
    spans.append(
      StyledText.Span(words.joined(separator: " ") + gap, style: style, tag: tag)
    )
  }
  return StyledText(spans, language: "nl")
}

@Suite struct ParagraphLawTests {
  @Test(arguments: UInt64(1)...200)
  func nothingIsLostAndEverythingFits(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = randomText(&generator)
    let measure = Length(Double.random(in: 75...200, using: &generator))
    let alignments: [ParagraphOptions.Alignment] = [.left, .right, .centre, .justified]
    for alignment in alignments {
      let lines = try set(text, measure, ParagraphOptions(alignment: alignment))
      for line in lines { try checkRuns(line, seed: seed) }
      let read = lines.map { line in
        line.runs.map(\.run.text).joined().filter { $0 != "\u{AD}" }
      }
      let source = text.text.filter { $0 != "\u{AD}" }
      #expect(read.joined() == source, "seed \(seed)")
      for (line, words) in zip(lines, read) where line.width > measure + 0.001 {
        // Only what has no break in it may reach out: words held together by U+00A0.
        #expect(!words.dropLast().contains(" "), "seed \(seed): \(words)")
      }
    }
  }

  @Test(arguments: UInt64(1)...50)
  func spansOfTheSameLookBreakLikeOne(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text = randomText(&generator)
    for index in text.spans.indices { text.spans[index].style = plain }
    let joined = styled(text.text)
    #expect(
      texts(try set(text, 90)) == texts(try set(joined, 90)),
      "seed \(seed)"
    )
  }

  private func checkRuns(_ line: TextLine, seed: UInt64) throws {
    for run in line.runs {
      #expect(run.run.clusters.reduce(0) { $0 + $1.bytes } == run.run.text.utf8.count)
      #expect(run.run.clusters.reduce(0) { $0 + $1.glyphs } == run.run.glyphs.count)
    }
    for (left, right) in zip(line.runs, line.runs.dropFirst()) {
      #expect(abs((left.x + left.run.width - right.x).points) < 1e-6, "seed \(seed)")
      #expect(left.tag != right.tag || left.run.size != right.run.size, "seed \(seed)")
    }
  }
}
