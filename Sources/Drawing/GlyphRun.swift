/// One glyph of a run: what to draw and how far the pen moves.
public struct Glyph: Sendable, Hashable {
  /// The glyph's index in its font file.
  public var id: UInt32
  /// How far the pen moves to the right behind it.
  public var advance: Length
  /// How far the glyph is moved from the pen: x to the right, y downward.
  public var offset: Point

  /// Creates a glyph.
  public init(id: UInt32, advance: Length, offset: Point = .zero) {
    self.id = id
    self.advance = advance
    self.offset = offset
  }
}

/// A cluster: this many bytes of text are shown by this many glyphs.
public struct GlyphCluster: Sendable, Hashable {
  /// The number of UTF-8 bytes of `GlyphRun.text`.
  public var bytes: Int
  /// The number of glyphs.
  public var glyphs: Int

  /// Creates a cluster.
  public init(bytes: Int, glyphs: Int) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}

/// Shaped text of one font and size, left to right; its origin is the baseline at the pen's start.
public struct GlyphRun: Sendable, Hashable {
  /// The face.
  public var font: FontID
  /// The size of the em.
  public var size: Length
  /// The glyphs in drawing order.
  public var glyphs: [Glyph]
  /// The text that the glyphs show; it is what a reader extracts.
  public var text: String
  /// How text and glyphs belong together, in order; the bytes and glyphs add up to the whole.
  public var clusters: [GlyphCluster]

  /// Creates a run.
  public init(
    font: FontID, size: Length, glyphs: [Glyph], text: String, clusters: [GlyphCluster]
  ) {
    self.font = font
    self.size = size
    self.glyphs = glyphs
    self.text = text
    self.clusters = clusters
  }

  /// The sum of the advances.
  public var width: Length { glyphs.reduce(.zero) { $0 + $1.advance } }
}
