import Diagnostics
import ReportSpec
import SurveyResults

/// Finds text that was copied from the page of another question and not changed.
///
/// Two signs are looked for: a sentence that stands below the headings of two questions, and prose
/// about one item of a battery that names another item instead.
struct CopiedText {
  let results: ResultsModel
  /// Sentences with the question that they stood below, and their place.
  private var sentences: [String: (question: String, range: SourceRange)] = [:]
  /// Paragraphs that were looked at: loops and sheets compose them more than once.
  private var seen: Set<SourceRange> = []

  /// The fewest words of a sentence that is not written twice by accident.
  static let leastWords = 6

  init(results: ResultsModel) { self.results = results }

  /// Reports what a paragraph seems to have from elsewhere.
  mutating func check(
    _ paragraph: [SpecInline], at range: SourceRange, in scope: Scope,
    into log: inout DiagnosticLog
  ) {
    guard let question = scope.question?.text, seen.insert(range).inserted else { return }
    if let item = namedItem(of: paragraph, question: question, scope: scope) {
      log.report(item)
    }
    for sentence in Self.sentences(of: paragraph) {
      let words = AcceptedWords.folded(sentence.text)
      guard words.split(separator: " ").count >= Self.leastWords else { continue }
      if let first = sentences[words] {
        if first.question != question {
          log.report(
            .repeatedSentence(
              below: question, first: first.question, line: first.range.start.line,
              file: first.range.file, at: sentence.range))
        }
      } else {
        sentences[words] = (question, sentence.range)
      }
    }
  }

  /// The sentences that hold no figures, each with the place of the text that it ends in.
  private static func sentences(
    of paragraph: [SpecInline]
  ) -> [(text: String, range: SourceRange)] {
    var found: [(text: String, range: SourceRange)] = []
    var current = ""
    var hasFigure = false
    for inline in paragraph {
      guard !inline.holdsQuery else {
        hasFigure = true
        continue
      }
      for character in [inline].plainText {
        current.append(character)
        guard ".!?".contains(character) else { continue }
        if !hasFigure { found.append((current, inline.range)) }
        (current, hasFigure) = ("", false)
      }
    }
    return found
  }

  /// A fault if figures of one item stand in words that name another item, and not their own.
  private func namedItem(
    of paragraph: [SpecInline], question: String, scope: Scope
  ) -> Diagnostic? {
    let words = Set(paragraph.plainText.lowercased().split { !$0.isLetter }.map(String.init))
    for inline in paragraph {
      guard let query = inline.query, let statement = try? QueryParser.parse(query.text),
        case .path(let names) = statement.query.subject,
        let battery = results.question(names.count == 3 ? names[0].text : question)
          ?? results.question(question),
        let item = battery.items.first(where: { item in
          names.dropLast().contains { $0.text == item.id } || scope.item == item.id
        })
      else { continue }
      func isNamed(_ item: Item) -> Bool {
        let label = item.label.lowercased().split { !$0.isLetter }.map(String.init)
        return !label.isEmpty && label.allSatisfy(words.contains)
      }
      if isNamed(item) { continue }
      if let other = battery.items.first(where: { $0.id != item.id && isNamed($0) }) {
        return .otherItemNamed(other.label, instead: item.label, at: query.range)
      }
    }
    return nil
  }
}

extension SpecInline {
  /// The query that the piece is filled from or bound to, also within emphasis; nil for none.
  var query: SpecQuery? {
    switch content {
    case .bound(_, let query), .fill(let query): query
    case .emphasis(let children), .strong(let children), .link(let children, _):
      children.lazy.compactMap(\.query).first
    default: nil
    }
  }

  /// Whether the piece holds a query.
  fileprivate var holdsQuery: Bool { query != nil }
}
