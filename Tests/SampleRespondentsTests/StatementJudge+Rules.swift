import SurveyResults
import SurveyStatistics

/// What the report says of its own rules: who is reported, who was asked, what is compared and quoted.
extension StatementJudge {
  func checkRules(_ statement: PublishedStatement) throws {
    let expected = statement.expected
    switch statement.test {
    case "in-wave":
      let waves = try results.waves.map(\.id).filter {
        try tookPart(statement.asked.subjects[0], in: $0)
      }
      try require(waves.sorted().joined(separator: " ") == expected, "\(waves)")
    case "reported": try checkReported(statement)
    case "filter":
      for id in statement.asked.subjects {
        let filter = results.question(id)?.filter
        try require(filter == expected, "\(id): \(filter ?? "everybody")")
      }
    case "base-below": try checkSmallBases(statement)
    case "planned":
      let breakdowns = ["total"] + results.breakdowns.map(\.id)
      let planned = breakdowns.filter { results.isPlanned(statement.asked.subjects[0], by: $0) }
      try require(planned == [expected], "\(planned)")
    case "compared": try checkCompared(statement)
    case "text":
      let text = results.question(statement.asked.subjects[0])?.text ?? ""
      try require(text.contains(expected), text)
    case "most-codes":
      let codes = rows(of: statement, in: "codes.csv").compactMap { $0["respondent"] }
      let most = Dictionary(grouping: codes) { $0 }.values.map(\.count).max()
      try require(most == Int(expected), "\(most ?? 0)")
    case "quote-count": try checkRows(statement, in: "quotes.csv")
    case "theme-count": try checkRows(statement, in: "texts.yaml")
    case "quotes-differ", "quote-groups": try checkQuotes(statement)
    case "publisher": try require(statement.mark == .outside, "of the study after all")
    default: throw Untrue(description: "there is no check '\(statement.test)'")
    }
  }

  /// The rows of a file for a question, its answer and an office, as far as they are asked.
  private func rows(of statement: PublishedStatement, in file: String) -> [[String: String]] {
    let names = statement.asked.subjects[0].split(separator: ".").map(String.init)
    let office = statement.asked.word("for")
    return companions[file]?.rows.filter { row in
      row["question"] == names[0] && (names.count < 2 || row["answer"] == names[1])
        && (office == nil || row["segment"] == office)
    } ?? []
  }

  private func checkRows(_ statement: PublishedStatement, in file: String) throws {
    let count = rows(of: statement, in: file).count
    try require(String(count) == statement.expected, "\(count)")
  }

  /// Whether anything is known of an office in a wave: who took part, or a published fact.
  private func tookPart(_ office: String, in wave: String) throws -> Bool {
    let segment = try results.segment(named: office)
    if results.participation(of: segment, in: wave) != nil { return true }
    return try results.questions.contains { question in
      try !knownAnswers(of: question, for: segment, in: wave).isEmpty
    }
  }

  private func knownAnswers(
    of question: Question, for segment: SegmentKey, in wave: String
  ) throws -> [String] {
    guard question.items.isEmpty, results.isPlanned(question.id, by: "role") else { return [] }
    return try (question.categories.map(\.id) + question.nets.map(\.id)).filter { answer in
      let figure = try results.figure(
        FigureRequest(question: question.id, answer: answer, segment: segment, wave: wave))
      return figure.outcome != .unknown
    }
  }

  /// An office that is not reported leaves nothing but that it took part.
  private func checkReported(_ statement: PublishedStatement) throws {
    let segment = try results.segment(named: statement.asked.subjects[0])
    let isReported = results.segment(segment)?.isReported == true
    try require(isReported == (statement.expected == "yes"), "\(isReported)")
    let figure = try results.figure(
      FigureRequest(question: "agressie", answer: "any", segment: segment))
    try require(
      isReported == (figure.outcome != .withheld(.smallGroup)), "answers: \(figure.outcome)")
  }

  private func checkSmallBases(_ statement: PublishedStatement) throws {
    for id in statement.asked.subjects {
      let item = results.question(id)?.items.first?.id
      for office in statement.asked.clauses["for"] ?? [] {
        let base = try results.base(
          of: id, item: item, segment: results.segment(named: office))
        guard case .below(let bound) = base else {
          throw Untrue(description: "\(id) for \(office): \(base)")
        }
        try require(String(bound) == statement.expected, "\(id) for \(office): below \(bound)")
      }
    }
  }

  /// Which questions an earlier wave has facts of, and of which offices.
  private func checkCompared(_ statement: PublishedStatement) throws {
    let wave = statement.asked.subjects[0]
    var compared: [String] = []
    for question in results.questions {
      for office in ["burgemeester", "wethouder", "raadslid", "statenlid", "cdk", "gedeputeerde"] {
        let segment = try results.segment(named: office)
        if try knownAnswers(of: question, for: segment, in: wave).isEmpty { continue }
        try require(
          ["burgemeester", "wethouder", "raadslid"].contains(office), "\(question.id) for \(office)"
        )
        if compared.last != question.id { compared.append(question.id) }
      }
      let isComparable = question.comparability[wave].map { $0 != .no } ?? false
      try require(isComparable == (compared.last == question.id), "\(question.id) compares")
    }
    try require(
      compared.sorted() == statement.expected.split(separator: " ").map(String.init).sorted(),
      "\(compared)")
  }

  private func checkQuotes(_ statement: PublishedStatement) throws {
    switch statement.test {
    case "quotes-differ":
      let texts = try results.quotes(of: statement.asked.subjects[0]).map(\.quote.text)
      try require(!texts.isEmpty && Set(texts).count == texts.count, "alike, or none")
    default: try checkQuoteGroups(statement)
    }
  }

  /// The first group is a selection of what people wrote, the second all of it: as many as gave the answer.
  private func checkQuoteGroups(_ statement: PublishedStatement) throws {
    for (subject, kind) in zip(statement.asked.subjects, statement.expected.split(separator: " ")) {
      let names = subject.split(separator: ".").map(String.init)
      let quotes = try results.quotes(of: names[0], answer: names[1])
      let given = try results.breakdowns[0].segments.filter(\.isReported).reduce(0) { sum, office in
        let figure = try results.figure(
          FigureRequest(
            question: names[0], answer: names[1], segment: results.segment(named: office.id)))
        guard case .counted(let proportion, _) = figure.outcome else { return sum }
        return sum + proportion.count
      }
      let isSelection = kind == "selection"
      try require(!quotes.isEmpty, "no quotes")
      try require(
        quotes.allSatisfy { $0.quote.isSelection == isSelection }
          && (isSelection ? quotes.count < given : quotes.count == given),
        "\(quotes.count) quotes of \(given)")
    }
  }
}
