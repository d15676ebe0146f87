import Foundation

/// What the published report states, as Fixtures/published.csv says it: the page, what is asked of our
/// results, what must come out, and what becomes of it.
struct PublishedStatement: Sendable, CustomStringConvertible {
  /// What becomes of a statement.
  enum Mark: String, Sendable, CaseIterable {
    /// It comes out of the door and may be printed.
    case printable
    /// It is true of the model, and the policy withholds it.
    case withheld
    /// The published report contradicts its own arithmetic or method; ours follows the arithmetic.
    case errorOfPublication = "error-of-publication"
    /// The publisher about itself: nothing of the study.
    case outside
  }

  /// F as the report prints it, K a rank, R a relation, D what follows from printed figures.
  let id: String
  let page: Int
  let unit: String
  /// Which check reads `asked` and `expected`.
  let test: String
  let asked: AskedFigure
  let expected: String
  let mark: Mark
  /// What the report prints, where that differs from `expected`.
  let printed: String

  var description: String { "\(id) \(test) \(asked)" }

  /// All statements in the order of the report.
  static let all: [PublishedStatement] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/published.csv")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { PublishedStatement(line: $0) }
  }()

  /// Reads a line; no field has a comma.
  private init?(line: Substring) {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 9, let page = Int(fields[1]), let mark = Mark(rawValue: fields[6]) else {
      return nil
    }
    (id, self.page, unit, test) = (fields[0], page, fields[2], fields[3])
    (asked, expected) = (AskedFigure(fields[4]), fields[5])
    (self.mark, printed) = (mark, fields[7])
  }
}

/// What is asked, in the words of the query language: `belang.maatwerk for burgemeester top 3`.
struct AskedFigure: Sendable, CustomStringConvertible {
  private static let keywords: Set<String> = ["for", "in", "top", "without", "by"]

  /// The words before the first keyword: questions, or a question and its answer.
  var subjects: [String] = []
  /// The words after each keyword.
  var clauses: [String: [String]] = [:]
  let description: String

  init(_ text: String) {
    description = text
    var clause: String?
    for word in text.split(separator: " ").map(String.init) {
      if Self.keywords.contains(word) {
        clause = word
      } else if let clause {
        clauses[clause, default: []].append(word)
      } else {
        subjects.append(word)
      }
    }
  }

  /// The first word after a keyword.
  func word(_ keyword: String) -> String? { clauses[keyword]?.first }

  /// What the right side of a comparison asks: it takes from the left what it does not say.
  func completed(from left: AskedFigure) -> AskedFigure {
    var result = self
    if subjects.isEmpty { result.subjects = left.subjects }
    result.clauses = left.clauses.merging(clauses) { _, own in own }
    return result
  }
}

/// What must come out: a number, or bounds of which the lower may be excluded.
struct ExpectedRange {
  let low: Double
  let high: Double
  let excludesLow: Bool

  /// Reads `60`, `28..38` or `50<..60`.
  init?(_ text: String) {
    let parts = text.components(separatedBy: "..")
    excludesLow = parts[0].hasSuffix("<")
    guard let low = Double(excludesLow ? String(parts[0].dropLast()) : parts[0]),
      let high = Double(parts[parts.count - 1]), parts.count <= 2
    else { return nil }
    (self.low, self.high) = (low, high)
  }

  func contains(_ value: Double) -> Bool {
    (excludesLow ? value > low : value >= low) && value <= high
  }
}
