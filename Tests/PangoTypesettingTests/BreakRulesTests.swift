import Drawing
import PangoTypesetting
import TestSupport
import Testing
import Typesetting

@Suite struct BreakRulesTests {
  private let shaper: PangoShaper

  init() throws {
    shaper = try PangoShaper(fonts: try houseFonts())
  }

  /// The pieces into which a text may be broken.
  private func pieces(_ text: String) throws -> [String] {
    let allowed = try shaper.breakOpportunities(in: Array(text.utf8).span, language: "nl")
    #expect(allowed.count == text.utf8.count + 1)
    var result = [""]
    var offset = 0
    for scalar in text.unicodeScalars {
      if allowed[offset] { result.append("") }
      result[result.count - 1].unicodeScalars.append(scalar)
      offset += UTF8.width(scalar)
    }
    return result
  }

  @Test(arguments: [
    ["de ", "raad"], ["in ", "2021–2024"], ["2021-2024"], ["een ", "e-mail"],
    ["ruim ", "60\u{A0}%"],
    ["in- ", "en ", "uitvoer"], ["burgemeester-", "wethouder"], ["50-", "plusser"],
    ["dat ", "is – ", "zegt ", "hij – ", "waar"], ["(oud-)wethouder"], ["“Ja”, ", "zegt"],
    ["van ", "1.549 raadsleden ", "kreeg"], ["oost–", "west"], ["€\u{A0}1,5 miljoen"],
    ["€ 15 ", "per"],
    ["ruim ", "60 % ", "van"], ["na ", "3 jaar, ", "toen"], ["in ", "2021 ", "waren"],
    ["2 ", "en ", "3"],
    ["van ", "113 ", "raden"], ["nr. ", "1.549 ", "Raad"],
  ])
  func breaks(expected: [String]) throws {
    #expect(try pieces(expected.joined()) == expected)
  }
}
