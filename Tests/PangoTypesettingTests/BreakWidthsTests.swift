import Drawing
import TestSupport
import Testing
import Typesetting

@testable import PangoTypesetting

/// The widths of breaks that are read off a word are those of its parts shaped anew.
@Suite struct BreakWidthsTests {
  static let fonts = (try? houseFonts()) ?? FontCatalogue(faces: [])

  private static let words = """
    gemeenteraadsleden ondersteuningsteams volksvertegenwoordigers onderzoeksverantwoording wethouders
    burgemeesters waterschapsbestuurders Statenleden dagelijks-bestuursleden samenwerkingsverband
    aangiftebereidheid vertrouwenspersonen agressie-incidenten bedreigingen informatieavonden affiche
    coëfficiënten reünie politiebureau Tweede-Kamerleden AVROTROS-kijkers officier fietspaden ijverig
    veiligheidsmaatregelen zelfcensuur kwetsbaarheid verkiezingscampagne organisatiecultuur afvloeiing
    """.split(whereSeparator: { $0.isWhitespace }).map(String.init)

  private static func strangeWords(seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let letters = Array(
      "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzéëïöüABTVWY'’-0123456789")
    return (0..<40).map { _ in
      String(
        (0..<Int.random(in: 2...14, using: &generator)).compactMap { _ in
          letters.randomElement(using: &generator)
        })
    }
  }

  @Test(arguments: fonts.faces) func areThoseOfTheParts(face: FontFace) throws {
    let shaper = try PangoShaper(fonts: Self.fonts)
    var (safe, all) = (0, 0)
    for (features, tracking) in [([], 0), (["tnum"], 0), ([], 0.4)] {
      var style = look(face)
      style.features = features
      style.tracking = Length(tracking)
      let look = try shaper.look(of: style, language: "nl")
      for word in Self.words + Self.strangeWords(seed: UInt64(face.id.index) + 1) {
        let shaped = try shaper.piece(Array(word.utf8).span, look: look, endsInHyphen: false)
        for index in word.indices.dropFirst() {
          for insertsHyphen in [false, true] {
            let mark = MarkedWord.Mark(
              offset: word.utf8.distance(from: word.startIndex, to: index),
              insertsHyphen: insertsHyphen)
            all += 1
            guard let place = try shaper.safePlace(at: mark, in: shaped, look: look) else {
              continue
            }
            safe += 1
            let exact = try shaper.shapedPlace(at: mark, in: shaped, look: look)
            #expect(abs((place.widthBefore - exact.widthBefore).points) < 1e-9, "\(word) \(mark)")
            #expect(abs((place.widthBehind - exact.widthBehind).points) < 1e-9, "\(word) \(mark)")
            #expect(place.offset == exact.offset)
          }
        }
      }
    }
    // Most breaks are of that kind.
    #expect(safe > all / 3, "\(safe) of \(all)")
  }
}
