public import Drawing
import Synchronization
import Typesetting

/// Shaped words, shared by the shapers of a process and bounded in bytes.
///
/// What it holds depends on nothing but the catalogue and the key, so that forgetting costs time and
/// never changes a line.
public final class WordCache: Sendable {
  /// How a text stands in the paragraph.
  enum Kind: UInt8 {
    case piece
    case pieceWithHyphen
    /// A space between two characters; also without one to the left, to the right, or to both.
    case space
    case spaceBefore
    case spaceBehind
    /// The breaks of a word, with and without those of the dictionary.
    case breaks
    case hyphenation
  }

  /// What is kept.
  enum Value {
    case glyphs(ShapedText)
    case breaks(WordBreaks)
  }

  /// The fonts whose glyphs are kept.
  let fonts: FontCatalogue
  private let budget: Int
  private let store = Mutex(WordStore())

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
    store.withLock { $0.number(of: style) }
  }

  /// The glyphs of a text in a style; nil if they are not kept.
  func glyphs(of text: Span<UInt8>, style: Int, kind: Kind) -> ShapedText? {
    guard case .glyphs(let glyphs) = value(of: text, style: style, kind: kind) else { return nil }
    return glyphs
  }

  /// The breaks of a word in a style; nil if they are not kept.
  func breaks(of text: Span<UInt8>, style: Int, kind: Kind) -> WordBreaks? {
    guard case .breaks(let breaks) = value(of: text, style: style, kind: kind) else { return nil }
    return breaks
  }

  private func value(of text: Span<UInt8>, style: Int, kind: Kind) -> Value? {
    let hash = WordStore.hash(text, style: style, kind: kind)
    return store.withLock { $0.find(text, style: style, kind: kind, hash: hash) }
  }

  /// Keeps what was made of a text.
  func keep(_ value: Value, of text: Span<UInt8>, style: Int, kind: Kind) {
    let hash = WordStore.hash(text, style: style, kind: kind)
    let entry = WordStore.Entry(text, style: style, kind: kind, hash: hash, value: value)
    store.withLock { $0.keep(entry, budget: budget) }
  }

  /// The number of bytes held, reckoned roughly; at most the budget.
  var size: Int { store.withLock { $0.bytes } }

  /// The number of values held.
  var count: Int { store.withLock { $0.count } }

  /// How many values were made and handed over since the beginning: as many as are held, as long as
  /// nothing had to go and one worker asks.
  var kept: Int { store.withLock { $0.kept } }
}
