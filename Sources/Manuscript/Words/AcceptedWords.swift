import Diagnostics
import ReportSpec

/// The words that authors may use for a share: more than Katern writes itself.
struct AcceptedWords: Sendable {
  /// A fraction that words can lean on.
  struct Anchor: Sendable {
    /// In percent.
    var percent: Double
    /// How it is called, the usual name first.
    var names: [String]
    /// How far "about" reaches on either side, in points.
    var about: Double
    /// How far "just over" reaches, in points.
    var over: Double
    /// How far "nearly" reaches, in points.
    var under: Double

    init(_ percent: Double, _ names: [String], about: Double, over: Double, under: Double) {
      self.percent = percent
      self.names = names
      self.about = about
      self.over = over
      self.under = under
    }
  }

  /// How words lean on a fraction.
  enum Lean: Sendable {
    case about
    case roughly
    case over
    case under
  }

  /// What words may stand for, in percent.
  struct Meaning: Sendable, Hashable {
    var low: Double
    var high: Double
    /// Whether the lower bound itself is left out.
    var isOpenBelow = false
    /// Whether the upper bound itself is left out.
    var isOpenAbove = false
    /// Whether the words take a side of one half.
    var takesSide = false
    /// Whether they lean on a fraction to one side, which a small base does not carry.
    var isNuanced = false

    /// Whether a share in percent is meant.
    func contains(_ percent: Double) -> Bool {
      percent >= low && percent <= high && !(isOpenBelow && percent == low)
        && !(isOpenAbove && percent == high)
    }
  }

  /// The fractions, from the smallest.
  private let anchors: [Anchor]
  /// What stands before a fraction.
  private let leans: [(words: String, lean: Lean)]
  /// Words without a fraction, articles left out: "kleine minderheid".
  private let phrases: [(words: String, meaning: Meaning)]
  /// The articles that may stand before a phrase.
  private let articles: [String]
  /// The lean of hedged words: "ongeveer".
  private let hedge: String
  /// What each phrase, and each name of a fraction alone, stands for, folded.
  private var whole: [String: Meaning] = [:]
  /// The place in `anchors` of each name of a fraction, folded.
  private var names: [String: Int] = [:]
  /// The place in `leans` of each wording, folded.
  private var leanPlaces: [String: Int] = [:]
  /// What the phrases that may have an article before them stand for, folded.
  private var withArticle: [String: Meaning] = [:]
  /// The first words of all wordings, folded, each with the words that may be second: at any other word
  /// a search need not begin, before any other it need not go on.
  private(set) var openings: [String: Set<String>] = [:]

  /// Creates a lexicon.
  ///
  /// - Parameters:
  ///   - anchors: the fractions, from the smallest.
  ///   - leans: what stands before a fraction; of two that read the same the first counts.
  ///   - phrases: words without a fraction, articles left out: "kleine minderheid". They go before
  ///     fractions of the same words: "meer dan de helft".
  ///   - articles: the articles that may stand before a phrase.
  ///   - hedge: the lean of hedged words: "ongeveer".
  init(
    anchors: [Anchor], leans: [(words: String, lean: Lean)],
    phrases: [(words: String, meaning: Meaning)], articles: [String], hedge: String
  ) {
    self.anchors = anchors
    self.leans = leans
    self.phrases = phrases
    self.articles = articles
    self.hedge = hedge
    // Of wordings that read the same the first counts.
    for (words, meaning) in phrases {
      let folded = opened(words, before: [])
      if whole[folded] == nil { whole[folded] = meaning }
    }
    withArticle = whole
    for (place, anchor) in anchors.enumerated() {
      for name in anchor.names.map({ opened($0, before: []) }) where names[name] == nil {
        names[name] = place
        if whole[name] == nil { whole[name] = Self.meaning(of: anchor, .about) }
      }
    }
    let nameOpenings = Set(names.keys.map { Self.words(of: $0).first })
    for (place, lean) in leans.enumerated() {
      let folded = opened(lean.words, before: nameOpenings)
      if leanPlaces[folded] == nil { leanPlaces[folded] = place }
    }
    let phraseOpenings = Set(withArticle.keys.map { Self.words(of: $0).first })
    for article in articles { _ = opened(article, before: phraseOpenings) }
  }

  /// A wording folded, its first words taken up among the openings; if it is one word, with those that
  /// may follow it.
  private mutating func opened(_ wording: String, before next: Set<String>) -> String {
    let folded = Self.folded(wording)
    let words = Self.words(of: folded)
    openings[words.first, default: []].formUnion(words.second.map { [$0] } ?? next)
    return folded
  }

  /// The first two words of a folded wording.
  private static func words(of folded: String) -> (first: String, second: String?) {
    let words = folded.split(separator: " ", maxSplits: 2)
    return (words.first.map(String.init) ?? "", words.count > 1 ? String(words[1]) : nil)
  }

  /// The lexicon with words of the author's own, which go before those of the same wording.
  ///
  /// Words that stand for shares on one side of the half only take that side, and are held to it.
  func adding(_ ranges: [ShareRange]) -> AcceptedWords {
    let own = ranges.map { range in
      let takesSide = range.low >= 50 || range.high <= 50
      return (
        words: range.words.text,
        meaning: Meaning(
          low: range.low, high: range.high, isOpenBelow: range.low == 50,
          isOpenAbove: range.high == 50, takesSide: takesSide && range.reachesHalf)
      )
    }
    return AcceptedWords(
      anchors: anchors, leans: leans, phrases: own + phrases, articles: articles, hedge: hedge)
  }

  /// What words may stand for; nil if they are not in the lexicon.
  func meaning(of words: String) -> Meaning? { meaning(ofFolded: Self.folded(words)) }

  /// What words that are folded already may stand for: a phrase, a fraction, what leans on a fraction,
  /// or a phrase behind an article.
  func meaning(ofFolded words: String) -> Meaning? {
    if let meaning = whole[words] { return meaning }
    var leaning: (lean: Int, anchor: Int)?
    var phrase: (article: Int, meaning: Meaning)?
    for space in words.utf8.indices where words.utf8[space] == 0x20 {
      let first = String(words[..<space])
      let rest = String(words[words.utf8.index(after: space)...])
      if let lean = leanPlaces[first], let anchor = names[rest], lean < leaning?.lean ?? .max {
        leaning = (lean, anchor)
      }
      if let article = articles.firstIndex(of: first), let meaning = withArticle[rest],
        article < phrase?.article ?? .max
      {
        phrase = (article, meaning)
      }
    }
    if let leaning { return Self.meaning(of: anchors[leaning.anchor], leans[leaning.lean].lean) }
    return phrase?.meaning
  }

  /// The nearest fraction, hedged: what a small base carries.
  func hedged(_ percent: Double) -> String? {
    anchors.min { abs($0.percent - percent) < abs($1.percent - percent) }
      .flatMap(\.names.first).map { "\(hedge) \($0)" }
  }

  private static func meaning(of anchor: Anchor, _ lean: Lean) -> Meaning {
    let percent = anchor.percent
    let isHalf = percent == 50
    switch lean {
    case .about: return Meaning(low: percent - anchor.about, high: percent + anchor.about)
    case .roughly:
      return Meaning(low: percent - 2 * anchor.about, high: percent + 2 * anchor.about)
    case .over:
      return Meaning(
        low: percent, high: percent + anchor.over, isOpenBelow: true, takesSide: isHalf,
        isNuanced: true)
    case .under:
      return Meaning(
        low: percent - anchor.under, high: percent, isOpenAbove: true, takesSide: isHalf,
        isNuanced: true)
    }
  }

  /// Lower case, the accent of "één" gone, blanks folded.
  static func folded(_ words: String) -> String {
    // Nearly every word is plain letters, or Latin ones in one piece.
    if words.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return words.lowercased() }
    if isLatinWord(words) { return withoutAcute(words.lowercased()) }
    let plain = String(words.lowercased().map { $0 == "é" ? "e" : $0 })
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension AcceptedWords {
  /// Whether a text has Latin letters and common marks only, and no blank.
  private static func isLatinWord(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case 0x21...0x7E: index += 1
      case 0xC2 where next != 0x85 && next != 0xA0: index += 2
      case 0xC3...0xC9: index += 2
      case 0xE2 where next == 0x80 && index + 2 < bytes.count:
        // From the hyphen to the ellipsis.
        guard (0x90...0xA6).contains(bytes[index + 2]) else { return false }
        index += 3
      default: return false
      }
    }
    return true
  }

  /// The text with a plain letter for each é.
  private static func withoutAcute(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0xA9, result.last == 0xC3 {
        result[result.count - 1] = UInt8(ascii: "e")
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension ShareRange {
  /// Whether the words are meant for shares so near one half that it matters on which side they lie.
  fileprivate var reachesHalf: Bool { low <= 50 && high >= 40 || low <= 60 && high >= 50 }
}
