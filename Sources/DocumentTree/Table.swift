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

  /// A head across all columns above some rows.
  public struct Group: Sendable, Hashable {
    /// What it says.
    public var head: [Inline]
    /// What it says once more where the group goes on on another page or in another column.
    public var continuation: [Inline]
    /// The first of its rows, from 0; it ends where the next group begins.
    public var firstRow: Int

    /// Creates a group.
    public init(head: [Inline], continuation: [Inline], firstRow: Int) {
      self.head = head
      self.continuation = continuation
      self.firstRow = firstRow
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
  /// The groups of rows, in order; rows before the first stand in none.
  public var groups: [Group]
  /// Notes below the table, a paragraph each.
  public var notes: [[Inline]]

  /// Creates a table.
  public init(
    title: [Inline] = [], columns: [Alignment], header: [[Cell]], rows: [[Cell]],
    groups: [Group] = [], notes: [[Inline]] = []
  ) {
    precondition(
      groups.allSatisfy { rows.indices.contains($0.firstRow) }
        && zip(groups, groups.dropFirst()).allSatisfy { $0.firstRow < $1.firstRow },
      "each group of a table has rows, in order")
    self.title = title
    self.columns = columns
    self.header = header
    self.rows = rows
    self.groups = groups
    self.notes = notes
  }

  /// The rows in runs, each with its group; nil for those before the first group.
  public var runs: [(group: Int?, rows: Range<Int>)] {
    let starts = groups.map(\.firstRow)
    let ends = starts.dropFirst() + [rows.count]
    let grouped = zip(starts, ends).enumerated().map { (group: Optional($0), rows: $1.0..<$1.1) }
    let first = starts.first ?? rows.count
    return first > 0 ? [(group: nil, rows: 0..<first)] + grouped : grouped
  }
}
