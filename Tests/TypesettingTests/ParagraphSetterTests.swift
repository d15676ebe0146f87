import Drawing
import TestSupport
import Testing
import Typesetting

/// A look of 10 points: each character is 5 points wide.
let plain = TextStyle(families: ["Any"], size: 10)

func styled(_ text: String, _ style: TextStyle = plain) -> StyledText {
  StyledText([StyledText.Span(text, style: style)], language: "nl")
}

/// The text of each line as a reader would extract it.
func texts(_ lines: [TextLine]) -> [String] {
  lines.map { $0.runs.map(\.run.text).joined() }
}

func set(
  _ text: StyledText,
  _ measure: Length,
  _ options: ParagraphOptions = ParagraphOptions()
) throws -> [TextLine] {
  try FixedMetricsTypesetter().lines(of: text, measure: measure, options: options)
}

@Suite struct ParagraphSetterTests {
  @Test func emptyTextIsOneEmptyLineWithTheHeightOfItsLook() throws {
    let lines = try set(styled(""), 100)
    #expect(lines.count == 1)
    #expect(lines[0].runs.isEmpty)
    #expect(lines[0].width == 0)
    #expect(lines[0].ascent == 8)
    #expect(lines[0].descent == 2)
  }

  @Test func aSpaceIsKeptAtTheLineEndAndNotCounted() throws {
    let lines = try set(styled("aan den lijve"), 40)
    #expect(texts(lines) == ["aan den ", "lijve"])
    #expect(lines[0].width == 35)
    #expect(lines[0].runs.count == 1)
    #expect(lines[0].runs[0].run.width == 40)
  }

  @Test func aNewlineForcesABreakAndTwoMakeAnEmptyLine() throws {
    #expect(texts(try set(styled("een\n\ntwee \n drie"), 100)) == ["een", "", "twee ", "drie"])
  }

  @Test func oneLineHasNoForcedBreaks() throws {
    let line = try FixedMetricsTypesetter().line(of: styled("een\ntwee"))
    #expect(texts([line]) == ["een twee"])
    #expect(line.width == 40)
  }

  @Test func aWordThatIsTooWideStandsAlone() throws {
    let lines = try set(styled("de burgemeester zegt"), 30)
    #expect(texts(lines) == ["de ", "burgemeester ", "zegt"])
    #expect(lines[1].width == 60)
  }

  @Test func aSoftHyphenIsShownOnlyWhereTheLineEnds() throws {
    let text = styled("ge\u{AD}meente\u{AD}raad")
    #expect(texts(try set(text, 100)) == ["gemeenteraad"])
    let lines = try set(text, 45)
    #expect(texts(lines) == ["gemeente\u{AD}", "raad"])
    #expect(lines[0].endsInHyphen)
    #expect(!lines[1].endsInHyphen)
    #expect(lines[0].width == 45)
    #expect(texts(try set(text, 35)) == ["ge\u{AD}", "meente\u{AD}", "raad"])
  }

  @Test func aHardHyphenBreaksWithoutASpace() throws {
    let lines = try set(styled("in- en uitvoer-bedrijf"), 50)
    #expect(texts(lines) == ["in- en ", "uitvoer-", "bedrijf"])
    #expect(!lines[1].endsInHyphen)
  }

  @Test func aNonBreakingSpaceHoldsWordsTogether() throws {
    #expect(texts(try set(styled("ruim 60\u{A0}procent"), 45)) == ["ruim ", "60\u{A0}procent"])
  }

  @Test func runsNeverMixTagsAndAWordOfTwoTagsIsStillOneWord() throws {
    let text = StyledText(
      [
        StyledText.Span("ruim ", style: plain, tag: 1),
        StyledText.Span("60", style: plain, tag: 2),
        StyledText.Span("% van", style: plain, tag: 1),
      ],
      language: "nl"
    )
    let line = try FixedMetricsTypesetter().line(of: text)
    #expect(line.runs.map(\.run.text) == ["ruim ", "60", "% van"])
    #expect(line.runs.map(\.tag) == [1, 2, 1])
    #expect(line.runs.map(\.x) == [0, 25, 35])
    #expect(texts(try set(text, 25)) == ["ruim ", "60% ", "van"])
  }

  @Test func aRaisedMarkKeepsItsRiseAndItsWord() throws {
    var mark = plain
    mark.size = 6
    mark.rise = 4
    let text = StyledText(
      [StyledText.Span("de raad", style: plain), StyledText.Span("1", style: mark)],
      language: "nl"
    )
    let lines = try set(text, 35)
    #expect(texts(lines) == ["de ", "raad1"])
    #expect(lines[1].runs.map(\.rise) == [0, 4])
    #expect(lines[1].runs.map(\.run.size) == [10, 6])
    #expect(abs((lines[1].width - 23).points) < 1e-9)
    #expect(abs((lines[1].ascent - 8.8).points) < 1e-9)
  }

  @Test func alignmentMovesOrStretchesTheLine() throws {
    let text = styled("aa bb cc dd")
    #expect(
      try set(text, 50, ParagraphOptions(alignment: .right)).map { $0.runs[0].x } == [10, 40]
    )
    #expect(
      try set(text, 50, ParagraphOptions(alignment: .centre)).map { $0.runs[0].x } == [5, 20]
    )
    let justified = try set(text, 50, ParagraphOptions(alignment: .justified))
    #expect(justified[0].width == 50)
    #expect(justified[0].runs[0].run.glyphs.map(\.advance) == [5, 5, 10, 5, 5, 10, 5, 5, 5])
    #expect(justified[1].width == 10)
  }

  @Test func trackingWidensEachGlyph() throws {
    var wide = plain
    wide.tracking = 1
    #expect(try FixedMetricsTypesetter().line(of: styled("abc", wide)).width == 18)
  }
}
