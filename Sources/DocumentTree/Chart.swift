/// A chart as data: what is compared, every value with its label and origin, and what it says.
///
/// A chart has `rows` (what stands along the vertical axis) and `series` (what each row compares or
/// is divided into). `cells[row][series]` has a value for each pair.
public struct Chart: Sendable, Hashable {
  /// The kinds of chart.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// For each row (an answer) one bar per series (a segment), from a common zero.
    case groupedBars = "grouped-bars"
    /// Each row (a segment, a wave or an item) is a bar of 100 %, divided into the series (answers).
    case stackedBars = "stacked-bars"
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// What the row is: "Verbale agressie", "Burgemeesters".
    public var label: [Inline]
    /// Behind or below the label, smaller: "n = 113". Empty for none.
    public var detail: [Inline]
    /// Whether the row opens a new group and is set apart from the row above.
    public var opensGroup: Bool

    /// Creates a row.
    public init(label: [Inline], detail: [Inline] = [], opensGroup: Bool = false) {
      self.label = label
      self.detail = detail
      self.opensGroup = opensGroup
    }
  }

  /// One series.
  public struct Series: Sendable, Hashable {
    /// What it is: "Burgemeesters", "Zeer mee eens".
    public var label: [Inline]
    /// Behind the label in the legend: "n = 113". Empty for none.
    public var detail: [Inline]
    /// A colour of the style sheet, by name: `role-1`, `scale-2`, `dont-know`.
    public var colour: String
    /// Whether the series stands apart behind a gap (don't know, no answer).
    public var isSetApart: Bool

    /// Creates a series.
    public init(
      label: [Inline], detail: [Inline] = [], colour: String, isSetApart: Bool = false
    ) {
      self.label = label
      self.detail = detail
      self.colour = colour
      self.isSetApart = isSetApart
    }
  }

  /// One value.
  public enum Cell: Sendable, Hashable {
    /// A share from 0 to 1 as an exact fraction, with its printed label; hatched if indicative.
    case value(share: Double, label: Inline, isIndicative: Bool)
    /// No bar, and why: "n < 30". The same text in every cell of a row is printed once.
    case noBar(reason: Inline)
    /// Nothing was asked or nothing is known; nothing is printed.
    case absent
  }

  /// The kind.
  public var kind: Kind
  /// The title above the chart.
  public var title: [Inline]
  /// The line below the title: question, base, wave. Empty for none.
  public var subtitle: [Inline]
  /// The rows, top down.
  public var rows: [Row]
  /// The series, in legend order.
  public var series: [Series]
  /// The values: one list per row, one cell per series.
  public var cells: [[Cell]]
  /// Notes below the chart, a paragraph each: small bases, rounding, source.
  public var notes: [[Inline]]
  /// What the chart says, in one or two sentences, for those who cannot see it; never the title.
  public var alternativeText: String

  /// Creates a chart; `cells` must have a list per row with a cell per series.
  public init(
    kind: Kind, title: [Inline], subtitle: [Inline] = [], rows: [Row], series: [Series],
    cells: [[Cell]], notes: [[Inline]] = [], alternativeText: String
  ) {
    precondition(cells.count == rows.count && cells.allSatisfy { $0.count == series.count })
    self.kind = kind
    self.title = title
    self.subtitle = subtitle
    self.rows = rows
    self.series = series
    self.cells = cells
    self.notes = notes
    self.alternativeText = alternativeText
  }
}
