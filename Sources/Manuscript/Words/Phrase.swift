import DocumentTree

/// A figure as it is printed, with what vouches for it.
struct StatedFigure {
  var resolved: Resolved
  /// `60%`.
  var printed: String
}

/// Words that Katern writes, with figures among them that keep their origin.
///
/// A phrase is written as a string with its figures in place: `"van de \(people) \(figure)"`.
struct Phrase: ExpressibleByStringInterpolation {
  /// A stretch of a phrase.
  enum Piece {
    case words(String)
    case figure(StatedFigure)
    /// Words that have their origin: a figure that is in the list of printed figures already.
    case printed(Inline)
  }

  var pieces: [Piece]

  init(stringLiteral words: String) { pieces = [.words(words)] }

  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  init(_ figure: StatedFigure) { pieces = [.figure(figure)] }

  init(_ printed: [Inline]) { pieces = printed.map { .printed($0) } }

  /// The pieces while they are gathered.
  struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { pieces.append(.words(words)) }
    }

    mutating func appendInterpolation(_ words: String) { appendLiteral(words) }

    mutating func appendInterpolation(_ figure: StatedFigure) { pieces.append(.figure(figure)) }

    mutating func appendInterpolation(_ phrase: Phrase) { pieces += phrase.pieces }
  }

  /// The words and figures in order.
  var text: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .figure(let figure): figure.printed
      case .printed(let inline): inline.text
      }
    }.joined()
  }

  static func + (left: Phrase, right: Phrase) -> Phrase { "\(left)\(right)" }
}

extension Wording {
  /// "a, b en c", of phrases.
  func list(_ phrases: [Phrase], separator: String = ", ") -> Phrase {
    guard var list = phrases.first else { return "" }
    for (index, phrase) in phrases.enumerated().dropFirst() {
      let isLast = index == phrases.count - 1
      list = isLast ? "\(list) \(and) \(phrase)" : "\(list)\(separator)\(phrase)"
    }
    return list
  }
}
