public import Drawing

/// How a paragraph is set.
public struct ParagraphStyle: Sendable, Hashable {
  /// Where the lines stand within the measure.
  public enum Alignment: String, Sendable, Hashable, CaseIterable {
    case left
    case right
    case centre
    case justified
  }

  /// The characters.
  public var text: TextStyle
  /// The distance from baseline to baseline.
  public var leading: Length
  /// The space above, dropped at the top of a frame.
  public var spaceBefore: Length
  /// The space below; between two blocks the larger of the two spaces counts.
  public var spaceAfter: Length
  /// How far the text stands from the left edge of the frame.
  public var indentLeft: Length
  /// How far it stands from the right edge.
  public var indentRight: Length
  /// Where the lines stand.
  public var alignment: Alignment
  /// Whether words may be hyphenated.
  public var isHyphenated: Bool
  /// Whether the paragraph must be followed by a line of the next block on the same page.
  public var keepsWithNext: Bool
  /// Whether the paragraph may not be split over pages.
  public var keepsTogether: Bool
  /// The least number of lines at the bottom of a page.
  public var orphans: Int
  /// The least number of lines at the top of a page.
  public var widows: Int
  /// Whether the text is set in capitals; extraction gives the original.
  public var isUppercase: Bool
  /// Whether every line stands on the baseline grid.
  public var isOnGrid: Bool
  /// A line above the paragraph, over the measure; nil for none.
  public var ruleAbove: Rule?
  /// Whether the paragraph stands at the top of a page.
  ///
  /// It stays below a paragraph that keeps with it, such as a chapter's title.
  public var startsPage: Bool
  /// The height that the paragraph may have: what would be higher is set smaller, at least at half
  /// its size; nil for any height.
  public var maxHeight: Length?

  /// A line across the measure.
  public struct Rule: Sendable, Hashable {
    /// Its colour, by name in the style sheet.
    public var colour: String
    /// Its width.
    public var width: Length
    /// Its length from the left; nil for the whole measure.
    public var length: Length?
    /// The space between the rule and the text.
    public var gap: Length

    /// Creates a rule.
    public init(colour: String, width: Length, length: Length? = nil, gap: Length) {
      self.colour = colour
      self.width = width
      self.length = length
      self.gap = gap
    }
  }

  /// Creates a style.
  public init(
    text: TextStyle = TextStyle(families: [], size: 10),
    leading: Length = 14,
    spaceBefore: Length = 0,
    spaceAfter: Length = 0,
    indentLeft: Length = 0,
    indentRight: Length = 0,
    alignment: Alignment = .left,
    isHyphenated: Bool = false,
    keepsWithNext: Bool = false,
    keepsTogether: Bool = false,
    orphans: Int = 2,
    widows: Int = 2,
    isUppercase: Bool = false,
    isOnGrid: Bool = false,
    ruleAbove: Rule? = nil,
    startsPage: Bool = false,
    maxHeight: Length? = nil
  ) {
    self.maxHeight = maxHeight
    self.text = text
    self.leading = leading
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.indentLeft = indentLeft
    self.indentRight = indentRight
    self.alignment = alignment
    self.isHyphenated = isHyphenated
    self.keepsWithNext = keepsWithNext
    self.keepsTogether = keepsTogether
    self.orphans = orphans
    self.widows = widows
    self.isUppercase = isUppercase
    self.isOnGrid = isOnGrid
    self.ruleAbove = ruleAbove
    self.startsPage = startsPage
  }

  /// The names that every style sheet defines.
  ///
  /// `chapter-number` and `lead` stand on dividers, `cover-*` on covers; `list` is the text of list
  /// items of the first level, `list-2` and `list-3` of nested ones, `list-title` stands above lists of
  /// answers and `quote` is what respondents wrote; `contents-1` and `contents-2`
  /// the entries of the list of contents; the `chart-*` and `table-*` styles are for the parts of
  /// charts and tables; `key-value` and `key-label` for key figures; `footnote` for the notes at the
  /// foot of a page; `address` and `sign-off` for the blocks of that name, `back-title` for the title on
  /// the back cover, and the `tile-*` styles for contents as tiles.
  public static let requiredNames = [
    "body", "heading-1", "heading-2", "heading-3", "lead", "list", "list-2", "list-3", "list-title",
    "quote", "callout", "cover-kind", "cover-title", "cover-subtitle", "cover-imprint",
    "chapter-number",
    "contents-1", "contents-2", "chart-title", "chart-subtitle", "chart-label", "chart-detail",
    "chart-value", "chart-note", "chart-legend", "table-title", "table-header", "table-cell",
    "table-note", "key-value", "key-label", "footnote", "address", "sign-off", "back-title",
    "tile-number", "tile-title", "tile-page", "running-head", "folio",
  ]
}
