import Drawing

/// The glyphs of one face that a document uses, with the text that each stands for.
struct UsedGlyphs {
  /// By glyph, the UTF-8 that its code is mapped to; empty for a glyph that is not used.
  private(set) var texts: [[UInt8]] = []
  /// By glyph, the byte that its text is; nought for a text of any other length.
  private var letters: [UInt8] = []
  private var isUsed: [Bool] = []

  /// Takes up the glyphs of a run; a glyph keeps the text with which it was met first.
  mutating func add(_ run: GlyphRun) {
    var cursor = ClusterCursor(run)
    while let cluster = cursor.next() {
      for index in cluster.glyphs {
        let id = Int(run.glyphs[index].id)
        if id >= isUsed.count {
          isUsed += Array(repeating: false, count: id + 1 - isUsed.count)
          texts += Array(repeating: [], count: id + 1 - texts.count)
          letters += Array(repeating: 0, count: id + 1 - letters.count)
        }
        if isUsed[id] { continue }
        isUsed[id] = true
        texts[id] = Array(cursor.text[cluster.bytes])
        if cluster.bytes.count == 1 { letters[id] = cursor.text[cluster.bytes.lowerBound] }
      }
    }
  }

  /// The glyphs in the order of the font.
  var glyphs: [UInt32] { isUsed.indices.filter { isUsed[$0] }.map(UInt32.init) }

  /// Whether a glyph's code alone says the part of a text that it shows.
  func says(_ part: Range<Int>, of text: [UInt8], glyph: UInt32) -> Bool {
    let letter = letters[Int(glyph)]
    if letter != 0 { return part.count == 1 && text[part.lowerBound] == letter }
    return texts[Int(glyph)].elementsEqual(text[part])
  }
}

/// Goes through the clusters of a run.
struct ClusterCursor {
  /// The UTF-8 of the run's text.
  let text: [UInt8]
  private let clusters: [GlyphCluster]
  private var index = 0
  private var byte = 0
  private var glyph = 0

  init(_ run: GlyphRun) {
    text = Array(run.text.utf8)
    clusters = run.clusters
  }

  /// The next cluster: its part of the text and its glyphs. Text that no glyph shows goes with the
  /// glyphs behind it.
  mutating func next() -> (bytes: Range<Int>, glyphs: Range<Int>)? {
    let start = byte
    while index < clusters.count {
      let cluster = clusters[index]
      index += 1
      byte += cluster.bytes
      if cluster.glyphs == 0 { continue }
      defer { glyph += cluster.glyphs }
      return (start..<byte, glyph..<glyph + cluster.glyphs)
    }
    return nil
  }
}
