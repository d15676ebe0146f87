public import Drawing

/// How contents are drawn as tiles: a grid with a tile for each chapter.
///
/// The words are set in the paragraph styles `tile-number`, `tile-title` and `tile-page`, in the
/// colours of the tile.
public struct TileStyle: Sendable, Hashable {
  /// The colours of a tile, by name in the style sheet.
  public struct Paint: Sendable, Hashable {
    /// The ground.
    public var ground: String
    /// The words.
    public var ink: String
    /// The number of the chapter.
    public var number: String

    /// Creates colours.
    public init(ground: String, ink: String, number: String) {
      self.ground = ground
      self.ink = ink
      self.number = number
    }
  }

  /// The number of tiles beside one another.
  public var columns: Int
  /// The space between tiles.
  public var gap: Length
  /// The least height; the tiles of a row are as high as the highest of them.
  public var height: Length
  /// The space between the edge of a tile and its words.
  public var padding: Length
  /// The tiles of chapters with a number.
  public var numbered: Paint
  /// The tiles of the others.
  public var others: Paint

  /// Creates a style.
  public init(
    columns: Int = 3, gap: Length = 12, height: Length = 96, padding: Length = 12,
    numbered: Paint = Paint(ground: "accent", ink: "paper", number: "paper"),
    others: Paint = Paint(ground: "accent-soft", ink: "ink", number: "ink")
  ) {
    self.columns = columns
    self.gap = gap
    self.height = height
    self.padding = padding
    self.numbered = numbered
    self.others = others
  }
}
