public import Drawing

/// The places inside a word where a line may end.
public final class WordBreaks: Sendable {
  /// A place inside a word where a line may end.
  public struct Place: Sendable, Hashable {
    /// The number of UTF-8 bytes of the shown word before it.
    public var offset: Int
    /// Whether a hyphen is printed when the line ends here.
    public var insertsHyphen: Bool
    /// The width of what stands before it, with the hyphen if there is one; at an em of one point.
    public var widthBefore: Length
    /// The width of what stands behind it; at an em of one point.
    public var widthBehind: Length

    /// Creates a place.
    public init(offset: Int, insertsHyphen: Bool, widthBefore: Length, widthBehind: Length) {
      self.offset = offset
      self.insertsHyphen = insertsHyphen
      self.widthBefore = widthBefore
      self.widthBehind = widthBehind
    }
  }

  /// The places in order.
  public let places: [Place]

  /// Creates the breaks of a word.
  public init(_ places: [Place]) {
    self.places = places
  }

  /// Those of a word that is never divided.
  public static let none = WordBreaks([])
}
