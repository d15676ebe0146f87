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

  /// Two generations of values.
  ///
  /// When the young one has filled half the budget it becomes the old one, and the old one goes. What
  /// is found among the old is young again.
  private struct Store {
    var styles: [ShapingStyle: Int] = [:]
    var young: [Key: Value] = [:]
    var old: [Key: Value] = [:]
    var bytes = 0
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

  subscript(key: Key) -> Value? {
    store.withLock { store in
      if let value = store.young[key] { return value }
      guard let value = store.old[key] else { return nil }
      Self.add(value, for: key, to: &store, budget: budget)
      return value
    }
  }

  /// Keeps a value.
  func keep(_ value: Value, for key: Key) {
    store.withLock { Self.add(value, for: key, to: &$0, budget: budget) }
  }

  /// The number of bytes held, reckoned roughly; at most the budget, save for one value.
  var size: Int {
    store.withLock { store in
      (Array(store.young) + Array(store.old)).reduce(0) {
        $0 + Self.bytes(of: $1.value, for: $1.key)
      }
    }
  }

  private static func add(_ value: Value, for key: Key, to store: inout Store, budget: Int) {
    let bytes = bytes(of: value, for: key)
    if store.bytes + bytes > budget / 2 {
      store.old = store.young
      store.young = [:]
      store.bytes = 0
    }
    if store.young.updateValue(value, forKey: key) == nil { store.bytes += bytes }
  }

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
