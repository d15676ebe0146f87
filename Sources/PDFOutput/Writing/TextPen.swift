import Drawing

/// Writes one glyph run: strings of codes, and numbers where a glyph stands elsewhere than behind the
/// one before it.
struct TextPen {
  private let run: GlyphRun
  private let font: EmbeddedFont
  private let origin: Point
  /// Where the next glyph would stand without an adjustment, from the origin, in points.
  private var pen = 0.0
  /// The baseline's distance from the origin's, downward.
  private var drop = Length.zero
  private var isInArray = false
  private var isInString = false
  /// A glyph may stand this far from its place, in thousandths of the em.
  private static let tolerance = 0.5

  init(_ run: GlyphRun, at origin: Point, font: EmbeddedFont) {
    self.run = run
    self.origin = origin
    self.font = font
  }

  /// Writes the run between `BT` and `ET`, for a page whose left edge and origin of y are given.
  mutating func write(into syntax: inout PDFSyntax, left: Length, bottom: Length) {
    var cursor = ClusterCursor(run)
    var target = Length.zero
    move(to: 0, drop: .zero, isFirst: true, into: &syntax, left: left, bottom: bottom)
    while let cluster = cursor.next() {
      let isPlain =
        cluster.glyphs.count == 1
        && font.used.says(
          cluster.bytes, of: cursor.text, glyph: run.glyphs[cluster.glyphs.lowerBound].id)
      if !isPlain {
        end(into: &syntax)
        syntax.add("/Span <</ActualText ")
        syntax.text(String(decoding: cursor.text[cluster.bytes], as: UTF8.self))
        syntax.add(">> BDC ")
      }
      for index in cluster.glyphs {
        let glyph = run.glyphs[index]
        let place = (target + glyph.offset.x).points
        if glyph.offset.y != drop {
          end(into: &syntax)
          move(
            to: place, drop: glyph.offset.y, isFirst: false, into: &syntax, left: left,
            bottom: bottom)
        }
        show(glyph, at: place, into: &syntax)
        target = target + glyph.advance
      }
      if !isPlain {
        end(into: &syntax)
        syntax.add("EMC ")
      }
    }
    end(into: &syntax)
  }

  /// Puts the pen somewhere else.
  private mutating func move(
    to place: Double, drop: Length, isFirst: Bool, into syntax: inout PDFSyntax, left: Length,
    bottom: Length
  ) {
    if !isFirst { syntax.add("1 0 0 1 ") }
    syntax.length(left + origin.x + Length(place))
    syntax.add(" ")
    syntax.length(bottom - origin.y - drop)
    syntax.add(isFirst ? " Td " : " Tm ")
    pen = place
    self.drop = drop
  }

  private mutating func show(_ glyph: Glyph, at place: Double, into syntax: inout PDFSyntax) {
    let size = run.size.points
    let distance = (pen - place) * 1000 / size
    if !isInArray {
      syntax.add("[")
      isInArray = true
    }
    if abs(distance) > Self.tolerance {
      let adjustment = distance.rounded(.toNearestOrAwayFromZero)
      if isInString { syntax.add(")") }
      isInString = false
      syntax.integer(Int(adjustment))
      pen -= adjustment * size / 1000
    }
    if !isInString { syntax.add("(") }
    isInString = true
    let code = font.codes[Int(glyph.id)]
    syntax.stringByte(UInt8(code >> 8))
    syntax.stringByte(UInt8(code & 0xFF))
    pen += font.advances[Int(glyph.id)] * size / 1000
  }

  private mutating func end(into syntax: inout PDFSyntax) {
    if isInString { syntax.add(")") }
    if isInArray { syntax.add("]TJ ") }
    (isInString, isInArray) = (false, false)
  }
}
