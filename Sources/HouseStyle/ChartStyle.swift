public import Drawing

/// How charts are drawn.
///
/// Text is set in the `chart-*` paragraph styles.
public struct ChartStyle: Sendable, Hashable {
  /// The height of one bar of grouped bars.
  public var barHeight: Length
  /// The height of a stacked bar.
  public var stackedBarHeight: Length
  /// The space between two bars of one row.
  public var barGap: Length
  /// The space between two rows.
  public var rowGap: Length
  /// The largest share of the measure that row labels take, 0 to 1.
  public var labelShare: Double
  /// The space between labels and bars.
  public var labelGap: Length
  /// The white gap between neighbouring parts of a stacked bar.
  public var segmentGap: Length
  /// The gap before a series that is set apart.
  public var setApartGap: Length
  /// The height of the plot of columns and lines.
  public var plotHeight: Length
  /// The radius of a dot.
  public var dotRadius: Length

  /// Creates a style.
  public init(
    barHeight: Length = 9,
    stackedBarHeight: Length = 18,
    barGap: Length = 1.5,
    rowGap: Length = 8,
    labelShare: Double = 0.34,
    labelGap: Length = 8,
    segmentGap: Length = 1,
    setApartGap: Length = 5,
    plotHeight: Length = 140,
    dotRadius: Length = 3.5
  ) {
    self.barHeight = barHeight
    self.stackedBarHeight = stackedBarHeight
    self.barGap = barGap
    self.rowGap = rowGap
    self.labelShare = labelShare
    self.labelGap = labelGap
    self.segmentGap = segmentGap
    self.setApartGap = setApartGap
    self.plotHeight = plotHeight
    self.dotRadius = dotRadius
  }
}

/// How tables are drawn.
///
/// Text is set in the `table-*` paragraph styles.
public struct TableStyle: Sendable, Hashable {
  /// The space above and below the text of a cell.
  public var cellPadding: Length
  /// The least space between two columns.
  public var columnGap: Length
  /// The line between two rows.
  public var rowRule: ParagraphStyle.Rule
  /// The line below the header and below the last row.
  public var headerRule: ParagraphStyle.Rule

  /// Creates a style.
  public init(
    cellPadding: Length = 4,
    columnGap: Length = 12,
    rowRule: ParagraphStyle.Rule = .init(colour: "rule", width: 0.5, gap: 0),
    headerRule: ParagraphStyle.Rule = .init(colour: "ink", width: 1, gap: 0)
  ) {
    self.cellPadding = cellPadding
    self.columnGap = columnGap
    self.rowRule = rowRule
    self.headerRule = headerRule
  }
}
