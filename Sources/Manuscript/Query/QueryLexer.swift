/// A token of a query with its UTF-8 offsets.
struct QueryToken: Hashable {
  /// What a token is.
  enum Kind: Hashable {
    case word(String)
    /// Words between double quotation marks.
    case text(String)
    case dot
    case comma
    case bar
    case relation(QueryStatement.Relation)
    /// A character that no query has.
    case stranger(Character)
    case end
  }

  var kind: Kind
  var bytes: Range<Int>
}

/// Cuts a query into tokens; every text can be cut.
enum QueryLexer {
  static func tokens(of text: String) -> [QueryToken] {
    var tokens: [QueryToken] = []
    var offset = 0
    var word = ""
    var wordStart = 0
    var quoted: (text: String, start: Int)?
    func flush() {
      if !word.isEmpty { tokens.append(QueryToken(kind: .word(word), bytes: wordStart..<offset)) }
      word = ""
    }
    for character in text {
      let end = offset + character.utf8.count
      defer { offset = end }
      if let open = quoted {
        if character == "\"" {
          tokens.append(QueryToken(kind: .text(open.text), bytes: open.start..<end))
          quoted = nil
        } else {
          quoted?.text.append(character)
        }
      } else if isPart(character) {
        if word.isEmpty { wordStart = offset }
        word.append(character)
      } else {
        flush()
        if character == "\"" {
          quoted = ("", offset)
        } else if let kind = mark(character) {
          tokens.append(QueryToken(kind: kind, bytes: offset..<end))
        }
      }
    }
    flush()
    // A quotation mark that nothing closes is as strange as any other mark.
    if let quoted {
      tokens.append(
        QueryToken(kind: .stranger("\""), bytes: quoted.start..<quoted.start + 1))
    }
    tokens.append(QueryToken(kind: .end, bytes: offset..<offset))
    return tokens
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
      || character == ":"
  }

  private static func mark(_ character: Character) -> QueryToken.Kind? {
    switch character {
    case ".": .dot
    case ",": .comma
    case "|": .bar
    default:
      if let relation = QueryStatement.Relation(rawValue: String(character)) {
        .relation(relation)
      } else {
        character.isWhitespace ? nil : .stranger(character)
      }
    }
  }
}
