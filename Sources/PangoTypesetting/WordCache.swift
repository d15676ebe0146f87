public import Drawing
import Synchronization
import Typesetting

/// Shaped words, shared by the shapers of a process and bounded in bytes.
///
/// What it holds depends on nothing but the catalogue and the key, so that forgetting costs time and
/// never changes a line.
public final class WordCache: Sendable {
  /// What was shaped.
  struct Key: Hashable {
    /// How the text stands in the paragraph.
    enum Kind: Hashable {
      case word
      case hyphenatedWord
      case piece
      case pieceWithHyphen
      /// A space with or without a neighbour to the left and to the right.
      case space(left: Bool, right: Bool)
    }
    var style: Int
    var kind: Kind
    var text: String
  }

  /// Glyphs at an em of one point.
  enum Value {
    case word(ShapedWord)
    case runs([GlyphRun])
  }

  /// Values in a ring, each with a mark that says whether it was asked for since the hand passed.
  ///
  /// Nothing goes while there is room. When there is none, the hand goes round: it takes marks away,
  /// and takes out values that have none.
  private struct Store {
    var styles: [ShapingStyle: Int] = [:]
    private(set) var bytes = 0
    private(set) var kept = 0
    private var places: [Key: Int] = [:]
    private var ring: [Entry] = []
    private var hand = 0

    private struct Entry {
      var key: Key
      var value: Value
      var bytes: Int
      var isUsed = false
    }

    var count: Int { ring.count }

    mutating func find(_ key: Key) -> Value? {
      guard let place = places[key] else { return nil }
      ring[place].isUsed = true
      return ring[place].value
    }

    mutating func keep(_ entry: (key: Key, value: Value, bytes: Int), budget: Int) {
      kept += 1
      // Another worker may have shaped the same at the same time.
      guard places[entry.key] == nil, entry.bytes <= budget else { return }
      while bytes + entry.bytes > budget { advance() }
      places[entry.key] = ring.count
      ring.append(Entry(key: entry.key, value: entry.value, bytes: entry.bytes))
      bytes += entry.bytes
    }

    /// Moves the hand by one value, and takes that out unless it is marked.
    private mutating func advance() {
      if hand >= ring.count { hand = 0 }
      defer { hand += 1 }
      if ring[hand].isUsed {
        ring[hand].isUsed = false
        return
      }
      ring.swapAt(hand, ring.count - 1)
      let gone = ring.removeLast()
      places[gone.key] = nil
      bytes -= gone.bytes
      if hand < ring.count { places[ring[hand].key] = hand }
    }
  }

  /// The fonts whose glyphs are kept.
  let fonts: FontCatalogue
  private let budget: Int
  private let store = Mutex(Store())

  /// Creates an empty cache.
  ///
  /// - Parameters:
  ///   - fonts: the catalogue of all shapers that share the cache.
  ///   - budget: the most bytes it may hold, reckoned roughly.
  public init(fonts: FontCatalogue, budget: Int = 64 << 20) {
    self.fonts = fonts
    self.budget = budget
  }

  /// The number under which a style is known in keys.
  func number(of style: ShapingStyle) -> Int {
    store.withLock { store in
      if let number = store.styles[style] { return number }
      let number = store.styles.count
      store.styles[style] = number
      return number
    }
  }

  subscript(key: Key) -> Value? { store.withLock { $0.find(key) } }

  /// Keeps a value that was shaped.
  func keep(_ value: Value, for key: Key) {
    let bytes = Self.bytes(of: value, for: key)
    store.withLock { $0.keep((key, value, bytes), budget: budget) }
  }

  /// The number of bytes held, reckoned roughly; at most the budget.
  var size: Int { store.withLock { $0.bytes } }

  /// The number of values held.
  var count: Int { store.withLock { $0.count } }

  /// How many values were shaped and handed over since the beginning: as many as are held, as long as
  /// nothing had to go and one worker asks.
  var kept: Int { store.withLock { $0.kept } }

  private static func bytes(of value: Value, for key: Key) -> Int {
    let runs: [GlyphRun]
    var result = 160 + key.text.utf8.count
    switch value {
    case .runs(let own): runs = own
    case .word(let word):
      runs = word.runs
      result += word.text.utf8.count + word.breaks.count * MemoryLayout<WordBreak>.stride
    }
    for run in runs {
      result += MemoryLayout<GlyphRun>.stride + run.text.utf8.count
      result += run.glyphs.count * MemoryLayout<Glyph>.stride
      result += run.clusters.count * MemoryLayout<GlyphCluster>.stride
    }
    return result
  }
}
