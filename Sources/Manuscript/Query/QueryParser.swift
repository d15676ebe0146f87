/// Reads queries by recursive descent; the grammar is in `Documentation/Queries.md`.
///
/// The descent is as deep as the grammar, never as deep as the text.
struct QueryParser {
  /// The most bytes of a query.
  static let sizeBound = 1000

  private let tokens: [QueryToken]
  private var position = 0

  private init(_ text: String) { tokens = QueryLexer.tokens(of: text) }

  /// Reads what stands in `{{ … }}` or behind bound words.
  static func parse(_ text: String) throws(QueryFault) -> QueryStatement {
    let size = text.utf8.count
    if size > sizeBound {
      throw QueryFault(
        bytes: sizeBound..<size, found: "more than \(sizeBound) bytes",
        expected: ["a shorter query"])
    }
    var parser = QueryParser(text)
    return try parser.statement()
  }
}

// MARK: - Tokens

extension QueryParser {
  private var token: QueryToken { tokens[min(position, tokens.count - 1)] }

  private func kind(ahead count: Int) -> QueryToken.Kind {
    tokens[min(position + count, tokens.count - 1)].kind
  }

  private var word: String? {
    if case .word(let word) = token.kind { word } else { nil }
  }

  private func isWord(_ word: String) -> Bool { token.kind == .word(word) }

  /// Whether a word that means something is meant so here: with a dot behind it, it is a name.
  private var isKeyword: Bool { kind(ahead: 1) != .dot }

  private func fault(_ expected: [String]) -> QueryFault {
    let found =
      switch token.kind {
      case .word(let word): "'\(word)'"
      case .text: "words between quotation marks"
      case .dot: "'.'"
      case .comma: "','"
      case .bar: "'|'"
      case .relation(let relation): "'\(relation.rawValue)'"
      case .stranger(let character): "'\(character)'"
      case .end: "the end of the query"
      }
    return QueryFault(bytes: token.bytes, found: found, expected: expected, word: word)
  }

  private mutating func name(_ expected: String) throws(QueryFault) -> Query.Name {
    guard let word else { throw fault([expected]) }
    let name = Query.Name(text: word, bytes: token.bytes)
    position += 1
    return name
  }

  private mutating func number(_ expected: String) throws(QueryFault) -> Int {
    guard let word, word.utf8.count <= 2, let number = Int(word), number >= 1 else {
      throw fault([expected])
    }
    position += 1
    return number
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
}

// MARK: - Statements

extension QueryParser {
  private static let clauses: Set<String> = ["for", "in", "of", "as", "top", "place", "verb"]
  private static let ranks = ["most": 1, "second": 2, "third": 3]
  /// What may follow a query, for those who wrote something else.
  private static let tails = [
    "for", "in", "of all", "as", ">", "<", "=", "similar", "vs", "most", "second", "least",
    "significant",
  ]

  private mutating func statement() throws(QueryFault) -> QueryStatement {
    var statement = QueryStatement(query: Query())
    if let word, word == "claim" || word == "sentence", case .word(let next) = kind(ahead: 1),
      !Self.clauses.contains(next) || next == "top"
    {
      statement.purpose = word == "claim" ? .claim : .sentence
      position += 1
    }
    statement.query = try query(needsSubject: true)
    while token.kind != .end {
      if let word, Self.clauses.contains(word) {
        try clause(word, of: &statement.query)
      } else {
        try tail(of: &statement)
      }
    }
    if statement.purpose == .claim, statement.assertion == nil {
      throw fault([">", "<", "=", "similar", "most", "second", "third", "least"])
    }
    return statement
  }

  private mutating func tail(of statement: inout QueryStatement) throws(QueryFault) {
    if let relation = relation() {
      if statement.assertion != nil { throw fault(["one comparison"]) }
      position += 1
      statement.assertion = .comparison(relation, try other())
      return
    }
    switch word {
    case "most", "second", "third", "least", "shared":
      if statement.assertion != nil { throw fault(["one comparison"]) }
      statement.assertion = .rank(try rank())
    case "significant":
      statement.isTested = true
      position += 1
    case "by" where statement.purpose == .sentence && statement.breakdown == nil:
      position += 1
      statement.breakdown = try name("a breakdown")
    case "saying" where statement.purpose == .sentence && statement.predicate == nil:
      position += 1
      guard case .text(let predicate) = token.kind else { throw fault(["\"words\""]) }
      statement.predicate = predicate
      position += 1
    default:
      throw fault(
        Self.tails + (statement.purpose == .sentence ? ["by", "saying"] : []))
    }
  }

  private func relation() -> QueryStatement.Relation? {
    switch token.kind {
    case .relation(let relation): relation
    case .word("vs"): .versus
    case .word("similar"): .equal
    default: nil
    }
  }

  private mutating func rank() throws(QueryFault) -> QueryStatement.Rank {
    var rank = QueryStatement.Rank()
    if isWord("shared") {
      rank.isShared = true
      position += 1
    }
    guard let word, word == "least" || Self.ranks[word] != nil else {
      throw fault(["most", "second", "third", "least"])
    }
    rank.place = Self.ranks[word]
    position += 1
    return rank
  }

  private mutating func other() throws(QueryFault) -> QueryStatement.Other {
    guard isWord("all"), kind(ahead: 1) == .word("of") else {
      return .query(try query(needsSubject: false))
    }
    position += 2
    var names = [try name("a segment")]
    while token.kind == .comma {
      position += 1
      names.append(try name("a segment"))
    }
    return .all(of: names)
  }
}

// MARK: - Queries

extension QueryParser {
  private mutating func query(needsSubject: Bool) throws(QueryFault) -> Query {
    var query = Query()
    let opensSubject = word.map { !Self.clauses.contains($0) } ?? false
    // "top 3 of belang" is asked; "top 3" on the right of a claim counts other places.
    if opensSubject || (isWord("top") && needsSubject) {
      query.subject = try subject()
    } else if needsSubject {
      throw fault(["an answer", "question.answer", "n", "base", "margin", "top 3 of question"])
    }
    var isEmpty = query.subject == nil
    while let word, Self.clauses.contains(word) {
      try clause(word, of: &query)
      isEmpty = false
    }
    if isEmpty { throw fault(["for", "in", "an answer"]) }
    return query
  }

  private mutating func subject() throws(QueryFault) -> Query.Subject {
    guard isKeyword, let word else { return .path(try path("an answer", atMost: 3)) }
    if let measure = Query.CohortMeasure(rawValue: word) {
      position += 1
      return .cohort(measure)
    }
    switch word {
    case "base":
      position += 1
      return .base(of: try question(atMost: 2))
    case "mean":
      position += 1
      return .mean(of: try question(atMost: 1))
    case "interval" where kind(ahead: 1) == .word("of"):
      position += 2
      return .interval(of: try path("an answer", atMost: 3))
    case "top":
      position += 1
      let count = try number("a number")
      return .top(count, of: try question(atMost: 2))
    default: return .path(try path("an answer", atMost: 3))
    }
  }

  /// The question behind `of`; none if the heading's is meant.
  private mutating func question(atMost most: Int) throws(QueryFault) -> [Query.Name] {
    guard isWord("of"), kind(ahead: 1) != .word("all") else { return [] }
    position += 1
    return try path("a question", atMost: most)
  }

  private mutating func clause(_ word: String, of query: inout Query) throws(QueryFault) {
    let isRepeated =
      switch word {
      case "for": query.segment != nil
      case "in": query.wave != nil
      case "as": query.format != nil
      case "top", "place": query.places != nil
      case "verb": query.verb != nil
      default: query.isOfAll
      }
    if isRepeated { throw fault(["each of 'for', 'in', 'of all' and 'as' once"]) }
    let start = token.bytes.lowerBound
    position += 1
    switch word {
    case "for": try segment(of: &query)
    case "in": query.wave = try name("a wave")
    case "as":
      guard let word = self.word, let format = Query.Format(rawValue: word) else {
        throw fault(Query.Format.allCases.map(\.rawValue))
      }
      query.format = format
      position += 1
    case "top", "place":
      let end = token.bytes.upperBound
      let number = try number("a number")
      query.places = word == "top" ? .top(number) : .place(number)
      query.placesBytes = start..<end
    case "verb": query.verb = try verb()
    default:
      guard isWord("all") else { throw fault(["all"]) }
      query.isOfAll = true
      position += 1
    }
  }

  private mutating func segment(of query: inout Query) throws(QueryFault) {
    let name = try name("a segment")
    query.segmentBytes = name.bytes
    switch name.text {
    case "this": query.segment = .this
    case "others": query.segment = .others
    case "total": query.segment = .total
    default:
      var names = [name]
      while isWord("and") {
        position += 1
        names.append(try self.name("a segment"))
      }
      query.segment = .named(names)
      query.segmentBytes = name.bytes.lowerBound..<names[names.count - 1].bytes.upperBound
    }
  }

  /// Two forms with a bar between them, each of one word or more.
  private mutating func verb() throws(QueryFault) -> Query.Verb {
    var forms = [""]
    while true {
      if let word, !(forms.count == 2 && !forms[1].isEmpty && Self.clauses.contains(word)) {
        forms[forms.count - 1] += (forms[forms.count - 1].isEmpty ? "" : " ") + word
      } else if token.kind == .bar, forms.count == 1, !forms[0].isEmpty {
        forms.append("")
      } else {
        break
      }
      position += 1
    }
    guard forms.count == 2, !forms[1].isEmpty else {
      throw fault([forms.count == 1 ? "singular|plural" : "the plural"])
    }
    return Query.Verb(singular: forms[0], plural: forms[1])
  }
}
