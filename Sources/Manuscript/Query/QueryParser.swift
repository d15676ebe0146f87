/// Why a query cannot be read: the place and what was expected there.
struct QueryFault: Error, Hashable {
  /// The UTF-8 offsets of what does not fit.
  var bytes: Range<Int>
  /// What was found, in words.
  var found: String
  /// What could have stood there.
  var expected: [String]
  /// The word that was found, for suggestions; nil for a mark or the end.
  var word: String?
}

/// Reads queries by recursive descent; the grammar is in `Documentation/Queries.md`.
struct QueryParser {
  private let tokens: [QueryToken]
  private var position = 0

  private init(_ text: String) { tokens = QueryLexer.tokens(of: text) }

  /// Reads what stands in `{{ … }}` or behind bound words: a query, or two that are compared.
  static func parse(_ text: String) throws(QueryFault) -> BoundQuery {
    var parser = QueryParser(text)
    let query = try parser.query(needsSubject: true)
    guard case .relation(let relation) = parser.token.kind else {
      try parser.expectEnd(["for", "in", "of all", "as", ">", "<", "="])
      return BoundQuery(query: query)
    }
    parser.position += 1
    let other = try parser.query(needsSubject: false)
    try parser.expectEnd(["for", "in", "of all", "as points"])
    return BoundQuery(query: query, comparison: (relation, other))
  }

  private var token: QueryToken { tokens[min(position, tokens.count - 1)] }

  private func fault(_ expected: [String]) -> QueryFault {
    let found =
      switch token.kind {
      case .word(let word): "'\(word)'"
      case .dot: "'.'"
      case .relation(let relation): "'\(relation.rawValue)'"
      case .stranger(let character): "'\(character)'"
      case .end: "the end of the query"
      }
    var fault = QueryFault(bytes: token.bytes, found: found, expected: expected)
    if case .word(let word) = token.kind { fault.word = word }
    return fault
  }

  private func expectEnd(_ expected: [String]) throws(QueryFault) {
    if token.kind != .end { throw fault(expected) }
  }

  private mutating func name(_ expected: String) throws(QueryFault) -> Query.Name {
    guard case .word(let word) = token.kind else { throw fault([expected]) }
    let name = Query.Name(text: word, bytes: token.bytes)
    position += 1
    return name
  }

  private func isWord(_ word: String) -> Bool { token.kind == .word(word) }

  private static let clauses: Set<String> = ["for", "in", "of", "as"]

  private mutating func query(needsSubject: Bool) throws(QueryFault) -> Query {
    var query = Query()
    if case .word(let word) = token.kind, !Self.clauses.contains(word) {
      query.subject = try subject(word)
    } else if needsSubject {
      throw fault(["an answer", "question.answer", "n", "base", "margin"])
    }
    var isFirst = query.subject == nil
    while case .word(let word) = token.kind, Self.clauses.contains(word) {
      try clause(word, of: &query)
      isFirst = false
    }
    if isFirst { throw fault(["for", "in", "an answer"]) }
    return query
  }

  private mutating func subject(_ word: String) throws(QueryFault) -> Query.Subject {
    let isPath = position + 1 < tokens.count && tokens[position + 1].kind == .dot
    if !isPath, let measure = Query.CohortMeasure(rawValue: word) {
      position += 1
      return .cohort(measure)
    }
    if !isPath, word == "base" {
      position += 1
      let next = position + 1 < tokens.count ? tokens[position + 1].kind : .end
      if isWord("of"), next != .word("all") {
        position += 1
        return .base(of: try path("a question", atMost: 2))
      }
      return .base(of: [])
    }
    return .path(try path("an answer", atMost: 3))
  }

  /// Names with dots between them.
  private mutating func path(_ what: String, atMost most: Int) throws(QueryFault) -> [Query.Name] {
    var names = [try name(what)]
    while token.kind == .dot, names.count < most {
      position += 1
      names.append(try name("a name"))
    }
    return names
  }

  private mutating func clause(_ word: String, of query: inout Query) throws(QueryFault) {
    let isRepeated =
      switch word {
      case "for": query.segment != nil
      case "in": query.wave != nil
      case "as": query.format != nil
      default: query.isOfAll
      }
    if isRepeated { throw fault(["each of 'for', 'in', 'of all' and 'as' once"]) }
    position += 1
    switch word {
    case "for":
      let name = try name("a segment")
      query.segmentBytes = name.bytes
      switch name.text {
      case "this": query.segment = .this
      case "others": query.segment = .others
      case "total": query.segment = .total
      default: query.segment = .named(name)
      }
    case "in": query.wave = try name("a wave")
    case "as":
      guard case .word(let word) = token.kind, let format = Query.Format(rawValue: word) else {
        throw fault(Query.Format.allCases.map(\.rawValue))
      }
      query.format = format
      position += 1
    default:
      guard isWord("all") else { throw fault(["all"]) }
      query.isOfAll = true
      position += 1
    }
  }
}
