import Diagnostics
import DocumentTree
import Foundation
import ReportSpec
import SurveyResults
import TestSupport
import Testing

@testable import Manuscript

/// Any text between braces is a query or a fault: nothing traps, hangs, or prints what it must not.
///
/// The suite tries twenty thousand inputs. `KATERN_FUZZ_INPUTS=1000000 swift test --filter QueryFuzzTests`
/// tries a million, `KATERN_FUZZ_SEED` others, and `KATERN_FUZZ_TRACE=1` prints each before it is tried.
@Suite struct QueryFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let inputs = environment["KATERN_FUZZ_INPUTS"].flatMap { Int($0) } ?? 20_000
  private static let seed = environment["KATERN_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_241_119
  private static let isTraced = environment["KATERN_FUZZ_TRACE"] != nil
  private static let shards = 8

  @Test(.timeLimit(.minutes(60)), arguments: 0..<shards) func nothingTraps(shard: Int) throws {
    let results = try #require(SmallReport.offices)
    var texts = QueryTexts(results: results, seed: Self.seed &+ UInt64(shard))
    var tried = Trial(results: results)
    for _ in 0..<(Self.inputs / Self.shards) {
      let text = texts.next()
      if Self.isTraced { print("fuzz:", text.debugDescription) }
      if let complaint = tried.complaint(about: text) {
        Issue.record("seed \(Self.seed), shard \(shard): \(text.debugDescription): \(complaint)")
      }
    }
    print("fuzz: shard \(shard): \(tried.counts)")
    // Inputs that are all refused would try the parser alone.
    #expect(tried.counts.printed > Self.inputs / Self.shards / 50)
  }

  /// Inputs that once went wrong.
  @Test(arguments: [
    "", " ", "\"", "a\"b", "top", "top 99", "claim", "claim claim", "sentence sentence",
    "any > all of",
    "any for others > for others", "total.any for total and total", "base of base of base",
    "any verb |", "n verb a|b verb", "mean of", "interval of interval of x", "\u{0}", "\u{FEFF}any",
    "any for \u{1F3F4}\u{E0067}\u{E0062}", "any.any.any.any", "oordeel..wel", "{{ any }}",
  ]) func whatOnceWentWrong(text: String) throws {
    let results = try #require(SmallReport.offices)
    var trial = Trial(results: results)
    #expect(trial.complaint(about: text) == nil)
  }
}

/// Tries texts as queries that are filled in and that words are bound to.
private struct Trial {
  private var composer: InlineComposer
  private let scopes: [Scope]
  private(set) var counts = (tried: 0, parsed: 0, printed: 0)

  init(results: ResultsModel) {
    let wording = DutchWording()
    let resolver = QueryResolver(results: results, wording: wording, currentWave: "2024")
    composer = InlineComposer(
      resolver: resolver, words: BoundWords(wording: wording, policy: results.policy),
      claims: Claims(wording: wording, results: results))
    let place = SourceRange(file: "one.md", start: SourcePosition(line: 1, column: 1))
    var heading = Scope()
    heading.question = LocatedText("agressie", at: place)
    heading.this = .segment(breakdown: "role", id: "raadslid")
    var battery = Scope()
    battery.question = LocatedText("oordeel", at: place)
    battery.item = "snel"
    battery.segment = .segment(breakdown: "role", id: "raadslid")
    battery.wave = LocatedText("2024", at: place)
    scopes = [Scope(), heading, battery]
  }

  /// What is wrong with how a text was taken; nil for nothing.
  mutating func complaint(about text: String) -> String? {
    counts.tried += 1
    let start = SourcePosition(line: 1, column: 1)
    let range = SourceRange(file: "one.md", start: start)
    let query = SpecQuery(LocatedText(text, at: range))
    do throws(QueryFault) {
      _ = try QueryParser.parse(text)
      counts.parsed += 1
    } catch {
      let isInside =
        error.bytes.lowerBound >= 0 && error.bytes.upperBound <= text.utf8.count
        && !error.expected.isEmpty
      if !isInside { return "a fault outside the text: \(error)" }
    }
    composer.figures = []
    composer.caveats = []
    let scope = scopes[counts.tried % scopes.count]
    var log = DiagnosticLog()
    let filled = composer.fill(query, in: scope, into: &log)
    if filled == nil, log.diagnostics.isEmpty { return "neither printed nor reported" }
    if let filled, !log.diagnostics.isEmpty {
      return "printed \(filled.plainText) and reported \(log.diagnostics.map(\.id))"
    }
    if filled?.isEmpty == false { counts.printed += 1 }
    var boundLog = DiagnosticLog()
    let words = SpecInline(.text(filled?.plainText ?? "60%"), at: range)
    let bound = composer.compose(
      [SpecInline(.bound([words], query), at: range)], in: scope, into: &boundLog)
    if bound.plainText.isEmpty != (filled?.isEmpty == true) { return "bound words were lost" }
    return leak(in: composer.figures)
  }

  /// A figure that nobody may print.
  private func leak(in figures: [PrintedFigure]) -> String? {
    for figure in figures {
      let isParticipation =
        ["n ", "population ", "invited ", "response-rate ", "margin ", "reliability "]
        .contains { figure.query.hasPrefix($0) }
      let isSmall = figure.query.contains(":cdk") || figure.query.contains(":gedeputeerde")
      let isSaid = figure.count != nil && !isParticipation
      if isSmall, !figure.query.contains("not role:"), isSaid || figure.quality == "insufficient" {
        return "\(figure.query) was printed as \(figure.printed)"
      }
      if let base = figure.base, base < 30, isSaid {
        return "\(figure.query) was printed on a base of \(base)"
      }
    }
    return nil
  }
}

/// Texts like queries: from the grammar, mutated, and raw bytes.
private struct QueryTexts {
  private var random: SeededGenerator
  private let questions: [Question]
  private let segments = [
    "burgemeester", "wethouder", "raadslid", "statenlid", "cdk", "gedeputeerde", "role:raadslid",
    "role:cdk", "this", "others", "total", "rol:raadslid", "raadslid and cdk", "nobody",
  ]
  private let strange = [
    "é", "🇳🇱", "\u{301}", "\u{200D}", "\0", "\n", "\t", "%", "{", "}", "€", "'", "\\", "\u{202E}",
  ]

  init(results: ResultsModel, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    questions = results.questions
  }

  private mutating func pick(_ words: [String]) -> String {
    words.randomElement(using: &random) ?? ""
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  /// The next text; of ten, six are well formed, three damaged and one is noise.
  mutating func next() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return noise()
    case 1...3: return damaged(statement())
    default: return statement()
    }
  }

  private mutating func noise() -> String {
    let length = Int.random(in: 0..<(chance(2) ? 3000 : 60), using: &random)
    let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func damaged(_ text: String) -> String {
    var pieces = text.split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard let index = pieces.indices.randomElement(using: &random) else { break }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: pieces.remove(at: index)
      case 1: pieces.insert(pieces[index], at: index)
      case 2: pieces.swapAt(index, pieces.indices.randomElement(using: &random) ?? index)
      case 3: pieces[index] = String(pieces[index].shuffled(using: &random))
      case 4: pieces.insert(pick(strange), at: index)
      default:
        pieces[index] = String(pieces[index].dropLast(Int.random(in: 0...3, using: &random)))
      }
    }
    return pieces.joined(separator: chance(90) ? " " : "")
  }

  private mutating func statement() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return "sentence \(query()) \(chance(50) ? "by role" : "vs \(clause())")"
    case 1: return "claim \(query()) \(tail())"
    case 2...4: return "\(query()) \(tail())"
    default: return query()
    }
  }

  private mutating func query() -> String {
    var text = subject()
    for _ in 0..<Int.random(in: 0...3, using: &random) { text += " " + clause() }
    return text
  }

  private mutating func subject() -> String {
    let question = questions.randomElement(using: &random)
    let name = question?.id ?? "agressie"
    let answer = pick((question?.categories.map(\.id) ?? []) + (question?.nets.map(\.id) ?? []))
    let item = pick(question?.items.map(\.id) ?? [""])
    let path = item.isEmpty || chance(20) ? "\(name).\(answer)" : "\(name).\(item).\(answer)"
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return pick(Query.CohortMeasure.allCases.map(\.rawValue))
    case 1: return chance(50) ? "base" : "base of \(name)"
    case 2: return "interval of \(path)"
    case 3: return "top \(Int.random(in: 0...12, using: &random)) of \(name)"
    case 4: return chance(50) ? "mean" : "mean of \(name)"
    case 5: return answer
    default: return path
    }
  }

  private mutating func clause() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "in \(pick(["2021", "2024", "2030"]))"
    case 1: return "of all"
    case 2: return "as \(pick(Query.Format.allCases.map(\.rawValue) + ["nothing"]))"
    case 3: return pick(["top 1", "top 3", "place 2", "place 0", "verb is|zijn", "verb is"])
    default: return "for \(pick(segments))"
    }
  }

  private mutating func tail() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return pick(["most", "second", "third", "least", "shared most", "shared"])
    case 1:
      return "\(pick([">", "<", "="])) all of \(pick(["role", "wethouder, raadslid", "cdk,"]))"
    case 2: return "\(pick([">", "<", "=", "similar"])) \(clause()) significant"
    case 3: return "vs \(clause()) as \(pick(["points", "change"]))"
    default: return "\(pick([">", "<", "=", "vs", "similar"])) \(chance(30) ? query() : clause())"
    }
  }
}
