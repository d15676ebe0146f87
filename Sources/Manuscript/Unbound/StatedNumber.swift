/// A number that a text states, in digits or in words, and what kind of number it is.
public struct StatedNumber: Sendable, Hashable {
  /// The kinds.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A percentage, or a difference in percentage points.
    case percentage
    /// How many there are.
    case count
    /// A share or a ratio in words: "ruim de helft", "twee keer zo vaak".
    case words
    /// A word that judges a figure: "significant", "opvallend".
    case evaluation
    /// A day, a month with its year, a time of day.
    case date
    /// A year.
    case year
    /// Part of an address, a telephone number, a link.
    case contact
    /// A number that names a place or a thing: "figuur 3", "A4".
    case structural
    /// An amount of something that is no survey result: "18 jaar", "€ 12".
    case quantity

    /// Whether something must vouch for a number of the kind.
    public var needsVoucher: Bool {
      switch self {
      case .percentage, .count, .words, .evaluation: true
      case .date, .year, .contact, .structural, .quantity: false
      }
    }
  }

  /// What kind of number it is.
  public var kind: Kind
  /// The words that state it, as they stand in the text.
  public var text: String
  /// Where they stand, in UTF-8 offsets.
  public var bytes: Range<Int>
}
