/// A chart as data: what is compared, every value with its label and origin, and what it says.
///
/// A chart has `rows` (what stands along the vertical axis, or side by side under columns and lines)
/// and `series` (what each row compares or is divided into). `cells[row][series]` has a value for
/// each pair.
public struct Chart: Sendable, Hashable {
  /// The kinds of chart.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// For each row (an answer) one bar per series (a segment), from a common zero.
    case groupedBars = "grouped-bars"
    /// For each series (a segment) a panel of its own with a bar per row (an answer).
    case smallMultiples = "small-multiples"
    /// Each row (a segment, a wave or an item) is a bar of 100 %, divided into the series (answers).
    case stackedBars = "stacked-bars"
    /// As stacked bars, but the bars lie left and right of the middle of the scale.
    case divergingBars = "diverging-bars"
    /// Each row (what was ranked) is a bar, divided into the series (first place, second, third).
    case ranking
    /// Each row is a line from the value of the first series (a wave) to that of the second.
    case dumbbell
    /// Upright bars: a group per row (a wave or a segment), in it a bar per series.
    case columns
    /// A line per series (a segment or an answer) over the rows (waves).
    case lines
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// The heading of the group that the row opens: "Prettig", above rows for each segment. Empty for
    /// none.
    public var heading: [Inline]
    /// What the row is: "Verbale agressie", "Burgemeesters".
    public var label: [Inline]
    /// Behind or below the label, smaller: "n = 113". Empty for none.
    public var detail: [Inline]
    /// Whether the row opens a new group and is set apart from the row above.
    public var opensGroup: Bool
    /// What stands in the column at the right: a total, a difference; nil for nothing.
    public var summary: Summary?
    /// The place in time, in years, for lines; nil for rows at even distances.
    public var time: Double?

    /// Creates a row.
    public init(
      heading: [Inline] = [], label: [Inline], detail: [Inline] = [], opensGroup: Bool = false,
      summary: Summary? = nil, time: Double? = nil
    ) {
      self.heading = heading
      self.label = label
      self.detail = detail
      self.opensGroup = opensGroup
      self.summary = summary
      self.time = time
    }
  }

  /// What stands in the column at the right of a row.
  public struct Summary: Sendable, Hashable {
    /// The words, on one line: "+14", "68%".
    public var text: [Inline]
    /// The mark of significance; nil for none.
    public var significance: Significance?

    /// Creates a summary.
    public init(_ text: [Inline], significance: Significance? = nil) {
      self.text = text
      self.significance = significance
    }
  }

  /// What a test says of a value: it lies above or below what it was compared with.
  public enum Significance: String, Sendable, Hashable, CaseIterable {
    case higher
    case lower
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
    /// Whether the series is drawn lighter than its colour: an earlier wave.
    public var isLight: Bool

    /// Creates a series.
    public init(
      label: [Inline], detail: [Inline] = [], colour: String, isSetApart: Bool = false,
      isLight: Bool = false
    ) {
      self.label = label
      self.detail = detail
      self.colour = colour
      self.isSetApart = isSetApart
      self.isLight = isLight
    }
  }

  /// A share with everything that is drawn of it.
  public struct Value: Sendable, Hashable {
    /// The share from 0 to 1, an exact fraction.
    public var share: Double
    /// As it is printed.
    public var label: Inline
    /// Whether the base is small; the value is hatched or hollow.
    public var isIndicative: Bool
    /// The mark of significance; nil for none.
    public var significance: Significance?
    /// The ends of the whisker, 0 to 1; nil for none.
    public var interval: ClosedRange<Double>?

    /// Creates a value.
    public init(
      share: Double, label: Inline, isIndicative: Bool = false, significance: Significance? = nil,
      interval: ClosedRange<Double>? = nil
    ) {
      self.share = share
      self.label = label
      self.isIndicative = isIndicative
      self.significance = significance
      self.interval = interval
    }
  }

  /// One cell.
  public enum Cell: Sendable, Hashable {
    /// A value.
    case value(Value)
    /// No bar, and why: "n < 30". The same text in every cell of a row is printed once.
    case noBar(reason: Inline)
    /// Nothing was asked or nothing is known; nothing is printed.
    case absent

    /// A value without marks.
    public static func value(share: Double, label: Inline, isIndicative: Bool) -> Cell {
      .value(Value(share: share, label: label, isIndicative: isIndicative))
    }

    /// The value; nil for a cell without one.
    public var value: Value? {
      if case .value(let value) = self { value } else { nil }
    }

    /// Why there is no bar; nil for a value and for an absent cell.
    public var reason: Inline? {
      if case .noBar(let reason) = self { reason } else { nil }
    }
  }

  /// The kind.
  public var kind: Kind
  /// The title above the chart.
  public var title: [Inline]
  /// The line below the title: question, base, wave. Empty for none.
  public var subtitle: [Inline]
  /// The rows, top down; from left to right under columns and lines.
  public var rows: [Row]
  /// The series, in legend order.
  public var series: [Series]
  /// The values: one list per row, one cell per series.
  public var cells: [[Cell]]
  /// The heading of the column at the right: "Verschil". Empty for none.
  public var summaryHeading: [Inline]
  /// What the marks of significance say; in the legend. Empty if the chart has none.
  public var significanceLegend: [Inline]
  /// Notes below the chart, a paragraph each: small bases, rounding, source.
  public var notes: [[Inline]]
  /// What the chart says for those who cannot see it, each number with its origin; never the title.
  public var alternativeText: [Inline]
  /// The words of a table that the drawing cannot say; nil for a chart whose words are part of its
  /// picture.
  ///
  /// With them the words of the drawing are a table for a screen reader: names head its rows and
  /// columns, values are its cells.
  public var tableWords: TableWords?

  /// Creates a chart; `cells` must have a list per row with a cell per series.
  public init(
    kind: Kind, title: [Inline], subtitle: [Inline] = [], rows: [Row], series: [Series],
    cells: [[Cell]], notes: [[Inline]] = [], alternativeText: [Inline]
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
    summaryHeading = []
    significanceLegend = []
  }

  /// Whether a value or a summary has a mark of significance.
  public var hasSignificance: Bool {
    rows.contains { $0.summary?.significance != nil }
      || cells.contains { $0.contains { $0.value?.significance != nil } }
  }
}
