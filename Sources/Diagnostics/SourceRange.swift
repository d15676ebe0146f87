/// A place in a source text: line and column, both counted from 1, the column in Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable, Codable {
  /// The line, counted from 1.
  public var line: Int
  /// The column in Unicode scalars, counted from 1.
  public var column: Int

  /// Creates a position from a line and a column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether the left position comes first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a source file, from `start` up to and not including `end`.
public struct SourceRange: Sendable, Hashable, Codable {
  /// The file as the user knows it: its path relative to the report folder.
  public var file: String
  /// The first position of the stretch.
  public var start: SourcePosition
  /// The position behind the last character; equal to `start` for a point.
  public var end: SourcePosition

  /// Creates a range; without `end` it is the point `start`.
  public init(file: String, start: SourcePosition, end: SourcePosition? = nil) {
    self.file = file
    self.start = start
    self.end = end ?? start
  }
}
