import Diagnostics
import Drawing
import HouseStyle
import LocatedYAML

/// Reads how contents are drawn as tiles, and holds the colours of words against their grounds.
struct TileReader {
  let colours: [String: Colour]
  let styles: [String: ParagraphStyle]

  /// Reads `tiles`; nil for a layout without.
  func read(_ keys: inout MappingReader) -> TileStyle? {
    keys.mapping("tiles") { keys in
      var tiles = TileStyle()
      if let value = keys.count("columns", in: 1...8) { tiles.columns = value }
      if let value = keys.size("gap") { tiles.gap = value }
      if let value = keys.size("height") { tiles.height = value }
      if let value = keys.size("padding") { tiles.padding = value }
      tiles.numbered = paint("numbered", usual: tiles.numbered, &keys)
      tiles.others = paint("others", usual: tiles.others, &keys)
      return tiles
    }
  }

  private func paint(
    _ key: String, usual: TileStyle.Paint, _ keys: inout MappingReader
  ) -> TileStyle.Paint {
    var paint = usual
    _ = keys.mapping(key) { keys in
      if let value = keys.colourName("ground", in: colours) { paint.ground = value }
      if let value = keys.colourName("ink", in: colours) { paint.ink = value }
      paint.number = keys.colourName("number", in: colours) ?? paint.ink
    }
    let place = keys.placeOf(key)
    for fault in [
      fault(paint.ink, on: paint.ground, of: ["tile-title", "tile-page"], at: place),
      fault(paint.number, on: paint.ground, of: ["tile-number"], at: place),
    ] {
      if let fault { keys.report(fault) }
    }
    return paint
  }

  /// WCAG asks 4.5 to 1 of words, and 3 to 1 of those of 18 points and more.
  private func fault(
    _ ink: String, on ground: String, of names: [String], at range: SourceRange
  ) -> Diagnostic? {
    guard let words = colours[ink], let field = colours[ground] else { return nil }
    let isLarge = names.allSatisfy { (styles[$0]?.text.size ?? 0) >= 18 }
    let least = isLarge ? 3.0 : 4.5
    let ratio = words.contrast(with: field)
    return ratio < least
      ? .tileContrast(ink, on: ground, ratio: ratio, least: least, at: range) : nil
  }
}
