public import Drawing

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
