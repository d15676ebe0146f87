import Drawing
import PangoTypesetting
import TestSupport
import Testing
import Typesetting

/// Fonts and dictionaries are held against their hashes when text first asks for them.
@Suite struct RefusedFilesTests {
  private let options = ParagraphOptions(isHyphenated: true)

  private func fonts(spoiling family: String) throws -> FontCatalogue {
    var fonts = try houseFonts()
    for index in fonts.faces.indices where fonts.faces[index].family == family {
      fonts.faces[index].sha256 = String(repeating: "0", count: 64)
    }
    return fonts
  }

  @Test func noGlyphComesFromAnotherFileThanTheListedOne() throws {
    let fonts = try fonts(spoiling: "Lato")
    let typesetter = try PangoTypesetter(fonts: fonts)
    let face = try #require(fonts.face(family: "Lato", weight: 400, isItalic: false))
    for _ in 0..<2 {
      #expect(throws: TypesettingError.self) {
        try typesetter.lines(of: dutch("gemeenteraad", look(face)), measure: 50, options: options)
      }
    }
    #expect(typesetter.hasRefusedFile)
  }

  @Test func aFontThatNoTextAsksForMayBeMissing() throws {
    var fonts = try fonts(spoiling: "Lato")
    for index in fonts.faces.indices where fonts.faces[index].family == "Vollkorn" {
      fonts.faces[index].path = "/usr/share/fonts/none.ttf"
    }
    let typesetter = try PangoTypesetter(fonts: fonts)
    let lines = try typesetter.lines(
      of: dutch("gemeenteraadsleden", look(fonts.faces[0])), measure: 50, options: options)
    #expect(lines.count > 1)
    #expect(!typesetter.hasRefusedFile)
  }

  @Test func noHyphenComesFromAnotherDictionary() throws {
    var fonts = try houseFonts()
    for index in fonts.dictionaries.indices where fonts.dictionaries[index].language == "nl" {
      fonts.dictionaries[index].sha256 = String(repeating: "0", count: 64)
    }
    let typesetter = try PangoTypesetter(fonts: fonts)
    let lines = try typesetter.lines(
      of: dutch("gemeenteraadsleden", look(fonts.faces[0])), measure: 50, options: options)
    #expect(lines.count == 1)
    #expect(typesetter.hasRefusedFile)
  }
}
