import Drawing
import TestSupport
import Testing
import Typesetting

@testable import PangoTypesetting

@Suite struct PlainLatinTests {
  static let fonts = (try? houseFonts()) ?? FontCatalogue(faces: [])

  /// Dutch words, marks, numbers, and pairs that fonts kern or join.
  private static let words = """
    de het een gemeenteraadsleden ondersteuningsteams volksvertegenwoordigers onderzoeksverantwoording
    fijn affiche offerte ijzer IJsselmeer coëfficiënt reünie Curaçao café AVROTROS Tweede T.V. “Ja”, ‘n
    (oud-)wethouder e-mail en/of 2021–2024 1.549 60% 7,5 3x4 Te Ty AV LT Wat? Ja! a->b #1 A&B C+D [1]
    <ok> Łódź Škoda ÿ ‘s-Gravenhage zegt—hij www.voorbeeld.nl/pad?q=1&r=2 ff fi fl ffi ffl ft tt
    """.split(whereSeparator: { $0.isWhitespace }).map(String.init)

  /// Words that nobody thought of.
  private static func strangeWords(seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let scalars =
      Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
      + Array("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~éèëïöüßøæœñçÀÉÖØ–—‘’“”")
    return (0..<60).map { _ in
      String(
        (0..<Int.random(in: 1...9, using: &generator)).compactMap { _ in
          scalars.randomElement(using: &generator)
        })
    }
  }

  /// Straight from HarfBuzz comes what Pango makes of the same text: glyphs, places and clusters.
  @Test(arguments: fonts.faces) func equalsPango(face: FontFace) throws {
    let words = Self.words + Self.strangeWords(seed: UInt64(face.id.index) + 1)
    for (features, tracking) in [([], 0), (["tnum"], 0), (["smcp", "tnum"], 0), ([], 0.5)] {
      var style = look(face)
      style.features = features
      style.tracking = Length(tracking)
      let resolved = try ResolvedStyle(
        ShapingStyle(style, language: "nl"), number: 0, numberInCache: 0, catalogue: Self.fonts,
        fonts: PangoFonts())
      // Twice, for after a while the face is looked into.
      for word in words + words {
        for endsInHyphen in [false, true] {
          let isPlain = PlainLatin.isPlain(Array(word.utf8).span)
          #expect(isPlain)
          let own = try resolved.shape(Array(word.utf8).span, endsInHyphen: endsInHyphen)
          let other = ShapedText(
            try resolved.runs(of: endsInHyphen ? word + "-" : word), endsInHyphen: endsInHyphen)
          #expect(own.text == other.text, "\(word)")
          #expect(own.runs == other.runs, "\(word)")
          #expect(own.clusters == other.clusters, "\(word)")
          #expect(own.glyphs == other.glyphs, "\(word)")
        }
      }
    }
  }

  @Test(arguments: [
    "漢", "а", "\u{AD}", "\u{A0}", "\u{250}", "e\u{301}", "✓", "\u{200B}", "\n", "\u{7F}",
  ])
  func otherTextIsNotPlain(text: String) {
    let isPlain = PlainLatin.isPlain(Array(text.utf8).span)
    #expect(!isPlain)
  }
}
