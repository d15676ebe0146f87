/// A table: columns, header rows, body rows.
public struct Table: Sendable, Hashable {
  /// How the cells of a column are set.
  public enum Alignment: String, Sendable, Hashable {
    case start
    case centre
    case end
  }

  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// Its text.
    public var text: [Inline]
    /// Whether it heads its row; cells of header rows always head their column.
    public var isRowHeader: Bool

    /// Creates a cell.
    public init(_ text: [Inline], isRowHeader: Bool = false) {
      self.text = text
      self.isRowHeader = isRowHeader
    }
  }

  /// The title above the table; empty for none.
  public var title: [Inline]
  /// How each column is set; its count is the number of columns.
  public var columns: [Alignment]
  /// The header rows, each with one cell per column; repeated on every page.
  public var header: [[Cell]]
  /// The rows, each with one cell per column.
  public var rows: [[Cell]]
  /// Notes below the table, a paragraph each.
  public var notes: [[Inline]]

  /// Creates a table.
  public init(
    title: [Inline] = [], columns: [Alignment], header: [[Cell]], rows: [[Cell]],
    notes: [[Inline]] = []
  ) {
    self.title = title
    self.columns = columns
    self.header = header
    self.rows = rows
    self.notes = notes
  }
}
