import Drawing
import PangoTypesetting
import TestSupport
import Testing
import Typesetting

@Suite struct PangoTypesetterTests {
  let fonts: FontCatalogue
  let typesetter: PangoTypesetter

  init() throws {
    fonts = try houseFonts()
    typesetter = try PangoTypesetter(fonts: fonts)
  }

  @Test func aLineEndsInAHyphenOfItsOwnKind() throws {
    let style = TextStyle(families: ["Inter"], size: 10)
    let text = StyledText(
      [StyledText.Span("met ondersteuningsteams en advies", style: style)],
      language: "nl"
    )
    let lines = try typesetter.lines(
      of: text,
      measure: 120,
      options: ParagraphOptions(isHyphenated: true)
    )
    #expect(
      lines.map { $0.runs.map(\.run.text) } == [["met ondersteunings\u{AD}"], ["teams en advies"]]
    )
    #expect(lines[0].endsInHyphen)
  }
}
