import Diagnostics
import Drawing
import PangoTypesetting
import TestSupport
import Testing

@Suite struct FontCatalogueCheckTests {
  @Test func theHouseFontsAreAsListed() throws {
    var log = DiagnosticLog()
    verify(try houseFonts(), into: &log)
    #expect(log.diagnostics.isEmpty)
  }

  @Test func aChangedFileShowsBothHashes() throws {
    var fonts = try houseFonts()
    let found = fonts.faces[0].sha256
    fonts.faces[0].sha256 = String(repeating: "0", count: 64)
    var log = DiagnosticLog()
    verify(fonts, into: &log)
    #expect(log.diagnostics.map(\.id) == ["changed-font-file"])
    let notes = log.diagnostics[0].notes.map(\.text).joined()
    #expect(notes.contains(found) && notes.contains(fonts.faces[0].sha256))
  }

  @Test func aMissingFileNamesThePackageThatBringsIt() throws {
    var fonts = try houseFonts()
    fonts.dictionaries[0].path = "/usr/share/hyphen/none.dic"
    fonts.faces[1].path = "/usr/share/fonts/none.otf"
    var log = DiagnosticLog()
    verify(fonts, into: &log)
    #expect(log.diagnostics.map(\.id) == ["missing-font-file", "missing-font-file"])
    #expect(log.diagnostics[0].fixes[0].text == "install it: apt-get install fonts-inter")
    #expect(log.diagnostics[1].fixes[0].text == "install it: apt-get install hyphen-nl")
  }
}
