/// A value with the place that says it.
public struct Located<Value> {
  /// The value.
  public var value: Value
  /// Where the source says it.
  public var range: SourceRange

  /// Creates a located value.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A text taken from a source file, with the way back from each of its bytes.
///
/// The text may differ from what the file has: quotes, escapes, indentation and line folds are gone.
/// `range(ofUTF8:)` finds the place nevertheless, so that a fault inside a query points at its
/// character.
public struct LocatedText: Sendable, Hashable {
  /// A stretch of the text that stands unchanged on one line of the file.
  public struct Piece: Sendable, Hashable {
    /// The UTF-8 offset in the text at which the stretch begins.
    public var offset: Int
    /// Where it begins in the file.
    public var position: SourcePosition

    /// Creates a stretch.
    public init(offset: Int, position: SourcePosition) {
      self.offset = offset
      self.position = position
    }
  }

  /// The text.
  public var text: String
  /// The whole of it in the file, quotes included.
  public var range: SourceRange
  /// Its unchanged stretches in order; empty if the way back is not known.
  public var pieces: [Piece]

  /// Creates a text with its unchanged stretches.
  public init(_ text: String, at range: SourceRange, pieces: [Piece]) {
    self.text = text
    self.range = range
    self.pieces = pieces
  }

  /// Creates a text that stands in the file as it is, on one line, from the start of the range.
  public init(_ text: String, at range: SourceRange) {
    self.init(text, at: range, pieces: [Piece(offset: 0, position: range.start)])
  }

  /// The place of a stretch of the text, given by UTF-8 offsets; the whole if it is not known.
  public func range(ofUTF8 bytes: Range<Int>) -> SourceRange {
    guard let start = position(ofUTF8: bytes.lowerBound) else { return range }
    let last = bytes.isEmpty ? nil : position(ofUTF8: bytes.upperBound - 1)
    let end = last.map { SourcePosition(line: $0.line, column: $0.column + 1) } ?? start
    return SourceRange(file: range.file, start: start, end: max(start, end))
  }

  /// The text between two UTF-8 offsets, with its way back; clamped to the text.
  public func slice(ofUTF8 bytes: Range<Int>) -> LocatedText {
    let all = Array(text.utf8)
    let bytes = bytes.clamped(to: 0..<all.count)
    var slices: [Piece] = []
    if let start = position(ofUTF8: bytes.lowerBound) {
      slices.append(Piece(offset: 0, position: start))
    }
    for piece in pieces where piece.offset > bytes.lowerBound && piece.offset < bytes.upperBound {
      slices.append(Piece(offset: piece.offset - bytes.lowerBound, position: piece.position))
    }
    return LocatedText(
      String(decoding: all[bytes], as: UTF8.self),
      at: range(ofUTF8: bytes),
      pieces: slices
    )
  }

  private func position(ofUTF8 offset: Int) -> SourcePosition? {
    guard let piece = pieces.last(where: { $0.offset <= offset }) ?? pieces.first else {
      return nil
    }
    let scalars = text.utf8.dropFirst(piece.offset).prefix(max(0, offset - piece.offset + 1))
      .count { $0 & 0xC0 != 0x80 }
    return SourcePosition(
      line: piece.position.line,
      column: piece.position.column + max(0, scalars - 1)
    )
  }
}
