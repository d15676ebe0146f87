public import Drawing

/// Text in glyphs at an em of one point: a word, a part of one, or a space.
///
/// It never changes after it is made, so that one object serves every place of a word in all documents
/// of a process.
public final class ShapedText: Sendable {
  /// So many of the text's bytes, clusters and glyphs are of one font.
  public struct Run: Sendable, Hashable {
    /// The face.
    public var font: FontID
    /// The number of UTF-8 bytes.
    public var bytes: Int
    /// The number of clusters.
    public var clusters: Int
    /// The number of glyphs.
    public var glyphs: Int

    /// Creates a run.
    public init(font: FontID, bytes: Int, clusters: Int, glyphs: Int) {
      self.font = font
      self.bytes = bytes
      self.clusters = clusters
      self.glyphs = glyphs
    }
  }

  /// The text as it is shown, in UTF-8; the text of an added hyphen is U+00AD.
  public let text: [UInt8]
  /// The runs in order; more than one if the first font lacks a character.
  public let runs: [Run]
  /// How text and glyphs belong together, in order.
  public let clusters: [GlyphCluster]
  /// The glyphs in drawing order.
  public let glyphs: [Glyph]
  /// For each cluster, whether the text before it and the text from it on have the same glyphs if they
  /// are shaped each for itself; empty if nothing is known of that.
  public let isSafeBefore: [Bool]
  /// The sum of the advances.
  public let width: Length
  /// The number of UTF-8 bytes of the first character; 0 for no text.
  public let firstCharacter: Int
  /// The number of UTF-8 bytes of the last character; 0 for no text.
  public let lastCharacter: Int

  /// Puts text and glyphs together; the counts of runs and clusters add up to them.
  public init(
    text: [UInt8], runs: [Run], clusters: [GlyphCluster], glyphs: [Glyph],
    isSafeBefore: [Bool] = []
  ) {
    self.isSafeBefore = isSafeBefore
    self.text = text
    self.runs = runs
    self.clusters = clusters
    self.glyphs = glyphs
    var width = Length.zero
    var glyph = 0
    for run in runs {
      var own = Length.zero
      for index in glyph..<glyph + run.glyphs { own += glyphs[index].advance }
      width += own
      glyph += run.glyphs
    }
    self.width = width
    if text.allSatisfy({ $0 < 0x80 }) {
      (firstCharacter, lastCharacter) = (min(text.count, 1), min(text.count, 1))
    } else {
      let string = String(decoding: text, as: UTF8.self)
      firstCharacter = string.first?.utf8.count ?? 0
      lastCharacter = string.last?.utf8.count ?? 0
    }
  }
}
