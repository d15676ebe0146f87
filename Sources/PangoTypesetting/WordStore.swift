import Drawing
import Typesetting

/// Values in a ring, each with a mark that says whether it was asked for since the hand passed.
///
/// Nothing goes while there is room. When there is none, the hand goes round: it takes marks away,
/// and takes out values that have none. Values are found by a hash of the bytes of their text; those
/// whose hashes lead to the same place are chained.
struct WordStore {
  /// A value and what it was made of.
  struct Entry {
    let text: [UInt8]
    let style: Int
    let kind: WordCache.Kind
    let hash: UInt64
    let value: WordCache.Value
    /// What it takes, reckoned roughly.
    let bytes: Int
    fileprivate var isUsed = false
    /// The next entry of its chain; -1 for none.
    fileprivate var next = -1

    init(
      _ text: Span<UInt8>, style: Int, kind: WordCache.Kind, hash: UInt64, value: WordCache.Value
    ) {
      self.text = text.array()
      self.style = style
      self.kind = kind
      self.hash = hash
      self.value = value
      bytes = MemoryLayout<Entry>.stride + text.count + Self.bytes(of: value)
    }

    private static func bytes(of value: WordCache.Value) -> Int {
      switch value {
      case .glyphs(let glyphs):
        160 + glyphs.text.count + glyphs.runs.count * MemoryLayout<ShapedText.Run>.stride
          + glyphs.clusters.count * (MemoryLayout<GlyphCluster>.stride + 1)
          + glyphs.glyphs.count * MemoryLayout<Glyph>.stride
      case .breaks(let breaks):
        48 + breaks.places.count * MemoryLayout<WordBreaks.Place>.stride
      }
    }
  }

  /// The bytes held.
  private(set) var bytes = 0
  /// How many values were handed over.
  private(set) var kept = 0

  private var styles: [ShapingStyle: Int] = [:]
  private var ring: [Entry] = []
  /// The first entry of each chain; -1 for none. There are a power of two of them.
  private var chains = [Int](repeating: -1, count: 256)
  private var hand = 0

  /// The number of values held.
  var count: Int { ring.count }

  /// The number of a style.
  mutating func number(of style: ShapingStyle) -> Int {
    if let number = styles[style] { return number }
    let number = styles.count
    styles[style] = number
    return number
  }

  /// The hash of a key: eight bytes at a time are mixed in by a multiplication.
  static func hash(_ text: Span<UInt8>, style: Int, kind: WordCache.Kind) -> UInt64 {
    var hash = mix(seed ^ UInt64(truncatingIfNeeded: style), UInt64(kind.rawValue))
    var place = 0
    while place < text.count {
      let end = min(place + 8, text.count)
      var part: UInt64 = 0
      while place < end {
        part = part << 8 | UInt64(text[place])
        place += 1
      }
      hash = mix(hash, part)
    }
    return mix(hash, UInt64(text.count))
  }

  /// Other in each process, so that nobody can write words that all lead to one place.
  private static let seed = UInt64.random(in: .min ... .max)

  private static func mix(_ hash: UInt64, _ part: UInt64) -> UInt64 {
    let product = (hash ^ part).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low &+ part
  }

  /// The value of a key; nil if it is not held.
  mutating func find(
    _ text: Span<UInt8>, style: Int, kind: WordCache.Kind, hash: UInt64
  ) -> WordCache.Value? {
    guard let place = place(of: text, style: style, kind: kind, hash: hash) else { return nil }
    ring[place].isUsed = true
    return ring[place].value
  }

  /// Holds an entry, and lets others go if there is no room.
  mutating func keep(_ entry: Entry, budget: Int) {
    kept += 1
    // Another worker may have made the same at the same time.
    let known = place(
      of: entry.text.span, style: entry.style, kind: entry.kind, hash: entry.hash)
    guard known == nil, entry.bytes <= budget else { return }
    while bytes + entry.bytes > budget { advance() }
    if ring.count == chains.count { widen() }
    ring.append(entry)
    link(ring.count - 1)
    bytes += entry.bytes
  }

  private func place(
    of text: Span<UInt8>, style: Int, kind: WordCache.Kind, hash: UInt64
  ) -> Int? {
    var place = chains[chain(of: hash)]
    while place >= 0 {
      if ring[place].hash == hash, ring[place].style == style, ring[place].kind == kind,
        isText(text, of: place)
      {
        return place
      }
      place = ring[place].next
    }
    return nil
  }

  private func isText(_ text: Span<UInt8>, of place: Int) -> Bool {
    guard ring[place].text.count == text.count else { return false }
    for index in 0..<text.count where ring[place].text[index] != text[index] { return false }
    return true
  }

  private func chain(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash & UInt64(chains.count - 1))
  }

  /// Moves the hand by one value, and takes that out unless it is marked.
  private mutating func advance() {
    if hand >= ring.count { hand = 0 }
    defer { hand += 1 }
    if ring[hand].isUsed {
      ring[hand].isUsed = false
      return
    }
    bytes -= ring[hand].bytes
    unlink(hand)
    let last = ring.count - 1
    if hand < last {
      unlink(last)
      ring.swapAt(hand, last)
    }
    ring.removeLast()
    if hand < last { link(hand) }
  }

  private mutating func link(_ place: Int) {
    let chain = chain(of: ring[place].hash)
    ring[place].next = chains[chain]
    chains[chain] = place
  }

  private mutating func unlink(_ place: Int) {
    let chain = chain(of: ring[place].hash)
    if chains[chain] == place {
      chains[chain] = ring[place].next
      return
    }
    var before = chains[chain]
    while before >= 0, ring[before].next != place { before = ring[before].next }
    if before >= 0 { ring[before].next = ring[place].next }
  }

  private mutating func widen() {
    chains = [Int](repeating: -1, count: chains.count * 2)
    for place in ring.indices { link(place) }
  }
}
