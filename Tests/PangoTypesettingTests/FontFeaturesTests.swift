import Drawing
import Foundation
import PangoTypesetting
import TestSupport
import Testing
import Typesetting

/// OpenType features that a style asks for: seen in the glyphs where the font has them, and without
/// any effect where it has not.
@Suite struct FontFeaturesTests {
  private let typesetter: PangoTypesetter

  init() throws { typesetter = try PangoTypesetter(fonts: try houseFonts()) }

  private func glyphs(_ text: String, _ family: String, _ features: [String]) throws -> [UInt32] {
    let style = TextStyle(families: [family], size: 10, features: features)
    return try typesetter.line(of: dutch(text, style)).runs.flatMap(\.run.glyphs).map(\.id)
  }

  @Test func smallCapitalsAreOtherGlyphsWhereTheFontHasThem() throws {
    let plain = try glyphs("avnog", "Vollkorn", [])
    let small = try glyphs("avnog", "Vollkorn", ["smcp"])
    #expect(small.count == plain.count)
    #expect(zip(plain, small).allSatisfy { $0 != $1 })
    // Capitals stay what they are, unless they are asked for too.
    #expect(try glyphs("AVNOG", "Vollkorn", ["smcp"]) == (try glyphs("AVNOG", "Vollkorn", [])))
    #expect(try glyphs("AVNOG", "Vollkorn", ["smcp", "c2sc"]) == small)
  }

  @Test(arguments: ["Inter", "Lato"]) func aFontWithoutSmallCapitalsKeepsItsLetters(
    family: String
  ) throws {
    #expect(try glyphs("avnog", family, ["smcp"]) == (try glyphs("avnog", family, [])))
  }

  /// Not so in Inter Display, whose tabular figures are of several widths in the file itself.
  @Test(arguments: ["Inter", "Vollkorn", "Lato"])
  func tabularFiguresAreEquallyWide(family: String) throws {
    // Vollkorn's own figures have ascenders and descenders.
    let features = family == "Vollkorn" ? ["tnum", "lnum"] : ["tnum"]
    let style = TextStyle(families: [family], size: 10, features: features)
    let widths = try (0...9).map { try typesetter.line(of: dutch("\($0)", style)).width.points }
    let spread = (widths.max() ?? 0) - (widths.min() ?? 0)
    #expect(spread < 0.001, "\(family): \(widths)")
  }

  @Test func proportionalFiguresAreNot() throws {
    let style = TextStyle(families: ["Inter"], size: 10)
    let widths = try (0...9).map { try typesetter.line(of: dutch("\($0)", style)).width.points }
    #expect((widths.max() ?? 0) - (widths.min() ?? 0) > 0.5)
  }

  @Test func pairsAreKernedAndLettersJoined() throws {
    let style = TextStyle(families: ["Vollkorn"], size: 10)
    func width(_ text: String) throws -> Double {
      try typesetter.line(of: dutch(text, style)).width.points
    }
    #expect(try width("AV") < (try width("A")) + (try width("V")) - 0.5)
    let office = try typesetter.line(of: dutch("fijn affiche", style)).runs[0].run
    #expect(office.glyphs.count < office.text.count)
    // A justified line keeps both: only its spaces grow.
    let justified = try typesetter.lines(
      of: dutch("Te fijn affiche van de AVRO, een fijn affiche", style), measure: 150,
      options: ParagraphOptions(alignment: .justified))
    let ragged = try typesetter.lines(
      of: dutch(justified[0].runs.map(\.run.text).joined(), style), measure: 400,
      options: ParagraphOptions())
    let (wide, plain) = (justified[0].runs[0].run, ragged[0].runs[0].run)
    #expect(wide.glyphs.map(\.id) == plain.glyphs.map(\.id))
    #expect(abs(justified[0].width.points - 150) < 0.001)
    var index = 0
    var text = wide.text.utf8.makeIterator()
    for cluster in wide.clusters {
      let first = (0..<cluster.bytes).compactMap { _ in text.next() }.first
      for _ in 0..<cluster.glyphs {
        let grown = wide.glyphs[index].advance - plain.glyphs[index].advance
        let isLast = index == wide.glyphs.count - 1
        #expect((grown.points > 0.01) == (first == 0x20 && !isLast), "glyph \(index)")
        index += 1
      }
    }
  }

  /// The words of the sample's chapters: no part before a hyphen, nor behind it, is under the least.
  @Test func noFragmentIsShorterThanTheLeast() throws {
    let words = try sampleWords()
    #expect(words.count > 500)
    var divided = 0
    for word in words {
      let style = TextStyle(families: ["Inter"], size: 10)
      let lines = try typesetter.lines(
        of: dutch(word, style), measure: 1, options: ParagraphOptions(isHyphenated: true))
      guard lines.count > 1 else { continue }
      let parts = lines.map { $0.runs.map(\.run.text).joined().filter { $0 != "\u{AD}" } }
      #expect((parts.first?.count ?? 0) >= 3 && (parts.last?.count ?? 0) >= 3, "\(parts)")
      #expect(parts.joined() == word)
      divided += 1
    }
    #expect(divided > 200)
  }

  /// The words of letters only of the chapters in the sample report, each once.
  private func sampleWords() throws -> [String] {
    let chapters = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Reports/weerbaar-bestuur-2024/chapters")
    let files = try FileManager.default.contentsOfDirectory(atPath: chapters.path).sorted()
    let texts = try files.map {
      try String(contentsOf: chapters.appendingPathComponent($0), encoding: .utf8)
    }
    let words = texts.joined(separator: "\n").split { !$0.isLetter }.map(String.init)
    return Set(words).sorted()
  }
}
