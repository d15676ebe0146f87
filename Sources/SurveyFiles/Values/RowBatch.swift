/// Some respondents of a survey file, column by column.
///
/// One batch is filled again and again while a file is read; a copy of it costs as much as its rows.
public struct RowBatch {
  /// The most rows of a batch. No power of two: the columns would then share their cache lines.
  static let capacity = 2000

  /// The number of rows.
  public private(set) var count = 0
  /// The distinct values of each column that was asked for.
  public private(set) var tables: [ValueTable]
  /// Rows that had another number of fields than the header, and are not among the rows.
  public private(set) var misshapen: [MisshapenRow] = []
  /// The numbers of the values: `capacity` for the first column, then for the second.
  private var codes: [Int32]
  private var lines: [Int]

  /// A row with too many or too few fields.
  public struct MisshapenRow: Sendable, Hashable {
    /// The line of a text file on which the row starts, from 1.
    public var line: Int
    /// How many fields it has.
    public var fields: Int
  }

  init(columns: Int) {
    tables = (0..<columns).map { _ in ValueTable() }
    codes = Array(repeating: 0, count: columns * Self.capacity)
    lines = Array(repeating: 0, count: Self.capacity)
  }

  /// Where a row stands: the line of a text file, or the number of the respondent; from 1.
  public func line(of row: Int) -> Int { lines[row] }

  /// The numbers of a column's values, one for each row.
  public func codes(of column: Int) -> ArraySlice<Int32> {
    codes[column * Self.capacity..<column * Self.capacity + count]
  }

  /// The number of a value in the table of its column.
  public func code(row: Int, column: Int) -> Int { Int(codes[column * Self.capacity + row]) }

  /// What a field says.
  public func value(row: Int, column: Int) -> SurveyValue {
    tables[column].values[code(row: row, column: column)]
  }

  /// Whether the batch should be read before another row is added.
  var isFull: Bool {
    count == Self.capacity || misshapen.count == Self.capacity
      || tables.contains(where: \.isOverflowing)
  }

  /// Whether there is nothing to read.
  var isEmpty: Bool { count == 0 && misshapen.isEmpty }

  /// Sets a field of the row that comes next.
  @inline(__always)
  mutating func setNumber(_ number: Double, column: Int) {
    // Zero has two bit patterns and is one value.
    let number = number == 0 ? 0 : number
    let code =
      number.isFinite ? tables[column].index(ofKey: number.bitPattern) { .number(number) } : 0
    codes[column * Self.capacity + count] = code ?? 0
  }

  /// Sets a field of the row that comes next to a missing value with a letter.
  mutating func setMissing(tag: UInt8, column: Int) {
    let key = Double.nan.bitPattern | UInt64(tag)
    let code = tables[column].index(ofKey: key) {
      .missing(tag: Character(Unicode.Scalar(tag)))
    }
    codes[column * Self.capacity + count] = code ?? 0
  }

  /// Sets a field of the row that comes next to nothing.
  mutating func setNothing(column: Int) { codes[column * Self.capacity + count] = 0 }

  /// Sets a field of the row that comes next to a text.
  mutating func setText(_ text: String, column: Int) {
    let code = text.isEmpty ? 0 : tables[column].index(ofText: text)
    codes[column * Self.capacity + count] = code
  }

  /// Sets a field of the row that comes next to a text of up to seven bytes, given as its key.
  ///
  /// - Returns: whether `text` could make the text.
  @inline(__always)
  mutating func setShortText(key: UInt64, column: Int, _ text: () -> String?) -> Bool {
    guard let code = tables[column].index(ofKey: key, { text().map { .text($0) } }) else {
      return false
    }
    codes[column * Self.capacity + count] = code
    return true
  }

  /// Ends the row.
  mutating func endRow(line: Int) {
    lines[count] = line
    count += 1
  }

  /// Notes a row that is not added.
  mutating func addMisshapen(line: Int, fields: Int) {
    misshapen.append(MisshapenRow(line: line, fields: fields))
  }

  /// Makes room for the next rows.
  mutating func clear() {
    count = 0
    misshapen.removeAll(keepingCapacity: true)
    for column in tables.indices where tables[column].isFull { tables[column].clear() }
  }
}
