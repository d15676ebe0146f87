import Drawing

/// The glyphs of one face that a document uses, with the text that each stands for.
struct UsedGlyphs {
  /// By glyph, the UTF-8 that its code is mapped to; empty for a glyph that is not used.
  private(set) var texts: [[UInt8]] = []
  private var isUsed: [Bool] = []

  /// Takes up the glyphs of a run; a glyph keeps the text with which it was met first.
  mutating func add(_ run: GlyphRun) {
    var cursor = ClusterCursor(run)
    while let cluster = cursor.next() {
      for glyph in run.glyphs[cluster.glyphs] {
        let id = Int(glyph.id)
        if id >= isUsed.count {
          isUsed += Array(repeating: false, count: id + 1 - isUsed.count)
          texts += Array(repeating: [], count: id + 1 - texts.count)
        }
        if isUsed[id] { continue }
        isUsed[id] = true
        texts[id] = Array(cursor.text[cluster.bytes])
      }
    }
  }

  /// The glyphs in the order of the font.
  var glyphs: [UInt32] { isUsed.indices.filter { isUsed[$0] }.map(UInt32.init) }

  /// Whether a glyph's code alone says the text that it shows here.
  func says(_ text: ArraySlice<UInt8>, glyph: UInt32) -> Bool {
    let own = texts[Int(glyph)]
    guard own.count == text.count else { return false }
    for place in 0..<own.count where own[place] != text[text.startIndex + place] { return false }
    return true
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
