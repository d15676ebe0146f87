/// Words for a share, and the shares that they stand for, in percent.
struct ShareWords: Sendable {
  /// Which side of one half the words take.
  enum Side: Sendable {
    case below
    case neither
    case above
  }

  var words: String
  /// From here on.
  var low: Double
  /// Up to here, itself left out unless `includesHigh`.
  var high: Double
  var side: Side
  var includesHigh: Bool

  init(
    _ words: String, _ low: Double, _ high: Double, _ side: Side = .neither,
    includesHigh: Bool = false
  ) {
    self.words = words
    self.low = low
    self.high = high
    self.side = side
    self.includesHigh = includesHigh
  }

  func holds(_ percent: Double) -> Bool {
    percent >= low && (percent < high || (includesHigh && percent <= high))
  }
}

/// How words for a share join the people whom they are about, and which verb they take.
struct Agreement: Sendable, Hashable {
  /// What stands between the words and the people.
  enum Joint: Sendable, Hashable {
    /// "een derde van de raadsleden".
    case ofThe
    /// "zes op de tien raadsleden".
    case direct
    /// Other words join better: "geen van de raadsleden" for "geen enkele".
    case instead(String)
  }

  var joint: Joint
  /// Whether the verb is plural.
  var isPlural: Bool
}
