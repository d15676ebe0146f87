import Drawing
import TestSupport
import Testing
import Typesetting

/// A typesetter that counts how often it is asked for each text.
private final class AskedTypesetter: Typesetter {
  private let typesetter = FixedMetricsTypesetter()
  private(set) var asked: [String: Int] = [:]

  func lines(
    of text: StyledText, measure: Length, options: ParagraphOptions
  ) throws(TypesettingError) -> [TextLine] {
    asked[text.text, default: 0] += 1
    return try typesetter.lines(of: text, measure: measure, options: options)
  }

  func line(of text: StyledText) throws(TypesettingError) -> TextLine {
    asked[text.text, default: 0] += 1
    return try typesetter.line(of: text)
  }

  func extents(
    of style: TextStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    try typesetter.extents(of: style)
  }
}

@Suite struct RememberingTypesetterTests {
  private let alignments: [ParagraphOptions.Alignment] = [.left, .right, .centre, .justified]

  /// A text of up to three spans that differ in tag, size or nothing, with breaks of several kinds.
  private func text(_ generator: inout SeededGenerator) -> StyledText {
    let words = [
      "raad", "be\u{AD}stuur", "12%", "", " ", "zo\nweer", "a\u{2028}b", "één-twee", "n = 400",
    ]
    let spans = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      var style = plain
      if Int.random(in: 0..<4, using: &generator) == 0 { style.size = 6 }
      if Int.random(in: 0..<4, using: &generator) == 0 { style.colour = .white }
      let count = Int.random(in: 1...3, using: &generator)
      let own = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
      return StyledText.Span(
        own.joined(separator: " "), style: style, tag: Int.random(in: 0...1, using: &generator))
    }
    return StyledText(spans, language: "nl")
  }

  @Test(arguments: UInt64(0)..<40)
  func setsWhatAForgetfulTypesetterSets(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<12).map { _ in text(&generator) }
    let plainly = FixedMetricsTypesetter()
    let remembering = RememberingTypesetter(FixedMetricsTypesetter())
    for step in 0..<200 {
      guard let text = texts.randomElement(using: &generator) else { continue }
      if Int.random(in: 0..<4, using: &generator) == 0 {
        #expect(try remembering.line(of: text) == plainly.line(of: text), "seed \(seed) \(step)")
        continue
      }
      let measure = Length(Double([20, 35, 60, 80, 100_000].randomElement(using: &generator) ?? 0))
      let options = ParagraphOptions(
        alignment: alignments.randomElement(using: &generator) ?? .left,
        isHyphenated: Bool.random(using: &generator))
      let lines = try remembering.lines(of: text, measure: measure, options: options)
      let expected = try plainly.lines(of: text, measure: measure, options: options)
      #expect(lines == expected, "seed \(seed) \(step)")
    }
  }

  @Test func aTextThatFitsIsSetOnceForAllMeasures() throws {
    let asked = AskedTypesetter()
    let remembering = RememberingTypesetter(asked)
    _ = try remembering.line(of: styled("12%"))
    for alignment in alignments {
      for measure: Length in [15, 20, 300] {
        let lines = try remembering.lines(
          of: styled("12%"), measure: measure, options: ParagraphOptions(alignment: alignment))
        #expect(lines.count == 1)
      }
    }
    #expect(asked.asked == ["12%": 1])
  }

  @Test func aTextIsBrokenOnceForEachMeasure() throws {
    let asked = AskedTypesetter()
    let remembering = RememberingTypesetter(asked)
    for _ in 0..<5 {
      for measure: Length in [30, 40] {
        let lines = try remembering.lines(
          of: styled("aan den lijve"), measure: measure, options: ParagraphOptions())
        #expect(lines.count > 1)
      }
    }
    #expect(asked.asked == ["aan den lijve": 2])
  }

  @Test func whatIsLongerThanANameIsHandedThrough() throws {
    let asked = AskedTypesetter()
    let remembering = RememberingTypesetter(asked)
    let long = String(repeating: "x", count: RememberingTypesetter.longestText + 1)
    for _ in 0..<3 { _ = try remembering.line(of: styled(long)) }
    #expect(asked.asked == [long: 3])
  }
}
