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
  /// The heights down to which a chart gives way that does not fit in the rest of its frame; nil if
  /// charts do not give way.
  public var least: Heights?
  /// The heights up to which a chart takes room that the page has left; nil if charts do not grow.
  public var most: Heights?

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
    dotRadius: Length = 3.5,
    least: Heights? = nil,
    most: Heights? = nil
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
    self.least = least
    self.most = most
  }
}

extension ChartStyle {
  /// The sizes by which a chart is higher or lower; words keep theirs.
  public struct Heights: Sendable, Hashable {
    /// The height of one bar of grouped bars.
    public var barHeight: Length
    /// The height of a stacked bar.
    public var stackedBarHeight: Length
    /// The space between two bars of one row.
    public var barGap: Length
    /// The space between two rows.
    public var rowGap: Length
    /// The height of the plot of columns and lines.
    public var plotHeight: Length

    /// The heights of a style.
    public init(of style: ChartStyle) {
      barHeight = style.barHeight
      stackedBarHeight = style.stackedBarHeight
      barGap = style.barGap
      rowGap = style.rowGap
      plotHeight = style.plotHeight
    }
  }

  /// The style with all heights moved by one share of the way to their bounds.
  ///
  /// - Parameter extent: -1 for the least heights, 0 for the usual ones, 1 for the most; between
  ///   them in proportion.
  public func set(to extent: Double) -> ChartStyle {
    guard let bound = extent < 0 ? least : most, extent != 0 else { return self }
    let share = min(abs(extent), 1)
    func between(_ usual: Length, _ bound: Length) -> Length { usual + (bound - usual) * share }
    var style = self
    style.barHeight = between(barHeight, bound.barHeight)
    style.stackedBarHeight = between(stackedBarHeight, bound.stackedBarHeight)
    style.barGap = between(barGap, bound.barGap)
    style.rowGap = between(rowGap, bound.rowGap)
    style.plotHeight = between(plotHeight, bound.plotHeight)
    return style
  }
}
