/// The look of characters.
public struct TextStyle: Sendable, Hashable {
  /// The font families in order of preference; a character is taken from the first that has it.
  public var families: [String]
  /// The size of the em.
  public var size: Length
  /// The weight, 100 to 900; 400 is regular.
  public var weight: Int
  /// Whether the text is italic.
  public var isItalic: Bool
  /// OpenType features that are switched on: `tnum`, `smcp`.
  public var features: [String]
  /// Space added behind each glyph; may be negative.
  public var tracking: Length
  /// The ink.
  public var colour: Colour
  /// How far the baseline is raised.
  public var rise: Length

  /// Creates a style.
  public init(
    families: [String], size: Length, weight: Int = 400, isItalic: Bool = false,
    features: [String] = [], tracking: Length = 0, colour: Colour = .black, rise: Length = 0
  ) {
    self.families = families
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.features = features
    self.tracking = tracking
    self.colour = colour
    self.rise = rise
  }
}
