import DocumentTree
import Drawing
import HouseStyle

/// What is set for text that is known only when the pages are.
///
/// The first time it is a guess: two digits, one asterisk. The guess often has the width of the
/// truth, which then takes its place; else the pages are laid out once more with the truth.
struct LateValues: Equatable {
  /// The values that are known, by what they stand for.
  var known: [LateText: String] = [:]

  /// The text to set.
  func text(for late: LateText) -> String {
    if let value = known[late] { return value }
    switch late {
    case .page: return "00"
    case .noteMark: return "*"
    }
  }
}

/// A piece of a strip whose text is filled in when the pages are known.
struct LatePiece {
  /// Where the text stands.
  enum Place {
    /// Within a line: its left edge. The room is that of the text that was set for it.
    case left(Length, width: Length)
    /// At the right edge, in room of its own.
    case right(Length)
  }

  /// What is filled in.
  var text: LateText
  /// The text that was set for it.
  var guess: String
  /// Its look.
  var look: TextStyle
  /// Where it stands, relative to the strip.
  var place: Place
  /// Its baseline, relative to the strip.
  var baseline: Length

  /// Moves the piece.
  mutating func move(x dx: Length, y dy: Length) {
    baseline = baseline + dy
    switch place {
    case .left(let x, let width): place = .left(x + dx, width: width)
    case .right(let x): place = .right(x + dx)
    }
  }
}
