/// A token of a query with its UTF-8 offsets.
struct QueryToken: Hashable {
  /// What a token is.
  enum Kind: Hashable {
    case word(String)
    case dot
    case relation(BoundQuery.Relation)
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
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "-" || character == "_"
        || character == ":"
    }
    func flush() {
      if !word.isEmpty { tokens.append(QueryToken(kind: .word(word), bytes: wordStart..<offset)) }
      word = ""
    }
    for character in text {
      let end = offset + character.utf8.count
      if isPart(character) {
        if word.isEmpty { wordStart = offset }
        word.append(character)
      } else {
        flush()
        if character == "." {
          tokens.append(QueryToken(kind: .dot, bytes: offset..<end))
        } else if let relation = BoundQuery.Relation(rawValue: character) {
          tokens.append(QueryToken(kind: .relation(relation), bytes: offset..<end))
        } else if !character.isWhitespace {
          tokens.append(QueryToken(kind: .stranger(character), bytes: offset..<end))
        }
      }
      offset = end
    }
    flush()
    tokens.append(QueryToken(kind: .end, bytes: offset..<offset))
    return tokens
  }
}
