import Drawing
import Testing

@Suite struct ColourTests {
  @Test func measuresContrastAsWCAGDoes() throws {
    let blue = try #require(Colour(hexadecimal: "#12436D"))
    #expect(abs(blue.contrast(with: .white) - 10.2469) < 0.0001)
    #expect(Colour.black.contrast(with: .white) == 21)
    #expect(blue.hexadecimal == "#12436D")
    #expect(Colour(hexadecimal: "12436D") == nil)
  }
}
