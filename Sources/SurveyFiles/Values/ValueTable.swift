/// The distinct values of a column, each with a small number.
///
/// Survey columns have few distinct values and many rows. A row is therefore kept as the numbers of
/// its values, and what a value means is worked out once per distinct value, not once per row. Number 0
/// is always "nothing".
///
/// A column without repetition (a text, an identifier) would grow without bound: `isFull` says when,
/// and whoever fills the table empties it between two batches. `generation` then rises, so that a
/// reader knows that its notes on the numbers are stale.
public struct ValueTable {
  /// The distinct values in the order in which they were met.
  public private(set) var values: [SurveyValue] = [.nothing]
  /// How often the table was emptied.
  public private(set) var generation = 0
  /// The number of each short key, by open addressing; -1 is free.
  private var slots: [Int32]
  private var keys: [UInt64]
  private var texts: [String: Int32] = [:]
  private var textBytes = 0

  private static let firstCapacity = 64
  /// The most distinct values, and bytes of long texts, that a column keeps over batches.
  private static let valueBound = 1 << 15
  private static let byteBound = 1 << 20

  init() {
    slots = Array(repeating: -1, count: Self.firstCapacity)
    keys = Array(repeating: 0, count: Self.firstCapacity)
  }

  /// Whether the table should be emptied before it takes more rows.
  var isFull: Bool { values.count > Self.valueBound || textBytes > Self.byteBound }

  /// Whether texts fill the table so fast that a batch should end here.
  var isOverflowing: Bool { textBytes > Self.byteBound }

  /// Forgets all values but "nothing".
  mutating func clear() {
    values = [.nothing]
    slots = Array(repeating: -1, count: Self.firstCapacity)
    keys = Array(repeating: 0, count: Self.firstCapacity)
    texts = [:]
    textBytes = 0
    generation += 1
  }

  /// The number of a value under a key that no other value of the column has.
  ///
  /// - Parameters:
  ///   - key: the bit pattern of a number, or up to seven bytes of a text with their count.
  ///   - value: makes the value; called when the key is new. Nil makes the result nil.
  @inline(__always)
  mutating func index(ofKey key: UInt64, _ value: () -> SurveyValue?) -> Int32? {
    var slot = Self.slot(of: key, in: slots.count)
    while true {
      let index = slots[slot]
      if index < 0 { break }
      if keys[slot] == key { return index }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    guard let value = value() else { return nil }
    return insert(value, key: key, at: slot)
  }

  /// The number of a text of any length.
  mutating func index(ofText text: String) -> Int32 {
    if let index = texts[text] { return index }
    textBytes += text.utf8.count
    let index = Int32(values.count)
    values.append(.text(text))
    texts[text] = index
    return index
  }

  private mutating func insert(_ value: SurveyValue, key: UInt64, at slot: Int) -> Int32 {
    let index = Int32(values.count)
    values.append(value)
    slots[slot] = index
    keys[slot] = key
    if values.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    let old = zip(keys, slots).filter { $0.1 >= 0 }
    let capacity = slots.count * 2
    keys = Array(repeating: 0, count: capacity)
    slots = Array(repeating: -1, count: capacity)
    for (key, index) in old {
      var slot = Self.slot(of: key, in: capacity)
      while slots[slot] >= 0 { slot = (slot &+ 1) & (capacity &- 1) }
      keys[slot] = key
      slots[slot] = index
    }
  }

  /// Fibonacci hashing: the highest bits of a product with 2^64 divided by the golden ratio.
  ///
  /// Lower bits would not do: those of a small whole number are all zero in its bit pattern, and so in
  /// the product.
  @inline(__always)
  private static func slot(of key: UInt64, in capacity: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> (64 &- UInt64(capacity.trailingZeroBitCount)))
  }
}
