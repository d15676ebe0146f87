/// The rules of publication; printed in the methodology.
public struct Policy: Sendable, Hashable {
  /// What charts show of a base below `insufficient`.
  public enum SmallRows: String, Sendable, Hashable, CaseIterable {
    /// The row with its reason and no bar.
    case rowWithoutBar = "row-without-bar"
    /// A hatched bar.
    case hatchedBar = "hatched-bar"
    /// No row.
    case withhold
  }

  /// Below this base a figure is marked as indicative.
  public var indicative = 50
  /// Below this base a figure is not shown as a percentage.
  public var insufficient = 30
  /// Below this number of respondents a group leaves nothing but that it took part.
  public var group = 10
  /// A sensitive answer given, or not given, by fewer than this many (and not by nobody) is withheld.
  public var cell = 5
  /// A sensitive answer of at least this share of a base below `indicative` is withheld.
  public var dominance = 0.9
  /// What charts show of a base below `insufficient`.
  public var smallRows = SmallRows.rowWithoutBar

  /// The rules as they are unless a codebook says otherwise.
  public init() {}
}

/// Which file the results come from.
public struct InputFile: Sendable, Hashable {
  /// The path relative to the report folder.
  public var path: String
  /// The SHA-256 of its bytes.
  public var sha256: String

  /// Creates an entry.
  public init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}
