import Drawing
import PangoTypesetting
import TestSupport
import Testing
import Typesetting

func look(_ face: FontFace, size: Length = 10) -> TextStyle {
  TextStyle(families: [face.family], size: size, weight: face.weight, isItalic: face.isItalic)
}

func dutch(_ text: String, _ style: TextStyle, tag: Int = 0) -> StyledText {
  StyledText([StyledText.Span(text, style: style, tag: tag)], language: "nl")
}

func text(of line: TextLine) -> String { line.runs.map(\.run.text).joined() }

/// Each glyph of a line with the place where it is drawn, spaces left out.
private func ink(of line: TextLine) -> [(glyph: UInt32, x: Double)] {
  line.runs.flatMap { placed in
    var x = placed.x.points
    var result: [(glyph: UInt32, x: Double)] = []
    var glyph = 0
    var characters = placed.run.text.utf8.makeIterator()
    for cluster in placed.run.clusters {
      let bytes = (0..<cluster.bytes).compactMap { _ in characters.next() }
      for _ in 0..<cluster.glyphs {
        let drawn = placed.run.glyphs[glyph]
        if bytes != [0x20], bytes != [0xC2, 0xA0] {
          result.append((drawn.id, x + drawn.offset.x.points))
        }
        x += drawn.advance.points
        glyph += 1
      }
    }
    return result
  }
}

@Suite struct PangoTypesetterTests {
  static let fonts = (try? houseFonts()) ?? FontCatalogue(faces: [])
  let typesetter: PangoTypesetter
  let inter = TextStyle(families: ["Inter"], size: 10)

  init() throws {
    typesetter = try PangoTypesetter(fonts: Self.fonts)
  }

  /// Widths at 10 points as the HarfBuzz of uharfbuzz shapes this text with these files, unhinted.
  static let measured: [(String, Double)] = [
    ("Inter-Regular.otf", 350.1847), ("Inter-Italic.otf", 350.3622),
    ("Inter-Medium.otf", 354.4744), ("Inter-SemiBold.otf", 358.7535),
    ("Inter-SemiBoldItalic.otf", 358.8636), ("Inter-Bold.otf", 363.0930),
    ("InterDisplay-Regular.otf", 316.9092), ("InterDisplay-SemiBold.otf", 329.1064),
    ("InterDisplay-Bold.otf", 335.1367), ("InterDisplay-ExtraBold.otf", 341.2744),
    ("Vollkorn-Regular.ttf", 320.59), ("Vollkorn-Italic.ttf", 287.44),
    ("Vollkorn-Medium.ttf", 326.64), ("Vollkorn-SemiBold.ttf", 333.04),
    ("Vollkorn-SemiBoldItalic.ttf", 307.04), ("Vollkorn-Bold.ttf", 340.93),
    ("Lato-Regular.ttf", 332.185), ("Lato-Bold.ttf", 335.975),
  ]

  @Test(arguments: fonts.faces)
  func widthsAreThoseOfHarfBuzz(face: FontFace) throws {
    let sample = "Vier op de tien wethouders: “AVOWAT, Ty.” 60% in 2021–2024, fijne offerte"
    let line = try typesetter.line(of: dutch(sample, look(face)))
    let expected = try #require(Self.measured.first { face.path.hasSuffix("/" + $0.0) }).1
    #expect(abs(line.width.points - expected) < 0.001)
    #expect(line.runs.map(\.run.font) == [face.id])
    #expect(text(of: line) == sample)
    let double = try typesetter.line(of: dutch(sample, look(face, size: 20)))
    #expect(abs(double.width.points - 2 * line.width.points) < 0.000_001)
  }

  /// Words out of the cache, put together, must stand where one shaping of the whole line puts them.
  @Test(arguments: fonts.faces)
  func cachedLinesEqualLinesShapedWhole(face: FontFace) throws {
    let sample = """
      Te veel Tweede Kamerleden, AVROTROS-kijkers en (oud-)wethouders voelen zich onveilig; “Ja”, \
      zegt 7\u{A0}op de 10. Yvonne: ‘Wat is Vrede?’ T. van V. Te 11% of 1.549, LT AV Ya, fijn affiche. \
      Ondersteuningsteams, vertrouwenspersonen en volksvertegenwoordigers: samenwerkingsverband.
      """
    let shaper = try PangoShaper(fonts: Self.fonts)
    let setter = ParagraphSetter(shaper: shaper)
    let style = look(face)
    let options = ParagraphOptions(isHyphenated: true)
    let lines =
      try setter.lines(of: dutch(sample, style), measure: 90, options: options)
      + [try setter.line(of: dutch(sample, style))]
    #expect(lines.contains { $0.endsInHyphen })
    for line in lines {
      let shown = String(text(of: line).filter { $0 != "\u{AD}" })
      let whole = try shaper.piece(
        Array(shown.utf8).span,
        look: try shaper.look(of: style, language: "nl"),
        endsInHyphen: line.endsInHyphen
      )
      #expect(whole.runs.count == 1)
      let reference = GlyphRun(
        font: face.id, size: 10,
        glyphs: whole.glyphs.map { glyph in
          Glyph(
            id: glyph.id, advance: glyph.advance * 10,
            offset: Point(x: glyph.offset.x * 10, y: glyph.offset.y * 10))
        },
        text: String(decoding: whole.text, as: UTF8.self), clusters: whole.clusters)
      let placed = ink(of: line)
      let expected = ink(
        of: TextLine(
          runs: [PlacedRun(run: reference, x: 0, rise: 0, colour: .black, tag: 0)], width: 0,
          ascent: 0, descent: 0))
      #expect(placed.map(\.glyph) == expected.map(\.glyph), "\(shown)")
      let distance = zip(placed, expected).map { abs($0.x - $1.x) }.max() ?? 0
      #expect(distance < 0.01, "\(shown)")
    }
  }

  @Test func contextualAlternatesDoNotReachOverSpaces() throws {
    // Inter would turn this x into a multiplication sign, which is not what the text says.
    let shaper = try PangoShaper(fonts: Self.fonts)
    let look = try shaper.look(of: inter, language: "nl")
    let letter = try shaper.piece(Array("x".utf8).span, look: look, endsInHyphen: false).glyphs[0]
      .id
    let whole = try shaper.piece(Array("3 x 4".utf8).span, look: look, endsInHyphen: false)
      .glyphs[2].id
    let line = try typesetter.line(of: dutch("3 x 4", inter))
    #expect(line.runs[0].run.glyphs[2].id == letter)
    #expect(whole != letter)
  }

  @Test func aLineEndsInAHyphenOfItsOwnKind() throws {
    let lines = try typesetter.lines(
      of: dutch("met ondersteuningsteams en advies", inter),
      measure: 120,
      options: ParagraphOptions(isHyphenated: true)
    )
    #expect(lines.map(text(of:)) == ["met ondersteunings\u{AD}", "teams en advies"])
    #expect(lines[0].endsInHyphen)
    let run = lines[0].runs[0].run
    #expect(run.clusters.reduce(0) { $0 + $1.bytes } == run.text.utf8.count)
    #expect(run.clusters.last == GlyphCluster(bytes: 2, glyphs: 1))
  }

  @Test func nothingIsHyphenatedUnasked() throws {
    let lines = try typesetter.lines(
      of: dutch("met ondersteuningsteams en advies", inter),
      measure: 60,
      options: ParagraphOptions()
    )
    #expect(lines.map(text(of:)) == ["met ", "ondersteuningsteams ", "en advies"])
  }

  @Test func aMissingCharacterNamesItselfAndItsSpan() {
    let text = StyledText(
      [
        StyledText.Span("goed ", style: inter, tag: 7),
        StyledText.Span("een漢字", style: inter, tag: 8),
      ],
      language: "nl"
    )
    #expect(throws: TypesettingError.missingGlyph("漢", families: ["Inter"], tag: 8)) {
      try typesetter.line(of: text)
    }
  }

  @Test func anUnlistedFamilyIsNotReplaced() {
    let style = TextStyle(families: ["Inter", "DejaVu Sans"], size: 10)
    #expect(throws: TypesettingError.unknownFamily("DejaVu Sans")) {
      try typesetter.line(of: dutch("tekst", style))
    }
  }

  @Test func theNextFamilyServesWhatTheFirstLacks() throws {
    // Lato has no check mark; Inter has.
    let style = TextStyle(families: ["Lato", "Inter"], size: 10)
    let line = try typesetter.line(of: dutch("zie ✓ hier", style))
    let families = line.runs.map { Self.fonts[$0.run.font].family }
    #expect(families == ["Lato", "Inter", "Lato"])
    #expect(line.runs.map(\.run.text) == ["zie ", "✓", " hier"])
  }

  @Test func tabularFiguresAreEquallyWide() throws {
    var tabular = inter
    tabular.features = ["tnum"]
    let one = try typesetter.line(of: dutch("111", tabular)).width
    let eight = try typesetter.line(of: dutch("888", tabular)).width
    #expect(abs((one - eight).points) < 0.001)
    #expect(try typesetter.line(of: dutch("111", inter)).width < eight)
  }

  @Test func trackingStandsBehindEachLetterAndPartsLigatures() throws {
    let vollkorn = TextStyle(families: ["Vollkorn"], size: 10)
    var tracked = vollkorn
    tracked.tracking = 2
    let ligature = try typesetter.line(of: dutch("fi", vollkorn))
    let parted = try typesetter.line(of: dutch("fi", tracked))
    #expect(ligature.runs[0].run.clusters == [GlyphCluster(bytes: 2, glyphs: 1)])
    #expect(parted.runs[0].run.clusters.count == 2)
    let letters = try ["f", "i"].map { try typesetter.line(of: dutch($0, vollkorn)).width }
    #expect(abs((parted.width - letters[0] - letters[1] - 4).points) < 0.2)
  }

  @Test func aLigatureAcrossTagsGoesToTheFirst() throws {
    let vollkorn = TextStyle(families: ["Vollkorn"], size: 10)
    let text = StyledText(
      [
        StyledText.Span("af", style: vollkorn, tag: 1),
        StyledText.Span("fix", style: vollkorn, tag: 2),
      ],
      language: "nl"
    )
    let line = try typesetter.line(of: text)
    #expect(line.runs.map(\.run.text).joined() == "affix")
    #expect(line.runs.map(\.tag) == [1, 2])
    let whole = try typesetter.line(of: dutch("affix", vollkorn))
    #expect(abs((line.width - whole.width).points) < 0.000_001)
  }

  @Test func extentsAreThoseOfTheFontFile() throws {
    // Inter's hhea table: ascender 2728 and descender -680 of 2816 units.
    let extents = try typesetter.extents(of: inter)
    #expect(abs(extents.ascent.points - 10 * 2728 / 2816) < 0.01)
    #expect(abs(extents.descent.points - 10 * 680 / 2816) < 0.01)
  }

  @Test(arguments: Array(stride(from: 45.0, through: 260, by: 8.5)))
  func noLineIsWiderThanTheMeasure(measure: Double) throws {
    let sample = """
      Volksvertegenwoordigers in kleinere gemeenten doen minder vaak aangifte; de \
      onderzoeksverantwoording laat zien dat de respons onder waterschapsbestuurders hoger was dan \
      in 2021–2024, al blijven de gemeenteraadsleden en burgemeesters voorzichtig.
      """
    for alignment in [ParagraphOptions.Alignment.left, .justified] {
      let lines = try typesetter.lines(
        of: dutch(sample, inter), measure: Length(measure),
        options: ParagraphOptions(alignment: alignment, isHyphenated: true))
      let read = lines.map { text(of: $0).filter { $0 != "\u{AD}" } }.joined()
      #expect(read == sample)
      for line in lines where line.runs.contains(where: { $0.run.text.dropLast().contains(" ") }) {
        #expect(line.width.points <= measure + 0.01)
      }
      for (line, next) in zip(lines, lines.dropFirst()) where line.endsInHyphen {
        #expect(line.width.points <= measure + 0.01 || next.endsInHyphen)
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func aBookWithoutSpacesIsSetInReasonableTime() throws {
    let address = "https://voorbeeld.example/" + String(repeating: "onderzoek-naar/", count: 3_000)
    let lines = try typesetter.lines(
      of: dutch(address, inter), measure: 200, options: ParagraphOptions(isHyphenated: true))
    #expect(lines.map(text(of:)).joined() == address)
    #expect(lines.allSatisfy { $0.width.points < 201 })
  }

  @Test(arguments: [
    "a\u{0}b", "\u{0}", "a\u{1B}[0m", "\u{FFFF}", "e\u{301}", "\u{301}", "\u{FEFF}a",
  ])
  func strangeCharactersAreSetOrNamed(sample: String) throws {
    do {
      let line = try typesetter.line(of: dutch(sample, inter))
      #expect(text(of: line) == sample)
    } catch {
      guard case .missingGlyph(let scalar, _, _) = error else { throw error }
      #expect(sample.unicodeScalars.contains(scalar))
    }
  }
}
